// Places kept, on this device, and by a receipt: what holds of them, and giving them back.
import { type FormEvent, useState } from 'react'
import { Link } from 'react-router'
import {
  cancelRegistration,
  followRegistration,
  withdrawPhone,
} from '#core/activities/contract-registrations.ts'
import { OpenPage, Part } from '#web/kit/ui/OpenPage.tsx'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { TextField } from '#web/kit/ui/Field.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, wordsOfError } from '#web/kit/ui/States.tsx'
import { privacyWords } from '#web/people/words-privacy.ts'
import { Loan, LoanStanding } from './BorrowReceipt.tsx'
import { type KeptPlaces, useKeptPlaces } from './kept.ts'
import { useKeptLoans } from './kept-loans.ts'
import { borrowWords } from './words-borrow.ts'
import { openRefusals, weekWords } from './words-open.ts'
import './week.css'

type Pair = { number: string; secret: string }

/** From the code of a receipt: what stands behind the # never reached a server. */
function scanned(): Pair {
  const hash = new URLSearchParams(location.hash.slice(1))
  return { number: hash.get('number') ?? '', secret: hash.get('secret') ?? '' }
}

export function MyPlacesPage() {
  const { t } = useWords()
  const [kept, forget] = useKeptPlaces()
  const [loans, forgetLoan] = useKeptLoans()
  const aloud = () =>
    [...kept.map((one) => one.title), ...loans.map((one) => one.room)].join('。') ||
    t(weekWords.noneMine)
  return (
    <OpenPage title={t(weekWords.mine)} up={paths.open.home()} aloud={aloud}>
      {kept.length === 0 && loans.length === 0 ? (
        <Part>
          <Empty title={t(weekWords.noneMine)} then={t(weekWords.noneMineThen)} />
        </Part>
      ) : (
        kept.map((one) => (
          <Part key={one.number}>
            <Kept places={one} onForget={() => forget(one.number)} />
          </Part>
        ))
      )}
      {loans.length > 0 && (
        <Part>
          <SectionHeading>{t(borrowWords.mine)}</SectionHeading>
        </Part>
      )}
      {loans.map((one) => (
        <Part key={one.number}>
          <Loan loan={one} onForget={() => forgetLoan(one.number)} />
        </Part>
      ))}
      <Part tone="raised">
        <ByReceipt />
      </Part>
    </OpenPage>
  )
}

function Kept({ places, onForget }: { places: KeptPlaces; onForget: () => void }) {
  const { t } = useWords()
  const times = useTimes()
  return (
    <>
      <Link className="week-lead" to={paths.open.session(places.code, places.sessionId)}>
        <b>{places.title}</b>
        <span>
          {times.dayTime(places.startsAt)} · {t(weekWords.keptFor, { count: places.people })}
        </span>
      </Link>
      <p className="k-note">
        {t(weekWords.number)} {places.number} · {t(weekWords.mineNote)}
      </p>
      <Standing pair={places} />
      <Button look="quiet" onClick={onForget}>
        {t(weekWords.forget)}
      </Button>
    </>
  )
}

function ByReceipt() {
  const { t } = useWords()
  const [typed, setTyped] = useState(scanned)
  const [asked, setAsked] = useState<Pair | null>(
    typed.number !== '' && typed.secret !== '' ? typed : null,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const pair = {
      number: typed.number.trim(),
      secret: typed.secret.replaceAll(/\s/g, '').toUpperCase(),
    }
    if (pair.number.length >= 8 && pair.secret.length >= 4) setAsked(pair)
  }
  return (
    <form onSubmit={submit}>
      <SectionHeading>{t(weekWords.byReceipt)}</SectionHeading>
      <TextField
        label={t(weekWords.number)}
        autoComplete="off"
        value={typed.number}
        onChange={(event) => setTyped({ ...typed, number: event.target.value })}
      />
      <TextField
        label={t(weekWords.secret)}
        autoComplete="off"
        value={typed.secret}
        onChange={(event) => setTyped({ ...typed, secret: event.target.value })}
      />
      <div className="open-send">
        <Button type="submit" big>
          {t(weekWords.look)}
        </Button>
      </div>
      {asked !== null &&
        (isLoan(asked.number) ? (
          <LoanStanding key={asked.number} pair={asked} />
        ) : (
          <Standing key={asked.number} pair={asked} />
        ))}
    </form>
  )
}

/** Numbers of loans say so: 500108106003-26-B00012. */
const isLoan = (number: string) => /-B\d+$/i.test(number)

const stateWords = {
  booked: weekWords.stateBooked,
  waiting: weekWords.stateWaiting,
  cancelled: weekWords.stateCancelled,
}

/** What holds now, what was told, and the way to give the places back. */
function Standing({ pair }: { pair: Pair }) {
  const { t, lang } = useWords()
  const times = useTimes()
  const [sure, setSure] = useState(false)
  const answer = useEndpoint(followRegistration, { number: pair.number, secret: pair.secret })
  const giving = useCommand(cancelRegistration, { refresh: [followRegistration] })
  const wrong = answer.error ?? giving.error
  const { data } = answer
  if (giving.isSuccess) return <p role="status">{t(weekWords.gaveBack)}</p>
  return (
    <div className="week-standing">
      {data && (
        <p className="open-state">
          {data.state === 'waiting'
            ? t(weekWords.waits, { count: data.ahead })
            : t(stateWords[data.state])}{' '}
          · {t(weekWords.keptFor, { count: data.people })}
        </p>
      )}
      {data?.told.map((one) => (
        <p key={`${one.kind}${one.at}`} className="k-compact">
          {times.dayTime(one.at)} {one.words[lang]}
        </p>
      ))}
      {data && data.state !== 'cancelled' && !sure && (
        <Button onClick={() => setSure(true)}>{t(weekWords.giveBack)}</Button>
      )}
      {sure && (
        <>
          <p>{t(weekWords.sureGiveBack)}</p>
          <div className="open-two">
            <Button
              look="pri"
              onClick={() => giving.mutate({ number: pair.number, secret: pair.secret })}
            >
              {t(weekWords.yes)}
            </Button>
            <Button onClick={() => setSure(false)}>{t(weekWords.no)}</Button>
          </div>
        </>
      )}
      {data?.hasPhone && <PhoneBack pair={pair} />}
      <p className="open-trouble" role="alert">
        {wrong && t(wordsOfError(wrong, openRefusals))}
      </p>
    </div>
  )
}

/** The number left with it goes; what follows is said first. */
function PhoneBack({ pair }: { pair: Pair }) {
  const { t } = useWords()
  const act = useCommand(withdrawPhone, { refresh: [followRegistration] })
  return (
    <details className="open-more">
      <summary>{t(privacyWords.phoneBack)}</summary>
      <p className="k-compact">{t(privacyWords.registrationBackMeans)}</p>
      <Button
        busy={act.isPending}
        onClick={() => act.mutate({ number: pair.number, secret: pair.secret })}
      >
        {t(privacyWords.goOn, { what: t(privacyWords.phoneBack) })}
      </Button>
      <p className="open-trouble" role="alert">
        {act.error && t(wordsOfError(act.error, openRefusals))}
      </p>
    </details>
  )
}
