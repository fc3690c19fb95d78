// How a community does, read by anybody: whole months, nothing small, nobody's name, no other place beside it.

import { beforeAll, expect, test } from 'vitest'
import { readPerformance } from '#core/cockpit/contract-public.ts'
import { must, walksToHandling } from '#testing/town-life.ts'
import { type Town, codes, openTown, report } from '#testing/town.ts'

let t: Town
beforeAll(async () => {
  t = await openTown()
  for (let n = 0; n < 12; n += 1) {
    const { number } = await report(t.client(), { phone: '023 5555 0001' })
    if (n < 11) await walksToHandling(t, number)
  }
  t.clock.set('2026-04-02T01:00:00.000Z')
})

async function read(code: string) {
  t.clock.advance(601)
  const answer = must(await t.client().call(readPerformance, { code }))
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.value
}

test('without signing in: last month counts, this one does not yet', async () => {
  const view = await read(codes.community)
  expect([view.from, view.to]).toEqual(['2025-04-01', '2026-03-31'])
  const reported = view.figures.find(({ key }) => key === '1')!
  expect([reported.value, reported.n, reported.points.at(-1)]).toEqual([12, 11, 12])
  await report(t.client())
  expect((await read(codes.community)).figures[0]).toMatchObject({ value: 12 })
})

test('what is under ten is not there: no rate, no number, no month', async () => {
  const view = await read(codes.neighbour)
  for (const { rate } of view.figures) expect(rate?.rate ?? null).toBeNull()
  const { figures } = await read(codes.community)
  const said = figures.flatMap(({ rate }) => rate?.num ?? [])
  expect(said.filter((num) => num > 0 && num < 10)).toEqual([])
})

test('a grid is not published, an unknown place is none', async () => {
  const ask = (code: string) => t.client().call(readPerformance, { code })
  expect(await ask(codes.grid)).toMatchObject({ refusal: 'not_published', status: 404 })
  expect(await ask('999999')).toMatchObject({ refusal: 'no_such_area', status: 404 })
})

test('no person and no number of a case is in it, and areas stand in the order of their codes', async () => {
  const text = JSON.stringify(await read(codes.street))
  for (const secret of ['5555', '-26-', ...Object.values(t.town.person)])
    expect(text).not.toContain(secret)
  const { below } = await read(codes.street)
  expect(below.map(({ code }) => code)).toEqual(below.map(({ code }) => code).toSorted())
})
