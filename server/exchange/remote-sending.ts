// Sending what waits for other servers. A try is counted before it is made; before anything is sent a second time, the
// other server is asked whether it has it: an answer that was lost never makes a second request.
import {
  isRequestList,
  nextSendAt,
  oursIn,
  overlapSeconds,
  tagOf,
  takenIn,
} from '#core/exchange/remote.ts'
import { addSeconds } from '#core/kit/time.ts'
import type { App } from '../app.ts'
import { inScope } from '../kit/db.ts'
import { tell } from '../notices/notices.ts'
import { noteRefused, noteTaken, noteTrouble } from './remote-hearing.ts'
import { type Told, askRemote } from './remote-wire.ts'
import * as remotes from './store-remotes.ts'
import * as requests from './store-remote-requests.ts'

const job = { kind: 'job' } as const
const atOnce = 50
const claimSeconds = 180
const lookupPageSize = 500
const lookupPagesMax = 5

type Trouble = Extract<Told, { kind: 'trouble' }>
type Sending = { remote: remotes.RemoteRow; request: requests.RequestRow }

export async function sendToRemotes(app: App): Promise<number> {
  let sent = 0
  for (;;) {
    const now = app.now()
    const due = await inScope(app.db, job, (tx) =>
      requests.claimDue(tx, { now, until: addSeconds(now, claimSeconds), limit: atOnce }),
    )
    for (const request of due) await sendOne(app, request)
    sent += due.length
    if (due.length < atOnce) return sent + (await sayWhatWaits(app))
  }
}

async function sendOne(app: App, request: requests.RequestRow): Promise<void> {
  const remote = await inScope(app.db, job, (tx) => remotes.findRemote(tx, request.remoteId))
  if (remote === null) return
  const of = { remote, request }
  if (remote.endedAt !== null) return refuse(app, of, `${remote.name}已停用，没有送出`, 'ended')
  if (request.form === null)
    return refuse(app, of, `${remote.name}没有对应这一类别的服务，没有送出`, 'no service')
  if (request.tries > 1) {
    const known = await lookUp(app, of)
    if (typeof known === 'object' && known !== null) return putOff(app, of, known)
    if (known !== null) return taken(app, of, { number: known })
  }
  if (!request.wanted) return withdraw(app, of)
  return post(app, of, request.form)
}

async function post(app: App, of: Sending, form: Record<string, string>): Promise<void> {
  const told = await askRemote(app, of.remote, { path: 'requests', form })
  if (told.kind === 'trouble') return putOff(app, of, told)
  if (told.kind === 'no')
    return refuse(app, of, `${of.remote.name}不接受：${told.words}`, told.words)
  const answer = takenIn(told.said)
  if (answer !== null) return taken(app, of, answer)
  return putOff(app, of, trouble('an answer without a number'))
}

const trouble = (why: string): Trouble => ({ kind: 'trouble', why, retryAfterSeconds: 0 })

/** The number under which they have it; null if they have not; trouble if that cannot be known now. */
async function lookUp(app: App, { remote, request }: Sending): Promise<string | null | Trouble> {
  const since = addSeconds(request.askedAt ?? app.now(), -overlapSeconds)
  for (let page = 1; page <= lookupPagesMax; page += 1) {
    const told = await askRemote(app, remote, {
      path: 'requests',
      query: {
        reference: request.reference,
        extensions: 'true',
        start_date: w3c(since),
        page: String(page),
        page_size: String(lookupPageSize),
      },
    })
    if (told.kind === 'trouble') return told
    if (told.kind === 'no') return told.status === 404 ? null : trouble(told.words)
    if (!isRequestList(told.said)) return trouble('no list of requests')
    const number = oursIn(told.said, request.reference)
    if (number !== null) return number
    if (!isFull(told.said)) return null
  }
  return null
}

const isFull = (said: unknown): boolean => Array.isArray(said) && said.length >= lookupPageSize

export const w3c = (instant: string): string => `${new Date(instant).toISOString().slice(0, 19)}Z`

async function taken(
  app: App,
  of: Sending,
  answer: { number: string } | { token: string },
): Promise<void> {
  await noteTaken(app, of, answer)
  await inScope(app.db, job, async (tx) => {
    await remotes.noteHeard(tx, of.remote.id, app.now())
    if (!of.request.wanted && 'number' in answer)
      await requests.addWords(tx, {
        communityId: of.request.communityId,
        id: app.newId(),
        requestId: of.request.id,
        status: 'closed',
        words: '这件已转由其他单位办理，请不再处理。',
        cause: 'ended',
        at: app.now(),
      })
  })
}

async function refuse(app: App, of: Sending, words: string, error: string): Promise<void> {
  await noteRefused(app, of, { state: 'refused', words, error: error.slice(0, 300) })
}

const withdraw = (app: App, { request: { communityId, id } }: Sending) =>
  inScope(app.db, job, async (tx) => {
    await requests.noteEnded(tx, {
      communityId,
      id,
      state: 'withdrawn',
      error: null,
      at: app.now(),
    })
  })

/** Tried again later; whoever gave the case hears of the first time, and after the last it comes back. */
async function putOff(app: App, of: Sending, told: Trouble): Promise<void> {
  const { remote, request } = of
  const at = app.now()
  const next = nextSendAt(request.tries, at, told.retryAfterSeconds)
  const first = await inScope(app.db, job, async (tx) => {
    await noteFailing(app, tx, remote, told.why)
    if (next === null) return false
    const { communityId, id } = request
    const noted = await requests.noteTrouble(tx, {
      communityId,
      id,
      error: told.why,
      nextTryAt: next,
    })
    return noted?.first === true
  })
  if (first) return noteTrouble(app, of, told.why)
  if (next !== null) return
  const words = `送了${request.tries}次，${remote.name}都没有回应。对方可能已经收到，电话核实时说标记${tagOf(request.reference)}`
  await noteRefused(app, of, { state: 'failed', words, error: told.why })
}

const toldAfterSeconds = 3600

/** Whoever made the remote is told once an hour has gone by without any answer. */
export async function noteFailing(
  app: App,
  tx: Parameters<typeof remotes.noteFailing>[0],
  remote: remotes.RemoteRow,
  error: string,
): Promise<void> {
  const at = app.now()
  const row = await remotes.noteFailing(tx, { id: remote.id, at, error })
  const since = row?.failingSince ?? at
  if (remote.createdBy === null) return
  if (Date.parse(at) - Date.parse(since) < toldAfterSeconds * 1000) return
  await tell(tx, {
    recipient: remote.createdBy,
    cause: `remote ${remote.id} ${since}`,
    kind: 'remoteFailing',
    communityId: remote.areaId,
    caseNumber: null,
    about: { topic: 'remote', id: remote.id },
    words: {
      zh: `“${remote.name}”一小时没有回应，事件送不过去，正在重试`,
      en: `“${remote.name}” has not answered for an hour. Cases wait to be sent and are tried again.`,
    },
    urgent: false,
    at,
  })
}

/** What we have to tell them of requests, in the order in which it happened. */
async function sayWhatWaits(app: App): Promise<number> {
  const now = app.now()
  const due = await inScope(app.db, job, (tx) =>
    requests.claimWords(tx, { now, until: addSeconds(now, claimSeconds), limit: atOnce }),
  )
  for (const words of due) await sayOne(app, words)
  return due.length
}

async function sayOne(app: App, words: requests.WordsRow): Promise<void> {
  const remote = await inScope(app.db, job, (tx) => remotes.findRemote(tx, words.remoteId))
  if (remote === null) return
  const told: Told =
    remote.endedAt !== null
      ? { kind: 'no', status: 410, words: 'ended' }
      : await askRemote(app, remote, {
          path: 'servicerequestupdates',
          form: {
            service_request_id: words.remoteNumber,
            update_id: words.id,
            status: words.status.toUpperCase(),
            updated_datetime: w3c(app.now()),
            description: words.words,
          },
        })
  const next =
    told.kind === 'trouble' ? nextSendAt(words.tries, app.now(), told.retryAfterSeconds) : null
  const state =
    told.kind === 'said' ? 'sent' : told.kind === 'no' ? 'refused' : next ? 'waiting' : 'failed'
  await inScope(app.db, job, (tx) =>
    requests.noteWords(tx, {
      communityId: words.communityId,
      id: words.id,
      state,
      error: told.kind === 'said' ? null : told.kind === 'no' ? told.words : told.why,
      nextTryAt: next,
    }),
  )
}

const keptDays = 90

export async function forgetRequests(app: App): Promise<void> {
  const before = addSeconds(app.now(), -keptDays * 86_400)
  await inScope(app.db, job, (tx) => requests.removeEnded(tx, before))
}
