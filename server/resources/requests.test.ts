// A community asks for what it has not: the street refuses, the district gives, it is registered, used and reported.
import { beforeAll, expect, test } from 'vitest'
import { listNotices } from '#core/notices/contract.ts'
import {
  answerRequest,
  askResource,
  escalateRequest,
  getRequest,
  listLedger,
  listRequests,
  registerRequest,
  reportRequest,
  correctUse,
  useResource,
  withdrawRequest,
} from '#core/resources/contract-requests.ts'
import { getResource } from '#core/resources/contract.ts'
import { districtHead, register } from '#testing/resource-town.ts'
import { sealedWhole } from '#testing/sealed.ts'
import { type Staff, type Town, codes, commandId, openTown } from '#testing/town.ts'
import { journals } from '../journals.ts'
import { inScope } from '../kit/db.ts'
import { tellLate } from './tells.ts'

let t: Town
let he: Staff
let cao: Staff
let xu: Staff
let dian: Staff

beforeAll(async () => {
  t = await openTown()
  ;[he, cao, xu] = await Promise.all([t.as('he'), t.as('cao'), t.as('xu')])
  dian = await districtHead(t)
})

const wish = {
  what: '每月一次下楼义诊',
  forWhom: '行动不便的老人',
  why: '最近的医院要走两百级梯坎',
}
const ask = (who: Staff, more: object = {}) =>
  who.call(askResource, { commandId: commandId(), area: codes.community, ...wish, ...more })
async function asked(more: object = {}) {
  const answer = await ask(he, more)
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.value
}
const act = (at: { id: string; version: number }) => ({
  commandId: commandId(),
  id: at.id,
  expectedVersion: at.version,
})
function value<T>(answer: { ok: true; value: T } | { ok: false; refusal: string }): T {
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.value
}

let reported = ''
test('a secretary asks the street; its head is told, the neighbour knows nothing of it', async () => {
  const request = await asked()
  expect(request).toMatchObject({ state: 'ASKED', version: 1 })
  await t.runJobs()
  const inbox = value(await cao.call(listNotices, {}))
  expect(inbox.items[0]).toMatchObject({
    kind: 'resourceAsk',
    caseNumber: null,
    about: { topic: 'resourceRequest', id: request.id },
  })
  expect(inbox.items[0]?.words.zh).toContain('同景社区')
  const waiting = value(await cao.call(listRequests, { area: codes.street, box: 'in' }))
  expect(waiting.items[0]).toMatchObject({ id: request.id, answerBy: '2026-03-13', daysLate: 0 })
  expect(await xu.call(getRequest, { id: request.id })).toMatchObject({
    refusal: 'no_such_request',
    status: 404,
  })
  expect(await xu.call(withdrawRequest, { ...act(request), reason: '试一试' })).toMatchObject({
    refusal: 'no_such_request',
  })
  expect(
    await he.call(answerRequest, { ...act(request), answer: 'GIVEN', reason: '自己答自己' }),
  ).toMatchObject({ refusal: 'not_yours' })
  expect(await he.call(withdrawRequest, { ...act(request), reason: '写重了' })).toMatchObject({
    ok: true,
    value: { state: 'WITHDRAWN' },
  })
})

test('who may ask whom, by when, and without a name', async () => {
  expect(await ask(xu)).toMatchObject({ refusal: 'not_yours' })
  expect(await ask(he, { to: codes.neighbour })).toMatchObject({ refusal: 'not_above' })
  expect(await ask(he, { to: codes.grid })).toMatchObject({ refusal: 'not_above' })
  expect(await ask(he, { answerBy: '2026-03-01' })).toMatchObject({ refusal: 'day_past' })
  expect(await ask(he, { why: '联系人：王小明，腿脚不便' })).toMatchObject({
    refusal: 'person_in_text',
  })
  expect(await ask(he, { to: '500108' })).toMatchObject({ ok: true })
})

test('refused with another way, taken up once, given, registered, used, reported', async () => {
  let request = await asked({ what: '社区法律咨询日' })
  const answer = (who: Staff, more: object) =>
    who.call(answerRequest, { ...act(request), reason: '今年排满了', ...more } as never)
  expect(await answer(cao, { answer: 'REFUSED' })).toMatchObject({ refusal: 'alternative_needed' })
  request = value(await answer(cao, { answer: 'REFUSED', alternative: '可参加镇上的咨询日' }))
  expect(request.state).toBe('REFUSED')
  request = value(await he.call(escalateRequest, { ...act(request), reason: '镇上的太远' }))
  const up = value(await he.call(getRequest, { id: request.id }))
  expect(up).toMatchObject({ to: { code: '500108' }, refusedBy: { code: codes.street } })
  expect(up.offers.find(({ move }) => move === 'answer')?.whyNot).toBe('not_yours')
  expect(
    await cao.call(answerRequest, { ...act(request), answer: 'GIVEN', reason: '不再归镇上答' }),
  ).toMatchObject({ refusal: 'not_yours' })
  request = value(
    await dian.call(answerRequest, { ...act(request), answer: 'PARTLY', reason: '每季度一次' }),
  )
  const { id: resourceId } = await register(dian, '500108', {
    name: '区法律援助中心',
    kind: 'justice',
    capacityUnit: '场／月',
  })
  expect(
    await dian.call(registerRequest, {
      ...act(request),
      resourceId: request.id,
      terms: '没有这一条',
    }),
  ).toMatchObject({ refusal: 'no_such_resource' })
  request = value(
    await dian.call(registerRequest, {
      ...act(request),
      resourceId,
      terms: '每季度第一个周三',
      termsUntil: '2026-12-31',
    }),
  )
  expect(await he.call(reportRequest, { ...act(request), brought: '还没有用过' })).toMatchObject({
    refusal: 'not_used_yet',
  })
  t.clock.set('2026-03-04T02:00:00.000Z')
  const use = { ...act(request), day: '2026-03-04', whatFor: '咨询日', units: 1, personTimes: 23 }
  expect(await he.call(useResource, { ...use, ...act(request), day: '2026-03-05' })).toMatchObject({
    refusal: 'day_ahead',
  })
  const [first, again] = [await he.call(useResource, use), await he.call(useResource, use)]
  expect(again).toEqual(first)
  request = value(first)
  request = value(
    await he.call(reportRequest, { ...act(request), brought: '二十三人次咨询，三件转调解' }),
  )
  expect(request.state).toBe('REPORTED')
  reported = request.id
  const whole = value(await he.call(getRequest, { id: request.id }))
  expect(whole).toMatchObject({
    uses: 1,
    units: 1,
    personTimes: 23,
    resource: { name: '区法律援助中心' },
  })
  expect(whole.moves.map(({ move }) => move)).toEqual([
    'report',
    'use',
    'register',
    'answer',
    'escalate',
    'answer',
    'ask',
  ])
  const resource = value(await he.call(getResource, { id: resourceId }))
  expect(resource.requests).toMatchObject([{ id: request.id, state: 'REPORTED', personTimes: 23 }])
})

test('a wrong count is put right by another entry, once, with its reason; the first one stays readable', async () => {
  const before = value(await he.call(getRequest, { id: reported }))
  const wrong = before.usesList[0]?.serial ?? 0
  const right = { serial: wrong, day: '2026-03-04', whatFor: '咨询日', units: 1, personTimes: 21 }
  const correct = (who: Staff, more: object) =>
    who.call(correctUse, {
      commandId: commandId(),
      id: reported,
      expectedVersion: before.version,
      ...right,
      reason: '有两位是工作人员',
      ...more,
    })
  const neighbour = await t.as('xu')
  expect(await correct(neighbour, {})).toMatchObject({ refusal: 'no_such_request' })
  expect(await correct(he, { serial: 99 })).toMatchObject({ refusal: 'no_such_use' })
  const corrected = value(await correct(he, {}))
  expect(corrected.state).toBe('REPORTED')
  expect(await correct(he, { expectedVersion: corrected.version })).toMatchObject({
    refusal: 'already_corrected',
  })
  const after = value(await he.call(getRequest, { id: reported }))
  expect(after).toMatchObject({ uses: 1, units: 1, personTimes: 21 })
  expect(after.usesList).toMatchObject([
    { personTimes: 21, corrects: wrong, reason: '有两位是工作人员', correctedBy: null },
    { personTimes: 23, corrects: null, correctedBy: after.usesList[0]?.serial },
  ])
  const { items } = value(await cao.call(listLedger, { area: codes.street }))
  expect(items.find(({ level }) => level === 'district')).toMatchObject({
    uses: 1,
    personTimes: 21,
  })
})

test('the ledger sums by level and year, and is no ranking', async () => {
  const { items } = value(await cao.call(listLedger, { area: codes.street }))
  const district = items.find(({ level, year }) => level === 'district' && year === 2026)
  expect(district).toMatchObject({
    asked: 2,
    partly: 1,
    uses: 1,
    personTimes: 21,
    inTime: 1,
    answered: 1,
  })
})

test('two heads at once: one answer counts', async () => {
  const request = await asked({ what: '一间临时阅览室' })
  const answers = await Promise.all(
    ['GIVEN', 'PARTLY'].map((answer) =>
      cao.call(answerRequest, { ...act(request), answer, reason: '同意' } as never),
    ),
  )
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: 'changed_meanwhile' })
})

test('a late answer is told of once, to who was asked and the level above', async () => {
  const request = await asked({ what: '两名法律明白人讲师', answerBy: '2026-03-04' })
  t.clock.set('2026-03-05T02:00:00.000Z')
  await tellLate(t.app)
  await tellLate(t.app)
  const { rows } = await t.owner.query(
    `select recipient from notices.notices where kind = 'resourceLate' and topic_id = $1`,
    [request.id],
  )
  expect(new Set(rows.map(({ recipient }) => recipient))).toEqual(new Set([cao.id, dian.id]))
  expect(rows).toHaveLength(2)
})

test('the walls alone: another community’s staff see no request and write none', async () => {
  const path = (code: string) => t.app.places.geography.findByCode(code)!.path
  const scope = {
    kind: 'staff' as const,
    personId: xu.id,
    roots: [path(codes.neighbour)],
    units: [],
  }
  const ask = (text: string) =>
    inScope(t.app.db, scope, async (tx) => (await tx.client.query(text)).rows)
  for (const table of ['requests', 'request_moves', 'uses'])
    expect(await ask(`select 1 from resources.${table}`)).toEqual([])
  await ask(
    `update resources.resources set name = '改名' where owner_path <> '${path(codes.neighbour)}'`,
  )
  expect(
    (await t.owner.query(`select 1 from resources.resources where name = '改名'`)).rows,
  ).toEqual([])
  await expect(ask('delete from resources.resources')).rejects.toThrow('permission denied')
})

test('both journals are sealed and verify', async () => {
  const verdict = await sealedWhole(t.app, journals)
  expect(verdict.findings).toEqual([])
  expect(verdict.sealed).toBeGreaterThan(8)
})
