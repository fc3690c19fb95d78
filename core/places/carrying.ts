// Where what lies in a grid goes when the grids are redrawn: to the grid that has its point, else to the heir of a grid that
// ended. What stands in a grid that goes on without a point, or with one outside of it (placed there by hand), stays.
import { type Outline, type Point, isInside } from './geometry.ts'

export type Outlined<Id> = { readonly id: Id; readonly outline: Outline }
export type Carrying<Id> = {
  readonly before: readonly Outlined<Id>[]
  readonly after: readonly Outlined<Id>[]
}

/** The grid that has it now, the same where nothing changes, or 'heir': the one that takes over from a grid that ended. */
export function goesTo<Id>(
  { before, after }: Carrying<Id>,
  lies: { grid: Id; point: Point | null },
): Id | 'heir' {
  const { grid, point } = lies
  const holds = ({ outline }: Outlined<Id>) =>
    point !== null && isInside(outline, point.lon, point.lat)
  const old = before.find(({ id }) => id === grid)
  const now = after.find(({ id }) => id === grid)
  const placedByPoint = old !== undefined && holds(old)
  if (now !== undefined) {
    if (!placedByPoint || holds(now)) return grid
    return after.find(holds)?.id ?? grid
  }
  return (placedByPoint ? after.find(holds)?.id : undefined) ?? 'heir'
}
