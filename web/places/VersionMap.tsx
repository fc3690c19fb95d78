// The grids of a community on one day, drawn from our own outlines, those that changed tinted.
import { type AreaName, type MapView, readAreaMap } from '#core/places/contract.ts'
import { RefusalError } from '#web/kit/api.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { useNamed } from './named.ts'
import { versionsWords as words } from './words-versions.ts'
import { redrawWords } from './redraw/words-redraw.ts'

type Props = { area: AreaName; on: string; changed: ReadonlySet<string> }

export function VersionMap({ area, on, changed }: Props) {
  const { t } = useWords()
  const map = useEndpoint(readAreaMap, { code: area.code, on }, { keepPrevious: true })
  if (map.error && !map.data) {
    const none = map.error instanceof RefusalError && map.error.refusal === 'no_outline'
    return none ? (
      <Empty title={t(words.noMap)} />
    ) : (
      <Problem error={map.error} onRetry={() => void map.refetch()} />
    )
  }
  if (!map.data) return <Loading lines={4} />
  return <Drawn map={map.data} {...{ area, on, changed }} />
}

function Drawn({ map, area, on, changed }: Props & { map: MapView }) {
  const { t } = useWords()
  const times = useTimes()
  const nameOf = useNamed()
  const grids = map.shapes.filter(({ code }) => code !== area.code)
  const air = map.width * 0.03
  const box = [-air, -air, map.width + 2 * air, map.height + 2 * air]
  const day = times.date(on)
  return (
    <section>
      <SectionHeading level={3} end={map.schematic ? t(redrawWords.schematic) : undefined}>
        {t(words.mapOf, { day, n: grids.length })}
      </SectionHeading>
      <figure className="redraw-map is-still">
        <svg
          viewBox={box.join(' ')}
          style={
            {
              '--px': Math.max((map.width + 2 * air) / 560, (map.height + 2 * air) / 440),
            } as React.CSSProperties
          }
          role="img"
          aria-label={t(words.mapLabel, { name: nameOf(area), day })}
        >
          {grids.map((grid) => (
            <path
              key={grid.code}
              d={pathOf(grid.rings)}
              className={`redraw-part${changed.has(grid.code) ? ' is-new' : ''}`}
              fillRule="evenodd"
            />
          ))}
          <path className="redraw-outline" d={pathOf(map.outline)} />
          <g className="redraw-labels" aria-hidden="true">
            {grids.map((grid) => (
              <text key={grid.code} x={grid.label[0]} y={grid.label[1]}>
                {nameOf(grid)}
              </text>
            ))}
          </g>
        </svg>
      </figure>
    </section>
  )
}

const pathOf = (rings: readonly (readonly number[])[]): string =>
  rings.map((ring) => `M${ring.join(' ')}z`).join('')
