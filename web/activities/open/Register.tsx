// Keeping places: how many of you, one press, and a receipt with number and code. A telephone number may be left, never
// has to be. No name is asked for.
import { useState } from 'react'
import { type SessionPage, readSessionPage } from '#core/activities/contract-programme.ts'
import { register } from '#core/activities/contract-registrations.ts'
import { useWords } from '#web/kit/language.ts'
import { useCommand } from '#web/kit/queries.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { Button } from '#web/kit/ui/Button.tsx'
import { TextField } from '#web/kit/ui/Field.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { wordsOfError } from '#web/kit/ui/States.tsx'
import { useTold } from '#web/people/told.tsx'
import { keepPlaces, type KeptPlaces } from './kept.ts'
import { PlacesReceipt } from './PlacesReceipt.tsx'
import { openRefusals, weekWords } from './words-open.ts'

const peopleMax = 8

export function Register({ page }: { page: SessionPage }) {
  const { t, lang } = useWords()
  const { session } = page
  const told = useTold({
    area: page.community.code,
    field: 'registration.phone',
    usual: weekWords.phoneWhy,
  })
  const [people, setPeople] = useState(1)
  const [phone, setPhone] = useState('')
  const [kept, setKept] = useState<{ places: KeptPlaces; ahead: number | null } | null>(null)
  const sending = useCommand(register, {
    refresh: [readSessionPage],
    onDone: ({ number, secret, state, ahead }) => {
      const places: KeptPlaces = {
        number,
        secret,
        code: page.community.code,
        sessionId: session.id,
        title: session.title[lang],
        startsAt: session.startsAt,
        people,
      }
      keepPlaces(places)
      setKept({ places, ahead: state === 'waiting' ? ahead : null })
    },
  })
  if (kept !== null) return <PlacesReceipt page={page} {...kept} onAnother={() => setKept(null)} />
  const full = session.seats !== null && session.booked + people > session.seats
  const send = () =>
    sending.mutate({
      id: session.id,
      people,
      channel: 'web',
      phone: phone.trim() === '' ? null : phone.trim(),
    })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <SectionHeading>{t(full ? weekWords.registerWait : weekWords.register)}</SectionHeading>
      <p className="k-compact k-sub">{t(weekWords.peopleNote)}</p>
      <Count people={people} onChange={setPeople} />
      <TextField
        label={t(weekWords.phone)}
        need="optional"
        inputMode="tel"
        autoComplete="tel"
        maxLength={30}
        value={phone}
        onChange={(event) => setPhone(event.target.value)}
        {...told}
      />
      <div className="open-send">
        <Button type="submit" look="pri" big>
          {full ? t(weekWords.registerWait) : t(weekWords.keep, { count: people })}
        </Button>
      </div>
      <p className="open-trouble" role="alert">
        {sending.error && t(wordsOfError(sending.error, openRefusals))}
      </p>
    </form>
  )
}

function Count({ people, onChange }: { people: number; onChange: (people: number) => void }) {
  const { t } = useWords()
  const { elder } = useSettings()
  const step = (by: number) => onChange(Math.min(peopleMax, Math.max(1, people + by)))
  return (
    <div className="week-count" role="group" aria-label={t(weekWords.people)}>
      <Button big={elder !== null} aria-label={t(weekWords.fewer)} onClick={() => step(-1)}>
        −
      </Button>
      <output aria-live="polite">{t(weekWords.peopleCount, { count: people })}</output>
      <Button big={elder !== null} aria-label={t(weekWords.more)} onClick={() => step(1)}>
        ＋
      </Button>
    </div>
  )
}
