// Chance without a seed: the same text always gives the same number from 0 up to 1.
export function hashUnit(text: string): number {
  let h = 2166136261
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619)
  return mixed(h)
}

/** The same for a point of a lattice, without making text of it. */
export function hashPoint(x: number, y: number, salt: number): number {
  return mixed(Math.imul(x, 374761393) ^ Math.imul(y, 668265263) ^ Math.imul(salt, 1274126177))
}

function mixed(seed: number): number {
  let h = Math.imul(seed ^ (seed >>> 16), 2246822507)
  h = Math.imul(h ^ (h >>> 13), 3266489909)
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296
}
