// Giving work and giving it back: dispatch, sign, return, reroute, uphold, transfer (moves 9, 10, 12, 13, 15).

import { done, refused } from '#core/kit/result.ts'
import type { Result } from '#core/kit/result.ts'
import type { Actor } from '#core/people/actor.ts'
import { headAt } from '#core/people/rights.ts'
import { activeSeconds, limitSeconds } from './clock.ts'
import { chain, currentRound, sameReceiver, tiers, topLeg } from './case.ts'
import type { CaseFile, Leg, Receiver, Tier } from './case.ts'
import { enter, guard, saysEnough } from './change.ts'
import type { Decided } from './change.ts'
import { inRound } from './intake.ts'
import { gives, holds, isAbove, lastReturned } from './moves.ts'
import { withdrawn } from './requests.ts'
import type { Settings } from './rules.ts'
import { ends, openClock, relimits, starts } from './ticking.ts'

/** How a receiver is called on screens and in the journal. */
export type Named = Receiver & { name: { zh: string; en: string } }
export type Assist = Named & { task: string; meetBy: string | null }
export type Dispatch = { lead: Named; assists: Assist[]; tier: Tier | null; note: string | null }

const homeOf = (c: CaseFile): Receiver => ({ areaId: c.homeAreaId, unitId: null })

/** May this receiver be given the case: responsible for category and place, staffed, and not in the chain yet? */
export function whyCannotReceive(c: CaseFile, to: Receiver, s: Settings): Result<null> {
  const category = s.category(c.category)
  if (category !== null && !s.mayReceive(to, category, c.filedAreaId))
    return refused('receiver_not_responsible')
  const layers = [homeOf(c), ...chain(c).map((l) => l.receiver)]
  const own = chain(c).length === 0 && sameReceiver(to, homeOf(c))
  if (!own && layers.some((layer) => sameReceiver(layer, to))) return refused('already_in_chain')
  if (!s.isStaffed(to)) return refused('nobody_there')
  return done(null)
}

export function decideDispatch(c: CaseFile, by: Actor, input: Dispatch, s: Settings): Decided {
  const may = guard('dispatch', c, by, s)
  if (!may.ok) return may
  const fits = whyCannotReceive(c, input.lead, s)
  if (!fits.ok) return fits
  if (input.assists.some((a) => sameReceiver(a, input.lead))) return refused('is_lead')
  if (!input.assists.every((a) => s.isStaffed(a))) return refused('nobody_there')
  const parent = topLeg(c)
  const first = currentRound(c).firstDispatchedAt === null
  const raised = raise(parent === null ? c : signed(c, parent, s), input.tier, s)
  const given = addLegs(raised, parent, input, by, s)
  const begun = first ? beginRound(given, s) : ends(given, ['DISPATCH'], s)
  const next = starts(begun, 'SIGN', s, lastSerial(given, 'lead'))
  return done(
    enter(parent === null ? next : { ...next, handovers: next.handovers + 1 }, 'dispatch', by, s, {
      to: 'DISPATCHED',
      reason: input.note,
      facts: {
        leg: lastSerial(given, 'lead'),
        parent: parent?.serial ?? null,
        unit: input.lead.name,
        tier: next.tier,
        assists: input.assists.map((a) => a.name.zh),
        dueAt: openClock(next, 'HANDLE')?.dueAt ?? null,
      },
    }),
  )
}

/** Whoever hands on what he has not signed for has it in hand all the same. */
const signed = (c: CaseFile, leg: Leg, s: Settings): CaseFile =>
  leg.signedAt !== null ? c : withLeg(ends(c, ['SIGN'], s), leg.serial, { signedAt: s.now })

/** A tier may only rise by handing on; limits of HANDLE and WHOLE follow from the same start. */
function raise(c: CaseFile, tier: Tier | null, s: Settings): CaseFile {
  if (tier === null || tiers.indexOf(tier) <= tiers.indexOf(c.tier)) return c
  return relimits(c, { ...c, tier }, s)
}

const lastSerial = (c: CaseFile, kind: Leg['kind']): number =>
  c.legs.findLast((l) => l.kind === kind)?.serial ?? 0

function addLegs(
  c: CaseFile,
  parent: Leg | null,
  input: Dispatch,
  by: Actor,
  s: Settings,
): CaseFile {
  const giver = parent?.receiver ?? homeOf(c)
  const assists = input.assists.map((a, i) =>
    newLeg(
      c.legs.length + 1 + i,
      c,
      { kind: 'assist', giver, receiver: receiverOf(a), parent, task: a.task, meetBy: a.meetBy },
      by,
      s,
    ),
  )
  const lead = newLeg(
    c.legs.length + assists.length + 1,
    c,
    { kind: 'lead', giver, receiver: receiverOf(input.lead), parent, task: null, meetBy: null },
    by,
    s,
  )
  return { ...c, legs: [...c.legs, ...assists, lead] }
}

export const receiverOf = (r: Receiver): Receiver => ({ areaId: r.areaId, unitId: r.unitId })

type LegPlan = Pick<Leg, 'kind' | 'giver' | 'receiver' | 'task' | 'meetBy'> & { parent: Leg | null }

export function newLeg(serial: number, c: CaseFile, plan: LegPlan, by: Actor, s: Settings): Leg {
  return {
    serial,
    round: c.round,
    kind: plan.kind,
    parent: plan.parent?.serial ?? null,
    giver: plan.giver,
    receiver: plan.receiver,
    givenBy: by.id,
    dispatchedAt: s.now,
    signedAt: null,
    handedInAt: null,
    handedInBy: null,
    checkedAt: null,
    checkedBy: null,
    failedChecks: 0,
    results: [],
    endedAt: null,
    howEnded: null,
    task: plan.task,
    meetBy: plan.meetBy,
    upheldBy: null,
  }
}

/** First dispatch of a round: the one promise to the reporter begins to run [D5]. */
function beginRound(c: CaseFile, s: Settings): CaseFile {
  const opened = inRound(ends(c, ['DISPATCH'], s), {
    firstDispatchedAt: s.now,
    firstDispatch: 'standing',
  })
  const handling = starts(opened, 'HANDLE', s)
  return c.voices.some((v) => v.hasContact) ? starts(handling, 'RESPOND', s) : handling
}

/** Replaces fields of one leg. */
export const withLeg = (c: CaseFile, serial: number, patch: Partial<Leg>): CaseFile => ({
  ...c,
  legs: c.legs.map((l) => (l.serial === serial ? { ...l, ...patch } : l)),
})

export function decideAcceptDuty(c: CaseFile, by: Actor, s: Settings): Decided {
  const may = guard('acceptDuty', c, by, s)
  if (!may.ok) return may
  const top = topLeg(c)
  if (top === null) return refused('not_possible_now')
  const next = withLeg(ends(c, ['SIGN'], s), top.serial, { signedAt: s.now })
  return done(enter(next, 'acceptDuty', by, s, { to: 'HANDLING', facts: { leg: top.serial } }))
}

export const returnReasons = [
  'not_ours',
  'place_wrong',
  'category_wrong',
  'needs_upper_layer',
  'other',
] as const
export type ReturnReason = (typeof returnReasons)[number]
export type Return = { code: ReturnReason; words: string; whose: string | null }

export function decideReturn(c: CaseFile, by: Actor, input: Return, s: Settings): Decided {
  const may = guard('return', c, by, s)
  if (!may.ok) return may
  const top = topLeg(c)
  if (top === null) return refused('not_possible_now')
  if (!saysEnough(input.words)) return refused('reason_missing')
  if (
    tooLate(top, s) &&
    !headAt(by, { ...s.spot(top.receiver.areaId), unitId: top.receiver.unitId })
  )
    return refused('return_too_late')
  if (returnsBy(c, top.receiver) > s.rules.returnsByOneUnitMax) return refused('returned_twice')
  const alone = withoutAssists(ends(withdrawn(c, by, s), ['SIGN'], s), top, s)
  const popped = withLeg(alone, top.serial, { endedAt: s.now, howEnded: 'returned' })
  return done(
    enter(starts(popped, 'DISPATCH', s), 'return', by, s, {
      to: 'RETURNED',
      reason: input.words,
      facts: { leg: top.serial, code: input.code, whose: input.whose },
    }),
  )
}

/** Whoever gives the work back also lets those go whom it had called for help. */
const withoutAssists = (c: CaseFile, top: Leg, s: Settings): CaseFile => ({
  ...c,
  legs: c.legs.map((l) =>
    l.kind === 'assist' && l.parent === top.serial && l.endedAt === null
      ? { ...l, endedAt: s.now, howEnded: 'undone' as const }
      : l,
  ),
})

const returnsBy = (c: CaseFile, receiver: Receiver): number =>
  c.legs.filter(
    (l) => l.round === c.round && l.howEnded === 'returned' && sameReceiver(l.receiver, receiver),
  ).length

/** A unit that has had the work for more than a working day keeps it, unless its head says otherwise. */
function tooLate(leg: Leg, s: Settings): boolean {
  if (leg.signedAt === null) return false
  const { kind, amount } = s.rules.returnWithin
  const used = activeSeconds({ kind, from: leg.signedAt, to: s.now }, s.calendar)
  return used > limitSeconds(kind, amount, s.calendar)
}

/** The giver sends it elsewhere: the earlier dispatch is judged wrong [D18]. */
export function decideReroute(
  c: CaseFile,
  by: Actor,
  input: { to: Named; reason: string },
  s: Settings,
): Decided {
  const may = guard('reroute', c, by, s)
  if (!may.ok) return may
  const leg = lastReturned(c)
  if (leg === null) return refused('not_possible_now')
  if (!saysEnough(input.reason)) return refused('reason_missing')
  if (sameReceiver(leg.receiver, input.to)) return refused('same_receiver')
  const fits = whyCannotReceive(c, input.to, s)
  if (!fits.ok) return fits
  const judged = leg.serial === firstLeadOf(c) ? inRound(c, { firstDispatch: 'wrong' }) : c
  const next = replaced(judged, leg, receiverOf(input.to), by, s)
  return done(
    enter({ ...next, handovers: next.handovers + 1 }, 'reroute', by, s, {
      to: 'DISPATCHED',
      reason: input.reason,
      facts: {
        fromLeg: leg.serial,
        leg: next.legs.length,
        unit: input.to.name,
        judged: 'wrong_dispatch',
      },
    }),
  )
}

/** The giver looked again and finds the dispatch right: it goes back to the same receiver. */
export function decideUphold(
  c: CaseFile,
  by: Actor,
  input: { reason: string; unit: { zh: string; en: string } },
  s: Settings,
): Decided {
  const may = guard('uphold', c, by, s)
  if (!may.ok) return may
  const leg = lastReturned(c)
  if (leg === null) return refused('not_possible_now')
  if (!saysEnough(input.reason)) return refused('reason_missing')
  const self = by.id === leg.givenBy
  if (self && leg.upheldBy === by.id) return refused('needs_second_person')
  const next = replaced(c, leg, leg.receiver, by, s, { upheldBy: by.id, givenBy: leg.givenBy })
  return done(
    enter(next, 'uphold', by, s, {
      to: 'DISPATCHED',
      reason: input.reason,
      facts: { fromLeg: leg.serial, leg: next.legs.length, unit: input.unit, judged: 'upheld' },
    }),
  )
}

/** A new leg under the same giver in place of one that ended. */
function replaced(
  c: CaseFile,
  leg: Leg,
  receiver: Receiver,
  by: Actor,
  s: Settings,
  more: Partial<Leg> = {},
): CaseFile {
  const plan: LegPlan = {
    kind: 'lead',
    giver: leg.giver,
    receiver,
    task: null,
    meetBy: null,
    parent: c.legs.find((l) => l.serial === leg.parent) ?? null,
  }
  const fresh = { ...newLeg(c.legs.length + 1, c, plan, by, s), ...more }
  return starts({ ...ends(c, ['DISPATCH'], s), legs: [...c.legs, fresh] }, 'SIGN', s, fresh.serial)
}

const firstLeadOf = (c: CaseFile): number | null =>
  c.legs.find((l) => l.kind === 'lead' && l.round === c.round)?.serial ?? null

export type Transfer = {
  to: Named
  code: 'wrong_unit' | 'other'
  reason: string
  sameHead: boolean
}

/** Swaps the top layer under the same giver. The holder may only do so inside his own house (`sameHead`). */
export function decideTransfer(c: CaseFile, by: Actor, input: Transfer, s: Settings): Decided {
  const may = guard('transfer', c, by, s)
  if (!may.ok) return may
  const top = topLeg(c)
  if (top === null) return refused('not_possible_now')
  if (!saysEnough(input.reason)) return refused('reason_missing')
  const mine = mayTransfer(c, top, by, input, s)
  if (!mine.ok) return mine
  const fits = whyCannotReceive(c, input.to, s)
  if (!fits.ok) return fits
  const ended = withLeg(ends(withdrawn(c, by, s), ['SIGN'], s), top.serial, {
    endedAt: s.now,
    howEnded: 'transferred',
  })
  const wrong = input.code === 'wrong_unit' && top.serial === firstLeadOf(c)
  const judged = inRound(ended, {
    transfers: currentRound(c).transfers + 1,
    ...(wrong ? { firstDispatch: 'wrong' as const } : {}),
  })
  const next = replaced(judged, top, receiverOf(input.to), by, s)
  return done(
    enter({ ...next, handovers: next.handovers + 1 }, 'transfer', by, s, {
      to: 'DISPATCHED',
      reason: input.reason,
      facts: { fromLeg: top.serial, leg: next.legs.length, unit: input.to.name, code: input.code },
    }),
  )
}

/** When transfers or returns of the round are used up, the duty person above the giver decides whose it is. */
function mayTransfer(c: CaseFile, top: Leg, by: Actor, input: Transfer, s: Settings): Result<null> {
  const usedUp = currentRound(c).transfers >= s.rules.transfersMax
  const stuck = usedUp || returnsBy(c, top.receiver) > s.rules.returnsByOneUnitMax
  if (stuck && isAbove(by, top.giver, s)) return done(null)
  const given = gives(by, top.giver, s)
  if (!given && !(holds(by, top.receiver, s) && input.sameHead)) return refused('not_yours')
  return usedUp ? refused('transferred_twice') : done(null)
}
