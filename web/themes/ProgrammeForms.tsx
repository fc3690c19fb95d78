// The acts on a theme after its decision: frame, goals, measures, the next step, the evaluation, adopting a practice.
import { type FormEvent, type ReactNode, useState } from 'react'
import type { Endpoint } from '#core/kit/contract.ts'
import {
  type ThemeView,
  addThemeMeasure,
  adoptThemePractice,
  endThemeMeasure,
  evaluateTheme,
  listThemePractices,
  moveTheme,
  readTheme,
  setThemeFrame,
} from '#core/themes/contract-programme.ts'
import {
  type MeasureKind,
  type ThemeState,
  hasBegun,
  measureKinds,
  nextStates,
} from '#core/themes/programme.ts'
import { useWords } from '#web/kit/language.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Select, TextArea, TextField } from '#web/kit/ui/Field.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { Problems } from './Problems.tsx'
import { actWords } from './words-act.ts'
import { programmeWords as words } from './words-programme.ts'

export type Props = { theme: ThemeView; onDone?: () => void }
const refresh: Endpoint[] = [readTheme]

/** Fields of text by name, and what to write on each. */
export function useTyped<K extends string>(blank: Record<K, string>) {
  const [typed, setTyped] = useState(blank)
  const set = (key: K) => ({
    value: typed[key],
    onChange: (event: { target: { value: string } }) =>
      setTyped((before) => ({ ...before, [key]: event.target.value })),
  })
  return { typed, set, setTyped }
}

type FormProps = {
  error: unknown
  busy: boolean
  label: string
  whyNot?: string | null
  onSend: () => void
  children: ReactNode
}

export function Form({ error, busy, label, whyNot = null, onSend, children }: FormProps) {
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (whyNot === null) onSend()
  }
  return (
    <form className="th-form k-screen-only" onSubmit={send}>
      {children}
      <div className="is-wide">
        <Problems error={error} />
        <Button type="submit" busy={busy} whyNot={whyNot}>
          {label}
        </Button>
      </div>
    </form>
  )
}

export function useAct<E extends Endpoint>(endpoint: E, onDone?: () => void) {
  const { t } = useWords()
  const toast = useToast()
  return useCommand(endpoint, {
    refresh,
    onDone: () => {
      toast(t(actWords.done))
      onDone?.()
    },
  })
}

export function FrameForm({ theme }: Props) {
  const { t } = useWords()
  const { typed, set } = useTyped({ promise: theme.promise ?? '', circle: theme.circle ?? '' })
  const act = useAct(setThemeFrame)
  return (
    <Form
      error={act.error}
      busy={act.isPending}
      label={t(words.save)}
      onSend={() => act.mutate({ id: theme.id, ...typed })}
    >
      <TextArea label={t(words.promise)} maxLength={500} {...set('promise')} />
      <TextArea label={t(words.circle)} maxLength={500} {...set('circle')} />
    </Form>
  )
}

export const numberOf = (text: string): number | null => (text.trim() === '' ? null : Number(text))

export function MeasureForm({ theme, onDone }: Props) {
  const { t } = useWords()
  const { typed, set } = useTyped({
    kind: 'measure',
    text: '',
    amount: '',
    fromOn: '',
    instead: '',
  })
  const act = useAct(addThemeMeasure, onDone)
  const send = () =>
    act.mutate({
      id: theme.id,
      kind: (typed.kind || 'measure') as MeasureKind,
      text: typed.text,
      refersTo: null,
      amountFen: typed.kind === 'budget' ? Math.round(Number(typed.amount) * 100) : null,
      fromOn: typed.fromOn,
      insteadOf: typed.instead === '' ? null : typed.instead,
    })
  return (
    <Form error={act.error} busy={act.isPending} label={t(words.save)} onSend={send}>
      <Select
        label={t(words.kind)}
        options={measureKinds.map((each) => ({ value: each, label: t(words.measureKinds[each]) }))}
        {...set('kind')}
      />
      <TextField label={t(words.text)} maxLength={300} {...set('text')} />
      {typed.kind === 'budget' && (
        <TextField label={t(words.amount)} inputMode="decimal" {...set('amount')} />
      )}
      <TextField label={t(words.fromOn)} type="date" {...set('fromOn')} />
      {theme.adoptedFrom !== null && (
        <Select
          label={t(words.insteadOf)}
          empty={t(words.none)}
          options={theme.measures
            .filter(({ kind, untilOn }) => kind !== 'budget' && untilOn === null)
            .map((each) => ({ value: each.id, label: each.text }))}
          {...set('instead')}
        />
      )}
    </Form>
  )
}

export function EndMeasure({ theme, measureId }: Props & { measureId: string }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const { typed, set } = useTyped({ onDay: '', reason: '' })
  const act = useAct(endThemeMeasure, () => setOpen(false))
  if (!open)
    return (
      <button type="button" className="k-link th-end k-screen-only" onClick={() => setOpen(true)}>
        {t(words.end)}
      </button>
    )
  return (
    <Form
      error={act.error}
      busy={act.isPending}
      label={t(words.end)}
      onSend={() => act.mutate({ id: theme.id, measureId, ...typed })}
    >
      <TextField label={t(words.onDay)} type="date" {...set('onDay')} />
      <TextField label={t(words.reason)} maxLength={500} {...set('reason')} />
    </Form>
  )
}

export function MoveForm({ theme }: Props) {
  const { t } = useWords()
  const { typed, set } = useTyped({ to: '', onDay: '', reason: '' })
  const act = useAct(moveTheme)
  const states = nextStates(theme.state).filter((state) => state !== 'evaluated')
  const send = () => {
    if (typed.to !== '') act.mutate({ id: theme.id, ...typed, to: typed.to as ThemeState })
  }
  return (
    <Form error={act.error} busy={act.isPending} label={t(words.save)} onSend={send}>
      <Select
        label={t(words.next)}
        options={states.map((state) => ({ value: state, label: t(words.moves[state]) }))}
        {...set('to')}
      />
      <TextField label={t(words.onDay)} type="date" {...set('onDay')} />
      <TextField label={t(words.reason)} maxLength={500} {...set('reason')} />
    </Form>
  )
}

export function EvaluateForm({ theme, onDone }: Props) {
  const { t } = useWords()
  const [conclusion, setConclusion] = useState('')
  const [found, setFound] = useState<Record<string, Record<'value' | 'low' | 'high', string>>>({})
  const act = useAct(evaluateTheme, onDone)
  const open = theme.goals.filter(({ now }) => now === null)
  const send = () =>
    act.mutate({
      id: theme.id,
      conclusion,
      found: Object.entries(found).flatMap(([goalId, { value, low, high }]) =>
        value.trim() === ''
          ? []
          : [{ goalId, value: Number(value), low: numberOf(low), high: numberOf(high) }],
      ),
    })
  return (
    <Form error={act.error} busy={act.isPending} label={t(words.evaluate)} onSend={send}>
      <p className="k-why is-wide">{t(words.evaluateHint)}</p>
      {open.map((goal) => {
        const typed = found[goal.id] ?? { value: '', low: '', high: '' }
        return (['value', 'low', 'high'] as const).map((part) => (
          <TextField
            key={`${goal.id} ${part}`}
            label={`${t(words.foundFor, { text: goal.text })} · ${t(words[part])}`}
            inputMode="decimal"
            value={typed[part]}
            onChange={(e) =>
              setFound({ ...found, [goal.id]: { ...typed, [part]: e.target.value } })
            }
          />
        ))
      })}
      <div className="is-wide">
        <TextArea
          label={t(words.conclusion)}
          maxLength={2000}
          value={conclusion}
          onChange={(e) => setConclusion(e.target.value)}
        />
      </div>
    </Form>
  )
}

export function AdoptForm({ theme }: Props) {
  const { t } = useWords()
  const district = theme.community.code.slice(0, 6)
  const practices = useEndpoint(listThemePractices, { code: district }).data?.items ?? []
  const { typed, set } = useTyped({ practice: '' })
  const act = useAct(adoptThemePractice)
  const send = () => {
    if (typed.practice !== '') act.mutate({ id: theme.id, practice: typed.practice })
  }
  return (
    <Form error={act.error} busy={act.isPending} label={t(words.adopt)} onSend={send}>
      <p className="k-why is-wide">{t(words.adoptHint)}</p>
      <Select
        label={t(words.from)}
        options={practices
          .filter((each) => hasBegun(each.state) && each.themeId !== theme.id)
          .map((each) => ({
            value: each.themeId,
            label: `${each.community.name} · ${t(each.name)} · ${t(actWords.states[each.state])}`,
          }))}
        {...set('practice')}
      />
    </Form>
  )
}
