// What putting a drawing in force writes into the tree, and why it cannot. Grids that end name who took over from them;
// one of these, the heir, takes what has no point: staff, and cases that name only the grid.
import { nextDate } from '#core/kit/time.ts'
import { type Loop, keyOf, outlineOf, sidesOf, squareMetres, unitsAt } from './corners.ts'
import type { Part } from './drawing.ts'
import type { MicroGoes } from './micro-carried.ts'
import { type GridChanges, type GridState, type Share, changesOf } from './grid-changes.ts'
import { type Outline, boxOf } from './geometry.ts'

/** By ids and codes: a grid that begins has no id before it is written. */
export type GridPlan = {
  readonly begins: readonly { code: string; name: string; nameEn: string | null }[]
  readonly ends: readonly number[]
  /** Grids that go on with another outline. */
  readonly moves: readonly number[]
  readonly renames: readonly { id: number; name: string; nameEn: string | null }[]
  readonly outlines: readonly PlannedOutline[]
  /** Micro-grids inside of grids that end. */
  readonly micro: readonly MicroGoes[]
  readonly successions: readonly { ended: number; code: string; heir: boolean }[]
  /** Grants of grids that end, where the keeper chose another grid than the heir. */
  readonly staff: readonly { grant: number; code: string }[]
}

type PlannedOutline = {
  code: string
  geometry: Outline
  west: number
  south: number
  east: number
  north: number
  schematic: boolean
  source: string
}

/** What the keeper chose; keys of parts. Who is not named goes to the heir by ground. */
export type Chosen = {
  readonly grids: Readonly<Record<string, string>>
  readonly staff: Readonly<Record<string, string>>
}
export const nothingChosen: Chosen = { grids: {}, staff: {} }

type Shapes = { outline: readonly Loop[]; before: readonly Part[]; parts: readonly Part[] }

/** A grid is itself as long as it goes on. */
const stateOf = (part: Part): GridState => ({
  id: part.was ?? part.key,
  name: part.name,
  nameEn: part.nameEn,
  loops: part.loops,
})

export const changesInDrawing = ({ outline, before, parts }: Shapes): GridChanges =>
  changesOf(
    before.filter((part) => !part.unclaimed).map(stateOf),
    parts.filter((part) => !part.unclaimed).map(stateOf),
    unitsAt(outline),
  )

export type Heirs = { ended: Part; shares: readonly Share[]; heir: string }[]

/** For each grid that ends: who has its ground, and who of them takes what has no point. Keys of parts. */
export function heirsIn(shapes: Shapes, changes: GridChanges, chosen: Chosen): Heirs {
  const keyOfId = new Map(shapes.parts.map((part) => [part.was ?? part.key, part.key]))
  return shapes.before.flatMap((ended) => {
    const shares = changes.heirs.get(ended.key)?.flatMap(({ id, share }) => {
      const key = keyOfId.get(id)
      return key === undefined ? [] : [{ id: key, share }]
    })
    const first = shares?.[0]
    if (shares === undefined || first === undefined) return []
    return [{ ended, shares, heir: chosen.grids[ended.code] ?? first.id }]
  })
}

type Planning = Shapes & {
  heirs: Heirs
  chosen: Chosen
  idOf: (code: string) => number
  schematic: boolean
  source: string
  /** Where these go is asked once it is known who takes over; keys of parts have become codes. */
  micro: (heirs: ReadonlyMap<string, string>) => readonly MicroGoes[]
}

export function planOf(planning: Planning): GridPlan {
  const { before, parts, heirs, chosen, idOf } = planning
  const codeOf = new Map(parts.map((part) => [part.key, part.code]))
  const begins = parts.filter((part) => part.was === null)
  const goesOn = parts.flatMap((part) => {
    const old = before.find(({ code, unclaimed }) => !unclaimed && code === part.was)
    return old === undefined ? [] : [{ old, part }]
  })
  const moved = goesOn.filter(({ old, part }) => !hasSameSides(old, part)).map(({ part }) => part)
  return {
    begins: begins.map(({ code, name, nameEn }) => ({ code, name, nameEn })),
    ends: heirs.map(({ ended }) => idOf(ended.code)),
    moves: moved.map(({ code }) => idOf(code)),
    renames: goesOn
      .filter(({ old, part }) => old.name !== part.name || old.nameEn !== part.nameEn)
      .map(({ part: { code, name, nameEn } }) => ({ id: idOf(code), name, nameEn })),
    outlines: [...begins, ...moved].map((part) => outlineIn(planning, part)),
    micro: planning.micro(
      new Map(heirs.map(({ ended, heir }) => [ended.code, codeOf.get(heir) ?? ''])),
    ),
    successions: heirs.flatMap(({ ended, shares, heir }) =>
      shares.map(({ id }) => ({
        ended: idOf(ended.code),
        code: codeOf.get(id) ?? '',
        heir: id === heir,
      })),
    ),
    staff: Object.entries(chosen.staff).flatMap(([grant, key]) => {
      const code = codeOf.get(key)
      return code === undefined ? [] : [{ grant: Number(grant), code }]
    }),
  }
}

function outlineIn({ schematic, source }: Planning, part: Part): PlannedOutline {
  const geometry = outlineOf(part.loops)
  return { code: part.code, geometry, ...boxOf(geometry), schematic, source }
}

/** Corner for corner: a corner that only a neighbour's new border needs is a new outline too, or the two would differ. */
function hasSameSides(a: Part, b: Part): boolean {
  const sides = ({ loops }: Part) =>
    loops
      .flatMap(sidesOf)
      .map(([from, to]) => `${keyOf(from)},${keyOf(to)}`)
      .toSorted()
      .join(';')
  return sides(a) === sides(b)
}

export const sizeOf = (part: Part, outline: readonly Loop[]): number =>
  Math.round(squareMetres(part.loops, unitsAt(outline)))

export const isEmptyPlan = (plan: GridPlan): boolean =>
  plan.begins.length + plan.ends.length + plan.moves.length + plan.renames.length === 0

/** What the others concerned hear of. */
export type RedrawingWord = 'proposed' | 'confirmed' | 'sentBack' | 'takenBack'

/** Farther ahead nobody knows the grids. */
const daysAheadMax = 730

export type DayRefusal = 'day_past' | 'day_too_far' | 'day_before_change'

/** Earliest tomorrow: what was filed today lies in the grid that its reporter was told. After every change decided before. */
export function whyNotThatDay(
  day: string,
  now: { today: string; since: string },
): DayRefusal | null {
  if (day <= now.today) return 'day_past'
  if (day > nextDate(now.today, daysAheadMax)) return 'day_too_far'
  return now.since > now.today && day <= now.since ? 'day_before_change' : null
}

/** Tomorrow, or the day after a change that is decided already. */
export const earliestDay = ({ today, since }: { today: string; since: string }): string =>
  nextDate(since > today ? since : today)

/** A choice must name somebody who gets ground of the grid that ends, or for staff any grid of the drawing. */
export const isFairChoice = (heirs: Heirs, parts: readonly Part[], chosen: Chosen): boolean =>
  Object.entries(chosen.grids).every(([code, key]) =>
    heirs.some(({ ended, shares }) => ended.code === code && shares.some(({ id }) => id === key)),
  ) &&
  Object.values(chosen.staff).every((key) =>
    parts.some((part) => part.key === key && !part.unclaimed),
  )
