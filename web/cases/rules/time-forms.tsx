// Working hours from a day on, and single days: off, working, or as their weekday.
import { useState } from 'react'
import {
  listRules,
  readCalendar,
  setCalendarDay,
  setWorkSegments,
} from '#core/places/contract-rules.ts'
import { dayIn } from '#web/kit/dates.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { now } from '#web/kit/now.ts'
import { useCommand } from '#web/kit/queries.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { AskDialog } from '#web/kit/ui/AskDialog.tsx'
import { RadioTiles, TextArea, TextField } from '#web/kit/ui/Field.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import type { RulesProps } from './AmountsView.tsx'
import { Rehearsal } from './Rehearsal.tsx'
import { SettingDialog, useSetting } from './setting.tsx'
import { ruleRefusals, ruleWords as words } from './words-rules.ts'

type Props = RulesProps & { onClose: () => void }

/** 08:30-12:00, one stretch a line; whatever dash people write. */
function segmentsOf(text: string): string[][] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.split(/\s*[-–—~至]\s*/))
}

export function SegmentsForm({ code, area, rules, onClose }: Props) {
  const { t } = useWords()
  const [text, setText] = useState(rules.segments.map((pair) => pair.join('-')).join('\n'))
  const [hours, setHours] = useState(String(rules.workDayHours))
  const setting = useSetting({ setter: setWorkSegments, refresh: [readCalendar], onClose })
  const [segments, workDayHours] = [segmentsOf(text), Number(hours)]
  const draft = { key: 'workSegments', value: { segments, workDayHours } }
  const submit = () =>
    setting.send(
      [
        ...(segments.length === 0 ? [setting.need('segmentsField')] : []),
        ...(workDayHours > 0 && workDayHours <= 24 ? [] : [setting.need('workDayHours')]),
      ],
      { area: code, segments, workDayHours },
    )
  return (
    <SettingDialog
      setting={setting}
      title={t(words.segmentsTitle)}
      says={t(words.setSays, { area, day: setting.day })}
      onSubmit={submit}
    >
      <TextArea
        label={t(words.segmentsField)}
        hint={t(words.segmentsHint)}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <TextField
        label={t(words.workDayHours)}
        inputMode="decimal"
        value={hours}
        onChange={(event) => setHours(event.target.value)}
      />
      <Rehearsal code={code} draft={draft} />
    </SettingDialog>
  )
}

const kinds = ['off', 'work', 'plain'] as const

export function DayForm({ code, area, onClose }: Props) {
  const { t } = useWords()
  const times = useTimes()
  const { zone } = useSettings()
  const toast = useToast()
  const [day, setDay] = useState(dayIn(now(), zone))
  const [kind, setKind] = useState<(typeof kinds)[number]>('off')
  const [name, setName] = useState('')
  const [missing, setMissing] = useState<string[]>([])
  const act = useCommand(setCalendarDay, {
    refresh: [readCalendar, listRules],
    onDone: (set) => {
      toast(t(words.dayDone, { day: times.date(set.day) }))
      onClose()
    },
  })
  const submit = () => {
    const lacks = [
      ...(day === '' ? [words.day] : []),
      ...(name.trim() === '' ? [words.dayName] : []),
    ]
    setMissing(lacks.map((what) => t(words.need, { what: t(what) })))
    if (lacks.length === 0) act.mutate({ area: code, day, kind, name: name.trim() })
  }
  return (
    <AskDialog
      title={t(words.dayTitle)}
      says={t(words.daySays, { area })}
      verb={t(words.setVerbDay)}
      busy={act.isPending}
      missing={missing}
      error={act.error}
      refusals={ruleRefusals}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t(words.day)}
        type="date"
        value={day}
        onChange={(event) => setDay(event.target.value)}
      />
      <RadioTiles
        label={t(words.dayKind)}
        columns={3}
        value={kind}
        onChange={setKind}
        options={kinds.map((value) => ({ value, label: t(words[value]) }))}
      />
      <TextField
        label={t(words.dayName)}
        hint={t(words.dayNameHint)}
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
    </AskDialog>
  )
}
