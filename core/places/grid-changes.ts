// What one state of a community's grids changed in another: which were split, merged, moved or renamed, and where the
// ground of each went. The same for a drawing before it holds and for two dated versions side by side.
import type { Scale } from './geometry.ts'
import { type Loop, squareMetres } from './corners.ts'
import { sharedGround } from './shared-ground.ts'

/** `id` is equal before and after where the grid goes on. */
export type GridState = {
  readonly id: string
  readonly name: string
  readonly nameEn: string | null
  readonly loops: readonly Loop[]
}

export type Share = { readonly id: string; readonly share: number }

export const changeKinds = [
  'split',
  'merged',
  'recut',
  'begun',
  'ended',
  'moved',
  'renamed',
] as const

export type GridChange = {
  readonly kind: (typeof changeKinds)[number]
  readonly before: readonly string[]
  readonly after: readonly string[]
  /** Of a moved border: ground that came and ground that went. */
  readonly gained: number
  readonly lost: number
}

export type GridChanges = {
  readonly changes: readonly GridChange[]
  /** For each grid that ended, who has its ground now, the largest share first. */
  readonly heirs: ReadonlyMap<string, readonly Share[]>
}

/** Less of a grid's ground makes nobody its successor: a border that moved a little. */
const shareMin = 0.01
/** Less ground is drawing, not moving. */
const movedMin = 1

export function changesOf(
  before: readonly GridState[],
  after: readonly GridState[],
  unit: Scale,
): GridChanges {
  const goesOn = new Map(after.map((grid) => [grid.id, grid]))
  const wasThere = new Set(before.map(({ id }) => id))
  const ended = before.filter(({ id }) => !goesOn.has(id))
  const begun = after.filter(({ id }) => !wasThere.has(id))
  const heirs = new Map(ended.map((grid) => [grid.id, heirsOf(grid, after, unit)]))
  return {
    changes: [
      ...regroupings(ended, begun, { heirs, unit }),
      ...before.flatMap((old) => {
        const now = goesOn.get(old.id)
        return now === undefined ? [] : [...moved(old, now, unit), ...renamed(old, now)]
      }),
    ],
    heirs,
  }
}

function heirsOf(grid: GridState, after: readonly GridState[], unit: Scale): Share[] {
  const own = squareMetres(grid.loops, unit)
  return after
    .map((each) => ({ id: each.id, share: sharedGround(grid.loops, each.loops, unit) / own }))
    .filter(({ share }) => share >= shareMin)
    .toSorted((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1))
}

const none = { gained: 0, lost: 0 }

/** Ended and new grids that share ground belong together: one to several is a split, several to one a merging. */
function regroupings(
  ended: readonly GridState[],
  begun: readonly GridState[],
  known: { heirs: ReadonlyMap<string, readonly Share[]>; unit: Scale },
): GridChange[] {
  const isHeir = (old: GridState, grid: GridState) =>
    known.heirs.get(old.id)?.some(({ id }) => id === grid.id) === true ||
    sharedGround(old.loops, grid.loops, known.unit) >=
      shareMin * squareMetres(grid.loops, known.unit)
  const open = new Set(begun)
  const waiting = new Set(ended)
  const found: GridChange[] = []
  for (const first of ended) {
    if (!waiting.delete(first)) continue
    const [olds, news] = [[first], [] as GridState[]]
    for (const old of olds)
      for (const grid of open) {
        if (!isHeir(old, grid)) continue
        open.delete(grid)
        news.push(grid)
        for (const other of waiting)
          if (isHeir(other, grid)) {
            waiting.delete(other)
            olds.push(other)
          }
      }
    found.push({ kind: kindOf(olds.length, news.length), ...none, ...idsOf(olds, news) })
  }
  return [
    ...found,
    ...[...open].map((grid): GridChange => ({ kind: 'begun', ...none, ...idsOf([], [grid]) })),
  ]
}

function kindOf(before: number, after: number): GridChange['kind'] {
  if (after === 0) return 'ended'
  if (before === 1 && after > 1) return 'split'
  return before > 1 && after === 1 ? 'merged' : 'recut'
}

const idsOf = (before: readonly GridState[], after: readonly GridState[]) => ({
  before: before.map(({ id }) => id),
  after: after.map(({ id }) => id),
})

function moved(old: GridState, now: GridState, unit: Scale): GridChange[] {
  const kept = sharedGround(old.loops, now.loops, unit)
  const gained = squareMetres(now.loops, unit) - kept
  const lost = squareMetres(old.loops, unit) - kept
  if (gained < movedMin && lost < movedMin) return []
  return [{ kind: 'moved', ...idsOf([old], [now]), gained, lost }]
}

const renamed = (old: GridState, now: GridState): GridChange[] =>
  old.name === now.name && old.nameEn === now.nameEn
    ? []
    : [{ kind: 'renamed', ...idsOf([old], [now]), ...none }]
