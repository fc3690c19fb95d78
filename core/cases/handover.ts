// Handing over a duty desk 交接: what the shift that ends leaves to the one that begins. Which cases are named follows from the
// data, so nobody types them; what no data knows stands in the remark. Nothing here measures a person or the time of a shift.
import { addMs, type Instant } from '#core/kit/time.ts'
import type { Actor } from '#core/people/actor.ts'
import { type DeskShift, shiftsAround } from '#core/people/duty-desk.ts'
import { type Spot, dutyAt, dutyOver } from '#core/people/rights.ts'

/** Why a case stands in the note: urgent; due before the next shift ends; somebody waits for a word; a time was promised. */
export const handoverWhys = ['urgent', 'due', 'waiting', 'promised'] as const
export type HandoverWhy = (typeof handoverWhys)[number]
export type HandoverItem = { number: string; why: HandoverWhy[] }

export const handoverItemsMax = 200
export const remarkMax = 1000
export const handoverDaysKept = 90
const withoutRosterMs = 12 * 3_600_000

/** Of which time the note speaks: to the end of the next shift, without a roster for the coming twelve hours. */
export function handoverSpan(
  shifts: readonly DeskShift[],
  now: Instant,
): { endsAt: Instant | null; until: Instant } {
  const { endsAt, next } = shiftsAround(shifts, now)
  return { endsAt, until: next?.to ?? addMs(endsAt ?? now, withoutRosterMs) }
}

export type Flags = Record<HandoverWhy, boolean>

export const whysOf = (flags: Flags): HandoverWhy[] => handoverWhys.filter((why) => flags[why])

export function countsOf(items: readonly HandoverItem[]): Record<HandoverWhy, number> {
  const of = (why: HandoverWhy) => items.filter((item) => item.why.includes(why)).length
  return {
    urgent: of('urgent'),
    due: of('due'),
    waiting: of('waiting'),
    promised: of('promised'),
  }
}

/** Whoever has a shift at this desk, whatever post he holds elsewhere. */
const standsAt = (actor: Actor, spot: Spot): boolean =>
  actor.kind === 'person' &&
  (actor.stands ?? []).some((stand) => stand.unitId === null && stand.areaId === spot.areaId)

/** The desk itself, and the duty people of the layers above, who must know what was left to whom. */
export const mayReadHandovers = (actor: Actor, spot: Spot): boolean =>
  dutyOver(actor, [spot]) || standsAt(actor, spot)

/** At one's own desk only, or where one's centre stands in. */
export const atDesk = (actor: Actor, spot: Spot): boolean =>
  dutyAt(actor, spot) || standsAt(actor, spot)

export type Note = { readonly writtenBy: string; readonly takenBy: string | null }

export function whyCannotTake(
  note: Note | null,
  actor: Actor,
  spot: Spot,
): 'no_such_handover' | 'not_at_this_desk' | 'own_handover' | 'handover_taken' | null {
  if (!atDesk(actor, spot)) return 'not_at_this_desk'
  if (note === null) return 'no_such_handover'
  if (note.writtenBy === actor.id) return 'own_handover'
  return note.takenBy === null ? null : 'handover_taken'
}
