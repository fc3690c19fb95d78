// The receipt of a room asked for, and what became of it later: granted, refused with a reason, given back.
import { cancelBooking, followBooking } from '#core/activities/contract-bookings.ts'
import type { ProgrammeView } from '#core/activities/contract-programme.ts'
import { useState } from 'react'
import { inBlocks } from '#web/cases/open/receipts.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { Button, ButtonLink } from '#web/kit/ui/Button.tsx'
import { wordsOfError } from '#web/kit/ui/States.tsx'
import type { Given } from './BorrowPage.tsx'
import type { KeptLoan } from './kept-loans.ts'
import { useSessionTimes } from './times.ts'
import { borrowRefusals, borrowWords as words } from './words-borrow.ts'
import { weekWords } from './words-open.ts'

type ReceiptProps = { view: ProgrammeView; given: Given; onAnother: () => void }

export function BorrowReceipt({ view, given, onAnother }: ReceiptProps) {
  const { t, lang } = useWords()
  const times = useSessionTimes(view.timeZone)
  const { loan, state } = given
  const [day = '', from = ''] = loan.starts.split('T')
  return (
    <div className="open-receipt" role="status">
      <p className="open-lead">{t(state === 'asked' ? words.asked : words.granted)}</p>
      <p>
        <b>{loan.room}</b>
        <br />
        {times.day(day)} {times.weekdayOf(day)} {from}–{loan.ends.slice(11)}
        <br />
        {view.centre?.name[lang]}
      </p>
      <dl className="open-codes">
        <dt>{t(weekWords.number)}</dt>
        <dd className="open-number">{loan.number}</dd>
        <dt>{t(weekWords.secret)}</dt>
        <dd className="open-secret">{inBlocks(loan.secret)}</dd>
      </dl>
      <p className="k-note">
        {t(words.secretNote)} {view.centre?.phone}
      </p>
      <div className="open-send k-screen-only">
        <ButtonLink look="pri" to={paths.open.myPlaces()}>
          {t(words.see)}
        </ButtonLink>
        <Button icon="printer" onClick={() => print()}>
          {t(weekWords.print)}
        </Button>
        <Button look="quiet" onClick={onAnother}>
          {t(words.another)}
        </Button>
      </div>
    </div>
  )
}

export function Loan({ loan, onForget }: { loan: KeptLoan; onForget: () => void }) {
  const { t } = useWords()
  return (
    <>
      <p className="open-lead">{loan.room}</p>
      <p className="k-note">
        {t(weekWords.number)} {loan.number} · {t(weekWords.mineNote)}
      </p>
      <LoanStanding pair={loan} />
      <Button look="quiet" onClick={onForget}>
        {t(weekWords.forget)}
      </Button>
    </>
  )
}

/** What holds now, with the reason of a refusal, and the way to give the room back. */
export function LoanStanding({ pair }: { pair: { number: string; secret: string } }) {
  const { t, lang } = useWords()
  const times = useTimes()
  const [sure, setSure] = useState(false)
  const answer = useEndpoint(followBooking, { number: pair.number, secret: pair.secret })
  const giving = useCommand(cancelBooking, { refresh: [followBooking] })
  const wrong = answer.error ?? giving.error
  const { data } = answer
  if (giving.isSuccess) return <p role="status">{t(words.gaveBack)}</p>
  const held = data?.state === 'asked' || data?.state === 'granted'
  return (
    <div className="week-standing">
      {data && (
        <>
          <p className="open-state">{t(words.states[data.state])}</p>
          <p>
            {data.room.name[lang] ?? data.room.name.zh} · {times.dayTime(data.startsAt)}–
            {times.clock(data.endsAt)} · {data.purpose}
          </p>
          {data.reason !== null && <p>{t(words.because, { reason: data.reason })}</p>}
        </>
      )}
      {held && !sure && <Button onClick={() => setSure(true)}>{t(words.giveBack)}</Button>}
      {sure && (
        <>
          <p>{t(words.sure)}</p>
          <div className="open-two">
            <Button
              look="pri"
              busy={giving.isPending}
              onClick={() =>
                giving.mutate({ number: pair.number, secret: pair.secret, reason: null })
              }
            >
              {t(words.yes)}
            </Button>
            <Button onClick={() => setSure(false)}>{t(words.no)}</Button>
          </div>
        </>
      )}
      <p className="open-trouble" role="alert">
        {wrong && t(wordsOfError(wrong, borrowRefusals))}
      </p>
    </div>
  )
}
