// My account and the one at the provider: linked once, here, by whoever holds both.
import { useState } from 'react'
import { endMyLink, readMyLink } from '#core/people/contract-oidc.ts'
import { peopleRefusals } from '#core/people/words.ts'
import { call } from '#web/kit/api.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { ErrorSummary } from '#web/kit/ui/Field.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { wordsOfError } from '#web/kit/ui/States.tsx'
import { goToProvider } from './oidc.ts'
import { factorWords as words } from './words-factor.ts'

export function LinkSection() {
  const { t } = useWords()
  const times = useTimes()
  const found = useEndpoint(readMyLink, {})
  const [errors, setErrors] = useState<string[]>([])
  const name = found.data?.name ?? null
  if (name === null) return null
  const linkedAt = found.data?.linkedAt ?? null
  const act = async (work: () => Promise<unknown>) => {
    try {
      await work()
      await found.refetch()
    } catch (error) {
      setErrors([t(wordsOfError(error, peopleRefusals))])
    }
  }
  return (
    <section>
      <SectionHeading>{name}</SectionHeading>
      <ErrorSummary errors={errors} />
      <p className="k-compact k-sub">
        {linkedAt === null
          ? t(words.notLinked, { name })
          : t(words.linked, { name, day: times.day(linkedAt) })}
      </p>
      <div className="k-btns">
        {linkedAt === null ? (
          <Button onClick={() => void act(() => goToProvider('link', null))}>
            {t(words.link, { name })}
          </Button>
        ) : (
          <Button look="grave" onClick={() => void act(() => call(endMyLink, {}))}>
            {t(words.unlink)}
          </Button>
        )}
      </div>
    </section>
  )
}
