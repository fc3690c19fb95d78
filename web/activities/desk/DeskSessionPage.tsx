// One session for whoever keeps it: who is registered, who waits, heads at the door, and calling off or moving it with
// how many will be told.
import { lazy, Suspense, useState } from 'react'
import { useParams } from 'react-router'
import {
  type RegistrationView,
  cancelRegistration,
  listRegistrations,
  noteCalled,
  readFeedback,
  register,
  tickOff,
} from '#core/activities/contract-registrations.ts'
import { type SessionView, readSession } from '#core/activities/contract-series.ts'
import { activityRefusals } from '#core/activities/words-refusals.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { useNow } from '#web/kit/now.ts'
import { useCommand, useEndpoint, usePages } from '#web/kit/queries.ts'
import { ToldField } from '#web/people/ToldField.tsx'
import { Button, Buttons } from '#web/kit/ui/Button.tsx'
import { TextField } from '#web/kit/ui/Field.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { MorePages } from '#web/kit/ui/MorePages.tsx'
import { PageHeading, SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, NoPermission, Problem } from '#web/kit/ui/States.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { centreWords, sessionWords as words } from '../words-desk.ts'
import { formWords } from '../words-forms.ts'
import { CentreNav, useNamed } from './CentreFrame.tsx'
import { DescribeDialog } from './DescribeDialog.tsx'
import { useTaps } from './taps.ts'

/** A telephone that counts heads opens none of them. */
const dialogs = () => import('./SessionDialogs.tsx')
const CancelDialog = lazy(async () => ({ default: (await dialogs()).CancelDialog }))
const MoveDialog = lazy(async () => ({ default: (await dialogs()).MoveDialog }))
const LookDialog = lazy(async () => ({ default: (await dialogs()).LookDialog }))

const fresh = [readSession, listRegistrations]

export function DeskSessionPage() {
  const { t } = useWords()
  const { id = '' } = useParams()
  const named = useNamed()
  const times = useTimes()
  const now = useNow()
  const found = useEndpoint(readSession, { id })
  const [form, setForm] = useState<'cancel' | 'move' | 'describe' | null>(null)
  if (found.error && !found.data)
    return (
      <Problem
        error={found.error}
        refusals={activityRefusals}
        onRetry={() => void found.refetch()}
      />
    )
  if (!found.data) return <Loading what={t(words.fetching)} />
  const session = found.data
  if (!session.mayKeep)
    return <NoPermission because={t(activityRefusals['not_yours'] ?? words.fetching)} />
  const open = session.state === 'planned'
  const over = Date.parse(session.endsAt) <= Date.parse(now)
  const where =
    session.room === null ? (session.place ?? t(centreWords.noRoom)) : named(session.room.name)
  return (
    <div className="k-stack a-centre">
      <PageHeading
        title={named(session.topic ?? session.series.title)}
        sub={`${session.topic === null ? '' : `${named(session.series.title)} · `}${times.dayTime(session.startsAt)}–${times.clock(session.endsAt)} · ${where}`}
      >
        {open && !over && (
          <Buttons>
            <Button onClick={() => setForm('describe')}>{t(formWords.describe)}</Button>
            <Button onClick={() => setForm('move')}>{t(words.move)}</Button>
            <Button look="grave" onClick={() => setForm('cancel')}>
              {t(words.cancel)}
            </Button>
          </Buttons>
        )}
      </PageHeading>
      <CentreNav code={session.area.code} />
      {session.why !== null && (
        <Notice tone="zhe">{t(words.offBecause, { why: named(session.why) })}</Notice>
      )}
      <div className="a-two">
        <Registered session={session} />
        <div className="k-stack">
          {open && <Counter session={session} />}
          {open && !over && session.series.registration === 'open' && (
            <RegisterForm session={session} />
          )}
          <Said id={session.id} />
        </div>
      </div>
      <Suspense fallback={null}>
        {form === 'cancel' && <CancelDialog session={session} onClose={() => setForm(null)} />}
      </Suspense>
      {form === 'describe' && <DescribeDialog session={session} onClose={() => setForm(null)} />}
      <Suspense fallback={null}>
        {form === 'move' && <MoveDialog session={session} onClose={() => setForm(null)} />}
      </Suspense>
    </div>
  )
}

export function Counter({ session, big = false }: { session: SessionView; big?: boolean }) {
  const { t } = useWords()
  const [several, setSeveral] = useState('')
  const { send, error, heads } = useTaps(session.id)
  const n = Number(several)
  return (
    <section className="a-count">
      <SectionHeading>{t(words.came)}</SectionHeading>
      <output aria-live="polite">{session.came ?? t(words.uncounted)}</output>
      {heads !== null && (
        <p className="k-zhe" role="status">
          {t(words.pendingTaps, { n: heads })}
        </p>
      )}
      <Button look="pri" big={big} onClick={() => send(1)}>
        {t(words.plus)}
      </Button>
      <div className="k-row">
        <Button onClick={() => send(-1)}>{t(words.minus)}</Button>
        <TextField
          label={t(words.plusMany)}
          type="number"
          min={1}
          max={2000}
          value={several}
          onChange={(e) => setSeveral(e.target.value)}
        />
        <Button
          whyNot={n >= 1 ? null : t(words.addFirst)}
          onClick={() => {
            send(n)
            setSeveral('')
          }}
        >
          {t(words.add)}
        </Button>
      </div>
      {error && <Problem error={error} refusals={activityRefusals} />}
      <p className="k-note">{t(words.countNote)}</p>
    </section>
  )
}

function Registered({ session }: { session: SessionView }) {
  const { t } = useWords()
  const found = usePages(listRegistrations, { id: session.id })
  const [look, setLook] = useState<string | null>(null)
  if (found.error && !found.data)
    return (
      <Problem
        error={found.error}
        refusals={activityRefusals}
        onRetry={() => void found.refetch()}
      />
    )
  if (!found.data) return <Loading what={t(words.fetching)} />
  const rows = found.data.filter((row) => row.state !== 'cancelled')
  const { booked, seats, waiting } = session
  if (session.series.registration === 'none' && rows.length === 0)
    return <Empty title={t(words.noRegistration)} then={t(words.noneThen)} />
  return (
    <section>
      <SectionHeading
        end={seats === null ? t(words.noLimit, { booked }) : t(words.seatsOf, { booked, seats })}
      >
        {t(words.list, { n: found.hasNextPage ? `${rows.length}＋` : rows.length })}
        {waiting > 0 && ` · ${t(centreWords.waitingN, { n: waiting })}`}
      </SectionHeading>
      {rows.length === 0 ? (
        <Empty title={t(words.none)} then={t(words.noneThen)} />
      ) : (
        <Table<RegistrationView>
          caption={t(words.registered)}
          rows={rows}
          rowKey={(row) => row.number}
          columns={[
            { key: 'number', head: t(words.number), cell: (row) => row.number.slice(-6) },
            { key: 'people', head: t(words.people), figure: true, cell: (row) => row.people },
            {
              key: 'state',
              head: '',
              cell: (row) => (row.state === 'waiting' ? t(words.waiting) : t(words.registered)),
            },
            {
              key: 'told',
              head: t(words.told),
              cell: (row) => <ToldCell row={row} onLook={setLook} />,
            },
            { key: 'acts', head: '', cell: (row) => <RowActs row={row} session={session} /> },
          ]}
        />
      )}
      <MorePages list={found} />
      <Suspense fallback={null}>
        {look !== null && <LookDialog number={look} onClose={() => setLook(null)} />}
      </Suspense>
    </section>
  )
}

function ToldCell({ row, onLook }: { row: RegistrationView; onLook: (number: string) => void }) {
  const { t } = useWords()
  const times = useTimes()
  const called = useCommand(noteCalled, { refresh: [listRegistrations] })
  const last = row.told.at(-1)
  if (last === undefined)
    return row.hasPhone ? (
      <Button look="quiet" onClick={() => onLook(row.number)}>
        {t(words.seePhone)}
      </Button>
    ) : null
  if (!last.byPhone || last.calledAt !== null)
    return <span className="k-note">{times.near(last.calledAt ?? last.at)}</span>
  return (
    <Buttons>
      <b className="k-zhe">{t(words.call)}</b>
      <Button look="quiet" onClick={() => onLook(row.number)}>
        {t(words.seePhone)}
      </Button>
      <Button
        busy={called.isPending}
        onClick={() => called.mutate({ number: row.number, cause: last.cause })}
      >
        {t(words.called)}
      </Button>
    </Buttons>
  )
}

function RowActs({ row, session }: { row: RegistrationView; session: SessionView }) {
  const { t } = useWords()
  const came = useCommand(tickOff, { about: session.id, refresh: fresh })
  const back = useCommand(cancelRegistration, { about: session.id, refresh: fresh })
  const error = came.error ?? back.error
  return (
    <Buttons>
      {row.state === 'booked' &&
        (row.came === null ? (
          <Button
            look="quiet"
            busy={came.isPending}
            onClick={() => came.mutate({ number: row.number, people: row.people })}
          >
            {t(words.tick)}
          </Button>
        ) : (
          <span className="k-note">{`${t(words.ticked)} ${row.came}`}</span>
        ))}
      {session.state === 'planned' && (
        <Button
          look="quiet"
          busy={back.isPending}
          onClick={() => back.mutate({ number: row.number })}
        >
          {t(words.giveBack)}
        </Button>
      )}
      {error && <Problem error={error} refusals={activityRefusals} />}
    </Buttons>
  )
}

function RegisterForm({ session }: { session: SessionView }) {
  const { t } = useWords()
  const [people, setPeople] = useState('1')
  const [phone, setPhone] = useState('')
  const [said, setSaid] = useState<string | null>(null)
  const send = useCommand(register, {
    refresh: fresh,
    onDone: (receipt) => {
      setSaid(t(receipt.state === 'booked' ? words.madeBooked : words.madeWaiting, receipt))
      setPeople('1')
      setPhone('')
    },
  })
  return (
    <section className="k-stack">
      <SectionHeading>{t(words.registerFor)}</SectionHeading>
      {said !== null && (
        <Notice tone="accent" live>
          {said}
        </Notice>
      )}
      <TextField
        label={t(words.people)}
        type="number"
        min={1}
        max={20}
        value={people}
        onChange={(e) => setPeople(e.target.value)}
      />
      <ToldField
        label={t(centreWords.phone)}
        need="optional"
        type="tel"
        field="registration.phone"
        usual={words.phoneWhy}
        value={phone}
        onChange={(e) => setPhone(e.target.value)}
      />
      {send.error && <Problem error={send.error} refusals={activityRefusals} />}
      <div>
        <Button
          look="pri"
          busy={send.isPending}
          onClick={() =>
            send.mutate({
              id: session.id,
              people: Math.max(1, Number(people) || 1),
              channel: 'counter',
              phone: phone === '' ? null : phone,
            })
          }
        >
          {t(words.registerFor)}
        </Button>
      </div>
    </section>
  )
}

function Said({ id }: { id: string }) {
  const { t } = useWords()
  const said = useEndpoint(readFeedback, { id }).data
  if (said === undefined || said.given === 0) return null
  const { given, good, fair, notForMe: bad, hiddenBelow: n } = said
  return (
    <p className="k-note">
      {given === null || good === null || fair === null || bad === null
        ? t(words.feedbackHidden, { n })
        : t(words.feedback, { given, good, fair, bad })}
    </p>
  )
}
