// What one left, taken back or put to fewer uses: the consequence is said first, then one press does it.
import { useState } from 'react'
import { followCase, type VoiceView } from '#core/cases/contract.ts'
import { withdrawContact } from '#core/cases/contract-withdraw.ts'
import { refusalSentence } from '#core/cases/words-refusals.ts'
import type { Words } from '#core/kit/words.ts'
import { RefusalError } from '#web/kit/api.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { useCommand } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { wordsOfError } from '#web/kit/ui/States.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { privacyWords as words } from '#web/people/words-privacy.ts'
import { Trouble } from './Trouble.tsx'

type Wish = { name: boolean; phone: boolean; calls: boolean | null }
type Offer = { key: string; label: Words; means: Words; wish: Wish }
const nothing: Wish = { name: false, phone: false, calls: null }

/** What can be changed, by what is kept now. */
export function offersOf(kept: { name: boolean; phone: boolean; calls: boolean }): Offer[] {
  const calls = kept.calls
    ? {
        key: 'calls',
        label: words.noCalls,
        means: words.noCallsMeans,
        wish: { ...nothing, calls: false },
      }
    : {
        key: 'calls',
        label: words.callsAgain,
        means: words.callsAgainMeans,
        wish: { ...nothing, calls: true },
      }
  return [
    ...(kept.phone ? [calls] : []),
    ...(kept.phone
      ? [
          {
            key: 'phone',
            label: words.phoneBack,
            means: words.phoneBackMeans,
            wish: { ...nothing, phone: true },
          },
        ]
      : []),
    ...(kept.name
      ? [
          {
            key: 'name',
            label: words.nameBack,
            means: words.nameBackMeans,
            wish: { ...nothing, name: true },
          },
        ]
      : []),
  ]
}

export function TakeBack({ view, secret }: { view: VoiceView; secret: string }) {
  const { t } = useWords()
  const times = useTimes()
  const { name, phone, calls, told } = view.contact
  const offers = offersOf({ name: name !== null, phone: phone !== null, calls })
  if (offers.length === 0) return null
  return (
    <>
      {told !== null && (
        <p className="k-note">
          {t(words.toldBy, { purpose: t(told.purpose), day: times.date(told.on) })}
        </p>
      )}
      {phone !== null && !calls && <p className="k-compact">{t(words.noCallsNow)}</p>}
      <details className="open-more">
        <summary>{t(words.manage)}</summary>
        <Choices view={view} secret={secret} offers={offers} />
      </details>
    </>
  )
}

type Props = { view: VoiceView; secret: string; offers: Offer[] }

function Choices({ view, secret, offers }: Props) {
  const { t } = useWords()
  const toast = useToast()
  const [key, choose] = useState<string | null>(null)
  const act = useCommand(withdrawContact, {
    about: view.number,
    refresh: [followCase],
    onDone: () => {
      choose(null)
      toast(t(words.done))
    },
  })
  const own =
    act.error instanceof RefusalError ? refusalSentence(act.error.refusal, 'reporter') : null
  const chosen = offers.find((offer) => offer.key === key)
  if (chosen === undefined)
    return (
      <div className="open-choices">
        {offers.map((offer) => (
          <Button key={offer.key} big onClick={() => choose(offer.key)}>
            {t(offer.label)}
          </Button>
        ))}
      </div>
    )
  return (
    <div role="group" aria-label={t(chosen.label)}>
      <p>{t(chosen.means)}</p>
      <div className="open-two is-tall">
        <Button
          look="pri"
          big
          busy={act.isPending}
          onClick={() => act.mutate({ number: view.number, secret, ...chosen.wish })}
        >
          {t(words.goOn, { what: t(chosen.label) })}
        </Button>
        <Button big onClick={() => choose(null)}>
          {t(words.notNow)}
        </Button>
      </div>
      <Trouble text={act.error === null ? null : t(own ?? wordsOfError(act.error))} />
    </div>
  )
}
