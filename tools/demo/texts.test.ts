import { expect, test } from 'vitest'
import { sources } from '#core/cases/case.ts'
import { leafCategories } from '../../packs/cn-community/categories.ts'
import { dice } from './dice.ts'
import { grow } from './grammar.ts'
import { handlingNote, remark } from './remarks.ts'
import { phrasesOf, report } from './reports.ts'
import { surroundingsOf } from './whereabouts.ts'

const categories = leafCategories().filter((each) => each.code !== 'C99')
const communities = Array.from({ length: 150 }, (_, i) => ({
  code: `500108${String(i).padStart(6, '0')}`,
  name: `第${i}社区居民委员会`,
})).map(surroundingsOf)

function manyReports(count: number): string[] {
  const by = dice('variety')
  return Array.from({ length: count }, () => {
    const around = by.pick(communities)
    const on = { source: by.pick(sources), around, month: by.int(1, 12), hour: by.int(0, 23) }
    return report(by, { ...on, category: by.pick(categories).code }).text
  })
}

test('the same seed throws the same dice, another part throws others', () => {
  const throws = (seed: string) => {
    const by = dice(seed)
    return Array.from({ length: 5 }, () => by.next())
  }
  expect(throws('linli')).toEqual(throws('linli'))
  expect(throws('linli')).not.toEqual(throws('linli/other'))
  expect(Math.max(...throws('a'))).toBeLessThan(1)
})

test('every category has phrases of its own', () => {
  for (const { code } of categories) {
    const { what, so, ask, done } = phrasesOf(code)
    expect([code, what.length > 2, so.length > 1, ask.length > 1, done.length > 0]).toEqual([
      code,
      true,
      true,
      true,
      true,
    ])
  }
})

test('twenty thousand reports are hardly ever alike, and long and short', () => {
  const texts = manyReports(20_000)
  expect(new Set(texts).size / texts.length).toBeGreaterThan(0.97)
  const lengths = texts.map((each) => each.length).toSorted((a, b) => a - b)
  expect(lengths[1_000]).toBeLessThan(30)
  expect(lengths[19_000]).toBeGreaterThan(60)
  expect(Math.max(...lengths)).toBeLessThan(300)
  // Without the place, which alone would make them differ: the sentence frames differ too.
  expect(new Set(texts.map((each) => each.slice(-12))).size).toBeGreaterThan(4_000)
})

test('handling notes and reasons differ as well', () => {
  const by = dice('notes')
  const notes = Array.from({ length: 5_000 }, () => handlingNote(by, by.pick(categories).code))
  expect(new Set(notes).size / notes.length).toBeGreaterThan(0.7)
  const reasons = Array.from({ length: 300 }, () => remark(by, 'extensionReason'))
  expect(new Set(reasons).size).toBeGreaterThan(25)
})

test('nothing looks like a real person, a telephone or an unfinished phrase', () => {
  const by = dice('safety')
  const notes = Array.from({ length: 3_000 }, () => handlingNote(by, by.pick(categories).code))
  for (const text of [...manyReports(5_000), ...notes]) {
    expect(text).not.toMatch(/1[3-9]\d{9}|\d{17}[\dXx]|023-?\d{8}/)
    expect(text).not.toMatch(/[[\]{}<>|#]|undefined|，，|。。/)
    expect(text).not.toMatch(/(先生|女士)[一-龥]{2,3}(说|称)|身份证/)
    expect(text.length).toBeGreaterThan(6)
  }
})

test('a grammar chooses, counts and fills in', () => {
  const by = dice('grammar')
  expect(grow(by, '[甲|甲]<2-2>盏<2-2>楼#7-7#{x}', { x: '乙' })).toBe('甲两盏二楼7乙')
})
