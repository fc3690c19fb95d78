// What is asked before a session is called off or moved, or a telephone number is shown: what will happen, and a reason.
import { type ReactNode, useState } from 'react'
import { readCentres } from '#core/activities/contract-centre.ts'
import {
  listRegistrations,
  readRegistrationContact,
} from '#core/activities/contract-registrations.ts'
import {
  type SessionView,
  cancelSession,
  moveSession,
  readSession,
} from '#core/activities/contract-series.ts'
import { activityRefusals } from '#core/activities/words-refusals.ts'
import { localDate, localTime } from '#core/kit/time.ts'
import { call } from '#web/kit/api.ts'
import { useWords } from '#web/kit/language.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Dialog } from '#web/kit/ui/Dialog.tsx'
import { Select, TextArea, TextField } from '#web/kit/ui/Field.tsx'
import { Problem } from '#web/kit/ui/States.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { centreWords, sessionWords as words } from '../words-desk.ts'
import { useNamed } from './CentreFrame.tsx'

const fresh = [readSession, listRegistrations]

/** What was read is shown here and nowhere kept. */
export function LookDialog({ number, onClose }: { number: string; onClose: () => void }) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const [phone, setPhone] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const look = () =>
    call(readRegistrationContact, { number, reason: reason.trim() }).then(
      (found) => setPhone(found.phone),
      (failed: unknown) => setError(failed),
    )
  return (
    <Dialog
      open
      title={t(words.seePhoneAsk)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t(words.keep)}</Button>
          <Button
            look="pri"
            whyNot={reason.trim().length < 2 ? t(words.seePhoneThen) : null}
            onClick={() => void look()}
          >
            {t(words.seePhone)}
          </Button>
        </>
      }
    >
      <p>{t(words.seePhoneThen)}</p>
      <TextField
        label={t(words.why)}
        value={reason}
        maxLength={300}
        onChange={(e) => setReason(e.target.value)}
      />
      {phone !== null && <p className="k-lead">{phone}</p>}
      {error !== null && <Problem error={error} refusals={activityRefusals} />}
    </Dialog>
  )
}

type Closing = { session: SessionView; onClose: () => void }

export function CancelDialog({ session, onClose }: Closing) {
  const { t } = useWords()
  const toast = useToast()
  const [why, setWhy] = useState('')
  const act = useCommand(cancelSession, {
    about: session.id,
    refresh: fresh,
    onDone: (told) => {
      toast(t(words.cancelled, told))
      onClose()
    },
  })
  return (
    <AskDialog
      title={t(words.cancelAsk)}
      then={t(words.cancelThen, { n: session.booked + session.waiting })}
      verb={t(words.cancel)}
      busy={act.isPending}
      error={act.error}
      ready={why.trim().length > 1}
      onSend={() => act.mutate({ id: session.id, why: { zh: why.trim(), en: null } })}
      onClose={onClose}
    >
      <TextArea
        label={t(words.why)}
        hint={t(words.whyHint)}
        value={why}
        maxLength={300}
        onChange={(e) => setWhy(e.target.value)}
      />
    </AskDialog>
  )
}

export function MoveDialog({ session, onClose }: Closing) {
  const { t } = useWords()
  const toast = useToast()
  const zone = session.area.timeZone
  const [to, setTo] = useState({
    day: localDate(session.startsAt, zone),
    from: localTime(session.startsAt, zone),
    till: localTime(session.endsAt, zone),
    roomId: session.room?.id ?? '',
    why: '',
  })
  const act = useCommand(moveSession, {
    about: session.id,
    refresh: fresh,
    onDone: (told) => {
      toast(t(words.movedDone, told))
      onClose()
    },
  })
  const set = (change: Partial<typeof to>) => setTo((was) => ({ ...was, ...change }))
  return (
    <AskDialog
      title={t(words.moveAsk)}
      then={t(words.moveThen, { n: session.booked + session.waiting })}
      verb={t(words.move)}
      busy={act.isPending}
      error={act.error}
      ready={to.why.trim().length > 1}
      onClose={onClose}
      onSend={() =>
        act.mutate({
          id: session.id,
          starts: `${to.day}T${to.from}`,
          ends: `${to.day}T${to.till}`,
          roomId: to.roomId === '' ? null : to.roomId,
          place: to.roomId === '' ? session.place : null,
          why: { zh: to.why.trim(), en: null },
        })
      }
    >
      <MoveFields to={to} set={set} code={session.area.code} />
    </AskDialog>
  )
}

type MoveTo = { day: string; from: string; till: string; roomId: string; why: string }

function MoveFields({
  to,
  set,
  code,
}: {
  to: MoveTo
  set: (change: Partial<MoveTo>) => void
  code: string
}) {
  const { t } = useWords()
  const named = useNamed()
  const rooms = useEndpoint(readCentres, { code }).data?.centres.flatMap((centre) => centre.rooms)
  return (
    <>
      <TextField
        label={t(centreWords.day)}
        type="date"
        value={to.day}
        onChange={(e) => set({ day: e.target.value })}
      />
      <div className="a-form">
        <TextField
          label={t(words.starts)}
          type="time"
          value={to.from}
          onChange={(e) => set({ from: e.target.value })}
        />
        <TextField
          label={t(words.ends)}
          type="time"
          value={to.till}
          onChange={(e) => set({ till: e.target.value })}
        />
      </div>
      <Select
        label={t(centreWords.where)}
        value={to.roomId}
        onChange={(e) => set({ roomId: e.target.value })}
        options={(rooms ?? []).map((room) => ({ value: room.id, label: named(room.name) }))}
      />
      <TextArea
        label={t(words.why)}
        hint={t(words.whyHint)}
        value={to.why}
        maxLength={300}
        onChange={(e) => set({ why: e.target.value })}
      />
    </>
  )
}

type Asking = {
  title: string
  then: string
  verb: string
  busy: boolean
  error: unknown
  ready: boolean
  onSend: () => void
  onClose: () => void
  children: ReactNode
}

function AskDialog({ title, then, verb, busy, error, ready, onSend, onClose, children }: Asking) {
  const { t } = useWords()
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t(words.keep)}</Button>
          <Button look="pri" busy={busy} whyNot={ready ? null : t(words.whyHint)} onClick={onSend}>
            {verb}
          </Button>
        </>
      }
    >
      <p>{then}</p>
      {children}
      {error !== null && <Problem error={error} refusals={activityRefusals} />}
    </Dialog>
  )
}
