// Every amount a place may set, as a card: where it lives in the stored rules, what it means, its unit and bounds, and
// the value that holds where nobody has set one. The server judges again (core/places/rule-keeping.ts).
import type { Tier } from '#core/cases/case.ts'
import type { LimitKind } from '#core/places/category.ts'
import { defaultLoopRules, type Limit, type LoopRules } from '#core/cases/rules.ts'
import { tierWords } from '#core/cases/words.ts'
import { countWords, limitWords } from '#core/cases/words-limits.ts'
import type { Words } from '#core/kit/words.ts'
import { type Role, roles } from '#core/people/roles.ts'
import { usualOfOrders, usualOfResources } from '#core/places/rule-keeping.ts'
import { secondFactorRule } from '#core/people/second-factor.ts'
import type { Say } from '#web/kit/language.ts'
import { ruleWords as words } from './words-rules.ts'

export type RuleKey =
  | 'routing.borderMetres'
  | 'routing.nearMetres'
  | 'places.gridSquareMetresMin'
  | 'figures.smallCell'
  | 'surveys.smallGroup'
  | 'figures.threeRateWeights'
  | 'resources.reachMetres'
  | 'resources.answerDays'
  | 'resources.warnDays'
  | 'exchange.orders'
  | 'cases.loop'
  | 'cases.categoryLimits'
  | 'people.secondFactor'
export const weighed = ['responded', 'solved', 'satisfied'] as const
/** Shares that add up to one. */
export type Weights = Record<(typeof weighed)[number], number>
export type RuleValue = number | boolean | Limit | readonly Role[] | Weights

export type RuleCard = {
  id: string
  key: RuleKey
  /** Inside the stored value; empty where the value is the whole rule. */
  part: readonly string[]
  group: Words
  name: Words
  hint: Words
  shape:
    | { kind: 'limit' }
    | { kind: 'flag' }
    | { kind: 'roles' }
    | { kind: 'weights' }
    | { kind: 'whole'; unit: Words; least: number; most: number }
  usual: RuleValue
}

type LoopPart = keyof LoopRules
const loop = (
  part: LoopPart,
  rest: Pick<RuleCard, 'group' | 'name' | 'hint' | 'shape'>,
): RuleCard => ({
  id: part,
  key: 'cases.loop',
  part: [part],
  usual: defaultLoopRules[part] as RuleValue,
  ...rest,
})
const whole = (unit: Words, least: number, most: number): RuleCard['shape'] => ({
  kind: 'whole',
  unit,
  least,
  most,
})
const limit: RuleCard['shape'] = { kind: 'limit' }
const tiers: readonly Tier[] = ['T1', 'T2', 'T3', 'T4', 'T5']
const { times, days, metres, squareMetres, pieces, sheets } = words

export const ruleCards: readonly RuleCard[] = [
  ...tiers.map((tier): RuleCard => ({
    id: `handleByTier.${tier}`,
    key: 'cases.loop',
    part: ['handleByTier', tier],
    group: words.promises,
    name: tierWords[tier],
    hint: words.handleHint,
    shape: limit,
    usual: defaultLoopRules.handleByTier[tier],
  })),
  loop('handleUrgent', {
    group: words.promises,
    name: words.handleUrgent,
    hint: words.handleUrgentHint,
    shape: limit,
  }),
  loop('selfHandledClosesAfter', {
    group: words.promises,
    name: words.selfHandled,
    hint: words.selfHandledHint,
    shape: limit,
  }),
  loop('overdueRaisesTier', {
    group: words.promises,
    name: words.raisesTier,
    hint: words.raisesTierHint,
    shape: { kind: 'flag' },
  }),
  loop('returnWithin', {
    group: words.guards,
    name: words.returnWithin,
    hint: words.returnWithinHint,
    shape: limit,
  }),
  loop('extensionsMax', {
    group: words.guards,
    name: words.extensionsMax,
    hint: words.extensionsMaxHint,
    shape: whole(times, 0, 2),
  }),
  loop('waitsMax', {
    group: words.guards,
    name: words.waitsMax,
    hint: words.waitsMaxHint,
    shape: whole(times, 0, 2),
  }),
  loop('transfersMax', {
    group: words.guards,
    name: words.transfersMax,
    hint: words.transfersMaxHint,
    shape: whole(times, 0, 2),
  }),
  loop('returnsByOneUnitMax', {
    group: words.guards,
    name: words.returnsMax,
    hint: words.returnsMaxHint,
    shape: whole(times, 0, 2),
  }),
  loop('suspensionDaysMax', {
    group: words.guards,
    name: words.suspensionMax,
    hint: words.suspensionMaxHint,
    shape: whole(days, 1, 365),
  }),
  loop('contestWindowDays', {
    group: words.residents,
    name: words.contestWindow,
    hint: words.contestWindowHint,
    shape: whole(days, 15, 365),
  }),
  loop('archiveAfterDays', {
    group: words.residents,
    name: words.archiveAfter,
    hint: words.archiveAfterHint,
    shape: whole(days, 15, 365),
  }),
  loop('photosMax', {
    group: words.residents,
    name: words.photosMax,
    hint: words.photosMaxHint,
    shape: whole(sheets, 1, 9),
  }),
  loop('eraseContactAfterDays', {
    group: words.residents,
    name: words.eraseAfter,
    hint: words.eraseAfterHint,
    shape: whole(days, 1, 90),
  }),
  loop('glassReviewDays', {
    group: words.checking,
    name: words.glassReview,
    hint: words.glassReviewHint,
    shape: whole(words.workDays, 1, 20),
  }),
  loop('neighbourMetres', {
    group: words.residents,
    name: words.neighbour,
    hint: words.neighbourHint,
    shape: whole(metres, 20, 2000),
  }),
  loop('samplePercent', {
    group: words.checking,
    name: words.sample,
    hint: words.sampleHint,
    shape: whole(words.percent, 5, 100),
  }),
  loop('callbacksMax', {
    group: words.checking,
    name: words.callbacks,
    hint: words.callbacksHint,
    shape: whole(times, 1, 5),
  }),
  loop('similarMetres', {
    group: words.checking,
    name: words.similar,
    hint: words.similarHint,
    shape: whole(metres, 20, 2000),
  }),
  loop('hotSpotDays', {
    group: words.checking,
    name: words.hotDays,
    hint: words.hotDaysHint,
    shape: whole(days, 30, 365),
  }),
  loop('hotSpotCases', {
    group: words.checking,
    name: words.hotCases,
    hint: words.hotCasesHint,
    shape: whole(pieces, 2, 50),
  }),
  loop('basicallySatisfiedCounts', {
    group: words.figures,
    name: words.basically,
    hint: words.basicallyHint,
    shape: { kind: 'flag' },
  }),
  {
    id: 'figures.smallCell',
    key: 'figures.smallCell',
    part: [],
    group: words.figures,
    name: words.smallCell,
    hint: words.smallCellHint,
    shape: whole(pieces, 10, 1000),
    usual: 10,
  },
  {
    id: 'figures.threeRateWeights',
    key: 'figures.threeRateWeights',
    part: [],
    group: words.figures,
    name: words.weights,
    hint: words.weightsHint,
    shape: { kind: 'weights' },
    usual: { responded: 1 / 3, solved: 1 / 3, satisfied: 1 / 3 },
  },
  {
    id: 'surveys.smallGroup',
    key: 'surveys.smallGroup',
    part: [],
    group: words.figures,
    name: words.smallGroup,
    hint: words.smallCellHint,
    shape: whole(words.people, 10, 1000),
    usual: 10,
  },
  {
    id: 'resources.reachMetres',
    key: 'resources.reachMetres',
    part: [],
    group: words.resources,
    name: words.reach,
    hint: words.reachHint,
    shape: whole(metres, 100, 20_000),
    usual: usualOfResources.reachMetres,
  },
  {
    id: 'resources.answerDays',
    key: 'resources.answerDays',
    part: [],
    group: words.resources,
    name: words.answerDays,
    hint: words.answerDaysHint,
    shape: whole(words.workDays, 1, 60),
    usual: usualOfResources.answerDays,
  },
  {
    id: 'resources.warnDays',
    key: 'resources.warnDays',
    part: [],
    group: words.resources,
    name: words.warnDays,
    hint: words.warnDaysHint,
    shape: whole(days, 1, 365),
    usual: usualOfResources.warnDays,
  },
  {
    id: 'exchange.orders.keptDays',
    key: 'exchange.orders',
    part: ['keptDays'],
    group: words.hotline,
    name: words.ordersKept,
    hint: words.ordersKeptHint,
    shape: whole(words.days, 180, 3650),
    usual: usualOfOrders.keptDays,
  },
  {
    id: 'exchange.orders.filesDays',
    key: 'exchange.orders',
    part: ['filesDays'],
    group: words.hotline,
    name: words.orderFiles,
    hint: words.orderFilesHint,
    shape: whole(words.days, 30, 1095),
    usual: usualOfOrders.filesDays,
  },
  {
    id: 'routing.borderMetres',
    key: 'routing.borderMetres',
    part: [],
    group: words.routing,
    name: words.border,
    hint: words.borderHint,
    shape: whole(metres, 0, 100_000),
    usual: 20,
  },
  {
    id: 'routing.nearMetres',
    key: 'routing.nearMetres',
    part: [],
    group: words.routing,
    name: words.near,
    hint: words.nearHint,
    shape: whole(metres, 0, 100_000),
    usual: 2000,
  },
  {
    id: 'places.gridSquareMetresMin',
    key: 'places.gridSquareMetresMin',
    part: [],
    group: words.routing,
    name: words.gridSize,
    hint: words.gridSizeHint,
    shape: whole(squareMetres, 1, 1_000_000),
    usual: 100,
  },
  {
    id: secondFactorRule,
    key: secondFactorRule,
    part: [],
    group: words.signIn,
    name: words.secondFactor,
    hint: words.secondFactorHint,
    shape: { kind: 'roles' },
    usual: [],
  },
]

const inside = (value: unknown, part: readonly string[]): unknown =>
  part.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined,
    value,
  )

/** What was set, or undefined where the usual value holds. */
export function setValue(card: RuleCard, stored: unknown): RuleValue | undefined {
  const value = card.part.length === 0 ? stored : inside(stored, card.part)
  return value === undefined || value === null ? undefined : (value as RuleValue)
}

/** The stored value with this one part changed; the other parts of the same rule stay as they are. */
export function withValue(card: RuleCard, stored: unknown, value: RuleValue): unknown {
  const [first, second] = card.part
  if (first === undefined) return value
  const whole = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<
    string,
    unknown
  >
  if (second === undefined) return { ...whole, [first]: value }
  const inner = (whole[first] ?? {}) as Record<string, unknown>
  return { ...whole, [first]: { ...inner, [second]: value } }
}

export function sayLimit(value: { kind: LimitKind; amount: number }, t: Say): string {
  return t(limitWords(value))
}

export function sayValue(card: RuleCard, value: RuleValue, t: Say): string {
  if (typeof value === 'boolean') return t(value ? words.yes : words.no)
  if (typeof value === 'number')
    return card.shape.kind === 'whole' ? t(countWords(value, card.shape.unit)) : String(value)
  if (isRoles(value))
    return value.length === 0
      ? t(words.nobody)
      : value.map((role) => t(roles[role].name)).join(t(words.comma))
  if (isWeights(value))
    return weighed.map((one) => `${t(words[one])} ${inPercent(value[one])} %`).join(' · ')
  return sayLimit(value, t)
}

export const isWeights = (value: RuleValue | null): value is Weights =>
  typeof value === 'object' && value !== null && 'responded' in value
/** A share in hundredths, to the tenth. */
export const inPercent = (share: number): number => Math.round(share * 1000) / 10

export const isRoles = (value: RuleValue | null): value is readonly Role[] => Array.isArray(value)

/** A category's own limit as a card: the place's, else the catalogue's, else the promise of its tier. */
export const categoryCard = (one: {
  code: string
  zh: string
  en: string
  limit: Limit | null
  tier: Tier
}): RuleCard => ({
  id: `categoryLimits.${one.code}`,
  key: 'cases.categoryLimits',
  part: [one.code],
  group: words.categories,
  name: { zh: one.zh, en: one.en },
  hint: words.handleHint,
  shape: limit,
  usual: one.limit ?? defaultLoopRules.handleByTier[one.tier],
})
