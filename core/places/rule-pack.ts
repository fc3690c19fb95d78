// The rules of a place as one file: taken out, read by people, carried elsewhere, judged whole, put in force from a day.
// A pack only sets what it names; what it does not name stays as it is.
import { done, refused, type Result } from '#core/kit/result.ts'
import { type Category, faultsOfPack } from './category.ts'
import { areWorkSegments, ruleKeys } from './rule-keeping.ts'

export const packFormat = 'linli.rules/1'

export type WorkHours = { segments: string[][]; workDayHours: number }
export const dayKinds = ['off', 'work', 'plain'] as const
export type LocalDay = { day: string; kind: (typeof dayKinds)[number]; name: string }

export type RulePack = {
  format: typeof packFormat
  /** Code of the area it was taken from, and the day. */
  area: string
  takenOn: string
  rules: Record<string, unknown>
  hours: WorkHours | null
  /** Days that the place itself set; those of the State Council are everybody's and not in it. */
  days: LocalDay[]
  categories: Category[]
}

/** Which part of a file cannot be used, and why; the words for it stand in words-rule-pack.ts. */
export const packFaults = [
  'unknown_rule',
  'bad_value',
  'bad_hours',
  'bad_day',
  'bad_category',
  'not_a_pack',
] as const
export type PackFault = (typeof packFaults)[number]

const daysMax = 400
const categoriesMax = 2000
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What a file says, or each of its parts that cannot be used: `fields` names them by their path. */
export function readPack(given: unknown): Result<RulePack, 'bad_pack'> {
  if (!isObject(given) || given['format'] !== packFormat)
    return refused('bad_pack', { fields: { format: 'not_a_pack' satisfies PackFault } })
  const { rules = {}, hours = null, days = [], categories = [] } = given
  const fields = {
    ...faultsOfRules(rules),
    ...faultsOfHours(hours),
    ...faultsOfDays(days),
    ...faultsOfCategories(categories),
  }
  if (Object.keys(fields).length > 0) return refused('bad_pack', { fields })
  return done({
    format: packFormat,
    area: wordsIn(given['area']),
    takenOn: wordsIn(given['takenOn']),
    rules: rules as RulePack['rules'],
    hours: hours as WorkHours | null,
    days: days as LocalDay[],
    categories: categories as Category[],
  })
}

const wordsIn = (value: unknown): string => (typeof value === 'string' ? value : '')

type Faults = Record<string, PackFault>

function faultsOfRules(rules: unknown): Faults {
  if (!isObject(rules)) return { rules: 'not_a_pack' }
  const faults: Faults = {}
  for (const [key, value] of Object.entries(rules)) {
    const judge = Object.hasOwn(ruleKeys, key) ? ruleKeys[key] : undefined
    if (judge === undefined) faults[`rules.${key}`] = 'unknown_rule'
    else if (!judge(value)) faults[`rules.${key}`] = 'bad_value'
  }
  return faults
}

function faultsOfHours(hours: unknown): Faults {
  if (hours === null) return {}
  const { segments, workDayHours } = isObject(hours) ? hours : {}
  const isList =
    Array.isArray(segments) &&
    segments.every((one) => Array.isArray(one) && one.every((time) => typeof time === 'string'))
  const holds =
    isList &&
    areWorkSegments(segments as string[][]) &&
    typeof workDayHours === 'number' &&
    workDayHours > 0 &&
    workDayHours <= 24
  return holds ? {} : { hours: 'bad_hours' }
}

function faultsOfDays(days: unknown): Faults {
  if (!Array.isArray(days) || days.length > daysMax) return { days: 'not_a_pack' }
  const faults: Faults = {}
  for (const [i, one] of (days as unknown[]).entries())
    if (!isLocalDay(one)) faults[`days.${i}`] = 'bad_day'
  return faults
}

function isLocalDay(one: unknown): one is LocalDay {
  if (!isObject(one)) return false
  const { day, kind, name } = one
  return (
    typeof day === 'string' &&
    isDay(day) &&
    dayKinds.some((known) => known === kind) &&
    typeof name === 'string' &&
    name.length >= 1 &&
    name.length <= 80
  )
}

/** A day there is: 2026-02-29 is none. */
function isDay(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`)
  return (
    /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(day)
  )
}

function faultsOfCategories(categories: unknown): Faults {
  const holds =
    Array.isArray(categories) &&
    categories.length <= categoriesMax &&
    categories.every(isCategory) &&
    faultsOfPack(categories).length === 0
  return holds ? {} : { categories: 'bad_category' }
}

const isCategory = (one: unknown): one is Category =>
  isObject(one) &&
  ['code', 'zh', 'en'].every((key) => typeof one[key] === 'string') &&
  (one['parent'] === null || typeof one['parent'] === 'string') &&
  (one['limit'] === null || isObject(one['limit'])) &&
  ['filing', 'closing', 'evidence', 'selfHandle'].every((key) => isObject(one[key])) &&
  ['urgent', 'openToPublic'].every((key) => typeof one[key] === 'boolean') &&
  Array.isArray(one['keywords']) &&
  /^[PEC]$/.test(wordsIn(one['class'])) &&
  /^T[1-5]$/.test(wordsIn(one['tier']))

/** One thing a pack would change: working hours are under their own key, days by their date. */
export type PackChange = {
  part: 'rule' | 'hours' | 'day'
  key: string
  before: unknown
  after: unknown
}
/** What holds at the place on the day from which the pack is to hold. */
export type Present = {
  rules: Record<string, unknown>
  hours: WorkHours
  days: readonly LocalDay[]
}

/** What would change, in the order of the file; days before `from` are over and are left out. */
export function packChanges(pack: RulePack, present: Present, from: string): PackChange[] {
  const rules = Object.entries(pack.rules)
    .filter(([key, value]) => !same(present.rules[key], value))
    .map(([key, after]): PackChange => ({
      part: 'rule',
      key,
      before: present.rules[key] ?? null,
      after,
    }))
  const hours: PackChange[] =
    pack.hours === null || same(pack.hours, present.hours)
      ? []
      : [{ part: 'hours', key: 'workSegments', before: present.hours, after: pack.hours }]
  const days = pack.days
    .filter(({ day }) => day >= from)
    .flatMap((after): PackChange[] => {
      const before = present.days.find(({ day }) => day === after.day) ?? null
      return same(before, after) ? [] : [{ part: 'day', key: after.day, before, after }]
    })
  return [...rules, ...hours, ...days]
}

/** Equal as JSON, whatever the order of keys. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b))
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .toSorted()
      .map((key) => [key, ordered(value[key])]),
  )
}
