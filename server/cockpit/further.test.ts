// What comes back, what the work asks of staff, what is still held of reporters: each told as a small story, and no person
// is in any answer.

import { beforeAll, expect, test } from 'vitest'
import * as moves from '#core/cases/contract-moves.ts'
import { getCockpit, listBehind } from '#core/cockpit/contract.ts'
import { getFurtherFigures } from '#core/cockpit/contract-further.ts'
import { eraseCaseContacts } from '../cases/erasing.ts'
import { wakeCases } from '../cases/wake.ts'
import { comes, must, walksToHandling } from '#testing/town-life.ts'
import { type Town, act, codes, openTown, points, report } from '#testing/town.ts'

let t: Town
let first: string
const corner = { lon: points.lane.lon - 0.002, lat: points.lane.lat }

/** The lamp of the lane, reported on the third of March and again ten days later; and one 60 m away. */
beforeAll(async () => {
  t = await openTown()
  first = (await report(t.client(), { phone: '023 5555 0001', name: '王女士' })).number
  await walksToHandling(t, first)
  t.clock.advance(10 * 86_400)
  const again = await report(t.client())
  await walksToHandling(t, again.number)
  const near = { lon: points.lane.lon + 0.00062, lat: points.lane.lat }
  await walksToHandling(t, (await report(t.client(), { point: near })).number)
  await report(t.client())
})

async function further(area: string = codes.street, login = 'cao') {
  t.clock.advance(61)
  const answer = must(await (await comes(t, login)).call(getFurtherFigures, { area }))
  if (!answer.ok) throw new Error(answer.refusal)
  const { tiles, ...rest } = answer.value
  return { ...rest, tile: (key: string) => tiles.find((each) => each.key === key)! }
}
const fractionOf = async (key: string, area?: string) => {
  const { num, den } = (await further(area)).tile(key).fraction!
  return [num, den]
}

test('the same lamp again is one that came back; 60 m away it is another, and unfiled it is none yet', async () => {
  expect(await fractionOf('10')).toEqual([1, 3])
})

test('entered in error, the earlier one was never there: nothing comes back', async () => {
  const reason = '重复录入'
  const cleared = await report(await comes(t, 'wu'), { point: corner, text: '试一下' })
  await walksToHandling(t, cleared.number)
  t.clock.advance(86_400)
  const real = await report(t.client(), { point: corner })
  await walksToHandling(t, real.number)
  expect(await fractionOf('10')).toEqual([2, 5])
  must(
    await act(await comes(t, 'he'), moves.voidCase, cleared.number, { code: 'test_entry', reason }),
  )
  expect(await fractionOf('10')).toEqual([1, 4])
})

test('the earlier one may lie with the neighbours, who stand in nobody else’s list', async () => {
  must(
    await act(await comes(t, 'wu'), moves.correctCase, first, {
      field: 'place',
      area: codes.street,
      reason: '界线另一边',
    }),
  )
  expect(await fractionOf('10', codes.community)).toEqual([1, 3])
  const behind = must(
    await (
      await comes(t, 'wu')
    ).call(listBehind, { area: codes.community, tile: '10', part: 'num' }),
  )
  expect(behind.ok && behind.value.items).toHaveLength(1)
})

test('found or said: the numbers of the tile are those of the sources', async () => {
  await walksToHandling(t, (await report(await comes(t, 'zhou'), { source: 'GRID_PATROL' })).number)
  const answer = must(await (await comes(t, 'cao')).call(getCockpit, { area: codes.street }))
  const found = answer.ok && answer.value.tiles.find(({ key }) => key === '11')?.fraction
  expect(found).toMatchObject({ num: 1, den: 5 })
})

test('how often staff fill something in is said of ten and more together, never of a few', async () => {
  const street = await further(codes.street)
  expect(street.tile('26a').hidden).toBe(false)
  expect(street.tile('26a').value).toBeGreaterThan(0)
  const { hidden, value, parts } = (await further(codes.community)).tile('26a')
  expect([hidden, value, parts]).toEqual([true, null, []])
})

test('a name and a number are held until their day, and after the nightly job they are gone', async () => {
  const held = async () => {
    const { tile } = await further()
    return [tile('27a').value, tile('27a').n, tile('27b').value]
  }
  expect(await held()).toEqual([2, 1, 0])
  const { number } = await report(t.client(), { phone: '023 5555 0002' })
  const refusal = { code: 'no_public_matter' as const, words: '不归这里管', body: null }
  must(await act(await comes(t, 'wu'), moves.notAcceptCase, number, refusal))
  t.clock.advance(16 * 86_400)
  await wakeCases(t.app)
  expect(await held()).toEqual([3, 2, 0])
  t.clock.advance(91 * 86_400)
  expect(await held()).toEqual([3, 2, 1])
  expect(await eraseCaseContacts(t.app)).toBe(1)
  expect(await held()).toEqual([2, 1, 0])
})

test('above twenty thousand filed the walks are left to the areas below; the rest is there', async () => {
  const { number } = await report(t.client())
  await walksToHandling(t, number)
  await t.owner.query('update cases.tallies set filed_p = filed_p + 30000')
  const { tooMany, tile } = await further()
  expect([tooMany, tile('10'), tile('26a')]).toEqual([true, undefined, undefined])
  expect(tile('27a')).toBeDefined()
})

test('no answer holds a person, and whoever may not read figures reads none', async () => {
  const { status } = await (await comes(t, 'xu')).call(getFurtherFigures, { area: codes.street })
  expect(status).toBe(403)
  const asked = await (
    await comes(t, 'cao')
  ).send({
    path: `/api/cockpit/${codes.street}/further`,
  })
  for (const secret of ['王女士', '5555', ...Object.values(t.town.person)])
    expect(asked.text).not.toContain(secret)
})
