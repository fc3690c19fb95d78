// 层层闭环 as the wire says it: one rung a layer from home up to the layer that works, each with since when, how long in
// the clock's own time, and how often its result was refused; and who must do what next.

import { currentRound, sameReceiver } from '#core/cases/case.ts'
import type { CaseFile, Leg } from '#core/cases/case.ts'
import type { CaseView, Rung } from '#core/cases/contract.ts'
import { heldByLeg, holdingLeg, wholeClock } from '#core/cases/holding.ts'
import { nextStep } from '#core/cases/next-step.ts'
import type { NextParty } from '#core/cases/next-step.ts'
import type { Settings } from '#core/cases/rules.ts'
import type { Words } from '#core/kit/words.ts'
import { receiverName } from './receivers.ts'
import type { Ground } from './settings.ts'

/** Held seconds of a set of legs; null is the home layer. */
type Held = (legs: readonly (number | null)[]) => number

function heldOf(c: CaseFile, s: Settings): Held {
  const whole = wholeClock(c)
  if (whole === null) return () => 0
  const held = heldByLeg(c.legs, whole, s.calendar, s.now)
  return (legs) => legs.reduce((sum: number, leg) => sum + (held.get(leg) ?? 0), 0)
}

/** Open legs, and passed ones no later leg of the same giver took the place of: one rung a layer. */
function layersOf(c: CaseFile): Leg[] {
  const lead = c.legs.filter(
    (leg) =>
      leg.kind === 'lead' &&
      leg.round === c.round &&
      (leg.endedAt === null || leg.howEnded === 'passed'),
  )
  const from = (parent: number | null): Leg[] => {
    const next = lead.findLast((leg) => leg.parent === parent)
    return next === undefined ? [] : [next, ...from(next.serial)]
  }
  return from(null)
}

export function ladderOf(ground: Ground, c: CaseFile, s: Settings): Rung[] {
  const held = heldOf(c, s)
  return [homeRung(ground, c, held), ...layersOf(c).map((leg) => rungOf(ground, c, leg, held))]
}

function homeRung(ground: Ground, c: CaseFile, held: Held): Rung {
  const home = ground.places.geography.get(c.homeAreaId)
  const over = c.state === 'CLOSED' || c.state === 'ARCHIVED'
  return {
    name: receiverName(ground, { areaId: home.id, unitId: null }),
    level: home.level,
    state: over ? 'confirmed' : stateOf(c, null),
    holds: holdingLeg(c) === null,
    receivedAt: c.filedAt ?? c.reportedAt,
    givenBy: null,
    handedInAt: null,
    checkedAt: currentRound(c).closedAt,
    checkedBy: null,
    heldSeconds: held([null]),
    failedChecks: 0,
  }
}

/** A layer that did it again under another leg is one layer: its time and its refusals are added up. */
function rungOf(ground: Ground, c: CaseFile, leg: Leg, held: Held): Rung {
  const same = c.legs.filter(
    (each) =>
      each.kind === 'lead' &&
      each.round === leg.round &&
      each.parent === leg.parent &&
      sameReceiver(each.receiver, leg.receiver),
  )
  return {
    name: receiverName(ground, leg.receiver),
    level: ground.places.geography.get(leg.receiver.areaId).level,
    state: leg.endedAt !== null ? 'confirmed' : stateOf(c, leg.serial),
    holds: holdingLeg(c) === leg.serial,
    receivedAt: leg.dispatchedAt,
    givenBy: receiverName(ground, leg.giver).zh,
    handedInAt: leg.handedInAt,
    checkedAt: leg.checkedAt,
    checkedBy: leg.checkedAt === null ? null : receiverName(ground, leg.giver).zh,
    heldSeconds: held(same.map(({ serial }) => serial)),
    failedChecks: same.reduce((sum, each) => sum + each.failedChecks, 0),
  }
}

/** In hand, checking what came back, or waiting: for the layer above, or for its giver's check. */
function stateOf(c: CaseFile, leg: number | null): Rung['state'] {
  if (holdingLeg(c) !== leg) return 'waiting'
  return c.state === 'HANDLED' ? 'checking' : 'in_hand'
}

const named: Record<Exclude<NextParty, object>, Words> = {
  reporter: { zh: '反映人', en: 'The reporter' },
  above: { zh: '上一级', en: 'The layer above' },
  verifier: { zh: '核实人', en: 'Whoever was asked to look' },
}

export function nextOf(ground: Ground, c: CaseFile): CaseView['next'] {
  const step = nextStep(c)
  if (step === null) return null
  const { who, what, clock } = step
  const name = typeof who === 'string' ? nameOf(ground, c, who) : receiverName(ground, who)
  return { who: name, what, dueAt: clock?.dueAt ?? null }
}

function nameOf(ground: Ground, c: CaseFile, who: Exclude<NextParty, object>): Words {
  if (who !== 'above') return named[who]
  const { geography } = ground.places
  const above = geography.ancestors(geography.get(c.homeAreaId)).at(-2)
  return above === undefined ? named.above : geography.label(above)
}
