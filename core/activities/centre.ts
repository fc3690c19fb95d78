// The centre: a house with floors and rooms, and when it is open. Which hours hold on a day is decided here, for the
// week page, for lending and for the share of open hours in use alike.
import { nextDate, toMs, weekday } from '#core/kit/time.ts'
import { startOfDay } from '#core/kit/zones.ts'
import type { Instant, LocalDate } from '#core/kit/time.ts'
import type { Words } from '#core/kit/words.ts'

/** What staff type: Chinese always, English if somebody wrote it. */
export type Named = { readonly zh: string; readonly en: string | null }

export const wordsOf = ({ zh, en }: Named): Words => ({ zh, en: en ?? zh })

export type Centre = {
  readonly communityId: number
  readonly id: string
  readonly name: Named
  readonly address: string
  readonly phone: string | null
  readonly lift: boolean
  readonly point: { readonly lon: number; readonly lat: number } | null
  readonly planPhoto: string | null
  readonly openedOn: LocalDate
  readonly closedOn: LocalDate | null
}

export type Floor = {
  readonly ordinal: number
  readonly name: Named
  readonly planPhoto: string | null
}

export type Zone = {
  readonly id: string
  readonly name: Named
  readonly purpose: string | null
  readonly themeId: string | null
}

export type Room = {
  readonly id: string
  readonly centreId: string
  readonly floor: number
  readonly zoneId: string | null
  readonly ordinal: number
  readonly name: Named
  readonly note: Named | null
  readonly seats: number | null
  readonly areaSqm: number | null
  readonly equipment: readonly string[]
  readonly stepFree: boolean
  readonly lends: boolean
  readonly needsApproval: boolean
  readonly openedOn: LocalDate
  readonly closedOn: LocalDate | null
}

/** Local times, half-open: ['09:00', '21:00']; one may end at 24:00. */
export type Span = readonly [string, string]

export type Hours = {
  /** Null is the whole centre. */
  readonly roomId: string | null
  readonly validFrom: LocalDate
  /** Seven lists, Monday first. */
  readonly week: readonly (readonly Span[])[]
  readonly onHolidays: 'closed' | 'asUsual'
}

export type SpecialDay = {
  readonly roomId: string | null
  readonly day: LocalDate
  /** An empty list is closed; null gives the day back to the ordinary week. */
  readonly spans: readonly Span[] | null
  readonly reason: Named
}

/** Rows in the order in which they were entered: of two that hold, the later decides. */
export type Opening = {
  readonly timeZone: string
  readonly hours: readonly Hours[]
  readonly specialDays: readonly SpecialDay[]
  readonly isHoliday: (day: LocalDate) => boolean
}

export type OpenDay = {
  readonly spans: readonly Span[]
  /** Why the day differs from its weekday. */
  readonly because: 'holiday' | Named | null
}

/** When a room is open on a day. A room with a row of its own follows that one, else the centre's. */
export function openOn(opening: Opening, roomId: string | null, day: LocalDate): OpenDay {
  const special = lastOf(opening.specialDays, roomId, (each) => each.day === day)
  if (special !== null && special.spans !== null)
    return { spans: special.spans, because: special.reason }
  const hours = latestHours(opening.hours, roomId, day)
  if (hours === null) return { spans: [], because: null }
  if (hours.onHolidays === 'closed' && opening.isHoliday(day))
    return { spans: [], because: 'holiday' }
  return { spans: hours.week[weekday(day) - 1] ?? [], because: null }
}

type OfRoom = { readonly roomId: string | null }

function lastOf<T extends OfRoom>(
  rows: readonly T[],
  roomId: string | null,
  holds: (row: T) => boolean,
): T | null {
  const own = rows.findLast((row) => row.roomId === roomId && holds(row))
  return own ?? rows.findLast((row) => row.roomId === null && holds(row)) ?? null
}

function latestHours(rows: readonly Hours[], roomId: string | null, day: LocalDate): Hours | null {
  const inForce = rows.filter((row) => row.validFrom <= day)
  const newest = (own: readonly Hours[]) =>
    own.reduce<Hours | null>(
      (best, row) => (best === null || row.validFrom >= best.validFrom ? row : best),
      null,
    )
  return (
    newest(inForce.filter((row) => row.roomId === roomId)) ??
    newest(inForce.filter((row) => row.roomId === null))
  )
}

/** A stretch of instants in epoch milliseconds, half-open. */
export type Stretch = { readonly from: number; readonly to: number }

export function openStretches(opening: Opening, roomId: string | null, day: LocalDate): Stretch[] {
  const midnight = toMs(startOfDay(day, opening.timeZone))
  const end = toMs(startOfDay(nextDate(day), opening.timeZone))
  // A day on which the clocks change is laid out by its midnight: centres are shut at that hour.
  return openOn(opening, roomId, day)
    .spans.map(([from, to]) => ({
      from: midnight + minutesOf(from) * 60_000,
      to: Math.min(midnight + minutesOf(to) * 60_000, end),
    }))
    .filter((span) => span.to > span.from)
}

export function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number)
  return (hours ?? 0) * 60 + (minutes ?? 0)
}

export type Use = { readonly startsAt: Instant; readonly endsAt: Instant }

/** Open and taken by nobody, for at least so long: what residents and groups may have. */
export function idleStretches(
  open: readonly Stretch[],
  uses: readonly Use[],
  { minutesMin = 60, notBefore = 0 }: { minutesMin?: number; notBefore?: number } = {},
): Stretch[] {
  const taken = uses
    .map((use) => ({ from: toMs(use.startsAt), to: toMs(use.endsAt) }))
    .toSorted((a, b) => a.from - b.from)
  return open
    .flatMap((span) => cutOut({ from: Math.max(span.from, notBefore), to: span.to }, taken))
    .filter((free) => free.to - free.from >= minutesMin * 60_000)
}

function cutOut(span: Stretch, taken: readonly Stretch[]): Stretch[] {
  const free: Stretch[] = []
  let from = span.from
  for (const each of taken) {
    if (each.to <= from || each.from >= span.to) continue
    if (each.from > from) free.push({ from, to: each.from })
    from = Math.max(from, each.to)
  }
  if (from < span.to) free.push({ from, to: span.to })
  return free
}

export type OpeningFault = 'span_order' | 'spans_overlap'

/** What is wrong with the spans of one day, or null. */
export function faultOfSpans(spans: readonly Span[]): OpeningFault | null {
  if (spans.some(([from, to]) => minutesOf(from) >= minutesOf(to))) return 'span_order'
  const sorted = spans.toSorted((a, b) => minutesOf(a[0]) - minutesOf(b[0]))
  const overlaps = sorted.some((span, i) => {
    const before = sorted[i - 1]
    return before !== undefined && minutesOf(before[1]) > minutesOf(span[0])
  })
  return overlaps ? 'spans_overlap' : null
}

/** Is the whole stretch inside the hours of its day? */
export function isOpenDuring(open: readonly Stretch[], from: number, to: number): boolean {
  return open.some((span) => span.from <= from && to <= span.to)
}
