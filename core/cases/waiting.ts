// Honest lateness: talking to the reporter, extension, suspension 挂账, waiting for an answer (moves 18–24).
// Each stops or moves a clock in the open, with a reason somebody else can read, and never for ever.

import { done, refused } from '#core/kit/result.ts'
import { addDays, localDate, toMs } from '#core/kit/time.ts'
import { startOfDay } from '#core/kit/zones.ts'
import type { Actor } from '#core/people/actor.ts'
import { chain, currentRound, hasContact, topLeg } from './case.ts'
import type { CaseFile, ExtensionRequest, State, Suspension } from './case.ts'
import { enter, guard, saysEnough } from './change.ts'
import type { Decided } from './change.ts'
import type { ClockKind } from './clock.ts'
import { inRound } from './intake.ts'
import { givingHead, headOverGiver, holds, isDuty, saidByReporter } from './moves.ts'
import { openRequest, settle, withdrawn } from './requests.ts'
import type { Settings } from './rules.ts'
import { ends, extends_, goesOn, lastClock, openClock, starts, stops } from './ticking.ts'

export { openRequest } from './requests.ts'

export type Contact = {
  reached: boolean
  how: 'phone' | 'visit' | 'counter' | 'message'
  note: string
}

export function decideContact(c: CaseFile, by: Actor, input: Contact, s: Settings): Decided {
  const may = guard('contact', c, by, s)
  if (!may.ok) return may
  if (!hasContact(c)) return refused('no_contact_given')
  const answered = input.reached ? ends(c, ['RESPOND'], s) : c
  const first = input.reached && currentRound(c).respondedAt === null
  const next = first ? inRound(answered, { respondedAt: s.now }) : answered
  return done(
    enter(next, 'contact', by, s, {
      reason: input.note === '' ? null : input.note,
      facts: { reached: input.reached, how: input.how },
    }),
  )
}

export function decideRequestExtension(
  c: CaseFile,
  by: Actor,
  input: { amount: number; reason: string },
  s: Settings,
): Decided {
  const may = guard('requestExtension', c, by, s)
  if (!may.ok) return may
  const clock = openClock(c, 'HANDLE')
  if (clock === null) return refused('not_possible_now')
  if (openRequest(c) !== null) return refused('request_open')
  if (currentRound(c).extensionsGranted >= s.rules.extensionsMax) return refused('two_granted')
  if (clock.dueAt !== null && toMs(s.now) > toMs(clock.dueAt)) return refused('already_overdue')
  if (input.amount > clock.amount) return refused('longer_than_limit')
  if (!saysEnough(input.reason)) return refused('reason_missing')
  const request: ExtensionRequest = {
    serial: c.extensions.length + 1,
    round: c.round,
    by: by.id,
    at: s.now,
    amount: input.amount,
    reason: input.reason,
    state: 'open',
    decidedBy: null,
    decidedAt: null,
  }
  const next = starts({ ...c, extensions: [...c.extensions, request] }, 'EXTENSION', s)
  return done(
    enter(next, 'requestExtension', by, s, {
      reason: input.reason,
      facts: { amount: input.amount, unit: clock.limitKind },
    }),
  )
}

export function decideExtension(
  c: CaseFile,
  by: Actor,
  input: { grant: boolean; reason: string },
  s: Settings,
): Decided {
  const move = input.grant ? 'grantExtension' : 'refuseExtension'
  const may = guard(move, c, by, s)
  if (!may.ok) return may
  const request = openRequest(c)
  if (request === null) return refused('no_request')
  if (request.by === by.id) return refused('own_request')
  if (!saysEnough(input.reason)) return refused('reason_missing')
  const settled = settle(c, input.grant ? 'granted' : 'refused', by.id, s)
  if (!input.grant) return done(enter(settled, 'refuseExtension', by, s, { reason: input.reason }))
  const longer = inRound(extends_(settled, request.amount, s), {
    extensionsGranted: currentRound(c).extensionsGranted + 1,
  })
  const clock = lastClock(longer, 'HANDLE')
  return done(
    enter(longer, 'grantExtension', by, s, {
      reason: input.reason,
      facts: {
        amount: request.amount,
        unit: clock?.limitKind ?? null,
        dueAt: clock?.dueAt ?? null,
      },
    }),
  )
}

export type Suspend = {
  publicReason: string
  condition: string
  reviewOn: string
  madeSafe: boolean
}

/**
 * Two persons: whoever works asks, the head of the giving layer approves by giving the same move. An asking
 * changes no state and stops no clock; the approval does both.
 */
export function decideSuspend(c: CaseFile, by: Actor, input: Suspend, s: Settings): Decided {
  const may = guard('suspend', c, by, s)
  if (!may.ok) return may
  if (!saysEnough(input.publicReason)) return refused('public_reason_missing')
  if (!reviewDateFits(input.reviewOn, s)) return refused('review_date_wrong')
  if (c.urgent && !input.madeSafe) return refused('not_safe_yet')
  const beyond = isBeyondAYear(c, input.reviewOn, s)
  if (beyond && currentRound(c).pastYear) return refused('suspended_a_year')
  const ask = c.suspensionAsk
  if (ask?.by === by.id) return refused('needs_second_person')
  const above = ask?.beyondAYear === true && headOverGiver(c, by, s)
  if (ask === null || !(above || givingHead(c, by, s))) return asked(c, by, input, s)
  // Beyond a year in one round it is for the layer above, and only once.
  if (beyond && !above) return refused('suspended_a_year')
  return suspended(c, by, input, s)
}

function isBeyondAYear(c: CaseFile, reviewOn: string, s: Settings): boolean {
  const left = s.rules.suspensionDaysMax * 86_400 - currentRound(c).suspendedSeconds
  return secondsBetween(s.now, startOfDay(reviewOn, s.calendar.timeZone)) > left
}

/** The ask is gone, the clocks never stopped: the work goes on as if nothing had been asked. */
export function decideRefuseSuspension(
  c: CaseFile,
  by: Actor,
  input: { reason: string },
  s: Settings,
): Decided {
  const may = guard('refuseSuspension', c, by, s)
  if (!may.ok) return may
  const ask = c.suspensionAsk
  if (ask === null) return refused('no_request')
  if (ask.by === by.id) return refused('own_request')
  if (!saysEnough(input.reason)) return refused('reason_missing')
  const next: CaseFile = { ...c, suspensionAsk: null }
  return done(
    enter(next, 'refuseSuspension', by, s, {
      reason: input.reason,
      facts: { reviewOn: ask.reviewOn },
    }),
  )
}

function reviewDateFits(reviewOn: string, s: Settings): boolean {
  const today = localDate(s.now, s.calendar.timeZone)
  const last = localDate(addDays(s.now, s.rules.suspensionDaysMax), s.calendar.timeZone)
  return /^\d{4}-\d{2}-\d{2}$/.test(reviewOn) && reviewOn > today && reviewOn <= last
}

function asked(c: CaseFile, by: Actor, input: Suspend, s: Settings): Decided {
  if (!holds1(c, by, s) && !isDuty(c, by, s)) return refused('needs_second_person')
  if (c.suspensionAsk !== null) return refused('request_open')
  const ask = {
    by: by.id,
    at: s.now,
    publicReason: input.publicReason,
    condition: input.condition,
    reviewOn: input.reviewOn,
    beyondAYear: isBeyondAYear(c, input.reviewOn, s),
  }
  return done(
    enter({ ...c, suspensionAsk: ask }, 'suspend', by, s, {
      reason: input.publicReason,
      facts: { asked: true, reviewOn: input.reviewOn, condition: input.condition },
      audience: 'staff',
    }),
  )
}
const holds1 = (c: CaseFile, by: Actor, s: Settings): boolean => {
  const top = topLeg(c)
  return top !== null && holds(by, top.receiver, s)
}

/** What stops while a case waits: the promise and the whole, or the sorting before there is a promise. */
const stopped: readonly ClockKind[] = ['HANDLE', 'WHOLE', 'DISPATCH', 'ACCEPT']

function suspended(c: CaseFile, by: Actor, input: Suspend, s: Settings): Decided {
  const suspension: Suspension = {
    since: s.now,
    publicReason: input.publicReason,
    condition: input.condition,
    reviewOn: input.reviewOn,
    by: c.suspensionAsk?.by ?? by.id,
    approvedBy: by.id,
  }
  const quiet = stops(withdrawn(c, by, s), stopped, 'suspended', s)
  const counted = isBeyondAYear(c, input.reviewOn, s) ? inRound(quiet, { pastYear: true }) : quiet
  const next: CaseFile = { ...counted, suspension, suspensionAsk: null, resumeTo: c.state }
  return done(
    enter(next, 'suspend', by, s, {
      to: 'SUSPENDED',
      reason: input.publicReason,
      facts: { asked: false, reviewOn: input.reviewOn, condition: input.condition },
    }),
  )
}

export function decideResume(
  c: CaseFile,
  by: Actor,
  input: { reason: string },
  s: Settings,
): Decided {
  const may = guard('resume', c, by, s)
  if (!may.ok) return may
  const since = c.suspension?.since ?? s.now
  if (!saysEnough(input.reason)) return refused('reason_missing')
  if (tooSoon(c, by, s)) return refused('window_open')
  const seconds = secondsBetween(since, s.now)
  const counted = inRound(goesOn(c, s), {
    suspendedSeconds: currentRound(c).suspendedSeconds + seconds,
    stoppedSeconds: currentRound(c).stoppedSeconds + afterDispatch(c, seconds),
  })
  const next: CaseFile = { ...counted, suspension: null, resumeTo: null }
  return done(
    enter(next, 'resume', by, s, {
      to: resumesTo(c),
      reason: input.reason,
      facts: { dueAt: openClock(next, 'HANDLE')?.dueAt ?? openClock(next, 'WHOLE')?.dueAt ?? null },
    }),
  )
}

/** A job acts at the review date or at the end of the wait, and not before. */
const tooSoon = (c: CaseFile, by: Actor, s: Settings): boolean =>
  by.kind === 'job' && c.wakeAt !== null && toMs(s.now) < toMs(c.wakeAt)

const secondsBetween = (from: string, to: string): number =>
  Math.max(0, Math.floor((toMs(to) - toMs(from)) / 1000))
/** Only time after the first dispatch of the round lies inside the handling time of figure 5. */
const afterDispatch = (c: CaseFile, seconds: number): number =>
  currentRound(c).firstDispatchedAt === null ? 0 : seconds
const resumesTo = (c: CaseFile): State =>
  c.resumeTo ?? (chain(c).length > 0 ? 'HANDLING' : 'TRIAGED')

export function decideWaitForReporter(
  c: CaseFile,
  by: Actor,
  input: { question: string },
  s: Settings,
): Decided {
  const may = guard('waitForReporter', c, by, s)
  if (!may.ok) return may
  if (!hasContact(c)) return refused('no_contact_given')
  if (currentRound(c).waits >= s.rules.waitsMax) return refused('waited_twice')
  if (!saysEnough(input.question)) return refused('reason_missing')
  const quiet = stops(c, stopped, 'waiting', s)
  const asked = inRound(quiet, { waits: currentRound(c).waits + 1 })
  const next = starts({ ...asked, question: input.question, resumeTo: c.state }, 'WAIT', s)
  return done(
    enter(next, 'waitForReporter', by, s, { to: 'WAITING_REPORTER', reason: input.question }),
  )
}

/** The reporter answers, staff write it down, or the wait ends. Silence is never a reason to close. */
export function decideAnswer(
  c: CaseFile,
  by: Actor,
  input: { words: string | null; onBehalf: string | null },
  s: Settings,
): Decided {
  const may = guard('answer', c, by, s)
  if (!may.ok) return may
  const silence = by.kind === 'job'
  if (tooSoon(c, by, s)) return refused('window_open')
  if (!silence && !saidByReporter(c, by, input.onBehalf)) return refused('not_yours')
  if (!silence && !saysEnough(input.words)) return refused('reason_missing')
  const since = openClock(c, 'WAIT')?.startedAt ?? s.now
  const seconds = secondsBetween(since, s.now)
  const ticking = goesOn(ends(c, ['WAIT'], s), s)
  const next = inRound(ticking, {
    stoppedSeconds: currentRound(c).stoppedSeconds + afterDispatch(c, seconds),
  })
  return done(
    enter({ ...next, question: null, resumeTo: null }, 'answer', by, s, {
      to: resumesTo(c),
      reason: silence ? null : input.words,
      onBehalf: input.onBehalf,
      facts: { silence, dueAt: openClock(next, 'HANDLE')?.dueAt ?? null },
    }),
  )
}
