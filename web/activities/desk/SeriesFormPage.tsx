// Plans a series, or changes one: beside the form stand the dates it would give, with what stands in their way.
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import {
  type SeriesView,
  listSeries,
  listSessions,
  readSeries,
  saveSeries,
} from '#core/activities/contract-series.ts'
import { type SeriesKind, seriesKindWords, seriesKinds } from '#core/activities/series.ts'
import { activityRefusals } from '#core/activities/words-refusals.ts'
import { useWords } from '#web/kit/language.ts'
import { newCommandId } from '#web/kit/outbox.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { Button, Buttons } from '#web/kit/ui/Button.tsx'
import { Select, TextArea, TextField, Tick } from '#web/kit/ui/Field.tsx'
import { Loading, Problem } from '#web/kit/ui/States.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { centreWords, seriesWords as words, weekdayWords } from '../words-desk.ts'
import { formWords } from '../words-forms.ts'
import { CentreFrame, type House, useNamed } from './CentreFrame.tsx'
import { dayCodes } from './rule-said.ts'
import { AddSessionForm, EndSeriesForm } from './series-acts.tsx'
import {
  type Draft,
  type DraftPart as Part,
  Preview,
  orNull,
  ruleFieldsOf,
} from './SeriesPreview.tsx'
import { ThemeFields } from './SeriesTheme.tsx'

export function SeriesFormPage() {
  const { t } = useWords()
  const { id } = useParams()
  return (
    <CentreFrame title={() => t(id === undefined ? words.newSeries : words.change)}>
      {(house) =>
        id === undefined ? <Form house={house} known={null} /> : <Change house={house} id={id} />
      }
    </CentreFrame>
  )
}

function Change({ house, id }: { house: House; id: string }) {
  const { t } = useWords()
  const found = useEndpoint(readSeries, { seriesId: id })
  const [act, setAct] = useState<'add' | 'end' | null>(null)
  if (found.error)
    return (
      <Problem
        error={found.error}
        refusals={activityRefusals}
        onRetry={() => void found.refetch()}
      />
    )
  if (!found.data) return <Loading what={t(centreWords.fetching)} />
  const series = found.data
  return (
    <>
      {series.endedOn === null && (
        <div className="k-screen-only">
          <Buttons>
            <Button onClick={() => setAct('add')}>{t(formWords.addSession)}</Button>
            <Button look="grave" onClick={() => setAct('end')}>
              {t(words.end)}
            </Button>
          </Buttons>
        </div>
      )}
      <Form key={series.version} house={house} known={series} />
      {act === 'add' && (
        <AddSessionForm house={house} series={series} onClose={() => setAct(null)} />
      )}
      {act === 'end' && (
        <EndSeriesForm house={house} series={series} onClose={() => setAct(null)} />
      )}
    </>
  )
}

const draftOf = (known: SeriesView | null, today: string): Draft => ({
  title: known?.title.zh ?? '',
  titleEn: known?.title.en ?? '',
  kind: known?.kind ?? 'lecture',
  roomId: known?.roomId ?? '',
  rule: known === null ? 'FREQ=WEEKLY;BYDAY=TU' : (known.rule ?? ''),
  startsOn: known?.startsOn ?? today,
  startTime: known?.startTime ?? '14:00',
  minutes: String(known?.minutes ?? 90),
  skipsHolidays: known?.skipsHolidays ?? true,
  registration: known?.registration !== 'none',
  seats: known?.seats == null ? '' : String(known.seats),
  organisation: known?.lecturer?.organisation ?? '',
  role: known?.lecturer?.role ?? '',
  shown: known?.lecturer?.shown ?? '',
  themeId: known?.themeId ?? '',
  measureId: known?.measureId ?? '',
  about: known?.about ?? '',
  publish: known === null || known.publishedAt !== null,
})

function Form({ house, known }: { house: House; known: SeriesView | null }) {
  const { t } = useWords()
  const toast = useToast()
  const go = useNavigate()
  const [id] = useState(known?.id ?? newCommandId())
  const [draft, setDraft] = useState(() => draftOf(known, house.today))
  const set = (change: Partial<Draft>) => setDraft((was) => ({ ...was, ...change }))
  const save = useCommand(saveSeries, {
    refresh: [listSeries, readSeries, listSessions],
    onDone: ({ withoutRoom }) => {
      toast(t(words.saved))
      if (withoutRoom.length > 0)
        toast(
          t(words.withoutRoom, { n: withoutRoom.length, days: withoutRoom.slice(0, 5).join('、') }),
        )
      void go(paths.desk.centreSeries(house.area.code))
    },
  })
  const send = () =>
    save.mutate({
      code: house.area.code,
      seriesId: id,
      ...ruleFieldsOf(draft, known),
      centreId: house.centre.id,
      roomId: orNull(draft.roomId),
      groupId: known?.groupId ?? null,
      themeId: orNull(draft.themeId),
      measureId: orNull(draft.measureId),
      kind: draft.kind,
      title: { zh: draft.title.trim(), en: orNull(draft.titleEn) },
      about: orNull(draft.about),
      materials: known?.materials ?? null,
      lecturer:
        orNull(draft.organisation) === null &&
        orNull(draft.role) === null &&
        orNull(draft.shown) === null
          ? null
          : {
              organisation: orNull(draft.organisation),
              role: orNull(draft.role),
              shown: orNull(draft.shown),
            },
      seats: draft.seats === '' ? null : Number(draft.seats),
      registration: draft.registration ? 'open' : 'none',
      version: known?.version ?? 0,
      publish: draft.publish,
    })
  const missing = draft.title.trim().length < 2
  return (
    <div className="a-two">
      <div className="k-stack">
        <What draft={draft} set={set} house={house} />
        <When draft={draft} set={set} />
        {save.error && <Problem error={save.error} refusals={activityRefusals} />}
        <div>
          <Button
            look="pri"
            busy={save.isPending}
            whyNot={missing ? t(formWords.need, { what: t(centreWords.nameZh) }) : null}
            onClick={send}
          >
            {t(words.save)}
          </Button>
        </div>
      </div>
      <Preview house={house} draft={draft} known={known} />
    </div>
  )
}

function What({ draft, set, house }: Part & { house: House }) {
  const { t } = useWords()
  const named = useNamed()
  return (
    <div className="a-form">
      <TextField
        label={t(centreWords.nameZh)}
        value={draft.title}
        maxLength={60}
        onChange={(e) => set({ title: e.target.value })}
      />
      <TextField
        label={t(centreWords.nameEn)}
        need="optional"
        value={draft.titleEn}
        maxLength={120}
        onChange={(e) => set({ titleEn: e.target.value })}
      />
      <Select
        label={t(words.kind)}
        value={draft.kind}
        onChange={(e) => set({ kind: (e.target.value || 'other') as SeriesKind })}
        options={seriesKinds.map((value) => ({ value, label: t(seriesKindWords[value]) }))}
      />
      <Select
        label={t(centreWords.where)}
        value={draft.roomId}
        onChange={(e) => set({ roomId: e.target.value })}
        options={house.centre.rooms.map((room) => ({ value: room.id, label: named(room.name) }))}
      />
      <ThemeFields draft={draft} set={set} house={house} />
      <Lecturing draft={draft} set={set} />
      <div className="is-whole">
        <TextArea
          label={t(words.about)}
          need="optional"
          value={draft.about}
          maxLength={1000}
          onChange={(e) => set({ about: e.target.value })}
        />
      </div>
      <Tick
        label={t(words.registration)}
        checked={draft.registration}
        onChange={(registration) => set({ registration })}
      />
      <Tick
        label={t(words.publish)}
        checked={draft.publish}
        onChange={(publish) => set({ publish })}
      />
    </div>
  )
}

function Lecturing({ draft, set }: Part) {
  const { t } = useWords()
  return (
    <>
      <TextField
        label={t(words.lecturerOrg)}
        need="optional"
        value={draft.organisation}
        onChange={(e) => set({ organisation: e.target.value })}
      />
      <TextField
        label={t(words.lecturerRole)}
        need="optional"
        value={draft.role}
        onChange={(e) => set({ role: e.target.value })}
      />
      <TextField
        label={t(words.shown)}
        need="optional"
        value={draft.shown}
        onChange={(e) => set({ shown: e.target.value })}
      />
      <TextField
        label={t(centreWords.seats)}
        need="optional"
        type="number"
        min={1}
        value={draft.seats}
        onChange={(e) => set({ seats: e.target.value })}
      />
    </>
  )
}

type TimesPart = Part & { every: number; onEvery: (weeks: number) => void }

function Times({ draft, set, every, onEvery }: TimesPart) {
  const { t } = useWords()
  return (
    <div className="a-form">
      <TextField
        label={t(words.interval)}
        type="number"
        min={1}
        max={52}
        value={String(every)}
        onChange={(e) => onEvery(Math.max(1, Number(e.target.value) || 1))}
      />
      <TextField
        label={t(words.own)}
        need="optional"
        hint="RFC 5545"
        value={draft.rule}
        maxLength={200}
        onChange={(e) => set({ rule: e.target.value.toUpperCase() })}
      />
      <TextField
        label={t(words.startsOn)}
        type="date"
        value={draft.startsOn}
        onChange={(e) => set({ startsOn: e.target.value })}
      />
      <TextField
        label={t(words.startTime)}
        type="time"
        value={draft.startTime}
        onChange={(e) => set({ startTime: e.target.value })}
      />
      <TextField
        label={t(words.minutes)}
        type="number"
        min={5}
        max={1440}
        value={draft.minutes}
        onChange={(e) => set({ minutes: e.target.value })}
      />
    </div>
  )
}

function When({ draft, set }: Part) {
  const { t } = useWords()
  const weekly = /^FREQ=WEEKLY(;INTERVAL=(\d+))?;BYDAY=([A-Z,]+)$/.exec(draft.rule)
  const days = weekly?.[3]?.split(',') ?? []
  const every = Number(weekly?.[2] ?? 1)
  const ruleOf = (chosen: readonly string[], interval: number) =>
    `FREQ=WEEKLY${interval > 1 ? `;INTERVAL=${interval}` : ''};BYDAY=${dayCodes.filter((day) => chosen.includes(day)).join(',')}`
  const toggle = (day: string) => {
    const chosen = days.includes(day) ? days.filter((each) => each !== day) : [...days, day]
    set({ rule: chosen.length === 0 ? '' : ruleOf(chosen, every) })
  }
  return (
    <div className="k-stack">
      <fieldset className="k-field">
        <legend>{t(words.every)}</legend>
        <div className="a-days">
          {dayCodes.map((day, nth) => (
            <Tick
              key={day}
              label={t(weekdayWords[nth] ?? words.every)}
              checked={days.includes(day)}
              onChange={() => toggle(day)}
            />
          ))}
        </div>
      </fieldset>
      <Times
        draft={draft}
        set={set}
        every={every}
        onEvery={(n) => days.length > 0 && set({ rule: ruleOf(days, n) })}
      />
      <Tick
        label={t(words.skipsHolidays)}
        checked={draft.skipsHolidays}
        onChange={(skipsHolidays) => set({ skipsHolidays })}
      />
    </div>
  )
}
