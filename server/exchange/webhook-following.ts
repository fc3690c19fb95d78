// From the journal to messages: what happened becomes a delivery for each webhook it concerns, in the transaction that
// moves the position on. Read below the oldest transaction, as all followers do.
import { isOpen } from '#core/cases/case.ts'
import { residentStateWords } from '#core/cases/words.ts'
import { type EventKind, type Reach, whatToTell } from '#core/exchange/webhook.ts'
import { toMs } from '#core/kit/time.ts'
import type { App } from '../app.ts'
import type { Happening } from '../cases/feed.ts'
import type { Tx } from '../kit/db.ts'
import { categoriesAt } from '../places/index-of-places.ts'
import { type KnownToken, tokensById } from '../people/tokens.ts'
import { followJournal } from './journal-following.ts'
import * as store from './store-webhooks.ts'

/** Looks at everything new; answers how many entries that were. */
export const followForWebhooks = (app: App): Promise<number> =>
  followJournal(app, {
    follower: 'webhooks',
    listening: async (tx) => {
      const webhooks = await store.listListening(tx)
      return webhooks.length === 0 ? null : webhooks
    },
    tell: (tx, happened, webhooks) => tellAll(app, tx, happened, webhooks),
  })

async function tellAll(
  app: App,
  tx: Tx,
  happened: readonly Happening[],
  listening: readonly store.WebhookRow[],
): Promise<void> {
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
