// The hotline's file by the command: thousands of orders with what such files bring along, and what became of them as a file.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { at, caseOf, csvOf, heads, inGbk, lineOf, minute, morning } from '#testing/order-town.ts'
import { must, teams } from '#testing/town-life.ts'
import { codes, fileAndGive, openTown } from '#testing/town.ts'
import { exportOrders, importOrders } from './orders.ts'

const folder = mkdtempSync(join(tmpdir(), 'linli-orders-'))
const [file, rejects] = [join(folder, 'orders.csv'), join(folder, 'rejects.csv')]

test('a file of two thousand goes in whole, the rows to mend are named, and a second run doubles nothing', async () => {
  const t = await openTown()
  const many = Array.from({ length: 2000 }, (_, n) =>
    lineOf({ number: `N-${n}`, text: `第 ${n} 件`, ...(n % 3 === 0 ? at : { area: '邻水社区' }) }),
  )
  const bad = [
    lineOf({ number: '', text: '没有编号' }),
    lineOf({ number: 'N-bad', signBy: '13:70' }),
  ]
  writeFileSync(file, inGbk([heads, ...many, ...bad].join('\r\n')))
  const asked = { area: codes.street, file, mapping: null, rejects }
  const counts = await importOrders(t.app, asked)
  expect(counts).toMatchObject({ rows: 2002, taken: 2000, rejected: 2 })
  const lines = readFileSync(rejects, 'utf8').split('\r\n')
  expect(lines[1]).toBe('2002,,number_missing,没有工单编号,the number of the order is missing,')
  expect(lines[2]).toContain('2003,N-bad,sign_by_unreadable')
  expect(await importOrders(t.app, asked)).toMatchObject({ taken: 0, known: 2000, rejected: 2 })
  expect((await t.owner.query('select 1 from cases.cases')).rowCount).toBe(2000)
})

test('a process that was killed half way is made good by running it again', async () => {
  const t = await openTown()
  writeFileSync(
    file,
    csvOf(Array.from({ length: 160 }, (_, n) => ({ number: `K-${n}`, text: `${n}` }))),
  )
  const asked = { area: codes.street, file, mapping: null, rejects }
  let batches = 0
  const broken = { ...t.app, newId: () => ((batches += 1) > 180 ? fails() : t.app.newId()) }
  await expect(importOrders(broken, asked)).rejects.toThrow('the power went')
  const half = (await t.owner.query('select 1 from exchange.orders')).rowCount ?? 0
  expect(half).toBeGreaterThan(0)
  expect(half).toBeLessThan(160)
  expect(await importOrders(t.app, asked)).toMatchObject({ taken: 160 - half, known: half })
  const { rows } = await t.owner.query<{ cases: string; orders: string }>(
    `select (select count(*) from cases.cases) as cases, (select count(*) from exchange.orders) as orders`,
  )
  expect(rows.map((row) => [Number(row.cases), Number(row.orders)])).toEqual([[160, 160]])
})

function fails(): never {
  throw new Error('the power went')
}

test('answers come out from a serial on, as CSV and JSON', async () => {
  const t = await openTown()
  writeFileSync(file, csvOf(morning))
  await importOrders(t.app, { area: codes.street, file, mapping: null, rejects })
  const chen = await t.as('chen')
  must(await fileAndGive(chen, await caseOf(chen, 'CQ26-0001'), teams.grid, { category: 'P01-37' }))
  await minute(t)
  const told = await exportOrders(t.app, { area: codes.street, after: '0', format: 'csv' })
  expect(told).toMatchObject({ count: 1, last: '1' })
  expect('text' in told ? told.text : '').toMatch(
    /^\uFEFF工单编号,办理状态,.*\r\nCQ26-0001,办理中,/,
  )
  expect(await exportOrders(t.app, { area: codes.street, after: '1', format: 'json' })).toEqual({
    text: '{\n  "items": []\n}\n',
    count: 0,
    last: '1',
  })
  expect(await exportOrders(t.app, { area: '999', after: '0', format: 'csv' })).toEqual({
    fault: 'There is no such area.',
  })
})
