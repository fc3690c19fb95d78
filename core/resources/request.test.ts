// A request for resources to come down, move by move: every move from every state, and what each refuses.
import { expect, test } from 'vitest'
import {
  type ResourceRequest,
  daysLate,
  decideAnswer,
  decideAsk,
  decideEscalate,
  decideRegister,
  decideReport,
  decideCorrect,
  decideUse,
  decideWithdraw,
  requestMoves,
  requestStates,
  whyCannot,
} from './request.ts'

const at = { now: '2026-03-03T01:00:00Z', today: '2026-03-03' }
const street = { id: 3, path: '/1/2/3/' }
const district = { id: 2, path: '/1/2/' }
const asking = {
  id: '11111111-1111-4111-8111-111111111111',
  communityId: 4,
  askerPath: '/1/2/3/4/',
  to: street,
  what: '每月一次义诊',
  forWhom: '行动不便的老人',
  why: '最近的医院要爬两百步梯',
  wantedFrom: null,
  wantedUntil: null,
  answerDays: 10,
  answerBy: null,
}
function asked(): ResourceRequest {
  const answer = decideAsk(asking, at)
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.value
}
const as = (state: ResourceRequest['state'], more: Partial<ResourceRequest> = {}) => ({
  ...asked(),
  state,
  ...more,
})

test('a community asks a level above it, by a day', () => {
  expect(asked()).toMatchObject({ state: 'ASKED', answerBy: '2026-03-13', version: 1 })
  const refusal = (more: object) => decideAsk({ ...asking, ...more }, at)
  expect(refusal({ to: { id: 4, path: '/1/2/3/4/' } })).toMatchObject({ refusal: 'not_above' })
  expect(refusal({ to: { id: 9, path: '/1/9/' } })).toMatchObject({ refusal: 'not_above' })
  expect(refusal({ answerBy: '2026-03-02' })).toMatchObject({ refusal: 'day_past' })
  expect(refusal({ wantedFrom: '2026-01-01' })).toMatchObject({ refusal: 'day_past' })
  expect(refusal({ wantedFrom: '2026-05-01', wantedUntil: '2026-04-01' })).toMatchObject({
    refusal: 'day_past',
  })
})

const open: Record<string, string[]> = {
  answer: ['ASKED'],
  escalate: ['REFUSED'],
  withdraw: ['ASKED', 'GIVEN', 'PARTLY'],
  register: ['GIVEN', 'PARTLY'],
  use: ['REGISTERED', 'USED'],
  correct: ['USED', 'REPORTED'],
  report: ['REGISTERED', 'USED'],
}
test.each(
  requestMoves.flatMap((move) =>
    move === 'ask' ? [] : requestStates.map((state) => [move, state] as const),
  ),
)('%s from %s', (move, state) => {
  const over = ['REPORTED', 'WITHDRAWN', 'REFUSED'].includes(state)
  const wanted = open[move]?.includes(state) ? null : over ? 'already_over' : 'not_yet'
  expect(whyCannot(move, { state, refusedById: null, uses: 1 }, district)).toBe(wanted)
})

test('a refusal names an alternative, and goes up once', () => {
  const no = { answer: 'REFUSED' as const, reason: '今年人手排满', alternative: null }
  expect(decideAnswer(asked(), no, at)).toMatchObject({ refusal: 'alternative_needed' })
  const refused = decideAnswer(asked(), { ...no, alternative: '可先参加镇上的义诊' }, at)
  if (!refused.ok) throw new Error(refused.refusal)
  const up = decideEscalate(refused.value, { above: district, answerDays: 5 }, at)
  if (!up.ok) throw new Error(up.refusal)
  expect(up.value).toMatchObject({
    state: 'ASKED',
    to: district,
    refusedById: 3,
    answerBy: '2026-03-08',
    answer: null,
  })
  expect(
    decideEscalate(
      { ...up.value, state: 'REFUSED' },
      { above: { id: 1, path: '/1/' }, answerDays: 5 },
      at,
    ),
  ).toMatchObject({ refusal: 'gone_up_before' })
  expect(decideEscalate(as('REFUSED'), { above: null, answerDays: 5 }, at)).toMatchObject({
    refusal: 'nobody_above',
  })
})

test('what was given is registered with terms, used, reported; sums are sums of uses', () => {
  const given = decideAnswer(asked(), { answer: 'GIVEN', reason: '同意', alternative: null }, at)
  if (!given.ok) throw new Error(given.refusal)
  const terms = { resourceId: asking.id, terms: '每月第一个周二', termsUntil: '2026-12-31' }
  expect(decideRegister(given.value, { ...terms, termsUntil: '2026-01-01' }, at)).toMatchObject({
    refusal: 'day_past',
  })
  const registered = decideRegister(given.value, terms, at)
  if (!registered.ok) throw new Error(registered.refusal)
  expect(decideReport(registered.value, '没有用过')).toMatchObject({ refusal: 'not_used_yet' })
  const use = { usedOn: '2026-03-03', whatFor: '义诊', units: 1, personTimes: 42 }
  expect(decideUse(registered.value, { ...use, usedOn: '2026-03-04' }, at)).toMatchObject({
    refusal: 'day_ahead',
  })
  expect(decideUse(registered.value, { ...use, usedOn: '2026-03-01' }, at)).toMatchObject({
    refusal: 'before_asked',
  })
  const first = decideUse(registered.value, use, at)
  if (!first.ok) throw new Error(first.refusal)
  const second = decideUse(first.value.request, { ...use, units: 2, personTimes: null }, at)
  if (!second.ok) throw new Error(second.refusal)
  expect(second.value.request).toMatchObject({ state: 'USED', uses: 2, units: 3, personTimes: 42 })
  expect(second.value.use.serial).toBeGreaterThan(first.value.use.serial)
  expect(decideReport(second.value.request, '两次义诊，四十二人次')).toMatchObject({
    ok: true,
    value: { state: 'REPORTED' },
  })
  expect(decideWithdraw(second.value.request)).toMatchObject({ refusal: 'not_yet' })
  expect(decideWithdraw(asked())).toMatchObject({
    ok: true,
    value: { state: 'WITHDRAWN', version: 2 },
  })
})

test.each([
  [
    'fewer came',
    { units: 1, personTimes: 24 },
    { state: 'USED', uses: 1, units: 1, personTimes: 24 },
  ],
  ['nobody counted', { units: 3, personTimes: null }, { uses: 1, units: 3, personTimes: 0 }],
  [
    'it did not take place',
    { units: 0, personTimes: 9 },
    { state: 'REGISTERED', uses: 0, units: 0, personTimes: 0 },
  ],
] as const)('a use is put right: %s', (reason, more, sums) => {
  const use = { usedOn: '2026-03-03', whatFor: '义诊', units: 1, personTimes: 42 }
  const used = decideUse(as('REGISTERED'), use, at)
  if (!used.ok) throw new Error(used.refusal)
  const wrong = used.value.use
  const right = decideCorrect(used.value.request, { wrong, right: { ...use, ...more }, reason }, at)
  if (!right.ok) throw new Error(right.refusal)
  expect(right.value.request).toMatchObject(sums)
  expect(right.value.use).toMatchObject({ corrects: wrong.serial, reason })
  expect(right.value.use.serial).toBeGreaterThan(wrong.serial)
})

test('late is counted only while somebody waits', () => {
  expect(daysLate(asked(), '2026-03-13')).toBe(0)
  expect(daysLate(asked(), '2026-03-15')).toBe(2)
  expect(daysLate(as('GIVEN'), '2026-03-15')).toBe(0)
})
