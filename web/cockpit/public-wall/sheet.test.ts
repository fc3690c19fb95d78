import { expect, test } from 'vitest'
import { isBroken, isTooSmall, sheetFor, shiftAt } from './sheet.ts'

test.each([
  [1920, 1080, 'lying', 1],
  [3840, 2160, 'lying', 2],
  [1080, 1920, 'upright', 1],
  [2160, 3840, 'upright', 2],
  [1366, 768, 'lying', 768 / 1080],
  [1280, 1024, 'lying', 1280 / 1920],
  [1080, 1080, 'lying', 1080 / 1920],
] as const)('%i × %i: %s, scaled %f', (width, height, shape, zoom) => {
  const sheet = sheetFor(width, height)
  expect(sheet.shape).toBe(shape)
  expect(sheet.zoom).toBeCloseTo(zoom, 2)
  expect(sheet.width * sheet.zoom).toBeLessThanOrEqual(width + 0.01)
  expect(sheet.height * sheet.zoom).toBeLessThanOrEqual(height + 0.01)
})

test('a mobile is no wall, a small lift screen is one', () => {
  expect([isTooSmall(390, 844), isTooSmall(844, 390), isTooSmall(768, 1366)]).toEqual([
    true,
    true,
    false,
  ])
})

test('each hour another place, never further than two, the same for all screens, also before 1970', () => {
  const places = Array.from({ length: 16 }, (_, n) =>
    shiftAt(new Date(n * 3_600_000).toISOString()).join(),
  )
  expect(new Set(places.slice(0, 8)).size).toBe(8)
  expect(places.slice(8)).toEqual(places.slice(0, 8))
  expect(shiftAt('2026-11-24T06:00:00Z')).toEqual(shiftAt('2026-11-24T06:59:59Z'))
  expect(shiftAt('1969-12-31T20:00:00Z').every((n) => Math.abs(n) <= 2)).toBe(true)
})

test.each([
  ['an answer just came', { failed: false, silentMs: 1_000, beatMs: 30_000 }, false],
  ['one beat was missed', { failed: false, silentMs: 45_000, beatMs: 30_000 }, false],
  ['nobody answers, nobody refuses', { failed: false, silentMs: 80_000, beatMs: 30_000 }, true],
  ['refused', { failed: true, silentMs: 0, beatMs: 30_000 }, true],
])('%s', (_, of, broken) => {
  expect(isBroken(of)).toBe(broken)
})
