import { expect, test } from 'vitest'
import type { Role } from '#core/people/roles.ts'
import { besideFirst, besideWork, inOrderOf } from './acts-first.ts'
import type { Move } from './move-names.ts'

test.each([
  ['the commander of an urgent case calls units together', ['streetCommander'], true, 'whistle'],
  ['on any other day asks how it stands', ['streetCommander'], false, 'urge'],
  ['so does the secretary of a community', ['communitySecretary'], false, 'urge'],
  ['the dispatcher rings whoever reported it', ['streetDispatcher'], false, 'contact'],
  ['and calls for help when it is urgent', ['communityDuty'], true, 'whistle'],
  ['the grid worker rings, too', ['gridWorker'], true, 'contact'],
  ['who leads and handles is served as who leads', ['gridWorker', 'unitHead'], true, 'whistle'],
  ['the committee of supervision supervises', ['supervisionCommittee'], true, 'supervise'],
  ['a role without a post keeps the table', ['ruleKeeper'], true, 'waitForReporter'],
  ['and so does nobody', [], false, 'waitForReporter'],
] as const satisfies readonly (readonly [string, readonly Role[], boolean, Move])[])(
  '%s',
  (_why, roles, urgent, move) => {
    const order = besideFirst(roles, urgent)
    expect(order[0]).toBe(move)
    expect([...order].toSorted()).toEqual([...besideWork].toSorted())
  },
)

const acts = (...moves: Move[]) => moves.map((move) => ({ move }))

test('what the case waits for stays where it stood; only acts beside the work change places', () => {
  const before = acts('checkPass', 'waitForReporter', 'return', 'contact', 'whistle', 'note')
  const after = inOrderOf(before, besideFirst(['streetCommander'], true))
  expect(after.map(({ move }) => move)).toEqual([
    'checkPass',
    'whistle',
    'return',
    'contact',
    'waitForReporter',
    'note',
  ])
  expect(inOrderOf([], besideFirst([], true))).toEqual([])
})
