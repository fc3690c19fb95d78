// 社区公告栏: what hangs there today, what hung there before, by kind; and its feed.
import { Link, useParams } from 'react-router'
import { type BoardCategory, boardCategories } from '#core/notices/board.ts'
import { type BoardPostView, listBoard } from '#core/notices/contract-board.ts'
import { boardCategoryWords, boardRefusals, boardWords } from '#core/notices/words-board.ts'
import { readArea } from '#core/places/contract.ts'
import { useChoices } from '#web/kit/choices.ts'
import { useWords } from '#web/kit/language.ts'
import { files, paths } from '#web/kit/paths.ts'
import { useEndpoint, usePages } from '#web/kit/queries.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { ChipSelect, Segmented } from '#web/kit/ui/Chip.tsx'
import { MorePages } from '#web/kit/ui/MorePages.tsx'
import { OpenPage, Part } from '#web/kit/ui/OpenPage.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { AreaWaysRow } from '#web/people/AreaWaysRow.tsx'
import { useBoardText } from '../board-text.ts'
import { BoardRows } from './BoardRows.tsx'
import { boardPageWords as words } from './words-board-page.ts'
import './board.css'

type Show = 'now' | 'past'
const isKind = (text: string | null): text is BoardCategory =>
  (boardCategories as readonly (string | null)[]).includes(text)

export function BoardPage() {
  const { t, lang } = useWords()
  const { code = '' } = useParams()
  const [query, choose] = useChoices()
  const show: Show = query.get('show') === 'past' ? 'past' : 'now'
  const asked = query.get('kind')
  const kind = isKind(asked) ? asked : null
  const area = useEndpoint(readArea, { code }).data
  const name = area ? (lang === 'en' ? (area.nameEn ?? area.name) : area.name) : ''
  const list = usePages(listBoard, {
    code,
    ...(show === 'past' && { past: true }),
    ...(kind !== null && { category: kind }),
  })
  const aloud = useAloud(list.data ?? [])
  return (
    <OpenPage title={t(boardWords.titleOf, { name })} up={paths.open.community(code)} aloud={aloud}>
      <Part>
        <p className="k-compact k-sub open-find-lead">{t(words.lead)}</p>
        <div className="board-choose">
          <Segmented
            label={t(words.show)}
            value={show}
            onChange={(next) => choose({ show: next === 'now' ? null : next })}
            options={[
              { value: 'now', label: t(words.now) },
              { value: 'past', label: t(words.past) },
            ]}
          />
          <ChipSelect
            name={t(words.kind)}
            value={kind}
            any={t(words.anyKind)}
            options={boardCategories.map((value) => ({
              value,
              label: t(boardCategoryWords[value]),
            }))}
            onChange={(value) => choose({ kind: value })}
          />
        </div>
        <All code={code} show={show} list={list} />
      </Part>
      <Feed code={code} />
      <Part tone="raised">
        <AreaWaysRow code={code} />
      </Part>
    </OpenPage>
  )
}

function useAloud(items: readonly BoardPostView[]) {
  const { t } = useWords()
  const text = useBoardText()
  const said = items.slice(0, 5).map((post) => `${post.title}。${text.line(post)}`)
  return () => (said.length === 0 ? t(words.nothingRead) : said.join('。'))
}

type List = ReturnType<typeof usePages<typeof listBoard>>

function All({ code, show, list }: { code: string; show: Show; list: List }) {
  const { t } = useWords()
  if (list.error && !list.data)
    return (
      <Problem error={list.error} refusals={boardRefusals} onRetry={() => void list.refetch()} />
    )
  if (!list.data) return <Loading lines={5} />
  if (list.data.length === 0)
    return show === 'now' ? (
      <Empty title={t(words.none)} then={t(words.noneThen)} />
    ) : (
      <Empty title={t(words.nonePast)} then={t(words.nonePastThen)} />
    )
  return (
    <>
      <BoardRows code={code} items={list.data} />
      <MorePages list={list} />
    </>
  )
}

/** Not in large letters: the telephone and the gate are nearer. */
function Feed({ code }: { code: string }) {
  const { t, lang } = useWords()
  const { elder } = useSettings()
  if (elder !== null) return null
  const whole = `${location.origin}${files.boardFeed(code, lang)}`
  return (
    <Part>
      <Link className="k-link open-inline" to={paths.open.alerts(code)}>
        {t(words.tellMe)}
      </Link>
      <details className="open-more k-screen-only">
        <summary>{t(words.feed)}</summary>
        <p className="k-compact k-sub">{t(words.feedNote)}</p>
        <p>
          <a className="k-link open-inline board-address" href={whole}>
            {whole}
          </a>
        </p>
      </details>
    </Part>
  )
}
