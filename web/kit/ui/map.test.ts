import { expect, test } from 'vitest'
import { classLabels, classOf, naturalBreaks } from './map-classes.ts'
import { frameFor, neighbour, placeOf } from './map-geometry.ts'

test('few values are their own classes, zero is none', () => {
  const lows = naturalBreaks([0, 1, 1, 2, 3, 5])
  expect(lows).toEqual([1, 2, 3, 5])
  expect([0, 1, 2, 3, 5, 9].map((n) => classOf(n, lows))).toEqual([0, 1, 2, 4, 5, 5])
})

test('many values fall apart where the gaps are', () => {
  const lows = naturalBreaks([1, 2, 2, 10, 11, 12, 30, 31, 50, 52, 90, 91])
  expect(lows).toEqual([1, 10, 30, 50, 90])
  expect(classLabels(lows).map(({ from, to }) => [from, to])).toEqual([
    [1, 9],
    [10, 29],
    [30, 49],
    [50, 89],
    [90, null],
  ])
})

test('a label stands inside even a bent shape', () => {
  const bent = [
    [106, 29],
    [106.03, 29],
    [106.03, 29.01],
    [106.01, 29.01],
    [106.01, 29.03],
    [106, 29.03],
    [106, 29],
  ] as const
  const frame = frameFor([bent], 400, 400)
  const { point } = placeOf([bent], frame)
  const corner = frame.project([106.01, 29.01])
  expect(point.x < corner.x || point.y > corner.y).toBe(true)
})

test('arrows go to the neighbour ahead, and nowhere at the border', () => {
  const spots = [
    { key: 'east', point: { x: 50, y: 2 } },
    { key: 'far east', point: { x: 90, y: 0 } },
    { key: 'north', point: { x: 3, y: -40 } },
  ]
  expect(neighbour({ x: 0, y: 0 }, spots, 'ArrowRight')?.key).toBe('east')
  expect(neighbour({ x: 0, y: 0 }, spots, 'ArrowUp')?.key).toBe('north')
  expect(neighbour({ x: 0, y: 0 }, spots, 'ArrowLeft')).toBeNull()
})
