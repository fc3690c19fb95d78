// A map drawn from our own boundaries: counts per area, never a dot on a home. Arrows move between neighbours, Enter goes
// down, Backspace up; a list says the same.
import {
  type KeyboardEvent,
  type ReactNode,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useWords } from '../language.ts'
import { kitWords } from '../words.ts'
import {
  type Direction,
  frameFor,
  neighbour,
  pathOf,
  type Point,
  type Position,
  placeOf,
  type Ring,
} from './map-geometry.ts'
import { classOf, naturalBreaks } from './map-classes.ts'
import { MapLegend } from './MapLegend.tsx'
import { MapLabels } from './MapLabels.tsx'
import './map.css'

export type MapArea = {
  code: string
  name: string
  rings: readonly Ring[]
  /** null: hidden, because it is too small to show. */
  count: number | null
}

/** Borders drawn over the areas: the communities above their grids. */
export type MapBorder = { code: string; name: string; rings: readonly Ring[] }

type Props = {
  /** The finding, as a sentence: 在办 96 件，弹新街最多. */
  label: string
  areas: MapArea[]
  over?: MapBorder[]
  selected?: string | null
  onSelect?: (code: string) => void
  onDown?: (code: string) => void
  onUp?: () => void
  /** Lower bounds of the classes, fixed for the period by the caller so that two days compare. */
  breaks?: number[]
  /** What is written in each area. Where `over` is given, the names are its names. */
  write?: 'names' | 'counts' | 'none'
  unit?: string
  heightMax?: number
  /** One pin only: the matter itself, at the precision of a stretch of road or a grid. */
  pin?: Position | null
  /** 界线为示意, or the date of the boundary. */
  basis?: string
  legend?: boolean
  twin?: boolean
  /** Only outlines and names: nothing is counted. */
  plain?: boolean
}

export type Drawn = MapArea & {
  path: string
  point: Point
  size: number
  width: number
  shade: number
}

function useWidth() {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(560)
  useLayoutEffect(() => {
    if (!box.current) return
    const watch = new ResizeObserver(
      ([entry]) => entry && setWidth(Math.max(240, Math.round(entry.contentRect.width))),
    )
    watch.observe(box.current)
    return () => watch.disconnect()
  }, [])
  return { box, width }
}

function useDrawing({ areas, over, breaks, heightMax = 520 }: Props, width: number) {
  return useMemo(() => {
    const frame = frameFor(
      areas.flatMap((area) => area.rings),
      width,
      heightMax,
    )
    const lows = breaks ?? naturalBreaks(areas.map((area) => area.count ?? 0))
    const drawn: Drawn[] = areas.map((area) => {
      const { point, size, box } = placeOf(area.rings, frame)
      const shade = area.count === null ? 0 : classOf(area.count, lows)
      return { ...area, path: pathOf(area.rings, frame), point, size, width: box.width, shade }
    })
    const borders = (over ?? []).map((border) => ({
      ...border,
      path: pathOf(border.rings, frame),
      point: placeOf(border.rings, frame).point,
    }))
    return { frame, lows, drawn, borders }
  }, [areas, over, breaks, heightMax, width])
}

const isDirection = (key: string): key is Direction => key.startsWith('Arrow')

type Moving = Pick<Props, 'onSelect' | 'onDown' | 'onUp'> & { drawn: Drawn[]; chosen: Drawn | null }

/** Arrows to the neighbours, Enter down, Backspace up. */
function keysOf({ drawn, chosen, onSelect, onDown, onUp }: Moving) {
  return (event: KeyboardEvent) => {
    if (isDirection(event.key)) {
      const others = drawn.filter((area) => area !== chosen)
      const next = chosen ? neighbour(chosen.point, others, event.key) : drawn[0]
      if (next) onSelect?.(next.code)
    } else if (event.key === 'Enter' && chosen) onDown?.(chosen.code)
    else if (event.key === 'Backspace') onUp?.()
    else return
    event.preventDefault()
  }
}

export function AreaMap(props: Props) {
  const { label, selected = null, onSelect, write = 'names', unit = '', pin, twin = true } = props
  const { t } = useWords()
  const id = useId()
  const { box, width } = useWidth()
  const { frame, lows, drawn, borders } = useDrawing(props, width)
  const chosen = drawn.find((area) => area.code === selected) ?? null
  const outline = chosen ?? borders.find((border) => border.code === selected)
  return (
    <figure className="k-map" ref={box}>
      <svg
        width={frame.width}
        height={frame.height}
        viewBox={`0 0 ${frame.width} ${frame.height}`}
        role="listbox"
        aria-label={label}
        aria-describedby={`${id}-help`}
        aria-activedescendant={chosen ? `${id}-${chosen.code}` : undefined}
        tabIndex={0}
        onKeyDown={keysOf({ ...props, drawn, chosen })}
      >
        <Hatch id={`${id}-hatch`} />
        {drawn.map((area) => (
          <Area key={area.code} id={id} area={area} {...props} unit={unit} selected={selected} />
        ))}
        <g role="presentation" className="k-map-borders">
          {borders.map((border) => (
            <path key={border.code} d={border.path} />
          ))}
        </g>
        {outline && <Selection path={outline.path} />}
        <MapLabels drawn={drawn} borders={borders} write={write} selected={selected} />
        {pin && <Pin at={frame.project(pin)} />}
      </svg>
      <p className="k-sr" id={`${id}-help`}>
        {t(kitWords.mapHelp)}
      </p>
      <Caption {...props} drawn={drawn} lows={lows} />
      {twin && <Twin drawn={drawn} unit={unit} selected={selected} onSelect={onSelect} />}
    </figure>
  )
}

type CaptionProps = Pick<Props, 'legend' | 'basis'> & { drawn: Drawn[]; lows: number[] }

function Caption({ legend = true, basis, drawn, lows }: CaptionProps) {
  return (
    <figcaption>
      {legend && (
        <MapLegend
          lows={lows}
          hidden={drawn.some((area) => area.count === null)}
          none={drawn.some((area) => area.count === 0)}
        />
      )}
      {basis !== undefined && <span className="k-map-basis">{basis}</span>}
    </figcaption>
  )
}

type AreaProps = Pick<Props, 'onSelect' | 'onDown' | 'plain'> & {
  id: string
  area: Drawn
  unit: string
  selected: string | null
}

function Area({ id, area, unit, selected, plain = false, onSelect, onDown }: AreaProps) {
  const { t, lang } = useWords()
  const count = area.count === null ? t(kitWords.hiddenSmall, { min: 10 }) : `${area.count}${unit}`
  const said = plain ? area.name : `${area.name}${lang === 'zh' ? '，' : ', '}${count}`
  return (
    <path
      id={`${id}-${area.code}`}
      role="option"
      aria-label={said}
      aria-selected={area.code === selected}
      d={area.path}
      fillRule="evenodd"
      className={`k-map-area is-shade-${area.shade}`}
      style={area.count === null ? { fill: `url(#${id}-hatch)` } : {}}
      onClick={() => onSelect?.(area.code)}
      onDoubleClick={() => onDown?.(area.code)}
    >
      <title>{said}</title>
    </path>
  )
}

/** Too small to show. */
function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern
        id={id}
        width="5"
        height="5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="5" height="5" className="k-map-hatch-ground" />
        <path d="M0 0V5" className="k-map-hatch" />
      </pattern>
    </defs>
  )
}

function Selection({ path }: { path: string }) {
  return (
    <g role="presentation" className="k-map-selection">
      <path d={path} />
      <path d={path} />
    </g>
  )
}

function Pin({ at }: { at: Point }) {
  return (
    <g role="presentation" className="k-map-pin" transform={`translate(${at.x} ${at.y})`}>
      <path d="M0 0S-12-12-12-20a12 12 0 0 1 24 0c0 8-12 20-12 20z" />
      <circle cx="0" cy="-20" r="4.2" />
    </g>
  )
}

type TwinProps = {
  drawn: Drawn[]
  unit: string
  selected: string | null
  onSelect: ((code: string) => void) | undefined
}

function Twin({ drawn, unit, selected, onSelect }: TwinProps): ReactNode {
  const { t } = useWords()
  return (
    <details className="k-map-twin k-screen-only">
      <summary className="k-def">{t(kitWords.mapList)}</summary>
      <ul>
        {[...drawn]
          .sort((a, b) => (a.code < b.code ? -1 : 1))
          .map((area) => (
            <li key={area.code}>
              <button
                type="button"
                aria-current={area.code === selected || undefined}
                onClick={() => onSelect?.(area.code)}
              >
                {area.name}
              </button>
              <span>{area.count === null ? '▨' : `${area.count}${unit}`}</span>
            </li>
          ))}
      </ul>
    </details>
  )
}
