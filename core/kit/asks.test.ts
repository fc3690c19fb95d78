import { expect, test } from 'vitest'
import { houseOf, longest, mostOf, waitSeconds } from './asks.ts'
import { addSeconds } from './time.ts'

const now = '2026-03-02T12:00:00Z'
const ago = (...seconds: number[]) => seconds.map((each) => addSeconds(now, -each))
const limits = [
  { most: 1, inSeconds: 60 },
  { most: 3, inSeconds: 3600 },
]

test.each<[string, string[], number]>([
  ['never before', [], 0],
  ['ten seconds ago', ago(10), 50],
  ['a minute ago to the second', ago(60), 0],
  ['a minute ago, less a moment', ago(59.5), 1],
  ['twice within the hour', ago(61, 1000), 0],
  ['three times within the hour', ago(61, 1000, 3000), 600],
  ['in any order', ago(3000, 61, 1000), 600],
  ['long ago, often', ago(3601, 4000, 5000, 6000), 0],
])('%s', (_, before, expected) => {
  expect(waitSeconds(before, limits, now)).toBe(expected)
})

test('no limit, no waiting; the longest and the largest tell how much must be known', () => {
  expect(waitSeconds(ago(1), [], now)).toBe(0)
  expect([longest(limits), mostOf(limits)]).toEqual([3600, 3])
})

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:DB8:1:2::6', '2001:db8:1:2'],
  ['2001:db8::6', '2001:db8:0:0'],
  ['2001:0db8::6', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
])('%s is of the house %s', (address, expected) => {
  expect(houseOf(address)).toBe(expected)
})
