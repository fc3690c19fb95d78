// What a category asks to see of finished work, need by need: the phone says beforehand what is still missing, the
// server refuses by the same list.
import type { Instant } from '#core/kit/time.ts'
import type { Category } from '#core/places/category.ts'

export type Evidence = Category['evidence']
type Point = { lon: number; lat: number }

export type ProofGiven = {
  text: string
  photosBefore: string[]
  photosAfter: string[]
  takenAt: Instant | null
  point: Point | null
}

/** In the order in which they come up at the place. */
export type ProofNeed = 'photoBefore' | 'photoAfter' | 'place' | 'time' | 'text'
export type NeedMet = { need: ProofNeed; met: boolean }

/** A reason is 2–500 characters, else `reason_missing`. */
export const saysEnough = (text: string | null | undefined): text is string => {
  const length = (text ?? '').trim().length
  return length >= 2 && length <= 500
}

/** What this proof needs, and which of it is there. A photo of the report counts as one from before the work. */
export function proofNeeds(
  given: ProofGiven,
  evidence: Evidence,
  of: { photos: readonly string[]; point: Point | null },
): NeedMet[] {
  const before = given.photosBefore.length + of.photos.length > 0
  const after = given.photosAfter.length > 0
  const all: readonly (NeedMet & { asked: boolean })[] = [
    { need: 'photoBefore', asked: evidence.photoBefore, met: before },
    { need: 'photoAfter', asked: evidence.photoAfter, met: after },
    {
      need: 'place',
      asked: evidence.placeWithinM !== null && of.point !== null,
      met: given.point !== null,
    },
    {
      need: 'time',
      asked: evidence.takenAfterDispatch && (after || evidence.photoAfter),
      met: !after || given.takenAt !== null,
    },
    { need: 'text', asked: evidence.text, met: saysEnough(given.text) },
  ]
  return all.filter(({ asked }) => asked).map(({ need, met }) => ({ need, met }))
}

/** Metres between the place of the case and the place of the proof; null where either is unknown. */
export function metresOff(c: { point: Point | null }, point: Point | null): number | null {
  if (c.point === null || point === null) return null
  const rad = Math.PI / 180
  const dLat = (point.lat - c.point.lat) * rad
  const dLon = (point.lon - c.point.lon) * rad
  const a =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(point.lat * rad) * Math.cos(c.point.lat * rad) * Math.sin(dLon / 2) ** 2
  return Math.round(2 * 6_371_008.8 * Math.asin(Math.sqrt(a)))
}
