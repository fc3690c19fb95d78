// A map to tap: the grids of a community from our own boundaries, one pin where the finger was. Beside it always the
// same choice as a list, because not everybody reads maps and not every hand can tap one.
import { type MouseEvent, type ReactNode, useId } from 'react'
import { type MapShape, type MapView, readAreaMap } from '#core/places/contract.ts'
import { useWords } from '#web/kit/language.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { kitWords } from '#web/kit/words.ts'
import type { Spot } from './where-am-i.ts'
import { placeWords } from './words.ts'
import './point-map.css'

type Props = {
  /** The community whose grids are shown. */
  code: string
  name: string
  spot: Spot | null
  /** The grid that is chosen, by tap or list; or several. */
  chosen: string | null | ReadonlySet<string>
  onTap: ((spot: Spot) => void) | null
  /** What else is drawn: where a spot lies in the plane of this map, and one pixel at phone size. */
  marks?: (flat: (spot: Spot) => Flat, unit: number) => ReactNode
}

export type Flat = readonly [x: number, y: number]

export const toSpot = ({ origin }: Pick<MapView, 'origin'>, [x, y]: Flat): Spot => ({
  lon: Number((origin.west + x * origin.perX).toFixed(6)),
  lat: Number((origin.north - y * origin.perY).toFixed(6)),
})
export const toFlat = ({ origin }: Pick<MapView, 'origin'>, { lon, lat }: Spot): Flat => [
  (lon - origin.west) / origin.perX,
  (origin.north - lat) / origin.perY,
]

function pathOf(rings: readonly number[][]): string {
  return rings
    .map((ring) => {
      const points: string[] = []
      for (let i = 0; i + 1 < ring.length; i += 2) points.push(`${ring[i]} ${ring[i + 1]}`)
      return `M${points.join('L')}z`
    })
    .join('')
}

/** Where the finger was, in the plane of the map, whatever size it is drawn at. */
function tapped(event: MouseEvent<SVGSVGElement>): Flat | null {
  const matrix = event.currentTarget.getScreenCTM()
  if (matrix === null) return null
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse())
  return [x, y]
}

export function PointMap({ code, name, spot, chosen, onTap, marks }: Props) {
  const { t } = useWords()
  const titleId = useId()
  const map = useEndpoint(readAreaMap, { code, level: 'grid' }).data
  if (!map) return null
  const unit = Math.max(map.width, map.height) / 350
  const isChosen = (each: string) =>
    typeof chosen === 'string' ? each === chosen : chosen?.has(each) === true
  return (
    <figure className="point-map">
      <svg
        viewBox={`0 0 ${map.width} ${map.height}`}
        role="img"
        aria-labelledby={titleId}
        onClick={(event) => {
          const at = tapped(event)
          if (at !== null) onTap?.(toSpot(map, at))
        }}
      >
        <title id={titleId}>{t(placeWords.mapLabel, { name })}</title>
        {map.shapes.map((shape) => (
          <path
            key={shape.code}
            d={pathOf(shape.rings)}
            fillRule="evenodd"
            className={isChosen(shape.code) ? 'is-chosen' : ''}
          />
        ))}
        <path className="point-map-outline" d={pathOf(map.outline)} />
        {map.shapes.map((shape) => (
          <Label key={shape.code} shape={shape} unit={unit} chosen={isChosen(shape.code)} />
        ))}
        {marks?.((one) => toFlat(map, one), unit)}
        {spot !== null && <Pin at={toFlat(map, spot)} unit={unit} />}
      </svg>
      {map.schematic && <figcaption>{t(kitWords.schematic)}</figcaption>}
    </figure>
  )
}

type LabelProps = { shape: MapShape; unit: number; chosen: boolean }

function Label({ shape, unit, chosen }: LabelProps) {
  const { lang } = useWords()
  const { elder } = useSettings()
  const [x, y] = shape.label
  return (
    <text
      x={x}
      y={y}
      className={chosen ? 'is-chosen' : ''}
      style={{ fontSize: (elder === null ? 13 : 18) * unit }}
    >
      {lang === 'en' ? (shape.nameEn ?? shape.name) : shape.name}
    </text>
  )
}

function Pin({ at: [x, y], unit }: { at: Flat; unit: number }) {
  return (
    <g className="point-map-pin" transform={`translate(${x} ${y}) scale(${unit * 1.35})`}>
      <path d="M0 0S-9-10-9-16a9 9 0 0 1 18 0c0 6-9 16-9 16z" />
      <circle cx="0" cy="-16" r="3.4" />
    </g>
  )
}
