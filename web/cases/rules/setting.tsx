// What every change of a rule has in common: the day from which it holds, the reason that stays beside it, and what is said
// when one of them lacks or when it is done.
import { type ReactNode, useState } from 'react'
import type { Endpoint, InputOf } from '#core/kit/contract.ts'
import {
  listRuleChanges,
  listRules,
  type setRule,
  type setWorkSegments,
} from '#core/places/contract-rules.ts'
import { dayIn } from '#web/kit/dates.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { now } from '#web/kit/now.ts'
import { useCommand } from '#web/kit/queries.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { AskDialog } from '#web/kit/ui/AskDialog.tsx'
import { TextArea, TextField } from '#web/kit/ui/Field.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { ruleRefusals, ruleWords as words } from './words-rules.ts'

type Setter = typeof setRule | typeof setWorkSegments
type Asked<E extends Setter> = {
  setter: E
  /** What else is read anew when it holds. */
  refresh: readonly Endpoint[]
  onClose: () => void
}

export function useSetting<E extends Setter>({ setter, refresh, onClose }: Asked<E>) {
  const { t } = useWords()
  const times = useTimes()
  const { zone } = useSettings()
  const toast = useToast()
  const [from, setFrom] = useState(dayIn(now(), zone))
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState<string[]>([])
  const act = useCommand(setter, {
    refresh: [listRules, listRuleChanges, ...refresh],
    onDone: ({ validFrom }) => {
      toast(t(words.setDone, { day: times.date(validFrom) }))
      onClose()
    },
  })
  const need = (what: keyof typeof words) => t(words.need, { what: t(words[what]) })
  /** Sends it unless something lacks; `lacks` is what the form itself found. */
  const send = (
    lacks: readonly string[],
    input: Omit<InputOf<E>, 'commandId' | 'validFrom' | 'reason'> | null,
  ) => {
    const all = [
      ...lacks,
      ...(from === '' ? [need('validFrom')] : []),
      ...(reason.trim().length < 2 ? [need('reason')] : []),
    ]
    setMissing(all)
    if (input === null || all.length > 0) return
    act.mutate({ ...input, validFrom: from, reason: reason.trim() } as never)
  }
  const day = from === '' ? '–' : times.date(from)
  return { from, setFrom, reason, setReason, missing, act, need, send, day, onClose }
}

type DialogProps = {
  setting: Omit<ReturnType<typeof useSetting>, 'send' | 'act'> & {
    act: { isPending: boolean; error: unknown }
  }
  title: string
  says: string
  wide?: boolean
  onSubmit: () => void
  children: ReactNode
}

/** The fields of the rule, then the day and the reason. */
export function SettingDialog({
  setting,
  title,
  says,
  wide = false,
  onSubmit,
  children,
}: DialogProps) {
  const { t } = useWords()
  return (
    <AskDialog
      wide={wide}
      title={title}
      says={says}
      verb={t(words.setVerb)}
      busy={setting.act.isPending}
      missing={setting.missing}
      error={setting.act.error}
      refusals={ruleRefusals}
      onSubmit={onSubmit}
      onClose={setting.onClose}
    >
      {children}
      <TextField
        label={t(words.validFrom)}
        type="date"
        value={setting.from}
        onChange={(event) => setting.setFrom(event.target.value)}
      />
      <ReasonField value={setting.reason} onChange={setting.setReason} />
    </AskDialog>
  )
}

type ReasonProps = { value: string; onChange: (value: string) => void }

/** Why: it stays beside the value for whoever comes later. */
export function ReasonField({ value, onChange }: ReasonProps) {
  const { t } = useWords()
  return (
    <TextArea
      label={t(words.reason)}
      hint={t(words.reasonHint)}
      need="required"
      maxLength={500}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
