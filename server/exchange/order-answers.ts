// What became of orders, for the hotline: followed in the journal, written down when it changed, taken out by serial or by
// batch. Everything is told once; whoever asks for an earlier serial or batch again reads the same again.
import type * as contract from '#core/exchange/contract-orders.ts'
import type { OrderAnswerView } from '#core/exchange/contract-orders.ts'
import { answerOf, isNews } from '#core/exchange/order.ts'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { compareInstants } from '#core/kit/time.ts'
import type { App, Who } from '../app.ts'
import type { Happening } from '../cases/feed.ts'
import { readFollowed } from '../cases/orders.ts'
import { type Tx, inScope, once } from '../kit/db.ts'
import { followJournal } from './journal-following.ts'
import { type DeskRefusal, authorsOf, byOf, keptDesk, readingScope } from './order-desk.ts'
import * as answers from './store-order-answers.ts'
import * as batches from './store-order-batches.ts'
import * as store from './store-orders.ts'

const job = { kind: 'job' } as const
const limitDefault = 50

/** Looks at everything new; answers how many entries that were. */
export const followForOrders = (app: App): Promise<number> =>
  followJournal(app, {
    follower: 'orders',
    listening: () => Promise.resolve(true),
    tell: (tx, happened) => tellAll(app, tx, happened),
  })

/** In the order in which it became so, whatever number an order has. */
async function tellAll(app: App, tx: Tx, happened: readonly Happening[]): Promise<void> {
  const numbers = [...new Set(happened.map(({ number }) => number))]
  const news: Parameters<typeof answers.addAnswer>[1][] = []
  for (const order of await answers.listFollowing(tx, numbers)) {
    const found = await readFollowed(app, tx, order.caseNumber)
    if (found === null) continue
    const { file, handledBy } = found
    const { areaId, id, caseNumber } = order
    await answers.follow(tx, { areaId, id, follows: file.number })
    const answer = answerOf(file, { caseNumber, handledBy, last: order.answer })
    if (isNews(order.answer, answer)) news.push({ areaId, orderId: id, at: file.lastAt, answer })
  }
  const inOrder = news.toSorted(
    (a, b) => compareInstants(a.at, b.at) || (a.answer.caseNumber < b.answer.caseNumber ? -1 : 1),
  )
  for (const each of inOrder) await answers.addAnswer(tx, each)
}

export async function listOrderAnswers(
  app: App,
  who: Who,
  input: InputOf<typeof contract.listOrderAnswers>,
): Promise<Result<OutputOf<typeof contract.listOrderAnswers>, DeskRefusal | 'no_such_batch'>> {
  const desk = keptDesk(app, who, input.areaCode)
  if (!desk.ok) return desk
  const areaId = desk.value.id
  const limit = input.limit ?? limitDefault
  const after = /^\d{1,15}$/.test(input.after ?? '') ? Number(input.after) : 0
  return inScope(app.db, readingScope(who), async (tx) => {
    const { batch } = input
    const found = batch === undefined ? null : await batches.findBatch(tx, { areaId, id: batch })
    if (batch !== undefined && found === null) return refused('no_such_batch')
    const page = { areaId, after, limit: limit + 1 }
    const rows =
      found === null
        ? await answers.listAnswers(tx, page)
        : await answers.listLatest(tx, { ...page, from: found.fromSerial, to: found.toSerial })
    const shown = rows.slice(0, limit)
    const last = String(shown.at(-1)?.serial ?? after)
    return done({ items: shown.map(viewOf), next: rows.length > limit ? last : null, last })
  })
}

/** What is stored may be older than the contract: a field it does not know yet is null. */
const viewOf = ({ serial, at, orderNumber, answer }: answers.AnswerRow): OrderAnswerView => ({
  serial,
  at,
  orderNumber,
  ...answer,
  earlierAt: answer.earlierAt ?? null,
  earlierResult: answer.earlierResult ?? null,
})

type Batched = OutputOf<typeof contract.takeOrderAnswers>

export async function takeOrderAnswers(
  app: App,
  who: Who,
  { commandId, ...content }: InputOf<typeof contract.takeOrderAnswers>,
): Promise<Result<Batched, DeskRefusal | 'command_reused'>> {
  const desk = keptDesk(app, who, content.areaCode)
  if (!desk.ok) return desk
  const areaId = desk.value.id
  // What was done a moment ago belongs into this batch, too.
  await followForOrders(app)
  return once<Batched, never>(app, who.actor, job, { commandId, content }, async (tx, now) => {
    await store.lockDesk(tx, areaId)
    const stretch = await batches.nextStretch(tx, areaId)
    if (stretch === null) return done({ id: null, orders: 0 })
    const id = app.newId()
    await batches.addBatch(tx, { areaId, id, ...stretch, by: byOf(who.actor), at: now() })
    return done({ id, orders: stretch.orders })
  })
}

export async function listOrderBatches(
  app: App,
  who: Who,
  input: InputOf<typeof contract.listOrderBatches>,
): Promise<Result<OutputOf<typeof contract.listOrderBatches>, DeskRefusal>> {
  const desk = keptDesk(app, who, input.areaCode)
  if (!desk.ok) return desk
  const limit = input.limit ?? limitDefault
  const page = { path: desk.value.path, after: input.after ?? null, limit: limit + 1 }
  const rows = await inScope(app.db, readingScope(who), (tx) => batches.listBatches(tx, page))
  const shown = rows.slice(0, limit)
  const authorOf = await inScope(app.db, job, (tx) => authorsOf(tx, shown))
  const items = shown.map(({ areaId: _area, key: _key, byId, bySystem, ...row }) => ({
    ...row,
    by: authorOf({ byId, bySystem }),
  }))
  return done({ items, next: rows.length > limit ? (shown.at(-1)?.key ?? null) : null })
}
