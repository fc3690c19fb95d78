// One lamp, many neighbours: offered while typing, joined, merged and parted, and still broken after it was closed.

import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { followCase, getPublicCase } from '#core/cases/contract.ts'
import * as moves from '#core/cases/contract-moves.ts'
import { openPhotos } from '#core/cases/contract-photos.ts'
import { giveAnswer } from '#core/cases/contract-report.ts'
import * as many from '#core/cases/contract-voices.ts'
import { reacted } from '#testing/reacted.ts'
import {
  clockOf,
  closedLamp,
  comes,
  goesToClosing,
  handles,
  must,
  rowOf,
  walksToClosing,
  walksToHandling,
} from '#testing/town-life.ts'
import {
  type Town,
  act,
  commandId,
  keepPhoto,
  lamp,
  openTown,
  points,
  read,
  report as reportLamp,
} from '#testing/town.ts'
import type { TestClient } from '#testing/harness.ts'
import { wakeCases } from './wake.ts'

let t: Town
beforeAll(async () => {
  t = await openTown()
})

/** A lamp of a kind that anybody may read of. */
const category = 'P01-37-3'
const report = (who: TestClient, more: Parameters<typeof reportLamp>[1] = {}) =>
  reportLamp(who, { category, ...more })

const near = { point: points.lane }
const similarTo = async (
  text: string,
  more: { category?: string; point?: typeof points.lane } = {},
) => {
  const answer = await t.client().call(many.findSimilar, { text, point: points.lane, ...more })
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.value.items
}
const numbersLike = async (text: string, more = {}): Promise<string[]> => {
  const items = await similarTo(text, more)
  return items.map((item) => item.number)
}
const joins = (number: string, more: { phone?: string; name?: string } = {}, id = commandId()) =>
  t.client().call(many.affectedToo, { number, commandId: id, ...more })
const saysBroken = (number: string, more = {}) =>
  t.client().call(many.stillBroken, { number, commandId: commandId(), words: '又灭了', ...more })
const follows = async (number: string, secret: string | null) => {
  const answer = await t.client().call(followCase, { number, secret: secret ?? '' })
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.value
}
const sentencesOf = (view: { timeline: { sentence: { zh: string } }[] }) =>
  view.timeline.map((entry) => entry.sentence.zh)

test('while Mrs Li types, the open lamp of her lane is offered, and nothing of who reported it', async () => {
  const { number } = await report(t.client(), { name: '王先生', phone: '139 1234 5678' })
  // Nobody has filed it yet, so nobody reads of it.
  expect(await numbersLike(lamp.text, { category })).not.toContain(number)
  await walksToHandling(t, number, { category })
  const offered = (await similarTo('拐弯那里灯坏了', { category })).find(
    (item) => item.number === number,
  )
  expect(offered).toMatchObject({ state: 'HANDLING', metres: 0, sameKind: true })
  expect(Object.keys(offered ?? {}).toSorted()).toEqual(
    ['category', 'metres', 'number', 'place', 'reportedAt', 'sameKind', 'state'].toSorted(),
  )
  // In the next grid, a kilometre on, it is another lamp; and another matter here is another matter.
  const there = { category, point: points.market }
  expect(await numbersLike(lamp.text, there)).not.toContain(number)
  expect(await numbersLike('楼上太吵', { category: 'E04-96' })).not.toContain(number)
})

test('she is affected too: a number and secret of her own, and the same story', async () => {
  const first = await report(t.client(), { phone: '139 0000 1111' })
  await walksToHandling(t, first.number, { category })
  const due = await clockOf(t, first.number, 'HANDLE')
  const id = commandId()
  const joined = await joins(first.number, { phone: '138 2222 3333', name: '李女士' }, id)
  if (!joined.ok) throw new Error(joined.refusal)
  expect(joined.value).toMatchObject({ number: first.number, voices: 2 })
  expect(joined.value.secret).not.toBe(first.secret)
  // The tap that was sent twice is answered once, with the same secret.
  expect(await joins(first.number, { phone: '138 2222 3333', name: '李女士' }, id)).toEqual(joined)
  expect(await clockOf(t, first.number, 'HANDLE')).toEqual(due)
  const hers = await follows(first.number, joined.value.secret)
  expect(hers).toMatchObject({ joined: true, text: '', photos: [], address: null })
  expect(hers.contact.phone).toMatch(/3333$/)
  expect(sentencesOf(hers).at(-1)).toBe('又有1人反映同一问题。')
  const his = await follows(first.number, first.secret)
  expect(his).toMatchObject({ joined: false, text: lamp.text })
  expect(sentencesOf(his)).toEqual(sentencesOf(hers))
  // The same number again counts once, however it is written.
  for (const phone of ['13822223333', '138-2222-3333', '139 0000 1111'])
    expect(await joins(first.number, { phone })).toMatchObject({
      refusal: 'already_added',
      status: 409,
    })
  expect((await read(await comes(t, 'wu'), first.number)).reporter.voices).toBe(2)
})

test('the desk writes it down for somebody on the telephone, and hears who joined', async () => {
  const { number } = await report(t.client())
  await walksToHandling(t, number, { category })
  const wu = await comes(t, 'wu')
  const wrote = await wu.call(many.affectedToo, {
    number,
    commandId: commandId(),
    phone: '137 0000 9999',
    source: 'RESIDENT_PHONE',
  })
  expect(wrote).toMatchObject({ ok: true, value: { voices: 2 } })
  await reacted(t.app)
  const told = await t.owner.query(
    `select 1 from notices.notices where case_number = $1 and kind = 'affectedToo'`,
    [number],
  )
  expect(told.rows).toHaveLength(1)
  const qian = await comes(t, 'qian')
  expect(await qian.call(many.affectedToo, { number, commandId: commandId() })).toMatchObject({
    status: 404,
  })
})

test('the photo that the reporter took opens for the reporter, and not for who joined', async () => {
  const photo = await keepPhoto(t)
  const first = await report(t.client(), { photos: [photo] })
  await walksToHandling(t, first.number, { category })
  const joined = await joins(first.number)
  if (!joined.ok) throw new Error(joined.refusal)
  const passesOf = async (secret: string | null) => {
    const answer = await t.client().call(openPhotos, { number: first.number, secret: secret ?? '' })
    return answer.ok ? answer.value.passes.map(({ hash }) => hash) : []
  }
  expect(await passesOf(first.secret)).toEqual([photo])
  expect(await passesOf(joined.value.secret)).toEqual([])
})

test('of a find of the grid the first neighbour reads the story, not what the worker wrote down', async () => {
  const zhou = await comes(t, 'zhou')
  const find = await report(zhou, { text: '三楼王家门口的灯不亮' })
  await walksToHandling(t, find.number, { category })
  const joined = await joins(find.number)
  if (!joined.ok) throw new Error(joined.refusal)
  const hers = await follows(find.number, joined.value.secret)
  expect(hers).toMatchObject({ joined: true, text: '', photos: [] })
  expect(JSON.stringify(hers)).not.toContain('王家')
})

test('what nobody may read, nobody joins: it is answered like a case there is not', async () => {
  const hidden = await report(t.client())
  for (const number of [hidden.number, '500108106003-26-99999']) {
    expect(await joins(number)).toMatchObject({ refusal: 'no_such_case', status: 404 })
    expect(await saysBroken(number, near)).toMatchObject({ refusal: 'no_such_case', status: 404 })
  }
})

test('who joined takes nobody’s last word: the reporter confirms, she may say it is still broken', async () => {
  const first = await report(t.client(), { phone: '139 0000 1111' })
  await walksToHandling(t, first.number, { category })
  const joined = await joins(first.number)
  if (!joined.ok) throw new Error(joined.refusal)
  must(await handles(t, await comes(t, 'liu'), first.number))
  await goesToClosing(t, first.number)
  const secret = joined.value.secret ?? ''
  const says = (answer: 'confirm' | 'object') =>
    t.client().call(giveAnswer, { number: first.number, secret, commandId: commandId(), answer })
  expect(await says('confirm')).toMatchObject({ refusal: 'not_yours' })
  expect(await says('object')).toMatchObject({ refusal: 'not_yours' })
  // Her own secret needs no position.
  expect(await saysBroken(first.number, { secret })).toMatchObject({
    ok: true,
    value: { reopened: true, secret: null },
  })
  const file = await read(await comes(t, 'wu'), first.number)
  expect([file.state, file.round, file.reporter.voices]).toEqual(['REOPENED', 2, 2])
})

test('a neighbour who stands there says it is still broken: reopened, and he follows it', async () => {
  const first = await closedLamp(t, { category })
  const away = { lon: points.lane.lon + 0.003, lat: points.lane.lat }
  expect(await saysBroken(first.number, { point: away })).toMatchObject({ refusal: 'not_yours' })
  expect(await saysBroken(first.number)).toMatchObject({ refusal: 'not_yours' })
  expect(await saysBroken(first.number, { ...near, words: '' })).toMatchObject({
    refusal: 'reason_missing',
  })
  const said = await saysBroken(first.number, near)
  if (!said.ok) throw new Error(said.refusal)
  expect(said.value).toMatchObject({ number: first.number, reopened: true })
  const his = await follows(said.value.number, said.value.secret)
  expect(sentencesOf(his).at(-1)).toBe('附近居民反映仍未解决，重新办理。')
  // Where he stood was for the distance only.
  const { kept } = await rowOf<{ kept: string }>(
    t,
    `select string_agg(e.facts::text || coalesce(e.reason, ''), ' ') as kept
       from cases.entries e join cases.cases c on c.id = e.case_id where c.number = $1 and e.move = 'stillBroken'`,
    first.number,
  )
  expect(kept).not.toMatch(/106\.|29\.5/)
  expect(await saysBroken(first.number, near)).toMatchObject({ refusal: 'not_possible_now' })
  const open = await t.client().call(getPublicCase, { number: first.number })
  expect(open.ok && sentencesOf(open.value).at(-1)).toBe('附近居民反映仍未解决，重新办理。')
})

test('after the archive a linked case begins, and the next neighbour joins that one', async () => {
  const first = await closedLamp(t, { category, address: '步道 7 号门口', phone: '139 0000 1111' })
  t.clock.advance(7 * 86_400 + 60)
  await wakeCases(t.app)
  t.clock.advance(9 * 86_400)
  await wakeCases(t.app)
  const he = await comes(t, 'he')
  expect((await read(he, first.number)).state).toBe('ARCHIVED')
  const said = await saysBroken(first.number, { ...near, phone: '136 1111 1111' })
  if (!said.ok) throw new Error(said.refusal)
  expect(said.value.reopened).toBe(false)
  expect(said.value.number).not.toBe(first.number)
  const anew = await read(he, said.value.number)
  expect(anew).toMatchObject({ state: 'REPORTED', linkedTo: first.number, text: '又灭了' })
  // Of the old case its kind and place go along, not another person's words or address.
  expect(anew.category.code).toBe(category)
  expect(anew.address).toBeNull()
  expect((await read(he, first.number)).related).toMatchObject([
    { number: said.value.number, how: 'linked' },
  ])
  const next = await saysBroken(first.number, { ...near, phone: '135 1111 1111' })
  expect(next).toMatchObject({ ok: true, value: { number: said.value.number, reopened: false } })
  expect(await saysBroken(first.number, { ...near, phone: '136 1111 1111' })).toMatchObject({
    refusal: 'already_added',
  })
})

const mergesInto = async (login: string, number: string, into: string, id = randomUUID()) =>
  (await comes(t, login)).call(many.mergeCase, { number, into, commandId: id, reason: '同一盏灯' })

test('two reports of one lamp: merged, both told of the closing, counted once, and parted again', async () => {
  const first = await report(t.client(), { phone: '139 0000 1111' })
  const second = await report(t.client(), { text: '拐弯处黑' })
  await walksToHandling(t, first.number, { category })
  const merged = must(await mergesInto('wu', second.number, first.number))
  expect(merged).toMatchObject({ value: { state: 'MERGED' } })
  const he = await comes(t, 'he')
  expect(await read(he, first.number)).toMatchObject({
    related: [{ number: second.number, how: 'merged', state: 'MERGED', voices: 1 }],
  })
  expect(await read(he, second.number)).toMatchObject({ mergedInto: first.number })
  const counts = () =>
    rowOf<{ n: number }>(
      t,
      `select count(*)::int as n from cases.clocks k join cases.cases c on c.id = k.case_id
        where c.number = $1 and k.ended_at is null and k.due_at is not null`,
      second.number,
    )
  expect(await counts()).toEqual({ n: 0 })
  must(await handles(t, await comes(t, 'liu'), first.number))
  await goesToClosing(t, first.number)
  const follower = await follows(second.number, second.secret)
  expect(sentencesOf(follower).at(-1)).toMatch(/是同一件事，合并办理/)
  expect(follower.merged).toMatchObject({ into: first.number, state: 'CLOSED' })
  expect(sentencesOf(follower.merged!).at(-1)).toMatch(/^已结案/)
  // Parted while the other is closed but not archived: it goes on from where it stood.
  must(
    await he.call(many.unmergeCase, {
      number: second.number,
      commandId: commandId(),
      reason: '是两盏灯',
    }),
  )
  expect(await read(he, second.number)).toMatchObject({ state: 'REPORTED', mergedInto: null })
  expect(await counts()).toEqual({ n: 1 })
  expect((await read(he, first.number)).related).toEqual([])
})

test('a merged case merged on is no chain, and its voices follow the last', async () => {
  const [a, b, c] = [await report(t.client()), await report(t.client()), await report(t.client())]
  must(await mergesInto('wu', a.number, b.number))
  must(await mergesInto('wu', b.number, c.number))
  const { into } = await rowOf<{ into: string }>(
    t,
    `select merged ->> 'into' as into from cases.cases where number = $1`,
    a.number,
  )
  expect(into).toBe(c.number)
  expect((await follows(a.number, a.secret)).merged?.into).toBe(c.number)
  expect(await mergesInto('wu', c.number, a.number)).toMatchObject({ refusal: 'target_not_open' })
  // Nobody makes away with a case that others stand behind.
  const he = await comes(t, 'he')
  expect(
    await act(he, moves.voidCase, c.number, { code: 'test_entry', reason: '测试' }),
  ).toMatchObject({ refusal: 'others_reported_it' })
})

test('the voice of a merged case says of the other that it is still broken', async () => {
  const [first, second] = [await report(t.client()), await report(t.client())]
  must(await mergesInto('wu', second.number, first.number))
  await walksToClosing(t, first.number, { category })
  const view = await follows(second.number, second.secret)
  expect(view.merged?.moves).toContainEqual({ move: 'stillBroken', why: null })
  const said = await saysBroken(second.number, { secret: second.secret ?? '' })
  expect(said).toMatchObject({ ok: true, value: { number: first.number, reopened: true } })
})

test('six clerks merge the same two crosswise: one succeeds, and nothing hangs', async () => {
  const [a, b] = [await report(t.client()), await report(t.client())]
  const wu = await comes(t, 'wu')
  const tries = Array.from({ length: 6 }, (_each, i) => {
    const [number, into] = i % 2 === 0 ? [a.number, b.number] : [b.number, a.number]
    return wu.call(many.mergeCase, { number, into, commandId: commandId(), reason: '同一盏灯' })
  })
  const answers = await Promise.all(tries)
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
})

test('across two communities only the street joins them', async () => {
  const here = await report(t.client())
  const there = await report(await comes(t, 'chen'), {
    area: '500108106004',
    point: points.river,
    source: 'COUNTER',
  })
  expect(await mergesInto('wu', here.number, there.number)).toMatchObject({ status: 404 })
  must(await mergesInto('chen', here.number, there.number))
  const wu = await comes(t, 'wu')
  expect(
    await wu.call(many.unmergeCase, {
      number: here.number,
      commandId: commandId(),
      reason: '是两盏',
    }),
  ).toMatchObject({ refusal: 'needs_upper_layer' })
})
