import { expect, test } from 'vitest'
import type { Labelled } from './sample.ts'
import { learn, learnFromSeeds, withinBounds } from './learn.ts'
import { suggestFor } from './model.ts'
import { fitTemperature, measure } from './measure.ts'
import { seedsOf } from './seeds.ts'
import { termsOf } from './terms.ts'
import { readModel, writeModel } from './written.ts'

/** Cuts as a dictionary of a few words would; everything else sign by sign. */
const known = ['路灯', '不亮', '井盖', '垃圾', '没人收', '楼道', '漏水', '台阶']
function segment(text: string): string[] {
  const pattern = new RegExp(`${known.join('|')}|[a-z]+|[^]`, 'gu')
  return text.match(pattern) ?? []
}

const seeds: Labelled[] = [
  { category: 'lamp', text: '路灯。灯不亮' },
  { category: 'cover', text: '井盖' },
  { category: 'waste', text: '垃圾' },
]

test.each([
  ['路灯不亮', ['路灯', '不亮', '~路灯', '~灯不', '~不亮']],
  ['2栋路灯', ['路灯', '~栋路', '~路灯']],
  ['１３９００００１１１１', []],
  ['Street light out', ['street', 'light', 'street+light', 'out', 'light+out']],
  ['灯', []],
])('%s is counted by its words, and no number counts', (text, terms) => {
  expect(termsOf(text, segment)).toEqual(terms)
})

test('before anything was confirmed the pack’s words speak, and say which', () => {
  const model = learnFromSeeds(seeds, segment)
  const [first] = suggestFor(model, '台阶边上的路灯不亮', segment)
  expect(first).toMatchObject({ category: 'lamp', because: ['路灯', '不亮'] })
  expect(suggestFor(model, '谢谢', segment)).toEqual([])
})

/** Fifty people each: what they say is mixed with where they say it. */
function said(category: string, words: string[]): Labelled[] {
  return Array.from({ length: 50 }, (_, i) => ({
    category,
    text: `${i % 2 === 0 ? '楼道' : '台阶'}${words[i % words.length]}`,
    matter: `${category} ${i}`,
  }))
}
const confirmed = [
  ...said('lamp', ['路灯不亮', '黑得看不见', '灯泡坏了']),
  ...said('leak', ['漏水', '顶上滴水', '水管破了']),
  ...said('waste', ['垃圾没人收', '臭得很']),
]

test('what people here say for it is learned, though the pack never names it', () => {
  const { model, measured } = learn(confirmed, seeds, segment)
  const ask = '楼道黑得很，看不见'
  expect(suggestFor(learnFromSeeds(seeds, segment), ask, segment)).toEqual([])
  expect(suggestFor(model, ask, segment)[0]?.category).toBe('lamp')
  expect(measured).toMatchObject({ texts: 150, categories: 3 })
  expect(measured.first).toBeGreaterThan(140)
  expect(measured.seedsAlone).toBeLessThan(measured.first)
  const all = measured.byCategory.reduce((sum, { texts }) => sum + texts, 0)
  expect(all).toBe(150)
})

test('chances of all categories make one, and a category no longer in use gets none', () => {
  const { model } = learn(confirmed, seeds, segment)
  const all = suggestFor(model, '楼道滴水', segment, { most: 10 })
  expect(all.reduce((sum, { confidence }) => sum + confidence, 0)).toBeCloseTo(1)
  const without = suggestFor(model, '楼道滴水', segment, {
    most: 10,
    inUse: (code) => code !== 'leak',
  })
  expect(without.map(({ category }) => category)).not.toContain('leak')
  expect(without.reduce((sum, { confidence }) => sum + confidence, 0)).toBeCloseTo(1)
})

test('a second far behind is left out where that is asked for, the first never', () => {
  const { model } = learn(confirmed, seeds, segment)
  const all = suggestFor(model, '路灯不亮', segment)
  expect(all.length).toBe(3)
  const likely = suggestFor(model, '路灯不亮', segment, { least: 0.5 })
  expect(likely).toEqual(all.slice(0, 1))
})

test('a word that fewer than three texts share is not kept: it may be a name', () => {
  const named = confirmed.map((one, i) => (i < 2 ? { ...one, text: `${one.text} zhangsan` } : one))
  const { model } = learn(named, seeds, segment)
  expect(model.vocabulary.at.has('zhangsan')).toBe(false)
  const third = named.map((one, i) => (i === 2 ? { ...one, text: `${one.text} zhangsan` } : one))
  expect(learn(third, seeds, segment).model.vocabulary.at.has('zhangsan')).toBe(true)
})

test('the same texts in another order give the same measurement', () => {
  const one = learn(confirmed, seeds, segment).measured
  const other = learn(confirmed.toReversed(), seeds, segment).measured
  expect(other.first).toBe(one.first)
  expect(other.byCategory).toEqual(one.byCategory)
})

test('where labels are thrown by dice, measuring shows it and confidence is low', () => {
  const categories = ['lamp', 'leak', 'waste']
  const noise = confirmed.map((one, i) => ({
    ...one,
    category: categories[(i * 7 + Math.floor(i / 5)) % 3] ?? '',
  }))
  const { model, measured } = learn(noise, seeds, segment)
  expect(measured.first / measured.texts).toBeLessThan(0.55)
  expect(suggestFor(model, '楼道漏水', segment)[0]?.confidence).toBeLessThan(0.7)
})

test('confidence is drawn to how often it was right', () => {
  // Ten scores far apart, and right in seven of ten: said with certainty it would be wrong three times.
  const judged = Array.from({ length: 100 }, (_, i) => ({
    scores: Float32Array.from([8, 0]),
    truth: i % 10 < 7 ? 0 : 1,
    part: Math.floor(i / 20),
  }))
  expect(fitTemperature(judged)).toBeCloseTo(8 / Math.log(7 / 3), 1)
  const measured = measure(judged, { categories: ['a', 'b'], coldRight: 0 })
  expect(measured.calibrationError).toBeLessThan(0.02)
  expect(measured.mixed).toEqual([{ was: 'b', called: 'a', times: 30 }])
  expect(measured.byCategory[0]).toEqual({ category: 'a', texts: 70, called: 100, right: 70 })
})

test('a model written down and read again says the same', () => {
  const { model, measured } = learn(confirmed, seeds, segment)
  const read = readModel(JSON.parse(JSON.stringify(writeModel(model, measured))))
  expect(read.ok).toBe(true)
  if (!read.ok) return
  const [was] = suggestFor(model, '台阶上垃圾臭', segment)
  const [is] = suggestFor(read.value.model, '台阶上垃圾臭', segment)
  expect(is?.category).toBe(was?.category)
  expect(is?.because).toEqual(was?.because)
  expect(is?.confidence).toBeCloseTo(was?.confidence ?? 0, 2)
})

test.each([
  ['nothing', null],
  ['another file', { categories: [] }],
  ['a category that is not there', { category: [99] }],
  ['fewer weights than entries', { weight: [] }],
])('%s is not taken for a model', (_, broken) => {
  const { model, measured } = learn(confirmed, seeds, segment)
  const written = writeModel(model, measured)
  const given =
    broken === null || !('categories' in broken && broken.categories.length === 0)
      ? broken && { ...written, ...broken }
      : broken
  expect(readModel(given)).toEqual({ ok: false, refusal: 'not_a_model' })
})

test('headings of the pack are no suggestions', () => {
  const filing = { zh: '', en: '' }
  const one = { keywords: [], filing, zh: '灯', en: 'lamp' }
  const seeded = seedsOf([
    { ...one, code: 'P01', parent: null },
    { ...one, code: 'P01-1', parent: 'P01' },
  ])
  expect(seeded.map(({ category }) => category)).toEqual(['P01-1'])
})

test.each([
  [100, 10, 100],
  [30_000, 10, 20_000],
  [20_000, 10_000, 6666],
])('%i texts of %i signs: %i are learned from, from first to last', (many, signs, learned) => {
  const texts = Array.from({ length: many }, (_, i) => ({
    text: '灯'.repeat(signs),
    category: `${i}`,
  }))
  const kept = withinBounds(texts)
  expect(kept.length).toBe(learned)
  expect(Number(kept[0]?.category)).toBeLessThan(4)
  expect(Number(kept.at(-1)?.category)).toBeGreaterThan(many - 4)
})
