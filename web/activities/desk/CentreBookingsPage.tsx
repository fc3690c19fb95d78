// Rooms lent: what waits for a decision first, then what is to come; and a form for whoever asks at the counter.
import { useState } from 'react'
import {
  type BookingView,
  bookRoom,
  cancelBooking,
  decideBooking,
  listBookings,
  noteNotUsed,
} from '#core/activities/contract-bookings.ts'
import { listGroups } from '#core/activities/contract-groups.ts'
import type { BookingState, BorrowerKind } from '#core/activities/lending.ts'
import { activityRefusals } from '#core/activities/words-refusals.ts'
import type { Words } from '#core/kit/words.ts'
import { RefusalError } from '#web/kit/api.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { useNow } from '#web/kit/now.ts'
import { useCommand, useEndpoint, usePages } from '#web/kit/queries.ts'
import { ToldField } from '#web/people/ToldField.tsx'
import { Button, Buttons } from '#web/kit/ui/Button.tsx'
import { Dialog } from '#web/kit/ui/Dialog.tsx'
import { Select, TextArea, TextField } from '#web/kit/ui/Field.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { MorePages } from '#web/kit/ui/MorePages.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { bookingWords as words, centreWords } from '../words-desk.ts'
import { CentreFrame, type House, useNamed } from './CentreFrame.tsx'

const stateWords: Record<BookingState, Words> = {
  asked: words.asked,
  granted: words.states,
  refused: words.wasRefused,
  cancelled: words.cancelled,
  notUsed: words.unused,
}

export function CentreBookingsPage() {
  const { t } = useWords()
  return (
    <CentreFrame title={() => t(centreWords.bookings)}>
      {(house) => (
        <div className="a-two">
          <Bookings house={house} />
          <BookForm house={house} />
        </div>
      )}
    </CentreFrame>
  )
}

function Bookings({ house }: { house: House }) {
  const { t } = useWords()
  const found = usePages(listBookings, { code: house.area.code, from: house.today })
  const [ending, setEnding] = useState<{ row: BookingView; how: 'refuse' | 'cancel' } | null>(null)
  if (found.error && !found.data)
    return (
      <Problem
        error={found.error}
        refusals={activityRefusals}
        onRetry={() => void found.refetch()}
      />
    )
  if (!found.data) return <Loading what={t(centreWords.fetching)} />
  const items = found.data
  const asked = items.filter((row) => row.state === 'asked')
  const rest = items.filter((row) => row.state !== 'asked')
  return (
    <div className="k-stack">
      <section>
        <SectionHeading>
          {asked.length === 0 ? t(words.nothingWaits) : t(words.waitingTitle, { n: asked.length })}
        </SectionHeading>
        {asked.length > 0 && <Rows rows={asked} onEnd={setEnding} />}
      </section>
      <section>
        <SectionHeading>{t(words.rest)}</SectionHeading>
        {rest.length === 0 ? (
          <Empty title={t(words.none)} then={t(words.noneThen)} />
        ) : (
          <Rows rows={rest} onEnd={setEnding} />
        )}
        <MorePages list={found} />
      </section>
      {ending !== null && (
        <EndDialog key={ending.row.number} {...ending} onClose={() => setEnding(null)} />
      )}
    </div>
  )
}

type Ending = { row: BookingView; how: 'refuse' | 'cancel' }

function Rows({ rows, onEnd }: { rows: BookingView[]; onEnd: (ending: Ending) => void }) {
  const { t } = useWords()
  const named = useNamed()
  const times = useTimes()
  return (
    <Table
      caption={t(centreWords.bookings)}
      rows={rows}
      rowKey={(row) => row.number}
      columns={[
        {
          key: 'time',
          head: t(centreWords.time),
          cell: (row) => `${times.dayTime(row.startsAt)}–${times.clock(row.endsAt)}`,
        },
        { key: 'room', head: t(words.room), cell: (row) => named(row.room.name) },
        {
          key: 'who',
          head: t(words.who),
          cell: (row) =>
            row.group === null ? (row.organisation ?? t(words[row.byKind])) : named(row.group.name),
        },
        { key: 'why', head: t(words.why), cell: (row) => row.title ?? row.purpose },
        { key: 'state', head: t(words.state), cell: (row) => t(stateWords[row.state]) },
        { key: 'acts', head: '', cell: (row) => <Acts row={row} onEnd={onEnd} /> },
      ]}
    />
  )
}

function Acts({ row, onEnd }: { row: BookingView; onEnd: (ending: Ending) => void }) {
  const { t } = useWords()
  const toast = useToast()
  const now = useNow()
  const said = (text: Words) => ({ refresh: [listBookings], onDone: () => toast(t(text)) })
  const decide = useCommand(decideBooking, said(words.granted))
  const unused = useCommand(noteNotUsed, said(words.freed))
  const { number } = row
  const error = decide.error ?? unused.error
  if (row.state === 'asked')
    return (
      <Buttons>
        <Button
          look="pri"
          busy={decide.isPending}
          onClick={() => decide.mutate({ number, granted: true, reason: null })}
        >
          {t(words.grant)}
        </Button>
        <Button onClick={() => onEnd({ row, how: 'refuse' })}>{t(words.refuse)}</Button>
        {error && <Problem error={error} refusals={activityRefusals} />}
      </Buttons>
    )
  if (row.state !== 'granted')
    return row.reason === null ? null : <span className="k-note">{row.reason}</span>
  const begun = Date.parse(row.startsAt) <= Date.parse(now)
  return begun ? (
    <Button look="quiet" busy={unused.isPending} onClick={() => unused.mutate({ number })}>
      {t(words.notUsed)}
    </Button>
  ) : (
    <Button look="quiet" onClick={() => onEnd({ row, how: 'cancel' })}>
      {t(words.cancel)}
    </Button>
  )
}

function EndDialog({ row, how, onClose }: Ending & { onClose: () => void }) {
  const { t } = useWords()
  const toast = useToast()
  const [reason, setReason] = useState('')
  const done = () => {
    toast(t(how === 'refuse' ? words.refused : words.freed))
    onClose()
  }
  const decide = useCommand(decideBooking, { refresh: [listBookings], onDone: done })
  const cancel = useCommand(cancelBooking, { refresh: [listBookings], onDone: done })
  const { number } = row
  const send = () =>
    how === 'refuse'
      ? decide.mutate({ number, granted: false, reason: reason.trim() })
      : cancel.mutate({ number, reason: reason.trim() })
  const error = decide.error ?? cancel.error
  return (
    <Dialog
      open
      title={t(how === 'refuse' ? words.refuseAsk : words.cancelAsk)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t(centreWords.cancel)}</Button>
          <Button
            look="pri"
            busy={decide.isPending || cancel.isPending}
            whyNot={
              reason.trim().length < 2 ? t(activityRefusals['reason_needed'] ?? words.why) : null
            }
            onClick={send}
          >
            {t(how === 'refuse' ? words.refuse : words.cancel)}
          </Button>
        </>
      }
    >
      <p>{t(words.refuseThen)}</p>
      <TextArea
        label={t(centreWords.reason)}
        value={reason}
        maxLength={300}
        onChange={(event) => setReason(event.target.value)}
      />
      {error && <Problem error={error} refusals={activityRefusals} />}
    </Dialog>
  )
}

const emptyWish = {
  roomId: '',
  byKind: 'resident',
  groupId: '',
  organisation: '',
  purpose: '',
  people: '',
  day: '',
  from: '09:00',
  to: '10:00',
  phone: '',
}

type Wish = typeof emptyWish

function BookForm({ house }: { house: House }) {
  const { t } = useWords()
  const [wish, setWish] = useState(emptyWish)
  const [receipt, setReceipt] = useState<string | null>(null)
  const book = useCommand(bookRoom, {
    refresh: [listBookings],
    onDone: ({ number, secret }) => {
      setReceipt(t(words.booked, { number, secret }))
      setWish(emptyWish)
    },
  })
  const set = (change: Partial<Wish>) => setWish((was) => ({ ...was, ...change }))
  const error = book.error
  const sentence = error instanceof RefusalError ? error.fields?.['starts'] : undefined
  const missing = wish.roomId === '' || wish.day === '' || wish.purpose.trim().length < 2
  return (
    <section className="k-stack">
      <SectionHeading>{t(words.book)}</SectionHeading>
      {receipt !== null && (
        <Notice tone="accent" live>
          {receipt}
        </Notice>
      )}
      <WishFields house={house} wish={wish} set={set} sentence={sentence} />
      {error && sentence === undefined && <Problem error={error} refusals={activityRefusals} />}
      <div>
        <Button
          look="pri"
          busy={book.isPending}
          whyNot={missing ? t(words.first) : null}
          onClick={() => book.mutate(askedOf(house.area.code, wish))}
        >
          {t(words.book)}
        </Button>
      </div>
    </section>
  )
}

function askedOf(code: string, wish: Wish) {
  const kind = wish.byKind as BorrowerKind
  return {
    code,
    roomId: wish.roomId,
    byKind: kind,
    groupId: kind === 'group' && wish.groupId !== '' ? wish.groupId : null,
    groupSecret: null,
    organisation: kind === 'organisation' ? wish.organisation : null,
    purpose: wish.purpose.trim(),
    title: null,
    people: wish.people === '' ? null : Number(wish.people),
    starts: `${wish.day}T${wish.from}`,
    ends: `${wish.day}T${wish.to}`,
    channel: 'counter' as const,
    name: null,
    phone: wish.phone === '' ? null : wish.phone,
  }
}

const kinds: BorrowerKind[] = ['resident', 'group', 'organisation', 'centre']

type FieldsProps = {
  house: House
  wish: Wish
  set: (change: Partial<Wish>) => void
  sentence: string | undefined
}

function WishFields(props: FieldsProps) {
  return (
    <>
      <WhoFields {...props} />
      <WhenFields {...props} />
    </>
  )
}

function WhoFields({ house, wish, set }: FieldsProps) {
  const { t } = useWords()
  const named = useNamed()
  const groups = useEndpoint(listGroups, { code: house.area.code, limit: 200 })
  const kind = wish.byKind as BorrowerKind
  return (
    <>
      <Select
        label={t(words.room)}
        value={wish.roomId}
        onChange={(event) => set({ roomId: event.target.value })}
        options={house.centre.rooms
          .filter((room) => room.lends || kind === 'centre')
          .map((room) => ({ value: room.id, label: named(room.name) }))}
      />
      <Select
        label={t(words.by)}
        value={wish.byKind}
        onChange={(event) => set({ byKind: event.target.value })}
        options={kinds.map((value) => ({ value, label: t(words[value]) }))}
      />
      {kind === 'group' && (
        <Select
          label={t(words.group)}
          value={wish.groupId}
          onChange={(event) => set({ groupId: event.target.value })}
          options={(groups.data?.items ?? []).map((group) => ({
            value: group.id,
            label: named(group.name),
          }))}
        />
      )}
      {kind === 'organisation' && (
        <TextField
          label={t(words.organisation)}
          value={wish.organisation}
          onChange={(e) => set({ organisation: e.target.value })}
        />
      )}
    </>
  )
}

function WhenFields({ house, wish, set, sentence }: FieldsProps) {
  const { t } = useWords()
  const kind = wish.byKind as BorrowerKind
  return (
    <>
      <TextField
        label={t(centreWords.day)}
        type="date"
        min={house.today}
        value={wish.day}
        onChange={(e) => set({ day: e.target.value })}
      />
      <div className="a-form">
        <TextField
          label={t(words.starts)}
          type="time"
          value={wish.from}
          onChange={(e) => set({ from: e.target.value })}
          error={sentence}
        />
        <TextField
          label={t(words.ends)}
          type="time"
          value={wish.to}
          onChange={(e) => set({ to: e.target.value })}
        />
      </div>
      <TextField
        label={t(words.why)}
        value={wish.purpose}
        maxLength={200}
        onChange={(e) => set({ purpose: e.target.value })}
      />
      <TextField
        label={t(words.people)}
        need="optional"
        type="number"
        min={1}
        value={wish.people}
        onChange={(e) => set({ people: e.target.value })}
      />
      {(kind === 'resident' || kind === 'organisation') && (
        <ToldField
          label={t(centreWords.phone)}
          type="tel"
          field="booking.phone"
          usual={words.phoneWhy}
          value={wish.phone}
          onChange={(e) => set({ phone: e.target.value })}
        />
      )}
    </>
  )
}
