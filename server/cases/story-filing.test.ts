// From the first word to the file: who looks first, what is urgent, what is refused and how one objects.

import { beforeAll, expect, test } from 'vitest'
import { followCase, listCases } from '#core/cases/contract.ts'
import * as moves from '#core/cases/contract-moves.ts'
import { listNotices } from '#core/notices/contract.ts'
import { reacted } from '#testing/reacted.ts'
import { clockOf, must, postOf, says } from '#testing/town-life.ts'
import { type Staff, type Town, act, fileAndGive, openTown, read, report } from '#testing/town.ts'

let t: Town
beforeAll(async () => {
  t = await openTown()
})
const told = async (who: Staff, number: string) => {
  const answer = must(await who.call(listNotices, { limit: 100 }))
  return answer.ok ? answer.value.items.filter((each) => each.caseNumber === number) : []
}
const refusal = { code: 'other_body', words: '这根灯杆归供电公司', body: '供电公司营业厅' } as const

test('gas leaks: it stands first, the duty leader is told at once, and one command leaves three entries', async () => {
  await report(t.client())
  const { number } = await report(t.client(), { category: 'E05-02', text: '楼下有煤气味' })
  await reacted(t.app)
  const [chen, cao] = [await t.as('chen'), await t.as('cao')]
  const [notice] = await told(cao, number)
  expect(notice).toMatchObject({ kind: 'report', urgent: true })
  const list = must(await chen.call(listCases, {}))
  expect(list.ok && list.value.items[0]?.number).toBe(number)
  const given = await fileAndGive(chen, number, postOf(t), { category: 'E05-02', urgent: true })
  expect(given).toMatchObject({ ok: true, value: { state: 'DISPATCHED', version: 4 } })
  const entries = (await read(chen, number)).timeline
  expect(entries.map((entry) => entry.move)).toEqual(['report', 'accept', 'triage', 'dispatch'])
  expect(new Set(entries.slice(1).map((entry) => entry.at)).size).toBe(1)
})

test('what is urgent is neither sent to be looked at nor refused', async () => {
  const { number } = await report(t.client(), { category: 'E05-02' })
  const chen = await t.as('chen')
  const look = await act(chen, moves.verifyBeforeFiling, number, {
    verifier: t.town.person['zhou']!,
  })
  expect(look).toMatchObject({ refusal: 'urgent_goes_first' })
  expect(await act(chen, moves.notAcceptCase, number, refusal)).toMatchObject({
    refusal: 'urgent_goes_first',
  })
})

test('zhou is sent to look: the clock of filing stands still until he answers, and only he answers', async () => {
  const { number } = await report(t.client())
  const [wu, zhou, luo] = [await t.as('wu'), await t.as('zhou'), await t.as('luo')]
  must(await act(wu, moves.verifyBeforeFiling, number, { verifier: zhou.id }))
  expect((await clockOf(t, number, 'ACCEPT')).due).toBeNull()
  await reacted(t.app)
  expect(await told(zhou, number)).toHaveLength(1)
  const found = { found: true, note: '去看了，三盏都不亮' }
  expect(await act(luo, moves.answerVerification, number, found)).toMatchObject({ status: 403 })
  must(await act(zhou, moves.answerVerification, number, found))
  expect((await clockOf(t, number, 'ACCEPT')).due).not.toBeNull()
})

test.each([
  ['nobody', 'somebody'],
  ['somebody who does not exist', '00000000-0000-4000-8000-00000000beef'],
  ['somebody from another community', 'xu'],
])('%s cannot be sent to look, and everybody else is told all the same', async (_, name) => {
  const { number } = await report(t.client())
  const wu = await t.as('wu')
  const sent = await act(wu, moves.verifyBeforeFiling, number, {
    verifier: t.town.person[name] ?? name,
  })
  expect(sent).toMatchObject({ refusal: 'no_such_person', status: 422 })
  await reacted(t.app)
  expect((await told(await t.as('he'), number)).length + (await told(wu, number)).length).toBe(1)
})

test('a refusal names the body whose it is, or is refused itself', async () => {
  const { number } = await report(t.client())
  const wu = await t.as('wu')
  const silent = await act(wu, moves.notAcceptCase, number, { ...refusal, body: '  ' })
  expect(silent).toMatchObject({ refusal: 'other_body_missing', status: 422 })
  const wordless = await act(wu, moves.notAcceptCase, number, { ...refusal, words: '' })
  expect(wordless).toMatchObject({ refusal: 'reason_missing' })
})

test('a refusal is objected to once, and decided by somebody above who took no part', async () => {
  const of = await report(t.client())
  const [wu, cao] = [await t.as('wu'), await t.as('cao')]
  must(await act(wu, moves.notAcceptCase, of.number, refusal))
  const seen = await t.client().call(followCase, { number: of.number, secret: of.secret ?? '' })
  expect(seen).toMatchObject({ ok: true, value: { refused: { body: '供电公司营业厅' } } })
  must(await says(t, of, 'contest', { words: '灯杆上写的是社区的牌子' }))
  const decision = { upheld: false, reason: '现场核对，确属供电公司' }
  expect(await act(wu, moves.decideContest, of.number, decision)).toMatchObject({ status: 403 })
  must(await act(cao, moves.decideContest, of.number, decision))
  expect(await says(t, of, 'contest', { words: '还是不同意' })).toMatchObject({
    refusal: 'already_contested',
    status: 409,
  })
})

test('chen refused it for the community, so chen does not decide on the objection', async () => {
  const of = await report(t.client())
  const [chen, cao] = [await t.as('chen'), await t.as('cao')]
  must(await act(chen, moves.notAcceptCase, of.number, refusal))
  must(await says(t, of, 'contest', { words: '不是供电公司的' }))
  const upheld = { upheld: true, reason: '灯杆是社区的' }
  expect(await act(chen, moves.decideContest, of.number, upheld)).toMatchObject({
    refusal: 'took_part_before',
    status: 403,
  })
  expect(await act(cao, moves.decideContest, of.number, upheld)).toMatchObject({
    ok: true,
    value: { state: 'ACCEPTED' },
  })
})

const privately = { matter: 'private', category: 'C06-01', tier: 'T1', urgent: false } as const
const advice = { guidance: '自家水管请找物业的有偿维修', nextStep: '物业电话贴在单元门口' }

test('a private matter closes with guidance the reporter reads, and may be objected to once', async () => {
  const of = await report(t.client(), { text: '我家水龙头漏水', category: 'C06-01' })
  const [wu, cao] = [await t.as('wu'), await t.as('cao')]
  must(await act(wu, moves.acceptCase, of.number, { category: 'C06-01', conditionMet: true }))
  const bare = { ...privately, guidance: null, nextStep: null }
  expect(await act(wu, moves.triageCase, of.number, bare)).toMatchObject({
    refusal: 'guidance_missing',
  })
  must(await act(wu, moves.triageCase, of.number, { ...privately, ...advice }))
  const page = must(
    await t.client().call(followCase, { number: of.number, secret: of.secret ?? '' }),
  )
  const words = JSON.stringify(page.ok && page.value.timeline)
  expect(words).toContain(advice.guidance)
  expect(words).toContain(advice.nextStep)
  must(await says(t, of, 'contest', { words: '是公共水管在漏' }))
  must(await act(cao, moves.decideContest, of.number, { upheld: true, reason: '确是公共管道' }))
  const opened = await read(wu, of.number)
  expect([opened.state, opened.round]).toEqual(['ACCEPTED', 2])
  must(await act(wu, moves.triageCase, of.number, { ...privately, ...advice }))
  expect(await says(t, of, 'contest', { words: '再说一次' })).toMatchObject({
    refusal: 'already_contested',
  })
})

test('fifteen days and a second after a refusal nobody objects any more', async () => {
  const of = await report(t.client())
  must(await act(await t.as('wu'), moves.notAcceptCase, of.number, refusal))
  t.clock.advance(15 * 86_400 + 1)
  expect(await says(t, of, 'contest', { words: '现在才看到' })).toMatchObject({
    refusal: 'window_over',
  })
})
