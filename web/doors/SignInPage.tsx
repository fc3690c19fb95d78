// For staff only; residents never need an account, and the page says so.
import { type FormEvent, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { readOidc } from '#core/people/contract-oidc.ts'
import { peopleRefusals } from '#core/people/words.ts'
import { RefusalError } from '#web/kit/api.ts'
import { useWords } from '#web/kit/language.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { Button, ButtonLink, Buttons } from '#web/kit/ui/Button.tsx'
import { TextField } from '#web/kit/ui/Field.tsx'
import { Mark } from '#web/kit/ui/Mark.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { wordsOfError } from '#web/kit/ui/States.tsx'
import { kitWords } from '#web/kit/words.ts'
import { useSession } from '#web/people/me.ts'
import { goToProvider } from '#web/people/oidc.ts'
import { factorWords } from '#web/people/words-factor.ts'
import { CodeField } from '#web/people/CodeField.tsx'
import { DeviceChoices } from './DeviceChoices.tsx'
import { doorWords } from './words.ts'
import './frames.css'

/** Only an address of this door: a foreign one would make the sign-in page a trap. */
function safeThen(then: string | null, door: string): string {
  return then !== null && new RegExp(`^/${door}(/|\\?|$)`).test(then) ? then : `/${door}`
}

function useSignIn(door: string) {
  const [query] = useSearchParams()
  const navigate = useNavigate()
  const session = useSession()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (login === '' || password === '' || busy) return
    setBusy(true)
    setError(null)
    try {
      await session.enter(login.trim(), password, code?.trim() || undefined)
      await navigate(safeThen(query.get('then'), door), { replace: true })
    } catch (refusal) {
      const asked = refusal instanceof RefusalError && refusal.refusal === 'code_needed'
      if (asked) setCode('')
      // The first time it is no error: the next field says what is wanted.
      setError(asked && code === null ? null : refusal)
    } finally {
      setBusy(false)
    }
  }
  return {
    login,
    setLogin,
    password,
    setPassword,
    code,
    setCode,
    tried,
    busy,
    error,
    setError,
    submit,
  }
}

export function SignInPage() {
  const { t } = useWords()
  const { door } = useSettings()
  const form = useSignIn(door)
  const { login, setLogin, password, setPassword, code, setCode } = form
  const { tried, busy, error, setError, submit } = form
  const wrong = error instanceof RefusalError && error.refusal === 'wrong_login'
  return (
    <main className="d-sign-in" id="content">
      <div className="d-sign-in-head">
        <Mark size={30} />
        <h1 className="k-title">
          {t(door === 'field' ? kitWords.signInField : kitWords.signInDesk)}
        </h1>
      </div>
      <div className="k-wenwu" />
      <form onSubmit={(event) => void submit(event)} noValidate>
        {error !== null && (
          <Notice tone="zhu" live>
            {t(wrong ? doorWords.wrongLogin : wordsOfError(error, peopleRefusals))}
          </Notice>
        )}
        <TextField
          label={t(kitWords.loginName)}
          name="login"
          autoComplete="username"
          autoCapitalize="none"
          value={login}
          onChange={(event) => setLogin(event.target.value)}
          error={tried && login === '' ? t(doorWords.needLogin) : null}
        />
        <TextField
          label={t(kitWords.password)}
          name="password"
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          error={tried && password === '' ? t(doorWords.needPassword) : null}
        />
        {code !== null && (
          <>
            <p className="k-compact">{t(peopleRefusals.code_needed)}</p>
            <CodeField value={code} onChange={setCode} focus />
          </>
        )}
        <Buttons>
          <Button look="pri" big type="submit" busy={busy}>
            {t(kitWords.signIn)}
          </Button>
          <ButtonLink look="quiet" big to="/">
            {t(kitWords.toStart)}
          </ButtonLink>
        </Buttons>
      </form>
      <Provider door={door} onError={setError} />
      <p className="k-note">{t(kitWords.signInNote)}</p>
      <p className="k-note">{t(doorWords.demoOnly)}</p>
      <DeviceChoices />
    </main>
  )
}

/** Another way in, where the operator has set one up; the password stays. */
function Provider({ door, onError }: { door: string; onError: (error: unknown) => void }) {
  const { t } = useWords()
  const [query] = useSearchParams()
  const name = useEndpoint(readOidc, {}).data?.name ?? null
  if (name === null) return null
  const go = () => goToProvider('signIn', safeThen(query.get('then'), door)).catch(onError)
  return (
    <Buttons>
      <Button onClick={() => void go()}>{t(factorWords.viaProvider, { name })}</Button>
    </Buttons>
  )
}
