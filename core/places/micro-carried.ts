// Micro-grids inside of grids that end: one that lies whole in one of the next grids goes along to it, under a code of that
// grid; one that a new border cuts ends, and whatever lies in it stays with the grid that has most of its ground. Pure.
import { type Loop, squareMetres } from './corners.ts'
import type { Scale } from './geometry.ts'
import { sharedGround } from './shared-ground.ts'

export type MicroGrid = {
  readonly id: number
  readonly code: string
  /** The code of the grid that ends. */
  readonly grid: string
  /** Null where nobody drew it. */
  readonly loops: readonly Loop[] | null
}

export type NextGrid = {
  readonly code: string
  readonly loops: readonly Loop[]
  /** Codes that were ever below it. */
  readonly taken: readonly string[]
}

/** `code` is null where it ends; `grid` is the code of who has it, or what lay in it. */
export type MicroGoes = { readonly id: number; readonly code: string | null; readonly grid: string }

/** As with grids, less than a hundredth of the ground is a border that moved a little. */
const cutMin = 0.01

type Asked = {
  grids: readonly NextGrid[]
  /** By the code of a grid that ends, the code of its heir. */
  heirs: ReadonlyMap<string, string>
  unit: Scale
}

export function microGoing(micros: readonly MicroGrid[], asked: Asked): MicroGoes[] {
  const taken = new Set(asked.grids.flatMap((grid) => grid.taken))
  return micros.map((micro) => {
    const { grid, whole } = groundOf(micro, asked)
    const code = whole ? codeUnder(grid, micro, taken) : null
    if (code !== null) taken.add(code)
    return { id: micro.id, code, grid }
  })
}

/** Who has most of it, and whether all of it. One without an outline cannot be said to be cut: it goes with the heir. */
function groundOf(
  { grid: ended, loops }: MicroGrid,
  { grids, heirs, unit }: Asked,
): { grid: string; whole: boolean } {
  const heir = heirs.get(ended) ?? ended
  if (loops === null) return { grid: heir, whole: true }
  const own = squareMetres(loops, unit)
  const shares = grids
    .map(({ code, loops: theirs }) => ({ code, share: sharedGround(loops, theirs, unit) / own }))
    .toSorted((a, b) => b.share - a.share || (a.code < b.code ? -1 : 1))
  const most = shares[0]
  if (most === undefined || most.share < cutMin) return { grid: heir, whole: false }
  return { grid: most.code, whole: most.share > 1 - cutMin }
}

/** Its own last digits where they are free under the new grid, else the next that are; none left: it ends. */
function codeUnder(grid: string, micro: MicroGrid, taken: ReadonlySet<string>): string | null {
  // Where codes do not begin with those above, it keeps its own.
  if (!micro.code.startsWith(micro.grid)) return micro.code
  const last = micro.code.slice(micro.grid.length)
  const most = 10 ** last.length - 1
  for (let step = 0; step < most; step += 1) {
    const number = ((Number(last) - 1 + step + most) % most) + 1
    const code = `${grid}${String(number).padStart(last.length, '0')}`
    if (!taken.has(code)) return code
  }
  return null
}
