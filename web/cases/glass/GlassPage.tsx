// One case through an emergency access: what is needed to act, and nothing to act with.
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { endGlass, listGlasses, readGlass, showGlassContact } from '#core/cases/contract-glass.ts'
import { stateWords } from '#core/cases/words.ts'
import type { OutputOf } from '#core/kit/contract.ts'
import { RefusalError, call } from '#web/kit/api.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { ErrorSummary } from '#web/kit/ui/Field.tsx'
import { Facts, Room } from '#web/kit/ui/Room.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem, wordsOfError } from '#web/kit/ui/States.tsx'
import { Timeline } from '#web/kit/ui/Timeline.tsx'
import { glassRefusals, glassWords as words } from './words-glass.ts'
import './glass.css'

type View = OutputOf<typeof readGlass>
type Contacts = OutputOf<typeof showGlassContact>['contacts']

export function GlassPage() {
  const { t } = useWords()
  const { id = '' } = useParams()
  const found = useEndpoint(readGlass, { id }, { refetchInterval: 60_000 })
  const over = found.error instanceof RefusalError && found.error.refusal === 'access_over'
  if (over)
    return (
      <Room title={t(words.over)} crumb={<Back />}>
        <Empty title={t(words.over)}>{t(words.overSays)}</Empty>
      </Room>
    )
  if (found.error && !found.data)
    return (
      <Problem error={found.error} refusals={glassRefusals} onRetry={() => void found.refetch()} />
    )
  if (!found.data) return <Loading what={t(words.fetching)} />
  return <Open view={found.data} />
}

function Back() {
  const { t } = useWords()
  return (
    <p className="k-compact">
      <Link className="k-link" to={paths.desk.glasses()}>
        {t(words.back)}
      </Link>
    </p>
  )
}

function Open({ view }: { view: View }) {
  const { t, lang } = useWords()
  const times = useTimes()
  const navigate = useNavigate()
  const { access } = view
  const end = useCommand(endGlass, {
    refresh: [listGlasses],
    onDone: () => void navigate(paths.desk.glasses()),
  })
  const steps = view.timeline.toReversed().map((entry) => ({
    key: String(entry.version),
    at: times.dayTime(entry.at),
    kind: 'step' as const,
    what: t(entry.sentence),
  }))
  return (
    <Room
      crumb={<Back />}
      title={access.number}
      sub={t(words.left, { time: times.clock(access.endsAt) })}
      tools={
        <Button busy={end.isPending} onClick={() => end.mutate({ id: access.id })}>
          {t(words.giveBack)}
        </Button>
      }
    >
      <div className="k-room-two">
        <div>
          <SectionHeading end={t(stateWords[view.state])}>{t(words.said)}</SectionHeading>
          <p>{view.text}</p>
          <p className="k-note glass-said">
            {[lang === 'zh' ? view.category.zh : view.category.en, view.place.name, view.address]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <SectionHeading>{t(words.story)}</SectionHeading>
          <Timeline label={t(words.story)} steps={steps} />
        </div>
        <Reporter view={view} />
      </div>
    </Room>
  )
}

function Reporter({ view }: { view: View }) {
  const { t } = useWords()
  const [shown, setShown] = useState<Contacts | null>(null)
  const [errors, setErrors] = useState<string[]>([])
  const show = async () => {
    try {
      setShown((await call(showGlassContact, { id: view.access.id })).contacts)
    } catch (error) {
      setErrors([t(wordsOfError(error, glassRefusals))])
    }
  }
  const masked = [{ voice: 1, ...view.contact }]
  const left = view.contact.phone !== null || view.contact.name !== null
  return (
    <section>
      <SectionHeading>{t(words.contact)}</SectionHeading>
      <ErrorSummary errors={errors} />
      {left ? (
        (shown ?? masked).map((one) => (
          <Facts
            key={one.voice}
            facts={[
              [t(words.name), one.name ?? t(words.notLeft)],
              [
                t(words.phone),
                one.phone !== null && shown !== null ? (
                  <a className="k-link" href={`tel:${one.phone}`}>
                    {one.phone}
                  </a>
                ) : (
                  (one.phone ?? t(words.notLeft))
                ),
              ],
            ]}
          />
        ))
      ) : (
        <p className="k-note">{t(words.noContact)}</p>
      )}
      {left && shown === null && (
        <div className="k-row" style={{ marginTop: 14 }}>
          <Button onClick={() => void show()}>{t(words.show)}</Button>
        </div>
      )}
      <p className="k-note glass-reason">{t(words.becauseOf, { reason: view.access.reason })}</p>
    </section>
  )
}
