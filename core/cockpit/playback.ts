// 一日回放: how an area stood at any minute of a past day. Pure: what the day began with and what happened in it give the
// state at every instant, and at the last one the state that the cockpit itself shows.

import { isOpen } from '#core/cases/case.ts'
import type { State } from '#core/cases/case.ts'
import { toMs } from '#core/kit/time.ts'
import type { PlaybackView, PlayedCase, PlayedEvent } from './contract-playback.ts'

/** One case at one instant. */
export type Stood = {
  of: number
  number: string | null
  state: State
  area: string
  category: string
  urgent: boolean
  overdue: boolean
}

export type Stand = {
  at: string
  /** Open in the area, in the order in which they came up. */
  open: Stood[]
  overdue: number
  /** Of this day up to now. */
  reported: number
  filed: number
  closed: number
  /** So many of the day's events have happened. */
  happened: number
}

type Held = Pick<PlayedCase, 'state' | 'area' | 'category' | 'filed'>

/** What happened at the instant itself has happened. */
export function standAt(day: Pick<PlaybackView, 'cases' | 'events'>, at: string): Stand {
  const until = toMs(at)
  const held: Held[] = day.cases.map(({ state, area, category, filed }) => ({
    state,
    area,
    category,
    filed,
  }))
  const counts = { reported: 0, filed: 0, closed: 0 }
  let happened = 0
  for (const event of day.events) {
    if (toMs(event.at) > until) break
    happened += 1
    const was = held[event.of]
    if (was === undefined) continue
    const is = after(was, event)
    held[event.of] = is
    if (event.area === null) continue
    if (event.move === 'report') counts.reported += 1
    if (is.filed && !was.filed) counts.filed += 1
    if (is.state === 'CLOSED' && was.state !== 'CLOSED') counts.closed += 1
  }
  const open = held.flatMap((one, of) => stood(day.cases[of], one, { of, until }))
  const overdue = open.filter((one) => one.overdue).length
  return { at, open, overdue, ...counts, happened }
}

/** A case after one of its entries. The same step makes what the day begins with. */
export function after(was: Held, event: Omit<PlayedEvent, 'of' | 'at' | 'sentence'>): Held {
  return {
    state: event.state,
    area: event.area,
    category: event.category ?? was.category,
    filed: was.filed || files(event),
  }
}

/** A contest that was right files what had been refused. */
const files = ({ move, state }: Pick<PlayedEvent, 'move' | 'state'>): boolean =>
  move === 'accept' || move === 'selfHandle' || (move === 'decideContest' && state === 'ACCEPTED')

function stood(
  played: PlayedCase | undefined,
  { state, area, category }: Held,
  { of, until }: { of: number; until: number },
): Stood[] {
  if (played === undefined || state === null || area === null || !isOpen(state as State)) return []
  const { number, urgent, late } = played
  const checked = handedIn.includes(state)
  const overdue = late.some(
    ({ from, to, handling }) =>
      toMs(from) < until && (to === null || until < toMs(to)) && !(handling && checked),
  )
  return [{ of, number, state: state as State, area, category, urgent, overdue }]
}

/** The work is handed in: whoever has to check it now is not late with handling. */
const handedIn: readonly string[] = ['HANDLED', 'PASSING_BACK', 'CHECKED']

/** Counts of the open cases per area of the map: each area above the place of filing counts it. */
export function standByArea(
  day: Pick<PlaybackView, 'areas'>,
  open: readonly Pick<Stood, 'area' | 'overdue'>[],
): Map<string, { open: number; overdue: number }> {
  const within = new Map(day.areas.map((area) => [area.code, area.within]))
  const counts = new Map<string, { open: number; overdue: number }>()
  for (const { area, overdue } of open)
    for (const code of within.get(area) ?? []) {
      const row = counts.get(code) ?? { open: 0, overdue: 0 }
      counts.set(code, { open: row.open + 1, overdue: row.overdue + (overdue ? 1 : 0) })
    }
  return counts
}

/** The instants at which something happens, for stepping: entries, and dues that pass. */
export function beatsOf(day: Pick<PlaybackView, 'cases' | 'events' | 'from' | 'until'>): string[] {
  const [from, until] = [toMs(day.from), toMs(day.until)]
  // Late is what is past its due: the instant after it.
  const lates = day.cases.flatMap(({ late }) => late.map((span) => toMs(span.from) + 1))
  const all = new Set([...day.events.map((event) => toMs(event.at)), ...lates])
  return [...all]
    .filter((ms) => ms >= from && ms <= until)
    .toSorted((a, b) => a - b)
    .map((ms) => new Date(ms).toISOString())
}

/** How much happened in each slice of the day, for the bar one drags along. */
export function pulseOf(
  day: Pick<PlaybackView, 'events' | 'from'>,
  { slices, dayMs }: { slices: number; dayMs: number },
): number[] {
  const counts = Array.from({ length: slices }, () => 0)
  const begin = toMs(day.from)
  for (const { at } of day.events) {
    const slice = Math.min(slices - 1, Math.floor(((toMs(at) - begin) * slices) / dayMs))
    counts[slice] = (counts[slice] ?? 0) + 1
  }
  return counts
}
