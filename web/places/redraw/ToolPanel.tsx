// What to do with the chosen grid: look and name, split, merge, move a border.
import type { Corner } from '#core/places/corners.ts'
import { useWords } from '#web/kit/language.ts'
import { Button, Buttons } from '#web/kit/ui/Button.tsx'
import { Segmented } from '#web/kit/ui/Chip.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { BorderTools } from './BorderTools.tsx'
import { MergeTools } from './MergeTools.tsx'
import { NameForm } from './NameForm.tsx'
import { SplitTools } from './SplitTools.tsx'
import type { Drafting, Tool } from './drafting.ts'
import type { Plane } from './table-view.ts'
import { redrawWords as words, stepRefusals } from './words-redraw.ts'

type Props = {
  drafting: Drafting
  plane: Plane
  line: readonly Corner[]
  onBack: () => void
  onClear: () => void
}

const tools: readonly Tool[] = ['look', 'split', 'merge', 'border']

export function ToolPanel({ drafting, plane, line, onBack, onClear }: Props) {
  const { t } = useWords()
  const { part, refused, tool, undo, redo } = drafting
  return (
    <section className="redraw-tools">
      <Segmented
        label={t(words.tool)}
        options={tools.map((value) => ({ value, label: t(words[value]) }))}
        value={tool}
        onChange={(to) => {
          onClear()
          drafting.setTool(to)
        }}
      />
      <Buttons>
        <Button whyNot={undo === null ? t(words.nothingToUndo) : null} onClick={undo ?? undefined}>
          {t(words.undo)}
        </Button>
        <Button whyNot={redo === null ? t(words.nothingToRedo) : null} onClick={redo ?? undefined}>
          {t(words.redo)}
        </Button>
      </Buttons>
      {refused !== null && (
        <Notice tone="zhe" live>
          {t(stepRefusals[refused])}
        </Notice>
      )}
      {part === null ? (
        <p className="k-note">{t(words.choosePart)}</p>
      ) : tool === 'look' ? (
        <NameForm key={part.key} drafting={drafting} part={part} />
      ) : tool === 'split' ? (
        <SplitTools key={part.key} drafting={drafting} part={part} line={line} onBack={onBack} />
      ) : tool === 'merge' ? (
        <MergeTools drafting={drafting} part={part} />
      ) : (
        <BorderTools drafting={drafting} part={part} plane={plane} />
      )}
    </section>
  )
}
