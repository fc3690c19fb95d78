// What lies within reach of a community. Today the distance is a straight line, and every screen says what that leaves out;
// the method is part of each answer, so that walking reach can stand beside it without a caller mistaking one for the other.
import { usualOfResources } from '#core/places/rule-keeping.ts'
import type { Words } from '#core/kit/words.ts'
import { type Box, type Point, metresBetween, scaleAt } from '#core/places/geometry.ts'
import type { Offer } from './resource.ts'

export const reachMethods = ['straightLine', 'walking'] as const
export type ReachMethod = (typeof reachMethods)[number]

/** The place from which reach is measured: the registered centre, else the middle of the outline. */
export type Origin = { from: 'centre' | 'outline'; point: Point; name: string | null }

export type Reached = {
  id: string
  name: string
  nameEn: string | null
  category: { code: string } & Words
  capacity: { amount: number; unit: string } | null
  /** Said in words; null where none are known. */
  hours: Words | null
  offers: Offer[]
  distanceMetres: number
  method: ReachMethod
  validUntil: string | null
  /** The area that keeps the entry. */
  ownerId: number
}

export const reachMetresDefault: number = usualOfResources.reachMetres
export const reachMetresMax = 20_000

/** On every screen that shows a distance. */
export const reachLimits: Words = {
  zh: '直线距离，不是走路的路程：坡、坎、梯道、河和要绕的路都没有算进去。山城里走到，常常要多一半的路。',
  en: 'In a straight line, not the way on foot: slopes, stairs, rivers and detours are not counted. In a hilly city the way is often half as long again.',
}

/** A box that holds every point within the distance. */
export function boxAround({ lon, lat }: Point, metres: number): Box {
  const { x, y } = scaleAt(lat)
  // The scale shrinks towards the poles: a little air keeps the corners inside.
  const [dx, dy] = [(metres / x) * 1.01, (metres / y) * 1.01]
  return { west: lon - dx, south: lat - dy, east: lon + dx, north: lat + dy }
}

/** Those within the distance, nearest first; two at the same place in order of their names. */
export function withinMetres<T extends Point & { name: string }>(
  rows: readonly T[],
  origin: Point,
  metres: number,
): { row: T; distanceMetres: number }[] {
  return rows
    .map((row) => ({ row, distanceMetres: Math.round(metresBetween(origin, row)) }))
    .filter((each) => each.distanceMetres <= metres)
    .sort((a, b) => a.distanceMetres - b.distanceMetres || (a.row.name < b.row.name ? -1 : 1))
}
