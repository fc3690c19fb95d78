// A list that left the house: every row says which taking-out it was, and the auditor finds who that was.
import { beforeAll, expect, test } from 'vitest'
import * as mine from '#core/people/contract.ts'
import { listExports } from '#core/people/contract-exports.ts'
import { type Scope, inScope, rowsOf } from '#server/kit/db.ts'
import { sql } from 'kysely'
import { type Harness, type TestClient, openHarness } from '#testing/harness.ts'
import { type PeopleTown, buildPeopleTown, townPassword } from '#testing/people-town.ts'

let h: Harness
let town: PeopleTown
beforeAll(async () => {
  h = await openHarness({ startAt: '2026-03-02T01:00:00.000Z' })
  town = await buildPeopleTown(h.owner)
  await h.app.places.refresh()
})

async function as(login: string): Promise<TestClient> {
  const client = h.client()
  await client.call(mine.signIn, { login, password: townPassword })
  return client
}

const log = async (login: string, mark?: string) =>
  (await as(login)).call(listExports, { areaCode: '500108', ...(mark !== undefined && { mark }) })

test('cao takes the list of staff out; a line of the file, found elsewhere, leads the auditor to it', async () => {
  const cao = await as('cao')
  const file = await cao.send({
    path: '/api/areas/500108106/staff/export?q=chen&format=csv',
  })
  expect(file.status).toBe(200)
  const [heads, ...lines] = file.text.trim().split(/\r?\n/)
  expect(heads).toMatch(/导出编号$/)
  const mark = lines[0]?.split(',').at(-1) ?? ''
  expect(mark).toMatch(/^[0-9A-F]{10}$/)
  expect(lines.every((line) => line.endsWith(mark))).toBe(true)
  expect(decodeURIComponent(String(file.headers['content-disposition']))).toContain(mark)

  expect(await log('aud', mark.toLowerCase())).toMatchObject({
    value: { items: [{ login: 'cao', format: 'csv', rows: lines.length, mark }], next: null },
  })
  const found = await log('aud', mark)
  // What was searched for may be a name: the log keeps that something was, not what.
  expect(found.ok && found.value.items[0]?.filters).toEqual({ code: '500108106', q: '…' })
})

test('nobody but the auditor reads the log, and nobody writes a line for another or takes one out of it', async () => {
  for (const login of ['cao', 'sec', 'sys'])
    expect(await log(login)).toMatchObject({ refusal: 'not_allowed' })
  const [chen, cao] = [town.person['chen'] ?? '', town.person['cao'] ?? '']
  const scope: Scope = { kind: 'staff', personId: chen, roots: [], units: [] }
  const forged = inScope(h.app.db, scope, (tx) =>
    rowsOf(
      tx,
      sql`insert into people.exports (at, person_id, area_id, list, title, filters, format, row_count, mark)
          values (now(), ${cao}, ${town.area['500108106'] ?? 0}, 'listCases', '{}', '{}', 'csv', 0, '0123456789')`,
    ),
  )
  await expect(forged).rejects.toThrow('row-level security')
  const emptied = inScope(h.app.db, { kind: 'job' }, (tx) =>
    rowsOf(tx, sql`delete from people.exports`),
  )
  await expect(emptied).rejects.toThrow('permission denied')
})

test('the sheet says at the foot of every page who took it out', async () => {
  const cao = await as('cao')
  const file = await cao.send({ path: '/api/areas/500108106/staff/export?format=xlsx' })
  expect(file.status).toBe(200)
  const found = await log('aud')
  const mark = found.ok ? found.value.items[0]?.mark : undefined
  expect(decodeURIComponent(String(file.headers['content-disposition']))).toContain(mark)
})
