// Where the provider sends the browser back to: ends the sign-in or the link, and goes on.
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { useQueryClient } from '@tanstack/react-query'
import { finishOidc } from '#core/people/contract-oidc.ts'
import { readMe } from '#core/people/contract.ts'
import { peopleRefusals } from '#core/people/words.ts'
import { call } from '#web/kit/api.ts'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { ButtonLink, Buttons } from '#web/kit/ui/Button.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { Loading, wordsOfError } from '#web/kit/ui/States.tsx'
import { factorWords as words } from './words-factor.ts'

/** Only an address of the doors of staff. */
const safe = (then: string | null): string =>
  then !== null && /^\/(desk|field)(\/|\?|$)/.test(then) ? then : '/desk'

export function ReturnPage() {
  const { t } = useWords()
  const navigate = useNavigate()
  const client = useQueryClient()
  const begun = useRef(false)
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    const end = async () => {
      try {
        const { aim, me, then } = await call(finishOidc, { query: window.location.search })
        client.clear()
        client.setQueryData([readMe.name, {}], me)
        await navigate(aim === 'link' ? paths.desk.sessions() : safe(then), { replace: true })
      } catch (refusal) {
        setError(refusal)
      }
    }
    void end()
  }, [client, navigate])
  return (
    <main className="d-sign-in" id="content">
      <h1 className="k-title">{t(words.returning)}</h1>
      {error === null ? (
        <Loading />
      ) : (
        <>
          <Notice tone="zhu" live>
            {t(wordsOfError(error, peopleRefusals))}
          </Notice>
          <Buttons>
            <ButtonLink look="pri" to={paths.desk.signIn()}>
              {t(words.toSignIn)}
            </ButtonLink>
          </Buttons>
        </>
      )}
    </main>
  )
}
