// Moving a border by its corners. A corner belongs to every grid that meets there: all of them move together, so neither
// a gap nor an overlap can come of it. The community's own outline stays where it is.
import { type Result, done, refused } from '#core/kit/result.ts'
import type { Scale } from './geometry.ts'
import { type Corner, type Loop, type Side, isSame, nearestOn, sidesOf } from './corners.ts'
import { type Drawing, unitOf } from './drawing.ts'

export type CornerRefusal = 'on_outline' | 'corner_taken' | 'corner_joins' | 'no_such_corner'

export function moveCorner(
  drawing: Drawing,
  corner: Corner,
  to: Corner,
): Result<Drawing, CornerRefusal> {
  const why = whyFixed(drawing, corner)
  if (why !== null) return refused(why)
  if (isSame(corner, to)) return done(drawing)
  if (hasCorner(drawing, to)) return refused('corner_taken')
  return done(inLoops(drawing, (loop) => loop.map((each) => (isSame(each, corner) ? to : each))))
}

/** A corner more in the middle of a side, or where it is asked for. */
export function addCorner(
  drawing: Drawing,
  side: Side,
  at: Corner = middleOf(side),
): Result<Drawing, CornerRefusal> {
  if (hasSide(drawing.outline, side)) return refused('on_outline')
  if (hasCorner(drawing, at)) return refused('corner_taken')
  const added = withCorner(drawing, side, at)
  return added === drawing ? refused('no_such_corner') : done(added)
}

/** Two neighbours join straight where the corner was. */
export function dropCorner(drawing: Drawing, corner: Corner): Result<Drawing, CornerRefusal> {
  const why = whyCannotDrop(drawing, corner)
  return why === null ? done(withoutCorner(drawing, corner)) : refused(why)
}

export function whyFixed(drawing: Drawing, corner: Corner): CornerRefusal | null {
  if (drawing.outline.some((loop) => loop.some((each) => isSame(each, corner)))) return 'on_outline'
  return hasCorner(drawing, corner) ? null : 'no_such_corner'
}

export function whyCannotDrop(drawing: Drawing, corner: Corner): CornerRefusal | null {
  const why = whyFixed(drawing, corner)
  if (why !== null) return why
  const loops = drawing.parts.flatMap((part) => part.loops)
  const triangle = loops.some((loop) => loop.length < 4 && loop.some((c) => isSame(c, corner)))
  return triangle || neighboursOf(loops, corner).length > 2 ? 'corner_joins' : null
}

/** Corners at the other ends of the sides that meet here. */
export function neighboursOf(loops: readonly Loop[], corner: Corner): Corner[] {
  const found: Corner[] = []
  for (const [a, b] of loops.flatMap(sidesOf)) {
    const other = isSame(a, corner) ? b : isSame(b, corner) ? a : null
    if (other !== null && !found.some((each) => isSame(each, other))) found.push(other)
  }
  return found
}

export const middleOf = ([a, b]: Side): Corner => [
  Math.round((a[0] + b[0]) / 2),
  Math.round((a[1] + b[1]) / 2),
]

/** The same corner in every loop that has the side, whichever way it walks it; the outline's too. */
export function withCorner(drawing: Drawing, [a, b]: Side, at: Corner): Drawing {
  let found = false
  const put = (loop: Loop): Loop =>
    sidesOf(loop).flatMap(([from, to]) => {
      const here = (isSame(from, a) && isSame(to, b)) || (isSame(from, b) && isSame(to, a))
      found ||= here
      return here ? [from, at] : [from]
    })
  const added = inLoops({ ...drawing, outline: drawing.outline.map(put) }, put)
  return found ? added : drawing
}

export function withoutCorner(drawing: Drawing, corner: Corner): Drawing {
  const drop = (loop: Loop) => loop.filter((each) => !isSame(each, corner))
  return inLoops({ ...drawing, outline: drawing.outline.map(drop) }, drop)
}

/** Where a border is nearest: a corner before a side, if both are within reach. */
export function anchorOn(
  drawing: Drawing,
  loops: readonly Loop[],
  at: Corner,
  reachMetres: number,
): { corner: Corner; side: Side | null } | null {
  const unit = unitOf(drawing)
  const sides = loops.flatMap(sidesOf)
  const corner = nearest(
    sides.map(([from]) => from),
    at,
    unit,
    reachMetres,
  )
  if (corner !== null) return { corner, side: null }
  const found = sides
    .map((side) => ({ side, ...nearestOn(side, at, unit) }))
    .filter(({ metres }) => metres <= reachMetres)
    .toSorted((a, b) => a.metres - b.metres)[0]
  return found === undefined ? null : { corner: found.corner, side: found.side }
}

function nearest(corners: readonly Corner[], at: Corner, unit: Scale, reach: number) {
  let best: { corner: Corner; metres: number } | null = null
  for (const corner of corners) {
    const metres = Math.hypot((corner[0] - at[0]) * unit.x, (corner[1] - at[1]) * unit.y)
    if (metres <= reach && (best === null || metres < best.metres)) best = { corner, metres }
  }
  return best?.corner ?? null
}

const hasCorner = (drawing: Drawing, corner: Corner): boolean =>
  drawing.parts.some((part) => part.loops.some((loop) => loop.some((c) => isSame(c, corner))))

const hasSide = (loops: readonly Loop[], [a, b]: Side): boolean =>
  loops
    .flatMap(sidesOf)
    .some(([c, d]) => (isSame(a, c) && isSame(b, d)) || (isSame(a, d) && isSame(b, c)))

const inLoops = (drawing: Drawing, change: (loop: Loop) => Loop): Drawing => ({
  ...drawing,
  parts: drawing.parts.map((part) => ({ ...part, loops: part.loops.map(change) })),
})
