// Free texts: grouped by their words, masked before anybody reads them.
import { expect, test } from 'vitest'
import { masked } from './masking.ts'
import { examplesOf, groupTexts, withEdits } from './topics.ts'

test.each([
  ['打我电话13800138000', '打我电话〔号码〕'],
  ['座机 023-62801234 没人接', '座机 〔号码〕 没人接'],
  ['身份证500108195001011234', '身份证〔证件号〕'],
  ['我住3栋2单元501室', '我住〔某户〕'],
  ['5-2-1201漏水', '〔某户〕漏水'],
  ['楼上王大妈太吵', '楼上〔某大妈〕太吵'],
  ['感谢陈医生', '感谢〔某医生〕'],
  ['小李经常来看我', '〔某人〕经常来看我'],
  ['车牌渝A12345乱停', '车牌〔车牌〕乱停'],
  ['加微信：abc_12345', '加〔号码〕'],
  ['写信到 someone@example.org', '写信到 〔邮箱〕'],
  ['希望小区装电梯，2026年前完成', '希望小区装电梯，2026年前完成'],
])('%s', (text, shown) => expect(masked(text)).toBe(shown))

const lift = Array.from({ length: 12 }, (_, i) => ['电梯', '老人', `词${i}`])
const food = Array.from({ length: 15 }, (_, i) => ['食堂', '吃饭', `话${i}`])
const few = [['停车'], ['停车'], ['树']]

test('words that come together make a topic, and a word of few makes none', () => {
  const { topics, rest } = groupTexts([...lift, ...food, ...few], 10)
  expect(topics.map(({ words }) => words.slice(0, 2))).toEqual([
    ['吃饭', '食堂'],
    ['电梯', '老人'],
  ])
  expect(topics.map(({ texts }) => texts.length)).toEqual([15, 12])
  expect(rest).toHaveLength(3)
})

test('what staff named, joined and hid stands on top of what was counted', () => {
  const { topics } = groupTexts([...lift, ...food, ...few], 10)
  const edited = withEdits(topics, [
    { topic: topics[1]!.topic, name: null, into: topics[0]!.topic, hidden: false },
    { topic: topics[0]!.topic, name: '生活便利', into: null, hidden: true },
  ])
  expect(edited).toHaveLength(1)
  const joined = [topics[1]!.topic]
  expect(edited[0]).toMatchObject({ name: '生活便利', hidden: true, joined })
  expect(edited[0]!.texts).toHaveLength(27)
})

test('two topics put into each other do not vanish', () => {
  const { topics } = groupTexts([...lift, ...food, ...few], 10)
  const [a, b] = topics.map(({ topic }) => topic)
  const edits = [
    { topic: a!, name: null, into: b!, hidden: false },
    { topic: b!, name: null, into: a!, hidden: false },
  ]
  const all = withEdits(topics, edits).flatMap(({ texts }) => texts)
  expect(all.toSorted((x, y) => x - y)).toEqual([...Array.from({ length: 27 }).keys()])
})

test('examples are masked, and whole ones come before them', () => {
  const texts = ['电梯坏了找13800138000', '老人要电梯，爬不动', '短']
  const examples = examplesOf({ topic: '电梯', words: [], texts: [0, 1, 2] }, texts)
  expect(examples).toEqual(['老人要电梯，爬不动', '电梯坏了找〔号码〕'])
})
