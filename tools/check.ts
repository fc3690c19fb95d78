// linli check clocks FILE · linli check figures FILE: recomputes every right answer of a vector file with the
// product's own functions and shows each difference. Files may be .json or .json.gz.

import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { dueAt, remainingAtPause } from '#core/cases/clock.ts'
import type { Extension, LimitKind, Pause } from '#core/cases/clock.ts'
import type { JournalEntry } from '#core/cases/case-history.ts'
import { defaultFigureSettings } from '#core/cases/figure-scope.ts'
import type { FigureArea, Period } from '#core/cases/figure-scope.ts'
import { figuresFrom, readJournal } from '#core/cases/figures.ts'
import type { Figures } from '#core/cases/figures.ts'
import { addSeconds, isInstant, toMs } from '#core/kit/time.ts'
import type { Instant } from '#core/kit/time.ts'
import { defaultSegments } from '#core/places/calendar.ts'
import type { Calendar } from '#core/places/calendar.ts'
import { limitKinds } from '#core/places/category.ts'

export type Difference = { where: string; expected: unknown; found: unknown }
export type Check = { compared: number; differences: Difference[] }

/** A file that cannot be compared at all, said in a sentence for the person who named it. */
export class UnreadableVectors extends Error {
  override name = 'UnreadableVectors'
}

type ClockCase = {
  id: string
  kind: LimitKind
  amount: number
  segments?: [string, string][]
  start: Instant
  pauses?: Pause[]
  extensions?: Extension[]
  due: Instant | null
  remainingSeconds?: number
}
type ClockVectors = {
  timezone?: string
  workDayHours?: number
  calendar: { version?: string; daysOff: string[]; makeUpWorkdays: string[] }
  cases: ClockCase[]
}

export async function checkClocks(file: string): Promise<Check> {
  const vectors = await read<ClockVectors>(file)
  demand(
    Array.isArray(vectors.cases),
    file,
    'has no list "cases": it is not a file of clock vectors',
  )
  demand(Array.isArray(vectors.calendar?.daysOff), file, 'has no "calendar" with "daysOff"')
  demand(
    Array.isArray(vectors.calendar.makeUpWorkdays),
    file,
    'has no "makeUpWorkdays" in "calendar"',
  )
  demand(isZone(vectors.timezone ?? 'Asia/Shanghai'), file, 'names an unknown time zone')
  const calendars = new Map<string, Calendar>()
  const calendarFor = (segments: Calendar['segments']): Calendar => {
    const key = JSON.stringify(segments)
    const calendar = calendars.get(key) ?? clockCalendar(vectors, segments)
    calendars.set(key, calendar)
    return calendar
  }
  const differences = vectors.cases.flatMap((c, i) => {
    demandClockCase(c, file, c?.id ?? `number ${i + 1}`)
    return clockDifferences(c, calendarFor(c.segments ?? defaultSegments))
  })
  return { compared: vectors.cases.length, differences }
}

function isZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
    return true
  } catch {
    return false // the only answer it knows for a name it does not know
  }
}

function clockCalendar(vectors: ClockVectors, segments: Calendar['segments']): Calendar {
  return {
    version: vectors.calendar.version ?? 'vectors',
    timeZone: vectors.timezone ?? 'Asia/Shanghai',
    segments,
    workDayHours: vectors.workDayHours ?? 8,
    daysOff: new Set(vectors.calendar.daysOff),
    makeUpDays: new Set(vectors.calendar.makeUpWorkdays),
    knownYears: new Set(vectors.calendar.daysOff.map((date) => Number(date.slice(0, 4)))),
  }
}

function demandClockCase(c: ClockCase, file: string, id: string): void {
  demand(limitKinds.includes(c?.kind), file, `names an unknown limit kind in case ${id}`)
  demand(typeof c.amount === 'number' && c.amount >= 0, file, `has no amount in case ${id}`)
  const lists = [c.pauses ?? [], c.extensions ?? []].every(Array.isArray)
  demand(lists, file, `has pauses or extensions that are no list in case ${id}`)
  const open = c.segments === undefined || c.segments.every((s) => s.every(isDayTime))
  demand(
    open && c.segments?.length !== 0,
    file,
    `has work segments that are no times in case ${id}`,
  )
  const pauses = (c.pauses ?? []).flatMap((p) => [p.from, p.to])
  const instants = [c.start, c.due, ...pauses].filter((at) => at !== null)
  demand(
    instants.every(isInstant),
    file,
    `has a moment without date, time and offset in case ${id}`,
  )
}

const isDayTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text)

function clockDifferences(c: ClockCase, calendar: Calendar): Difference[] {
  const timed = {
    limitKind: c.kind,
    amount: c.amount,
    startedAt: c.start,
    pauses: c.pauses ?? [],
    extensions: c.extensions ?? [],
  }
  const due = dueAt(timed, calendar)
  const differences: Difference[] = []
  if (!sameInstant(due, c.due)) {
    const found = due === null ? null : writtenLike(c.due ?? c.start, due)
    differences.push({ where: `${c.id} due`, expected: c.due, found })
  }
  const remaining = remainingAtPause(timed, calendar)
  if (remaining !== (c.remainingSeconds ?? null)) {
    const expected = c.remainingSeconds ?? null
    differences.push({ where: `${c.id} remainingSeconds`, expected, found: remaining })
  }
  return differences
}

const sameInstant = (a: Instant | null, b: Instant | null): boolean =>
  a === null || b === null ? a === b : toMs(a) === toMs(b)

/** The same moment with the offset another one is written with, so that a reader can compare the two. */
function writtenLike(model: Instant, instant: Instant): Instant {
  const offset = /([+-])(\d{2}):?(\d{2})$/.exec(model)
  if (offset === null) return instant
  const [, sign, hours, minutes] = offset
  const seconds = (Number(hours) * 60 + Number(minutes)) * 60 * (sign === '-' ? -1 : 1)
  return `${addSeconds(instant, seconds).replace('Z', '')}${sign}${hours}:${minutes}`
}

type FigureVectors = {
  asOf: Instant
  smallCell?: number
  basicallySatisfiedCounts?: boolean
  repeatDays?: number
  areas: FigureArea[]
  periods: (Period & { name: string })[]
  journal: JournalEntry[]
  expected: { area: string; period: string; asOf?: Instant; figures: Partial<Figures> }[]
}

export async function checkFigures(file: string): Promise<Check> {
  const vectors = await read<FigureVectors>(file)
  for (const list of ['areas', 'periods', 'journal', 'expected'] as const) {
    demand(Array.isArray(vectors[list]), file, `has no list "${list}": it is not a file of figures`)
  }
  demand(isInstant(vectors.asOf), file, 'has no instant "asOf"')
  demandFigureVectors(vectors, file)
  const settings = {
    asOf: vectors.asOf,
    smallCell: vectors.smallCell ?? defaultFigureSettings.smallCell,
    repeatDays: vectors.repeatDays ?? defaultFigureSettings.repeatDays,
    basicallySatisfiedCounts: vectors.basicallySatisfiedCounts ?? true,
  }
  const reading = readJournal(vectors.areas, vectors.journal, settings)
  const periods = new Map(vectors.periods.map((p) => [p.name, p]))
  let compared = 0
  const differences: Difference[] = []
  for (const { area, period, figures } of vectors.expected) {
    const known = periods.get(period)
    if (known === undefined) demand(false, file, `expects figures of an unknown period "${period}"`)
    const found: Record<string, unknown> = figuresFrom(reading, { area, period: known })
    for (const [name, expected] of Object.entries(figures)) {
      compared += 1
      differences.push(...compare(`${area} ${period} ${name}`, expected, found[name]))
    }
  }
  return { compared, differences }
}

function demandFigureVectors(vectors: FigureVectors, file: string): void {
  for (const period of vectors.periods) {
    const bounds = [period?.from, period?.to].every(isInstant)
    demand(bounds, file, `has a period "${period?.name}" without two instants`)
  }
  for (const [i, entry] of vectors.journal.entries()) {
    const line = `entry ${entry?.n ?? i + 1} of the journal`
    const dues = [entry?.handleDue, entry?.wholeDue, entry?.respondDue, entry?.meetBy]
    const instants = [entry?.at, ...dues.filter((due) => due !== null && due !== undefined)]
    demand(instants.every(isInstant), file, `has a moment without date, time and offset in ${line}`)
    const named = typeof entry.case === 'string' && typeof entry.move === 'string'
    demand(named, file, `names no case or no move in ${line}`)
  }
  for (const expected of vectors.expected) {
    demand(isRecord(expected?.figures), file, 'has an expectation without "figures"')
  }
}

/** Descends to the numbers that differ, so that a reader sees the one field and not two long objects. */
function compare(where: string, expected: unknown, found: unknown): Difference[] {
  if (!isRecord(expected) || !isRecord(found)) {
    return Object.is(expected, found) ? [] : [{ where, expected, found }]
  }
  // The vectors do not ask for handling times by class.
  const asked = (key: string) => key !== 'byClass' || key in expected
  const keys = [...new Set([...Object.keys(expected), ...Object.keys(found)])].filter(asked)
  return keys.flatMap((key) => compare(`${where}.${key}`, expected[key], found[key]))
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

async function read<T>(file: string): Promise<T> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new UnreadableVectors(`${file} cannot be read`, { cause })
  })
  try {
    const zipped = bytes[0] === 0x1f && bytes[1] === 0x8b
    const value: unknown = JSON.parse((zipped ? gunzipSync(bytes) : bytes).toString('utf8'))
    if (isRecord(value)) return value as T
  } catch (cause) {
    throw new UnreadableVectors(`${file} is neither JSON nor gzipped JSON`, { cause })
  }
  throw new UnreadableVectors(`${file} holds no JSON object`)
}

function demand(holds: unknown, file: string, otherwise: string): asserts holds {
  if (!holds) throw new UnreadableVectors(`${file} ${otherwise}`)
}

export const checkClocksCommand = (file: string): Promise<number> =>
  tell(checkClocks(file), 'deadlines')
export const checkFiguresCommand = (file: string): Promise<number> =>
  tell(checkFigures(file), 'figures')

/** Prints the outcome; 0 if all agree, 1 if any differs, 2 if the file cannot be compared. */
async function tell(check: Promise<Check>, what: string): Promise<number> {
  try {
    const { compared, differences } = await check
    for (const d of differences) {
      console.log(
        `${d.where}: expected ${JSON.stringify(d.expected)}, found ${JSON.stringify(d.found)}`,
      )
    }
    const verdict = differences.length === 0 ? 'all agree' : `${differences.length} differences`
    console.log(`${compared} ${what} compared: ${verdict}`)
    return differences.length === 0 ? 0 : 1
  } catch (trouble) {
    if (!(trouble instanceof UnreadableVectors)) throw trouble
    console.error(trouble.message)
    return 2
  }
}
