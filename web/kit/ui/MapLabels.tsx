// Names with a halo and numbers, the larger areas first; what would lie on another label is left to the title and the list.
import type { Drawn, MapBorder } from './AreaMap.tsx'
import type { Point } from './map-geometry.ts'

type Props = {
  drawn: Drawn[]
  borders: (MapBorder & { point: Point })[]
  write: 'names' | 'counts' | 'none'
  selected: string | null
}

type Box = { x: number; y: number; width: number; height: number }

const overlaps = (a: Box, b: Box) =>
  Math.abs(a.x - b.x) * 2 < a.width + b.width && Math.abs(a.y - b.y) * 2 < a.height + b.height

/** 汉字 are as wide as the letter size, Latin letters a little more than half. */
function widthOf(text: string, size: number): number {
  return [...text].reduce(
    (sum, letter) => sum + (letter.charCodeAt(0) > 0x2e7f ? size : size * 0.56),
    6,
  )
}

function placeNames(
  candidates: { key: string; text: string; point: Point; room: number }[],
  size: number,
  taken: Box[],
) {
  return candidates.filter(({ text, point, room }) => {
    const box = { ...point, width: widthOf(text, size), height: size * 1.4 }
    if (box.width > room * 1.7 || taken.some((other) => overlaps(box, other))) return false
    taken.push(box)
    return true
  })
}

export function MapLabels({ drawn, borders, write, selected }: Props) {
  const taken: Box[] = []
  const inOrder = [...drawn].sort(
    (a, b) => Number(b.code === selected) - Number(a.code === selected) || b.size - a.size,
  )
  const names =
    borders.length > 0
      ? borders.map((border) => ({
          key: border.code,
          text: border.name,
          point: border.point,
          room: Infinity,
        }))
      : write === 'names'
        ? inOrder.map((area) => ({
            key: area.code,
            text: area.name,
            point: area.point,
            room: area.width,
          }))
        : []
  const written = placeNames(names, 13, taken)
  const numbers =
    write === 'counts'
      ? inOrder.filter((area) => {
          const box = { ...area.point, width: 18, height: 16 }
          return (
            area.count !== null &&
            area.count > 0 &&
            area.width > 16 &&
            !taken.some((other) => overlaps(box, other))
          )
        })
      : []
  return (
    <g aria-hidden="true" className="k-map-labels">
      {numbers.map((area) => (
        <text
          key={area.code}
          x={area.point.x}
          y={area.point.y}
          className={`is-number on-shade-${area.shade}`}
        >
          {area.count}
        </text>
      ))}
      {written.map((name) => (
        <text
          key={name.key}
          x={name.point.x}
          y={name.point.y}
          className={name.key === selected ? 'is-chosen' : ''}
        >
          {name.text}
        </text>
      ))}
    </g>
  )
}
