// Units that help: asked for, answered, or called off (move 16).

import { done, refused } from '#core/kit/result.ts'
import { toMs } from '#core/kit/time.ts'
import type { Actor } from '#core/people/actor.ts'
import { chain, sameReceiver, topLeg } from './case.ts'
import type { CaseFile } from './case.ts'
import { enter, guard, saysEnough } from './change.ts'
import type { Decided } from './change.ts'
import { newLeg, receiverOf, withLeg } from './dispatch.ts'
import type { Assist } from './dispatch.ts'
import { holds } from './moves.ts'
import type { Settings } from './rules.ts'

export function decideAddAssist(c: CaseFile, by: Actor, input: Assist, s: Settings): Decided {
  const may = guard('addAssist', c, by, s)
  if (!may.ok) return may
  const top = topLeg(c)
  if (top === null) return refused('not_possible_now')
  if (chain(c).some((l) => sameReceiver(l.receiver, input))) return refused('is_lead')
  if (!s.isStaffed(input)) return refused('nobody_there')
  if (input.meetBy !== null && toMs(input.meetBy) <= toMs(s.now)) return refused('meet_by_past')
  const plan = {
    kind: 'assist' as const,
    giver: top.receiver,
    receiver: receiverOf(input),
    parent: top,
    task: input.task,
    meetBy: input.meetBy,
  }
  const leg = newLeg(c.legs.length + 1, c, plan, by, s)
  return done(
    enter({ ...c, legs: [...c.legs, leg] }, 'addAssist', by, s, {
      facts: { leg: leg.serial, unit: input.name, task: input.task },
    }),
  )
}

/** Whoever called the helper, or gave the work, needs it no more: nothing waits for its answer. */
export function decideWithdrawAssist(
  c: CaseFile,
  by: Actor,
  input: { leg: number; reason: string },
  s: Settings,
): Decided {
  const may = guard('withdrawAssist', c, by, s)
  if (!may.ok) return may
  const leg = c.legs.find(
    (l) => l.serial === input.leg && l.kind === 'assist' && l.endedAt === null,
  )
  if (leg === undefined) return refused('not_possible_now')
  if (!saysEnough(input.reason)) return refused('reason_missing')
  const next = withLeg(c, leg.serial, { endedAt: s.now, howEnded: 'undone' })
  return done(
    enter(next, 'withdrawAssist', by, s, {
      reason: input.reason,
      facts: { leg: leg.serial },
    }),
  )
}

export function decideAssistDone(
  c: CaseFile,
  by: Actor,
  input: { leg: number; words: string },
  s: Settings,
): Decided {
  const may = guard('assistDone', c, by, s)
  if (!may.ok) return may
  const leg = c.legs.find(
    (l) => l.serial === input.leg && l.kind === 'assist' && l.endedAt === null,
  )
  if (leg === undefined) return refused('not_possible_now')
  if (!holds(by, leg.receiver, s)) return refused('not_yours')
  const next = withLeg(c, leg.serial, {
    endedAt: s.now,
    howEnded: 'done',
    handedInAt: s.now,
    handedInBy: by.id,
  })
  return done(
    enter(next, 'assistDone', by, s, {
      reason: input.words === '' ? null : input.words,
      facts: { leg: leg.serial },
    }),
  )
}
