// The live line, heard through a real connection: at once, whole after a break, and nothing of the neighbours.

import { beforeAll, expect, test } from 'vitest'
import { listHappened } from '#core/cockpit/contract.ts'
import { listenLive } from '#testing/live-line.ts'
import type { Heard } from '#testing/live-line.ts'
import { type Town, codes, fileAndGive, openTown, points, report } from '#testing/town.ts'

let t: Town
beforeAll(async () => {
  t = await openTown()
})
const about = (number: string, move: string) => (heard: Heard) =>
  heard.event === 'case' && heard.data['number'] === number && heard.data['move'] === move
const told = (heard: readonly Heard[]) =>
  heard
    .filter((h) => h.event === 'case')
    .map((h) => `${String(h.data['number'])} ${String(h.data['move'])}`)

test('a report is heard, without the words of the reporter', async () => {
  const line = await listenLive(t.server, await t.as('wu'))
  expect(line.status).toBe(200)
  await line.until((h) => h.event === 'ready')
  const { number } = await report(t.client(), { text: '三单元门口有一只大黄狗' })
  const heard = await line.until(about(number, 'report'))
  expect(heard.data).toMatchObject({ areaCode: codes.grid, to: 'REPORTED' })
  expect(JSON.stringify(heard)).not.toContain('大黄狗')
  await line.until((h) => h.event === 'tally' && h.id === heard.id)
  line.hangUp()
})

test.each(['Last-Event-ID', 'after'])(
  'a broken line resumes by %s: nothing lost, nothing twice',
  async (way) => {
    const wu = await t.as('wu')
    const line = await listenLive(t.server, wu, `?area=${codes.community}`)
    const first = await report(t.client())
    const last = await line.until(about(first.number, 'report'))
    line.hangUp()
    const missed = [await report(t.client()), await report(t.client())]
    await fileAndGive(wu, first.number, { areaCode: codes.grid, unitId: null })
    const [query, headers] =
      way === 'after'
        ? [`?area=${codes.community}&after=${last.id}`, {}]
        : [`?area=${codes.community}`, { 'last-event-id': last.id }]
    const again = await listenLive(t.server, wu, query, headers as Record<string, string>)
    const after = await report(t.client())
    await again.until(about(after.number, 'report'))
    expect(told(again.heard)).toEqual([
      ...missed.map(({ number }) => `${number} report`),
      `${first.number} accept`,
      `${first.number} triage`,
      `${first.number} dispatch`,
      `${after.number} report`,
    ])
    again.hangUp()
  },
)

test('a listener who opens while many report hears each of them once', async () => {
  const wu = await t.as('wu')
  const start = await listenLive(t.server, wu)
  const from = await start.until((h) => h.event === 'ready')
  start.hangUp()
  const reports = Promise.all(Array.from({ length: 20 }, () => report(t.client())))
  const line = await listenLive(t.server, wu, `?after=${from.id}`)
  const numbers = (await reports).map((r) => r.number)
  for (const number of numbers) await line.until(about(number, 'report'))
  expect(told(line.heard).toSorted()).toEqual(numbers.map((n) => `${n} report`).toSorted())
  line.hangUp()
})

test('the neighbouring community hears nothing, live or resumed; its area is refused to be heard from here', async () => {
  const [xu, wu] = [await t.as('xu'), await t.as('wu')]
  const line = await listenLive(t.server, xu)
  const ready = await line.until((h) => h.event === 'ready')
  const { number } = await report(t.client(), { point: points.market })
  const ours = await listenLive(t.server, wu, `?after=${ready.id}`)
  await ours.until(about(number, 'report'))
  const resumed = await listenLive(t.server, xu, `?after=${ready.id}`)
  await resumed.until((h) => h.event === 'ready')
  expect(told(line.heard)).toEqual([])
  expect(told(resumed.heard)).toEqual([])
  expect(line.heard.some((h) => h.event === 'tally')).toBe(false)
  const refused = await listenLive(t.server, xu, `?area=${codes.community}`)
  expect(refused.status).toBe(403)
  for (const each of [line, ours, resumed]) each.hangUp()
})

test('without signing in there is no line', async () => {
  expect((await listenLive(t.server, t.client())).status).toBe(401)
})

test('what happened last is told newest first, to those who may see it', async () => {
  const wu = await t.as('wu')
  t.clock.advance(60)
  const { number } = await report(t.client())
  const seen = await wu.call(listHappened, { area: codes.community, limit: 1 })
  expect(seen).toMatchObject({ ok: true, status: 200 })
  const newest = seen.ok ? seen.value.items[0] : null
  expect(newest).toMatchObject({ number, move: 'report' })
  const xu = await t.as('xu')
  expect(await xu.call(listHappened, { area: codes.community })).toMatchObject({ status: 403 })
})
