// Merging two neighbours: their common border cancels out. Both end and a new grid begins; ground without a grid is
// simply taken in; and what was split in the same drawing becomes what it was.
import { type Result, done, refused } from '#core/kit/result.ts'
import { type Corner, type Loop, type Side, keyOf, nearestOn, sidesOf } from './corners.ts'
import { joinLoops, sidesLeft } from './borders.ts'
import { type Drawing, type Part, freshKey, partOf } from './drawing.ts'
import { crossingOf } from './drawing-faults.ts'
import { neighboursOf, withoutCorner } from './redraw-corners.ts'

export type MergeRefusal = 'no_such_part' | 'not_neighbours'

export function mergeParts(
  drawing: Drawing,
  key: string,
  other: string,
): Result<Drawing, MergeRefusal> {
  const [a, b] = [partOf(drawing, key), partOf(drawing, other)]
  if (a === null || b === null || key === other) return refused('no_such_part')
  const left = sidesLeft([...a.loops, ...b.loops])
  const sides = [...a.loops, ...b.loops].reduce((sum, loop) => sum + loop.length, 0)
  if (left.length === sides) return refused('not_neighbours')
  const loops = joinLoops(left)
  const merged: Part = { ...identityOf(drawing, a, b), loops }
  const parts = drawing.parts.flatMap((each) =>
    each.key === key ? [merged] : each.key === other ? [] : [each],
  )
  const slim = withoutNeedless({ ...drawing, parts }, endsOfShared(a, b, left))
  return done(asBefore(slim, merged.key))
}

/** Ground taken in changes no grid's name; two grids make a new one. */
function identityOf(drawing: Drawing, a: Part, b: Part): Omit<Part, 'loops'> {
  const { loops: _a, ...one } = a
  const { loops: _b, ...two } = b
  if (b.unclaimed) return one
  if (a.unclaimed) return two
  return {
    key: freshKey(drawing),
    code: '',
    name: '',
    nameEn: null,
    was: null,
    unclaimed: false,
  }
}

/** Corners of what is left where the common border met it. */
function endsOfShared(a: Part, b: Part, left: readonly Side[]): Corner[] {
  const of = (part: Part) => new Set(part.loops.flat().map(keyOf))
  const [inA, inB] = [of(a), of(b)]
  return left
    .map(([from]) => from)
    .filter((corner) => inA.has(keyOf(corner)) && inB.has(keyOf(corner)))
}

/** Corners that came with a border now gone, and that nothing turns at. What the drawing began from keeps its corners. */
function withoutNeedless(drawing: Drawing, corners: readonly Corner[]): Drawing {
  const first = new Set(drawing.before.flatMap((part) => part.loops.flat().map(keyOf)))
  return corners.reduce((kept, corner) => {
    if (first.has(keyOf(corner))) return kept
    const loops: Loop[] = [...kept.parts.flatMap((part) => part.loops), ...kept.outline]
    const [from, to, more] = neighboursOf(loops, corner)
    if (from === undefined || to === undefined || more !== undefined) return kept
    const straight = nearestOn([from, to], corner, { x: 1, y: 1 })
    if (straight.metres > 1 || straight.along <= 0 || straight.along >= 1) return kept
    const without = withoutCorner(kept, corner)
    return without.parts.every(
      ({ loops }, i) =>
        loops.flat().length === kept.parts[i]!.loops.flat().length || crossingOf(loops) === null,
    )
      ? without
      : kept
  }, drawing)
}

/** A grid that has its old ground back, and that nobody else goes on being, is that grid. */
function asBefore(drawing: Drawing, key: string): Drawing {
  const part = partOf(drawing, key)
  const old = drawing.before.find(
    (each) =>
      part !== null &&
      part.was === null &&
      hasSameGround(each, part) &&
      !drawing.parts.some((other) => other.key === each.key),
  )
  if (part === null || old === undefined) return drawing
  const parts = drawing.parts.map((each) =>
    each.key === key ? { ...old, loops: part.loops } : each,
  )
  return { ...drawing, parts }
}

function hasSameGround(a: Part, b: Part): boolean {
  const sides = (part: Part) =>
    part.loops
      .flatMap(sidesOf)
      .map(([from, to]) => `${keyOf(from)},${keyOf(to)}`)
      .toSorted()
      .join(';')
  return a.loops.flat().length === b.loops.flat().length && sides(a) === sides(b)
}

/** Which parts share a side with this one. */
export function neighboursOfPart(drawing: Drawing, key: string): Part[] {
  const part = partOf(drawing, key)
  if (part === null) return []
  const own = new Set(part.loops.flatMap(sidesOf).map(([a, b]) => `${keyOf(b)},${keyOf(a)}`))
  return drawing.parts.filter(
    (each) =>
      each.key !== key &&
      each.loops.flatMap(sidesOf).some(([a, b]) => own.has(`${keyOf(a)},${keyOf(b)}`)),
  )
}
