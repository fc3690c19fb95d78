// Plans of a community: which objects in which order, how often, in which months, by the team of which grid.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import {
  keepPlan,
  listPlans,
  readPlan,
  type ObjectView,
  type PlanView,
} from '#core/patrols/contract-inspections.ts'
import { patrolRefusals } from '#core/patrols/words.ts'
import { monthsEn } from '#web/kit/dates.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { now } from '#web/kit/now.ts'
import { listed } from '#web/kit/numbers.ts'
import { newCommandId } from '#web/kit/outbox.ts'
import { useCommand, useEndpoint, usePages } from '#web/kit/queries.ts'
import { Button, Buttons } from '#web/kit/ui/Button.tsx'
import { ErrorSummary, Select, TextField, Tick } from '#web/kit/ui/Field.tsx'
import { MorePages } from '#web/kit/ui/MorePages.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Problem, wordsOfError } from '#web/kit/ui/States.tsx'
import type { GridOption } from './ObjectsPage.tsx'
import { roundWords as words } from './words-rounds.ts'

type Props = { code: string; grids: GridOption[]; objects: ObjectView[] }

export function Plans({ code, grids, objects }: Props) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const list = usePages(listPlans, { code })
  const rows = list.data ?? []
  return (
    <section>
      <SectionHeading>{t(words.plans)}</SectionHeading>
      {list.error !== null && (
        <Problem error={list.error} refusals={patrolRefusals} onRetry={() => void list.refetch()} />
      )}
      {list.data !== undefined && rows.length === 0 && <p className="k-note">{t(words.noPlans)}</p>}
      <ul className="note-list">
        {rows.map((plan) => (
          <One key={plan.id} plan={plan} code={code} grids={grids} objects={objects} />
        ))}
      </ul>
      <MorePages list={list} />
      <Buttons>
        <Button icon="plus" onClick={() => setOpen(!open)}>
          {t(words.addPlan)}
        </Button>
      </Buttons>
      {open && (
        <PlanForm code={code} grids={grids} objects={objects} onDone={() => setOpen(false)} />
      )}
    </section>
  )
}

function useRhythm(): (weeks: number) => string {
  const { t } = useWords()
  return (n) => (n === 1 ? t(words.everyOne) : t(words.everyN, { n }))
}

function One({ plan, code, grids, objects }: Props & { plan: PlanView }) {
  const { t, lang } = useWords()
  const rhythm = useRhythm()
  const times = useTimes()
  const [open, setOpen] = useState(false)
  const act = useCommand(keepPlan, { refresh: [listPlans] })
  const grid = grids.find(({ value }) => value === plan.area)?.label ?? t(words.whole)
  const named = (month: number) => (lang === 'en' ? (monthsEn[month - 1] ?? '') : String(month))
  const months =
    plan.months.length === 0
      ? t(words.allYear)
      : t(words.inMonths, { list: listed(plan.months.map(named), lang) })
  const { id, area, name, everyWeeks, months: inMonths, fromOn, stops, endedOn, before } = plan
  const end = () =>
    act.mutate({
      code,
      id,
      area,
      name,
      everyWeeks,
      fromOn,
      stops,
      months: inMonths,
      ended: true,
      expectedVersion: plan.version,
    })
  return (
    <li>
      <p>
        <b>{name}</b> · {grid} · {t(words.stopsN, { n: stops.length })}
      </p>
      <p className="k-note">
        {rhythm(everyWeeks)} · {months} · {t(words.since, { day: times.day(fromOn) })}
      </p>
      {before !== null && (
        <p className="k-note">
          {t(words.until, { day: times.day(fromOn), every: rhythm(before.everyWeeks) })}
        </p>
      )}
      {plan.version > 1 && <PlanVersions code={code} id={id} />}
      {act.error !== null && (
        <p className="k-note" role="alert">
          {t(wordsOfError(act.error, patrolRefusals))}
        </p>
      )}
      {endedOn === null ? (
        <Buttons>
          <Button onClick={() => setOpen(!open)}>{t(open ? words.leave : words.edit)}</Button>
          <Button look="quiet" busy={act.isPending} onClick={end}>
            {t(words.endPlan)}
          </Button>
        </Buttons>
      ) : (
        <p className="k-note">{t(words.ended)}</p>
      )}
      {open && <PlanForm {...{ code, grids, objects, plan }} onDone={() => setOpen(false)} />}
    </li>
  )
}

/** Fetched when somebody wants to read it. */
function PlanVersions({ code, id }: { code: string; id: string }) {
  const { t } = useWords()
  const times = useTimes()
  const rhythm = useRhythm()
  const [open, setOpen] = useState(false)
  const found = useEndpoint(readPlan, { code, id }, { enabled: open })
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t(words.versions)}</summary>
      {found.error !== null && <Problem error={found.error} refusals={patrolRefusals} />}
      <ul>
        {(found.data?.versions ?? []).map(({ version, onDay, name, everyWeeks, fromOn, stops }) => (
          <li key={version} className="k-note">
            {[
              t(words.saidOn, { day: times.day(onDay) }),
              name,
              rhythm(everyWeeks),
              t(words.since, { day: times.day(fromOn) }),
              t(words.stopsN, { n: stops }),
            ].join(' · ')}
          </li>
        ))}
      </ul>
    </details>
  )
}

const monthsIn = (text: string): number[] =>
  text
    .split(/[^\d]+/)
    .map(Number)
    .filter((month) => month >= 1 && month <= 12)

type FormProps = Props & {
  onDone: () => void
  /** The one that is changed; without it a new one is laid. */
  plan?: PlanView
}

function useDraft(code: string, plan: PlanView | undefined) {
  const [name, setName] = useState(plan?.name ?? '')
  const [area, setArea] = useState(plan === undefined || plan.area === code ? '' : plan.area)
  const [weeks, setWeeks] = useState(String(plan?.everyWeeks ?? 4))
  const [months, setMonths] = useState(plan?.months.join(',') ?? '')
  const [fromOn, setFrom] = useState(plan?.fromOn ?? now().slice(0, 10))
  const [stops, setStops] = useState<string[]>(plan?.stops ?? [])
  const when = { weeks, setWeeks, months, setMonths, fromOn, setFrom }
  return { name, setName, area, setArea, stops, setStops, when }
}

function PlanForm({ code, grids, objects, plan, onDone }: FormProps) {
  const { t } = useWords()
  const [newId] = useState(newCommandId)
  const { name, setName, area, setArea, stops, setStops, when } = useDraft(code, plan)
  const { weeks, setWeeks, months, setMonths, fromOn, setFrom } = when
  const client = useQueryClient()
  const stale = () => void client.invalidateQueries({ queryKey: [listPlans.name] })
  const act = useCommand(keepPlan, { refresh: [listPlans, readPlan], onDone })
  const everyWeeks = Math.min(52, Math.max(1, Math.round(Number(weeks)) || 1))
  const whyNot =
    name.trim().length < 2 ? t(words.needName) : stops.length === 0 ? t(words.needStops) : null
  const send = () =>
    act.mutate(
      {
        code,
        id: plan?.id ?? newId,
        area: area === '' ? code : area,
        name: name.trim(),
        everyWeeks,
        months: monthsIn(months),
        fromOn,
        stops,
        ended: false,
        expectedVersion: plan?.version ?? 0,
      },
      { onError: stale },
    )
  return (
    <div className="patrol-form">
      <ErrorSummary errors={act.error ? [t(wordsOfError(act.error, patrolRefusals))] : []} />
      <TextField label={t(words.name)} value={name} onChange={(e) => setName(e.target.value)} />
      <Select
        label={t(words.grid)}
        value={area}
        empty={t(words.whole)}
        options={grids}
        onChange={(event) => setArea(event.target.value)}
      />
      <TextField
        label={t(words.every)}
        type="number"
        min={1}
        max={52}
        value={weeks}
        onChange={(event) => setWeeks(event.target.value)}
      />
      <TextField
        label={t(words.months)}
        hint={t(words.monthsHint)}
        value={months}
        onChange={(event) => setMonths(event.target.value)}
      />
      <TextField
        label={t(words.from)}
        {...(plan === undefined ? {} : { hint: t(words.fromHint) })}
        type="date"
        value={fromOn}
        onChange={(event) => setFrom(event.target.value)}
      />
      <Stops objects={objects} stops={stops} onChange={setStops} />
      <Button look="pri" busy={act.isPending} whyNot={whyNot} onClick={send}>
        {t(words.keep)}
      </Button>
    </div>
  )
}

type StopsProps = {
  objects: ObjectView[]
  stops: string[]
  onChange: (stops: string[]) => void
}

/** The order of ticking is the order of walking. */
function Stops({ objects, stops, onChange }: StopsProps) {
  const { t } = useWords()
  const tick = (object: string, on: boolean) =>
    onChange(on ? [...stops, object] : stops.filter((one) => one !== object))
  return (
    <fieldset>
      <legend className="k-label">{t(words.stops)}</legend>
      {objects
        .filter(({ endedOn }) => endedOn === null)
        .map((object) => {
          const at = stops.indexOf(object.id)
          return (
            <Tick
              key={object.id}
              label={`${at < 0 ? '' : `${at + 1}. `}${object.name}${object.tag === null ? '' : `（${object.tag}）`}`}
              checked={at >= 0}
              onChange={(on) => tick(object.id, on)}
            />
          )
        })}
    </fieldset>
  )
}
