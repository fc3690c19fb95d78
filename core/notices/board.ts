// The notice board of a community: what may hang there, until when, and what is plainly too much. Pure: the day is an
// argument.
import { type LocalDate, nextDate } from '#core/kit/time.ts'

export const boardCategories = [
  'outage',
  'works',
  'meeting',
  'decision',
  'aid',
  'safety',
  'other',
] as const
export type BoardCategory = (typeof boardCategories)[number]

export const titleMost = 60
export const bodyMost = 3000
/** What hangs for ever is read by nobody. */
export const daysMost = 366

export type BoardText = {
  title: string
  body: string
  fromOn: LocalDate
  untilOn: LocalDate
}

export type BoardFault = 'days_reversed' | 'days_too_many' | 'day_past' | 'id_card_on_board'

/** Why this cannot hang on a board; null if it can. `today` is null where it hung before already. */
export function whyNotOnBoard(text: BoardText, today: LocalDate | null): BoardFault | null {
  const { fromOn, untilOn } = text
  if (untilOn < fromOn) return 'days_reversed'
  if (nextDate(fromOn, daysMost) <= untilOn) return 'days_too_many'
  if (today !== null && untilOn < today) return 'day_past'
  if ([text.title, text.body].some(holdsIdCard)) return 'id_card_on_board'
  return null
}

/** However it is spaced and in whichever digits. */
export function holdsIdCard(text: string): boolean {
  const plain = text.normalize('NFKC').replaceAll(/(?<=\d)[\s\-－–—]+(?=[\dXx])/g, '')
  return /(?<!\d)\d{17}[\dXx](?!\d)/.test(plain)
}

export type Hanging = { fromOn: LocalDate; untilOn: LocalDate; withdrawn: boolean }

/** Where it stands on a day: not yet, on the board, over, or taken back. */
export function standsOn(post: Hanging, today: LocalDate): 'planned' | 'shown' | 'past' | 'taken' {
  if (post.withdrawn) return 'taken'
  if (today < post.fromOn) return 'planned'
  return today <= post.untilOn ? 'shown' : 'past'
}
