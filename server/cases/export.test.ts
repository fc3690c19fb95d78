import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { reportCase } from '#core/cases/contract-report.ts'
import { signIn } from '#core/people/contract.ts'
import { openHarness, type Harness, type TestClient } from '#testing/harness.ts'
import { buildPeopleTown, townPassword } from '#testing/people-town.ts'
import { layFoundation } from '#tools/foundation.ts'
import { readSheets } from '../kit/sheets.ts'

let town: Harness
let wu: TestClient

beforeAll(async () => {
  town = await openHarness({ startAt: '2026-03-05T08:00:00.000Z' })
  const { area } = await buildPeopleTown(town.owner)
  await layFoundation(town.owner, area['500000'] ?? 0)
  await town.app.places.refresh()
  await town.app.teams.refresh()
  wu = town.client()
  await wu.call(signIn, { login: 'wu', password: townPassword })
  const resident = town.client()
  const reported: boolean[] = []
  for (const [text, code] of [
    ['=HYPERLINK("http://x")', '500108106003'],
    ['路灯不亮, "第三根"', '500108106003'],
    ['别的社区的事', '500108106004'],
  ] as const)
    reported.push(
      (
        await resident.call(reportCase, {
          commandId: town.app.newId(),
          text,
          area: code,
          category: 'E04-06',
        })
      ).ok,
    )
  if (reported.includes(false)) throw new Error('a report of this story was refused')
})

const rowsOf = (text: string) => text.replace('\uFEFF', '').trim().split('\r\n')

test('a CSV that Excel opens as Chinese, of what the caller may see, and no cell of it runs', async () => {
  const answer = await wu.send({ path: '/api/cases/export?format=csv' })
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(answer.headers['content-disposition']).toContain(
    encodeURIComponent('事件清单-2026-03-05-'),
  )
  expect(answer.text.startsWith('\uFEFF编号,状态,上报时间')).toBe(true)
  const rows = rowsOf(answer.text)
  expect(rows).toHaveLength(3)
  expect(answer.text).toContain(`"'=HYPERLINK(""http://x"")"`)
  expect(answer.text).toContain('"路灯不亮, ""第三根"""')
  expect(answer.text).toContain('2026-03-05 16:00')
  expect(answer.text).not.toContain('别的社区的事')
})

test('the same filters as the list, and English for whoever asks', async () => {
  const answer = await wu.send({
    path: `/api/cases/export?format=csv&q=${encodeURIComponent('路灯')}`,
    headers: { 'accept-language': 'en' },
  })
  expect(rowsOf(answer.text)).toHaveLength(2)
  expect(answer.text).toContain('Number,State,Reported')
})

test('a spreadsheet with real dates', async () => {
  const answer = await wu.send({ path: '/api/cases/export?format=xlsx' })
  const folder = await mkdtemp(join(tmpdir(), 'export-'))
  await writeFile(join(folder, 'cases.xlsx'), answer.bytes)
  const sheets = await readSheets(join(folder, 'cases.xlsx'))
  await rm(folder, { recursive: true })
  expect(sheets).toMatchObject({ ok: true, value: [{ name: '事件清单' }] })
  expect(sheets.ok && sheets.value[0]?.rows[1]?.[2]).toBe('2026-03-05T16:00:00')
})

test('nobody exports without signing in, an unknown format, or with paging', async () => {
  expect((await town.client().send({ path: '/api/cases/export?format=csv' })).status).toBe(401)
  expect((await wu.send({ path: '/api/cases/export?format=pdf' })).status).toBe(422)
  expect((await wu.send({ path: '/api/cases/export?format=csv&limit=1' })).status).toBe(422)
  expect((await wu.send({ path: '/api/cases/export?format=csv&area=nowhere' })).status).toBe(404)
})

test('other lists too: the staff of an area, what is public', async () => {
  const sys = town.client()
  await sys.call(signIn, { login: 'sys', password: townPassword })
  const staff = await sys.send({ path: '/api/areas/500108106/staff/export?format=csv' })
  expect(staff.text).toContain('陈调度')
  const open = await town.client().send({ path: '/api/public/cases/export?format=csv&area=500108' })
  expect(rowsOf(open.text)).toHaveLength(1) // nothing is filed yet
})
