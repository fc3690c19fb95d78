// One row for each word a device may say about when it was.
import { expect, test } from 'vitest'
import { done, refused } from '../kit/result.ts'
import type { Change } from './change.ts'
import { madeAtOf, withMadeAt } from './made-at.ts'

const now = '2026-03-05T08:00:00Z'
const change = { file: {}, entries: [{ facts: { n: 1 } }, { facts: {} }] } as unknown as Change

const kept = (madeAt: unknown) => {
  const decided = withMadeAt(done(change), madeAt, now)
  return decided.ok ? decided.value.entries.map((entry) => madeAtOf(entry)) : decided
}

test.each([
  ['an hour before it arrived', '2026-03-05T07:00:00.000Z', '2026-03-05T07:00:00Z'],
  ['with its own offset', '2026-03-05T15:00:00+08:00', '2026-03-05T07:00:00Z'],
  ['a minute before: the line', '2026-03-05T07:59:00Z', null],
  ['to come: its clock is wrong', '2026-03-05T09:00:00Z', null],
  ['years ago: its clock is wrong', '1970-01-01T00:00:00Z', null],
  ['no instant', 'gestern', null],
  ['nothing', undefined, null],
])('%s', (_, madeAt, told) => expect(kept(madeAt)).toEqual([told, told]))

test('what else an entry says stays, and a refusal stays one', () => {
  const decided = withMadeAt(done(change), '2026-03-05T07:00:00Z', now)
  expect(decided.ok && decided.value.entries[0]?.facts).toMatchObject({ n: 1 })
  expect(withMadeAt(refused('not_yours'), '2026-03-05T07:00:00Z', now)).toEqual(
    refused('not_yours'),
  )
})
