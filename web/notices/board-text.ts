// How a notice is said in a line: its kind, its days, its grid, and what became of it.
import type { BoardPostView } from '#core/notices/contract-board.ts'
import { boardCategoryWords, boardWords } from '#core/notices/words-board.ts'
import { useTimes, useWords } from '#web/kit/language.ts'

export function useBoardText() {
  const { t, lang } = useWords()
  const times = useTimes()
  const days = ({ fromOn, untilOn }: Pick<BoardPostView, 'fromOn' | 'untilOn'>): string =>
    fromOn === untilOn
      ? times.date(fromOn)
      : t(boardWords.span, { from: times.date(fromOn), to: times.date(untilOn) })
  const line = (post: BoardPostView): string =>
    [
      t(boardCategoryWords[post.category]),
      days(post),
      post.grid === null ? '' : post.grid.name[lang],
      post.withdrawnAt === null ? '' : t(boardWords.taken),
    ]
      .filter(Boolean)
      .join(' · ')
  const changed = (post: BoardPostView): string | null => {
    if (post.changedWhy === null) return null
    const said = post.withdrawnAt === null ? boardWords.corrected : boardWords.takenBecause
    return t(said, { day: times.day(post.changedAt), why: post.changedWhy })
  }
  return { days, line, changed }
}

export const boardPhoto = (hash: string, id: string, size: 'full' | 'thumb' = 'full'): string =>
  `/api/files/${hash}?of=${encodeURIComponent(`board-${id}`)}&size=${size}`
