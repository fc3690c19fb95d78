// Carrying what waits. A message is claimed, sent outside of any transaction, and what came of it is written down; the
// gateway knows a repeat by its id.
import { channels, nextTryOf, type Channel, type Message } from '#core/notices/message.ts'
import { addDays, addSeconds } from '#core/kit/time.ts'
import type { App } from '../app.ts'
import { inScope } from '../kit/db.ts'
import { addJob } from '../kit/jobs.ts'
import { type Gateway, gatewayOf } from './gateways.ts'
import { type Sealed, messagePlace } from './messages.ts'
import * as store from './store-messages.ts'

const job = { kind: 'job' } as const
const atOnce = 20
const claimSeconds = 120
export const keptDays = 30

/** Sends everything that is due and may be sent today; answers how many messages were tried. */
export async function sendMessages(app: App): Promise<number> {
  await inScope(app.db, job, (tx) => store.expireLate(tx, app.now()))
  let tried = 0
  for (const channel of channels) {
    const gateway = gatewayOf(app, channel)
    if (gateway !== null) tried += await sendAll(app, channel, gateway)
  }
  return tried
}

async function sendAll(app: App, channel: Channel, gateway: Gateway): Promise<number> {
  for (let tried = 0; ;) {
    const due = await claim(app, channel)
    if (due.length === 0) return tried
    await Promise.all(due.map((each) => sendOne(app, gateway, each)))
    tried += due.length
  }
}

async function claim(app: App, channel: Channel): Promise<store.Due[]> {
  const now = app.now()
  const perDay = perDayOf(app, channel)
  const due = await inScope(app.db, job, async (tx) => {
    const left = perDay - (await store.countDelivered(tx, channel, addDays(now, -1)))
    if (left <= 0) return null
    const limit = Math.min(left, atOnce)
    return store.claimDue(tx, { channel, now, until: addSeconds(now, claimSeconds), limit })
  })
  if (due === null) app.log.warn({ channel, perDay }, 'as many were sent as may be in a day')
  return due ?? []
}

const perDayOf = ({ config }: App, channel: Channel): number =>
  (channel === 'push' ? config.push : config.gateways[channel])?.perDay ?? Infinity

async function sendOne(app: App, gateway: Gateway, due: store.Due): Promise<void> {
  const { communityId, id } = due
  const sealed = JSON.parse(app.keys.open(due.sealed, messagePlace(communityId, id))) as Sealed
  const { whenGone = null, ...said } = sealed
  const message: Message = { id, ...said }
  const carried = await gateway(message, due.expiresAt)
  const at = app.now()
  const tried = { communityId, id, at, status: carried.status }
  await inScope(app.db, job, async (tx) => {
    if (carried.ok) return void (await store.noteDelivered(tx, tried))
    const { expiresAt } = due
    const { retryAfterSeconds, status } = carried
    const next = carried.final
      ? null
      : nextTryOf(due.tries + 1, at, { expiresAt, retryAfterSeconds })
    await store.noteFailed(tx, { ...tried, error: carried.why.slice(0, 200), nextTryAt: next })
    // Whoever had it to tell hears that there is nobody any more, with what he named himself.
    if (carried.gone === true && whenGone !== null)
      await addJob(tx, { ...whenGone, key: `gone ${id}` })
    else if (next === null)
      app.log.warn({ message: id, kind: due.kind, status }, 'a message was given up')
  })
}

export async function forgetMessages(app: App): Promise<void> {
  const before = addDays(app.now(), -keptDays)
  await inScope(app.db, job, (tx) => store.removeEnded(tx, before))
}
