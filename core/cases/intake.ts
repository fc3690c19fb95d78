// From the first word to the file: report, verify, accept or not, contest (loop.md 3, moves 1–7).

import { done, refused } from '#core/kit/result.ts'
import type { Result } from '#core/kit/result.ts'
import { addDays, toMs } from '#core/kit/time.ts'
import type { Actor } from '#core/people/actor.ts'
import type { Category } from '#core/places/category.ts'
import { currentRound, isOwnFind } from './case.ts'
import type { CaseFile, RefusalReason, Round, Source } from './case.ts'
import { enter, guard, saysEnough } from './change.ts'
import type { Decided } from './change.ts'
import { saidByReporter } from './moves.ts'
import { type ParticularAnswers, saysUrgent, toldOf } from './particulars.ts'
import type { Settings } from './rules.ts'
import { ends, endsAll, goesOn, starts, stops } from './ticking.ts'

/** Where routing and the choice of home layer put the report; all of it is decided before the rules look. */
export type Placed = {
  id: string
  number: string
  communityId: number
  homeAreaId: number
  filedAreaId: number
  gridId: number | null
  /** The closed case that is still broken, when a neighbour says so too late to reopen it. */
  linkedTo?: string
}

export type Report = {
  source: Source
  category: string
  urgent: boolean
  text: string
  address: string | null
  point: { lon: number; lat: number } | null
  photos: string[]
  /** Absent where nothing was asked. */
  particulars?: ParticularAnswers
  /** Did somebody leave a name or a number to be reached at? Staff finds have no voice at all. */
  voice: { hasContact: boolean } | null
}

/** Said by staff, by its category, or by an answer to what its category asks. */
export const entersUrgent = (
  report: Pick<Report, 'urgent' | 'particulars'>,
  category: Category | null,
): boolean =>
  report.urgent ||
  (category?.urgent ?? false) ||
  saysUrgent(category?.particulars ?? [], report.particulars ?? {})

/** Why the report cannot be taken as it stands. Bad coordinates are never a reason. */
export function whyCannotReport(report: Report, s: Settings): Result<null> {
  if (report.photos.length > s.rules.photosMax) return refused('too_many_photos')
  if (s.category(report.category) === null) return refused('category_unknown')
  return done(null)
}

export function decideReport(report: Report, placed: Placed, by: Actor, s: Settings): Decided {
  const may = whyCannotReport(report, s)
  if (!may.ok) return may
  const category = s.category(report.category)
  const file = starts(emptyFile(report, placed, by, s), 'ACCEPT', s)
  return done(
    enter(file, 'report', by, s, {
      facts: {
        source: report.source,
        category: report.category,
        categoryName: category === null ? null : { zh: category.zh, en: category.en },
        urgent: report.urgent,
        contact: report.voice?.hasContact ?? false,
        filedIn: placed.filedAreaId,
        ...(placed.linkedTo !== undefined && { linkedTo: placed.linkedTo }),
      },
    }),
  )
}

function emptyFile(report: Report, placed: Placed, by: Actor, s: Settings): CaseFile {
  const category = s.category(report.category)
  const recordedBy = by.kind === 'person' ? by.id : 'voice'
  return {
    ...placed,
    state: 'REPORTED',
    version: 0,
    round: 1,
    source: report.source,
    createdBy: recordedBy,
    category: report.category,
    categoryClass: category?.class ?? 'C',
    tier: category?.tier ?? 'T2',
    matter: null,
    urgent: entersUrgent(report, category),
    text: report.text,
    address: report.address,
    point: report.point,
    photos: report.photos,
    particulars: toldOf(category?.particulars ?? [], report.particulars ?? {}),
    reportedAt: s.now,
    filedAt: null,
    archivedAt: null,
    resumeTo: null,
    verifier: null,
    question: null,
    refused: null,
    contested: false,
    suspension: null,
    suspensionAsk: null,
    handovers: 0,
    reopenings: 0,
    linkedTo: placed.linkedTo ?? null,
    merged: null,
    mergedHere: 0,
    wakeAt: null,
    lastAt: s.now,
    tookPart: [],
    rounds: [newRound(1, 'report', s)],
    legs: [],
    clocks: [],
    voices:
      report.voice === null
        ? []
        : [{ serial: 1, recordedBy, channel: report.source, hasContact: report.voice.hasContact }],
    proofs: [],
    extensions: [],
    urges: [],
    supervisions: [],
    callbacks: [],
    samples: [],
    whistles: [],
    appeal: null,
  }
}

export function newRound(round: number, openedBy: Round['openedBy'], s: Settings): Round {
  return {
    round,
    openedAt: s.now,
    openedBy,
    selfHandled: false,
    firstDispatchedAt: null,
    firstDispatch: null,
    handledAt: null,
    stoppedSeconds: 0,
    closedAt: null,
    closedBy: null,
    outcome: null,
    closingWords: null,
    handoversAtClose: null,
    undoneAt: null,
    undoneBy: null,
    failedChecks: 0,
    extensionsGranted: 0,
    waits: 0,
    suspendedSeconds: 0,
    pastYear: false,
    transfers: 0,
    answer: null,
    answeredAt: null,
    grade: null,
    gradedAt: null,
    respondedAt: null,
    calledAt: null,
    calledSolved: null,
  }
}

/** Replaces fields of the current round. */
export function inRound(c: CaseFile, patch: Partial<Round>): CaseFile {
  const round = currentRound(c)
  return { ...c, rounds: c.rounds.map((r) => (r === round ? { ...r, ...patch } : r)) }
}

/** Asks somebody to look before filing; `verifier: null` calls it off. */
export function decideVerifyBeforeFiling(
  c: CaseFile,
  by: Actor,
  input: { verifier: string | null; verifierName: string },
  s: Settings,
): Decided {
  const may = guard('verifyBeforeFiling', c, by, s)
  if (!may.ok) return may
  if (input.verifier === null) return calledOff(c, by, s)
  if (c.state === 'VERIFYING') return refused('not_possible_now')
  if (c.urgent) return refused('urgent_goes_first')
  if (isOwnFind(c, input.verifier)) return refused('reporter_cannot_verify')
  const next = starts(stops(c, ['ACCEPT'], 'verify', s), 'VERIFY', s)
  return done(
    enter({ ...next, verifier: input.verifier }, 'verifyBeforeFiling', by, s, {
      to: 'VERIFYING',
      facts: { verifier: input.verifier, verifierPost: input.verifierName },
    }),
  )
}

function calledOff(c: CaseFile, by: Actor, s: Settings): Decided {
  if (c.state !== 'VERIFYING') return refused('not_possible_now')
  const next = goesOn(ends(c, ['VERIFY'], s), s)
  return done(
    enter({ ...next, verifier: null }, 'verifyBeforeFiling', by, s, {
      to: 'REPORTED',
      facts: { calledOff: true },
    }),
  )
}

export function decideVerified(
  c: CaseFile,
  by: Actor,
  input: { found: boolean; note: string },
  s: Settings,
): Decided {
  const may = guard('verified', c, by, s)
  if (!may.ok) return may
  if (isOwnFind(c, by.id)) return refused('reporter_cannot_verify')
  const next = goesOn(ends(c, ['VERIFY'], s), s)
  return done(
    enter({ ...next, verifier: null }, 'verified', by, s, {
      to: 'REPORTED',
      reason: input.note === '' ? null : input.note,
      facts: { found: input.found },
    }),
  )
}

export function decideAccept(
  c: CaseFile,
  by: Actor,
  input: { category: string; conditionMet: boolean },
  s: Settings,
): Decided {
  const may = guard('accept', c, by, s)
  if (!may.ok) return may
  const category = s.category(input.category)
  if (category === null) return refused('category_unknown')
  if (!input.conditionMet) return refused('filing_condition_open')
  const sorted: CaseFile = {
    ...c,
    category: category.code,
    categoryClass: category.class,
    tier: category.tier,
    urgent: c.urgent || category.urgent,
  }
  return done(
    enter(filed(ends(sorted, ['ACCEPT'], s), s), 'accept', by, s, {
      to: 'ACCEPTED',
      facts: {
        category: category.code,
        categoryName: { zh: category.zh, en: category.en },
        tier: category.tier,
        home: c.homeAreaId,
      },
    }),
  )
}

/** Filed: the home layer now answers for the whole, and must say who works on it. */
const filed = (c: CaseFile, s: Settings): CaseFile =>
  starts(starts({ ...c, filedAt: c.filedAt ?? s.now }, 'WHOLE', s), 'DISPATCH', s)

export function decideNotAccept(
  c: CaseFile,
  by: Actor,
  input: { code: RefusalReason; words: string; body: string | null },
  s: Settings,
): Decided {
  const may = guard('notAccept', c, by, s)
  if (!may.ok) return may
  if (c.urgent) return refused('urgent_goes_first')
  if (!saysEnough(input.words)) return refused('reason_missing')
  const body = input.body?.trim() ?? ''
  if (input.code === 'other_body' && body === '') return refused('other_body_missing')
  const next: CaseFile = {
    ...ends(c, ['ACCEPT'], s),
    refused: {
      code: input.code,
      words: input.words,
      body: body === '' ? null : body,
      by: by.id,
      at: s.now,
    },
  }
  return done(
    enter(next, 'notAccept', by, s, {
      to: 'NOT_ACCEPTED',
      reason: input.words,
      facts: { code: input.code, body: body === '' ? null : body },
    }),
  )
}

/** Once, within 15 days of a refusal or of a closing as "guided"; somebody above who took no part decides. */
export function decideContest(
  c: CaseFile,
  by: Actor,
  input: { words: string; onBehalf: string | null },
  s: Settings,
): Decided {
  const may = guard('contest', c, by, s)
  if (!may.ok) return may
  const round = currentRound(c)
  if (c.state === 'CLOSED' && round.outcome !== 'guided') return refused('not_possible_now')
  if (!saidByReporter(c, by, input.onBehalf)) return refused('not_yours')
  if (c.contested) return refused('already_contested')
  const since = c.state === 'CLOSED' ? round.closedAt : (c.refused?.at ?? null)
  if (since !== null && toMs(s.now) > toMs(addDays(since, s.rules.contestWindowDays)))
    return refused('window_over')
  if (!saysEnough(input.words)) return refused('reason_missing')
  const next = starts({ ...c, contested: true, resumeTo: c.state }, 'CONTEST', s)
  return done(
    enter(next, 'contest', by, s, {
      to: 'CONTESTED',
      reason: input.words,
      onBehalf: input.onBehalf,
    }),
  )
}

export function decideContestDecision(
  c: CaseFile,
  by: Actor,
  input: { upheld: boolean; reason: string },
  s: Settings,
): Decided {
  const may = guard('decideContest', c, by, s)
  if (!may.ok) return may
  if (c.tookPart.includes(by.id) || c.createdBy === by.id) return refused('took_part_before')
  if (!saysEnough(input.reason)) return refused('reason_missing')
  const reviewed = { ...ends(c, ['CONTEST'], s), resumeTo: null }
  if (!input.upheld) {
    const back = c.resumeTo ?? 'NOT_ACCEPTED'
    return done(
      enter(reviewed, 'decideContest', by, s, {
        to: back,
        reason: input.reason,
        facts: { upheld: false },
      }),
    )
  }
  const again = c.resumeTo === 'CLOSED' ? undone(reviewed, s) : reviewed
  const unprivate: CaseFile = { ...again, matter: null, refused: null }
  return done(
    enter(filed(unprivate, s), 'decideContest', by, s, {
      to: 'ACCEPTED',
      reason: input.reason,
      facts: { upheld: true, tier: c.tier },
      audience: 'public',
    }),
  )
}

/** A guided closing that was wrongly made is undone: its round stays, a new one begins. */
function undone(c: CaseFile, s: Settings): CaseFile {
  const closed = inRound(endsAll(c, s), {
    undoneAt: s.now,
    undoneBy: 'contest',
  })
  const round = c.round + 1
  return { ...closed, round, rounds: [...closed.rounds, newRound(round, 'contest', s)] }
}
