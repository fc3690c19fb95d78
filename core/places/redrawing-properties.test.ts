// Whatever is drawn: nothing is lost, nothing is given twice, and what was split can be joined again.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { done } from '#core/kit/result.ts'
import { type Corner, outlineOf, sidesOf, twiceArea, unitsAt } from './corners.ts'
import { type Drawing, openDrawing } from './drawing.ts'
import { moveCorner } from './redraw-corners.ts'
import { mergeParts, neighboursOfPart } from './redraw-merge.ts'
import { splitPart } from './redraw-split.ts'
import { sharedGround } from './shared-ground.ts'
import { box, faults, must, named, open, whole } from '#testing/drawn-squares.ts'

describe('whatever is drawn', () => {
  /** A random line through the first grid it can divide, between two places on its border. */
  const step = fc.record({
    part: fc.nat(),
    from: fc.nat(),
    along: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
    to: fc.nat(),
    back: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
    merge: fc.boolean(),
    push: fc.tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: -900, max: 900 })),
  })
  type Step = typeof step extends fc.Arbitrary<infer T> ? T : never
  const on = (drawing: Drawing, key: string, nth: number, along: number): Corner => {
    const sides = drawing.parts.find((part) => part.key === key)!.loops.flatMap(sidesOf)
    const [a, b] = sides[nth % sides.length]!
    return [Math.round(a[0] + (b[0] - a[0]) * along), Math.round(a[1] + (b[1] - a[1]) * along)]
  }
  const split = (drawing: Drawing, s: Step) => {
    const { key } = drawing.parts[s.part % drawing.parts.length]!
    const line = [on(drawing, key, s.from, s.along), on(drawing, key, s.to, s.back)]
    return { key, result: splitPart(drawing, key, line) }
  }
  const push = (drawing: Drawing, s: Step): Drawing => {
    const corners = drawing.parts[s.part % drawing.parts.length]!.loops.flat()
    const corner = corners[s.from % corners.length]!
    const moved = moveCorner(drawing, corner, [corner[0] + s.push[0], corner[1] + s.push[1]])
    return moved.ok && faults(named(moved.value)).length === 0 ? moved.value : drawing
  }
  const apply = (drawing: Drawing, s: Step): Drawing => {
    const cut = split(drawing, s).result
    const next = cut.ok ? cut.value : drawing
    const { key } = next.parts[s.to % next.parts.length]!
    const [neighbour] = neighboursOfPart(next, key)
    const merged =
      s.merge && neighbour !== undefined ? mergeParts(next, key, neighbour.key) : done(next)
    return push(merged.ok ? merged.value : next, s)
  }

  test('the sum of the parts is the whole, and no fault comes of splitting, merging and moving', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
        const drawing = steps.reduce(apply, open())
        const outline = drawing.outline.reduce((sum, loop) => sum + twiceArea(loop), 0)
        expect(whole(drawing)).toBe(outline)
        const bad = faults(named(drawing)).filter(({ fault }) => fault !== 'too_small')
        expect(bad).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('split and merged again is the original, corner for corner', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 4 }), step, (steps, last) => {
        const drawing = steps.reduce(apply, open())
        const { result } = split(drawing, last)
        if (!result.ok) return
        const [a, b] = result.value.parts.filter(
          ({ key }) => !drawing.parts.some((part) => part.key === key),
        )
        const again = must(mergeParts(result.value, a!.key, b!.key))
        const sides = (d: Drawing) =>
          d.parts
            .map((part) => part.loops.flatMap(sidesOf).map(String).toSorted().join(';'))
            .toSorted()
        expect(sides(again)).toEqual(sides(drawing))
      }),
      { numRuns: 300 },
    )
  })

  test('a stored drawing is opened as what it was, and every point has exactly one grid', () => {
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 6 }),
        fc.tuple(
          fc.double({ min: 0.01, max: 0.99, noNaN: true }),
          fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        ),
        (steps, [u, v]) => {
          const drawing = named(steps.reduce(apply, open()))
          const grids = drawing.parts.map((part) => ({
            code: part.code,
            name: part.name,
            nameEn: null,
            outline: outlineOf(part.loops),
          }))
          const again = open(grids)
          expect(faults(again).filter(({ fault }) => fault !== 'too_small')).toEqual([])
          const unit = unitsAt(again.outline)
          const spot = box(
            106.6 + 0.02 * u,
            29.5 + 0.01 * v,
            106.6 + 0.02 * u + 1e-5,
            29.5 + 0.01 * v + 1e-5,
          )
          const loops = openDrawing(spot, [])!.outline
          const inside = again.parts.reduce(
            (sum, part) => sum + sharedGround(part.loops, loops, unit),
            0,
          )
          const outside = sharedGround(again.outline, loops, unit)
          expect(Math.abs(inside - outside)).toBeLessThan(0.01)
        },
      ),
      { numRuns: 200 },
    )
  })
})
