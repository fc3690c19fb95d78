// The outlines of an area's parts on a day: drawn from our own boundaries, with the list beside it.
import { type AreaView, readAreaMap } from '#core/places/contract.ts'
import { RefusalError } from '#web/kit/api.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { AreaMap } from '#web/kit/ui/AreaMap.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { ringsOf } from './map-rings.ts'
import { useNamed } from './named.ts'
import { placesPageWords as words } from './words-page.ts'

type Props = {
  area: AreaView
  chosen: string | null
  onChoose: (code: string) => void
  onDown: (code: string) => void
  onUp?: () => void
}

export function AreaMapView({ area, chosen, onChoose, onDown, onUp }: Props) {
  const { t } = useWords()
  return (
    <section>
      <SectionHeading>{t(words.mapOf)}</SectionHeading>
      <OutlineMap
        area={area}
        on={null}
        chosen={chosen}
        onChoose={onChoose}
        onDown={onDown}
        {...(onUp === undefined ? {} : { onUp })}
      />
      <p className="k-note">{t(words.mapKeys)}</p>
    </section>
  )
}

type OutlineProps = Partial<Props> & { area: AreaView; on: string | null; height?: number }

/** The same map on any day: an earlier version beside today's. */
export function OutlineMap({
  area,
  on,
  chosen = null,
  onChoose,
  onDown,
  onUp,
  height = 520,
}: OutlineProps) {
  const { t } = useWords()
  const times = useTimes()
  const nameOf = useNamed()
  const map = useEndpoint(readAreaMap, { code: area.code, ...(on === null ? {} : { on }) })
  if (map.error && !map.data) {
    const none = map.error instanceof RefusalError && map.error.refusal === 'no_outline'
    return none ? (
      <Empty title={t(words.noOutline)} then={t(words.noOutlineThen)} />
    ) : (
      <Problem error={map.error} onRetry={() => void map.refetch()} />
    )
  }
  if (!map.data) return <Loading what={t(words.fetchingMap)} />
  const { shapes, outline, schematic, boundaryVersion } = map.data
  const parts =
    shapes.length > 0
      ? shapes.map((shape) => ({
          code: shape.code,
          name: nameOf(shape),
          rings: ringsOf(map.data, shape.rings),
          count: 0,
        }))
      : [{ code: area.code, name: nameOf(area), rings: ringsOf(map.data, outline), count: 0 }]
  return (
    <AreaMap
      label={t(words.mapLabel, { name: nameOf(area), n: parts.length })}
      areas={parts}
      selected={chosen}
      plain
      legend={false}
      twin={false}
      heightMax={height}
      basis={t(schematic ? words.schematicSince : words.outlinesSince, {
        day: times.date(boundaryVersion),
      })}
      {...(onChoose === undefined ? {} : { onSelect: onChoose })}
      {...(onDown === undefined || shapes.length === 0 ? {} : { onDown })}
      {...(onUp === undefined ? {} : { onUp })}
    />
  )
}
