// Who counts as being in a case: the others, once each, and only for seconds.
import { expect, test } from 'vitest'
import { beatSeconds, forgottenAfterSeconds, type Here, othersIn } from './presence.ts'

const now = '2026-03-03T01:00:20.000Z'
const here = (personId: string, more: Partial<Here> = {}): Here => ({
  tab: `${personId}-1`,
  personId,
  name: personId,
  post: { zh: '值班员', en: 'duty officer' },
  doing: null,
  at: now,
  ...more,
})
const shown = (all: Here[], me = 'me') =>
  othersIn(all, me, now).map(({ name, doing }) => `${name} ${doing ?? 'reads'}`)

test.each<[string, Here[], string[]]>([
  ['alone', [here('me'), here('me', { tab: 'me-2' })], []],
  ['a colleague who reads', [here('me'), here('chen')], ['chen reads']],
  [
    'two tabs are one colleague, who is where the form is open',
    [here('chen'), here('chen', { tab: 'chen-2', doing: 'dispatch' })],
    ['chen dispatch'],
  ],
  [
    'in whichever order they opened them',
    [here('chen', { doing: 'dispatch' }), here('chen', { tab: 'chen-2' })],
    ['chen dispatch'],
  ],
  [
    'who acts stands before who reads',
    [here('he'), here('wu', { doing: 'accept' })],
    ['wu accept', 'he reads'],
  ],
  [
    'who was last heard of just now',
    [here('chen', { at: '2026-03-03T01:00:00.001Z' })],
    ['chen reads'],
  ],
  ['who fell silent is gone', [here('chen', { at: '2026-03-03T01:00:00.000Z' })], []],
])('%s', (_name, all, answer) => {
  expect(shown(all)).toEqual(answer)
})

test('one lost message makes nobody vanish', () => {
  expect(forgottenAfterSeconds).toBeGreaterThan(2 * beatSeconds)
})

test('what others get names no person’s id and no time', () => {
  expect(Object.keys(othersIn([here('chen')], 'me', now)[0] ?? {})).toEqual([
    'name',
    'post',
    'doing',
  ])
})
