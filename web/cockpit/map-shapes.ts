// Outlines from the wire as the kit's map takes them: rings of degrees.
import type { CockpitView } from '#core/cockpit/contract.ts'
import type { MapShape, MapView } from '#core/places/contract.ts'
import type { Lang } from '#core/kit/words.ts'
import { ringsOf as mapRings } from '#web/places/map-rings.ts'
import type { MapArea, MapBorder } from '#web/kit/ui/AreaMap.tsx'

const ringsOf = (map: MapView, shape: MapShape) => mapRings(map, shape.rings)

/** 石桥社区 is 石桥 on a map: every name there would end alike. */
export function shortName({ name, nameEn }: { name: string; nameEn: string | null }, lang: Lang) {
  if (lang === 'en' && nameEn !== null) return nameEn.replace(/ (Community|Subdistrict)$/, '')
  return name.length > 3 ? name.replace(/(社区|街道|村委会|居委会)$/u, '') : name
}

export type Measure = (row: CockpitView['below'][number]) => number | null

export function mapAreas(
  map: MapView,
  below: CockpitView['below'],
  of: { lang: Lang; measure: Measure; none: number | null },
): { areas: MapArea[]; over: MapBorder[] } {
  const byCode = new Map(below.map((row) => [row.code, row]))
  const areas = map.shapes.map((shape) => {
    const row = byCode.get(shape.code)
    return {
      code: shape.code,
      name: shortName(shape, of.lang),
      rings: ringsOf(map, shape),
      count: row === undefined ? of.none : of.measure(row),
    }
  })
  const over = map.between.map((shape) => ({
    code: shape.code,
    name: shortName(shape, of.lang),
    rings: ringsOf(map, shape),
  }))
  return { areas, over }
}
