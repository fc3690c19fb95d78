// The borders of one part, stretch by stretch: which neighbour lies across, and the corners along it. What the map shows
// as lines, a list can say.
import { type Corner, isSame, keyOf, sidesOf } from './corners.ts'
import { type Drawing, partOf } from './drawing.ts'

export type Stretch = {
  /** Null where the community ends. */
  readonly neighbour: string | null
  /** From where the neighbour begins to where the next one does. A stretch all round comes back to its first corner. */
  readonly corners: readonly Corner[]
}

export function stretchesOf(drawing: Drawing, key: string): Stretch[] {
  const part = partOf(drawing, key)
  if (part === null) return []
  const across = new Map(
    drawing.parts.flatMap((each) =>
      each.loops.flatMap(sidesOf).map(([a, b]) => [`${keyOf(b)},${keyOf(a)}`, each.key] as const),
    ),
  )
  return part.loops.flatMap((loop) => {
    const sides = sidesOf(loop).map(([from, to]) => ({
      from,
      to,
      neighbour: across.get(`${keyOf(from)},${keyOf(to)}`) ?? null,
    }))
    const first = sides.findIndex(({ neighbour }, i) => neighbour !== sides.at(i - 1)?.neighbour)
    const turned = [...sides.slice(Math.max(0, first)), ...sides.slice(0, Math.max(0, first))]
    const stretches: { neighbour: string | null; corners: Corner[] }[] = []
    for (const { from, to, neighbour } of turned) {
      const last = stretches.at(-1)
      if (last !== undefined && last.neighbour === neighbour) last.corners.push(to)
      else stretches.push({ neighbour, corners: [from, to] })
    }
    return stretches
  })
}

/** The corner after this one on the same stretch, for a corner more between the two. */
export function sideAfter(stretch: Stretch, corner: Corner): readonly [Corner, Corner] | null {
  const at = stretch.corners.findIndex((each) => isSame(each, corner))
  const next = at < 0 ? undefined : stretch.corners[at + 1]
  return next === undefined ? null : [corner, next]
}
