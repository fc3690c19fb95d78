// What a phone without a line may show: one row for each step a grid worker takes and what stands open after it.
import { expect, test } from 'vitest'
import type { State } from './case.ts'
import { type Move, moveRules } from './moves.ts'
import { afterPending, fieldMoves, openIn } from './pending.ts'

const not = 'not_possible_now'
const view = (state: State) => ({
  state,
  moves: [
    { move: 'acceptDuty', why: state === 'DISPATCHED' ? null : not },
    { move: 'handle', why: state === 'HANDLING' ? null : not },
    { move: 'return', why: null },
    { move: 'contact', why: 'not_yours' },
    { move: 'note', why: null },
  ] as { move: Move; why: string | null }[],
})
const open = (shown: { moves: { move: Move; why: string | null }[] }) =>
  shown.moves.filter(({ why }) => why === null).map(({ move }) => move)

test.each<[State, Move[], State, Move[]]>([
  ['DISPATCHED', [], 'DISPATCHED', ['acceptDuty', 'return', 'note']],
  ['DISPATCHED', ['acceptDuty'], 'HANDLING', ['handle', 'return', 'note']],
  ['DISPATCHED', ['acceptDuty', 'handle'], 'HANDLED', ['note']],
  ['HANDLING', ['note'], 'HANDLING', ['handle', 'return', 'note']],
  ['HANDLING', ['handle'], 'HANDLED', ['note']],
  ['HANDLING', ['return'], 'RETURNED', ['note']],
  ['HANDLING', ['handle', 'note'], 'HANDLED', ['note']],
])('%s, then %j waits: shown as %s with %j open', (from, steps, to, doors) => {
  const shown = afterPending(view(from), steps)
  expect([shown.state, open(shown)]).toEqual([to, doors])
})

test('what is shut for the person stays shut, whatever waits', () => {
  const shown = afterPending(view('DISPATCHED'), ['acceptDuty'])
  expect(shown.moves.find(({ move }) => move === 'contact')?.why).toBe('not_yours')
})

test('with nothing waiting the view itself is shown, untouched', () => {
  const one = view('HANDLING')
  expect(afterPending(one, [])).toBe(one)
})

test.each(Object.entries(openIn))(
  'in %s the phone opens what the table of moves opens',
  (state, open) => {
    const ruled = fieldMoves.filter((move) => moveRules[move].from.includes(state as State))
    expect([...open].toSorted()).toEqual(ruled.toSorted())
  },
)
