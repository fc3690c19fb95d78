// What another server says of a request of ours, put into the journal of the case: each step once, by its own id. It signs
// for its unit and proposes; it never hands in, checks or closes.
import type { Step } from '#core/exchange/remote.ts'
import { type Result, refused } from '#core/kit/result.ts'
import type { SystemActor } from '#core/people/actor.ts'
import type { App } from '../app.ts'
import type { Moved } from '../cases/moving.ts'
import type { HearUpdate } from '../cases/open311-say.ts'
import { handBack, hearOf, speakerOf, takeOn } from '../cases/relaying.ts'
import { type Tx, inScope } from '../kit/db.ts'
import { steadyId } from '../kit/steady-id.ts'
import * as remotes from './store-remotes.ts'
import * as requests from './store-remote-requests.ts'

const job = { kind: 'job' } as const

export function speakerFor(app: App, remote: remotes.RemoteRow): SystemActor {
  const { path } = app.places.geography.get(remote.areaId)
  return speakerOf({ id: remote.unitId, areaId: remote.areaId, areaPath: path })
}

const fromOf = (remote: remotes.RemoteRow) => ({ zh: remote.name, en: remote.name })

type Of = { remote: remotes.RemoteRow; request: requests.RequestRow }

/** Taken on there: said in the case and signed for. Where the work lies elsewhere by now, it is kept all the same. */
export async function noteTaken(
  app: App,
  { remote, request }: Of,
  taken: { number: string } | { token: string },
): Promise<void> {
  const remoteNumber = 'number' in taken ? taken.number : null
  const kept = {
    communityId: request.communityId,
    id: request.id,
    remoteNumber,
    token: 'token' in taken ? taken.token : null,
    at: app.now(),
  }
  const heard = {
    from: fromOf(remote),
    status: 'open' as const,
    words: remoteNumber === null ? '已收下，编号待给' : `已收下，编号${remoteNumber}`,
  }
  const of = {
    number: request.caseNumber,
    commandId: steadyId('remote taken', request.id),
    heard,
  }
  const keep = async (tx: Tx) => void (await requests.noteSent(tx, kept))
  const answer = await takeOn(app, speakerFor(app, remote), of, keep)
  if (!answer.ok) await inScope(app.db, job, keep)
}

/** Not taken: back to whoever gave it, with their words. Where it cannot be handed back, it is said. */
export async function noteRefused(
  app: App,
  { remote, request }: Of,
  no: { state: 'refused' | 'failed'; words: string; error: string },
): Promise<void> {
  const speaker = speakerFor(app, remote)
  const { communityId, id, caseNumber: number } = request
  const end = async (tx: Tx) => {
    const { state, error } = no
    await requests.noteEnded(tx, { communityId, id, state, error, at: app.now() })
  }
  const words = no.words.slice(0, 500)
  const back = { number, commandId: steadyId('remote refused', id), words }
  if ((await handBack(app, speaker, back, end)).ok) return
  const heard = { from: fromOf(remote), status: null, words, trouble: true }
  const said = { number, commandId: steadyId('remote refused, said', id), heard }
  if (!(await hearOf(app, speaker, said, end)).ok) await inScope(app.db, job, end)
}

export async function noteTrouble(app: App, { remote, request }: Of, why: string): Promise<void> {
  await hearOf(app, speakerFor(app, remote), {
    number: request.caseNumber,
    commandId: steadyId('remote trouble', request.id),
    heard: {
      from: fromOf(remote),
      status: null,
      words: `还没有送到，会自动再送（${why.slice(0, 200)}）`,
      trouble: true,
    },
  })
}

/** One step of theirs. A repeat finds its command answered and changes nothing. */
export async function hearStep(
  app: App,
  { remote, request }: Of,
  step: Pick<Step, 'id' | 'status' | 'words'>,
): Promise<Result<Moved>> {
  const { communityId, id: requestId } = request
  const keep = async (tx: Tx) => {
    const { id, status } = step
    await requests.addStep(tx, { communityId, requestId, step: id, status, at: app.now() })
  }
  const answer = await hearOf(
    app,
    speakerFor(app, remote),
    {
      number: request.caseNumber,
      commandId: steadyId('remote step', requestId, step.id),
      heard: { from: fromOf(remote), status: step.status, words: step.words },
    },
    keep,
  )
  // A case that takes no more remarks has still heard it: it is not asked about again.
  if (!answer.ok) await inScope(app.db, job, keep)
  return answer
}

/** A server that may post to us says itself what became of what we gave it. */
export const hearPushed =
  (app: App): HearUpdate =>
  async (system, update) => {
    const found = await inScope(app.db, job, async (tx) => {
      const own = await remotes.findOfToken(tx, system.id)
      if (own.length === 0) return null
      const ids = own.map((each) => each.id)
      const [request] = await requests.findByRemoteNumber(tx, ids, [update.request])
      const remote = own.find((each) => each.id === request?.remoteId)
      return request === undefined || remote === undefined ? null : { remote, request }
    })
    if (found === null) return null
    const id = `posted ${update.id ?? app.newId()}`
    const answer = await hearStep(app, found, { ...update, id })
    return answer.ok ? answer : refused('not_possible_now')
  }
