import { expect, test } from 'vitest'
import { carriedFields, minutesOfTyping, perWorkerWeek, pressedMoves } from './burden.ts'
import { moves } from './move-names.ts'

const all = { words: true, address: true, point: true, photos: true, contact: true }
const nothing = { words: false, address: false, point: false, photos: false, contact: false }

test.each([
  ['everything that can go along', all, 7],
  ['number and kind always do', nothing, 2],
  ['what is not there cannot', { ...all, photos: false, contact: false }, 5],
] as const)('%s', (_why, carried, fields) => {
  expect(carriedFields(carried)).toBe(fields)
})

test.each([
  [{ typed: 70, workers: 10, days: 7 }, 7, 10],
  [{ typed: 70, workers: 10, days: 14 }, 3.5, 20],
  [{ typed: 70, workers: 3, days: 1 }, 175, 0.4],
  [{ typed: 0, workers: 10, days: 7 }, 0, 10],
  [{ typed: 5, workers: 0, days: 7 }, null, 0],
  [{ typed: 5, workers: 10, days: 0 }, null, 0],
] as const)('%o are %s a worker-week', (of, value, workerWeeks) => {
  expect(perWorkerWeek(of)).toEqual({ value, workerWeeks })
})

test.each([
  [0, 0],
  [30, 1],
  [45, 1.5],
  [100, 3.3],
])('%i characters take %d minutes', (characters, minutes) => {
  expect(minutesOfTyping(characters)).toBe(minutes)
})

test('what needs one press only is a move of the loop', () => {
  for (const move of pressedMoves) expect(moves).toContain(move)
})
