// When the house is open, on which day it differs, and how its rooms are lent: each from a day on, with a reason.
import { useState } from 'react'
import {
  readCentres,
  setHours,
  setLendingRules,
  setSpecialDay,
} from '#core/activities/contract-centre.ts'
import { activityRefusals } from '#core/activities/words-refusals.ts'
import { useWords } from '#web/kit/language.ts'
import { AskDialog } from '#web/kit/ui/AskDialog.tsx'
import { Button } from '#web/kit/ui/Button.tsx'
import { RadioTiles, Select, TextField } from '#web/kit/ui/Field.tsx'
import { formWords as words } from '../words-forms.ts'
import { centreWords, weekdayWords } from '../words-desk.ts'
import { type House, useNamed } from './CentreFrame.tsx'
import { useCentreAct, useMissing, whole } from './centre-act.ts'
import { type HouseForm, ofHouse } from './house-forms.tsx'
import { spansOf, textOf } from './spans.ts'

const refresh = [readCentres]

export function hoursNow({ centre, today }: House) {
  return centre.hours.filter((row) => row.roomId === null && row.validFrom <= today).at(-1)
}

type WhoseProps = { house: House; roomId: string; onChange: (roomId: string) => void }

function Whose({ house, roomId, onChange }: WhoseProps) {
  const { t } = useWords()
  const named = useNamed()
  return (
    <Select
      label={t(words.whose)}
      empty={t(words.whole)}
      value={roomId}
      onChange={(e) => onChange(e.target.value)}
      options={house.centre.rooms.map((room) => ({ value: room.id, label: named(room.name) }))}
    />
  )
}

type SinceProps = {
  house: House
  since: { day: string; reason: string }
  set: (since: { day: string; reason: string }) => void
}

function Since({ house, since, set }: SinceProps) {
  const { t } = useWords()
  return (
    <>
      <TextField
        label={t(centreWords.validFrom)}
        type="date"
        min={house.today}
        value={since.day}
        onChange={(e) => set({ ...since, day: e.target.value })}
      />
      <TextField
        label={t(words.reason)}
        hint={t(words.reasonHint)}
        value={since.reason}
        maxLength={300}
        onChange={(e) => set({ ...since, reason: e.target.value })}
      />
    </>
  )
}

export function HoursForm({ house, onClose }: HouseForm) {
  const { t } = useWords()
  const known = hoursNow(house)
  const [roomId, setRoomId] = useState('')
  const [week, setWeek] = useState(() => weekdayWords.map((_, n) => textOf(known?.week[n] ?? [])))
  const [onHolidays, setHolidays] = useState(known?.onHolidays ?? 'closed')
  const [since, setSince] = useState({ day: house.today, reason: '' })
  const { missing, check, setMissing } = useMissing()
  const act = useCentreAct(setHours, { refresh, onClose })
  const send = () => {
    const read = week.map(spansOf)
    const wrong = weekdayWords.filter((_, n) => read[n] === null)
    if (wrong.length > 0)
      return setMissing(wrong.map((day) => t(words.spansWrong, { day: t(day) })))
    act.mutate({
      ...ofHouse(house),
      roomId: roomId === '' ? null : roomId,
      validFrom: since.day,
      week: read.map((spans) => spans ?? []),
      onHolidays,
      reason: since.reason.trim(),
    })
  }
  return (
    <AskDialog
      wide
      title={t(words.hoursTitle)}
      says={t(words.hoursSays)}
      verb={t(words.save)}
      busy={act.isPending}
      missing={missing}
      error={act.error}
      refusals={activityRefusals}
      onSubmit={() =>
        check(
          [
            [t(centreWords.validFrom), since.day !== ''],
            [t(words.reason), since.reason.trim().length > 1],
          ],
          send,
        )
      }
      onClose={onClose}
    >
      <Whose house={house} roomId={roomId} onChange={setRoomId} />
      <WeekFields week={week} set={setWeek} />
      <RadioTiles
        label={t(words.holidays)}
        value={onHolidays}
        onChange={setHolidays}
        options={[
          { value: 'closed', label: t(centreWords.holidaysClosed) },
          { value: 'asUsual', label: t(centreWords.holidaysOpen) },
        ]}
      />
      <Since house={house} since={since} set={setSince} />
    </AskDialog>
  )
}

function WeekFields({ week, set }: { week: string[]; set: (week: string[]) => void }) {
  const { t } = useWords()
  return (
    <>
      <p className="k-why">{t(words.spansHint)}</p>
      <div className="a-week">
        {weekdayWords.map((day, n) => (
          <TextField
            key={day.en}
            label={t(day)}
            aria-label={t(words.spans, { day: t(day) })}
            value={week[n] ?? ''}
            placeholder={t(centreWords.closed)}
            onChange={(e) => set(week.map((was, at) => (at === n ? e.target.value : was)))}
          />
        ))}
      </div>
      <div>
        <Button look="quiet" onClick={() => set(week.map(() => week[0] ?? ''))}>
          {t(words.sameAll)}
        </Button>
      </div>
    </>
  )
}

type How = 'shut' | 'other' | 'asUsual'
const hows: How[] = ['shut', 'other', 'asUsual']

export function SpecialDayForm({ house, onClose }: HouseForm) {
  const { t } = useWords()
  const [roomId, setRoomId] = useState('')
  const [draft, setDraft] = useState({ day: '', how: 'shut' as How, text: '', why: '' })
  const set = (change: Partial<typeof draft>) => setDraft((was) => ({ ...was, ...change }))
  const { missing, check } = useMissing()
  const act = useCentreAct(setSpecialDay, { refresh, onClose })
  const read = spansOf(draft.text)
  const submit = () =>
    check(
      [
        [t(centreWords.day), draft.day !== ''],
        [t(words.spansHint), draft.how !== 'other' || (read !== null && read.length > 0)],
        [t(words.why), draft.why.trim().length > 1],
      ],
      () =>
        act.mutate({
          ...ofHouse(house),
          roomId: roomId === '' ? null : roomId,
          day: draft.day,
          spans: draft.how === 'asUsual' ? null : draft.how === 'shut' ? [] : (read ?? []),
          reason: { zh: draft.why.trim(), en: null },
        }),
    )
  return (
    <AskDialog
      title={t(words.specialTitle)}
      verb={t(words.save)}
      busy={act.isPending}
      missing={missing}
      error={act.error}
      refusals={activityRefusals}
      onSubmit={submit}
      onClose={onClose}
    >
      <Whose house={house} roomId={roomId} onChange={setRoomId} />
      <TextField
        label={t(centreWords.day)}
        type="date"
        min={house.today}
        value={draft.day}
        onChange={(e) => set({ day: e.target.value })}
      />
      <RadioTiles
        label={t(words.how)}
        columns={3}
        value={draft.how}
        onChange={(how) => set({ how })}
        options={hows.map((value) => ({ value, label: t(words[value]) }))}
      />
      {draft.how === 'other' && (
        <TextField
          label={t(centreWords.time)}
          hint={t(words.spansHint)}
          value={draft.text}
          onChange={(e) => set({ text: e.target.value })}
        />
      )}
      <TextField
        label={t(words.why)}
        hint={t(words.whySeen)}
        value={draft.why}
        maxLength={200}
        onChange={(e) => set({ why: e.target.value })}
      />
    </AskDialog>
  )
}

const shares = [
  ['groupHoursPerWeek', centreWords.groupHours, { least: 1, most: 80, empty: true }],
  ['residentHoursPerWeek', centreWords.residentHours, { least: 1, most: 80, empty: true }],
  ['daysAhead', centreWords.daysAhead, { least: 1, most: 366, empty: false }],
  ['minutesMin', words.minutesMin, { least: 5, most: 240, empty: false }],
  ['minutesMax', centreWords.minutesMax, { least: 15, most: 960, empty: false }],
] as const

export function LendingForm({ house, onClose }: HouseForm) {
  const { t } = useWords()
  const { rules } = house.centre
  const [draft, setDraft] = useState(() =>
    Object.fromEntries(shares.map(([key]) => [key, String(rules[key] ?? '')])),
  )
  const [since, setSince] = useState({ day: house.today, reason: '' })
  const { missing, check } = useMissing()
  const act = useCentreAct(setLendingRules, { refresh, onClose })
  const figure = (key: string) => whole(draft[key] ?? '')
  const submit = () =>
    check(
      [
        ...shares.map(([key, label, { least, most, empty }]) => {
          const n = figure(key)
          const fits = n === null ? empty : Number.isInteger(n) && n >= least && n <= most
          return [`${t(label)} (${least}–${most})`, fits] as const
        }),
        [t(centreWords.validFrom), since.day !== ''],
        [t(words.reason), since.reason.trim().length > 1],
      ],
      () =>
        act.mutate({
          ...ofHouse(house),
          validFrom: since.day,
          rules: {
            groupHoursPerWeek: figure('groupHoursPerWeek'),
            residentHoursPerWeek: figure('residentHoursPerWeek'),
            daysAhead: figure('daysAhead') ?? rules.daysAhead,
            minutesMin: figure('minutesMin') ?? rules.minutesMin,
            minutesMax: figure('minutesMax') ?? rules.minutesMax,
          },
          reason: since.reason.trim(),
        }),
    )
  return (
    <AskDialog
      title={t(words.lendTitle)}
      says={t(words.lendSays)}
      verb={t(words.save)}
      busy={act.isPending}
      missing={missing}
      error={act.error}
      refusals={activityRefusals}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="a-form">
        {shares.map(([key, label, { least, most, empty }]) => (
          <TextField
            key={key}
            label={t(label)}
            {...(empty ? { need: 'optional' as const } : {})}
            type="number"
            min={least}
            max={most}
            value={draft[key] ?? ''}
            onChange={(e) => setDraft((was) => ({ ...was, [key]: e.target.value }))}
          />
        ))}
      </div>
      <Since house={house} since={since} set={setSince} />
    </AskDialog>
  )
}
