// The demo's surveys alone: who lives here, weights that meet it, and one publication in which nobody can be found.
import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import type { PublishedView } from '#core/surveys/contract-results.ts'
import { ownerConfig } from '#server/kit/connect.ts'
import { type Harness, openHarness } from '#testing/harness.ts'
import { schematicWorld } from '../boundaries.ts'
import { writeWorld } from '../world.ts'
import { fillResults } from './fill-results.ts'
import { fillSurveys } from './fill-surveys.ts'

let town: Harness
beforeAll(async () => {
  town = await openHarness({ startAt: '2026-11-23T08:00:00.000Z' })
  await writeWorld(town.app, schematicWorld())
  const client = new pg.Client(ownerConfig(town.app.ownerUrl))
  await client.connect()
  await fillSurveys(town.app, client, 'test')
  await client.end()
  await fillResults(town.app)
})

const rowsOf = async <Row>(sql: string) => (await town.owner.query(sql)).rows as Row[]

test('who lives in five communities and in their district is known, and surveys that ask for it are weighed to it', async () => {
  const areas = await rowsOf('select distinct area_id from surveys.margins')
  expect(areas).toHaveLength(6)
  const schemes = await rowsOf<{ report: { converged: boolean; effective: number; rows: number } }>(
    'select report from surveys.schemes',
  )
  expect(schemes.length).toBeGreaterThanOrEqual(4)
  expect(schemes.every(({ report }) => report.converged && report.effective < report.rows)).toBe(
    true,
  )
})

test('the results of 同景 are published, make sense, and show no group under ten', async () => {
  const rows = await rowsOf<{ results: PublishedView }>('select results from surveys.publications')
  expect(rows).toHaveLength(1)
  const { results } = rows[0]!
  expect(results).toMatchObject({ sheets: 4386, weighted: true })
  const cells = results.tables.flatMap(({ lines }) => lines.flatMap((line) => line.cells))
  expect(cells.filter((cell) => cell !== null && cell.n > 0 && cell.n < 10)).toEqual([])
  const needs = results.tables.find(({ key }) => key === 'needs')!
  expect(needs.lines.every(({ cells: [cell] }) => cell == null || cell.weighted[0]! < 0.95)).toBe(
    true,
  )
})
