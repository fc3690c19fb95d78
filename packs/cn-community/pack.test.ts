import { expect, test } from 'vitest'
import { faultsOfPack } from '#core/places/category.ts'
import { categories, leafCategories } from './categories.ts'

test('the pack is sound and large enough to be useful', () => {
  expect(faultsOfPack(categories)).toEqual([])
  expect(leafCategories().length).toBeGreaterThanOrEqual(70)
  expect(new Set(categories.map((each) => each.zh)).size).toBe(categories.length)
  expect(new Set(categories.map((each) => each.en)).size).toBe(categories.length)
})

test('things and states are proved by a photo at the place, after dispatch; talks by words', () => {
  const lamp = categories.find((each) => each.code === 'P01-37-2')
  expect(lamp?.evidence).toMatchObject({
    photoAfter: true,
    placeWithinM: 50,
    takenAfterDispatch: true,
  })
  const quarrel = categories.find((each) => each.code === 'C01-01')
  expect(quarrel?.evidence).toMatchObject({ text: true, photoAfter: false, placeWithinM: null })
})

test('private matters, quarrels and people in need are never public', () => {
  const hidden = leafCategories().filter((each) => !each.openToPublic)
  for (const code of ['C01-01', 'C03-01', 'C03-02', 'C06-01', 'C06-03'])
    expect(hidden.map((each) => each.code)).toContain(code)
  expect(hidden.filter((each) => each.class !== 'C')).toEqual([])
})

test('urgent is kept for danger', () => {
  const urgent = leafCategories().filter((each) => each.urgent)
  expect(urgent.length).toBeGreaterThan(5)
  expect(urgent.length).toBeLessThan(15)
  expect(urgent.every((each) => each.limit?.kind.startsWith('URGENT'))).toBe(true)
})

test('every condition is said in both languages, with full Chinese punctuation', () => {
  for (const each of categories) {
    for (const words of [each.filing, each.closing]) {
      expect(words.zh).toMatch(/^[\u4e00-\u9fff、，；。“”]+$/)
      expect(words.en).toMatch(/^[A-Z]/)
    }
  }
})
