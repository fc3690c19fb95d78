// How the sheet of the wall lies on a screen: drawn once, upright or lying, and scaled as one; moved by a pixel or two each
// hour, since the same letters on the same spot for years leave a shadow in some screens.

export type Shape = 'lying' | 'upright'
export type Sheet = { shape: Shape; width: number; height: number; zoom: number }

const sizes = { lying: [1920, 1080], upright: [1080, 1920] } as const

export function sheetFor(width: number, height: number): Sheet {
  const shape = height > width ? 'upright' : 'lying'
  const [w, h] = sizes[shape]
  return { shape, width: w, height: h, zoom: Math.min(width / w, height / h) }
}

/** Under this nobody can read a wall, and whoever holds such a screen in a hand has better pages. */
export const isTooSmall = (width: number, height: number): boolean => Math.min(width, height) < 540

/** A round of eight places; the margins of the sheet are wider than it. */
const round = [
  [0, 0],
  [1, 0],
  [2, 1],
  [1, 2],
  [0, 1],
  [-1, 2],
  [-2, 1],
  [-1, 0],
] as const

export function shiftAt(at: string): readonly [x: number, y: number] {
  const hour = Math.floor(Date.parse(at) / 3_600_000)
  return round[((hour % round.length) + round.length) % round.length] ?? [0, 0]
}

/** Broken: the last question failed, or nothing has come for much longer than it should. */
export const isBroken = (of: { failed: boolean; silentMs: number; beatMs: number }): boolean =>
  of.failed || of.silentMs > of.beatMs * 2.5
