// The demo district's register: believable in size, without a fault of its own rules, and with requests in every state.
import { beforeAll, expect, test } from 'vitest'
import { resourceKinds } from '#packs/cn-community/resource-kinds.ts'
import { requestStates } from '#core/resources/request.ts'
import { faultsOfEntry } from '#core/resources/resource.ts'
import { findResource } from '#server/resources/store.ts'
import { inScope } from '#server/kit/db.ts'
import { withinReach } from '#server/resources/resources.ts'
import { openHarness, type Harness } from '#testing/harness.ts'
import { schematicWorld } from './boundaries.ts'
import { fillResources } from './resources/fill.ts'
import { writeWorld } from './world.ts'

let town: Harness
let ms = 0

beforeAll(async () => {
  town = await openHarness({ startAt: '2026-11-24T08:00:00.000Z' })
  await writeWorld(town.app, schematicWorld())
  await town.app.places.refresh()
  const from = performance.now()
  const filled = await fillResources(town.owner, { seed: 'linli', now: town.clock.now() })
  ms = performance.now() - from
  console.log(filled, `${Math.round(ms)} ms`)
})

test('every entry keeps the rules of the register', async () => {
  const { rows } = await town.owner.query<{ id: string }>('select id from resources.resources')
  expect(rows.length).toBeGreaterThan(400)
  expect(rows.length).toBeLessThan(1200)
  const kinds = new Set(resourceKinds.kinds.map((kind) => kind.code))
  const faults = await inScope(town.app.db, { kind: 'job' }, async (tx) => {
    const found: string[] = []
    for (const { id } of rows) {
      const row = await findResource(tx, id)
      const own = row === null ? {} : faultsOfEntry(row, kinds)
      if (Object.keys(own).length > 0) found.push(`${row?.name} ${JSON.stringify(own)}`)
    }
    return found
  })
  expect(faults.slice(0, 10)).toEqual([])
})

test('requests stand in every state, with their moves', async () => {
  const { rows } = await town.owner.query<{ state: string; n: number }>(
    'select state, count(*)::int as n from resources.requests group by 1',
  )
  expect(rows.map(({ state }) => state).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(
    requestStates.toSorted((a, b) => (a < b ? -1 : 1)),
  )
  const { rows: bad } = await town.owner.query(
    `select q.id
       from resources.requests q
      where q.version <> (select count(*) from resources.request_moves m where m.request_id = q.id)
         or q.uses <> (select count(*) from resources.uses u where u.request_id = q.id)`,
  )
  expect(bad).toEqual([])
})

test('three hospitals lie within reach of the community of the article', async () => {
  const area = town.app.places.geography.findByCode('500108106003')
  const found = await inScope(town.app.db, { kind: 'public' }, (tx) =>
    withinReach(town.app, tx, { areaId: area?.id ?? 0, metres: 1000, on: '2026-11-24' }),
  )
  expect(found.filter(({ category }) => category.code === 'hospital')).toHaveLength(3)
})
