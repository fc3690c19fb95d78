// A place's working calendar: which days are worked, and between which hours. It knows nothing of cases or limits.
// Work time is laid out once per calendar and year as a sorted line of segments in epoch milliseconds, so that
// counting it costs two binary searches and no calendar arithmetic.

import { assert } from '#core/kit/result.ts'
import { nextDate, weekday } from '#core/kit/time.ts'
import { offsetPieces, startOfDayMs } from '#core/kit/zones.ts'
import type { LocalDate } from '#core/kit/time.ts'

export type Calendar = {
  version: string
  timeZone: string
  /** Half-open local times, in order: [['08:00','12:00'],['14:00','18:00']]; one may end at 24:00. */
  segments: readonly (readonly [string, string])[]
  /** Work hours in one WORK_DAY, also where the segments sum to another length. */
  workDayHours: number
  daysOff: ReadonlySet<LocalDate>
  makeUpDays: ReadonlySet<LocalDate>
  /** Years whose notice was published. Any other is computed with ordinary weeks and called provisional. */
  knownYears: ReadonlySet<number>
}

export const defaultSegments: Calendar['segments'] = [
  ['08:00', '12:00'],
  ['14:00', '18:00'],
]

/** A make-up day, or Monday to Friday and no day off. */
export function isWorkday(calendar: Calendar, date: LocalDate): boolean {
  if (calendar.makeUpDays.has(date)) return true
  return weekday(date) <= 5 && !calendar.daysOff.has(date)
}

/** Does the stretch touch a year whose holidays are not yet published? */
export function isProvisional(calendar: Calendar, from: LocalDate, to: LocalDate): boolean {
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    if (!calendar.knownYears.has(year)) return true
  }
  return false
}

/** Work time in [from, to), both epoch milliseconds. */
export function workMs(calendar: Calendar, from: number, to: number): number {
  if (to <= from) return 0
  const line = lineOver(calendar, from, to)
  return workedBefore(line, to) - workedBefore(line, from)
}

/** The earliest instant t ≥ from with `amount` of work time in [from, t). */
export function afterWork(calendar: Calendar, from: number, amount: number): number {
  if (amount <= 0) return from
  let until = from + amount
  for (let years = 1; years < 400; years *= 2) {
    const line = lineOver(calendar, from, until)
    const goal = workedBefore(line, from) + amount
    if (goal <= lineTotal(line)) return reach(line, goal)
    until = from + amount + years * yearMs
  }
  assert(false, `calendar ${calendar.version} has no work time to count`)
}

/** The next `count` stretches of work time from an instant on, the first one cut to begin there. */
export function workStretches(calendar: Calendar, from: number, count: number): [number, number][] {
  const line = lineOver(calendar, from, from + yearMs)
  const running = lastAtOrBelow(line.starts, from)
  const first = running >= 0 && line.ends[running]! > from ? running : running + 1
  return line.starts
    .slice(first, first + count)
    .map((start, i) => [Math.max(start, from), line.ends[first + i]!])
}

const yearMs = 366 * 86_400_000

/** Segments in order; worked[i] is the work time in all segments before i. */
type Line = {
  fromYear: number
  toYear: number
  starts: number[]
  ends: number[]
  worked: number[]
}
const lines = new WeakMap<Calendar, Line>()

function lineOver(calendar: Calendar, from: number, to: number): Line {
  // A zone is at most 14 hours from UTC, so the local year lies within a day of the UTC one.
  const fromYear = new Date(from - 86_400_000).getUTCFullYear()
  const toYear = new Date(to + 86_400_000).getUTCFullYear()
  const known = lines.get(calendar)
  if (known !== undefined && known.fromYear <= fromYear && known.toYear >= toYear) return known
  const line = layOut(
    calendar,
    Math.min(fromYear, known?.fromYear ?? fromYear),
    Math.max(toYear + 1, known?.toYear ?? 0),
  )
  lines.set(calendar, line)
  return line
}

function layOut(calendar: Calendar, fromYear: number, toYear: number): Line {
  const line: Line = { fromYear, toYear, starts: [], ends: [], worked: [] }
  const local = calendar.segments
    .map(([from, to]) => [dayTimeMs(from), dayTimeMs(to)] as const)
    .toSorted((a, b) => a[0] - b[0])
  const pieces = offsetPieces(
    startOfDayMs(`${fromYear}-01-01`, calendar.timeZone),
    startOfDayMs(`${toYear + 1}-01-01`, calendar.timeZone),
    calendar.timeZone,
  )
  for (const piece of pieces) {
    let date = new Date(piece.from + piece.offsetMs).toISOString().slice(0, 10)
    const last = new Date(piece.to + piece.offsetMs - 1).toISOString().slice(0, 10)
    for (; date <= last; date = nextDate(date)) {
      if (!isWorkday(calendar, date)) continue
      const midnight = Date.parse(`${date}T00:00:00Z`) - piece.offsetMs
      for (const [from, to] of local) {
        addSegment(line, Math.max(midnight + from, piece.from), Math.min(midnight + to, piece.to))
      }
    }
  }
  return line
}

function addSegment(line: Line, opens: number, to: number): void {
  const from = Math.max(opens, line.ends.at(-1) ?? opens)
  if (to <= from) return
  line.worked.push(lineTotal(line))
  line.starts.push(from)
  line.ends.push(to)
}

function lineTotal(line: Line): number {
  const last = line.starts.length - 1
  return last < 0 ? 0 : line.worked[last]! + line.ends[last]! - line.starts[last]!
}

/** Work time on the line before an instant. */
function workedBefore(line: Line, at: number): number {
  const i = lastAtOrBelow(line.starts, at)
  return i < 0 ? 0 : line.worked[i]! + Math.min(at, line.ends[i]!) - line.starts[i]!
}

/** The earliest instant with `goal` worked before it; goal > 0, so it lies in or at the end of a segment. */
function reach(line: Line, goal: number): number {
  let i = lastAtOrBelow(line.worked, goal)
  if (line.worked[i] === goal) i -= 1
  return line.starts[i]! + goal - line.worked[i]!
}

function lastAtOrBelow(sorted: number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! <= value) low = middle + 1
    else high = middle
  }
  return low - 1
}

function dayTimeMs(time: string): number {
  const [hours, minutes, seconds] = time.split(':').map(Number)
  return ((hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)) * 1000
}
