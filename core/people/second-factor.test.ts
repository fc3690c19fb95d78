import { describe, expect, test } from 'vitest'
import type { Role } from './roles.ts'
import { isFreshStep, kindOfCode, needsSecondFactor } from './second-factor.ts'

const holds = (role: Role, areaPath: string) => [{ role, areaPath }]
/** The city demands it of its administrators, one street of its dispatchers too. */
const rolesAt = (path: string): unknown =>
  path.startsWith('/1/15/') ? ['systemAdmin', 'streetDispatcher'] : ['systemAdmin']

describe('who needs a second factor', () => {
  test.each<[string, { role: Role; areaPath: string }[], boolean]>([
    ['an administrator', holds('systemAdmin', '/1/'), true],
    ['a dispatcher of the street that demands it', holds('streetDispatcher', '/1/15/'), true],
    ['a dispatcher of another street', holds('streetDispatcher', '/1/16/'), false],
    ['a grid worker', holds('gridWorker', '/1/15/230/'), false],
    ['nobody without a role', [], false],
    [
      'whoever holds it beside a role that does not',
      [...holds('gridWorker', '/1/16/9/'), ...holds('streetDispatcher', '/1/15/')],
      true,
    ],
  ])('%s', (_, grants, expected) => {
    expect(needsSecondFactor(grants, rolesAt)).toBe(expected)
  })
  test('where no rule was set, nobody', () => {
    expect(needsSecondFactor(holds('systemAdmin', '/1/'), () => undefined)).toBe(false)
  })
})

describe('what was typed', () => {
  test.each([
    ['287 082', { kind: 'totp', code: '287082' }],
    ['287082', { kind: 'totp', code: '287082' }],
    ['abcd-efgh-jkmn', { kind: 'recovery', code: 'ABCDEFGHJKMN' }],
    ['28708', null],
    ['2870821', null],
    ['abcd-efgh-jkm0', null],
    ['', null],
  ])('%s', (typed, expected) => {
    expect(kindOfCode(typed)).toEqual(expected)
  })
})

test.each([
  [10, null, true],
  [10, 9, true],
  [10, 10, false],
  [9, 10, false],
])('step %i after %s is fresh: %s', (step, last, fresh) => {
  expect(isFreshStep(step, last)).toBe(fresh)
})
