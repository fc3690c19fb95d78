// Where the public matters of a street or a district lie: one number for each area right below, never nearer.
import { useMemo } from 'react'
import type { WallView } from '#core/cockpit/contract-wall.ts'
import { openWallWords as words } from '#core/cockpit/words-wall.ts'
import { readAreaMap } from '#core/places/contract.ts'
import { useWords } from '#web/kit/language.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { AreaMap } from '#web/kit/ui/AreaMap.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { breaksOf, levelWords } from '../levels.ts'
import { mapAreas } from '../map-shapes.ts'

export function Where({ view, heightMax }: { view: WallView; heightMax: number }) {
  const { t, lang } = useWords()
  const map = useEndpoint(
    readAreaMap,
    { code: view.area.code },
    { staleTime: 600_000, refetchInterval: 3_600_000 },
  ).data
  const level = t(levelWords(view.below[0]?.level ?? null))
  const drawn = useMemo(() => {
    if (map === undefined) return null
    const rows = view.below.map(({ code, open }) => ({ code, open, overdue: 0, filed: 0 }))
    return mapAreas(map, rows, { lang, measure: (row) => row.open, none: 0 })
  }, [map, view.below, lang])
  const breaks = map && breaksOf(map.level)
  const title = t(words.where, { level })
  return (
    <section className="owall-where">
      <SectionHeading end={t(words.whereBasis)}>{title}</SectionHeading>
      {drawn !== null && drawn.areas.length > 0 && (
        <AreaMap
          label={title}
          areas={drawn.areas}
          {...(breaks !== undefined && { breaks })}
          write="names"
          heightMax={heightMax}
          basis={map?.schematic ? t(words.schematic) : ''}
          twin={false}
        />
      )}
    </section>
  )
}
