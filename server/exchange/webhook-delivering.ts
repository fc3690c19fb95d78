// Sending what waits. A message is claimed, sent outside of any transaction, and what came of it is written down.
import { isGivenUp, nextTryAt } from '#core/exchange/webhook.ts'
import { addSeconds } from '#core/kit/time.ts'
import type { App } from '../app.ts'
import { inScope } from '../kit/db.ts'
import { type Outcome, sendOut } from '../kit/outbound.ts'
import { tell } from '../notices/notices.ts'
import * as store from './store-webhooks.ts'
import { signaturesOf } from './webhook-secrets.ts'

const job = { kind: 'job' } as const
const atOnce = 50
const claimSeconds = 120
export const keptDays = 30

/** Sends everything that is due; answers how many messages that were. */
export async function deliverWebhooks(app: App): Promise<number> {
  let sent = 0
  for (;;) {
    const now = app.now()
    const until = addSeconds(now, claimSeconds)
    const due = await inScope(app.db, job, (tx) =>
      store.claimDue(tx, { now, until, limit: atOnce }),
    )
    if (due.length === 0) return sent
    // In order to each receiver, to several at a time: a slow one holds up nobody else.
    await Promise.all([...grouped(due).values()].map((messages) => sendInTurn(app, messages)))
    sent += due.length
  }
}

function grouped(due: readonly store.Due[]): Map<string, store.Due[]> {
  const found = new Map<string, store.Due[]>()
  for (const each of due) found.set(each.webhookId, [...(found.get(each.webhookId) ?? []), each])
  return found
}

async function sendInTurn(app: App, messages: readonly store.Due[]): Promise<void> {
  for (const message of messages.toSorted(inOrder)) await sendOne(app, message)
}

/** As it happened; several moves of one command happened at the same instant, one after the other. */
const inOrder = (a: store.Due, b: store.Due): number =>
  Date.parse(a.happenedAt) - Date.parse(b.happenedAt) ||
  a.position.length - b.position.length ||
  (a.position < b.position ? -1 : 1)

async function sendOne(app: App, due: store.Due): Promise<void> {
  const at = app.now()
  const seconds = Math.floor(Date.parse(at) / 1000)
  const id = `msg_${due.id}`
  const secrets = await inScope(app.db, job, (tx) => store.listSecrets(tx, due.webhookId, at))
  const outcome = await sendOut({
    method: 'POST',
    url: due.url,
    privateAllowed: app.config.privateReceivers,
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': signaturesOf(app.keys, secrets, { id, seconds, body: due.body }),
    },
    body: due.body,
  })
  await inScope(app.db, job, async (tx) => {
    const tried = { communityId: due.communityId, id: due.id, webhookId: due.webhookId, at }
    if (outcome.ok && outcome.status >= 200 && outcome.status < 300)
      return void (await store.noteDelivered(tx, { ...tried, status: outcome.status }))
    const status = outcome.ok ? outcome.status : null
    const pause = outcome.ok ? outcome.retryAfterSeconds : 0
    const next = nextTryAt(due.tries + 1, at, pause)
    await store.noteFailed(tx, { ...tried, status, error: errorOf(outcome), nextTryAt: next })
    if (!isGivenUp({ status, failingSince: due.failingSince ?? at }, at)) return
    const given = await store.disableWebhook(tx, due.webhookId, at)
    if (given === null || due.createdBy === null) return
    await tell(tx, {
      recipient: due.createdBy,
      cause: `webhook ${due.webhookId} ${at}`,
      kind: 'webhookDisabled',
      communityId: due.areaId,
      caseNumber: null,
      about: { topic: 'webhook', id: due.webhookId },
      words: {
        zh: `推送已停：“${due.name}”长时间收不到，错过的已留存，可以补发`,
        en: `Webhook stopped: “${due.name}” did not answer for days. What it missed is kept and can be sent again.`,
      },
      urgent: false,
      at,
    })
  })
}

const errorOf = (outcome: Outcome): string =>
  outcome.ok ? `HTTP ${outcome.status}` : outcome.why.slice(0, 200)

export async function removeOldDeliveries(app: App): Promise<void> {
  const before = addSeconds(app.now(), -keptDays * 86_400)
  await inScope(app.db, job, (tx) => store.removeOld(tx, before))
}
