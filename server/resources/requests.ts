// Requests for resources to come down: one function a move, one transaction each, its line in the journal beside it, and a
// word to whoever is concerned.
import type { InputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { type TakeNow, type Tx, once } from '../kit/db.ts'
import { localDate } from '#core/kit/time.ts'
import { hasRight, roleAt } from '#core/people/rights.ts'
import { personIn } from '#core/resources/organisation.ts'
import type * as contract from '#core/resources/contract-requests.ts'
import {
  type MoveRefusal,
  type RequestMove,
  type RequestState,
  type ResourceRequest,
  type Use,
  answerDaysDefault,
  decideAnswer,
  decideAsk,
  decideEscalate,
  decideRegister,
  decideReport,
  decideCorrect,
  decideUse,
  decideWithdraw,
  sideOf,
} from '#core/resources/request.ts'
import type { App, Who } from '../app.ts'
import { findArea } from '../people/find-area.ts'
import { findResource } from './store.ts'
import * as store from './store-requests.ts'
import { leaveWord } from './tells.ts'
import { areasAbove, daysRule, mayKeep } from './views.ts'

type Moved = { id: string; version: number; state: RequestState }
type About = { commandId: string; id: string; expectedVersion: number }
type MoveNo =
  | 'no_such_request'
  | 'not_yours'
  | 'changed_meanwhile'
  | 'person_in_text'
  | 'not_yet'
  | 'already_over'

/** Which area the caller must keep to make the move. */
export const sideArea = (request: ResourceRequest, move: RequestMove) =>
  sideOf[move] === 'asked' ? request.to : { id: request.communityId, path: request.askerPath }

export const mayMove = (who: Who, request: ResourceRequest, move: RequestMove): boolean => {
  const { id, path } = sideArea(request, move)
  return hasRight(who.actor, 'keepResources', { areaId: id, areaPath: path })
}

/** The level over the one that was asked. */
export function levelAbove(app: App, request: ResourceRequest) {
  const asked = app.places.geography.get(request.to.id)
  const above = asked.parentId === null ? null : app.places.geography.get(asked.parentId)
  return above === null ? null : { id: above.id, path: above.path }
}

export const answerDaysAt = (app: App, path: string) =>
  daysRule(app, path, 'resources.answerDays', answerDaysDefault)

const namesSomebody = (...texts: (string | null | undefined)[]): boolean =>
  texts.some((text) => typeof text === 'string' && personIn(text) !== null)

type Instants = { now: string; today: string }
type Decision<R extends string> = Result<
  { request: ResourceRequest; facts: Record<string, unknown>; use?: Use },
  R
>

/** One move: lock, decide, save, append, tell. */
function moved<R extends string>(
  app: App,
  who: Who,
  move: Exclude<RequestMove, 'ask'>,
  { commandId, ...content }: About,
  decide: (request: ResourceRequest, at: Instants, tx: Tx) => Decision<R> | Promise<Decision<R>>,
): Promise<Result<Moved, R | MoveNo | 'command_reused'>> {
  return once<Moved, R | MoveNo>(
    app,
    who.actor,
    who.scope,
    { commandId, content },
    async (tx, now) => {
      const before = await store.lockRequest(tx, content.id)
      if (before === null) return refused('no_such_request')
      if (!mayMove(who, before, move)) return refused('not_yours')
      if (before.version !== content.expectedVersion) return refused('changed_meanwhile')
      const at = instants(app, before.communityId, now)
      const decided = await decide(before, at, tx)
      if (!decided.ok) return decided
      const { request, facts, use } = decided.value
      await store.updateRequest(tx, request)
      if (use !== undefined) await store.addUse(tx, request, use)
      return keep(tx, who, { request, move, at: at.now, facts })
    },
  )
}

function instants(app: App, areaId: number, now: TakeNow): Instants {
  const at = now()
  return { now: at, today: localDate(at, app.places.geography.get(areaId).timeZone) }
}

type Keeping = {
  request: ResourceRequest
  move: RequestMove
  at: string
  facts: Record<string, unknown>
}

async function keep(tx: Tx, who: Who, line: Keeping) {
  const { request, move } = line
  const side = sideArea(request, move)
  const role = roleAt(who.actor, { areaId: side.id, areaPath: side.path })
  await store.addMove(tx, { ...line, personId: who.actor.id, role })
  await leaveWord(tx, request)
  return done({ id: request.id, version: request.version, state: request.state })
}

type AskNo = 'no_such_area' | 'not_yours' | 'not_above' | 'day_past' | 'person_in_text'

export async function askResource(
  app: App,
  who: Who,
  { commandId, ...input }: InputOf<typeof contract.askResource>,
): Promise<Result<Moved, AskNo | 'command_reused'>> {
  const area = findArea(app, input.area)
  if (area === null) return refused('no_such_area')
  if (!mayKeep(who, area)) return refused('not_yours')
  const to = input.to === undefined ? (areasAbove(app, area)[0] ?? null) : findArea(app, input.to)
  if (to === null) return refused(input.to === undefined ? 'not_above' : 'no_such_area')
  if (namesSomebody(input.what, input.forWhom, input.why)) return refused('person_in_text')
  return once<Moved, AskNo>(
    app,
    who.actor,
    who.scope,
    { commandId, content: input },
    async (tx, now) => {
      const at = instants(app, area.id, now)
      const asked = decideAsk(
        {
          id: app.newId(),
          communityId: area.id,
          askerPath: area.path,
          to: { id: to.id, path: to.path },
          what: input.what,
          forWhom: input.forWhom,
          why: input.why,
          wantedFrom: input.wantedFrom ?? null,
          wantedUntil: input.wantedUntil ?? null,
          answerBy: input.answerBy ?? null,
          answerDays: answerDaysAt(app, to.path),
        },
        at,
      )
      if (!asked.ok) return asked
      const request = asked.value
      await store.insertRequest(tx, request)
      const facts = { to: to.code, answerBy: request.answerBy }
      return keep(tx, who, { request, move: 'ask', at: at.now, facts })
    },
  )
}

const plain = <R extends string>(
  decided: Result<ResourceRequest, R>,
  facts: Record<string, unknown>,
): Decision<R> => (decided.ok ? done({ request: decided.value, facts }) : decided)

export const answerRequest = (app: App, who: Who, input: InputOf<typeof contract.answerRequest>) =>
  moved<MoveNo | 'alternative_needed'>(app, who, 'answer', input, (request, at) => {
    const { answer, reason } = input
    const alternative = input.alternative ?? null
    if (namesSomebody(reason, alternative)) return refused('person_in_text')
    return plain(decideAnswer(request, { answer, reason, alternative }, at), {
      answer,
      reason,
      alternative,
    })
  })

export const escalateRequest = (
  app: App,
  who: Who,
  input: InputOf<typeof contract.escalateRequest>,
) =>
  moved<MoveNo | MoveRefusal<'escalate'>>(app, who, 'escalate', input, (request, at) => {
    if (namesSomebody(input.reason)) return refused('person_in_text')
    const above = levelAbove(app, request)
    const answerDays = answerDaysAt(app, above?.path ?? request.to.path)
    const code = above === null ? null : app.places.geography.get(above.id).code
    const before = { refused: request.answer, alternative: request.alternative }
    return plain(decideEscalate(request, { above, answerDays }, at), {
      to: code,
      reason: input.reason,
      ...before,
    })
  })

export const withdrawRequest = (
  app: App,
  who: Who,
  input: InputOf<typeof contract.withdrawRequest>,
) =>
  moved<MoveNo>(app, who, 'withdraw', input, (request) =>
    namesSomebody(input.reason)
      ? refused('person_in_text')
      : plain(decideWithdraw(request), { reason: input.reason }),
  )

export const registerRequest = (
  app: App,
  who: Who,
  input: InputOf<typeof contract.registerRequest>,
) =>
  moved<MoveNo | 'no_such_resource' | 'day_past'>(
    app,
    who,
    'register',
    input,
    async (request, at, tx) => {
      if (namesSomebody(input.terms)) return refused('person_in_text')
      const resource = await findResource(tx, input.resourceId)
      if (resource === null || resource.endedOn !== null) return refused('no_such_resource')
      const given = {
        resourceId: resource.id,
        terms: input.terms,
        termsUntil: input.termsUntil ?? null,
      }
      return plain(decideRegister(request, given, at), { ...given, name: resource.name })
    },
  )

export const useResource = (app: App, who: Who, input: InputOf<typeof contract.useResource>) =>
  moved<MoveNo | 'day_ahead' | 'before_asked'>(app, who, 'use', input, (request, at) => {
    if (namesSomebody(input.whatFor)) return refused('person_in_text')
    const used = {
      usedOn: input.day,
      whatFor: input.whatFor,
      units: input.units,
      personTimes: input.personTimes ?? null,
    }
    const decided = decideUse(request, used, at)
    if (!decided.ok) return decided
    return done({ ...decided.value, facts: { ...used } })
  })

type CorrectNo = 'day_ahead' | 'before_asked' | 'no_such_use' | 'already_corrected'

export const correctUse = (app: App, who: Who, input: InputOf<typeof contract.correctUse>) =>
  moved<MoveNo | CorrectNo>(app, who, 'correct', input, async (request, at, tx) => {
    if (namesSomebody(input.whatFor, input.reason)) return refused('person_in_text')
    const uses = await store.listUses(tx, request.id)
    const wrong = uses.find(({ serial }) => serial === input.serial)
    if (wrong === undefined) return refused('no_such_use')
    if (wrong.correctedBy !== null) return refused('already_corrected')
    const { day: usedOn, whatFor, units, reason } = input
    const right = { usedOn, whatFor, units, personTimes: input.personTimes ?? null }
    const decided = decideCorrect(request, { wrong, right, reason }, at)
    if (!decided.ok) return decided
    const was = { usedOn: wrong.usedOn, units: wrong.units, personTimes: wrong.personTimes }
    return done({ ...decided.value, facts: { ...right, corrects: wrong.serial, was, reason } })
  })

export const reportRequest = (app: App, who: Who, input: InputOf<typeof contract.reportRequest>) =>
  moved<MoveNo | MoveRefusal<'report'>>(app, who, 'report', input, (request) =>
    namesSomebody(input.brought)
      ? refused('person_in_text')
      : plain(decideReport(request, input.brought), {
          brought: input.brought,
          uses: request.uses,
          units: request.units,
          personTimes: request.personTimes,
        }),
  )
