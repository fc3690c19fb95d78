// Where the open cases lay at this minute: counted per grid or community, never a dot on a home.
import { useMemo } from 'react'
import type { PlaybackView } from '#core/cockpit/contract-playback.ts'
import { type Stand, standByArea } from '#core/cockpit/playback.ts'
import { playbackWords as words } from '#core/cockpit/words-playback.ts'
import { cockpitWords } from '#core/cockpit/words.ts'
import { type MapView, readAreaMap } from '#core/places/contract.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { count, sparse } from '#web/kit/numbers.ts'
import { nameOf } from '#web/cases/case-text.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { AreaMap } from '#web/kit/ui/AreaMap.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading } from '#web/kit/ui/States.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { breaksOf, drawnBelow, levelWords } from '../levels.ts'
import { mapAreas } from '../map-shapes.ts'

export type ChooseProps = {
  view: PlaybackView
  stand: Stand
  chosen: string | null
  onChoose: (code: string | null) => void
}

export function PlayedMap(props: ChooseProps) {
  const { view } = props
  const { t } = useWords()
  const childLevel = view.children[0]?.level ?? null
  const asked = drawnBelow(view.area.level, childLevel)
  const map = useEndpoint(
    readAreaMap,
    { code: view.area.code, ...(asked !== undefined && { level: asked }) },
    { staleTime: 600_000 },
  )
  const title = t(words.mapTitle, { level: t(levelWords(map.data?.level ?? childLevel)) })
  return (
    <section className="playback-map">
      <SectionHeading end={t(cockpitWords.notRanked)}>{title}</SectionHeading>
      {map.data ? (
        <Drawn {...props} map={map.data} title={title} />
      ) : map.error ? (
        <Empty title={t(cockpitWords.noMap)} />
      ) : (
        <Loading />
      )}
      <Children {...props} />
    </section>
  )
}

function Drawn({
  view,
  stand,
  chosen,
  onChoose,
  map,
  title,
}: ChooseProps & { map: MapView; title: string }) {
  const { t, lang } = useWords()
  const times = useTimes()
  const below = useMemo(
    () =>
      [...standByArea(view, stand.open)].map(([code, counts]) => ({ code, ...counts, filed: 0 })),
    [view, stand.open],
  )
  const { areas, over } = useMemo(
    () => mapAreas(map, below, { lang, measure: (row) => row.open, none: 0 }),
    [map, below, lang],
  )
  const written =
    over.length > 0
      ? areas
      : areas.map((area) => ({ ...area, name: `${area.name} ${area.count ?? ''}`.trim() }))
  const breaks = breaksOf(map.level)
  return (
    <AreaMap
      label={`${title} · ${times.clock(stand.at)} · ${count(stand.open.length)}`}
      areas={written}
      {...(over.length > 0 && { over })}
      {...(breaks !== undefined && { breaks })}
      selected={chosen}
      onSelect={onChoose}
      write={over.length > 0 && areas.length <= 120 ? 'counts' : 'names'}
      unit={t(cockpitWords.cases)}
      heightMax={440}
      basis={map.schematic ? t(cockpitWords.schematicOnly) : ''}
      twin={false}
    />
  )
}

/** The areas below in the order of their codes, as they stood at this minute. */
function Children({ view, stand, onChoose }: ChooseProps) {
  const { t, lang } = useWords()
  const counts = useMemo(() => standByArea(view, stand.open), [view, stand.open])
  if (view.children.length === 0 || view.children.length > 60) return null
  const of = (code: string) => counts.get(code) ?? { open: 0, overdue: 0 }
  return (
    <Table
      caption={t(words.mapTitle, { level: t(levelWords(view.children[0]?.level ?? null)) })}
      rows={view.children}
      rowKey={(child) => child.code}
      onChoose={(child) => onChoose(child.code)}
      compact
      columns={[
        {
          key: 'name',
          head: t(levelWords(view.children[0]?.level ?? null)),
          cell: (child) => nameOf(child, lang),
        },
        {
          key: 'open',
          head: t(cockpitWords.open),
          figure: true,
          cell: (child) => sparse(of(child.code).open),
        },
        {
          key: 'overdue',
          head: t(cockpitWords.overdue),
          figure: true,
          cell: (child) => sparse(of(child.code).overdue),
        },
      ]}
    />
  )
}
