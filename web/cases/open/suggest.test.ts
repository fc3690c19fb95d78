// What a sentence sounds like, in either tongue.
import { expect, test } from 'vitest'
import { categories } from '../../../packs/cn-community/categories.ts'
import { type Category, suggest } from './suggest.ts'

const all = categories as unknown as Category[]

test.each([
  ['The lift is stuck on the sixth floor', 'Lift stopped or making noise'],
  ['a litter bin by the gate is broken', 'Litter bin broken'],
  ['there is a smell of gas, perhaps a leak', 'Gas leak'],
  ['三单元电梯停在六楼', 'Lift stopped or making noise'],
])('“%s” sounds like %s', (said, kind) => {
  expect(suggest(said, all)[0]?.en).toBe(kind)
})

test('small words alone sound like nothing', () => {
  expect(suggest('the one over there is not for us', all)).toEqual([])
})
