// Merging the chosen grid with a neighbour; ground without a grid is given to one.
import type { Part } from '#core/places/drawing.ts'
import { mergeParts, neighboursOfPart } from '#core/places/redraw-merge.ts'
import { useWords } from '#web/kit/language.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import type { Drafting } from './drafting.ts'
import { usePartName } from './part-names.ts'
import { redrawWords as words } from './words-redraw.ts'

export function MergeTools({ drafting, part }: { drafting: Drafting; part: Part }) {
  const { t } = useWords()
  const nameOf = usePartName()
  const neighbours = neighboursOfPart(drafting.drawing, part.key)
  return (
    <div className="redraw-form">
      <p className="k-compact">{t(words.mergeHow)}</p>
      {neighbours.length === 0 && <p className="k-note">{t(words.noNeighbours)}</p>}
      <ul className="redraw-choices">
        {neighbours.map((each) => (
          <li key={each.key}>
            <Button
              onClick={() => drafting.take((drawing) => mergeParts(drawing, part.key, each.key))}
            >
              {t(part.unclaimed ? words.mergeInto : words.mergeWith, { name: nameOf(each) })}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
