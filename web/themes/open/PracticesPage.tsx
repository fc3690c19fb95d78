// What the communities of a district made of their themes, for everybody, in the order of their codes: a column, no table.
import { Link, useParams } from 'react-router'
import { type PracticeView, listThemePractices } from '#core/themes/contract-programme.ts'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { usePages } from '#web/kit/queries.ts'
import { MorePages } from '#web/kit/ui/MorePages.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { OpenPage, Part } from '#web/kit/ui/OpenPage.tsx'
import { useNameOf } from '../name-of.ts'
import { actWords } from '../words-act.ts'
import { themeRefusals } from '../words-refusals.ts'
import { openThemeWords as words } from './words-open.ts'
import '../themes.css'
import './open-theme.css'

export function PracticesPage() {
  const { code = '' } = useParams()
  const { t, lang } = useWords()
  const found = usePages(listThemePractices, { code })
  const nameOf = useNameOf()
  const aloud = () =>
    (found.data ?? [])
      .map((row) => `${nameOf(row)}${lang === 'zh' ? '：' : ': '}${t(row.name)}`)
      .join('。') || t(words.elsewhere)
  return (
    <OpenPage title={t(words.practices)} up={paths.open.home()} aloud={aloud}>
      <Part>
        {found.data === undefined ? (
          found.error ? (
            <Problem
              error={found.error}
              refusals={themeRefusals}
              onRetry={() => void found.refetch()}
            />
          ) : (
            <Loading />
          )
        ) : found.data.length === 0 ? (
          <Empty title={t(actWords.noPractices)} then={t(actWords.noPracticesThen)} />
        ) : (
          <>
            <p className="k-why">{t(actWords.listSub)}</p>
            <ul className="open-practices">
              {found.data.map((row) => (
                <Practice key={row.themeId} row={row} />
              ))}
            </ul>
            <MorePages list={found} />
          </>
        )}
      </Part>
    </OpenPage>
  )
}

function Practice({ row }: { row: PracticeView }) {
  const { t } = useWords()
  const nameOf = useNameOf()
  const facts = [
    t(actWords.states[row.state]),
    row.evaluated === null ? '' : t(actWords.resultOf, row.evaluated),
    row.adoptedFrom === null ? '' : t(actWords.from, { name: row.adoptedFrom }),
  ]
  return (
    <li>
      <Link to={paths.open.theme(row.community.code)}>
        <span>{nameOf(row)}</span>
        <b>{t(row.name)}</b>
      </Link>
      {row.promise !== null && <p>{row.promise}</p>}
      <p className="k-compact k-sub">{facts.filter(Boolean).join(' · ')}</p>
    </li>
  )
}
