// Rehearsing a rule before it holds: the handling clocks of a past stretch, counted once by the rules of today and once
// by a draft. Nothing is changed by it; what would have been late, early, told and reached is put side by side.

import { toMs } from '#core/kit/time.ts'
import type { Instant } from '#core/kit/time.ts'
import type { Calendar } from '#core/places/calendar.ts'
import type { Tier } from './case.ts'
import { type Clock, dueAt, reachedMs, unitSeconds, wholeSeconds } from './clock.ts'
import { higherTier } from './escalating.ts'
import { type Limit, type Settings, handleLimit } from './rules.ts'

/** A handling clock of the past and what its limit depends on. */
export type PastClock = Pick<
  Clock,
  'limitKind' | 'startedAt' | 'pauses' | 'extensions' | 'endedAt'
> & {
  number: string
  category: string
  tier: Tier
  urgent: boolean
}

/** What a limit and its running time come from: rules and calendar, of today or of the draft. */
export type Law = Pick<Settings, 'rules' | 'calendar' | 'category'>

export const thresholds = [50, 80, 100] as const
export type Threshold = (typeof thresholds)[number]

export type Pair = { now: number; draft: number }
export type RehearsedGroup = {
  tier: Tier
  clocks: number
  /** Due times the draft moves. */
  earlier: number
  later: number
  /** Ended, or ran out, within the stretch: the base of the two rates. */
  judged: number
  onTime: Pair
}
export type RehearsedCase = {
  number: string
  category: string
  tier: Tier
  dueNow: Instant
  dueDraft: Instant
  endedAt: Instant | null
}
export type Rehearsal = {
  clocks: number
  groups: RehearsedGroup[]
  newlyLate: number
  newlyInTime: number
  /** How many clocks would have told somebody at so many per cent of their limit. */
  told: Record<Threshold, Pair>
  /** How many would have risen a tier by themselves. */
  raised: Pair
  /** The cases that change sides, most recent first, at most `examplesMax`. */
  examples: RehearsedCase[]
}

export const examplesMax = 20

/** A pure sum over clocks: call `take` for each, in any order, then `result`. `asOf` is the end of what is known. */
export function openRehearsal(today: Law, draft: Law, asOf: Instant) {
  const groups = new Map<Tier, RehearsedGroup>()
  const told = { 50: pair(), 80: pair(), 100: pair() }
  const raised = pair()
  const examples: RehearsedCase[] = []
  const sum = { clocks: 0, newlyLate: 0, newlyInTime: 0 }
  const take = (past: PastClock): void => {
    const now = judged(past, today, asOf)
    const drafted = judged(past, draft, asOf)
    sum.clocks += 1
    const group = groups.get(past.tier) ?? emptyGroup(past.tier)
    groups.set(past.tier, group)
    group.clocks += 1
    for (const threshold of thresholds) {
      if (now.told.has(threshold)) told[threshold].now += 1
      if (drafted.told.has(threshold)) told[threshold].draft += 1
    }
    if (raises(past, today, now)) raised.now += 1
    if (raises(past, draft, drafted)) raised.draft += 1
    if (now.due === null || drafted.due === null) return
    if (toMs(drafted.due) < toMs(now.due)) group.earlier += 1
    if (toMs(drafted.due) > toMs(now.due)) group.later += 1
    // A clock that runs on and is not due by either law says nothing yet about being in time.
    if (past.endedAt === null && !now.late && !drafted.late) return
    group.judged += 1
    if (!now.late) group.onTime.now += 1
    if (!drafted.late) group.onTime.draft += 1
    if (now.late === drafted.late) return
    if (drafted.late) sum.newlyLate += 1
    else sum.newlyInTime += 1
    const { number, category, tier, endedAt } = past
    examples.push({ number, category, tier, dueNow: now.due, dueDraft: drafted.due, endedAt })
  }
  const result = (): Rehearsal => ({
    ...sum,
    groups: [...groups.values()].toSorted((a, b) => (a.tier < b.tier ? -1 : 1)),
    told,
    raised,
    examples: examples
      .toSorted((a, b) => toMs(b.dueNow) - toMs(a.dueNow) || (a.number < b.number ? -1 : 1))
      .slice(0, examplesMax),
  })
  return { take, result }
}

const pair = (): Pair => ({ now: 0, draft: 0 })
const emptyGroup = (tier: Tier): RehearsedGroup => ({
  tier,
  clocks: 0,
  earlier: 0,
  later: 0,
  judged: 0,
  onTime: pair(),
})

type Judged = { due: Instant | null; late: boolean; told: ReadonlySet<Threshold> }

/** When the clock would have been due under a law, whether it was late, and which thresholds it reached. */
function judged(past: PastClock, law: Law, asOf: Instant): Judged {
  const limit = handleLimit(law as Settings, past)
  const clock = {
    limitKind: limit.kind,
    amount: limit.amount,
    startedAt: past.startedAt,
    pauses: past.pauses,
    extensions: grantedUnder(past, limit, law.calendar),
  }
  const until = toMs(past.endedAt ?? asOf)
  const due = dueAt(clock, law.calendar)
  const seconds = wholeSeconds(clock, law.calendar)
  const reached = (threshold: Threshold) => {
    const at = reachedMs(clock, (seconds * threshold) / 100, law.calendar)
    return at !== null && at < until
  }
  return { due, late: due !== null && until > toMs(due), told: new Set(thresholds.filter(reached)) }
}

const raises = ({ tier }: PastClock, { rules }: Law, { told }: Judged): boolean =>
  rules.overdueRaisesTier && told.has(100) && higherTier(tier) !== null

/** Granted extensions keep their length, told in the unit of the limit they were granted for. */
function grantedUnder(past: PastClock, limit: Limit, calendar: Calendar): Clock['extensions'] {
  if (past.limitKind === limit.kind || past.extensions.length === 0) return past.extensions
  const rate = unitSeconds(past.limitKind, calendar) / unitSeconds(limit.kind, calendar)
  return past.extensions.map((given) => ({ ...given, amount: given.amount * rate }))
}
