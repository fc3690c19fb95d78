// Repeat hot spots: the same kind of thing at the same place, again and again within 90 days. By place, never by person.

import { addDays, toMs } from '#core/kit/time.ts'
import type { Point } from '#core/places/geometry.ts'
import { metresBetween } from '#core/places/geometry.ts'
import type { Settings } from './rules.ts'

/** Places where the same kind of thing was filed again and again. */
export type Filed = {
  number: string
  category: string
  address: string | null
  point: Point | null
  reportedAt: string
  open: boolean
}
export type HotSpot = { category: string; cases: Filed[] }

const sameAddress = (a: Filed, b: Filed): boolean =>
  a.address !== null && b.address !== null && a.address.trim() === b.address.trim()
/** Same place: the same address, else within 50 m (loop.md 7.2, figure 10). */
const samePlace = (a: Filed, b: Filed): boolean =>
  sameAddress(a, b) ||
  (a.point !== null && b.point !== null && metresBetween(a.point, b.point) <= 50)

/** Around its earliest case: what lies near that one belongs to it, so that a street is not one single spot. */
export function hotSpots(cases: readonly Filed[], now: string, s: Settings): HotSpot[] {
  const since = toMs(addDays(now, -s.rules.hotSpotDays))
  const spots: HotSpot[] = []
  const inOrder = cases
    .filter((c) => toMs(c.reportedAt) >= since)
    .toSorted((a, b) => toMs(a.reportedAt) - toMs(b.reportedAt))
  for (const c of inOrder) {
    const spot = spots.find((each) => each.category === c.category && samePlace(each.cases[0]!, c))
    if (spot === undefined) spots.push({ category: c.category, cases: [c] })
    else spot.cases.push(c)
  }
  return spots
    .filter((spot) => spot.cases.length >= s.rules.hotSpotCases)
    .toSorted(
      (a, b) =>
        b.cases.length - a.cases.length || (a.cases[0]!.number < b.cases[0]!.number ? -1 : 1),
    )
}
