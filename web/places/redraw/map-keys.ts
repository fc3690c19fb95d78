// The keys of the drawing map: moving what is in sight, or the chosen corner by metres.
import type { KeyboardEvent } from 'react'
import { type Corner, isSame } from '#core/places/corners.ts'
import { dropCorner, moveCorner, whyFixed } from '#core/places/redraw-corners.ts'
import type { Drafting } from './drafting.ts'
import { type Plane, type Seeing, pushed, toPlane } from './table-view.ts'

type Table = { drafting: Drafting; plane: Plane; seeing: Seeing; onBack: () => void }

const ways: Record<string, readonly [east: number, north: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}

export function keysOf(table: Table) {
  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (acted(table, event)) event.preventDefault()
  }
}

function acted({ drafting, plane, seeing, onBack }: Table, event: KeyboardEvent): boolean {
  const { corner, tool } = drafting
  const around = corner === null ? undefined : toPlane(plane, corner)
  const way = ways[event.key]
  if (way !== undefined && corner !== null && tool === 'border') {
    const far = event.shiftKey ? 10 : 1
    pushCorner(drafting, corner, pushed(corner, way[0] * far, way[1] * far, plane.unit))
  } else if (way !== undefined) seeing.pan(way[0] * 0.2, -way[1] * 0.2)
  else if (event.key === '+' || event.key === '=') seeing.zoom(0.5, around)
  else if (event.key === '-') seeing.zoom(2, around)
  else if (event.key === '0') seeing.all()
  else if (event.key === '[' || event.key === ']') nextCorner(drafting, event.key === ']' ? 1 : -1)
  else if (event.key === 'Delete' && corner !== null)
    drafting.take((drawing) => dropCorner(drawing, corner))
  else if (event.key === 'Backspace' || event.key === 'Escape') onBack()
  else return false
  return true
}

export function pushCorner(drafting: Drafting, corner: Corner, to: Corner): void {
  const moved = moveCorner(drafting.drawing, corner, to)
  drafting.take(() => moved)
  if (moved.ok) drafting.setCorner(to)
}

function nextCorner(drafting: Drafting, by: 1 | -1): void {
  const { drawing, part, corner } = drafting
  const corners = (part?.loops.flat() ?? []).filter((each) => whyFixed(drawing, each) === null)
  if (corners.length === 0) return
  const at = corner === null ? -1 : corners.findIndex((each) => isSame(each, corner))
  const next = at < 0 ? 0 : (at + by + corners.length) % corners.length
  drafting.setCorner(corners[next] ?? null)
}
