import { describe, expect, test } from 'vitest'
import { type Loop, unitsAt } from './corners.ts'
import { type MicroGrid, microGoing } from './micro-carried.ts'

// In ten-millionths of a degree, as drawings are: two next grids side by side, on the ground of the one that ends.
const square = (x: number, width: number): Loop[] => [
  [
    [x, 0],
    [x + width, 0],
    [x + width, 100_000],
    [x, 100_000],
  ],
]
const unit = unitsAt(square(0, 200_000))
const grids = [
  { code: '011', loops: square(0, 100_000), taken: ['01103'] },
  { code: '012', loops: square(100_000, 100_000), taken: [] },
]
const heirs = new Map([['001', '012']])
const micro = (id: number, code: string, loops: readonly Loop[] | null): MicroGrid => ({
  id,
  code,
  grid: '001',
  loops,
})
const going = (...micros: MicroGrid[]) => microGoing(micros, { grids, heirs, unit })

describe('a micro-grid of a grid that ends', () => {
  test.each([
    [
      'whole in one goes along, its last digits too',
      micro(1, '00101', square(0, 40_000)),
      '01101',
      '011',
    ],
    ['whole in the other', micro(1, '00102', square(120_000, 40_000)), '01202', '012'],
    ['up to the new border', micro(1, '00101', square(60_000, 40_000)), '01101', '011'],
    ['a hair over it', micro(1, '00101', square(60_100, 40_000)), '01101', '011'],
    [
      'cut ends, with the grid that has more',
      micro(1, '00101', square(70_000, 40_000)),
      null,
      '011',
    ],
    ['cut, most of it beyond', micro(1, '00101', square(90_000, 40_000)), null, '012'],
    ['whose digits are taken gets the next', micro(1, '00103', square(0, 40_000)), '01104', '011'],
    ['that nobody drew goes with the heir', micro(1, '00105', null), '01205', '012'],
    [
      'outside of all grids ends with the heir',
      micro(1, '00105', square(900_000, 9_000)),
      null,
      '012',
    ],
    [
      'of a tree whose codes do not nest keeps its own',
      micro(1, 'A-7', square(0, 40_000)),
      'A-7',
      '011',
    ],
  ])('%s', (_, one, code, grid) => expect(going(one)).toEqual([{ id: 1, code, grid }]))

  test('two of two grids that had the same digits get two codes', () => {
    const codes = going(
      micro(1, '00107', square(0, 10_000)),
      { ...micro(2, '00207', square(20_000, 10_000)), grid: '002' },
      { ...micro(3, '00399', square(40_000, 10_000)), grid: '003' },
      { ...micro(4, '00499', square(60_000, 10_000)), grid: '004' },
    ).map(({ code }) => code)
    expect(codes).toEqual(['01107', '01108', '01199', '01101'])
  })

  test('with no digits left it ends', () => {
    const taken = Array.from({ length: 99 }, (_, i) => `011${String(i + 1).padStart(2, '0')}`)
    const full = [{ ...grids[0]!, taken }]
    expect(microGoing([micro(1, '00101', square(0, 9_000))], { grids: full, heirs, unit })).toEqual(
      [{ id: 1, code: null, grid: '011' }],
    )
  })
})
