import { expect, test } from 'vitest'
import { spokenSpan } from './spoken-span.ts'

test.each([
  ['08:00', '12:00', '上午 8 点到 12 点'],
  ['14:00', '18:00', '下午 2 点到 6 点'],
  ['09:00', '21:30', '上午 9 点到晚上 9 点半'],
])('from %s to %s is said as people say it', (from, to, said) => {
  expect(spokenSpan(from, to)).toBe(said)
})
