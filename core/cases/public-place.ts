// Where a public matter lies, as precisely as its category lets anybody know: things in public space to a few steps,
// stretches of street to a block, and what may be somebody's home only by its grid.

import type { Category } from '#core/places/category.ts'

type Point = { lon: number; lat: number }

/** Decimals of a degree that are told. Four are about ten metres, three about a hundred. */
export const decimalsOf: Record<Category['placePrecision'], number | null> = {
  point: 5,
  stretch: 3,
  grid: null,
}

export function publicPoint(point: Point | null, category: Category | null): Point | null {
  const decimals = category === null ? null : decimalsOf[category.placePrecision]
  if (point === null || decimals === null) return null
  const told = (degree: number) => Number(degree.toFixed(decimals))
  return { lon: told(point.lon), lat: told(point.lat) }
}
