// Keeping places: who gets one, who waits and who moves up. The queue is its order of arrival; nobody is passed over,
// also not by a smaller party that would fit. Counting those who came is apart from it: it asks for nobody's name.
import { toMs } from '#core/kit/time.ts'
import type { Instant } from '#core/kit/time.ts'
import type { Series, Session } from './series.ts'

export const registrationStates = ['booked', 'waiting', 'cancelled'] as const
export type RegistrationState = (typeof registrationStates)[number]
export const channels = ['web', 'phone', 'counter'] as const
export type Channel = (typeof channels)[number]

/** One registration keeps places for so many people at most; a class or a club speaks to the desk. */
export const peopleMax = 20

type OpenSession = Pick<Session, 'state' | 'startsAt' | 'seats' | 'booked' | 'waiting'>
export type RegisterRefusal =
  | 'no_registration'
  | 'session_cancelled'
  | 'session_began'
  | 'more_than_seats'

/** The seats that hold: the session's own, else the series', else the room's; null is no limit. */
export function seatsOf(
  session: Pick<Session, 'seats'>,
  series: Pick<Series, 'seats'>,
  roomSeats: number | null,
): number | null {
  return session.seats ?? series.seats ?? roomSeats
}

export function whyCannotRegister(
  session: OpenSession,
  series: Pick<Series, 'registration' | 'publishedAt'>,
  { people, seats, now }: { people: number; seats: number | null; now: Instant },
): RegisterRefusal | null {
  if (series.registration === 'none' || series.publishedAt === null) return 'no_registration'
  if (session.state !== 'planned') return 'session_cancelled'
  if (toMs(now) >= toMs(session.startsAt)) return 'session_began'
  return seats !== null && people > seats ? 'more_than_seats' : null
}

/** Whoever comes while others wait, waits behind them. */
export function placeFor(
  { booked, waiting }: Pick<Session, 'booked' | 'waiting'>,
  people: number,
  seats: number | null,
): 'booked' | 'waiting' {
  if (seats === null) return 'booked'
  return waiting === 0 && booked + people <= seats ? 'booked' : 'waiting'
}

export type Waiting = { readonly id: string; readonly people: number }

/** Who moves up, in order, until the next party does not fit. */
export function movingUp<T extends Waiting>(
  queue: readonly T[],
  booked: number,
  seats: number | null,
): T[] {
  const moved: T[] = []
  let taken = booked
  for (const next of queue) {
    if (seats !== null && taken + next.people > seats) break
    taken += next.people
    moved.push(next)
  }
  return moved
}

export type ChangeRefusal = 'session_over' | 'session_cancelled' | 'nothing_changed'

export function whyCannotChange(
  session: Pick<Session, 'state' | 'endsAt'>,
  now: Instant,
): 'session_over' | 'session_cancelled' | null {
  if (session.state !== 'planned') return 'session_cancelled'
  return toMs(now) >= toMs(session.endsAt) ? 'session_over' : null
}

export type CountRefusal = 'not_yet' | 'too_late' | 'session_cancelled' | 'below_known'
const countFromMs = 2 * 3_600_000
const countUntilMs = 31 * 86_400_000

/** Counted from two hours before the start to a month after the end; never below those who are known to have come. */
export function whyCannotCount(
  session: Pick<Session, 'state' | 'startsAt' | 'endsAt' | 'came'>,
  { change, known, now }: { change: number; known: number; now: Instant },
): CountRefusal | null {
  if (session.state !== 'planned') return 'session_cancelled'
  const at = toMs(now)
  if (at < toMs(session.startsAt) - countFromMs) return 'not_yet'
  if (at > toMs(session.endsAt) + countUntilMs) return 'too_late'
  return (session.came ?? 0) + change < known ? 'below_known' : null
}

/** When somebody who left a number is reminded: the morning before, or the evening before an early start. */
export const reminderHours = 24
/** Days after a session until the number left for it is erased. */
export const eraseAfterDays = 7
export const eraseBookingAfterDays = 30
