// How the drawing lies on the screen: metres on the ground as units of the picture, and the part of it in sight.
import { useMemo, useState } from 'react'
import type { Scale } from '#core/places/geometry.ts'
import { type Corner, type Loop, unitsAt } from '#core/places/corners.ts'

export type Plane = { west: number; north: number; unit: Scale; width: number; height: number }
export type Sight = { x: number; y: number; w: number; h: number }

/** Of the community's outline, to which everything drawn keeps. */
export function planeOf(outline: readonly Loop[]): Plane {
  const xs = outline.flatMap((loop) => loop.map(([x]) => x))
  const ys = outline.flatMap((loop) => loop.map(([, y]) => y))
  const unit = unitsAt(outline)
  const [west, north] = [Math.min(...xs), Math.max(...ys)]
  return {
    west,
    north,
    unit,
    width: (Math.max(...xs) - west) * unit.x,
    height: (north - Math.min(...ys)) * unit.y,
  }
}

export const toPlane = ({ west, north, unit }: Plane, [x, y]: Corner): [number, number] => [
  (x - west) * unit.x,
  (north - y) * unit.y,
]

export const fromPlane = ({ west, north, unit }: Plane, [x, y]: readonly number[]): Corner => [
  Math.round(west + (x ?? 0) / unit.x),
  Math.round(north - (y ?? 0) / unit.y),
]

/** The corner so many metres east and north of this one. */
export const pushed = ([x, y]: Corner, east: number, north: number, unit: Scale): Corner => [
  Math.round(x + east / unit.x),
  Math.round(y + north / unit.y),
]

export function pathOf(plane: Plane, loops: readonly Loop[]): string {
  return loops
    .map((loop) => {
      const points = loop.map((corner) => toPlane(plane, corner))
      return `M${points.map(([x, y]) => `${x.toFixed(2)} ${y.toFixed(2)}`).join('L')}z`
    })
    .join('')
}

const closestMetres = 20

export function useSight(plane: Plane) {
  const whole = useMemo((): Sight => {
    const air = Math.max(plane.width, plane.height) * 0.04
    return { x: -air, y: -air, w: plane.width + 2 * air, h: plane.height + 2 * air }
  }, [plane])
  const [sight, setSight] = useState(whole)
  const zoom = (by: number, around?: readonly [number, number]) =>
    setSight((now) => {
      const w = Math.min(whole.w, Math.max(closestMetres, now.w * by))
      const h = (w / whole.w) * whole.h
      const [cx, cy] = around ?? [now.x + now.w / 2, now.y + now.h / 2]
      return within(whole, { x: cx - w / 2, y: cy - h / 2, w, h })
    })
  const pan = (x: number, y: number) =>
    setSight((now) => within(whole, { ...now, x: now.x + now.w * x, y: now.y + now.h * y }))
  /** Brings a place into the middle, near enough to see what is wrong there. */
  const show = (corner: Corner) => {
    const [x, y] = toPlane(plane, corner)
    const w = Math.min(sight.w, whole.w / 3)
    const h = (w / whole.w) * whole.h
    setSight(within(whole, { x: x - w / 2, y: y - h / 2, w, h }))
  }
  return { sight, zoom, pan, show, all: () => setSight(whole), whole }
}

export type Seeing = ReturnType<typeof useSight>

function within(whole: Sight, { x, y, w, h }: Sight): Sight {
  const held = (at: number, length: number, from: number, most: number) =>
    Math.min(Math.max(at, from), Math.max(from, from + most - length))
  return { x: held(x, w, whole.x, whole.w), y: held(y, h, whole.y, whole.h), w, h }
}
