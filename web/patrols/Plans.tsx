// Plans of a community: which objects in which order, how often, in which months, by the team of which grid.
import { useState } from 'react'
import {
  keepPlan,
  listPlans,
  type ObjectView,
  type PlanView,
} from '#core/patrols/contract-inspections.ts'
import { patrolRefusals } from '#core/patrols/words.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { now } from '#web/kit/now.ts'
import { newCommandId } from '#web/kit/outbox.ts'
import { useCommand, usePages } from '#web/kit/queries.ts'
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
          <One key={plan.id} plan={plan} code={code} grids={grids} />
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

function One({ plan, code, grids }: { plan: PlanView; code: string; grids: GridOption[] }) {
  const { t } = useWords()
  const times = useTimes()
  const act = useCommand(keepPlan, { refresh: [listPlans] })
  const grid = grids.find(({ value }) => value === plan.area)?.label ?? t(words.whole)
  const months =
    plan.months.length === 0
      ? t(words.allYear)
      : t(words.inMonths, { list: plan.months.join('、') })
  const { id, area, name, everyWeeks, months: inMonths, fromOn, stops, endedOn } = plan
  const end = () =>
    act.mutate({ code, id, area, name, everyWeeks, months: inMonths, fromOn, stops, ended: true })
  return (
    <li>
      <p>
        <b>{name}</b> · {grid} · {t(words.stopsN, { n: stops.length })}
      </p>
      <p className="k-note">
        {t(words.everyN, { n: everyWeeks })} · {months} ·{' '}
        {t(words.since, { day: times.day(fromOn) })}
      </p>
      {act.error !== null && (
        <p className="k-note" role="alert">
          {t(wordsOfError(act.error, patrolRefusals))}
        </p>
      )}
      {endedOn === null ? (
        <Button look="quiet" busy={act.isPending} onClick={end}>
          {t(words.endPlan)}
        </Button>
      ) : (
        <p className="k-note">{t(words.ended)}</p>
      )}
    </li>
  )
}

const monthsIn = (text: string): number[] =>
  text
    .split(/[^\d]+/)
    .map(Number)
    .filter((month) => month >= 1 && month <= 12)

function PlanForm({ code, grids, objects, onDone }: Props & { onDone: () => void }) {
  const { t } = useWords()
  const [id] = useState(newCommandId)
  const [name, setName] = useState('')
  const [area, setArea] = useState('')
  const [weeks, setWeeks] = useState('4')
  const [months, setMonths] = useState('')
  const [fromOn, setFrom] = useState(now().slice(0, 10))
  const [stops, setStops] = useState<string[]>([])
  const act = useCommand(keepPlan, { refresh: [listPlans], onDone })
  const everyWeeks = Math.min(52, Math.max(1, Math.round(Number(weeks)) || 1))
  const whyNot =
    name.trim().length < 2 ? t(words.needName) : stops.length === 0 ? t(words.needStops) : null
  const send = () =>
    act.mutate({
      code,
      id,
      area: area === '' ? code : area,
      name: name.trim(),
      everyWeeks,
      months: monthsIn(months),
      fromOn,
      stops,
      ended: false,
    })
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
