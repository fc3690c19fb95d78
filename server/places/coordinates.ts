// Coordinates of Chinese web maps are shifted by law, by hundreds of metres; ours are WGS-84. CGCS2000 is WGS-84 to
// within centimetres.
import gcoord from 'gcoord'

// Its types describe a module of another kind than the one Node loads.
const { transform, GCJ02, BD09, WGS84 } = gcoord as unknown as (typeof gcoord)['default']

export const referenceSystems = ['wgs84', 'cgcs2000', 'gcj02', 'bd09'] as const
export type ReferenceSystem = (typeof referenceSystems)[number]

/** To seven decimals, a centimetre. */
export function toWgs84(lon: number, lat: number, from: ReferenceSystem): [number, number] {
  const system = from === 'gcj02' ? GCJ02 : from === 'bd09' ? BD09 : null
  const [x, y] = system === null ? [lon, lat] : transform([lon, lat], system, WGS84)
  return [Math.round(x * 1e7) / 1e7, Math.round(y * 1e7) / 1e7]
}
