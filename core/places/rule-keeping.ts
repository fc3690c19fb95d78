// What a rule keeper may set for a place, and when. A change begins on a day to come or today, has a reason, and never
// reaches clocks that run already.
import type { LimitKind } from './category.ts'
import { limitKinds } from './category.ts'
import { faultOfParticulars } from './particulars.ts'

type Judge = (value: unknown) => boolean

const metres: Judge = (value) => typeof value === 'number' && value >= 0 && value <= 100_000
const whole =
  (least: number, most: number): Judge =>
  (value) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most
const flag: Judge = (value) => typeof value === 'boolean'

const isLimit: Judge = (value) => {
  const { kind, amount } = (value ?? {}) as { kind?: unknown; amount?: unknown }
  return (
    limitKinds.includes(kind as LimitKind) &&
    typeof amount === 'number' &&
    amount > 0 &&
    amount <= 10_000
  )
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** An object that names nothing but these, each as it should be. */
const someOf =
  (parts: Readonly<Record<string, Judge>>): Judge =>
  (value) =>
    isObject(value) && Object.entries(value).every(([key, part]) => parts[key]?.(part) === true)

/** Categories by code with the limit a place gives them instead of the catalogue's. */
const limitsByCode: Judge = (value) =>
  isObject(value) &&
  Object.keys(value).length <= 500 &&
  Object.entries(value).every(([code, limit]) => /^[\w-]{1,20}$/.test(code) && isLimit(limit))

/** Categories by code with what a place asks beside them instead of the catalogue. */
const particularsByCode: Judge = (value) =>
  isObject(value) &&
  Object.keys(value).length <= 500 &&
  Object.entries(value).every(
    ([code, asked]) => /^[\w-]{1,20}$/.test(code) && faultOfParticulars(asked) === null,
  )

const shares: Judge = (value) =>
  isObject(value) &&
  Object.keys(value).toSorted().join() === 'responded,satisfied,solved' &&
  Object.values(value).every((share) => typeof share === 'number' && share >= 0) &&
  Math.abs(
    Object.values(value as Record<string, number>).reduce((sum, share) => sum + share, 0) - 1,
  ) < 1e-6

const roleNames: Judge = (value) =>
  Array.isArray(value) &&
  value.length <= 40 &&
  new Set(value).size === value.length &&
  value.every((name) => typeof name === 'string' && /^[a-zA-Z]{3,40}$/.test(name))

const says =
  (most: number): Judge =>
  (value) =>
    isObject(value) &&
    Object.keys(value).toSorted().join() === 'en,zh' &&
    Object.values(value).every((said) => isLine(said, most))

const isLine = (said: unknown, most: number): boolean =>
  typeof said === 'string' && said.trim().length >= 2 && said.length <= most

/** Fields of personal data by key, with what the place says of them; which fields there are, the rooms know. */
const wordsByField: Judge = (value) =>
  isObject(value) &&
  Object.keys(value).length <= 60 &&
  Object.entries(value).every(
    ([key, own]) =>
      /^[a-z]+\.[a-zA-Z]{2,40}$/.test(key) && someOf({ purpose: says(120), note: says(400) })(own),
  )

/** What holds where no place set the rules of resources: the room of resources reads them here, the page of rules too. */
export const usualOfResources = { reachMetres: 1000, answerDays: 10, warnDays: 30 } as const

/** How many days orders of a hotline are kept after their end, and what was exchanged over them, where no place set it. */
export const usualOfOrders = { keptDays: 1095, filesDays: 365 } as const

/**
 * The rules a place may set. Some have a floor or a ceiling of their own: cells below ten are shown to nobody, a round
 * has at most two extensions, a suspension is reviewed within a year.
 */
export const ruleKeys: Readonly<Record<string, Judge>> = {
  'routing.borderMetres': metres,
  'routing.nearMetres': metres,
  'places.gridSquareMetresMin': whole(1, 1_000_000),
  'resources.reachMetres': whole(100, 20_000),
  'resources.answerDays': whole(1, 60),
  'resources.warnDays': whole(1, 365),
  'figures.smallCell': whole(10, 1000),
  'surveys.smallGroup': whole(10, 1000),
  'figures.threeRateWeights': shares,
  /** Names of roles; which roles there are, the room of people knows. */
  'people.secondFactor': roleNames,
  'people.privacyWords': wordsByField,
  'cases.categoryLimits': limitsByCode,
  /** Orders of a hotline and what was answered; files, batches and answers of before. */
  'exchange.orders': someOf({ keptDays: whole(180, 3650), filesDays: whole(30, 1095) }),
  'cases.particulars': particularsByCode,
  'cases.loop': someOf({
    handleByTier: someOf({ T1: isLimit, T2: isLimit, T3: isLimit, T4: isLimit, T5: isLimit }),
    handleUrgent: isLimit,
    selfHandledClosesAfter: isLimit,
    returnWithin: isLimit,
    contestWindowDays: whole(15, 365),
    archiveAfterDays: whole(15, 365),
    suspensionDaysMax: whole(1, 365),
    waitsMax: whole(0, 2),
    extensionsMax: whole(0, 2),
    transfersMax: whole(0, 2),
    returnsByOneUnitMax: whole(0, 2),
    photosMax: whole(1, 9),
    basicallySatisfiedCounts: flag,
    eraseContactAfterDays: whole(1, 90),
    glassReviewDays: whole(1, 20),
    overdueRaisesTier: flag,
    samplePercent: whole(5, 100),
    callbacksMax: whole(1, 5),
    neighbourMetres: whole(20, 2000),
    similarMetres: whole(20, 2000),
    hotSpotDays: whole(30, 365),
    hotSpotCases: whole(2, 50),
  }),
}

export type RuleRefusal = 'unknown_rule' | 'bad_value' | 'day_past' | 'changed_that_day'

/** `since`: the day from which the area's present own value holds, if it has one. */
export function whyCannotSetRule(
  change: { key: string; value: unknown; validFrom: string },
  now: { today: string; since: string | null },
): RuleRefusal | null {
  const judge = Object.hasOwn(ruleKeys, change.key) ? ruleKeys[change.key] : undefined
  if (judge === undefined) return 'unknown_rule'
  if (!judge(change.value)) return 'bad_value'
  if (change.validFrom < now.today) return 'day_past'
  return now.since !== null && now.since >= change.validFrom ? 'changed_that_day' : null
}

/** Half-open, in order, apart, and within one day. */
export function areWorkSegments(segments: readonly (readonly string[])[]): boolean {
  const times = segments.flat()
  const inOrder = times.every((time, i) => i === 0 || times[i - 1]! < time)
  return (
    segments.length > 0 &&
    segments.every((segment) => segment.length === 2) &&
    inOrder &&
    times.every(isTime)
  )
}

const isTime = (time: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(time) || time === '24:00'
