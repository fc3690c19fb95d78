// The roster of a place: a week as a table, one line for the place itself and one for each unit that has a duty.
import { useState } from 'react'
import type { OutputOf } from '#core/kit/contract.ts'
import {
  enterDuty,
  listDuties,
  listStaff,
  listUnits,
  withdrawDuty,
} from '#core/people/contract-staff.ts'
import { peopleRefusals } from '#core/people/words.ts'
import { useChoices } from '#web/kit/choices.ts'
import { dayIn, instantIn, plusDays, weekdayOf } from '#web/kit/dates.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { now } from '#web/kit/now.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { AskDialog } from '#web/kit/ui/AskDialog.tsx'
import { Button } from '#web/kit/ui/Button.tsx'
import { Select, TextField } from '#web/kit/ui/Field.tsx'
import { Icon } from '#web/kit/ui/Icon.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading, Problem } from '#web/kit/ui/States.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { weekdayWords } from '#web/kit/words-week.ts'
import { ExportLinks } from './ExportLinks.tsx'
import { UnitSelect } from './GrantForm.tsx'
import { Sure } from './person-forms.tsx'
import { useRight } from './rights-of-me.ts'
import { staffWords as words } from './words-staff.ts'
import './roster.css'

type Duty = OutputOf<typeof listDuties>['items'][number]

/** The Monday of the week in the address, else of this one. */
function useWeek() {
  const { zone } = useSettings()
  const [search, choose] = useChoices()
  const given = search.get('week') ?? ''
  const day = /^\d{4}-\d\d-\d\d$/.test(given) ? given : dayIn(now(), zone)
  const monday = plusDays(day, 1 - weekdayOf(day))
  const go = (week: string | null) => choose({ week }, { push: true })
  const days = [0, 1, 2, 3, 4, 5, 6].map((n) => plusDays(monday, n))
  const instant = (of: string) => instantIn(`${of}T00:00`, zone) ?? now()
  return { days, from: instant(monday), to: instant(plusDays(monday, 7)), go, zone }
}

export function RosterView({ code }: { code: string }) {
  const { t } = useWords()
  const times = useTimes()
  const week = useWeek()
  const mayKeep = useRight('keepRoster')
  const [asked, ask] = useState<'enter' | Duty | null>(null)
  const input = { code, from: week.from, to: week.to }
  const list = useEndpoint(listDuties, { ...input, limit: 200 }, { keepPrevious: true })
  const [first = '', last = ''] = [week.days[0], week.days[6]]
  return (
    <section>
      <SectionHeading end={<ExportLinks list={listDuties} input={input} />}>
        {t(words.rosterOf, { from: times.date(first), to: times.date(last) })}
      </SectionHeading>
      <div className="k-room-tools roster-tools">
        <span className="k-row">
          <Button onClick={() => week.go(plusDays(first, -7))}>{t(words.weekBefore)}</Button>
          <Button onClick={() => week.go(null)}>{t(words.thisWeek)}</Button>
          <Button onClick={() => week.go(plusDays(first, 7))}>{t(words.weekAfter)}</Button>
        </span>
        <Button
          look={mayKeep ? 'pri' : 'plain'}
          whyNot={mayKeep ? null : t(words.headOnly)}
          onClick={() => ask('enter')}
        >
          {t(words.enterDuty)}
        </Button>
      </div>
      {list.data ? (
        <Week
          code={code}
          duties={list.data.items}
          days={week.days}
          zone={week.zone}
          onWithdraw={mayKeep ? ask : null}
        />
      ) : list.error ? (
        <Problem error={list.error} refusals={peopleRefusals} onRetry={() => void list.refetch()} />
      ) : (
        <Loading what={t(words.fetchingRoster)} />
      )}
      {asked === 'enter' && (
        <EnterDuty code={code} day={first} zone={week.zone} onClose={() => ask(null)} />
      )}
      {asked !== null && asked !== 'enter' && (
        <WithdrawDuty duty={asked} onClose={() => ask(null)} />
      )}
    </section>
  )
}

type WeekProps = {
  code: string
  duties: Duty[]
  days: string[]
  zone: string
  onWithdraw: ((duty: Duty) => void) | null
}

function Week({ code, duties, days, zone, onWithdraw }: WeekProps) {
  const { t } = useWords()
  const times = useTimes()
  const units = useEndpoint(listUnits, { code }).data?.items ?? []
  const rows = [null, ...new Set(duties.flatMap((duty) => duty.unitCode ?? []))]
  const nameOf = (unit: string | null) => {
    const known = units.find((each) => each.code === unit)
    return unit === null ? t(words.ownTeam) : known ? t(known.name) : unit
  }
  const on = (unit: string | null, day: string) =>
    duties
      .filter((duty) => duty.unitCode === unit && touches(duty, day, zone))
      .toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const today = dayIn(now(), zone)
  return (
    <Table
      caption={t(words.roster)}
      fixFirst
      columns={[
        { key: 'unit', head: t(words.unit), cell: nameOf, width: '11em' },
        ...days.map((day) => ({
          key: day,
          head: (
            <span className={day === today ? 'roster-today' : ''}>
              {t(weekdayWords[weekdayOf(day) - 1] ?? words.when)} {times.date(day)}
            </span>
          ),
          cell: (unit: string | null) => (
            <Cell duties={on(unit, day)} day={day} zone={zone} onWithdraw={onWithdraw} />
          ),
        })),
      ]}
      rows={rows}
      rowKey={(unit) => unit ?? 'own'}
    />
  )
}

function touches(duty: Duty, day: string, zone: string): boolean {
  const lastMoment = new Date(Date.parse(duty.to) - 1).toISOString()
  return dayIn(duty.from, zone) <= day && day <= dayIn(lastMoment, zone)
}

type CellProps = Pick<WeekProps, 'duties' | 'zone' | 'onWithdraw'> & { day: string }

function Cell({ duties, day, zone, onWithdraw }: CellProps) {
  const { t } = useWords()
  const times = useTimes()
  if (duties.length === 0) return <span className="k-note">{t(words.nobody)}</span>
  return duties.map((duty) => {
    const starts = dayIn(duty.from, zone) === day
    const ends = dayIn(new Date(Date.parse(duty.to) - 1).toISOString(), zone) === day
    return (
      <div key={duty.id} className="roster-duty">
        <span>
          {duty.name}
          <small>
            {starts ? times.clock(duty.from) : '0:00'} –{' '}
            {ends && dayIn(duty.to, zone) === day ? times.clock(duty.to) : '24:00'}
          </small>
        </span>
        {onWithdraw !== null && starts && (
          <button
            type="button"
            className="k-icon-btn k-screen-only"
            aria-label={t(words.withdrawDutyOf, {
              name: duty.name,
              from: times.dayTime(duty.from),
            })}
            onClick={() => onWithdraw(duty)}
          >
            <Icon name="cross" size={15} />
          </button>
        )}
      </div>
    )
  })
}

function WithdrawDuty({ duty, onClose }: { duty: Duty; onClose: () => void }) {
  const { t } = useWords()
  const times = useTimes()
  const toast = useToast()
  const act = useCommand(withdrawDuty, {
    refresh: [listDuties],
    onDone: () => {
      toast(t(words.dutyWithdrawn))
      onClose()
    },
  })
  const from = times.dayTime(duty.from)
  return (
    <Sure
      title={t(words.withdrawDutyTitle, { name: duty.name, from })}
      says={words.withdrawSays}
      verb={words.withdraw}
      act={act}
      onSubmit={() => act.mutate({ id: duty.id })}
      onClose={onClose}
    />
  )
}

type EnterProps = { code: string; day: string; zone: string; onClose: () => void }

function EnterDuty({ code, day, zone, onClose }: EnterProps) {
  const { t } = useWords()
  const toast = useToast()
  const today = dayIn(now(), zone)
  const start = day > today ? day : today
  const [login, setLogin] = useState('')
  const [unit, setUnit] = useState('')
  const [from, setFrom] = useState(`${start}T18:00`)
  const [to, setTo] = useState(`${plusDays(start, 1)}T08:00`)
  const [missing, setMissing] = useState<string[]>([])
  const staff = useEndpoint(listStaff, { code, limit: 200 }).data?.items ?? []
  const act = useCommand(enterDuty, {
    refresh: [listDuties],
    onDone: () => {
      toast(t(words.dutyEntered))
      onClose()
    },
  })
  const submit = () => {
    const [begins, ends] = [instantIn(from, zone), instantIn(to, zone)]
    setMissing([
      ...(login === '' ? [t(words.choose, { what: t(words.who) })] : []),
      ...(begins === null ? [t(words.need, { what: t(words.dutyFrom) })] : []),
      ...(ends === null ? [t(words.need, { what: t(words.dutyTo) })] : []),
    ])
    if (login === '' || begins === null || ends === null) return
    act.mutate({ code, unitCode: unit === '' ? null : unit, login, from: begins, to: ends })
  }
  return (
    <AskDialog
      title={t(words.dutyTitle)}
      says={t(words.dutySays)}
      verb={t(words.enterDuty)}
      busy={act.isPending}
      missing={missing}
      error={act.error}
      refusals={peopleRefusals}
      onSubmit={submit}
      onClose={onClose}
    >
      <Select
        label={t(words.who)}
        hint={t(words.whoHint)}
        value={login}
        options={staff.map((person) => ({
          value: person.login,
          label: `${person.name} · ${person.grants.map((grant) => t(grant.roleName)).join(' ')}`,
        }))}
        onChange={(event) => setLogin(event.target.value)}
      />
      <UnitSelect code={code} value={unit} onChange={setUnit} empty={t(words.ownTeam)} />
      <div className="k-ask-pair">
        <TextField
          label={t(words.dutyFrom)}
          type="datetime-local"
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
        <TextField
          label={t(words.dutyTo)}
          type="datetime-local"
          value={to}
          onChange={(event) => setTo(event.target.value)}
        />
      </div>
    </AskDialog>
  )
}
