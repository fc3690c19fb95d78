// What keeps a drawing from being put in force: names and codes, loops that cross, ground left over or given twice. Each
// fault names the grid and the place. That borders cancel out (borders.ts) proves there is neither gap nor overlap.
import type { Scale } from './geometry.ts'
import { pointWithin } from './geometry.ts'
import {
  type Corner,
  type Loop,
  type Side,
  contains,
  cornerAt,
  crossing,
  outlineOf,
  piecesOf,
  positionAt,
  sidesOf,
  squareMetres,
  twiceArea,
  unitsAt,
} from './corners.ts'
import { joinLoops, sidesLeft } from './borders.ts'
import { type Part, sameMetres } from './drawing.ts'
import { meet } from './meeting.ts'
import { selfCrossing, toleranceMetres } from './outline-faults.ts'

/** Smaller than a courtyard is a slip of the hand; a place may set another size by the rule of this name. */
export const gridSquareMetresMin = 100
export const gridSizeRule = 'places.gridSquareMetresMin'

export const drawingFaults = [
  'unclaimed',
  'name_missing',
  'name_taken',
  'code_missing',
  'code_wrong',
  'code_taken',
  'crosses_itself',
  'too_small',
  'gap',
  'overlap',
  'outside',
] as const

export type DrawingFault = {
  readonly fault: (typeof drawingFaults)[number]
  /** The grid concerned; of a gap, one that borders on it. */
  readonly part: string
  readonly other: string | null
  readonly at: Corner | null
  readonly squareMetres: number | null
}

/** What the community asks of its grids. */
export type Ground = {
  readonly outline: readonly Loop[]
  /** What a grid's code looks like, and the community's, with which it begins. */
  readonly codePattern: string
  readonly codeBegins: string
  /** Codes that other areas have or had: a code means one place for ever. */
  readonly codesTaken: readonly string[]
  readonly squareMetresMin: number
}

export function faultsOfDrawing(ground: Ground, parts: readonly Part[]): DrawingFault[] {
  const unit = unitsAt(ground.outline)
  const shapes = parts.flatMap((part) => shapeFault(part, unit, ground.squareMetresMin))
  return [
    ...parts.flatMap((part) => wordFaults(ground, parts, part)),
    ...shapes,
    ...(shapes.some(({ fault }) => fault === 'crosses_itself') ? [] : groundFaults(ground, parts)),
  ]
}

const plain = { other: null, at: null, squareMetres: null }

function wordFaults(ground: Ground, parts: readonly Part[], part: Part): DrawingFault[] {
  const { key, code, name } = part
  if (part.unclaimed)
    return [
      {
        ...plain,
        fault: 'unclaimed',
        part: key,
        at: within(part.loops),
        squareMetres: sizeOf(part),
      },
    ]
  const faults: DrawingFault[] = []
  const say = (fault: DrawingFault['fault'], other: Part | undefined | null = null) =>
    faults.push({ ...plain, fault, part: key, other: other?.key ?? null, at: within(part.loops) })
  const twin = (same: (each: Part) => boolean) =>
    parts.find((each) => each.key !== key && !each.unclaimed && same(each))
  if (name.trim() === '') say('name_missing')
  const namesake = twin((each) => each.name.trim() === name.trim() && name.trim() !== '')
  if (namesake !== undefined) say('name_taken', namesake)
  if (code === '') say('code_missing')
  else if (part.was === null) {
    const right = new RegExp(ground.codePattern).test(code) && code.startsWith(ground.codeBegins)
    const sibling = twin((each) => each.code === code)
    if (!right) say('code_wrong')
    else if (sibling !== undefined || ground.codesTaken.includes(code)) say('code_taken', sibling)
  }
  return faults
}

const sizeOf = (part: Part): number => squareMetres(part.loops, unitsAt(part.loops))

function within(loops: readonly Loop[]): Corner | null {
  const [piece] = piecesOf(loops)
  if (piece === undefined) return loops[0]?.[0] ?? null
  const { lon, lat } = pointWithin(outlineOf(piece))
  return cornerAt([lon, lat])
}

function shapeFault(part: Part, unit: Scale, least: number): DrawingFault[] {
  const about = { ...plain, part: part.key }
  const crossed = crossingOf(part.loops)
  if (crossed !== null) return [{ ...about, fault: 'crosses_itself', at: crossed }]
  if (part.unclaimed) return []
  const size = squareMetres(part.loops, unit)
  if (size >= least) return []
  return [{ ...about, fault: 'too_small', at: within(part.loops), squareMetres: size }]
}

/** Where a loop meets itself, two loops cross, or a hole lies in nothing. */
export function crossingOf(loops: readonly Loop[]): Corner | null {
  for (const loop of loops) {
    const at = selfCrossing([...loop, loop[0]!].map(positionAt))
    if (at !== null) return cornerAt(at)
  }
  for (const [i, loop] of loops.entries())
    for (const other of loops.slice(i + 1))
      for (const side of sidesOf(loop))
        for (const against of sidesOf(other)) {
          const at = crossing(side, against)
          if (at !== null) return at
        }
  const placed = new Set(piecesOf(loops).flat())
  return loops.find((loop) => !placed.has(loop))?.[0] ?? null
}

function groundFaults({ outline }: Ground, parts: readonly Part[]): DrawingFault[] {
  const unit = unitsAt(outline)
  let met: Loop[][] = []
  for (const closer of [sameMetres, toleranceMetres]) {
    met = meet([outline, ...parts.map((part) => part.loops)], closer, unit)
    if (sidesLeft(met[0]!, met.slice(1).flat()).length === 0) return []
  }
  const [whole = [], ...shapes] = met
  const looking = { whole, shapes, parts, unit }
  const left = joinLoops(sidesLeft(whole, shapes.flat()))
  const found = left.flatMap((loop) => faultAlong(loop, looking))
  const seen = new Set<string>()
  return found.filter(({ fault, part, other }) => {
    const key = fault === 'gap' ? `${fault} ${seen.size}` : `${fault} ${part} ${other}`
    return !seen.has(key) && seen.add(key)
  })
}

type Looking = {
  whole: readonly Loop[]
  shapes: readonly (readonly Loop[])[]
  parts: readonly Part[]
  unit: Scale
}

/** What lies on the inner side of borders that did not cancel out: ground of nobody, of two, or of another community. */
function faultAlong(loop: Loop, looking: Looking): DrawingFault[] {
  const { whole, shapes, parts, unit } = looking
  const gap = twiceArea(loop) > 0
  const size = Math.abs(squareMetres([loop], unit))
  const at = within([gap ? loop : loop.toReversed()])
  for (const side of sidesOf(loop)) {
    const [x, y] = beside(side, gap ? 1 : -1)
    const holders = shapes.flatMap((shape, i) => (contains(shape, x, y) ? [parts[i]!.key] : []))
    const inside = contains(whole, x, y)
    const about = { part: holders[0] ?? '', other: holders[1] ?? null, at, squareMetres: size }
    if (inside && holders.length > 1) return [{ ...about, fault: 'overlap' }]
    if (!inside && holders.length > 0) return [{ ...about, fault: 'outside', other: null }]
    if (inside && holders.length === 0)
      return [{ ...about, fault: 'gap', part: besideGap(loop, looking) }]
  }
  return []
}

/** The first grid that borders on ground of nobody. */
function besideGap(loop: Loop, { shapes, parts }: Looking): string {
  const across = sidesOf(loop).map((side) => beside(side, -1))
  return parts.find((_, i) => across.some(([x, y]) => contains(shapes[i]!, x, y)))?.key ?? ''
}

/** A point a hair's breadth beside the middle of a side: to its left, or right of it. */
function beside([a, b]: Side, to: 1 | -1): [number, number] {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const long = Math.hypot(dx, dy)
  return [(a[0] + b[0]) / 2 - (dy / long) * 0.6 * to, (a[1] + b[1]) / 2 + (dx / long) * 0.6 * to]
}
