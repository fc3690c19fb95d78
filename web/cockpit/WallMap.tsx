// Where matters came up this year, by community and never nearer: too few is hatch.
import { useMemo } from 'react'
import type { CockpitView } from '#core/cockpit/contract.ts'
import { cockpitWords, wallWords as words } from '#core/cockpit/words.ts'
import { type MapView, readAreaMap } from '#core/places/contract.ts'
import { useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { AreaMap } from '#web/kit/ui/AreaMap.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty } from '#web/kit/ui/States.tsx'
import { levelWords } from './levels.ts'
import { mapAreas } from './map-shapes.ts'

type Level = 'district' | 'street' | 'community' | 'grid' | 'micro'
const levels: readonly Level[] = ['district', 'street', 'community', 'grid', 'micro']

/** A district is shown by its communities, everything else by what lies right below. */
function levelOf({ area, childLevel }: CockpitView): Level | undefined {
  if (area.level === 'district') return 'community'
  return levels.find((level) => level === childLevel)
}

const classes: Readonly<Record<string, number[]>> = {
  grid: [10, 15, 20, 26, 33],
  community: [10, 25, 45, 70, 100],
  street: [10, 150, 300, 500, 800],
}

export function WallMap({ view }: { view: CockpitView }) {
  const { t } = useWords()
  const level = levelOf(view)
  const map = useEndpoint(
    readAreaMap,
    { code: view.area.code, ...(level !== undefined && { level }) },
    { keepPrevious: true },
  )
  const name = t(levelWords(map.data?.level ?? level ?? null))
  const n = count(view.tiles.find((tile) => tile.key === '1')?.n ?? 0)
  return (
    <section className="wall-map">
      <SectionHeading end={t(words.perArea, { level: name })}>
        {t(words.mapTitle, { n, level: name })}
      </SectionHeading>
      {map.data ? (
        <Drawn map={map.data} view={view} title={t(words.mapTitle, { n, level: name })} />
      ) : (
        map.error && <Empty title={t(cockpitWords.noMap)} />
      )}
    </section>
  )
}

function Drawn({ map, view, title }: { map: MapView; view: CockpitView; title: string }) {
  const { t, lang } = useWords()
  const min = view.smallCell
  const { areas, over } = useMemo(
    () =>
      mapAreas(map, view.below, {
        lang,
        measure: (row) => (row.filed > 0 && row.filed < min ? null : row.filed),
        none: 0,
      }),
    [map, view.below, lang, min],
  )
  const breaks = classes[map.level]
  return (
    <AreaMap
      label={title}
      areas={areas}
      {...(over.length > 0 && { over })}
      {...(breaks !== undefined && { breaks })}
      write={over.length > 0 || areas.length <= 40 ? 'names' : 'none'}
      heightMax={560}
      basis={map.schematic ? t(words.schematic) : ''}
      twin={false}
    />
  )
}
