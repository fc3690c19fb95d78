// Before and after in one picture: the old borders dashed, the new ones solid, new grids tinted.
import { useMemo } from 'react'
import { pointWithin } from '#core/places/geometry.ts'
import type { InForceView, Proposal } from '#core/places/contract-in-force.ts'
import { outlineOf, piecesOf } from '#core/places/corners.ts'
import { loopsFrom, partsFrom } from '#core/places/drawing-wire.ts'
import { useWords } from '#web/kit/language.ts'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { useNamed } from '../named.ts'
import { pathOf, planeOf, toPlane } from './table-view.ts'
import { inForceWords as words } from './words-in-force.ts'
import { redrawWords } from './words-redraw.ts'

/** What ends is in no list of those that go on. */
const kindBefore = ({ grids }: Proposal, code: string): string =>
  grids.find((grid) => grid.code === code)?.kind ?? 'ends'

export function InForceMap({ view, draft }: { view: InForceView; draft: Proposal }) {
  const { t } = useWords()
  const nameOf = useNamed()
  const drawn = useMemo(() => {
    const outline = loopsFrom(draft.outline)
    return {
      outline,
      plane: planeOf(outline),
      after: partsFrom(draft.after),
      before: partsFrom(draft.before),
    }
  }, [draft])
  const { plane, after, before, outline } = drawn
  const changed = before.filter(({ code }) => kindBefore(draft, code) !== 'stays')
  const kindOf = new Map(draft.grids.map(({ key, kind }) => [key, kind]))
  const air = Math.max(plane.width, plane.height) * 0.03
  // About what a pixel shows, so that names keep their size on a community of any shape.
  const perPixel = Math.max((plane.width + 2 * air) / 620, (plane.height + 2 * air) / 440)
  const box = [-air, -air, plane.width + 2 * air, plane.height + 2 * air]
  return (
    <section>
      <SectionHeading end={view.schematic ? t(redrawWords.schematic) : undefined}>
        {t(words.map)}
      </SectionHeading>
      <figure className="redraw-map is-still">
        <svg
          viewBox={box.join(' ')}
          style={{ '--px': perPixel } as React.CSSProperties}
          role="img"
          aria-label={t(words.mapLabel, { name: nameOf(view.area) })}
        >
          {after.map((part) => (
            <path
              key={part.key}
              d={pathOf(plane, part.loops)}
              className={`redraw-part${kindOf.get(part.key) === 'stays' ? '' : ' is-new'}`}
              fillRule="evenodd"
            />
          ))}
          <path
            className="redraw-was"
            d={changed.map((part) => pathOf(plane, part.loops)).join('')}
          />
          <path className="redraw-outline" d={pathOf(plane, outline)} />
          <g className="redraw-labels" aria-hidden="true">
            {after.map((part) => {
              if (part.name === '' || piecesOf(part.loops).length === 0) return null
              const { lon, lat } = pointWithin(outlineOf(part.loops))
              const [x, y] = toPlane(plane, [lon * 1e7, lat * 1e7])
              return (
                <text key={part.key} x={x} y={y}>
                  {nameOf(part)}
                </text>
              )
            })}
          </g>
        </svg>
      </figure>
    </section>
  )
}
