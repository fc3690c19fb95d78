// My shifts and deadlines in the calendar of my phone: a secret address, shown once, to be ended at any time.
import { useState } from 'react'
import { endMyCalendar, makeMyCalendar, readMyCalendar } from '#core/exchange/contract-calendar.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Room } from '#web/kit/ui/Room.tsx'
import { Loading, Problem } from '#web/kit/ui/States.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { SecretOnce } from './SecretOnce.tsx'
import { calendarWords as words } from './words-exchange.ts'

export function MyCalendarPage() {
  const { t } = useWords()
  const times = useTimes()
  const toast = useToast()
  const known = useEndpoint(readMyCalendar, {})
  const [url, setUrl] = useState<string | null | undefined>(undefined)
  const refresh = [readMyCalendar]
  const make = useCommand(makeMyCalendar, { refresh, onDone: (made) => setUrl(made.url) })
  const end = useCommand(endMyCalendar, { refresh, onDone: () => toast(t(words.ended)) })
  if (known.error && !known.data)
    return <Problem error={known.error} onRetry={() => void known.refetch()} />
  if (!known.data) return <Loading what={t(words.fetching)} />
  const { madeAt } = known.data
  return (
    <Room title={t(words.title)} sub={t(words.sub)}>
      <p>{madeAt === null ? t(words.none) : t(words.since, { time: times.dayTime(madeAt) })}</p>
      <p className="k-note">{t(words.holds)}</p>
      <p className="k-row" style={{ marginTop: 16 }}>
        <Button look="pri" busy={make.isPending} onClick={() => make.mutate({})}>
          {t(madeAt === null ? words.make : words.again)}
        </Button>
        {madeAt !== null && (
          <Button look="grave" busy={end.isPending} onClick={() => end.mutate({})}>
            {t(words.end)}
          </Button>
        )}
      </p>
      {(make.error ?? end.error) && <Problem error={make.error ?? end.error} />}
      {url !== undefined && (
        <SecretOnce
          secret={url}
          title={words.address}
          says={words.once}
          onClose={() => setUrl(undefined)}
        />
      )}
    </Room>
  )
}
