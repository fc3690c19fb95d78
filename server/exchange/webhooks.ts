// Webhooks as whoever keeps the exchange of an area sees and changes them.
import type * as contract from '#core/exchange/contract-webhooks.ts'
import type { WebhookState, WebhookView } from '#core/exchange/contract-webhooks.ts'
import { ping, rotationHours } from '#core/exchange/webhook.ts'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { isUuid } from '#core/kit/ids.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { addSeconds, isInstant } from '#core/kit/time.ts'
import { hasRight } from '#core/people/rights.ts'
import type { App, Who } from '../app.ts'
import { type TakeNow, type Tx, inScope, once } from '../kit/db.ts'
import { whyNotReachable } from '../kit/outbound.ts'
import { findArea, spotOf } from '../people/find-area.ts'
import { tokensById } from '../people/tokens.ts'
import * as store from './store-webhooks.ts'
import { reachOf } from './webhook-following.ts'
import { newWebhookSecret, placeOfSecret } from './webhook-secrets.ts'

const job = { kind: 'job' } as const

type Made = OutputOf<typeof contract.addWebhook>
/** The secret is kept in no answer: a repeat of the command cannot say it again. */
const veil = {
  store: ({ id }: Made) => ({ id }),
  recall: (kept: unknown): Made => ({ id: (kept as Made).id, secret: null }),
}

export async function addWebhook(
  app: App,
  who: Who,
  { commandId, ...input }: InputOf<typeof contract.addWebhook>,
): Promise<
  Result<
    Made,
    'no_such_area' | 'no_such_token' | 'address_refused' | 'not_allowed' | 'command_reused'
  >
> {
  return once(app, who.actor, job, { commandId, content: input, veil }, async (tx, now) => {
    const area = findArea(app, input.areaCode)
    if (area === null) return refused('no_such_area')
    if (!hasRight(who.actor, 'keepExchange', spotOf(area))) return refused('not_allowed')
    const why = whyNotReachable(input.url, app.config.privateReceivers)
    if (why !== null) return refused('address_refused')
    if (input.tokenId !== null) {
      const token = isUuid(input.tokenId)
        ? (await tokensById(app, tx, [input.tokenId])).get(input.tokenId)
        : undefined
      if (token === undefined || !token.holds || !area.path.startsWith(token.areaPath))
        return refused('no_such_token')
    }
    const id = app.newId()
    const { name, url, kinds, tokenId } = input
    const at = now()
    await store.addWebhook(tx, {
      id,
      areaId: area.id,
      name,
      url,
      kinds,
      tokenId,
      by: who.actor.id,
      at,
    })
    return done({ id, secret: await giveSecret(app, tx, { id, areaId: area.id, serial: 1, at }) })
  })
}

async function giveSecret(
  app: App,
  tx: Tx,
  { id, areaId, serial, at }: { id: string; areaId: number; serial: number; at: string },
): Promise<string> {
  const secret = newWebhookSecret()
  const sealed = app.keys.seal(secret, placeOfSecret({ areaId, webhookId: id, serial }))
  await store.addSecret(tx, { webhookId: id, areaId, serial, sealed, at })
  return secret
}

type Kept<T, R extends string> = Promise<Result<T, R | 'no_such_webhook' | 'command_reused'>>

/** One webhook, locked, if the caller keeps it; to everybody else there is none. */
function keeping<T, R extends string = never>(
  app: App,
  who: Who,
  { commandId, ...input }: { commandId: string; id: string },
  work: (tx: Tx, webhook: store.WebhookRow, now: TakeNow) => Promise<Result<T, R>>,
  veiled?: typeof veil,
): Kept<T, R> {
  if (!isUuid(input.id)) return Promise.resolve(refused('no_such_webhook'))
  const command = { commandId, content: input, ...(veiled && { veil: veiled as never }) }
  return once<T, R | 'no_such_webhook'>(app, who.actor, job, command, async (tx, now) => {
    const webhook = await store.lockWebhook(tx, input.id)
    if (webhook === null || !keeps(app, who, webhook)) return refused('no_such_webhook')
    return work(tx, webhook, now)
  })
}

const keeps = (app: App, who: Who, { areaId }: { areaId: number }): boolean =>
  hasRight(who.actor, 'keepExchange', spotOf(app.places.geography.get(areaId)))

export const endWebhook = (app: App, who: Who, input: InputOf<typeof contract.endWebhook>) =>
  keeping(app, who, input, async (tx, { id }, now) => {
    await store.endWebhook(tx, { id, by: who.actor.id, at: now() })
    return done({})
  })

export const resumeWebhook = (app: App, who: Who, input: InputOf<typeof contract.resumeWebhook>) =>
  keeping(app, who, input, async (tx, { id }) => {
    await store.resumeWebhook(tx, id)
    return done({})
  })

export const rotateWebhook = (app: App, who: Who, input: InputOf<typeof contract.rotateWebhook>) =>
  keeping(
    app,
    who,
    input,
    async (tx, { id, areaId }, now) => {
      const at = now()
      const until = addSeconds(at, rotationHours * 3600)
      const last = await store.retireSecrets(tx, { webhookId: id, now: at, until })
      const serial = (last?.serial ?? 0) + 1
      return done<Made>({ id, secret: await giveSecret(app, tx, { id, areaId, serial, at }) })
    },
    veil,
  )

export const tryWebhook = (app: App, who: Who, input: InputOf<typeof contract.tryWebhook>) =>
  keeping(app, who, input, async (tx, { id, areaId, disabledAt }, now) => {
    const at = now()
    const delivery = app.newId()
    await store.addDelivery(tx, {
      communityId: areaId,
      id: delivery,
      webhookId: id,
      position: `ping ${delivery}`,
      kind: ping,
      caseNumber: null,
      happenedAt: at,
      body: JSON.stringify({ type: ping, timestamp: at, data: {} }),
      state: disabledAt === null ? 'waiting' : 'missed',
      at,
    })
    return done({})
  })

export const replayWebhook = (app: App, who: Who, input: InputOf<typeof contract.replayWebhook>) =>
  keeping<{ count: number }, 'no_such_delivery' | 'one_or_since' | 'webhook_ended'>(
    app,
    who,
    input,
    async (tx, { id, endedAt }, now) => {
      const { delivery = null, since = null } = input
      if ((delivery === null) === (since === null) || (since !== null && !isInstant(since)))
        return refused('one_or_since')
      if (endedAt !== null) return refused('webhook_ended')
      if (delivery !== null && !isUuid(delivery)) return refused('no_such_delivery')
      const sent = await store.replay(tx, { webhookId: id, delivery, since, now: now() })
      if (delivery !== null && sent.length === 0) return refused('no_such_delivery')
      return done({ count: sent.length })
    },
  )

export async function listWebhooks(
  app: App,
  who: Who,
  input: InputOf<typeof contract.listWebhooks>,
): Promise<Result<OutputOf<typeof contract.listWebhooks>, 'not_allowed'>> {
  const { actor } = who
  const grants = actor.kind === 'person' ? actor.grants : []
  const roots = grants
    .filter((grant) => hasRight(actor, 'keepExchange', grant))
    .map((grant) => grant.areaPath)
  if (roots.length === 0) return refused('not_allowed')
  const limit = input.limit ?? 50
  return inScope(app.db, job, async (tx) => {
    const now = app.now()
    const rows = await store.listWebhooks(tx, { roots, after: input.after ?? '', limit, now })
    const tokens = await tokensById(
      app,
      tx,
      rows.flatMap((row) => row.tokenId ?? []),
    )
    const items = rows.map((row): WebhookView => {
      const area = app.places.geography.get(row.areaId)
      const token = tokens.get(row.tokenId ?? '') ?? null
      const { areaId: _area, createdBy: _by, createdAt: _at, ...shown } = row
      return {
        ...shown,
        areaCode: area.code,
        areaName: area.name,
        tokenName: token?.name ?? null,
        readsCases: reachOf(app, row, token).readsCases,
        state: stateOf(row),
      }
    })
    return done({ items, next: rows.length === limit ? (rows.at(-1)?.id ?? null) : null })
  })
}

function stateOf(row: store.WebhookRow): WebhookState {
  if (row.endedAt !== null) return 'ended'
  if (row.disabledAt !== null) return 'disabled'
  return row.failingSince === null ? 'active' : 'failing'
}

export async function listDeliveries(
  app: App,
  who: Who,
  input: InputOf<typeof contract.listDeliveries>,
): Promise<Result<OutputOf<typeof contract.listDeliveries>, 'no_such_webhook'>> {
  if (!isUuid(input.id)) return refused('no_such_webhook')
  const limit = input.limit ?? 50
  return inScope(app.db, job, async (tx) => {
    const webhook = await store.lockWebhook(tx, input.id)
    if (webhook === null || !keeps(app, who, webhook)) return refused('no_such_webhook')
    const asked = { webhookId: webhook.id, after: input.after ?? null, limit: limit + 1 }
    const rows = await store.listDeliveries(tx, asked)
    const shown = rows.slice(0, limit)
    const items = shown.map(({ key: _key, ...row }) => row)
    return done({ items, next: rows.length > limit ? (shown.at(-1)?.key ?? null) : null })
  })
}
