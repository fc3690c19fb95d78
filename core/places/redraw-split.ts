// Splitting a grid by a line from one point of its border to another. The old grid ends, two new ones take its ground:
// every corner of the line belongs to both, and where it ends in the middle of a side the neighbour gets the corner too.
import { type Result, done, refused } from '#core/kit/result.ts'
import {
  type Corner,
  type Loop,
  type Side,
  contains,
  crossing,
  isSame,
  nearestOn,
  piecesOf,
  sidesOf,
  twiceArea,
} from './corners.ts'
import { type Drawing, type Part, freshKey, partOf, sameMetres, unitOf } from './drawing.ts'
import { crossingOf } from './drawing-faults.ts'
import type { Scale } from './geometry.ts'
import { withCorner } from './redraw-corners.ts'

export type SplitRefusal =
  | 'no_such_part'
  | 'line_too_short'
  | 'line_not_at_border'
  | 'line_leaves_grid'
  | 'line_crosses_itself'
  | 'does_not_divide'
  | 'too_narrow'

/** The new grids come without name and code: the keeper gives them. */
export function splitPart(
  drawing: Drawing,
  key: string,
  drawn: readonly Corner[],
): Result<Drawing, SplitRefusal> {
  const grid = partOf(drawing, key)
  if (grid === null) return refused('no_such_part')
  const line = fromCorners(drawing, grid, drawn)
  const [start, end] = [line[0], line.at(-1)]
  if (start === undefined || end === undefined || line.length < 2) return refused('line_too_short')
  const prepared = [start, end].reduce<Drawing | null>(
    (kept, at) => (kept === null ? null : atBorder(kept, key, at)),
    drawing,
  )
  const part = prepared === null ? null : partOf(prepared, key)
  if (prepared === null || part === null) return refused('line_not_at_border')
  const why = whyNotThrough(part.loops, line)
  if (why !== null) return refused(why)
  const halves = cut(part.loops, line)
  if (halves === null) return refused('does_not_divide')
  const divided = replaced(prepared, part, halves)
  return isSound(divided, [start, end]) ? done(divided) : refused('too_narrow')
}

/** Nearer to a corner than this, a line begins or ends there: two corners a hair apart serve nobody. */
const cornerMetres = 0.25

function fromCorners(drawing: Drawing, { loops }: Part, line: readonly Corner[]): Corner[] {
  const unit = unitOf(drawing)
  const metres = (a: Corner, b: Corner) =>
    Math.hypot((a[0] - b[0]) * unit.x, (a[1] - b[1]) * unit.y)
  const corners = loops.flat()
  return line.map((at, i) =>
    i > 0 && i < line.length - 1
      ? at
      : (corners.find((corner) => metres(corner, at) < cornerMetres) ?? at),
  )
}

/**
 * A corner is whole centimetres: between borders that run a hair apart, a new one may push a side across the other, or
 * fall onto it when the drawing is opened again.
 */
function isSound(drawing: Drawing, corners: readonly Corner[]): boolean {
  const unit = unitOf(drawing)
  return drawing.parts
    .filter(({ loops }) => loops.flat().some((each) => corners.some((at) => isSame(each, at))))
    .every(({ loops }) => crossingOf(loops) === null && !hasHair(loops, corners, unit))
}

/** Does one of the corners nearly touch a border it is no end of? */
function hasHair(loops: readonly Loop[], corners: readonly Corner[], unit: Scale): boolean {
  const sides = loops.flatMap(sidesOf)
  return corners.some((corner) =>
    sides.some(
      (side) =>
        !side.some((end) => isSame(end, corner)) &&
        nearestOn(side, corner, unit).metres < cornerMetres,
    ),
  )
}

/** The drawing with a corner there, if a border of the part runs there. */
function atBorder(drawing: Drawing, key: string, at: Corner): Drawing | null {
  const loops = partOf(drawing, key)?.loops ?? []
  if (loops.some((loop) => loop.some((corner) => isSame(corner, at)))) return drawing
  const unit = unitOf(drawing)
  const side = loops.flatMap(sidesOf).find((each) => nearestOn(each, at, unit).metres <= sameMetres)
  return side === undefined ? null : withCorner(drawing, side, at)
}

function whyNotThrough(loops: readonly Loop[], line: readonly Corner[]): SplitRefusal | null {
  const steps = line.slice(1).map((to, i): Side => [line[i]!, to])
  const borders = loops.flatMap(sidesOf)
  const onBorder = (corner: Corner) => borders.some(([from]) => isSame(from, corner))
  const within = ([x, y]: Corner) => contains(loops, x, y)
  for (const [i, step] of steps.entries()) {
    const [from, to] = step
    if (isSame(from, to)) return 'line_crosses_itself'
    if (steps.slice(i + 1).some((later) => touches(step, later))) return 'line_crosses_itself'
    const last = i === steps.length - 1
    if (!last && (onBorder(to) || !within(to))) return 'line_leaves_grid'
    if (!contains(loops, (from[0] + to[0]) / 2, (from[1] + to[1]) / 2)) return 'line_leaves_grid'
    if (borders.some((side) => crossing(step, side) !== null)) return 'line_leaves_grid'
    if (borders.some((side) => runsAlong(step, side))) return 'line_leaves_grid'
    if (borders.some(([corner]) => isBetween(step, corner))) return 'line_leaves_grid'
  }
  return null
}

/** Two steps of the line that meet other than one after the other. */
function touches(step: Side, later: Side): boolean {
  if (crossing(step, later) !== null) return true
  if (isSame(step[1], later[0]))
    return isSame(step[0], later[1]) || isBetween(step, later[1]) || isBetween(later, step[0])
  return later.some((corner) => isBetween(step, corner) || step.some((c) => isSame(c, corner)))
}

const runsAlong = ([a, b]: Side, [c, d]: Side): boolean =>
  (isSame(a, c) && isSame(b, d)) || (isSame(a, d) && isSame(b, c))

/** On the step, and none of its ends. */
function isBetween([a, b]: Side, at: Corner): boolean {
  if (isSame(a, at) || isSame(b, at)) return false
  const cross = (b[0] - a[0]) * (at[1] - a[1]) - (b[1] - a[1]) * (at[0] - a[0])
  const ahead = (at[0] - a[0]) * (b[0] - a[0]) + (at[1] - a[1]) * (b[1] - a[1])
  return cross === 0 && ahead > 0 && ahead < (b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2
}

/** Null where the line joins two borders that do not hang together: it opens the grid, but does not divide it. */
function cut(loops: readonly Loop[], line: readonly Corner[]): [Loop[], Loop[]] | null {
  const [start, end] = [line[0]!, line.at(-1)!]
  const loop = loops.find((each) => [start, end].every((at) => each.some((c) => isSame(c, at))))
  if (loop === undefined || isSame(start, end)) return null
  const way = (from: Corner, to: Corner): Corner[] => {
    const first = loop.findIndex((corner) => isSame(corner, from))
    const turned = [...loop.slice(first), ...loop.slice(0, first)]
    return turned.slice(0, turned.findIndex((corner) => isSame(corner, to)) + 1)
  }
  const between = line.slice(1, -1)
  const sides = [
    [...way(end, start), ...between],
    [...way(start, end), ...between.toReversed()],
  ] satisfies Loop[]
  const rest = loops.filter((each) => each !== loop)
  const outer = sides.filter((side) => twiceArea(side) > 0)
  // Around a hole one of the two is the hole, grown by the ground that was cut off.
  const pieces = piecesOf([...sides, ...rest])
  const of = (side: Loop | undefined) => pieces.find(([first]) => first === side) ?? []
  const [one, two] =
    outer.length === 2
      ? [of(outer[0]), of(outer[1])]
      : [
          pieces.find((piece) => piece.includes(sides.find((side) => twiceArea(side) < 0)!)) ?? [],
          of(outer[0]),
        ]
  const taken = new Set([...one, ...two])
  const others = pieces.filter((piece) => !taken.has(piece[0]!)).flat()
  if (one.length === 0 || two.length === 0) return null
  return twiceArea(one[0]!) >= twiceArea(two[0]!)
    ? [[...one, ...others], two]
    : [one, [...two, ...others]]
}

function replaced(drawing: Drawing, part: Part, halves: readonly [Loop[], Loop[]]): Drawing {
  const first = freshKey(drawing)
  const second = `new-${Number(first.slice(4)) + 1}`
  const blank = { code: '', name: '', nameEn: null, was: null, unclaimed: part.unclaimed }
  const made = halves.map((loops, i): Part => ({ ...blank, key: [first, second][i]!, loops }))
  return {
    ...drawing,
    parts: drawing.parts.flatMap((each) => (each.key === part.key ? made : [each])),
  }
}
