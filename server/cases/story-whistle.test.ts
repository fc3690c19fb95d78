// 吹哨报到: a burst pipe under three owners. The commander calls them together; one is there, one is late, one never
// comes. Everybody can see that, and it is counted; what is rated is how units worked together.

import { beforeAll, expect, test } from 'vitest'
import { getPublicCase } from '#core/cases/contract.ts'
import * as moves from '#core/cases/contract-moves.ts'
import * as rally from '#core/cases/contract-whistle.ts'
import { getCockpit, listBehind } from '#core/cockpit/contract.ts'
import { listNotices } from '#core/notices/contract.ts'
import { reacted } from '#testing/reacted.ts'
import {
  comes,
  localTime,
  must,
  postOf,
  proofOf,
  rowOf,
  walksToHandling,
} from '#testing/town-life.ts'
import {
  type Staff,
  type Town,
  act,
  codes,
  keepPhoto,
  openTown,
  read,
  report,
} from '#testing/town.ts'

let t: Town
beforeAll(async () => {
  t = await openTown()
})

const told = async (who: Staff, number: string) => {
  const answer = must(await who.call(listNotices, { limit: 100 }))
  const items = answer.ok ? answer.value.items : []
  return items.filter((each) => each.caseNumber === number).map((each) => each.kind)
}
const sectionOf = () => ({ areaCode: codes.street, unitId: t.town.unit['500108106-S'] ?? 0 })
const community = { areaCode: codes.community, unitId: null }
const leaf = { category: 'P01-37-2' }

async function called(meetBy: string) {
  const { number } = await report(t.client(), leaf)
  const liu = await walksToHandling(t, number, leaf)
  const cao = await comes(t, 'cao')
  const call = { reason: '水管漏到路灯电缆', meetBy, units: [postOf(t), sectionOf(), community] }
  must(await act(cao, rally.whistleCase, number, call))
  return { number, liu, cao, call }
}

test('cao calls three; the post comes, the section is seen late, the community never does', async () => {
  t.clock.set(localTime('2026-03-03 09:00'))
  const { number, liu, cao, call } = await called(localTime('2026-03-03 10:00'))
  const [qian, feng, he] = [await comes(t, 'qian'), await comes(t, 'feng'), await comes(t, 'he')]
  await reacted(t.app)
  for (const who of [qian, feng, he]) expect(await told(who, number)).toContain('whistle')

  expect(await act(he, rally.whistleCase, number, call)).toMatchObject({ refusal: 'not_yours' })
  const one = { ...call, units: [postOf(t), postOf(t)] }
  expect(await act(cao, rally.whistleCase, number, one)).toMatchObject({ refusal: 'one_unit_only' })
  const past = { ...call, meetBy: t.clock.now() }
  expect(await act(cao, rally.whistleCase, number, past)).toMatchObject({ refusal: 'meet_by_past' })

  t.clock.set(localTime('2026-03-03 09:40'))
  const post = { whistle: 1, unit: postOf(t) }
  const both = await Promise.all(
    [qian, cao].map((who) => act(who, rally.arriveAtCase, number, post)),
  )
  expect(both.map((each) => (each.ok ? 'done' : each.refusal)).toSorted()).toEqual([
    'already_arrived',
    'done',
  ])
  t.clock.set(localTime('2026-03-03 10:01'))
  expect(
    await act(qian, rally.arriveAtCase, number, { whistle: 1, unit: community }),
  ).toMatchObject({ refusal: 'not_yours' })
  must(await act(cao, rally.arriveAtCase, number, { whistle: 1, unit: sectionOf() }))
  const [view] = (await read(qian, number)).whistles
  expect(
    view?.calls.map(({ name, arrivedAt, late, witnessed }) => [
      name.zh,
      arrivedAt !== null,
      late,
      witnessed,
    ]),
  ).toMatchObject([
    ['消防岗', true, false, expect.any(Boolean)],
    ['平安法治板块', true, true, true],
    ['同景社区', false, true, false],
  ])

  const proof = { ...(await proofOf(t)), photosBefore: [await keepPhoto(t)] }
  must(await act(liu, moves.handleCase, number, { proof, outcome: 'solved' }))
  const ratings = [postOf(t), sectionOf(), community].map((unit, i) => ({
    ...unit,
    cooperation: (['well', 'fair', 'poorly'] as const)[i]!,
  }))
  const settling = { whistle: 1, plan: '先断电再挖', result: '当天修好', ratings }
  expect(
    await act(cao, rally.settleWhistle, number, { ...settling, ratings: ratings.slice(1) }),
  ).toMatchObject({ refusal: 'rating_missing' })
  expect(await act(feng, rally.settleWhistle, number, settling)).toMatchObject({
    refusal: 'not_yours',
  })
  must(await act(cao, rally.settleWhistle, number, settling))
  must(
    await act(he, rally.rateWhistle, number, {
      whistle: 1,
      unit: community,
      cooperation: 'poorly',
    }),
  )
  await reacted(t.app)
  expect(await told(cao, number)).toContain('rateWhistle')
  expect(await told(qian, number)).toContain('settleWhistle')

  const open = must(await t.client().call(getPublicCase, { number }))
  const words = JSON.stringify(open.ok ? open.value.timeline : [])
  expect(words).toContain('长生桥镇召集3个单位')
  for (const unsaid of ['先断电', '当天修好', 'poorly', '电缆']) expect(words).not.toContain(unsaid)
  const kept = await rowOf<{ n: number; rated: number }>(
    t,
    `select count(*)::int as n, count(rated_by_caller)::int as rated
       from cases.whistle_calls w join cases.cases c on c.id = w.case_id where c.number = $1`,
    number,
  )
  expect(kept).toEqual({ n: 3, rated: 3 })
})

test('figure 13 counts units: those there and those past their time, each a row of the list behind it', async () => {
  t.clock.set(localTime('2026-03-04 09:00'))
  const { number } = await called(localTime('2026-03-04 16:00'))
  const cao = await comes(t, 'cao')
  const figure = async () => {
    const answer = must(await cao.call(getCockpit, { area: codes.street, period: '30d' }))
    return answer.ok ? answer.value.tiles.find((tile) => tile.key === '13') : undefined
  }
  const rows = async (part: 'num' | 'den') => {
    const asked = { area: codes.street, tile: '13', part, period: '30d', limit: 50 } as const
    const answer = must(await cao.call(listBehind, asked))
    return answer.ok ? answer.value.items.map((row) => row.unit?.zh) : []
  }
  t.clock.advance(2)
  expect((await figure())?.fraction).toMatchObject({ num: 1, den: 3, hidden: true, rate: null })
  expect(await rows('num')).toEqual(['消防岗'])
  expect(await rows('den')).toEqual(['消防岗', '平安法治板块', '同景社区'])
  must(await act(await comes(t, 'wu'), rally.arriveAtCase, number, { whistle: 1, unit: community }))
  t.clock.advance(2)
  expect((await figure())?.fraction).toMatchObject({ num: 2, den: 4 })
  t.clock.set(localTime('2026-03-04 16:00'))
  expect((await figure())?.fraction).toMatchObject({ num: 2, den: 6 })
  expect(await rows('den')).toHaveLength(6)
})

test('a unit that was called reads the case; one that was not finds none', async () => {
  t.clock.set(localTime('2026-03-05 09:00'))
  const { number } = await report(t.client(), leaf)
  await walksToHandling(t, number, leaf)
  const [qian, cao] = [await comes(t, 'qian'), await comes(t, 'cao')]
  const arrival = { whistle: 1, unit: postOf(t) }
  expect(await act(qian, rally.arriveAtCase, number, arrival)).toMatchObject({
    refusal: 'no_such_case',
  })
  const meetBy = localTime('2026-03-05 11:00')
  const units = [postOf(t), community]
  must(await act(cao, rally.whistleCase, number, { reason: '一起看现场', meetBy, units }))
  must(await act(qian, rally.arriveAtCase, number, arrival))
  const neighbour = { areaCode: codes.neighbour, unitId: null }
  expect(
    await act(cao, rally.whistleCase, number, {
      reason: '再来',
      meetBy,
      units: [postOf(t), neighbour],
    }),
  ).toMatchObject({ refusal: 'receiver_not_responsible' })
})
