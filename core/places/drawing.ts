// A drawing of a community's grids: parts that tile its outline. It is opened from the outlines of a day, edited by pure
// steps (redraw-*.ts), judged (drawing-faults.ts) and compared with what it began from (grid-changes.ts).
import { type Outline, type Scale } from './geometry.ts'
import { type Loop, loopsOf, piecesOf, unitsAt } from './corners.ts'
import { joinLoops, sidesLeft } from './borders.ts'
import { meet } from './meeting.ts'

export type Part = {
  /** Its name within the drawing. */
  readonly key: string
  readonly code: string
  readonly name: string
  readonly nameEn: string | null
  /** The code of the grid it goes on being; null for one that begins with this drawing. */
  readonly was: string | null
  /** Ground that no grid has yet: not named, only given away or made a grid. */
  readonly unclaimed: boolean
  readonly loops: readonly Loop[]
}

export type Drawing = {
  /** The community's outline, with every corner at which a grid's border meets it. Never moved here. */
  readonly outline: readonly Loop[]
  readonly parts: readonly Part[]
  /** What it began from. */
  readonly before: readonly Part[]
}

export type GridOutline = { code: string; name: string; nameEn: string | null; outline: Outline }

/** Nearer than this, corners are one: less than any survey can tell, more than rounding ever moves. */
export const sameMetres = 0.05
/** Imported outlines may overlap by so much, see outline-faults.ts; opening a drawing closes it. */
const importedMetres = 1

/** Null where the outlines overlap or reach out of the community by more than an import lets pass. */
export function openDrawing(community: Outline, grids: readonly GridOutline[]): Drawing | null {
  const exact = met(community, grids, sameMetres)
  if (exact.rest.length === 0) return drawn(grids, exact)
  // Only where it closes something is a survey's looseness drawn together.
  const close = met(community, grids, importedMetres)
  const best = exact.isGround && exact.rest.length === close.rest.length ? exact : close
  return best.isGround ? drawn(grids, best) : null
}

type Met = { outline: Loop[]; parts: Loop[][]; rest: Loop[]; isGround: boolean }

function met(community: Outline, grids: readonly GridOutline[], within: number): Met {
  const loops = loopsOf(community)
  const [outline = [], ...parts] = meet(
    [loops, ...grids.map((grid) => loopsOf(grid.outline))],
    within,
    unitsAt(loops),
  )
  const rest = joinLoops(sidesLeft(outline, parts.flat()))
  return { outline, parts, rest, isGround: isGround(rest) }
}

function drawn(grids: readonly GridOutline[], { outline, parts, rest }: Met): Drawing {
  const claimed = grids.map(({ outline: _outline, ...grid }, i) => ({
    key: grid.code,
    ...grid,
    was: grid.code,
    unclaimed: false,
    loops: parts[i] ?? [],
  }))
  const before = [...claimed, ...piecesOf(rest).map(unclaimedPart)]
  return { outline, parts: before, before }
}

/** Ground not covered, possibly with grids in its midst; not the back of an overlap. */
function isGround(loops: readonly Loop[]): boolean {
  return piecesOf(loops).flat().length === loops.length
}

const unclaimedPart = (loops: Loop[], i: number): Part => ({
  key: `rest-${i + 1}`,
  code: '',
  name: '',
  nameEn: null,
  was: null,
  unclaimed: true,
  loops,
})

export const unitOf = (drawing: Pick<Drawing, 'outline'>): Scale => unitsAt(drawing.outline)

export const partOf = (drawing: Drawing, key: string): Part | null =>
  drawing.parts.find((part) => part.key === key) ?? null

/** A key that no part of the drawing has had. */
export function freshKey(drawing: Drawing): string {
  const taken = drawing.parts.flatMap(({ key }) => /^new-(\d+)$/.exec(key)?.[1] ?? [])
  return `new-${Math.max(0, ...taken.map(Number)) + 1}`
}
