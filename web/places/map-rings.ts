// Outlines from the wire as the kit's map takes them: rings of degrees.
import type { MapView } from '#core/places/contract.ts'

type Ring = [number, number][]

export function ringsOf({ origin }: Pick<MapView, 'origin'>, flats: readonly number[][]): Ring[] {
  return flats.map((flat) => {
    const ring: Ring = []
    for (let i = 0; i + 1 < flat.length; i += 2)
      ring.push([
        origin.west + (flat[i] ?? 0) * origin.perX,
        origin.north - (flat[i + 1] ?? 0) * origin.perY,
      ])
    return ring
  })
}
