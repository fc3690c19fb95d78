// What lies on the drawing map: the parts, the borders of before, names, the line that cuts, corners and faults.
import type { PointerEvent } from 'react'
import { type Corner, type Side, isSame, outlineOf, piecesOf } from '#core/places/corners.ts'
import { loopsFrom } from '#core/places/drawing-wire.ts'
import type { Part } from '#core/places/drawing.ts'
import { pointWithin } from '#core/places/geometry.ts'
import { stretchesOf } from '#core/places/part-borders.ts'
import { addCorner, middleOf, whyFixed } from '#core/places/redraw-corners.ts'
import { useNamed } from '../named.ts'
import type { Drafting } from './drafting.ts'
import { type Plane, pathOf, toPlane } from './table-view.ts'

type GroundProps = {
  id: string
  drafting: Drafting
  plane: Plane
  onPress: (event: PointerEvent, key: string) => void
}

export function Ground({ id, drafting, plane, onPress }: GroundProps) {
  const { drawing, part, view } = drafting
  const lookOf = (each: Part) =>
    ['redraw-part', each.was === null ? 'is-new' : '', each.key === part?.key ? 'is-chosen' : '']
      .filter(Boolean)
      .join(' ')
  return (
    <>
      <Hatch id={id} />
      {drawing.parts.map((each) => (
        <path
          key={each.key}
          d={pathOf(plane, each.loops)}
          className={lookOf(each)}
          {...(each.unclaimed ? { style: { fill: `url(#${id})` } } : {})}
          fillRule="evenodd"
          onPointerDown={(event) => onPress(event, each.key)}
        />
      ))}
      <path
        className="redraw-before"
        d={drawing.before.map((each) => pathOf(plane, each.loops)).join('')}
      />
      {view.ground.dedicated.map((each) => (
        <path
          key={each.code}
          className="redraw-dedicated"
          d={pathOf(plane, loopsFrom(each.loops))}
        />
      ))}
      <path className="redraw-outline" d={pathOf(plane, drawing.outline)} />
      {part !== null && <path className="redraw-chosen" d={pathOf(plane, part.loops)} />}
    </>
  )
}

export function Labels({ plane, parts }: { plane: Plane; parts: readonly Part[] }) {
  const nameOf = useNamed()
  return (
    <g className="redraw-labels" aria-hidden="true">
      {parts.map((part) => {
        if (part.unclaimed || part.name === '' || piecesOf(part.loops).length === 0) return null
        const { lon, lat } = pointWithin(outlineOf(part.loops))
        const [x, y] = toPlane(plane, [lon * 1e7, lat * 1e7])
        return (
          <text key={part.key} x={x} y={y}>
            {nameOf(part)}
          </text>
        )
      })}
    </g>
  )
}

export function Line({ plane, line }: { plane: Plane; line: readonly Corner[] }) {
  const points = line.map((corner) => toPlane(plane, corner))
  return (
    <g className="redraw-line" aria-hidden="true">
      <polyline points={points.map(([x, y]) => `${x},${y}`).join(' ')} />
      {points.map(([x, y], i) => (
        <circle key={i} cx={x} cy={y} />
      ))}
    </g>
  )
}

type HandlesProps = {
  drafting: Drafting
  plane: Plane
  loose: { corner: Corner; to: Corner } | null
  onGrab: (corner: Corner) => void
}

/** The corners that can be moved, and between them places for more. What is dragged is shown where it would be. */
export function Handles({ drafting, plane, loose, onGrab }: HandlesProps) {
  const { drawing, part, corner: chosen } = drafting
  const shared = stretchesOf(drawing, part?.key ?? '').filter(({ neighbour }) => neighbour !== null)
  const corners = (part?.loops.flat() ?? []).filter((each) => whyFixed(drawing, each) === null)
  const middles = shared.flatMap(({ corners: along }) =>
    along.slice(1).map((to, i): Side => [along[i]!, to]),
  )
  const grab = (event: PointerEvent, corner: Corner) => {
    event.stopPropagation()
    drafting.setCorner(corner)
    onGrab(corner)
  }
  return (
    <g className="redraw-handles" aria-hidden="true">
      {loose === null &&
        middles.map((side) => {
          const [x, y] = toPlane(plane, middleOf(side))
          const add = (event: PointerEvent) => {
            drafting.take((now) => addCorner(now, side))
            grab(event, middleOf(side))
          }
          return (
            <circle key={side.join()} className="is-middle" cx={x} cy={y} onPointerDown={add} />
          )
        })}
      {corners.map((each) => {
        const away = loose !== null && isSame(loose.corner, each)
        const [x, y] = toPlane(plane, away ? loose.to : each)
        const isChosen = away || (chosen !== null && isSame(chosen, each))
        return (
          <circle
            key={each.join()}
            className={isChosen ? 'is-chosen' : ''}
            cx={x}
            cy={y}
            onPointerDown={(event) => grab(event, each)}
          />
        )
      })}
    </g>
  )
}

/** The numbers of the list of faults, where they are. */
export function Marks({ drafting, plane }: { drafting: Drafting; plane: Plane }) {
  return (
    <g className="redraw-marks" aria-hidden="true">
      {drafting.faults.map(({ at }, i) => {
        if (at === null) return null
        const [x, y] = toPlane(plane, at)
        return (
          <g key={i} transform={`translate(${x} ${y})`}>
            <circle />
            <text>{i + 1}</text>
          </g>
        )
      })}
    </g>
  )
}

function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern
        id={id}
        width="14"
        height="14"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="14" height="14" className="k-map-hatch-ground" />
        <path d="M0 0V14" className="redraw-hatch" />
      </pattern>
    </defs>
  )
}
