// Where it is: the outlines around one grid, cut close, with one pin. The same drawing takes a click where a place is set.
import { type MouseEvent, type ReactNode, useId } from 'react'
import { type MapView, readAreaMap } from '#core/places/contract.ts'
import { useWords } from '#web/kit/language.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { kitWords } from '#web/kit/words.ts'
import { air } from '#web/kit/spacing.ts'
import { casePageWords } from './words-case.ts'
import './place-map.css'

export type Spot = { lon: number; lat: number }
type Label = { code: string; level: string }
type Box = { x: number; y: number; width: number; height: number }

type Props = {
  /** Street, community, grid, as the case is placed. */
  place: readonly Label[]
  point: Spot | null
  /** Height over width. */
  ratio?: number
  /** Cut to the surroundings of the grid; otherwise the whole area. */
  near?: boolean
  onPick?: (at: Spot) => void
  caption?: ReactNode
}

/** The lowest area whose parts are drawn: the community, else the street. */
function groundOf(place: readonly Label[]): Label | undefined {
  return (
    place.findLast(({ level }) => level === 'community') ??
    place.findLast(({ level }) => level !== 'grid' && level !== 'micro')
  )
}

export function PlaceMap({ place, point, ratio = 0.47, near = true, onPick, caption }: Props) {
  const { t } = useWords()
  const ground = groundOf(place)
  const query = useEndpoint(readAreaMap, { code: ground?.code ?? '' }, { enabled: Boolean(ground) })
  const map = query.data
  if (ground === undefined || query.isError)
    return <p className="k-note case-map-none">{t(casePageWords.noOutline)}</p>
  if (map === undefined)
    return <div className="case-map-still" style={{ aspectRatio: 1 / ratio }} />
  const chosen = place.findLast(({ code }) => map.shapes.some((shape) => shape.code === code))
  return (
    <figure className="case-map">
      <Drawing
        map={map}
        chosen={chosen?.code ?? null}
        point={point}
        ratio={ratio}
        near={near}
        {...(onPick ? { onPick } : {})}
      />
      <figcaption className="k-note">
        {caption}
        {map.schematic && (
          <span className="case-map-basis">
            {caption !== undefined && ' · '}
            {t(kitWords.schematic)}
          </span>
        )}
      </figcaption>
    </figure>
  )
}

type DrawingProps = {
  map: MapView
  chosen: string | null
  point: Spot | null
  ratio: number
  near: boolean
  onPick?: (at: Spot) => void
}

function Drawing({ map, chosen, point, ratio, near, onPick }: DrawingProps) {
  const { t, lang } = useWords()
  const titleId = useId()
  const here = map.shapes.find((shape) => shape.code === chosen)
  const box = frameOf(
    map,
    near && here ? here.rings : map.outline,
    ratio,
    near && here ? 0.45 : 0.04,
  )
  const unit = box.width / (near ? 480 : 640)
  const pin = point === null ? null : inPlane(map, point)
  const pick = (event: MouseEvent<SVGSVGElement>) => {
    const svg = event.currentTarget
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(
      svg.getScreenCTM()?.inverse(),
    )
    onPick?.(onGround(map, at))
  }
  const name = here === undefined ? '' : air(lang === 'en' ? (here.nameEn ?? here.name) : here.name)
  return (
    <svg
      className={`case-map-svg${onPick ? ' is-live' : ''}`}
      viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
      style={{ aspectRatio: 1 / ratio, '--unit': unit } as React.CSSProperties}
      role="img"
      aria-labelledby={titleId}
      onClick={onPick ? pick : undefined}
    >
      <title id={titleId}>{t(casePageWords.mapOf, { place: name })}</title>
      {map.outline.length > 0 && <path className="case-map-ground" d={pathOf(map.outline)} />}
      {map.shapes.map((shape) => (
        <path key={shape.code} className="case-map-area" d={pathOf(shape.rings)} />
      ))}
      <path className="case-map-outline" d={pathOf(map.outline)} />
      {here && <path className="case-map-here" d={pathOf(here.rings)} />}
      {map.shapes.map((shape) => (
        <Name key={shape.code} shape={shape} unit={unit} box={box} on={shape === here} pin={pin} />
      ))}
      {pin && (
        <g className="case-map-pin" transform={`translate(${pin.x} ${pin.y}) scale(${unit})`}>
          <path d="M0 0S-12-12-12-20a12 12 0 0 1 24 0c0 8-12 20-12 20z" />
          <circle cx="0" cy="-20" r="4.4" />
        </g>
      )}
    </svg>
  )
}

type NameProps = {
  shape: MapView['shapes'][number]
  unit: number
  box: Box
  on: boolean
  pin: { x: number; y: number } | null
}

/** Names that would be cut by the frame, or stand under the pin, move or stay away. */
function Name({ shape, unit, box, on, pin }: NameProps) {
  const { lang } = useWords()
  const text = air(lang === 'en' ? (shape.nameEn ?? shape.name) : shape.name)
  const [x, y] = shape.label
  const half = (text.length * 7.5 + 6) * unit
  const inside =
    x - half > box.x &&
    x + half < box.x + box.width &&
    y - 12 * unit > box.y &&
    y + 12 * unit < box.y + box.height
  if (!inside && !on) return null
  const close =
    pin !== null &&
    Math.abs(pin.x - x) < half + 14 * unit &&
    Math.abs(pin.y - 16 * unit - y) < 34 * unit
  const at = on && close && pin ? { x: pin.x, y: pin.y + 18 * unit } : { x, y }
  return (
    <text
      className={on ? 'is-on' : ''}
      transform={`translate(${at.x} ${at.y}) scale(${unit})`}
      fontSize={on ? 14 : 13}
      strokeWidth={5}
    >
      {text}
    </text>
  )
}

function pathOf(rings: readonly (readonly number[])[]): string {
  return rings
    .map((ring) => {
      const parts: string[] = []
      for (let i = 0; i + 1 < ring.length; i += 2) parts.push(`${ring[i]} ${ring[i + 1]}`)
      return `M${parts.join('L')}z`
    })
    .join('')
}

/** A frame of the given shape around rings, with air on all sides, never beyond reason. */
function frameOf(
  map: MapView,
  rings: readonly (readonly number[])[],
  ratio: number,
  airShare: number,
): Box {
  const xs = rings.flatMap((ring) => ring.filter((_, i) => i % 2 === 0))
  const ys = rings.flatMap((ring) => ring.filter((_, i) => i % 2 === 1))
  if (xs.length === 0) return { x: 0, y: 0, width: map.width, height: map.height }
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  const width = Math.max(
    (right - left) * (1 + 2 * airShare),
    ((bottom - top) * (1 + 2 * airShare)) / ratio,
  )
  const height = width * ratio
  return { x: (left + right - width) / 2, y: (top + bottom - height) / 2, width, height }
}

function inPlane({ origin }: MapView, { lon, lat }: Spot) {
  return { x: (lon - origin.west) / origin.perX, y: (origin.north - lat) / origin.perY }
}

function onGround({ origin }: MapView, { x, y }: { x: number; y: number }): Spot {
  const round = (value: number) => Math.round(value * 1e6) / 1e6
  return { lon: round(origin.west + x * origin.perX), lat: round(origin.north - y * origin.perY) }
}
