// 9:17 to 12:00 and 14:00 to 15:00 stand free: a loan begins at half hours and never reaches over the gap.
import { expect, test } from 'vitest'
import { clockOf, endsAfter, freeOf, startsIn } from './free-times.ts'

const line = (from: string, to: string) => ({ roomId: 'hall', day: '2026-11-24', from, to })
const free = freeOf(
  [
    line('2026-11-24T01:17:00Z', '2026-11-24T04:00:00Z'),
    line('2026-11-24T06:00:00Z', '2026-11-24T07:00:00Z'),
    { ...line('2026-11-24T01:00:00Z', '2026-11-24T16:00:00Z'), roomId: 'other' },
  ],
  'hall',
  '2026-11-24',
  'Asia/Shanghai',
)

test.each([
  ['begin', startsIn(free), ['09:30', '10:00', '10:30', '11:00', '11:30', '14:00', '14:30']],
  ['end after 10:30', endsAfter(free, 630), ['11:00', '11:30', '12:00']],
  ['end after 14:30', endsAfter(free, 870), ['15:00']],
  ['end after noon, which is taken', endsAfter(free, 720), []],
])('it may %s', (_what, minutes, said) => expect(minutes.map(clockOf)).toEqual(said))

test('what is free to midnight ends at 24:00', () => {
  const late = freeOf(
    [line('2026-11-24T14:00:00Z', '2026-11-24T16:00:00Z')],
    'hall',
    '2026-11-24',
    'Asia/Shanghai',
  )
  expect(endsAfter(late, 1380).map(clockOf)).toEqual(['23:30', '24:00'])
})
