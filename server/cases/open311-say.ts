// POST servicerequestupdates: what another system has to say about a request. The one that reported it has the reporter's
// word; one that we gave the case to is heard by the room that knows of that. Nobody closes a case from outside.
import { type Heard, decideReporterSays } from '#core/cases/relay.ts'
import { argument, readUpdate, type PostedUpdate, type Query } from '#core/cases/open311.ts'
import { type Result, refused } from '#core/kit/result.ts'
import type { SystemActor } from '#core/people/actor.ts'
import type { App } from '../app.ts'
import { inScope } from '../kit/db.ts'
import type { PlainRequest } from '../kit/http.ts'
import { steadyId } from '../kit/steady-id.ts'
import { move } from './moving.ts'
import type { Moved } from './moving.ts'
import { type Answered, failed, keyHolder } from './open311.ts'
import { readBody } from './open311-body.ts'
import { findSystemRequests } from './open311-store.ts'

/** Null where the request is none that this system was given. */
export type HearUpdate = (
  system: SystemActor,
  update: PostedUpdate,
) => Promise<Result<Moved> | null>

const job = { kind: 'job' } as const

export async function answerSaying(
  app: App,
  request: PlainRequest,
  hear: HearUpdate,
): Promise<Answered> {
  const body = await readBody(request)
  if (body === null) return failed(400, 'The body could not be read as what its Content-Type says.')
  const fields: Query = { ...request.query, ...body.fields }
  const system = await keyHolder(app, fields)
  if (system === null)
    return failed(403, `${argument(fields, 'api_key') === null ? 'Missing' : 'Invalid'} api_key.`)
  const read = readUpdate(fields)
  if ('faults' in read) return failed(400, ...read.faults)
  const answer = (await asReporter(app, system, read.update)) ?? (await hear(system, read.update))
  if (answer === null)
    return failed(404, `service_request_id ${read.update.request} was not found.`)
  if (!answer.ok) return failed(400, `The update was not taken: ${answer.refusal}.`)
  const { number, version } = answer.value
  return { status: 200, answer: { kind: 'said', list: [{ update_id: `${number}.${version}` }] } }
}

async function asReporter(
  app: App,
  system: SystemActor,
  update: PostedUpdate,
): Promise<Result<Moved> | null> {
  const rows = await inScope(app.db, job, (tx) => findSystemRequests(tx, [update.request]))
  const own = rows.find((row) => row.systemId === system.id)
  if (own === undefined) return null
  const actor: SystemActor = { ...system, reported: own.id }
  const heard: Heard = {
    from: { zh: system.name, en: system.name },
    status: update.status,
    words: update.words,
  }
  const command = { number: own.number, commandId: commandOf(app, system, update), ...heard }
  const answer = await move(app, { actor, scope: job }, command, (file, settings) =>
    decideReporterSays(file, actor, heard, settings),
  )
  return answer.ok || answer.refusal !== 'no_such_case' ? answer : refused('not_possible_now')
}

/** Their own id of the update makes a repeat one command. */
const commandOf = (app: App, system: SystemActor, { request, id }: PostedUpdate): string =>
  id === null ? app.newId() : steadyId('open311 update', system.id, request, id)
