// The secretary takes in what a street asked with another program: looks first, says what a word means, and sends it
// twice without doubling anything.
import { beforeAll, expect, test } from 'vitest'
import * as contract from '#core/surveys/contract-import.ts'
import { closeSurvey, listSteps } from '#core/surveys/contract.ts'
import { writeSheet } from '#server/kit/write-sheet.ts'
import { asContent } from '#testing/resource-town.ts'
import { id, mixed, must, opens } from '#testing/survey-town.ts'
import { type Staff, type Town, codes, openTown } from '#testing/town.ts'

let t: Town
let he: Staff
let survey: string
beforeAll(async () => {
  t = await openTown()
  he = await t.as('he')
  survey = await opens(t, he)
})

const heads =
  '序号,提交答卷时间,所在网格,1、家里有没有上小学的孩子,2、最需要的三件事（多选）,3、晚上走在小区里觉得安全吗'
const good = Array.from(
  { length: 12 },
  (_, n) => `${n + 1},2026/2/${n + 1} 8:00,第一网格,没有,看病近一点┋电梯,4`,
)
const bad = [
  '13,2026/2/1 8:00,第一网格,也许,看病近一点,4',
  '14,2026/2/1 8:00,九网格,没有,看病近一点,4',
  '15,2026/2/1 8:00,第一网格,没有,看病近一点,9',
  '16,2026/2/1 8:00',
]
const file = (name: string) => ({
  fileName: 'export.csv',
  content: asContent([heads, ...good, ...bad].join('\r\n').replaceAll('第一网格', name)),
})
const gridName = () => t.app.places.geography.findByCode(codes.grid)?.name ?? ''

test('a first look finds the columns, and says which word is none of the options', async () => {
  const asked = { id: survey, ...file(gridName()), mapping: null }
  const seen = must(await he.call(contract.previewAnswers, asked))
  expect(seen).toMatchObject({
    mapping: {
      id: '序号',
      answeredOn: '提交答卷时间',
      grid: '所在网格',
      questions: { children: { column: '1、家里有没有上小学的孩子' } },
    },
    rows: 16,
    ready: 0,
    filled: { children: 15, needs: 15 },
  })
  expect(seen.unknown).toEqual([
    { question: 'needs', text: '电梯', rows: 12 },
    { question: 'children', text: '也许', rows: 1 },
  ])
  expect((await t.owner.query('select 1 from surveys.inbox')).rowCount).toBe(0)
})

const mapped = async () => {
  const asked = { id: survey, ...file(gridName()), mapping: null }
  const { mapping } = must(await he.call(contract.previewAnswers, asked))
  const needs = { ...mapping.questions['needs'], values: { 电梯: 'lift' } }
  return { ...mapping, questions: { ...mapping.questions, needs } }
}

test('told that 电梯 means the lift, twelve rows are ready and four have their reasons', async () => {
  const asked = { id: survey, ...file(gridName()), mapping: await mapped() }
  const seen = must(await he.call(contract.previewAnswers, asked))
  expect(seen).toMatchObject({ ready: 12, rejected: 4 })
  expect(seen.rejects.map(({ line, fault }) => [line, fault])).toEqual([
    [14, 'value_unknown'],
    [15, 'grid_unknown'],
    [16, 'answers_wrong'],
    [17, 'too_few_cells'],
  ])
})

test('a spreadsheet says the same as the CSV', async () => {
  const line = ['1', '2026-02-01', gridName(), '没有', '看病近一点┋装电梯', 4]
  const bytes = await writeSheet(
    '答卷',
    heads.split(',').map((heading) => ({ heading })),
    [line],
  )
  const content = Buffer.from(bytes).toString('base64')
  const asked = { id: survey, fileName: 'export.xlsx', content, mapping: null }
  expect(must(await he.call(contract.previewAnswers, asked))).toMatchObject({
    rows: 1,
    ready: 1,
    mapping: { grid: '所在网格' },
  })
})

test('taken in once, however often it is sent; who took it in stands among the steps', async () => {
  const asked = { id: survey, ...file(gridName()), mapping: await mapped() }
  const first = { commandId: id(), ...asked }
  const taken = must(await he.call(contract.importAnswers, first))
  expect(taken).toMatchObject({ rows: 16, taken: 12, repeated: 0, rejected: 4 })
  expect(must(await he.call(contract.importAnswers, first))).toEqual(taken)
  const again = must(await he.call(contract.importAnswers, { ...asked, commandId: id() }))
  expect(again).toMatchObject({ taken: 0, repeated: 12 })
  const rows = await mixed(t, survey)
  expect(rows.length).toBe(12)
  expect(rows[0]).toMatchObject({ channel: 'import', answers: { needs: ['clinic', 'lift'] } })
  const steps = must(await he.call(listSteps, { id: survey })).items
  expect(steps.filter(({ step }) => step === 'imported').length).toBe(2)
  expect(steps[0]?.by).not.toBeNull()
})

test('nobody else takes answers in, nothing unreadable is, and after the close nothing', async () => {
  const asked = { id: survey, ...file(gridName()), mapping: await mapped() }
  for (const login of ['liu', 'xu'])
    expect(await (await t.as(login)).call(contract.previewAnswers, asked)).toMatchObject({
      refusal: 'not_yours',
    })
  const old = Buffer.from('d0cf11e0a1b11ae1', 'hex').toString('base64')
  expect(await he.call(contract.previewAnswers, { ...asked, content: old })).toMatchObject({
    refusal: 'unreadable_file',
  })
  const lost = { ...asked.mapping, id: '编号' }
  const without = { commandId: id(), ...asked, mapping: lost }
  expect(await he.call(contract.importAnswers, without)).toMatchObject({
    refusal: 'column_missing',
  })
  const strange = { ...asked.mapping, questions: { nothing: { column: '序号' } } }
  expect(
    await he.call(contract.importAnswers, { commandId: id(), ...asked, mapping: strange }),
  ).toMatchObject({ refusal: 'unknown_question' })
  must(await he.call(closeSurvey, { commandId: id(), id: survey, reason: '够了' }))
  expect(await he.call(contract.importAnswers, { commandId: id(), ...asked })).toMatchObject({
    refusal: 'not_open',
  })
})
