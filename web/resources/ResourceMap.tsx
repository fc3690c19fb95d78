// Entries of the register on our own borders. Organisations have an address that everybody may know, so here points are
// shown; the list beside the map says the same, and arrows move from one to the next.
import { type KeyboardEvent, useId, useMemo } from 'react'
import { type MapView, readAreaMap } from '#core/places/contract.ts'
import type { KindView } from '#core/resources/contract-parts.ts'
import { useWords } from '#web/kit/language.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { type Direction, neighbour } from '#web/kit/ui/map-geometry.ts'
import { kitWords } from '#web/kit/words.ts'
import { KindShape } from './KindMark.tsx'
import { resourcePageWords as words } from './words-desk.ts'

export type Placed = { id: string; name: string; kind: KindView; lon: number; lat: number }

type Props = {
  code: string
  label: string
  items: readonly Placed[]
  chosen: string | null
  onChoose: (id: string) => void
  onOpen?: (id: string) => void
  /** Where reach is measured from, and how far. */
  reach?: { lon: number; lat: number; metres: number } | null
}

type Spot = Placed & { code: string; point: { x: number; y: number } }

function pathOf(rings: readonly number[][]): string {
  return rings
    .map((ring) => {
      const points: string[] = []
      for (let i = 0; i + 1 < ring.length; i += 2) points.push(`${ring[i]} ${ring[i + 1]}`)
      return `M${points.join('L')}z`
    })
    .join('')
}

const flat = ({ origin }: MapView, at: { lon: number; lat: number }) => ({
  x: (at.lon - origin.west) / origin.perX,
  y: (origin.north - at.lat) / origin.perY,
})

const isDirection = (key: string): key is Direction => key.startsWith('Arrow')
/** With more than this on one map, shapes alone are drawn. */
const namedMax = 120

export function ResourceMap({ code, label, items, chosen, onChoose, onOpen, reach }: Props) {
  const { t } = useWords()
  const id = useId()
  const map = useEndpoint(readAreaMap, { code }).data
  const spots = useMemo(
    () =>
      map ? items.map((item): Spot => ({ ...item, code: item.id, point: flat(map, item) })) : [],
    [map, items],
  )
  if (!map) return null
  const frame = frameOf(map, spots, reach ?? null)
  const unit = frame.width / 560
  const here = spots.find((spot) => spot.id === chosen) ?? null
  const onKeyDown = (event: KeyboardEvent) => {
    if (isDirection(event.key)) {
      const others = spots.filter((spot) => spot !== here)
      const next = here
        ? neighbour(
            scaled(here, unit).point,
            others.map((spot) => scaled(spot, unit)),
            event.key,
          )
        : spots[0]
      if (next) onChoose(next.code)
    } else if (event.key === 'Enter' && here) (onOpen ?? onChoose)(here.id)
    else return
    event.preventDefault()
  }
  return (
    <figure className="res-map">
      <svg
        viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
        role="listbox"
        aria-label={label}
        aria-describedby={`${id}-help`}
        aria-activedescendant={here ? `${id}-${here.id}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <g role="presentation">
          {map.shapes.map((shape) => (
            <path
              key={shape.code}
              className="res-map-area"
              d={pathOf(shape.rings)}
              fillRule="evenodd"
            />
          ))}
          <path className="res-map-outline" d={pathOf(map.outline)} />
          {reach && <Circle map={map} reach={reach} />}
        </g>
        <Marks id={id} spots={spots} here={here} unit={unit} onChoose={onChoose} onOpen={onOpen} />
      </svg>
      <p className="k-sr" id={`${id}-help`}>
        {t(words.mapHelp)}
      </p>
      <figcaption className="k-note">
        {t(words.shapes)}
        {map.schematic && ` · ${t(kitWords.schematic)}`}
      </figcaption>
    </figure>
  )
}

type MarksProps = Pick<Props, 'onChoose'> & {
  onOpen: Props['onOpen'] | undefined
  id: string
  spots: readonly Spot[]
  here: Spot | null
  unit: number
}

/** The chosen one last, so that it lies on top. */
function Marks({ id, spots, here, unit, onChoose, onOpen }: MarksProps) {
  const { t } = useWords()
  const many = spots.length > namedMax
  return spots
    .toSorted((a, b) => Number(a === here) - Number(b === here))
    .map((spot) => {
      const said = `${t(spot.kind.words)} ${spot.name}`
      const size = unit * (spot === here ? 1.15 : many ? 0.46 : 0.95)
      return (
        <g
          key={spot.id}
          id={`${id}-${spot.id}`}
          role="option"
          aria-selected={spot === here}
          aria-label={said}
          className={`res-mark${spot === here ? ' is-chosen' : ''}`}
          transform={`translate(${spot.point.x} ${spot.point.y}) scale(${size})`}
          onClick={() => onChoose(spot.id)}
          onDoubleClick={() => onOpen?.(spot.id)}
        >
          <title>{said}</title>
          <KindShape kind={spot.kind} bare={many && spot !== here} />
        </g>
      )
    })
}

const scaled = (spot: Spot, unit: number): Spot => ({
  ...spot,
  point: { x: spot.point.x / unit, y: spot.point.y / unit },
})

/** The circle of a straight line, drawn as it is: round on the ground. */
function Circle({
  map,
  reach,
}: {
  map: MapView
  reach: { lon: number; lat: number; metres: number }
}) {
  const { x, y } = flat(map, reach)
  const { rx, ry } = radiiOf(map, reach)
  return (
    <g className="res-map-reach">
      <ellipse cx={x} cy={y} rx={rx} ry={ry} />
      <path d={`M${x - rx * 0.03} ${y}h${rx * 0.06}M${x} ${y - ry * 0.03}v${ry * 0.06}`} />
    </g>
  )
}

function radiiOf({ origin }: MapView, { lat, metres }: { lat: number; metres: number }) {
  const perDegree = 111_320
  return {
    rx: metres / (perDegree * Math.cos((lat * Math.PI) / 180)) / origin.perX,
    ry: metres / perDegree / origin.perY,
  }
}

/** The area, and whatever of the circle and the entries lies beyond it. */
function frameOf(map: MapView, spots: readonly Spot[], reach: Props['reach'] | null) {
  let [left, top, right, bottom] = [0, 0, map.width, map.height]
  const hold = (x: number, y: number) => {
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  if (reach) {
    const { x, y } = flat(map, reach)
    const { rx, ry } = radiiOf(map, reach)
    hold(x - rx, y - ry)
    hold(x + rx, y + ry)
    for (const { point } of spots) hold(point.x, point.y)
  }
  const pad = Math.max(right - left, bottom - top) * 0.02
  return {
    x: left - pad,
    y: top - pad,
    width: right - left + 2 * pad,
    height: bottom - top + 2 * pad,
  }
}
