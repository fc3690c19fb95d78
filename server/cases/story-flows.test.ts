// The board of flows of a community: a neighbour reads whose a matter is, by which law, who does it and by when; what the
// district sets from a day on stands there from that day, and nobody kept a second list.

import { beforeEach, expect, test } from 'vitest'
import { readFlows } from '#core/cases/contract-flows.ts'
import { setRule } from '#core/places/contract-rules.ts'
import { comes, localTime, must } from '#testing/town-life.ts'
import { type Town, codes, commandId, openTown } from '#testing/town.ts'

let t: Town
beforeEach(async () => {
  t = await openTown()
})

const board = async (code = codes.community) => {
  const answer = must(await t.client().call(readFlows, { code }))
  if (!answer.ok) throw new Error('no board')
  return answer.value
}
const line = async (code: string) => (await board()).items.find((each) => each.code === code)

test('a lamp is the street’s, a choir the community’s own, a tap at home one’s own', async () => {
  expect(await line('P01-37-2')).toMatchObject({ matter: 'major', limitFrom: 'catalogue' })
  expect(await line('C05-04')).toMatchObject({
    matter: 'minor',
    body: { zh: '同景社区' },
    basis: { zh: expect.stringContaining('居民委员会组织法') },
    limit: { kind: 'WORK_DAY', amount: 3 },
  })
  expect(await line('C06-01')).toMatchObject({
    matter: 'private',
    body: { zh: '同景社区' },
    closing: { zh: '告知可靠的服务和收费参考' },
  })
  const { items, areaName, day } = await board()
  expect([areaName.zh, day]).toEqual(['同景社区', '2026-03-03'])
  expect(items.every((each) => each.basis !== null && each.limit.amount > 0)).toBe(true)
  expect(items.map((each) => each.code)).not.toContain('C99')
})

test('of a street it is the section in whose charge the kind is', async () => {
  const { items } = await board()
  const safety = items.find((each) => each.tier === 'T3' && each.body.zh.includes('平安法治'))
  expect(safety?.body).toEqual({
    zh: '长生桥镇 平安法治板块',
    en: expect.stringContaining('Safety section'),
  })
})

test('what the district sets holds from its day, with who set it', async () => {
  await t.owner.query(
    `insert into people.grants (person_id, role, area_id, valid_from, granted_at)
     values ($1, 'ruleKeeper', $2, '2026-01-01', now())`,
    [t.town.person['sys'], t.town.area['500108']],
  )
  const keeper = await comes(t, 'sys')
  must(
    await keeper.call(setRule, {
      commandId: commandId(),
      area: '500108',
      key: 'cases.categoryLimits',
      value: { 'C05-04': { kind: 'WORK_DAY', amount: 1 } },
      validFrom: '2026-03-04',
      reason: '场地要得急',
    }),
  )
  expect(await line('C05-04')).toMatchObject({ limitFrom: 'catalogue', limit: { amount: 3 } })
  t.clock.set(localTime('2026-03-04 09:00'))
  expect(await line('C05-04')).toMatchObject({ limitFrom: 'placeCategory', limit: { amount: 1 } })
  expect((await board()).categoryTimes).toEqual({
    area: { zh: '南岸区', en: expect.any(String) },
    since: '2026-03-04',
  })
})

test('a place there is not has no board', async () => {
  expect(await t.client().call(readFlows, { code: '999999' })).toMatchObject({ status: 404 })
})
