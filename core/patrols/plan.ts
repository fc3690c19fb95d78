// When a route is to be walked, and what of it is still open. Pure: the day is an argument. A round is a team's, and nobody is
// asked when or by whom it was done.
import { type LocalDate, nextDate } from '#core/kit/time.ts'

export const objectKinds = [
  'lamp',
  'hydrant',
  'extinguisher',
  'playground',
  'stairs',
  'manhole',
  'board',
  'bench',
  'other',
] as const
export type ObjectKind = (typeof objectKinds)[number]

export const results = ['inOrder', 'fault', 'notReached'] as const
export type InspectionResult = (typeof results)[number]

export const stopsMax = 200

export type Rhythm = {
  everyWeeks: number
  /** Months in which a round may begin; none named: all year. */
  months: readonly number[]
  fromOn: LocalDate
  endedOn: LocalDate | null
}

export type Round = { dueOn: LocalDate; untilOn: LocalDate }

const dayMs = 86_400_000
const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs)

/** The round that runs on a day; null before the first, out of season and once the plan has ended. */
export function roundOn(rhythm: Rhythm, today: LocalDate): Round | null {
  const { everyWeeks, months, fromOn, endedOn } = rhythm
  if (today < fromOn || (endedOn !== null && today >= endedOn)) return null
  const length = everyWeeks * 7
  const dueOn = nextDate(fromOn, Math.floor(daysBetween(fromOn, today) / length) * length)
  if (months.length > 0 && !months.includes(Number(dueOn.slice(5, 7)))) return null
  return { dueOn, untilOn: nextDate(dueOn, length - 1) }
}

/** A thing as a case names it: what it is called, and the tag that hangs on it. */
export const thingText = ({ name, tag }: { name: string; tag: string | null }): string =>
  tag === null ? name : `${name}（${tag}）`

/** What a case says whose fault was found on a round: the thing, its tag, and what was seen. */
export const faultText = (of: { name: string; tag: string | null }, words: string): string =>
  `${thingText(of)}${words.trim() === '' ? '' : `：${words.trim()}`}`
