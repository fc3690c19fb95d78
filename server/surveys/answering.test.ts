// One sheet a household: by its code, at the door with a worker, from paper typed twice.
import { beforeAll, expect, test } from 'vitest'
import * as sheets from '#core/surveys/contract-answers.ts'
import { readCode, printedCode } from '#core/surveys/code.ts'
import type { Answers } from '#core/surveys/question.ts'
import {
  answers,
  drafts,
  id,
  mixed,
  must,
  needs,
  opens,
  prints,
  sample,
} from '#testing/survey-town.ts'
import { question, questionnaire, words } from '#core/surveys/blank.ts'
import { type Staff, type Town, codes, keepPhoto, openTown } from '#testing/town.ts'

let t: Town
let he: Staff
let survey: string
let printed: string[]
beforeAll(async () => {
  t = await openTown()
  he = await t.as('he')
  survey = await opens(t, he)
  printed = await prints(he, survey, { count: 30 })
})
const code = () => printed.pop() ?? ''

test('a household finds its questionnaire by the code, however it is typed', async () => {
  const own = code()
  const typed = printedCode(own).toLowerCase().replaceAll('-', ' ')
  const found = must(await t.client().call(sheets.findSheet, { code: typed }))
  expect(found).toMatchObject({ id: survey, questionnaire: needs, area: { name: '同景社区' } })
  expect(found.places.map(({ code: grid }) => grid)).toEqual([codes.grid, codes.grid2])
  const slip = own.replace(/^./, own.startsWith('A') ? 'B' : 'A')
  expect(readCode(slip)).toBeNull()
  expect(await t.client().call(sheets.findSheet, { code: slip })).toMatchObject({
    refusal: 'no_such_code',
  })
})

test('a lost answer is heard again, another with the same code is told that it is used', async () => {
  const [own, command] = [code(), id()]
  const first = must(await answers(t.client(), own, sample, command))
  expect(must(await answers(t.client(), own, sample, command))).toEqual(first)
  expect(await answers(t.client(), own)).toMatchObject({ refusal: 'code_used', status: 409 })
  expect(await t.client().call(sheets.findSheet, { code: own })).toMatchObject({
    refusal: 'code_used',
  })
})

test('two phones at once with one code: one sheet counts', async () => {
  const own = code()
  const both = await Promise.all([answers(t.client(), own), answers(t.client(), own)])
  expect(both.filter(({ ok }) => ok).length).toBe(1)
})

test('what is wrong is said beside its question, and the code stays good', async () => {
  const own = code()
  const wrong: Answers = { children: 'yes', safe: 9, where: '500108999' }
  const refused = await answers(t.client(), own, wrong)
  expect(refused).toMatchObject({ refusal: 'has_faults', status: 422 })
  expect(Object.keys((refused as { fields?: object }).fields ?? {}).toSorted()).toEqual([
    'pickup',
    'safe',
    'where',
  ])
  expect((await answers(t.client(), own)).ok).toBe(true)
})

test('at the door: the worker of a grid enters it while the person is present', async () => {
  const liu = await t.as('liu')
  const given = { commandId: id(), id: survey, code: code(), version: 1, answers: sample }
  expect(await liu.call(sheets.assistAnswers, { ...given, present: false })).toMatchObject({
    refusal: 'person_absent',
  })
  const sent = await liu.call(sheets.assistAnswers, { ...given, present: true })
  expect(sent.ok).toBe(true)
  expect(await liu.call(sheets.assistAnswers, { ...given, present: true })).toEqual(sent)
  const xu = await t.as('xu')
  const foreign = { ...given, commandId: id(), present: true }
  expect(await xu.call(sheets.assistAnswers, foreign)).toMatchObject({ refusal: 'not_yours' })
  const qian = await t.as('qian')
  expect(await qian.call(sheets.assistAnswers, foreign)).toMatchObject({ refusal: 'not_yours' })
})

const types = (who: Staff, sheet: string, given: Answers, settle = false, commandId = id()) =>
  who.call(sheets.enterPaper, { commandId, id: survey, sheet, version: 1, answers: given, settle })

test('paper: wu and he type the same, and it is taken', async () => {
  const [wu, sheet, command] = [await t.as('wu'), code(), id()]
  const first = must(await types(wu, sheet, { needs: ['lift', 'food'] }, false, command))
  expect(first).toMatchObject({ outcome: 'first' })
  // The answer was lost on the line and sent again: that is no second typing.
  expect(must(await types(wu, sheet, { needs: ['lift', 'food'] }, false, command))).toEqual(first)
  expect(must(await wu.call(sheets.countPaper, { id: survey }))).toMatchObject({ waiting: 1 })
  const second = must(await types(he, sheet, { needs: ['lift', 'food'] }))
  expect(second).toEqual({ outcome: 'taken', differs: [], samePerson: false })
  expect(must(await he.call(sheets.countPaper, { id: survey })).waiting).toBe(0)
  expect(await types(he, sheet, {})).toMatchObject({ refusal: 'code_used' })
})

test('paper: where the two differ, somebody looks at the sheet and settles it', async () => {
  const [wu, sheet] = [await t.as('wu'), code()]
  expect(await types(he, sheet, { safe: 3 }, true)).toMatchObject({ refusal: 'not_compared' })
  must(await types(wu, sheet, { safe: 3, words: '路灯 暗' }))
  const told = must(await types(he, sheet, { safe: 2, words: '路灯暗' }))
  expect(told).toMatchObject({
    outcome: 'differs',
    differs: [{ question: 'safe', first: 3, second: 2 }],
  })
  expect(must(await types(he, sheet, { safe: 2 }, true)).outcome).toBe('taken')
  expect((await t.owner.query('select 1 from surveys.paper')).rowCount).toBe(0)
})

test('a paper sheet leaves open what it leaves open, but no answer that cannot be', async () => {
  const wu = await t.as('wu')
  expect(await types(wu, code(), { safe: 7 })).toMatchObject({
    refusal: 'has_faults',
    fields: { safe: '超出了评分范围' },
  })
})

test('what was answered before the way turned is not kept', async () => {
  const open = await opens(t, he, { answersBy: 'anyone' })
  for (let at = 0; at < 10; at += 1) {
    const given = { children: 'no', pickup: 'nobody', words: `开放${at}` }
    const sheet = { commandId: id(), survey: open, version: 1, answers: given }
    must(await t.client().call(sheets.giveAnswers, sheet))
  }
  const rows = await mixed(t, open)
  expect(rows.length).toBe(10)
  expect(rows[0]).toMatchObject({ channel: 'web', version: 1, grid_id: null })
  expect(Object.keys(rows[0]?.answers ?? {})).toEqual(['words', 'children'])
})

test('a survey that needs a code takes none without, and a draft takes nothing', async () => {
  const sheet = { commandId: id(), version: 1, answers: sample }
  const none = await t.client().call(sheets.giveAnswers, { ...sheet, survey })
  expect(none).toMatchObject({ refusal: 'needs_a_code', status: 403 })
  const draft = await drafts(he, { answersBy: 'anyone' })
  const early = await t
    .client()
    .call(sheets.giveAnswers, { ...sheet, commandId: id(), survey: draft })
  expect(early).toMatchObject({ refusal: 'no_such_survey' })
})

test('a photo comes along as the hash it was kept under, and bears the day of mixing', async () => {
  const asks = questionnaire([question('look', 'photo', { title: words('拍下坏的地方') })])
  const open = await opens(t, he, { answersBy: 'anyone', questionnaire: asks })
  const photos = await Promise.all(Array.from({ length: 10 }, () => keepPhoto(t)))
  for (const photo of photos) {
    const sheet = { commandId: id(), survey: open, version: 1, answers: { look: [photo] } }
    must(await t.client().call(sheets.giveAnswers, sheet))
    t.clock.advance(60)
  }
  const unknown = { look: ['f'.repeat(64)] }
  const sheet = { commandId: id(), survey: open, version: 1, answers: unknown }
  expect(await t.client().call(sheets.giveAnswers, sheet)).toMatchObject({
    refusal: 'no_such_photo',
  })
  expect((await mixed(t, open)).length).toBe(10)
  const { rows } = await t.owner.query<{ n: number }>(
    `select count(distinct (created_at, claimed_at, xmin::text))::int as n from files.files where hash = any($1)`,
    [photos],
  )
  expect(rows[0]?.n).toBe(1)
})
