// Moving a border without a mouse: a stretch, a corner of it, and pushes by metres. The map shows the same corner.
import { useState } from 'react'
import { isSame } from '#core/places/corners.ts'
import type { Part } from '#core/places/drawing.ts'
import { type Stretch, sideAfter, stretchesOf } from '#core/places/part-borders.ts'
import { addCorner, dropCorner, whyCannotDrop, whyFixed } from '#core/places/redraw-corners.ts'
import { useWords } from '#web/kit/language.ts'
import { Button, Buttons } from '#web/kit/ui/Button.tsx'
import { Segmented } from '#web/kit/ui/Chip.tsx'
import { Select } from '#web/kit/ui/Field.tsx'
import type { Drafting } from './drafting.ts'
import { pushCorner } from './map-keys.ts'
import { usePartName } from './part-names.ts'
import { type Plane, pushed } from './table-view.ts'
import { redrawWords as words, stepRefusals } from './words-redraw.ts'

type Props = { drafting: Drafting; part: Part; plane: Plane }

export function BorderTools({ drafting, part, plane }: Props) {
  const { t } = useWords()
  const nameOf = usePartName()
  const { drawing, corner } = drafting
  const stretches = stretchesOf(drawing, part.key).filter(({ neighbour }) => neighbour !== null)
  const holds = ({ corners }: Stretch) =>
    corner !== null && corners.some((each) => isSame(each, corner))
  const at = stretches.findIndex(holds)
  const [picked, pick] = useState('')
  const index = at >= 0 ? at : Number(picked === '' ? -1 : picked)
  const stretch = stretches[index]
  const called = ({ neighbour }: Stretch) =>
    nameOf(drawing.parts.find((each) => each.key === neighbour))
  if (stretches.length === 0) return <p className="k-note">{t(words.noStretch)}</p>
  return (
    <div className="redraw-form">
      <p className="k-compact">{t(words.borderHow)}</p>
      <Select
        label={t(words.stretch)}
        options={stretches.map((each, i) => ({
          value: String(i),
          label: t(words.withPart, { name: called(each) }),
        }))}
        value={stretch === undefined ? '' : String(index)}
        onChange={(event) => {
          pick(event.target.value)
          drafting.setCorner(null)
        }}
      />
      {stretch !== undefined && (
        <Select
          label={t(words.corner)}
          options={stretch.corners.map((each, i) => {
            const why = whyFixed(drawing, each)
            return {
              value: String(i),
              label: t(words.nth, {
                where: t(words.withPart, { name: called(stretch) }),
                n: i + 1,
              }),
              whyNot: why === null ? null : t(stepRefusals[why]),
            }
          })}
          value={String(
            stretch.corners.findIndex((each) => corner !== null && isSame(each, corner)),
          )}
          onChange={(event) =>
            drafting.setCorner(stretch.corners[Number(event.target.value)] ?? null)
          }
        />
      )}
      {stretch !== undefined && <Push drafting={drafting} plane={plane} stretch={stretch} />}
    </div>
  )
}

const steps = ['1', '10', '50'] as const

function Push({
  drafting,
  plane,
  stretch,
}: {
  drafting: Drafting
  plane: Plane
  stretch: Stretch
}) {
  const { t } = useWords()
  const [step, setStep] = useState<(typeof steps)[number]>('10')
  const { drawing, corner } = drafting
  const first = stretch.corners[0]
  const side = sideAfter(stretch, corner ?? first!)
  const whyNotDrop = corner === null ? null : whyCannotDrop(drawing, corner)
  const push = (east: number, north: number) => () => {
    if (corner === null) return
    const far = Number(step)
    pushCorner(drafting, corner, pushed(corner, east * far, north * far, plane.unit))
  }
  return (
    <>
      {corner !== null && (
        <>
          <Segmented
            label={t(words.step)}
            options={steps.map((value) => ({ value, label: t(words.scale, { n: value }) }))}
            value={step}
            onChange={setStep}
          />
          <Buttons>
            <Button icon="left" onClick={push(-1, 0)}>
              {t(words.west)}
            </Button>
            <Button icon="right" onClick={push(1, 0)}>
              {t(words.east)}
            </Button>
            <Button icon="up" onClick={push(0, 1)}>
              {t(words.north)}
            </Button>
            <Button icon="down" onClick={push(0, -1)}>
              {t(words.south)}
            </Button>
          </Buttons>
        </>
      )}
      <Buttons>
        <Button
          whyNot={side === null ? t(words.lastCorner) : null}
          onClick={() => side !== null && drafting.take((now) => addCorner(now, side))}
        >
          {t(words.addCorner)}
        </Button>
        {corner !== null && (
          <Button
            whyNot={whyNotDrop === null ? null : t(stepRefusals[whyNotDrop])}
            onClick={() => {
              drafting.take((now) => dropCorner(now, corner))
              drafting.setCorner(null)
            }}
          >
            {t(words.dropCorner)}
          </Button>
        )}
      </Buttons>
    </>
  )
}
