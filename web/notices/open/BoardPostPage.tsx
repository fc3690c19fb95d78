// One notice: its words, its days, why it was changed; its picture and paper; and how to have it on paper.
import { useParams } from 'react-router'
import type { OutputOf } from '#core/kit/contract.ts'
import { readBoardPost } from '#core/notices/contract-board.ts'
import { standsOn } from '#core/notices/board.ts'
import { boardRefusals, boardWords } from '#core/notices/words-board.ts'
import { RefusalError } from '#web/kit/api.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { files, paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { OpenPage, Part } from '#web/kit/ui/OpenPage.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { AreaWaysRow } from '#web/people/AreaWaysRow.tsx'
import { boardPhoto, useBoardText } from '../board-text.ts'
import { boardPageWords as words } from './words-board-page.ts'
import './board.css'

export function BoardPostPage() {
  const { t } = useWords()
  const { code = '', id = '' } = useParams()
  const found = useEndpoint(readBoardPost, { code, id })
  const up = paths.open.board(code)
  if (found.data) return <Read view={found.data} up={up} />
  const { error } = found
  const none = error instanceof RefusalError && error.refusal === 'no_such_notice'
  return (
    <OpenPage title={t(boardWords.title)} up={up}>
      <Part>
        {none ? (
          <Empty title={t(words.noSuch)} then={t(words.noSuchThen)} />
        ) : error ? (
          <Problem error={error} refusals={boardRefusals} onRetry={() => void found.refetch()} />
        ) : (
          <Loading lines={5} />
        )}
      </Part>
    </OpenPage>
  )
}

function Read({ view, up }: { view: OutputOf<typeof readBoardPost>; up: string }) {
  const { t } = useWords()
  const times = useTimes()
  const text = useBoardText()
  const { post, community, today } = view
  const changed = text.changed(post)
  const stands = standsOn({ ...post, withdrawn: post.withdrawnAt !== null }, today)
  const aloud = () => [text.line(post), changed ?? '', post.body].filter(Boolean).join('。')
  return (
    <OpenPage title={post.title} up={up} aloud={aloud}>
      <Part>
        <p className="k-compact k-sub">{text.line(post)}</p>
        {stands === 'past' && <Notice title={t(boardWords.over)} />}
        {changed !== null && <Notice tone="zhe" title={changed} />}
        <div className="board-body">
          {post.body
            .split(/\n+/)
            .filter(Boolean)
            .map((line, i) => (
              <p key={i}>{line}</p>
            ))}
        </div>
        {post.photo !== null && (
          <a className="board-photo" href={boardPhoto(post.photo, post.id)}>
            <img src={boardPhoto(post.photo, post.id)} alt={t(words.photo)} loading="lazy" />
          </a>
        )}
        {post.paper && (
          <p>
            <a className="k-link open-inline" href={files.boardPaper(community.code, post.id)}>
              {t(words.paper)}
            </a>
          </p>
        )}
        <p className="k-note">{t(words.publishedOn, { day: times.day(post.publishedAt) })}</p>
      </Part>
      {stands === 'shown' && <OnPaper code={community.code} id={post.id} />}
      <Part tone="raised">
        <AreaWaysRow code={community.code} />
      </Part>
    </OpenPage>
  )
}

function OnPaper({ code, id }: { code: string; id: string }) {
  const { t, lang } = useWords()
  const { elder } = useSettings()
  if (elder !== null) return null
  return (
    <Part>
      <p className="k-compact k-sub">{t(words.print)}</p>
      <p className="board-sheets">
        <a className="k-link open-inline" href={files.boardSheet(code, id, { paper: 'A4', lang })}>
          {t(words.a4)}
        </a>
        <a className="k-link open-inline" href={files.boardSheet(code, id, { paper: 'A3', lang })}>
          {t(words.a3)}
        </a>
      </p>
    </Part>
  )
}
