// Drawing grids: what each step does to the drawing, and what it refuses.
import { describe, expect, test } from 'vitest'
import { addCorner, anchorOn, dropCorner, moveCorner, neighboursOf } from './redraw-corners.ts'
import { sideAfter, stretchesOf } from './part-borders.ts'
import { mergeParts, neighboursOfPart } from './redraw-merge.ts'
import { splitPart } from './redraw-split.ts'
import type { Outline, Position } from './geometry.ts'
import {
  at,
  box,
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
  whole,
} from '#testing/drawn-squares.ts'

describe('splitting', () => {
  test('the old grid ends, two take its ground, the neighbour of the line gets its corner', () => {
    const drawing = halves()
    expect(keys(drawing)).toEqual(['new-1', 'new-2', two])
    expect(whole(drawing)).toBe(whole(open()))
    expect(drawing.outline[0]).toContainEqual(at(106.605, 29.5))
    expect(kinds(drawing)).toEqual(['name_missing', 'code_missing', 'name_missing', 'code_missing'])
    expect(faults(named(drawing))).toEqual([])
  })

  test('along the neighbour, the border gets a corner that is the neighbour’s too', () => {
    const drawing = must(splitPart(open(), one, [at(106.61, 29.505), at(106.6, 29.505)]))
    expect(drawing.parts.find(({ key }) => key === two)!.loops[0]).toContainEqual(
      at(106.61, 29.505),
    )
    expect(faults(named(drawing))).toEqual([])
  })

  test('around a hole, the ground cut off is not the hole’s', () => {
    const inner = grid(2, box(106.605, 29.503, 106.608, 29.506))
    const outer: Outline = {
      type: 'Polygon',
      coordinates: [
        ...(box(106.6, 29.5, 106.62, 29.51).coordinates as readonly (readonly Position[])[]),
        inner.outline.coordinates[0] as readonly Position[],
      ],
    }
    const drawing = open([grid(1, outer), inner])
    expect(faults(drawing)).toEqual([])
    const line = [
      at(106.605, 29.506),
      at(106.605, 29.508),
      at(106.608, 29.508),
      at(106.608, 29.506),
    ]
    const cut = named(must(splitPart(drawing, one, line)))
    expect(faults(cut)).toEqual([])
    expect(whole(cut)).toBe(whole(drawing))
    const open1 = [at(106.605, 29.506), at(106.605, 29.51)]
    expect(splitPart(drawing, one, open1)).toMatchObject({ refusal: 'does_not_divide' })
  })

  test.each([
    ['no_such_part', 'nobody', [at(106.605, 29.5), at(106.605, 29.51)]],
    ['line_too_short', one, [at(106.605, 29.5)]],
    ['line_not_at_border', one, [at(106.605, 29.502), at(106.605, 29.51)]],
    ['line_leaves_grid', one, [at(106.605, 29.5), at(106.63, 29.505), at(106.605, 29.51)]],
    ['line_leaves_grid', one, [at(106.6, 29.5), at(106.61, 29.5)]],
    [
      'line_crosses_itself',
      one,
      [
        at(106.602, 29.5),
        at(106.608, 29.506),
        at(106.602, 29.506),
        at(106.608, 29.502),
        at(106.61, 29.505),
      ],
    ],
    ['line_crosses_itself', one, [at(106.605, 29.5), at(106.605, 29.505), at(106.605, 29.5)]],
  ])('%s', (refusal, key, line) => {
    expect(splitPart(open(), key, line)).toMatchObject({ ok: false, refusal })
  })
})

describe('merging', () => {
  test('two grids become a new one with all their ground', () => {
    const drawing = must(mergeParts(open(), one, two))
    expect(drawing.parts).toMatchObject([{ key: 'new-1', was: null }])
    expect(faults(named(drawing))).toEqual([])
  })

  test('what was split comes back as what it was, name, code and corners', () => {
    const drawing = must(mergeParts(halves(), 'new-2', 'new-1'))
    expect(drawing.parts).toMatchObject([{ key: one, was: one, name: '第1网格' }, { key: two }])
    expect(drawing.outline[0]).toHaveLength(open().outline[0]!.length)
  })

  test('ground of nobody is taken in without a new name', () => {
    const gap = open([squares[0]!, grid(2, box(106.611, 29.5, 106.62, 29.51))])
    expect(neighboursOfPart(gap, 'rest-1').map(({ key }) => key)).toEqual([one, two])
    const drawing = must(mergeParts(gap, 'rest-1', two))
    expect(drawing.parts).toMatchObject([{ key: one }, { key: two, was: two }])
    expect(faults(drawing)).toEqual([])
  })

  test('grids apart are no neighbours', () => {
    const three = must(splitPart(halves(), two, [at(106.615, 29.5), at(106.615, 29.51)]))
    expect(mergeParts(three, 'new-1', three.parts.at(-1)!.key)).toMatchObject({
      refusal: 'not_neighbours',
    })
  })
})

describe('corners', () => {
  const bent = () => {
    const border = [at(106.61, 29.5), at(106.61, 29.51)] as const
    return must(addCorner(open(), border, at(106.61, 29.505)))
  }

  test('both neighbours of a border move together', () => {
    const drawing = must(moveCorner(bent(), at(106.61, 29.505), at(106.612, 29.506)))
    expect(faults(drawing)).toEqual([])
    expect(whole(drawing)).toBe(whole(open()))
    for (const part of drawing.parts) expect(part.loops[0]).toContainEqual(at(106.612, 29.506))
  })

  test('a corner that is taken out leaves a straight border', () => {
    expect(must(dropCorner(bent(), at(106.61, 29.505))).parts).toEqual(open().parts)
  })

  test('the outline of the community stays where it is', () => {
    expect(moveCorner(open(), at(106.6, 29.5), at(106.601, 29.5))).toMatchObject({
      refusal: 'on_outline',
    })
    expect(addCorner(open(), [at(106.6, 29.5), at(106.61, 29.5)])).toMatchObject({
      refusal: 'on_outline',
    })
    expect(dropCorner(open(), at(106.61, 29.5))).toMatchObject({ refusal: 'on_outline' })
  })

  test('where three borders meet, the corner is moved but not taken out', () => {
    const three = must(splitPart(open(), one, [at(106.61, 29.505), at(106.6, 29.505)]))
    const joint = at(106.61, 29.505)
    expect(
      neighboursOf(
        three.parts.flatMap((part) => part.loops),
        joint,
      ),
    ).toHaveLength(3)
    expect(dropCorner(three, joint)).toMatchObject({ refusal: 'corner_joins' })
    expect(faults(named(must(moveCorner(three, joint, at(106.611, 29.504)))))).toEqual([])
  })

  test('the stretches of a border name the neighbour across', () => {
    const three = must(splitPart(open(), one, [at(106.61, 29.505), at(106.6, 29.505)]))
    const stretches = stretchesOf(three, two)
    expect(new Set(stretches.map(({ neighbour }) => neighbour))).toEqual(
      new Set(['new-1', 'new-2', null]),
    )
    const [north] = stretches.filter(({ neighbour }) => neighbour === 'new-2')
    expect(north?.corners).toHaveLength(2)
    expect(north?.corners).toContainEqual(at(106.61, 29.505))
    expect(sideAfter(north!, north!.corners[0]!)).toEqual(north!.corners)
    expect(sideAfter(north!, north!.corners[1]!)).toBeNull()
  })

  test('no corner onto another', () => {
    expect(moveCorner(bent(), at(106.61, 29.505), at(106.62, 29.51))).toMatchObject({
      refusal: 'corner_taken',
    })
    expect(moveCorner(bent(), at(1, 1), at(2, 2))).toMatchObject({ refusal: 'no_such_corner' })
  })

  test('a point near a border is taken to its corner, else to its side', () => {
    const { loops } = open().parts[0]!
    expect(anchorOn(open(), loops, at(106.60001, 29.50001), 5)).toMatchObject({
      corner: at(106.6, 29.5),
      side: null,
    })
    expect(anchorOn(open(), loops, at(106.605, 29.50001), 5)?.corner).toEqual(at(106.605, 29.5))
    expect(anchorOn(open(), loops, at(106.605, 29.505), 5)).toBeNull()
  })
})
