// Notices as lines of a newspaper; each opens its page.
import { Link } from 'react-router'
import type { BoardPostView } from '#core/notices/contract-board.ts'
import { paths } from '#web/kit/paths.ts'
import { useBoardText } from '../board-text.ts'

export function BoardRows({ code, items }: { code: string; items: readonly BoardPostView[] }) {
  const text = useBoardText()
  return (
    <ul className="open-news">
      {items.map((post) => (
        <li key={post.id}>
          <Link to={paths.open.boardPost(code, post.id)}>
            <span className="open-news-what">
              <b>{post.title}</b>
            </span>
            <span className="k-note">{text.line(post)}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
