// A drawing on the wire and in a row: each loop as one list x, y, x, y … .
import type { PartView } from './contract-redrawing.ts'
import type { Corner, Loop } from './corners.ts'
import type { Part } from './drawing.ts'

export const flatLoops = (loops: readonly Loop[]): number[][] => loops.map((loop) => loop.flat())

export const loopsFrom = (flat: readonly (readonly number[])[]): Loop[] =>
  flat.map((loop) =>
    Array.from({ length: loop.length >> 1 }, (_, i): Corner => [loop[2 * i]!, loop[2 * i + 1]!]),
  )

export const flatParts = (parts: readonly Part[]): PartView[] =>
  parts.map((part) => ({ ...part, loops: flatLoops(part.loops) }))

export const partsFrom = (flat: readonly PartView[]): Part[] =>
  flat.map((part) => ({ ...part, loops: loopsFrom(part.loops) }))
