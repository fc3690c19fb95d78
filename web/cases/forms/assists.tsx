// Units that help the lead: who, with what, and by when they should be there.
import { useState } from 'react'
import { useWords } from '#web/kit/language.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { TextField } from '#web/kit/ui/Field.tsx'
import { type Chosen, ReceiverPicker, receiverOf } from './ReceiverPicker.tsx'
import { formWords } from './words-forms.ts'

export type Help = { key: number; to: Chosen | null; task: string; meetBy: string }

export function useHelps() {
  const [helps, set] = useState<Help[]>([])
  return {
    helps,
    add: () => set((was) => [...was, { key: Date.now(), to: null, task: '', meetBy: '' }]),
    drop: (key: number) => set((was) => was.filter((one) => one.key !== key)),
    change: (key: number, part: Partial<Help>) =>
      set((was) => was.map((one) => (one.key === key ? { ...one, ...part } : one))),
  }
}

/** A local date and time of a field as an instant; null where it was left open. */
export function instantOf(local: string): string | null {
  const at = new Date(local)
  return local === '' || Number.isNaN(at.getTime()) ? null : at.toISOString()
}

export const assistsOf = (helps: readonly Help[]) =>
  helps.flatMap(({ to, task, meetBy }) =>
    to === null ? [] : [{ ...receiverOf(to), task, meetBy: instantOf(meetBy) }],
  )

type Props = { number: string } & ReturnType<typeof useHelps>

export function HelpFields({ number, helps, add, drop, change }: Props) {
  const { t } = useWords()
  return (
    <>
      {helps.map((help) => (
        <div key={help.key} className="case-assist">
          <ReceiverPicker
            number={number}
            label={t(formWords.assists)}
            chosen={help.to}
            onChoose={(to) => change(help.key, { to })}
          />
          <div className="case-form-pair">
            <TextField
              label={t(formWords.task)}
              need="required"
              value={help.task}
              onChange={(event) => change(help.key, { task: event.target.value })}
            />
            <TextField
              label={t(formWords.meetBy)}
              need="optional"
              type="datetime-local"
              value={help.meetBy}
              onChange={(event) => change(help.key, { meetBy: event.target.value })}
            />
          </div>
          <Button look="quiet" onClick={() => drop(help.key)}>
            {t(formWords.dropAssist)}
          </Button>
        </div>
      ))}
      <Button look="quiet" icon="plus" onClick={add}>
        {t(formWords.addAssist)}
      </Button>
    </>
  )
}
