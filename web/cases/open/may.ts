// What the reporter may say now: the page asks before it fetches what is needed for saying it.
import type { VoiceView } from '#core/cases/contract.ts'

export const may = (view: VoiceView, move: string): boolean =>
  view.moves.some((one) => one.move === move && one.why === null)

/** Whether the result waits for the reporter's word. */
export const asksNow = (view: VoiceView): boolean => may(view, 'confirm') && may(view, 'object')

/** Whether there is anything to press; of urging it is also said until when it rests. */
export const maySay = (view: VoiceView): boolean =>
  view.moves.some(({ move, why }) => why === null || move === 'urge')
