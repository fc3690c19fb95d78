import { describe, expect, test } from 'vitest'
import { fillTemplate, fitting, unknownPlaceholders, whyCannotKeep } from './templates.ts'

const values = {
  number: '500108106003-26-00001',
  category: '路灯不亮',
  due: '3月5日 18:00',
  unit: '照明中心',
  place: '同景 · 第 1 网格',
  community: '同景社区',
  today: '3月3日',
  phone: null,
}

test.each([
  [
    '您反映的{类别}由{单位}办理，{时限}前答复。',
    '您反映的路灯不亮由照明中心办理，3月5日 18:00前答复。',
  ],
  ['Case {number}, {category}', 'Case 500108106003-26-00001, 路灯不亮'],
  ['请打{电话}', '请打……'],
  ['没有要填的', '没有要填的'],
])('%s', (words, filled) => {
  expect(fillTemplate(words, values)).toBe(filled)
})

test('the case’s own text is never read as a place to fill', () => {
  expect(fillTemplate('{类别}', { ...values, category: '{编号}' })).toBe('{编号}')
})

test.each([
  ['{编号}{ 时限 }{unit}', []],
  ['{反映人}', ['{反映人}']],
  ['{}', ['{}']],
  ['{编号', ['{']],
  ['编号}', ['}']],
  ['{{编号}}', ['{']],
])('unknown in %s', (words, unknown) => {
  expect(unknownPlaceholders(words)).toEqual(unknown)
})

test.each([
  [{ move: 'close', title: '修好了', words: '{类别}已修好。' }, null],
  [{ move: 'archive', title: '归档', words: '归档' }, 'unknown_move'],
  [{ move: 'close', title: ' ', words: '已修好' }, 'words_missing'],
  [{ move: 'close', title: '修好了', words: '{姓名}您好' }, 'unknown_placeholder'],
])('keeping %o', (input, why) => {
  expect(whyCannotKeep(input)).toBe(why)
})

describe('what is offered', () => {
  const all = [
    { title: 'a', move: 'close', category: null },
    { title: 'b', move: 'close', category: { code: 'E01' } },
    { title: 'c', move: 'close', category: { code: 'E' } },
    { title: 'd', move: 'return', category: null },
    { title: 'e', move: 'close', category: { code: 'E01-1' } },
  ]
  test.each([
    ['close', 'E01-11', 'bca'],
    ['close', 'E01-1', 'bcea'],
    ['close', 'P01', 'a'],
    ['return', 'E01', 'd'],
    ['triage', 'E01', ''],
  ])('%s of %s', (move, category, titles) => {
    expect(
      fitting(all, { move, category })
        .map((one) => one.title)
        .join(''),
    ).toBe(titles)
  })
})
