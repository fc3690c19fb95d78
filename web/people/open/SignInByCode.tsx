// A number, then the six digits that were sent to it; the first time the text is read before anything is kept.
import { type FormEvent, useEffect, useState } from 'react'
import { Link } from 'react-router'
import * as own from '#core/people/contract-resident.ts'
import type { ResidentView } from '#core/people/contract-resident.ts'
import { codeMinutes, codeTyped, residentPhone } from '#core/people/resident.ts'
import { residentRefusals } from '#core/people/words-resident.ts'
import { call, RefusalError } from '#web/kit/api.ts'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { TextField } from '#web/kit/ui/Field.tsx'
import { wordsOfError } from '#web/kit/ui/States.tsx'
import { kitWords } from '#web/kit/words.ts'
import { useEntering } from './resident.ts'
import { accountWords as words } from './words-account.ts'
import './account.css'

export function SignInByCode({ view }: { view: ResidentView }) {
  const { t } = useWords()
  const [sentTo, setSentTo] = useState<string | null>(null)
  if (!view.available) return <p className="k-compact">{t(words.none)}</p>
  return (
    <div className="account-form">
      <p className="k-compact k-sub">{t(words.lead)}</p>
      {sentTo === null ? (
        <AskForCode onSent={setSentTo} />
      ) : (
        <EnterCode phone={sentTo} view={view} onOther={() => setSentTo(null)} />
      )}
    </div>
  )
}

function Wrong({ error }: { error: unknown }) {
  const { t } = useWords()
  return (
    <p className="open-trouble" role="alert">
      {error !== null && t(wordsOfError(error, residentRefusals))}
    </p>
  )
}

function AskForCode({ onSent }: { onSent: (phone: string) => void }) {
  const { t } = useWords()
  const [phone, setPhone] = useState('')
  const [missing, setMissing] = useState(false)
  const asking = useAsking(onSent)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(residentPhone(phone) === null)
    if (residentPhone(phone) !== null) void asking.ask(phone)
  }
  return (
    <form onSubmit={submit} noValidate>
      <TextField
        label={t(words.phone)}
        hint={t(words.phoneHint)}
        error={missing ? t(words.phoneWrong) : null}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        value={phone}
        maxLength={30}
        onChange={(event) => setPhone(event.target.value)}
      />
      <Wrong error={asking.error} />
      <div className="open-send">
        <Button type="submit" look="pri" big busy={asking.busy}>
          {t(words.ask)}
        </Button>
      </div>
    </form>
  )
}

/** Asking for a code, and how long until another may be asked for. */
function useAsking(onSent: (phone: string) => void) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const ask = async (phone: string) => {
    if (busy) return
    setBusy(true)
    setError(null)
    try {
      await call(own.askCode, { phone })
      onSent(phone)
    } catch (refusal) {
      setError(refusal)
    } finally {
      setBusy(false)
    }
  }
  return { ask, busy, error }
}

const againAfter = 60

function useSeconds(from: number): [number, () => void] {
  const [left, setLeft] = useState(from)
  useEffect(() => {
    if (left <= 0) return undefined
    const timer = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(timer)
  }, [left])
  return [left, () => setLeft(from)]
}

type EnterProps = { phone: string; view: ResidentView; onOther: () => void }

function EnterCode({ phone, view, onOther }: EnterProps) {
  const { t } = useWords()
  const [code, setCode] = useState('')
  const [missing, setMissing] = useState(false)
  const [left, again] = useSeconds(againAfter)
  const asking = useAsking(again)
  const entering = useEntering()
  const asksConsent =
    entering.error instanceof RefusalError && entering.error.refusal === 'consent_needed'
  const enter = (agreed?: string) => {
    setMissing(codeTyped(code) === null)
    if (codeTyped(code) === null) return
    entering.mutate({ phone, code, ...(agreed !== undefined && { agreed }) })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    enter(asksConsent ? view.consent.version : undefined)
  }
  return (
    <form onSubmit={submit} noValidate>
      <p className="k-compact" role="status">
        {t(words.sent, { minutes: codeMinutes })}
      </p>
      {view.demoInbox && (
        <p>
          <Link className="k-link open-inline" to={paths.open.demoInbox()} target="_blank">
            {t(words.demo)}
          </Link>
        </p>
      )}
      <TextField
        label={t(words.code)}
        hint={t(words.codeHint)}
        error={missing ? t(words.codeWrong) : null}
        inputMode="numeric"
        autoComplete="one-time-code"
        autoFocus
        value={code}
        maxLength={12}
        onChange={(event) => setCode(event.target.value)}
      />
      {asksConsent ? <Consent view={view} /> : <Wrong error={entering.error ?? asking.error} />}
      <div className="open-send">
        <Button type="submit" look="pri" big busy={entering.isPending}>
          {t(asksConsent ? words.agree : words.enter)}
        </Button>
      </div>
      <div className="account-other">
        {left > 0 ? (
          <span className="k-note">{t(words.askAgainIn, { n: left })}</span>
        ) : (
          <Button look="quiet" busy={asking.busy} onClick={() => void asking.ask(phone)}>
            {t(words.askAgain)}
          </Button>
        )}
        <Button look="quiet" onClick={onOther}>
          {t(words.otherNumber)}
        </Button>
      </div>
    </form>
  )
}

/** Word for word, with what it is for; agreeing is the button below it. */
export function Consent({ view }: { view: Pick<ResidentView, 'consent'> }) {
  const { t } = useWords()
  return (
    <section className="account-consent" aria-label={t(words.consentTitle)} role="status">
      <b>{t(words.consentTitle)}</b>
      <p>{t(view.consent.about)}</p>
      <ul>
        {view.consent.text.map((line) => (
          <li key={line.en}>{t(line)}</li>
        ))}
      </ul>
      <Link className="k-link open-inline" to={paths.open.privacy(null)} target="_blank">
        {t(kitWords.readAll)}
      </Link>
    </section>
  )
}
