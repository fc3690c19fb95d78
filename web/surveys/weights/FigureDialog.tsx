// A known figure of who lives here, copied from a register: counts by group, with the day and where they come from.
import { useState } from 'react'
import { enterPopulation, readPopulation, readWeighting } from '#core/surveys/contract-results.ts'
import { useToday, useWords } from '#web/kit/language.ts'
import { useCommand } from '#web/kit/queries.ts'
import { AskDialog } from '#web/kit/ui/AskDialog.tsx'
import { TextArea, TextField } from '#web/kit/ui/Field.tsx'
import { readLines } from './figure-lines.ts'
import { weightRefusals, weightWords as words } from './words-weights.ts'

const same = (text: string) => ({ zh: text, en: text })

type Typed = Record<'dimension' | 'title' | 'asOf' | 'source' | 'lines', string>

function useFigure() {
  const { t } = useWords()
  const today = useToday()
  const [typed, setTyped] = useState<Typed>({
    dimension: '',
    title: '',
    asOf: today,
    source: '',
    lines: '',
  })
  const { lines, bad } = readLines(typed.lines)
  const wrong = {
    dimension: /^[a-z][a-zA-Z0-9]{0,39}$/.test(typed.dimension) ? null : t(words.dimensionBad),
    title: typed.title.trim() === '' ? t(words.figureTitleHint) : null,
    source: typed.source.trim().length < 2 ? t(words.sourceHint) : null,
    lines: bad !== null ? t(words.linesBad, bad) : lines.length < 2 ? t(words.linesFew) : null,
  }
  const set = (key: keyof Typed) => (event: { target: { value: string } }) =>
    setTyped({ ...typed, [key]: event.target.value })
  const categories = lines.map(({ label, people }) => ({
    code: label.slice(0, 40),
    label: same(label),
    people,
  }))
  const { dimension, asOf } = typed
  const figure = {
    dimension,
    asOf,
    source: typed.source.trim(),
    title: same(typed.title.trim()),
    categories,
  }
  return { today, typed, set, wrong, figure }
}

export function FigureDialog({ area, onClose }: { area: string; onClose: () => void }) {
  const { t } = useWords()
  const [tried, setTried] = useState(false)
  const it = useFigure()
  const enter = useCommand(enterPopulation, {
    refresh: [readWeighting, readPopulation],
    onDone: onClose,
  })
  const send = () => {
    setTried(true)
    if (Object.values(it.wrong).every((each) => each === null)) enter.mutate({ area, ...it.figure })
  }
  return (
    <AskDialog
      title={t(words.addFigure)}
      says={t(words.enterSo)}
      verb={t(words.enter)}
      busy={enter.isPending}
      error={enter.error}
      refusals={weightRefusals}
      onSubmit={send}
      onClose={onClose}
    >
      <FigureFields it={it} tried={tried} />
    </AskDialog>
  )
}

function FigureFields({ it, tried }: { it: ReturnType<typeof useFigure>; tried: boolean }) {
  const { t } = useWords()
  const { typed, set, wrong, today } = it
  const error = (key: keyof typeof wrong) => (tried ? wrong[key] : null)
  const text = (key: 'title' | 'dimension' | 'source', max: number) => ({
    error: error(key),
    maxLength: max,
    value: typed[key],
    onChange: set(key),
  })
  return (
    <>
      <div className="k-ask-pair">
        <TextField
          label={t(words.figureTitle)}
          hint={t(words.figureTitleHint)}
          {...text('title', 60)}
        />
        <TextField
          label={t(words.dimension)}
          hint={t(words.dimensionHint)}
          autoCapitalize="none"
          {...text('dimension', 40)}
        />
        <TextField
          label={t(words.asOf)}
          type="date"
          max={today}
          value={typed.asOf}
          onChange={set('asOf')}
        />
        <TextField label={t(words.sourceOf)} hint={t(words.sourceHint)} {...text('source', 200)} />
      </div>
      <TextArea
        label={t(words.lines)}
        hint={t(words.linesHint)}
        error={error('lines')}
        rows={6}
        value={typed.lines}
        onChange={set('lines')}
      />
    </>
  )
}
