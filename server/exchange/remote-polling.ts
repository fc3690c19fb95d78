// Asking other servers what became of requests of ours: by the extension for updates where they have it, from the last one
// read on; else by looking at the requests themselves.
import {
  type Step,
  changesIn,
  isUnknown,
  listIn,
  overlapSeconds,
  pollSeconds,
  stepsIn,
  takenIn,
} from '#core/exchange/remote.ts'
import { addDays, addSeconds, toMs } from '#core/kit/time.ts'
import type { App } from '../app.ts'
import { inScope } from '../kit/db.ts'
import { hearStep } from './remote-hearing.ts'
import { noteFailing, w3c } from './remote-sending.ts'
import { type Told, askRemote } from './remote-wire.ts'
import * as remotes from './store-remotes.ts'
import * as requests from './store-remote-requests.ts'

const job = { kind: 'job' } as const
const pageSize = 200
const pagesMax = 20
const idsAtOnce = 50

export async function pollRemotes(app: App): Promise<number> {
  const now = app.now()
  const live = await inScope(app.db, job, (tx) => remotes.listLive(tx))
  const due = live.filter(
    ({ polledAt }) => polledAt === null || toMs(now) - toMs(polledAt) >= pollSeconds * 1000,
  )
  let heard = 0
  for (const remote of due) heard += await pollOne(app, remote)
  return heard
}

async function pollOne(app: App, remote: remotes.RemoteRow): Promise<number> {
  const followed = await inScope(app.db, job, (tx) => requests.listFollowed(tx, remote.id))
  if (followed.length === 0) return 0
  const numbered = await withNumbers(app, remote, followed)
  const asked = await stepsOf(app, remote, numbered)
  const at = app.now()
  if ('trouble' in asked)
    return inScope(app.db, job, async (tx) => {
      await noteFailing(app, tx, remote, asked.trouble)
      const { id, hasUpdates } = remote
      await remotes.notePolled(tx, { id, at, to: null, hasUpdates })
      return 0
    })
  const heard = await hearAll(app, remote, numbered, asked.steps)
  await inScope(app.db, job, async (tx) => {
    await remotes.noteHeard(tx, remote.id, at)
    const { to, hasUpdates } = asked
    await remotes.notePolled(tx, { id: remote.id, at, to, hasUpdates })
  })
  return heard
}

/** What they took under a token has its number by now, or will have. */
async function withNumbers(
  app: App,
  remote: remotes.RemoteRow,
  followed: readonly requests.RequestRow[],
): Promise<requests.RequestRow[]> {
  const numbered: requests.RequestRow[] = []
  for (const request of followed) {
    if (request.remoteNumber !== null) numbered.push(request)
    else if (request.token !== null) {
      const path = `tokens/${encodeURIComponent(request.token)}`
      const told = await askRemote(app, remote, { path })
      const taken = told.kind === 'said' ? takenIn(told.said) : null
      if (taken === null || !('number' in taken)) continue
      const { communityId, id } = request
      const kept = { communityId, id, remoteNumber: taken.number, at: app.now() }
      await inScope(app.db, job, (tx) => requests.keepNumber(tx, kept))
      numbered.push({ ...request, remoteNumber: taken.number })
    }
  }
  return numbered
}

type Asked = { steps: Step[]; to: string | null; hasUpdates: boolean } | { trouble: string }

async function stepsOf(
  app: App,
  remote: remotes.RemoteRow,
  followed: readonly requests.RequestRow[],
): Promise<Asked> {
  if (followed.length === 0) return { steps: [], to: null, hasUpdates: remote.hasUpdates }
  if (!remote.hasUpdates) return changesOf(app, remote, followed)
  const steps: Step[] = []
  const from = sinceOf(app, remote, followed)
  for (let page = 1; page <= pagesMax; page += 1) {
    const told = await askRemote(app, remote, {
      path: 'servicerequestupdates',
      query: { start_date: w3c(from), page: String(page), page_size: String(pageSize) },
    })
    // They do not have the extension; the requests themselves they do have.
    if (told.kind === 'no' && isUnknown(told.status)) return changesOf(app, remote, followed)
    if (told.kind === 'no') return { trouble: told.words }
    if (told.kind === 'trouble') return { trouble: told.why }
    const found = stepsIn(told.said)
    const fresh = found.filter((step) => !steps.some((each) => each.id === step.id))
    steps.push(...fresh)
    // A short page is the last; so is one that brings nothing new, from a server that knows no pages.
    if (listIn(told.said).length < pageSize || fresh.length === 0) break
  }
  return { steps, to: latestOf(steps), hasUpdates: true }
}

/** By their clock, as far as we have read; before the first step, from the day before the first request was sent. */
function sinceOf(
  app: App,
  remote: remotes.RemoteRow,
  followed: readonly requests.RequestRow[],
): string {
  const earliest = addDays(app.now(), -89)
  const first = followed
    .map((request) => request.sentAt ?? app.now())
    .reduce((a, b) => (toMs(a) < toMs(b) ? a : b))
  const from =
    remote.polledTo === null ? addDays(first, -1) : addSeconds(remote.polledTo, -overlapSeconds)
  return toMs(from) < toMs(earliest) ? earliest : from
}

const latestOf = (steps: readonly Step[]): string | null =>
  steps.reduce<string | null>(
    (latest, { at }) => (at !== null && (latest === null || toMs(at) > toMs(latest)) ? at : latest),
    null,
  )

async function changesOf(
  app: App,
  remote: remotes.RemoteRow,
  followed: readonly requests.RequestRow[],
): Promise<Asked> {
  const steps: Step[] = []
  for (let at = 0; at < followed.length; at += idsAtOnce) {
    const numbers = followed.slice(at, at + idsAtOnce).flatMap((each) => each.remoteNumber ?? [])
    const told: Told = await askRemote(app, remote, {
      path: 'requests',
      query: { service_request_id: numbers.join(',') },
    })
    if (told.kind === 'trouble') return { trouble: told.why }
    if (told.kind === 'no' && told.status !== 404) return { trouble: told.words }
    if (told.kind === 'said') steps.push(...changesIn(told.said))
  }
  return { steps, to: null, hasUpdates: false }
}

async function hearAll(
  app: App,
  remote: remotes.RemoteRow,
  followed: readonly requests.RequestRow[],
  steps: readonly Step[],
): Promise<number> {
  const byNumber = new Map(followed.map((request) => [request.remoteNumber, request]))
  const ids = followed.map((request) => request.id)
  const known = new Set(
    (await inScope(app.db, job, (tx) => requests.knownSteps(tx, ids))).map(keyOf),
  )
  const inOrder = steps.toSorted((a, b) => toMs(a.at ?? app.now()) - toMs(b.at ?? app.now()))
  let heard = 0
  for (const step of inOrder) {
    const request = byNumber.get(step.request)
    if (request === undefined || known.has(keyOf({ requestId: request.id, step: step.id })))
      continue
    await hearStep(app, { remote, request }, step)
    heard += 1
  }
  return heard
}

const keyOf = ({ requestId, step }: { requestId: string; step: string }) => `${requestId} ${step}`
