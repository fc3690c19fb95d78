// Writing imported cases, some hundreds in one transaction: numbers are drawn together, rows stored by the one writer
// of cases.
import { sql } from 'kysely'
import type { Change } from '#core/cases/change.ts'
import type { Settings } from '#core/cases/rules.ts'
import { assert, type Result } from '#core/kit/result.ts'
import type { RoutingDecision } from '#core/places/routing.ts'
import type { App } from '#server/app.ts'
import { saveNew, type Saving } from '#server/cases/store.ts'
import { firstOf, inScope, rowsOf, type Tx } from '#server/kit/db.ts'

/** A row that fits; its number is drawn when it is written. */
export type Ready = {
  externalId: string
  receiving: { id: number; code: string }
  year: number
  route: RoutingDecision
  settings: Settings
  decide: (number: string) => Result<Change>
}

/** Ids of this system that are here already. */
export async function knownIds(app: App, system: string): Promise<Set<string>> {
  const rows = await inScope(app.db, { kind: 'job' }, (tx) =>
    rowsOf(
      tx,
      sql<{ id: string }>`
      select c.external_id as id
        from cases.cases c
       where c.external_id ^@ ${`${system}:`}`,
    ),
  )
  return new Set(rows.map(({ id }) => id))
}

export async function sendBatch(app: App, batch: readonly Ready[]): Promise<void> {
  await inScope(app.db, { kind: 'job' }, async (tx) => {
    const serials = await drawSerials(tx, batch)
    const savings = batch.map((ready): Saving => {
      const serial = serials(ready)
      const year = String(ready.year).padStart(2, '0')
      const decided = ready.decide(
        `${ready.receiving.code}-${year}-${String(serial).padStart(5, '0')}`,
      )
      assert(decided.ok, `a prepared row is accepted, not ${decided.ok ? '' : decided.refusal}`)
      return {
        before: null,
        change: decided.value,
        beside: { routing: ready.route, externalId: ready.externalId },
        commandId: app.newId(),
        settings: ready.settings,
      }
    })
    await saveNew(tx, savings)
  })
}

const keyOf = ({ receiving, year }: Ready): string => `${receiving.id} ${year}`

/** One statement per area and year, in a fixed order, so that two imports never wait for each other crosswise. */
async function drawSerials(tx: Tx, batch: readonly Ready[]): Promise<(ready: Ready) => number> {
  const wanted = new Map<string, { ready: Ready; count: number }>()
  for (const ready of batch) {
    const known = wanted.get(keyOf(ready))
    if (known === undefined) wanted.set(keyOf(ready), { ready, count: 1 })
    else known.count += 1
  }
  const next = new Map<string, number>()
  for (const [key, { ready, count }] of [...wanted].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const row = await firstOf(
      tx,
      sql<{ last: number }>`
      insert into cases.serials as s (community_id, year, last)
      values (${ready.receiving.id}, ${ready.year}, ${count})
          on conflict (community_id, year) do update
         set last = s.last + excluded.last
   returning last`,
    )
    next.set(key, (row?.last ?? count) - count + 1)
  }
  return (ready) => {
    const serial = next.get(keyOf(ready)) ?? 1
    next.set(keyOf(ready), serial + 1)
    return serial
  }
}
