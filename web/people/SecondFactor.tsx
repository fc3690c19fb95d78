// The second factor of one's own account: a square code for the authenticator, one number to show that it works, and
// ten codes for the day the telephone is lost, which are shown once.
import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import {
  beginFactor,
  confirmFactor,
  endFactor,
  readMyFactor,
  type FactorView,
} from '#core/people/contract-factor.ts'
import { peopleRefusals } from '#core/people/words.ts'
import { call } from '#web/kit/api.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { ErrorSummary, TextField } from '#web/kit/ui/Field.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { QrCode } from '#web/kit/ui/QrCode.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading, Problem, wordsOfError } from '#web/kit/ui/States.tsx'
import { CodeField } from './CodeField.tsx'
import { factorWords as words } from './words-factor.ts'

/** Before anything else, where a rule demands it of one's role. */
export function MustEnrol() {
  const { t } = useWords()
  const client = useQueryClient()
  return (
    <main className="d-sign-in" id="content">
      <h1 className="k-title">{t(words.mustEnrol)}</h1>
      <p className="k-compact k-sub">{t(words.mustEnrolSays)}</p>
      <Enrol onDone={() => void client.invalidateQueries()} />
    </main>
  )
}

/** On the page of one's own sign-ins. */
export function FactorSection() {
  const { t } = useWords()
  const found = useEndpoint(readMyFactor, {})
  const [doing, setDoing] = useState<'enrol' | 'end' | null>(null)
  const done = () => {
    setDoing(null)
    void found.refetch()
  }
  return (
    <section>
      <SectionHeading>{t(words.title)}</SectionHeading>
      {found.data ? (
        <Standing view={found.data} />
      ) : found.error ? (
        <Problem error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <Loading />
      )}
      {found.data && doing === null && (
        <div className="k-btns">
          <Button onClick={() => setDoing('enrol')}>
            {t(found.data.enrolledAt === null ? words.set : words.replace)}
          </Button>
          {found.data.enrolledAt !== null && (
            <Button
              look="grave"
              whyNot={found.data.required ? t(peopleRefusals.factor_required) : null}
              onClick={() => setDoing('end')}
            >
              {t(words.end)}
            </Button>
          )}
        </div>
      )}
      <div className="sessions-change">
        {doing === 'enrol' && <Enrol onDone={done} />}
        {doing === 'end' && <End onDone={done} />}
      </div>
    </section>
  )
}

function Standing({ view }: { view: FactorView }) {
  const { t } = useWords()
  const times = useTimes()
  if (view.enrolledAt === null) return <p className="k-compact k-sub">{t(words.none)}</p>
  return (
    <p className="k-compact k-sub">
      {t(words.since, { day: times.day(view.enrolledAt) })}{' '}
      {t(words.codesLeft, { n: view.codesLeft })}
    </p>
  )
}

type Made = { uri: string; secret: string }

function Enrol({ onDone }: { onDone: () => void }) {
  const [made, setMade] = useState<Made | null>(null)
  const [codes, setCodes] = useState<string[] | null>(null)
  if (codes !== null) return <Codes codes={codes} onDone={onDone} />
  if (made !== null) return <Confirm made={made} onCodes={setCodes} />
  return <Begin onMade={setMade} />
}

/** One field or two, sent with a button; what went wrong stands above them. */
function useSending<T>(send: () => Promise<T>, onDone: (value: T) => void) {
  const { t } = useWords()
  const [errors, setErrors] = useState<string[]>([])
  const [busy, setBusy] = useState(false)
  const submit = async () => {
    setBusy(true)
    try {
      onDone(await send())
    } catch (error) {
      setErrors([t(wordsOfError(error, peopleRefusals))])
    } finally {
      setBusy(false)
    }
  }
  return { errors, busy, submit }
}

function Begin({ onMade }: { onMade: (made: Made) => void }) {
  const { t } = useWords()
  const [password, setPassword] = useState('')
  const { errors, busy, submit } = useSending(() => call(beginFactor, { password }), onMade)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <ErrorSummary errors={errors} />
      <Password value={password} onChange={setPassword} />
      <div className="k-btns">
        <Button type="submit" look="pri" busy={busy}>
          {t(words.next)}
        </Button>
      </div>
    </form>
  )
}

function Confirm({ made, onCodes }: { made: Made; onCodes: (codes: string[]) => void }) {
  const { t } = useWords()
  const [code, setCode] = useState('')
  const send = async () => (await call(confirmFactor, { code })).codes
  const { errors, busy, submit } = useSending(send, onCodes)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <ErrorSummary errors={errors} />
      <p className="k-compact">{t(words.scan)}</p>
      <div className="factor-qr">
        <QrCode text={made.uri} label={t(words.qr)} />
      </div>
      <p className="k-note">
        {t(words.typeIt)} <b className="factor-secret">{made.secret.replace(/(.{4})/g, '$1 ')}</b>
      </p>
      <CodeField value={code} onChange={setCode} />
      <div className="k-btns">
        <Button type="submit" look="pri" busy={busy}>
          {t(words.confirm)}
        </Button>
      </div>
    </form>
  )
}

function Codes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const { t } = useWords()
  return (
    <div>
      <Notice tone="accent" title={t(words.codesTitle)}>
        <p>{t(words.codesSay)}</p>
      </Notice>
      <ol className="factor-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="k-btns">
        <Button onClick={() => window.print()}>{t(words.print)}</Button>
        <Button look="pri" onClick={onDone}>
          {t(words.kept)}
        </Button>
      </div>
    </div>
  )
}

function End({ onDone }: { onDone: () => void }) {
  const { t } = useWords()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const { errors, busy, submit } = useSending(() => call(endFactor, { password, code }), onDone)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <ErrorSummary errors={errors} />
      <Password value={password} onChange={setPassword} />
      <CodeField value={code} onChange={setCode} />
      <div className="k-btns">
        <Button type="submit" look="grave" busy={busy}>
          {t(words.end)}
        </Button>
      </div>
    </form>
  )
}

type FieldProps = { value: string; onChange: (value: string) => void }

function Password({ value, onChange }: FieldProps) {
  const { t } = useWords()
  return (
    <TextField
      label={t(words.password)}
      type="password"
      autoComplete="current-password"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
