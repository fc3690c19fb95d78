// Splitting: by pressing on the map, or straight between two places of the border chosen from lists.
import { useState } from 'react'
import type { Corner } from '#core/places/corners.ts'
import type { Part } from '#core/places/drawing.ts'
import { stretchesOf } from '#core/places/part-borders.ts'
import { middleOf } from '#core/places/redraw-corners.ts'
import { splitPart } from '#core/places/redraw-split.ts'
import { useWords } from '#web/kit/language.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { type Option, Select } from '#web/kit/ui/Field.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import type { Drafting } from './drafting.ts'
import { usePartName } from './part-names.ts'
import { redrawWords as words } from './words-redraw.ts'

type Props = { drafting: Drafting; part: Part; line: readonly Corner[]; onBack: () => void }

export function SplitTools({ drafting, part, line, onBack }: Props) {
  const { t } = useWords()
  const places = usePlaces(drafting, part)
  const [[from, to], choose] = useState(['', ''])
  const ends = [from, to].flatMap((value) => places.find((place) => place.value === value) ?? [])
  return (
    <div className="redraw-form">
      <p className="k-compact">{t(words.splitHow)}</p>
      <p className="k-note" role="status">
        {line.length === 0 ? t(words.splitBegin) : t(words.splitGoing, { n: line.length })}
      </p>
      {line.length > 0 && <Button onClick={onBack}>{t(words.splitBack)}</Button>}
      <SectionHeading>{t(words.splitStraight)}</SectionHeading>
      <Select
        label={t(words.splitFrom)}
        options={places}
        value={from}
        onChange={(event) => choose([event.target.value, to])}
      />
      <Select
        label={t(words.splitTo)}
        options={places}
        value={to}
        onChange={(event) => choose([from, event.target.value])}
      />
      <Button
        whyNot={ends.length === 2 ? null : t(words.splitNeeds)}
        onClick={() => {
          const corners = ends.map(({ corner }) => corner)
          drafting.take((drawing) => splitPart(drawing, part.key, corners))
        }}
      >
        {t(words.splitNow)}
      </Button>
    </div>
  )
}

/** Every corner of the border and every middle between two, called by the neighbour across. */
function usePlaces({ drawing }: Drafting, part: Part): (Option & { corner: Corner })[] {
  const { t } = useWords()
  const nameOf = usePartName()
  return stretchesOf(drawing, part.key).flatMap(({ neighbour, corners }, s) => {
    const across = drawing.parts.find((each) => each.key === neighbour)
    const where = neighbour === null ? t(words.outer) : t(words.withPart, { name: nameOf(across) })
    return corners.slice(0, -1).flatMap((corner, i) => {
      const place = { group: where, value: `${s}.${i}` }
      return [
        { ...place, corner, label: t(words.nth, { where, n: i + 1 }) },
        {
          ...place,
          value: `${s}.${i}m`,
          corner: middleOf([corner, corners[i + 1]!]),
          label: t(words.middle, { where, n: i + 1, m: i + 2 }),
        },
      ]
    })
  })
}
