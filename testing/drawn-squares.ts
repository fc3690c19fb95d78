// Two squares side by side, a kilometre each, as grids of a community: the ground on which the tests of drawing draw.
import { type Corner, cornerAt, twiceArea } from '#core/places/corners.ts'
import { type DrawingFault, faultsOfDrawing } from '#core/places/drawing-faults.ts'
import { type Drawing, type GridOutline, openDrawing } from '#core/places/drawing.ts'
import type { Outline } from '#core/places/geometry.ts'
import { namePart } from '#core/places/grid-names.ts'
import { splitPart } from '#core/places/redraw-split.ts'

export const box = (west: number, south: number, east: number, north: number): Outline => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
})
export const at = (lon: number, lat: number): Corner => cornerAt([lon, lat])
export const grid = (n: number, outline: Outline): GridOutline => ({
  code: `50010810600300${n}`,
  name: `第${n}网格`,
  nameEn: `Grid ${n}`,
  outline,
})
/** Two squares side by side, a kilometre each. */
export const community = box(106.6, 29.5, 106.62, 29.51)
export const squares = [
  grid(1, box(106.6, 29.5, 106.61, 29.51)),
  grid(2, box(106.61, 29.5, 106.62, 29.51)),
]
export const open = (grids = squares, around = community): Drawing => {
  const drawing = openDrawing(around, grids)
  if (drawing === null) throw new Error('these outlines can be drawn on')
  return drawing
}
export const [one, two] = squares.map(({ code }) => code) as [string, string]
const ground = (drawing: Drawing) => ({
  outline: drawing.outline,
  codePattern: '^\\d{15}$',
  codeBegins: '500108106003',
  codesTaken: ['500108106003007'],
  squareMetresMin: 100,
})
export const must = <T>(result: { ok: true; value: T } | { ok: false; refusal: string }): T => {
  if (!result.ok) throw new Error(result.refusal)
  return result.value
}
export const faults = (drawing: Drawing): DrawingFault[] =>
  faultsOfDrawing(ground(drawing), drawing.parts)
export const kinds = (drawing: Drawing) => faults(drawing).map(({ fault }) => fault)
export const whole = (drawing: Drawing) =>
  drawing.parts.flatMap((part) => part.loops).reduce((sum, loop) => sum + twiceArea(loop), 0)
export const keys = (drawing: Drawing) => drawing.parts.map(({ key }) => key)
export const halves = (drawing = open()) =>
  must(splitPart(drawing, one, [at(106.605, 29.5), at(106.605, 29.51)]))
export const named = (drawing: Drawing) =>
  drawing.parts.reduce(
    (kept, part, i) =>
      part.was === null
        ? namePart(kept, part.key, { code: `50010810600310${i}`, name: `新${i}`, nameEn: null })
        : kept,
    drawing,
  )
