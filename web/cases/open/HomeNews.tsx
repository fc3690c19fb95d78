// What is being done and what was just done: public matters, a few of each, without persons.
import { Link } from 'react-router'
import { listPublicCases, type PublicRow } from '#core/cases/contract.ts'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { Part } from '#web/kit/ui/OpenPage.tsx'
import { PublicRows } from './PublicRows.tsx'
import { publicWords } from './words-public.ts'

const shown = 5

export function HomeNews({ code }: { code: string }) {
  const { t } = useWords()
  return (
    <>
      <News
        code={code}
        state="open"
        title={t(publicWords.nowDoingSome)}
        empty={t(publicWords.nothingOpen)}
        then={t(publicWords.nothingOpenThen)}
      />
      <News
        code={code}
        state="closed"
        title={t(publicWords.justDone)}
        empty={t(publicWords.nothingDone)}
        then={t(publicWords.nothingDoneThen)}
      />
    </>
  )
}

type Props = { code: string; state: 'open' | 'closed'; title: string; empty: string; then: string }

function News({ code, state, title, empty, then }: Props) {
  const { t } = useWords()
  const list = useEndpoint(listPublicCases, { area: code, state, limit: shown })
  const all = `${paths.open.publicCases(code)}${state === 'closed' ? '?show=closed' : ''}`
  return (
    <Part>
      <SectionHeading
        end={
          <Link className="k-link open-inline" to={all}>
            {t(publicWords.allPublic)}
          </Link>
        }
      >
        {title}
      </SectionHeading>
      {list.data ? (
        <Items items={list.data.items} empty={empty} then={then} />
      ) : list.error ? (
        <Problem error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <Loading lines={3} />
      )}
    </Part>
  )
}

function Items({ items, empty, then }: { items: PublicRow[]; empty: string; then: string }) {
  return items.length === 0 ? <Empty title={empty} then={then} /> : <PublicRows items={items} />
}
