// A piece of the map instead of a list: round a point, or within a few corners. What was drawn stays in this tab; only the
// grids it touches are ticked below, where everybody sees and changes them.
import { useState } from 'react'
import { areasMost } from '#core/exchange/alert.ts'
import type { AlertChoices } from '#core/exchange/contract-alerts.ts'
import { type MapView, readAreaMap } from '#core/places/contract.ts'
import { type Drawn, cornersMost, radiiMetres, touchedBy } from '#core/places/touched.ts'
import { useWords } from '#web/kit/language.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { RadioTiles, Select } from '#web/kit/ui/Field.tsx'
import { type Flat, PointMap, toFlat, toSpot } from '#web/places/PointMap.tsx'
import type { Spot } from '#web/places/where-am-i.ts'
import { drawnWords as words } from './words-drawn.ts'

type Props = Pick<AlertChoices, 'community' | 'grids'> & {
  chosen: readonly string[]
  onDrawn: (grids: string[]) => void
}

export function DrawnGrids(props: Props) {
  const { t } = useWords()
  const map = useEndpoint(readAreaMap, { code: props.community.code, level: 'grid' }).data
  // Without outlines there is nothing to draw on: the list below is the whole choice.
  if (map === undefined) return null
  return (
    <details className="open-more">
      <summary>{t(words.draw)}</summary>
      <OnMap {...props} map={map} />
    </details>
  )
}

type How = Drawn['kind']
type Pencil = { how: How; spots: readonly Spot[]; metres: number }
const fresh: Pencil = { how: 'circle', spots: [], metres: 200 }

function drawnOf(map: MapView, { how, spots, metres }: Pencil): Drawn | null {
  const flats = spots.map((spot) => toFlat(map, spot))
  const [at] = flats
  if (how === 'circle')
    return at === undefined ? null : { kind: 'circle', at, radius: metres / map.metresPerUnit }
  return flats.length < 3 ? null : { kind: 'corners', corners: flats }
}

function OnMap({ map, community, grids, chosen, onDrawn }: Props & { map: MapView }) {
  const { t, lang } = useWords()
  const [pencil, setPencil] = useState(fresh)
  const names = new Map(grids.map(({ code, name }) => [code, name[lang]]))
  const touchedNow = (next: Pencil) => {
    const drawn = drawnOf(map, next)
    const known = map.shapes.filter(({ code }) => names.has(code))
    return drawn === null ? [] : touchedBy(drawn, known)
  }
  const draw = (part: Partial<Pencil>) => {
    const next = { ...pencil, ...part }
    setPencil(next)
    const codes = touchedNow(next)
    if (codes.length > 0 && codes.length <= areasMost) onDrawn(codes)
  }
  const tap = (spot: Spot) =>
    draw({
      spots: pencil.how === 'circle' ? [spot] : [...pencil.spots, spot].slice(-cornersMost),
    })
  const touched = touchedNow(pencil)
  return (
    <>
      <Tools pencil={pencil} draw={draw} />
      <PointMap
        code={community.code}
        name={community.name[lang]}
        spot={null}
        chosen={new Set(chosen)}
        onTap={tap}
        marks={(flat, unit) => (
          <Marks
            flats={pencil.spots.map(flat)}
            radius={pencil.how === 'circle' ? pencil.metres / map.metresPerUnit : null}
            unit={unit}
          />
        )}
      />
      <p className="k-compact" role="status">
        {touched.length > areasMost
          ? t(words.tooMuch, { n: touched.length, most: areasMost })
          : touched.length > 0
            ? t(words.touched, {
                n: touched.length,
                names: touched.map((code) => names.get(code) ?? code).join(t(words.comma)),
              })
            : t(pencil.how === 'circle' ? words.tapOnce : words.tapCorners)}
      </p>
      {pencil.how === 'circle' && <FromGrid map={map} names={names} onAt={tap} />}
      {pencil.spots.length > 0 && (
        <Button onClick={() => setPencil({ ...pencil, spots: [] })}>{t(words.again)}</Button>
      )}
    </>
  )
}

type ToolsProps = { pencil: Pencil; draw: (part: Partial<Pencil>) => void }

function Tools({ pencil: { how, metres }, draw }: ToolsProps) {
  const { t } = useWords()
  return (
    <>
      <RadioTiles<How>
        label={t(words.how)}
        value={how}
        onChange={(next) => draw({ how: next, spots: [] })}
        options={[
          { value: 'circle', label: t(words.circle) },
          { value: 'corners', label: t(words.corners) },
        ]}
      />
      {how === 'circle' && (
        <RadioTiles
          label={t(words.radius)}
          value={String(metres)}
          columns={3}
          onChange={(next) => draw({ metres: Number(next) })}
          options={radiiMetres.map((each) => ({
            value: String(each),
            label:
              each < 1000 ? t(words.metres, { n: each }) : t(words.kilometres, { n: each / 1000 }),
          }))}
        />
      )}
    </>
  )
}

type FromProps = {
  map: MapView
  names: ReadonlyMap<string, string>
  onAt: (spot: Spot) => void
}

/** For whoever cannot tap a map: round the middle of a grid. */
function FromGrid({ map, names, onAt }: FromProps) {
  const { t } = useWords()
  const options = map.shapes.flatMap(({ code }) => {
    const label = names.get(code)
    return label === undefined ? [] : [{ value: code, label }]
  })
  return (
    <Select
      label={t(words.from)}
      value=""
      empty={t(words.fromNone)}
      options={options}
      onChange={(event) => {
        const shape = map.shapes.find(({ code }) => code === event.target.value)
        const [x, y] = shape?.label ?? []
        if (x !== undefined && y !== undefined) onAt(toSpot(map, [x, y]))
      }}
    />
  )
}

type MarksProps = { flats: readonly Flat[]; radius: number | null; unit: number }

function Marks({ flats, radius, unit }: MarksProps) {
  const [first] = flats
  return (
    <g className="alerts-drawn">
      {radius !== null && first !== undefined && <circle cx={first[0]} cy={first[1]} r={radius} />}
      {radius === null && flats.length > 1 && (
        <polygon points={flats.map(([x, y]) => `${x},${y}`).join(' ')} />
      )}
      {flats.map(([x, y]) => (
        <circle key={`${x} ${y}`} className="alerts-drawn-point" cx={x} cy={y} r={5 * unit} />
      ))}
    </g>
  )
}
