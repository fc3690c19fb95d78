// A request for a resource to come down 资源下沉: asked by a community (or street, or district) of a level above it, answered
// by that level, registered with its terms, used, reported. A move takes a request and returns the next, or says why not.
import { usualOfResources } from '#core/places/rule-keeping.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { type Instant, type LocalDate, nextDate } from '#core/kit/time.ts'

export const requestStates = [
  'ASKED',
  'GIVEN',
  'PARTLY',
  'REFUSED',
  'REGISTERED',
  'USED',
  'REPORTED',
  'WITHDRAWN',
] as const
export type RequestState = (typeof requestStates)[number]

export const answers = ['GIVEN', 'PARTLY', 'REFUSED'] as const
export type AnswerKind = (typeof answers)[number]

export const requestMoves = [
  'ask',
  'answer',
  'escalate',
  'withdraw',
  'register',
  'use',
  'correct',
  'report',
] as const
export type RequestMove = (typeof requestMoves)[number]

/** Days in which the level asked answers, unless its own rule says otherwise. */
export const answerDaysDefault: number = usualOfResources.answerDays

type Level = { id: number; path: string }

export type ResourceRequest = {
  id: string
  communityId: number
  askerPath: string
  to: Level
  state: RequestState
  what: string
  forWhom: string
  why: string
  wantedFrom: LocalDate | null
  wantedUntil: LocalDate | null
  answerBy: LocalDate
  askedOn: LocalDate
  askedAt: Instant
  answeredAt: Instant | null
  answer: string | null
  alternative: string | null
  /** The level that refused before it went up: a request goes up once. */
  refusedById: number | null
  resourceId: string | null
  terms: string | null
  termsUntil: LocalDate | null
  brought: string | null
  uses: number
  units: number
  personTimes: number
  version: number
}

/** Which side a move belongs to: whoever asked, or whoever was asked. */
export const sideOf: Readonly<Record<RequestMove, 'asker' | 'asked'>> = {
  ask: 'asker',
  answer: 'asked',
  escalate: 'asker',
  withdraw: 'asker',
  register: 'asked',
  use: 'asker',
  correct: 'asker',
  report: 'asker',
}

const from: Readonly<Record<Exclude<RequestMove, 'ask'>, readonly RequestState[]>> = {
  answer: ['ASKED'],
  escalate: ['REFUSED'],
  withdraw: ['ASKED', 'GIVEN', 'PARTLY'],
  register: ['GIVEN', 'PARTLY'],
  use: ['REGISTERED', 'USED'],
  correct: ['USED', 'REPORTED'],
  report: ['REGISTERED', 'USED'],
}

type Timing = 'not_yet' | 'already_over'
/** What each move may be refused for. */
export type MoveRefusal<M extends RequestMove = RequestMove> =
  | Timing
  | (M extends 'escalate' ? 'gone_up_before' | 'nobody_above' : never)
  | (M extends 'report' ? 'not_used_yet' : never)

/** Why this move cannot be made now; the button and the server ask the same. `above`: the level over the one asked. */
export function whyCannot<M extends Exclude<RequestMove, 'ask'>>(
  move: M,
  request: Pick<ResourceRequest, 'state' | 'refusedById' | 'uses'>,
  above: Level | null = null,
): MoveRefusal<M> | null {
  return reasonAgainst(move, request, above) as MoveRefusal<M> | null
}

function reasonAgainst(
  move: Exclude<RequestMove, 'ask'>,
  { state, refusedById, uses }: Pick<ResourceRequest, 'state' | 'refusedById' | 'uses'>,
  above: Level | null,
): MoveRefusal | null {
  if (!from[move].includes(state)) return isOver(state) ? 'already_over' : 'not_yet'
  if (move === 'escalate' && refusedById !== null) return 'gone_up_before'
  if (move === 'escalate' && above === null) return 'nobody_above'
  return move === 'report' && uses === 0 ? 'not_used_yet' : null
}

export const isOver = (state: RequestState): boolean =>
  state === 'REPORTED' || state === 'WITHDRAWN' || state === 'REFUSED'

/** Days of waiting past the day on which an answer was due; 0 while there is time. */
export function daysLate(
  request: Pick<ResourceRequest, 'state' | 'answerBy'>,
  today: LocalDate,
): number {
  if (request.state !== 'ASKED' || request.answerBy >= today) return 0
  return Math.round((Date.parse(today) - Date.parse(request.answerBy)) / 86_400_000)
}

export type Asking = Pick<
  ResourceRequest,
  'id' | 'communityId' | 'askerPath' | 'what' | 'forWhom' | 'why' | 'wantedFrom' | 'wantedUntil'
> & { to: Level; answerDays: number; answerBy: LocalDate | null }

type Now = { now: Instant; today: LocalDate }

export function decideAsk(
  asking: Asking,
  { now, today }: Now,
): Result<ResourceRequest, 'not_above' | 'day_past'> {
  const { answerDays, answerBy, ...asked } = asking
  const above = asked.askerPath.startsWith(asked.to.path) && asked.askerPath !== asked.to.path
  if (!above) return refused('not_above')
  const by = answerBy ?? nextDate(today, answerDays)
  const ends = asked.wantedUntil ?? asked.wantedFrom
  if (by < today || (ends !== null && ends < today)) return refused('day_past')
  if (asked.wantedFrom !== null && ends !== null && ends < asked.wantedFrom)
    return refused('day_past')
  return done({
    ...asked,
    state: 'ASKED',
    answerBy: by,
    askedOn: today,
    askedAt: now,
    answeredAt: null,
    answer: null,
    alternative: null,
    refusedById: null,
    resourceId: null,
    terms: null,
    termsUntil: null,
    brought: null,
    uses: 0,
    units: 0,
    personTimes: 0,
    version: 1,
  })
}

type Decided<R extends string = Timing> = Result<ResourceRequest, R>

const next = (request: ResourceRequest, change: Partial<ResourceRequest>): Decided<never> =>
  done({ ...request, ...change, version: request.version + 1 })

/** A refusal says what else there is: “no” alone helps nobody. */
export function decideAnswer(
  request: ResourceRequest,
  given: { answer: AnswerKind; reason: string; alternative: string | null },
  { now }: Now,
): Decided<Timing | 'alternative_needed'> {
  const why = whyCannot('answer', request)
  if (why !== null) return refused(why)
  if (given.answer === 'REFUSED' && given.alternative === null) return refused('alternative_needed')
  return next(request, {
    state: given.answer,
    answer: given.reason,
    alternative: given.alternative,
    answeredAt: now,
  })
}

/** One level up, once; the first answer stays in the record, and the clock of the answer begins anew. */
export function decideEscalate(
  request: ResourceRequest,
  { above, answerDays }: { above: Level | null; answerDays: number },
  { today }: Now,
): Decided<MoveRefusal<'escalate'>> {
  const why = whyCannot('escalate', request, above)
  if (why !== null || above === null) return refused(why ?? 'nobody_above')
  return next(request, {
    state: 'ASKED',
    refusedById: request.to.id,
    to: above,
    answerBy: nextDate(today, answerDays),
    answeredAt: null,
    answer: null,
    alternative: null,
  })
}

export function decideWithdraw(request: ResourceRequest): Decided {
  const why = whyCannot('withdraw', request)
  return why === null ? next(request, { state: 'WITHDRAWN' }) : refused(why)
}

export function decideRegister(
  request: ResourceRequest,
  given: { resourceId: string; terms: string; termsUntil: LocalDate | null },
  { today }: Now,
): Decided<Timing | 'day_past'> {
  const why = whyCannot('register', request)
  if (why !== null) return refused(why)
  if (given.termsUntil !== null && given.termsUntil < today) return refused('day_past')
  return next(request, { state: 'REGISTERED', ...given })
}

export type Used = {
  usedOn: LocalDate
  whatFor: string
  /** Times, sessions, hours: whatever the terms count. None only where a record is put right: it did not take place. */
  units: number
  /** How many came, never who; null where nobody counted. */
  personTimes: number | null
}
export type Use = Used & {
  serial: number
  /** The serial of the entry it puts right, with the reason. */
  corrects: number | null
  reason: string | null
}

export function decideUse(
  request: ResourceRequest,
  used: Used,
  { today }: Now,
): Result<{ request: ResourceRequest; use: Use }, Timing | 'day_ahead' | 'before_asked'> {
  const why = whyCannot('use', request)
  if (why !== null) return refused(why)
  if (used.usedOn > today) return refused('day_ahead')
  if (used.usedOn < request.askedOn) return refused('before_asked')
  const use = { ...used, corrects: null, reason: null, serial: request.version + 1 }
  return done({
    use,
    request: {
      ...request,
      state: 'USED',
      uses: request.uses + 1,
      units: request.units + used.units,
      personTimes: request.personTimes + (used.personTimes ?? 0),
      version: request.version + 1,
    },
  })
}

/** What was written down wrongly stays, and what is right names it. Of no units: it did not take place after all. */
export function decideCorrect(
  request: ResourceRequest,
  { wrong, right, reason }: { wrong: Use; right: Used; reason: string },
  { today }: Now,
): Result<{ request: ResourceRequest; use: Use }, Timing | 'day_ahead' | 'before_asked'> {
  const why = whyCannot('correct', request)
  if (why !== null) return refused(why)
  if (right.usedOn > today) return refused('day_ahead')
  if (right.usedOn < request.askedOn) return refused('before_asked')
  const uses = request.uses + takesPlace(right) - takesPlace(wrong)
  const people = right.units === 0 ? null : right.personTimes
  return done({
    use: {
      ...right,
      personTimes: people,
      corrects: wrong.serial,
      reason,
      serial: request.version + 1,
    },
    request: {
      ...request,
      state: request.state === 'USED' && uses === 0 ? 'REGISTERED' : request.state,
      uses,
      units: request.units + right.units - wrong.units,
      personTimes: request.personTimes + (people ?? 0) - (wrong.personTimes ?? 0),
      version: request.version + 1,
    },
  })
}
const takesPlace = ({ units }: Used): number => (units > 0 ? 1 : 0)

export function decideReport(
  request: ResourceRequest,
  brought: string,
): Decided<MoveRefusal<'report'>> {
  const why = whyCannot('report', request)
  return why === null ? next(request, { state: 'REPORTED', brought }) : refused(why)
}
