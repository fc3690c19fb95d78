// Closed means closed: who said nothing is called, some are looked at by an outsider, and what comes back is shown.

import { beforeAll, expect, test } from 'vitest'
import { countQueues, listCases } from '#core/cases/contract.ts'
import * as after from '#core/cases/contract-checks.ts'
import * as moves from '#core/cases/contract-moves.ts'
import { getCockpit } from '#core/cockpit/contract.ts'
import { reacted } from '#testing/reacted.ts'
import { closedLamp, closes, comes, must, rowOf, says } from '#testing/town-life.ts'
import {
  type Staff,
  type Town,
  act,
  codes,
  commandId,
  keepPhoto,
  openTown,
  points,
  read,
  report,
} from '#testing/town.ts'
import { drawSamples } from './samples.ts'
import { wakeCases } from './wake.ts'

let t: Town
beforeAll(async () => {
  t = await openTown()
})

const phone = '139 0000 1111'
const daysPass = async (days: number) => {
  t.clock.advance(days * 86_400 + 60)
  await wakeCases(t.app)
}
const waiting = async (who: Staff, queue: 'toCall' | 'toSample') => {
  const [list, counts] = [await who.call(listCases, { queue }), await who.call(countQueues, {})]
  if (!list.ok || !counts.ok) throw new Error('the queues cannot be read')
  const numbers = list.value.items.map((item) => item.number)
  expect(counts.value.counts[queue]).toBe(numbers.length)
  return numbers
}
const calls = (who: Staff, number: string, more: object = {}) =>
  who.call(after.callBack, {
    number,
    commandId: commandId(),
    valid: true,
    solved: true,
    grade: 5,
    reviewer: null,
    ...more,
  })
const silent = (reviewer: string | null) =>
  ({ valid: false, solved: null, grade: null, reason: 'unreachable', reviewer }) as const
const roundOf = (number: string) =>
  rowOf<{ called: string | null; solved: boolean | null; grade: number | null }>(
    t,
    `select r.called_at as called, r.called_solved as solved, r.grade
       from cases.rounds r join cases.cases c on c.id = r.case_id where c.number = $1 order by r.round desc limit 1`,
    number,
  )

test('whoever left a number and said nothing in seven days is called back; who answered is not', async () => {
  const quiet = await closedLamp(t, { phone })
  const spoken = await closedLamp(t, { phone })
  const anonymous = await closedLamp(t)
  must(await says(t, spoken, 'confirm'))
  await daysPass(7)
  const due = await waiting(await comes(t, 'wu'), 'toCall')
  expect(due).toContain(quiet.number)
  expect(due).not.toContain(spoken.number)
  expect(due).not.toContain(anonymous.number)
})

test('solved, rated 2: the answer counts, the call is over, and he reads of it', async () => {
  const { number } = await closedLamp(t, { phone })
  await daysPass(7)
  // Whoever did it does not ask how well it was done.
  expect(await calls(await comes(t, 'liu'), number)).toMatchObject({ refusal: 'not_yours' })
  must(await calls(await comes(t, 'wu'), number, { grade: 2 }))
  expect(await roundOf(number)).toMatchObject({ solved: true, grade: 2 })
  expect(await waiting(await comes(t, 'wu'), 'toCall')).not.toContain(number)
  const { timeline } = await read(await comes(t, 'he'), number)
  expect(timeline.at(-1)?.sentence.zh).toBe('回访有效：反映人说已解决，评价不满意。')
})

test('nobody answers the telephone: three attempts with a second person, then nobody calls again', async () => {
  const { number } = await closedLamp(t, { phone })
  await daysPass(7)
  const wu = await comes(t, 'wu')
  const team = await wu.call(after.listReviewers, { number })
  const ids = team.ok ? team.value.items.map(({ id }) => id) : []
  const he = t.town.person['he'] ?? ''
  expect(ids).toContain(he)
  expect(ids).not.toContain(wu.id)
  expect(await calls(wu, number, silent(null))).toMatchObject({ refusal: 'reviewer_missing' })
  expect(await calls(wu, number, silent(wu.id))).toMatchObject({ refusal: 'reviewer_missing' })
  // A name out of the air is no second person.
  expect(await calls(wu, number, silent(t.town.person['qian'] ?? ''))).toMatchObject({
    refusal: 'reviewer_missing',
  })
  for (let i = 0; i < 3; i += 1) must(await calls(wu, number, silent(he)))
  expect(await calls(wu, number)).toMatchObject({ refusal: 'called_enough', status: 409 })
  expect(await roundOf(number)).toMatchObject({ called: null, solved: null, grade: null })
  expect(await waiting(wu, 'toCall')).not.toContain(number)
  await reacted(t.app)
  const { n } = await rowOf<{ n: number }>(
    t,
    `select count(*)::int as n from notices.notices where case_number = $1 and kind = 'callback' and recipient = '${he}'`,
    number,
  )
  expect(n).toBe(3)
})

/** Litter found and swept by the grid itself, closed by its leader. */
async function swept(): Promise<string> {
  const zhou = await comes(t, 'zhou')
  const { number } = await report(zhou, { text: '步道上有碎纸', category: 'E01-12' })
  const proof = {
    text: '扫干净了',
    photosBefore: [],
    photosAfter: [await keepPhoto(t)],
    takenAt: t.clock.now(),
    point: points.lane,
  }
  must(await act(zhou, moves.selfHandle, number, { proof, reporterTold: true }))
  must(await closes(await comes(t, 'wu'), number))
  return number
}
const samplesOf = async (numbers: string[]) => {
  const { rows } = await t.owner.query<{ number: string }>(
    `select c.number from cases.samples s join cases.cases c on c.id = s.case_id
      where c.number = any ($1) order by c.number`,
    [numbers],
  )
  return rows.map((row) => row.number)
}

test('of a day’s self-handled finds some are drawn, the same ones whoever draws again', async () => {
  const numbers: string[] = []
  for (let i = 0; i < 25; i += 1) numbers.push(await swept())
  // The day is not over: nothing is drawn of it yet.
  await drawSamples(t.app)
  expect(await samplesOf(numbers)).toEqual([])
  await daysPass(1)
  await drawSamples(t.app)
  const drawn = await samplesOf(numbers)
  expect(drawn.length).toBeGreaterThanOrEqual(2)
  expect(drawn.length).toBeLessThanOrEqual(3)
  expect(await drawSamples(t.app)).toBe(0)
  expect(await samplesOf(numbers)).toEqual(drawn)
  // The street sees what to look at; the community does not learn that its own closing was drawn.
  expect(await waiting(await comes(t, 'chen'), 'toSample')).toEqual(expect.arrayContaining(drawn))
  expect(await waiting(await comes(t, 'wu'), 'toSample')).toEqual([])

  const [first, second] = drawn
  const looks = async (login: string, number: string, judgement: 'done' | 'not_done', words = '') =>
    act(await comes(t, login), after.checkSample, number, { judgement, words, photos: [] })
  expect(await looks('wu', first!, 'done')).toMatchObject({ refusal: 'not_yours' })
  const undrawn = numbers.find((number) => !drawn.includes(number))!
  expect(await looks('chen', undrawn, 'done')).toMatchObject({ refusal: 'not_drawn' })
  expect(await looks('chen', first!, 'not_done')).toMatchObject({ refusal: 'reason_missing' })
  expect(await looks('chen', first!, 'not_done', '纸还在')).toMatchObject({
    ok: true,
    value: { state: 'REOPENED' },
  })

  // The other one waits for its look, and its archive with it.
  await daysPass(20)
  expect((await read(await comes(t, 'he'), second!)).state).toBe('CLOSED')
  expect((await read(await comes(t, 'he'), undrawn)).state).toBe('ARCHIVED')
  must(await looks('chen', second!, 'done'))
  await wakeCases(t.app)
  expect((await read(await comes(t, 'he'), second!)).state).toBe('ARCHIVED')

  const cockpit = await (
    await comes(t, 'cao')
  ).call(getCockpit, { area: codes.street, period: '30d' })
  const tile = cockpit.ok ? cockpit.value.tiles.find(({ key }) => key === '12') : undefined
  expect(tile?.fraction).toMatchObject({ num: 1, den: 2, hidden: true })
})

test('a head above looks at any closed case, at any time', async () => {
  const { number } = await closedLamp(t)
  const cao = await comes(t, 'cao')
  must(await act(cao, after.checkSample, number, { judgement: 'done', words: '亮着', photos: [] }))
  const { timeline } = await read(cao, number)
  expect(timeline.at(-1)?.sentence.zh).toBe('抽查属实（亮着）。')
})

test('the third bin at one corner within 90 days is a hot spot, for whoever may see the cases', async () => {
  const spot = { category: 'E01-12', point: points.market }
  const made: string[] = []
  for (let i = 0; i < 3; i += 1) {
    const { number } = await report(t.client(), { text: '垃圾桶满了', ...spot })
    const wu = await comes(t, 'wu')
    must(await act(wu, moves.acceptCase, number, { category: spot.category, conditionMet: true }))
    made.push(number)
    t.clock.advance(86_400)
  }
  const seenBy = async (login: string) => {
    const answer = await (await comes(t, login)).call(after.listHotSpots, { area: codes.community })
    if (!answer.ok) throw new Error(answer.refusal)
    return answer.value.items.find((item) => made.every((number) => item.numbers.includes(number)))
  }
  expect(await seenBy('he')).toMatchObject({
    category: { code: 'E01-12' },
    count: 3,
    open: 3,
    numbers: made.toReversed(),
  })
  expect(await seenBy('qian')).toBeUndefined()
  t.clock.advance(90 * 86_400)
  expect(await seenBy('he')).toBeUndefined()
})
