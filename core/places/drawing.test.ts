// Opening a drawing from outlines as they are, what is found wrong with one, and what it changed.
import { describe, expect, test } from 'vitest'
import { type Corner, unitsAt } from './corners.ts'
import { type Drawing, openDrawing } from './drawing.ts'
import type { Outline } from './geometry.ts'
import { changesOf } from './grid-changes.ts'
import { chineseNumber, nameFor, namePart, nextCode } from './grid-names.ts'
import { addCorner, moveCorner } from './redraw-corners.ts'
import { mergeParts } from './redraw-merge.ts'
import { splitPart } from './redraw-split.ts'
import {
  at,
  box,
  community,
  faults,
  grid,
  halves,
  keys,
  kinds,
  must,
  named,
  one,
  open,
  squares,
  two,
} from '#testing/drawn-squares.ts'

describe('opening', () => {
  test('grids that tile their community have no fault', () => {
    expect(keys(open())).toEqual([one, two])
    expect(faults(open())).toEqual([])
  })

  test('a border that neighbours drew with other corners becomes one border', () => {
    const bent: Outline = {
      type: 'Polygon',
      coordinates: [
        [
          [106.61, 29.5],
          [106.62, 29.5],
          [106.62, 29.51],
          [106.61, 29.51],
          [106.61000001, 29.505],
          [106.61, 29.5],
        ],
      ],
    }
    const drawing = open([squares[0]!, { ...squares[1]!, outline: bent }])
    expect(faults(drawing)).toEqual([])
    expect(drawing.parts[0]!.loops[0]).toContainEqual(at(106.61, 29.505))
  })

  test('what a survey left open by half a metre is closed, what it left open by ten is ground of nobody', () => {
    const short = (metres: number) =>
      open([squares[0]!, grid(2, box(106.61 + metres / 96_900, 29.5, 106.62, 29.51))])
    expect(faults(short(0.5))).toEqual([])
    const [fault] = faults(short(10))
    expect(fault).toMatchObject({ fault: 'unclaimed', part: 'rest-1' })
    expect(fault?.squareMetres).toBeGreaterThan(10_500)
    expect(fault?.squareMetres).toBeLessThan(11_500)
  })

  test('outlines that overlap are not drawn on', () => {
    const wide = [squares[0]!, grid(2, box(106.609, 29.5, 106.62, 29.51))]
    expect(openDrawing(community, wide)).toBeNull()
    const beyond = [squares[0]!, grid(2, box(106.61, 29.5, 106.621, 29.51))]
    expect(openDrawing(community, beyond)).toBeNull()
  })

  test('a community that was never cut is one piece of ground to begin from', () => {
    const drawing = open([])
    expect(drawing.parts).toMatchObject([{ key: 'rest-1', unclaimed: true }])
    const claimed = namePart(drawing, 'rest-1', { code: one, name: '第1网格', nameEn: null })
    expect(faults(claimed)).toEqual([])
  })
})

describe('what is found wrong', () => {
  const withParts = (drawing: Drawing, change: (loops: Corner[]) => Corner[]): Drawing => ({
    ...drawing,
    parts: drawing.parts.map((part) =>
      part.key === two ? { ...part, loops: [change([...part.loops[0]!])] } : part,
    ),
  })
  const shifted = (east: number) =>
    withParts(open(), (loop) => loop.map(([x, y]) => [x === at(106.61, 0)[0] ? x + east : x, y]))

  test('a gap: at which grid, where, how much', () => {
    const found = faults(shifted(20_000))
    expect(found).toMatchObject([{ fault: 'gap' }])
    expect(found[0]?.at?.[0]).toBeGreaterThan(at(106.61, 0)[0])
    expect(found[0]?.at?.[0]).toBeLessThan(at(106.612, 0)[0])
    expect(Math.round(found[0]?.squareMetres ?? 0) / 1000).toBeCloseTo(214.9, 0)
    expect(open().parts.map(({ key }) => key)).toContain(found[0]?.part)
  })

  test('an overlap: which two, where, how much', () => {
    expect(faults(shifted(-20_000))).toMatchObject([{ fault: 'overlap', part: one, other: two }])
  })

  test('ground outside the community', () => {
    const found = faults(
      withParts(open(), (loop) => loop.map(([x, y]) => [x === at(106.62, 0)[0] ? x + 9000 : x, y])),
    )
    expect(found).toMatchObject([{ fault: 'outside', part: two, other: null }])
  })

  test('a border drawn across another crosses itself, and says where', () => {
    const border = [at(106.61, 29.5), at(106.61, 29.51)] as const
    const bent = must(addCorner(open(), border, at(106.61, 29.505)))
    const found = faults(must(moveCorner(bent, at(106.61, 29.505), at(106.63, 29.505))))
    expect(found[0]).toMatchObject({ fault: 'crosses_itself', part: two })
    expect(found.map(({ fault }) => fault)).not.toContain('gap')
  })

  test.each([
    ['name_taken', { code: '500108106003009', name: '第2网格' }],
    ['code_taken', { code: two, name: '新' }],
    ['code_taken', { code: '500108106003007', name: '新' }],
    ['code_wrong', { code: '500108106004009', name: '新' }],
    ['code_wrong', { code: '50010810600301', name: '新' }],
    ['code_missing', { code: '', name: '新' }],
    ['name_missing', { code: '500108106003009', name: ' ' }],
  ] as const)('%s', (fault, words) => {
    const drawing = named(halves())
    expect(kinds(namePart(drawing, 'new-1', { ...words, nameEn: null }))).toContain(fault)
  })

  test('a slip of the hand is too small for a grid', () => {
    const sliver = must(
      splitPart(open(), one, [at(106.6, 29.50001), at(106.60005, 29.50001), at(106.60005, 29.5)]),
    )
    expect(kinds(sliver)).toContain('too_small')
  })
})

describe('names and codes', () => {
  test('above every number ever given', () => {
    const counting = { codeBegins: '500108106003', codesTaken: ['500108106003007'], digits: 3 }
    expect(nextCode(open().parts, counting)).toBe('500108106003008')
  })

  test('called by number where the others are', () => {
    expect(nameFor('500108106003012', open().parts, 3)).toMatchObject({
      name: '第12网格',
      nameEn: 'Grid 12',
    })
    const chinese = open().parts.map((part) => ({ ...part, name: '第二网格', nameEn: null }))
    expect(nameFor('500108106003012', chinese, 3)).toMatchObject({
      name: '第十二网格',
      nameEn: null,
    })
    expect(nameFor('500108106003012', [], 3).name).toBe('')
    expect([1, 10, 11, 20, 35, 99].map(chineseNumber)).toEqual([
      '一',
      '十',
      '十一',
      '二十',
      '三十五',
      '九十九',
    ])
  })
})

describe('what changed', () => {
  const states = (drawing: Drawing) =>
    drawing.parts.map((part) => ({ ...part, id: part.was ?? part.key }))
  const changes = (after: Drawing, before = open()) =>
    changesOf(states(before), states(after), unitsAt(before.outline))

  test('a split, with the shares of the ground', () => {
    const split = must(splitPart(open(), one, [at(106.6075, 29.5), at(106.6075, 29.51)]))
    const { changes: found, heirs } = changes(split)
    expect(found).toMatchObject([{ kind: 'split', before: [one], after: ['new-1', 'new-2'] }])
    expect(heirs.get(one)?.map(({ share }) => Math.round(share * 100))).toEqual([75, 25])
  })

  test('a merging', () => {
    expect(changes(must(mergeParts(open(), one, two))).changes).toMatchObject([
      { kind: 'merged', before: [one, two], after: ['new-1'] },
    ])
  })

  test('a border that moved, with the ground that came and went', () => {
    const border = [at(106.61, 29.5), at(106.61, 29.51)] as const
    const bent = must(addCorner(open(), border, at(106.61, 29.505)))
    const drawing = must(moveCorner(bent, at(106.61, 29.505), at(106.612, 29.505)))
    const found = changes(drawing).changes
    expect(found).toMatchObject([
      { kind: 'moved', before: [one], lost: 0 },
      { kind: 'moved', before: [two], gained: 0 },
    ])
    expect(Math.round(found[0]!.gained / 100)).toBe(Math.round(found[1]!.lost / 100))
  })

  test('split and merged at once is cut anew', () => {
    const split = must(splitPart(halves(), two, [at(106.615, 29.5), at(106.615, 29.51)]))
    const again = must(mergeParts(split, 'new-2', split.parts[2]!.key))
    expect(changes(again).changes).toMatchObject([{ kind: 'recut', before: [one, two] }])
  })

  test('a name, and ground that nobody had', () => {
    const words = { code: one, name: '码头网格', nameEn: null }
    expect(changes(namePart(open(), one, words)).changes).toMatchObject([{ kind: 'renamed' }])
    const begun = namePart(open([squares[0]!]), 'rest-1', { code: two, name: '新', nameEn: null })
    expect(changes(begun, { ...open(), parts: [open().parts[0]!] }).changes).toMatchObject([
      { kind: 'begun' },
    ])
  })
})
