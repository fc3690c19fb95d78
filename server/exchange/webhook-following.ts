// From the journal to messages: what happened becomes a delivery for each webhook it concerns, in the transaction that
// moves the position on. Read below the oldest transaction, as all followers do.
import { isOpen } from '#core/cases/case.ts'
import { residentStateWords } from '#core/cases/words.ts'
import { type EventKind, type Reach, whatToTell } from '#core/exchange/webhook.ts'
import { toMs } from '#core/kit/time.ts'
import type { App } from '../app.ts'
import { type Happening, latestPosition, readFrom } from '../cases/feed.ts'
import { type Tx, inScope } from '../kit/db.ts'
import { categoriesAt } from '../places/index-of-places.ts'
import { type KnownToken, tokensById } from '../people/tokens.ts'
import * as store from './store-webhooks.ts'

const batch = 200

/** Looks at everything new; answers how many entries that were. */
export async function followForWebhooks(app: App): Promise<number> {
  let seen = 0
  for (;;) {
    const count = await inScope(app.db, { kind: 'job' }, (tx) => followOnce(app, tx))
    seen += count
    if (count < batch) return seen
  }
}

async function followOnce(app: App, tx: Tx): Promise<number> {
  const at = await store.lockPosition(tx)
  if (at === null) return 0
  const listening = await store.listListening(tx)
  if (listening.length === 0) {
    // Nobody listens, so nothing was missed: whoever subscribes hears of what comes after.
    await store.movePosition(tx, await latestPosition(tx))
    return 0
  }
  const happened = await readFrom(tx, at.position, batch)
  const last = happened.at(-1)
  if (last === undefined) return 0
  const reaches = await reachesOf(app, tx, listening)
  const numbers = [...new Set(happened.map((each) => each.number))]
  const told = new Map(
    (await store.lastTold(tx, numbers)).map((row) => [
      keyOf(row.webhookId, row.caseNumber),
      row.kind,
    ]),
  )
  for (const h of happened)
    for (const webhook of listening) await tellOne(app, tx, { h, webhook, reaches, told })
  await store.movePosition(tx, last.position)
  return happened.length
}

const keyOf = (webhookId: string, number: string) => `${webhookId} ${number}`

/** With the token of a system that reads cases: what that system may read, as long as the token holds. */
async function reachesOf(
  app: App,
  tx: Tx,
  webhooks: readonly store.WebhookRow[],
): Promise<Map<string, Reach>> {
  const tokens = await tokensById(
    app,
    tx,
    webhooks.flatMap((each) => each.tokenId ?? []),
  )
  return new Map(
    webhooks.map((webhook) => [
      webhook.id,
      reachOf(app, webhook, tokens.get(webhook.tokenId ?? '') ?? null),
    ]),
  )
}

export function reachOf(
  app: Pick<App, 'places'>,
  { areaId, kinds }: Pick<store.WebhookRow, 'areaId' | 'kinds'>,
  token: KnownToken | null,
): Reach {
  const { path } = app.places.geography.get(areaId)
  const readsCases =
    token !== null &&
    token.holds &&
    token.scopes.includes('cases:read') &&
    path.startsWith(token.areaPath)
  return { path, kinds, readsCases }
}

type Telling = {
  h: Happening
  webhook: store.WebhookRow
  reaches: ReadonlyMap<string, Reach>
  told: Map<string, string>
}

async function tellOne(app: App, tx: Tx, { h, webhook, reaches, told }: Telling): Promise<void> {
  const reach = reaches.get(webhook.id)
  if (reach === undefined || toMs(h.at) < toMs(webhook.createdAt)) return
  const key = keyOf(webhook.id, h.number)
  const known = told.get(key)
  const kind = whatToTell(reach, h, known !== undefined && known !== 'case.withdrawn')
  if (kind === null) return
  const { communityId, number: caseNumber } = h
  const now = app.now()
  await store.addDelivery(tx, {
    communityId,
    id: app.newId(),
    webhookId: webhook.id,
    position: h.position,
    kind,
    caseNumber,
    happenedAt: h.at,
    body: JSON.stringify({ type: kind, timestamp: h.at, data: dataOf(app, h, kind, reach) }),
    state: webhook.disabledAt === null ? 'waiting' : 'missed',
    at: now,
  })
  await store.keepTold(tx, { communityId, caseNumber, webhookId: webhook.id, kind })
  told.set(key, kind)
}

/** What the public page of the case says too; to a token that reads cases also the move. Never anybody's words. */
function dataOf(app: App, h: Happening, kind: EventKind, reach: Reach) {
  if (kind === 'case.withdrawn' && !reach.readsCases) return { number: h.number }
  const { geography } = app.places
  const area = geography.get(h.filedAreaId)
  const category = categoriesAt(app, area.path, h.at).get(h.category)
  const { publicUrl } = app.config
  const state = h.to ?? h.from
  const common = {
    number: h.number,
    version: h.version,
    category: { code: h.category, zh: category?.zh ?? null, en: category?.en ?? null },
    area: { code: area.code, ...geography.label(area) },
    urgent: h.urgent,
    ...(state !== null && {
      state,
      ...residentStateWords[state],
      status: isOpen(state) ? 'open' : 'closed',
    }),
  }
  if (!reach.readsCases) return { ...common, link: `${publicUrl}/cases/${h.number}` }
  return {
    ...common,
    public: h.isPublic,
    move: h.move,
    from: h.from,
    link: `${publicUrl}/api/cases/${h.number}`,
  }
}
