// The draft as a map: parts to choose, a line to cut by, corners to drag. Everything here can be done from the lists
// beside it too; the map answers to the keyboard by itself.
import { type PointerEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import type { Corner } from '#core/places/corners.ts'
import { moveCorner } from '#core/places/redraw-corners.ts'
import { useWords } from '#web/kit/language.ts'
import { Ground, Handles, Labels, Line, Marks } from './DrawingMarks.tsx'
import type { Drafting } from './drafting.ts'
import { keysOf } from './map-keys.ts'
import { MapTools } from './MapTools.tsx'
import { type Plane, type Seeing, fromPlane, toPlane } from './table-view.ts'
import { redrawWords as words } from './words-redraw.ts'

type Props = {
  drafting: Drafting
  plane: Plane
  seeing: Seeing
  /** The line that cuts, as far as it is drawn. */
  line: readonly Corner[]
  /** A press on the ground, with how many metres a finger is wide. */
  onPress: (at: Corner, key: string | null, reachMetres: number) => void
  onBack: () => void
}

const fingerPixels = 12

export function DrawingMap({ drafting, plane, seeing, line, onPress, onBack }: Props) {
  const { t } = useWords()
  const id = useId()
  const svg = useRef<SVGSVGElement>(null)
  const perPixel = usePerPixel(svg, seeing)
  const [dragged, setDragged] = useState<{ corner: Corner; to: Corner } | null>(null)
  const { drawing, part, tool, corner } = drafting
  const spot = (event: PointerEvent): Corner | null => {
    const matrix = svg.current?.getScreenCTM()
    if (matrix == null) return null
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse())
    return fromPlane(plane, [x, y])
  }
  const press = (event: PointerEvent, key: string | null) => {
    const at = spot(event)
    if (at !== null && event.button === 0) onPress(at, key, fingerPixels * perPixel)
  }
  const drop = () => {
    if (dragged !== null) drafting.take((now) => moveCorner(now, dragged.corner, dragged.to))
    if (dragged !== null) drafting.setCorner(dragged.to)
    setDragged(null)
  }
  return (
    <figure className="redraw-map">
      <MapTools
        seeing={seeing}
        perPixel={perPixel}
        around={corner === null ? undefined : toPlane(plane, corner)}
      />
      <svg
        ref={svg}
        viewBox={`${seeing.sight.x} ${seeing.sight.y} ${seeing.sight.w} ${seeing.sight.h}`}
        style={{ '--px': perPixel } as React.CSSProperties}
        role="application"
        aria-label={t(words.mapLabel, { name: drafting.view.area.name, n: drawing.parts.length })}
        aria-describedby={`${id}-help`}
        tabIndex={0}
        onKeyDown={keysOf({ drafting, plane, seeing, onBack })}
        onPointerMove={(event) => {
          const to = dragged === null ? null : spot(event)
          if (dragged !== null && to !== null) setDragged({ ...dragged, to })
        }}
        onPointerUp={drop}
        onPointerLeave={() => setDragged(null)}
      >
        <Ground id={`${id}-rest`} drafting={drafting} plane={plane} onPress={press} />
        <Labels plane={plane} parts={drawing.parts} />
        {line.length > 0 && <Line plane={plane} line={line} />}
        {tool === 'border' && part !== null && (
          <Handles
            drafting={drafting}
            plane={plane}
            loose={dragged}
            onGrab={(corner) => setDragged({ corner, to: corner })}
          />
        )}
        <Marks drafting={drafting} plane={plane} />
      </svg>
      <p className="k-sr" id={`${id}-help`}>
        {t(words.mapHelp)}
      </p>
    </figure>
  )
}

/** Metres that one pixel of the screen shows. */
function usePerPixel(svg: React.RefObject<SVGSVGElement | null>, { sight }: Seeing): number {
  const [size, setSize] = useState({ width: 640, height: 560 })
  useLayoutEffect(() => {
    if (svg.current === null) return
    const watch = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height })
    })
    watch.observe(svg.current)
    return () => watch.disconnect()
  }, [svg])
  return Math.max(sight.w / size.width, sight.h / size.height)
}
