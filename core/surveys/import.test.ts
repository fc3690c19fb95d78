import { expect, test } from 'vitest'
import { question, questionnaire, words } from './blank.ts'
import {
  type AnswerMapping,
  type ImportCell,
  headingsOf,
  readSheetRow,
  strangeQuestions,
} from './import.ts'

const options = [
  { code: 'good', label: words('很好', 'Good') },
  { code: 'fair', label: words('一般', 'Fair') },
  { code: 'bad', label: words('不好', 'Poor') },
]
const form = questionnaire([
  question('clean', 'single', { options }),
  question('wants', 'multiple', { options }),
  question('order', 'ranking', { options }),
  question('rows', 'matrix', { options, rows: [{ code: 'r1', label: words('门岗') }] }),
  question('age', 'number'),
  question('day', 'date'),
  question('say', 'longText'),
  question('look', 'photo'),
])
const read = (questions: AnswerMapping['questions'], cells: Record<string, ImportCell>) =>
  readSheetRow({ mapping: { questions }, questionnaire: form, cell: (name) => cells[name] ?? null })

test.each<[string, AnswerMapping['questions'], Record<string, ImportCell>, unknown]>([
  ['a label', { clean: { column: 'q' } }, { q: '很好' }, { clean: 'good' }],
  ['a numbered label', { clean: { column: 'q' } }, { q: ' 2、一 般 ' }, { clean: 'fair' }],
  ['English', { clean: { column: 'q' } }, { q: 'POOR' }, { clean: 'bad' }],
  ['a code', { clean: { column: 'q' } }, { q: 'bad' }, { clean: 'bad' }],
  [
    'a number by the mapping',
    { clean: { column: 'q', values: { 3: 'bad' } } },
    { q: 3 },
    { clean: 'bad' },
  ],
  ['nothing', { clean: { column: 'q' } }, { q: '(跳过)' }, {}],
  ['many in a cell', { wants: { column: 'q' } }, { q: '很好┋不好' }, { wants: ['good', 'bad'] }],
  [
    'a separator of its own',
    { wants: { column: 'q', separator: '/' } },
    { q: 'Good/Fair' },
    { wants: ['good', 'fair'] },
  ],
  [
    'a column an option',
    { wants: { columns: { good: 'a', fair: 'b', bad: 'c' } } },
    { a: 1, b: 0, c: '选中' },
    { wants: ['good', 'bad'] },
  ],
  ['ranks', { order: { ranks: ['a', 'b'] } }, { a: '不好', b: '很好' }, { order: ['bad', 'good'] }],
  ['ranks in a cell', { order: { column: 'q' } }, { q: '不好→很好' }, { order: ['bad', 'good'] }],
  ['rows', { rows: { columns: { r1: 'a' } } }, { a: '一般' }, { rows: { r1: 'fair' } }],
  ['a figure with its unit', { age: { column: 'q' } }, { q: '６８岁' }, { age: 68 }],
  [
    'a day as people write it',
    { day: { column: 'q' } },
    { q: '2026年3月5日' },
    { day: '2026-03-05' },
  ],
  ['words', { say: { column: 'q' } }, { q: '路灯暗' }, { say: '路灯暗' }],
])('reads %s', (_name, questions, cells, answers) => {
  expect(read(questions, cells)).toMatchObject({ answers })
})

test('what cannot be read is named', () => {
  expect(read({ clean: { column: 'q' } }, { q: '极好' })).toEqual({
    fault: 'value_unknown',
    about: 'clean: 极好',
  })
  expect(read({ age: { column: 'q' } }, { q: '很老' })).toMatchObject({
    fault: 'number_unreadable',
  })
  expect(read({ day: { column: 'q' } }, { q: '2026-02-31' })).toMatchObject({
    fault: 'day_unreadable',
  })
})

test('headings are found however they are spaced, and the missing are named', () => {
  const mapping = {
    id: '序号',
    questions: { clean: { column: '1、小区清洁？' }, say: { column: '没有' } },
  }
  const { found, missing } = headingsOf(mapping, ['\uFEFF序号', '1、小区 清洁？\n'])
  expect([...found.values()]).toEqual([0, 1])
  expect(missing).toEqual(['没有'])
  expect(strangeQuestions({ questions: { nope: {}, look: {}, say: {} } }, form)).toEqual([
    'nope',
    'look',
  ])
})
