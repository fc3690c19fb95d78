// Zoom, and how long a stretch of the picture is on the ground.
import { useWords } from '#web/kit/language.ts'
import { Button, Buttons } from '#web/kit/ui/Button.tsx'
import type { Seeing } from './table-view.ts'
import { redrawWords as words } from './words-redraw.ts'

type Props = {
  seeing: Seeing
  perPixel: number
  /** What stays in the middle: the chosen corner. */
  around: readonly [number, number] | undefined
}

export function MapTools({ seeing, perPixel, around }: Props) {
  const { t } = useWords()
  const metres = roundLength(perPixel * 90)
  return (
    <div className="redraw-zoom">
      <Buttons>
        <Button onClick={() => seeing.zoom(0.5, around)}>{t(words.closer)}</Button>
        <Button onClick={() => seeing.zoom(2, around)}>{t(words.farther)}</Button>
        <Button onClick={() => seeing.all()}>{t(words.all)}</Button>
      </Buttons>
      <span className="redraw-scale">
        <i style={{ width: `${metres / perPixel}px` }} aria-hidden="true" />
        {t(words.scale, { n: metres })}
      </span>
    </div>
  )
}

/** 1, 2 or 5 and noughts: a length one can think of. */
function roundLength(metres: number): number {
  const ten = 10 ** Math.floor(Math.log10(Math.max(metres, 1)))
  return ten * ([5, 2, 1].find((step) => step * ten <= metres) ?? 1)
}
