// The newest notices; the first that has a picture shows it.
import type { WallView } from '#core/cockpit/contract-wall.ts'
import { openWallWords as words } from '#core/cockpit/words-wall.ts'
import { listBoard } from '#core/notices/contract-board.ts'
import { useWords } from '#web/kit/language.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { boardPhoto, useBoardText } from '#web/notices/board-text.ts'

export function Board({ view }: { view: WallView }) {
  const { t } = useWords()
  const text = useBoardText()
  const { code } = view.area
  const found = useEndpoint(listBoard, { code, limit: 4 }, { refetchInterval: 120_000 }).data
  const items = found?.items ?? []
  const pictured = items.find(({ photo }) => photo !== null)
  return (
    <section className={`owall-board${pictured === undefined ? '' : ' has-picture'}`}>
      <SectionHeading>{t(words.board)}</SectionHeading>
      {found !== undefined && items.length === 0 && (
        <p className="owall-none">{t(words.boardNone)}</p>
      )}
      {pictured !== undefined && pictured.photo !== null && (
        <img src={boardPhoto(pictured.photo, pictured.id)} alt={pictured.title} />
      )}
      <ol>
        {items.slice(0, pictured === undefined ? 4 : 2).map((post) => (
          <li key={post.id}>
            <b>{post.title}</b>
            <span>{text.line(post)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
