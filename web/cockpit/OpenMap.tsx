// Where the work is: open cases per area below, drawn from our own borders, never a dot on a home. Its twin is a table.
import { Link } from 'react-router'
import type { CockpitView } from '#core/cockpit/contract.ts'
import { cockpitWords as words } from '#core/cockpit/words.ts'
import { type MapView, readAreaMap } from '#core/places/contract.ts'
import { useMemo } from 'react'
import { nameOf } from '#web/cases/case-text.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { AreaMap } from '#web/kit/ui/AreaMap.tsx'
import { Empty, Loading } from '#web/kit/ui/States.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { breaksOf, drawnBelow, levelWords } from './levels.ts'
import { mapAreas, shortName } from './map-shapes.ts'
import { type Where, behindPath } from './where.ts'

type Props = { view: CockpitView; where: Where }

export function OpenMap({ view, where }: Props) {
  const { t } = useWords()
  const asked = drawnBelow(view.area.level, view.childLevel)
  const map = useEndpoint(
    readAreaMap,
    { code: view.area.code, ...(asked !== undefined && { level: asked }) },
    { keepPrevious: true },
  )
  const level = t(levelWords(map.data?.level ?? view.childLevel))
  const open = count(view.open)
  const title = view.childLevel === null ? words.mapTitleHere : words.mapTitle
  return (
    <section className="cockpit-map" aria-label={t(title, { open, level })}>
      <SectionHeading end={<Placed view={view} where={where} level={level} />}>
        {t(title, { open, level })}
      </SectionHeading>
      {map.data === undefined ? (
        map.error ? (
          <Empty title={t(words.noMap)} then={t(words.noMapThen)} />
        ) : (
          <Loading />
        )
      ) : where.table ? (
        <MapTable map={map.data} view={view} />
      ) : (
        <Drawn map={map.data} view={view} where={where} />
      )}
    </section>
  )
}

/** Cases without a grid stand above the map, never dropped. */
function Placed({ view, where, level }: Props & { level: string }) {
  const { t } = useWords()
  if (view.unplaced === 0) return t(words.allPlaced, { level })
  return (
    <>
      {t(words.placed, { level, n: count(view.open - view.unplaced) })} ·{' '}
      <Link
        className="k-link"
        to={behindPath(where.code, { tile: 'unplaced', period: where.period })}
      >
        {t(words.unplaced, { n: count(view.unplaced) })}
      </Link>
    </>
  )
}

function Drawn({ map, view, where }: Props & { map: MapView }) {
  const { t, lang } = useWords()
  const times = useTimes()
  const { areas, over } = useMemo(
    () => mapAreas(map, view.below, { lang, measure: (row) => row.open, none: 0 }),
    [map, view.below, lang],
  )
  // Where nothing lies over the areas, each carries its name and its number.
  const written = useMemo(
    () =>
      over.length > 0
        ? areas
        : areas.map((area) => ({ ...area, name: `${area.name} ${area.count ?? ''}`.trim() })),
    [areas, over],
  )
  const most = areas.toSorted((a, b) => (b.count ?? 0) - (a.count ?? 0))[0]
  const area = nameOf(view.area, lang)
  const finding =
    most === undefined || !most.count
      ? t(words.mapLabelNone, { area })
      : t(words.mapLabel, { area, open: view.open, most: most.name, n: most.count })
  const within = new Map(map.shapes.map((shape) => [shape.code, shape.within]))
  const breaks = breaksOf(map.level)
  return (
    <AreaMap
      label={finding}
      areas={written}
      {...(over.length > 0 && { over })}
      selected={where.chosen}
      onSelect={(code) => where.set({ at: code })}
      onDown={(code) => where.enter(down(within.get(code), code, where.code))}
      onUp={() => {
        const up = view.path.at(-1)
        if (up !== undefined) where.enter(up.code)
      }}
      {...(breaks !== undefined && { breaks })}
      write={over.length > 0 && areas.length <= 120 ? 'counts' : 'names'}
      unit={t(words.cases)}
      heightMax={486}
      basis={
        map.schematic
          ? t(words.schematic)
          : t(words.drawn, { day: times.day(`${map.boundaryVersion}T00:00:00Z`) })
      }
      twin={false}
    />
  )
}

/** One level at a time: from a grid on the street's map into its community first. */
const down = (within: string | undefined, code: string, here: string): string =>
  within === undefined || within === here ? code : within

function MapTable({ map, view }: { map: MapView; view: CockpitView }) {
  const { t, lang } = useWords()
  const byCode = new Map(view.below.map((row) => [row.code, row]))
  const names = new Map(map.between.map((shape) => [shape.code, shortName(shape, lang)]))
  return (
    <Table
      caption={t(words.mapTitle, { open: view.open, level: t(levelWords(map.level)) })}
      rows={map.shapes}
      rowKey={(shape) => shape.code}
      compact
      columns={[
        {
          key: 'name',
          head: t(levelWords(map.level)),
          cell: (shape) => `${names.get(shape.within) ?? ''} ${shortName(shape, lang)}`.trim(),
        },
        {
          key: 'open',
          head: t(words.open),
          figure: true,
          cell: (shape) => byCode.get(shape.code)?.open ?? '–',
        },
        {
          key: 'overdue',
          head: t(words.overdue),
          figure: true,
          cell: (shape) => byCode.get(shape.code)?.overdue || '–',
        },
      ]}
    />
  )
}
