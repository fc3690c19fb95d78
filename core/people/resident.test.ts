import { describe, expect, test } from 'vitest'
import { waitSeconds } from '#core/kit/asks.ts'
import { addSeconds } from '#core/kit/time.ts'
import {
  type Code,
  codeTyped,
  codesPerAddress,
  codesPerPhone,
  isGood,
  isOngoing,
  residentPhone,
} from './resident.ts'

const now = '2026-03-02T12:00:00Z'
const fresh: Code = { expiresAt: '2026-03-02T12:05:00Z', tries: 0, usedAt: null }

describe('a code is good', () => {
  test.each<[string, Partial<Code>, boolean]>([
    ['fresh', {}, true],
    ['tried four times', { tries: 4 }, true],
    ['tried five times', { tries: 5 }, false],
    ['at the end of its five minutes', { expiresAt: now }, false],
    ['used', { usedAt: '2026-03-02T11:59:00Z' }, false],
  ])('%s: %s', (_, change, expected) => {
    expect(isGood({ ...fresh, ...change }, now)).toBe(expected)
  })
})

describe('what is typed', () => {
  test.each<[string, string | null]>([
    ['407293', '407293'],
    [' 407 293 ', '407293'],
    ['４０７２９３', '407293'],
    ['40729', null],
    ['4072930', null],
    ['40729a', null],
  ])('code %j → %s', (typed, expected) => {
    expect(codeTyped(typed)).toBe(expected)
  })
  test.each<[string, string | null]>([
    ['139 0000 1111', '13900001111'],
    ['+86 13900001111', '13900001111'],
    ['１３９００００１１１１', '13900001111'],
    ['+44 7700 900123', '447700900123'],
    ['12345', null],
    ['139', null],
    ['wang', null],
  ])('number %j → %s', (typed, expected) => {
    expect(residentPhone(typed)).toBe(expected)
  })
})

describe('how often', () => {
  const after = (...seconds: number[]) => seconds.map((each) => addSeconds(now, -each))
  test('a number gets one code a minute, five an hour, ten a day', () => {
    expect(waitSeconds(after(20), codesPerPhone, now)).toBe(40)
    expect(waitSeconds(after(70, 140, 210, 280, 350), codesPerPhone, now)).toBe(3250)
    const spread = Array.from({ length: 10 }, (_, i) => 4000 * (i + 1))
    expect(waitSeconds(after(...spread), codesPerPhone, now)).toBe(86_400 - 40_000)
  })
  test('an address asks for a house, not for a town', () => {
    expect(waitSeconds(after(1, 2, 3, 4, 5, 6, 7, 8, 9), codesPerAddress, now)).toBe(0)
    expect(waitSeconds(after(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), codesPerAddress, now)).toBe(590)
  })
})

test.each([
  ['yesterday', '2026-03-01T12:00:00Z', '2026-05-01T00:00:00Z', true],
  ['thirty days ago', '2026-01-31T12:00:00Z', '2026-05-01T00:00:00Z', false],
  ['its ninety days over', '2026-03-02T11:00:00Z', now, false],
])('a visit last seen %s goes on: %s', (_, lastSeenAt, expiresAt, expected) => {
  expect(isOngoing({ lastSeenAt, expiresAt }, now)).toBe(expected)
})
