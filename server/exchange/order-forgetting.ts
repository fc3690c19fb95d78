// Orders do not stay for ever: after days that the place says, files, batches and answers that were replaced go first, later
// the order with all that was told of it. Who called went earlier: with the contact of the case.
import { type Instant, addDays } from '#core/kit/time.ts'
import { usualOfOrders } from '#core/places/rule-keeping.ts'
import type { Area } from '#core/places/area.ts'
import type { App } from '../app.ts'
import { inScope } from '../kit/db.ts'
import { rulesAt } from '../places/index-of-places.ts'
import * as store from './store-order-forgetting.ts'

const job = { kind: 'job' } as const
const atOnce = 500

/** Answers how many orders were deleted. */
export async function forgetOrders(app: App): Promise<number> {
  let forgotten = 0
  for (const { areaId } of await inScope(app.db, job, store.listDesks))
    forgotten += await forgetAt(app, app.places.geography.get(areaId), app.now())
  return forgotten
}

async function forgetAt(app: App, desk: Area, now: Instant): Promise<number> {
  const said = rulesAt(app, desk.path, 'exchange.orders', now) as Partial<Days> | undefined
  const { keptDays, filesDays }: Days = { ...usualOfOrders, ...said }
  const files = { areaId: desk.id, before: addDays(now, -filesDays) }
  await inScope(app.db, job, async (tx) => {
    await store.dropBatches(tx, files)
    await store.dropReplaced(tx, files)
  })
  const orders = { areaId: desk.id, before: addDays(now, -keptDays), limit: atOnce }
  let forgotten = 0
  for (let count = atOnce; count === atOnce; forgotten += count)
    count = await inScope(app.db, job, (tx) => store.dropOrders(tx, orders))
  await inScope(app.db, job, (tx) => store.dropImports(tx, files))
  return forgotten
}

type Days = { keptDays: number; filesDays: number }
