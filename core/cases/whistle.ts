// 吹哨报到 (move 17): the street calls several units to one place by one time; they arrive, settle on a plan, and both
// sides say how the work together went. What is rated is a unit's cooperation, never a person.

import { done, refused } from '#core/kit/result.ts'
import { fromMs, toMs } from '#core/kit/time.ts'
import type { Instant } from '#core/kit/time.ts'
import type { Words } from '#core/kit/words.ts'
import type { Actor } from '#core/people/actor.ts'
import { headAt, whistlesFrom } from '#core/people/rights.ts'
import { sameReceiver } from './case.ts'
import type { CaseFile, Receiver } from './case.ts'
import { enter, guard, saysEnough } from './change.ts'
import type { Decided } from './change.ts'
import { isAwaited } from './meeting-time.ts'
import { holds } from './moves.ts'
import type { Settings } from './rules.ts'

export const cooperations = ['well', 'fair', 'poorly'] as const
export type Cooperation = (typeof cooperations)[number]

/** One called unit. Late or not is judged by the transaction's instant, as everything is. */
export type Call = {
  receiver: Receiver
  arrivedAt: Instant | null
  /** The caller saw them there and said so; else the unit said it itself. */
  witnessed: boolean
  /** How the unit worked with the others, as the caller says; and how it was called, as the unit says. */
  ratedByCaller: Cooperation | null
  ratedByUnit: Cooperation | null
}

export type Whistle = {
  serial: number
  round: number
  by: string
  /** The layer that called. */
  areaId: number
  at: Instant
  reason: string
  meetBy: Instant
  plan: string | null
  result: string | null
  settledAt: Instant | null
  settledBy: string | null
  /** When it was written down that the time had passed with somebody missing. */
  passedAt: Instant | null
  calls: Call[]
}

export type Called = Receiver & { name: Words }

/** A unit's key in the journal and the figures: its area and itself. */
export const unitKey = (r: Receiver): string => `${r.areaId}/${r.unitId ?? ''}`

/** A team sees what lies in its own area; a unit is let in by being called. */
const mayBeCalled = (c: CaseFile, to: Receiver, s: Settings): boolean =>
  to.unitId !== null || s.spot(c.filedAreaId).areaPath.startsWith(s.spot(to.areaId).areaPath)

export function decideWhistle(
  c: CaseFile,
  by: Actor,
  input: { reason: string; meetBy: Instant; units: readonly Called[] },
  s: Settings,
): Decided {
  const may = guard('whistle', c, by, s)
  if (!may.ok) return may
  const areaId = whistlesFrom(by, s.spot(c.filedAreaId))
  if (areaId === null) return refused('not_yours')
  const units = input.units.filter(
    (unit, i) => input.units.findIndex((other) => sameReceiver(unit, other)) === i,
  )
  if (units.length < 2) return refused('one_unit_only')
  if (units.some((unit) => !mayBeCalled(c, unit, s))) return refused('receiver_not_responsible')
  if (units.some((unit) => !s.isStaffed(unit))) return refused('nobody_there')
  if (toMs(input.meetBy) <= toMs(s.now)) return refused('meet_by_past')
  if (!saysEnough(input.reason)) return refused('reason_missing')
  const whistle: Whistle = {
    serial: c.whistles.length + 1,
    round: c.round,
    by: by.id,
    areaId,
    at: s.now,
    reason: input.reason,
    meetBy: fromMs(toMs(input.meetBy)),
    plan: null,
    result: null,
    settledAt: null,
    settledBy: null,
    passedAt: null,
    calls: units.map(newCall),
  }
  return done(
    enter({ ...c, whistles: [...c.whistles, whistle] }, 'whistle', by, s, {
      reason: input.reason,
      facts: {
        whistle: whistle.serial,
        layer: areaId,
        units: units.map(unitKey),
        meetBy: whistle.meetBy,
      },
    }),
  )
}

const newCall = ({ areaId, unitId }: Called): Call => ({
  receiver: { areaId, unitId },
  arrivedAt: null,
  witnessed: false,
  ratedByCaller: null,
  ratedByUnit: null,
})

/** Whoever called, or another head of the layer that did. */
export const isCaller = (whistle: Whistle, by: Actor, s: Settings): boolean =>
  headAt(by, s.spot(whistle.areaId))

const withWhistle = (c: CaseFile, whistle: Whistle): CaseFile => ({
  ...c,
  whistles: c.whistles.map((each) => (each.serial === whistle.serial ? whistle : each)),
})
const withCall = (whistle: Whistle, of: Receiver, part: Partial<Call>): Whistle => ({
  ...whistle,
  calls: whistle.calls.map((call) =>
    sameReceiver(call.receiver, of) ? { ...call, ...part } : call,
  ),
})

/** The call a command names; refused if there is none, or none that this person may speak for. */
function findCall(c: CaseFile, input: { whistle: number; unit: Receiver }) {
  const whistle = c.whistles.find((each) => each.serial === input.whistle)
  const call = whistle?.calls.find((each) => sameReceiver(each.receiver, input.unit))
  return whistle === undefined || call === undefined ? null : { whistle, call }
}

export function decideArrive(
  c: CaseFile,
  by: Actor,
  input: { whistle: number; unit: Called },
  s: Settings,
): Decided {
  const may = guard('arrive', c, by, s)
  if (!may.ok) return may
  const found = findCall(c, input)
  if (found === null) return refused('not_called')
  const { whistle, call } = found
  const own = holds(by, call.receiver, s)
  if (!own && !isCaller(whistle, by, s)) return refused('not_yours')
  if (call.arrivedAt !== null) return refused('already_arrived')
  const next = withCall(whistle, call.receiver, { arrivedAt: s.now, witnessed: !own })
  return done(
    enter(withWhistle(c, next), 'arrive', by, s, {
      facts: {
        whistle: whistle.serial,
        unit: unitKey(call.receiver),
        name: input.unit.name,
        witnessed: !own,
        late: toMs(s.now) > toMs(whistle.meetBy),
      },
    }),
  )
}

/** The time to meet has passed and somebody is missing: written down once, whatever becomes of the job. */
export function decideMeetByPasses(c: CaseFile, by: Actor, s: Settings): Decided {
  const may = guard('meetByPasses', c, by, s)
  if (!may.ok) return may
  const whistle = c.whistles.find((each) => isAwaited(each) && toMs(each.meetBy) <= toMs(s.now))
  if (whistle === undefined) return refused('not_due')
  const { serial, areaId, meetBy, calls } = whistle
  return done(
    enter(withWhistle(c, { ...whistle, passedAt: s.now }), 'meetByPasses', by, s, {
      facts: {
        whistle: serial,
        layer: areaId,
        meetBy,
        arrived: calls.filter((call) => call.arrivedAt !== null).length,
        called: calls.length,
      },
    }),
  )
}

export type Settling = {
  whistle: number
  plan: string
  result: string
  ratings: readonly (Receiver & { cooperation: Cooperation })[]
}

/** The caller writes down what was agreed and what came of it, with a word on each unit that was called. */
export function decideSettle(c: CaseFile, by: Actor, input: Settling, s: Settings): Decided {
  const may = guard('settleWhistle', c, by, s)
  if (!may.ok) return may
  const whistle = c.whistles.find((each) => each.serial === input.whistle)
  if (whistle === undefined || whistle.settledAt !== null) return refused('nothing_to_settle')
  if (!isCaller(whistle, by, s)) return refused('not_yours')
  if (!saysEnough(input.plan) || !saysEnough(input.result)) return refused('reason_missing')
  const rated = whistle.calls.map((call) => ({
    ...call,
    ratedByCaller:
      input.ratings.find((each) => sameReceiver(each, call.receiver))?.cooperation ?? null,
  }))
  if (rated.some((call) => call.ratedByCaller === null)) return refused('rating_missing')
  const settled: Whistle = {
    ...whistle,
    plan: input.plan,
    result: input.result,
    settledAt: s.now,
    settledBy: by.id,
    calls: rated,
  }
  return done(
    enter(withWhistle(c, settled), 'settleWhistle', by, s, {
      reason: input.result,
      facts: {
        whistle: whistle.serial,
        words: input.plan,
        arrived: rated.filter((call) => call.arrivedAt !== null).length,
        called: rated.length,
      },
    }),
  )
}

/** The unit's word on how it was called: was it the right unit, at a time that could be met. The last one counts. */
export function decideRateWhistle(
  c: CaseFile,
  by: Actor,
  input: { whistle: number; unit: Called; cooperation: Cooperation },
  s: Settings,
): Decided {
  const may = guard('rateWhistle', c, by, s)
  if (!may.ok) return may
  const found = findCall(c, input)
  if (found === null) return refused('not_called')
  if (!holds(by, found.call.receiver, s)) return refused('not_yours')
  const next = withCall(found.whistle, found.call.receiver, { ratedByUnit: input.cooperation })
  return done(
    enter(withWhistle(c, next), 'rateWhistle', by, s, {
      facts: {
        whistle: found.whistle.serial,
        unit: unitKey(found.call.receiver),
        name: input.unit.name,
        cooperation: input.cooperation,
      },
    }),
  )
}
