// Orders as the desk looks them through: each with the case it became and what was answered, and the files they came in.
import type * as contract from '#core/exchange/contract-orders.ts'
import type { OrderImportView, OrderView } from '#core/exchange/contract-orders.ts'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { compareInstants } from '#core/kit/time.ts'
import type { App, Who } from '../app.ts'
import { inScope } from '../kit/db.ts'
import { type DeskRefusal, authorsOf, keptDesk, mayKeepOrders, readingScope } from './order-desk.ts'
import * as store from './store-orders.ts'

const job = { kind: 'job' } as const
const limitDefault = 50

export async function listOrders(
  app: App,
  who: Who,
  input: InputOf<typeof contract.listOrders>,
): Promise<Result<OutputOf<typeof contract.listOrders>, DeskRefusal>> {
  const desk = keptDesk(app, who, input.areaCode)
  if (!desk.ok) return desk
  const limit = input.limit ?? limitDefault
  const { path } = desk.value
  const now = app.now()
  const number = input.number?.trim() ?? ''
  const asked = {
    path,
    after: input.after ?? null,
    limit: limit + 1,
    state: input.state ?? 'all',
    number: number === '' ? null : number,
    now,
  } as const
  const { rows, untold } = await inScope(app.db, readingScope(who), async (tx) => ({
    rows: await store.listOrders(tx, asked),
    untold: await store.countUntold(tx, path),
  }))
  const shown = rows.slice(0, limit)
  const next = rows.length > limit ? (shown.at(-1)?.key ?? null) : null
  return done({ items: shown.map((row) => viewOf(app, row, now)), next, untold })
}

function viewOf(app: App, row: store.OrderRowRead, now: string): OrderView {
  const { areaId, key: _key, answeredAt, signedAt: _signed, ...shown } = row
  return {
    ...shown,
    deskCode: app.places.geography.get(areaId).code,
    late: isLate(row, answeredAt ?? now),
  }
}

/** By the hotline's own deadline; an order that was sent back owes no answer. */
function isLate(row: store.OrderRowRead, at: string): boolean | null {
  if (row.answerBy === null || row.status === 'returned' || row.status === 'withdrawn') return null
  return compareInstants(at, row.answerBy) > 0
}

export async function listOrderImports(
  app: App,
  who: Who,
  input: InputOf<typeof contract.listOrderImports>,
): Promise<Result<OutputOf<typeof contract.listOrderImports>, DeskRefusal>> {
  const desk = keptDesk(app, who, input.areaCode)
  if (!desk.ok) return desk
  const limit = input.limit ?? limitDefault
  const page = { path: desk.value.path, after: input.after ?? null, limit: limit + 1 }
  const rows = await inScope(app.db, readingScope(who), (tx) => store.listImports(tx, page))
  const shown = rows.slice(0, limit)
  const authorOf = await inScope(app.db, job, (tx) => authorsOf(tx, shown))
  const items = shown.map((row) => importView(row, authorOf(row)))
  return done({ items, next: rows.length > limit ? (shown.at(-1)?.key ?? null) : null })
}

const importView = (row: store.ImportRow, by: string | null): OrderImportView => ({
  id: row.id,
  fileName: row.fileName,
  by,
  startedAt: row.startedAt,
  finishedAt: row.finishedAt,
  seen: row.seen,
  rows: row.rows,
  taken: row.taken,
  known: row.known,
  changed: row.changed,
  rejected: row.rejected,
})

/** To whoever may not keep its desk there is none. */
export async function readOrderImport(
  app: App,
  who: Who,
  { id }: InputOf<typeof contract.readOrderImport>,
): Promise<Result<OrderImportView, 'no_such_import'>> {
  const row = await inScope(app.db, readingScope(who), (tx) => store.findImport(tx, id))
  const desk = row === null ? null : app.places.geography.find(row.areaId)
  if (row === null || desk === null || !mayKeepOrders(who.actor, desk))
    return refused('no_such_import')
  const authorOf = await inScope(app.db, job, (tx) => authorsOf(tx, [row]))
  return done(importView(row, authorOf(row)))
}
