// How it comes back, layer by layer; everything that happened, oldest first; and who has opened the contact.
import { lazy, Suspense } from 'react'
import type { Rung as RungView, VoiceView } from '#core/cases/contract.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { Ladder, type Rung } from '#web/kit/ui/Ladder.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Timeline } from '#web/kit/ui/Timeline.tsx'
import { asksNow } from './may.ts'
import { Part } from '#web/kit/ui/OpenPage.tsx'
import { stepsOf } from './story-steps.ts'
import { followWords } from './words-follow.ts'
import './open.css'

// It stands at the foot of the page, and may come a moment later.
const TakeBack = lazy(async () => ({ default: (await import('./TakeBack.tsx')).TakeBack }))

type Props = { view: VoiceView; secret: string }

export function FollowStory({ view, secret }: Props) {
  const { t } = useWords()
  const { elder } = useSettings()
  const times = useTimes()
  const story = (
    <Timeline label={t(followWords.story)} steps={stepsOf(view.timeline, t, times.dayTime)} />
  )
  return (
    <>
      {view.filedAt !== null && <LadderPart view={view} />}
      <Part>
        {elder === null ? (
          <>
            <SectionHeading>{t(followWords.story)}</SectionHeading>
            {story}
          </>
        ) : (
          <details className="open-more">
            <summary>{t(followWords.story)}</summary>
            {story}
          </details>
        )}
      </Part>
      <ContactPart view={view} secret={secret} />
    </>
  )
}

function LadderPart({ view }: { view: VoiceView }) {
  const { t } = useWords()
  const times = useTimes()
  const rungs = [...view.ladder]
    .reverse()
    .map((rung, i) => rungOf(rung, t, times.near, i === view.ladder.length - 1))
  return (
    <Part>
      <SectionHeading>{t(followWords.ladder)}</SectionHeading>
      <Ladder rails="back" rungs={[...rungs, lastRung(view, t)]} />
    </Part>
  )
}

type Say = ReturnType<typeof useWords>['t']
type When = (at: string) => string

const doing = {
  in_hand: followWords.inHand,
  waiting: followWords.waiting,
  checking: followWords.checking,
  confirmed: followWords.confirmed,
} as const

function rungOf(rung: RungView, t: Say, when: When, isHome: boolean): Rung {
  const at = rung.checkedAt ?? rung.handedInAt ?? rung.receivedAt
  const closed = rung.state === 'confirmed'
  const what = closed && isHome ? followWords.homeConfirmed : doing[rung.state]
  return {
    level: t(rung.name),
    state: closed ? 'closed' : rung.state === 'waiting' ? 'waiting' : 'now',
    up: null,
    down: { what: t(what), ...(at === null ? {} : { at: when(at) }) },
    ...(rung.failedChecks > 0 ? { time: rung.failedChecks + 1 } : {}),
  }
}

/** The reporter stands at the foot of the ladder, with the last word. */
function lastRung(view: VoiceView, t: Say): Rung {
  const answer = view.rounds.at(-1)?.answer ?? null
  const said = {
    confirm: followWords.youAgreed,
    object: followWords.youObjected,
    silence: followWords.youSilent,
  }
  const now = asksNow(view) || view.state === 'WAITING_REPORTER'
  const what = answer !== null ? said[answer] : now ? followWords.waitsForYou : followWords.yourWord
  return {
    level: t(followWords.you),
    state: answer !== null ? 'closed' : now ? 'now' : 'waiting',
    up: null,
    down: { what: t(what) },
  }
}

const fieldWords = {
  name: followWords.lookedName,
  phone: followWords.lookedPhone,
  case: followWords.lookedCase,
} as const
const howWords = {
  breakGlass: followWords.howBreakGlass,
  phoneSearch: followWords.howPhoneSearch,
} as const

function ContactPart({ view, secret }: Props) {
  const { t } = useWords()
  const times = useTimes()
  const { name, phone, eraseAfter, erasedAt, days } = view.contact
  return (
    <Part>
      <SectionHeading>{t(followWords.contactTitle)}</SectionHeading>
      {phone === null ? (
        <p className="k-compact k-sub">
          {erasedAt === null
            ? t(followWords.noContact)
            : t(followWords.erased, { when: times.day(erasedAt) })}
        </p>
      ) : (
        <p className="k-compact k-sub">
          {t(followWords.contactLine, { phone })}
          {eraseAfter === null
            ? t(followWords.eraseLater, { days })
            : t(followWords.eraseAfter, { when: times.day(eraseAfter) })}
        </p>
      )}
      {phone !== null && view.looks.length === 0 && (
        <p className="k-compact k-sub">{t(followWords.nobodyLooked)}</p>
      )}
      <ul className="open-looks">
        {view.looks.map((look) => (
          <li key={look.at + look.reason}>
            <span className="k-note">{times.dayTime(look.at)}</span>
            {t(followWords.looked, {
              post: t(look.post),
              what: look.fields.map((field) => t(fieldWords[field])).join(t(followWords.and)),
              reason: look.reason,
            })}
            {look.how !== null && <span className="k-note">{t(howWords[look.how])}</span>}
          </li>
        ))}
      </ul>
      {(phone !== null || name !== null) && (
        <Suspense fallback={null}>
          <TakeBack view={view} secret={secret} />
        </Suspense>
      )}
    </Part>
  )
}
