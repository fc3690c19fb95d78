// All public matters of an area, in work or finished, page by page.
import { useInfiniteQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { listPublicCases } from '#core/cases/contract.ts'
import { readArea } from '#core/places/contract.ts'
import { useChoices } from '#web/kit/choices.ts'
import { call } from '#web/kit/api.ts'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { Button } from '#web/kit/ui/Button.tsx'
import { Segmented } from '#web/kit/ui/Chip.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { AreaWaysRow } from '#web/people/AreaWaysRow.tsx'
import { OpenPage, Part } from '#web/kit/ui/OpenPage.tsx'
import { PublicRows } from './PublicRows.tsx'
import { publicWords } from './words-public.ts'

type Show = 'open' | 'closed'

export function PublicCasesPage() {
  const { t, lang } = useWords()
  const { code = '' } = useParams()
  const [query, choose] = useChoices()
  const show: Show = query.get('show') === 'closed' ? 'closed' : 'open'
  const area = useEndpoint(readArea, { code }).data
  const name = area ? (lang === 'en' ? (area.nameEn ?? area.name) : area.name) : ''
  const title = t(publicWords.publicTitle, { name })
  const aloud = () => t(publicWords.publicNote)
  return (
    <OpenPage title={title} up={paths.open.community(code)} aloud={aloud}>
      <Part>
        <p className="k-compact k-sub open-find-lead">{t(publicWords.publicNote)}</p>
        <Segmented
          label={t(publicWords.show)}
          value={show}
          onChange={(next) => choose({ show: next === 'open' ? null : next })}
          options={[
            { value: 'open', label: t(publicWords.showOpen) },
            { value: 'closed', label: t(publicWords.showClosed) },
          ]}
        />
        <All code={code} show={show} />
      </Part>
      <Part tone="raised">
        <AreaWaysRow code={code} />
      </Part>
    </OpenPage>
  )
}

function All({ code, show }: { code: string; show: Show }) {
  const { t } = useWords()
  const { elder } = useSettings()
  const limit = elder === null ? 20 : 4
  const list = useInfiniteQuery({
    queryKey: [listPublicCases.name, 'all', code, show, limit],
    queryFn: ({ pageParam, signal }) =>
      call(
        listPublicCases,
        { area: code, state: show, limit, ...(pageParam === null ? {} : { after: pageParam }) },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  })
  if (list.error && !list.data)
    return <Problem error={list.error} onRetry={() => void list.refetch()} />
  if (!list.data) return <Loading lines={6} />
  const items = list.data.pages.flatMap((page) => page.items)
  if (items.length === 0) {
    return show === 'open' ? (
      <Empty title={t(publicWords.nothingOpen)} then={t(publicWords.nothingOpenThen)} />
    ) : (
      <Empty title={t(publicWords.nothingDone)} then={t(publicWords.nothingDoneThen)} />
    )
  }
  return (
    <>
      <PublicRows items={items} />
      {list.hasNextPage ? (
        <div className="open-send">
          <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t(publicWords.showMore)}
          </Button>
        </div>
      ) : (
        <p className="k-note open-end">{t(publicWords.thatsAll)}</p>
      )}
    </>
  )
}
