import { expect, test } from 'vitest'
import { categories as pack } from './categories.ts'
import type { Category } from '#core/places/category.ts'
import { basisOf, bodyLevel, leavesOf, promiseOf } from '#core/cases/flows.ts'
import { defaultLoopRules } from '#core/cases/rules.ts'

const all = new Map(pack.map((each) => [each.code, each]))
const of = (code: string): Category => all.get(code)!

test('every kind of the pack has a matter, a basis and a time; what is unsorted is no line of the board', () => {
  const leaves = leavesOf(all, 'C99')
  expect(leaves.map((each) => each.code)).not.toContain('C99')
  expect(leaves.filter((each) => basisOf(each, all) === null)).toEqual([])
  expect(new Set(leaves.map((each) => each.matter))).toEqual(new Set(['major', 'minor', 'private']))
})

test.each([
  ['a thing of the street', 'P01-37-2', /GB\/T 30428\.2/],
  ['an affair of the neighbours', 'C05-04', /居民委员会组织法/],
  ['a quarrel has a law of its own', 'C01-01', /人民调解法/],
  ['one’s own', 'C06-01', /民法典/],
])('%s', (_, code, law) => {
  expect(basisOf(of(code), all)?.zh).toMatch(law)
})

test('a loop of parents does not hang the board', () => {
  const odd = { ...of('C06-01'), code: 'X', parent: 'X' }
  delete odd.basis
  expect(basisOf(odd, new Map([['X', odd]]))).toBeNull()
})

const byTier: Category = { ...of('C05-04'), limit: null, urgent: false, tier: 'T2' }
test.each([
  ['the catalogue’s own', of('C05-04'), {}, 'catalogue', 3],
  ['set by the place for this kind', of('C05-04'), { 'C05-04': {} }, 'placeCategory', 3],
  ['the usual of its tier', byTier, {}, 'usual', 3],
])('whose time it is: %s', (_, category, categoryLimits, from, amount) => {
  const promise = promiseOf(category, defaultLoopRules, { categoryLimits, loop: undefined })
  expect(promise).toMatchObject({ from, limit: { amount } })
})

test('whose time it is: the tier’s, as the place set it; urgent by its own', () => {
  const loop = { handleByTier: { T2: { kind: 'WORK_DAY', amount: 4 } } }
  expect(promiseOf(byTier, defaultLoopRules, { categoryLimits: undefined, loop }).from).toBe(
    'placeTier',
  )
  const urgent = { ...byTier, urgent: true }
  expect(
    promiseOf(urgent, defaultLoopRules, { categoryLimits: undefined, loop: undefined }),
  ).toEqual({ limit: defaultLoopRules.handleUrgent, from: 'usual' })
})

test('what is one’s own is guided by the community', () => {
  expect(bodyLevel('private', 'T4')).toBe('community')
  expect(bodyLevel('major', 'T3')).toBe('street')
})
