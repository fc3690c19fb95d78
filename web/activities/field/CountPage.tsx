// At the door with a phone: today's sessions, one tap a head. Taps are kept on the device until the server names them.
import { useParams } from 'react-router'
import { Link } from 'react-router'
import { listSessions, readSession } from '#core/activities/contract-series.ts'
import { readCentres } from '#core/activities/contract-centre.ts'
import { activityRefusals } from '#core/activities/words-refusals.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { PageHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { Counter } from '../desk/DeskSessionPage.tsx'
import { useCentreArea, useNamed } from '../desk/CentreFrame.tsx'
import { centreWords, sessionWords as words } from '../words-desk.ts'

export function CountPage() {
  const { id } = useParams()
  return id === undefined ? <Today /> : <AtTheDoor id={id} />
}

function Today() {
  const { t } = useWords()
  const named = useNamed()
  const times = useTimes()
  const code = useCentreArea() ?? ''
  const today = useEndpoint(readCentres, { code }, { enabled: code !== '' }).data?.today ?? ''
  const found = useEndpoint(
    listSessions,
    { code, from: today, to: today, limit: 100 },
    { enabled: today !== '' },
  )
  if (found.error && !found.data)
    return (
      <Problem
        error={found.error}
        refusals={activityRefusals}
        onRetry={() => void found.refetch()}
      />
    )
  if (!found.data) return <Loading what={t(centreWords.fetching)} />
  const rows = found.data.items.filter((row) => row.state === 'planned')
  return (
    <div className="k-stack a-phone">
      <PageHeading title={t(words.today)} />
      {rows.length === 0 && <Empty title={t(words.noToday)} />}
      <ul className="a-dates">
        {rows.map((row) => (
          <li key={row.id}>
            <b>{times.clock(row.startsAt)}</b>
            <Link to={paths.field.count(row.id)}>{named(row.topic ?? row.series.title)}</Link>
            <span className="k-note">{row.room === null ? '' : named(row.room.name)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function AtTheDoor({ id }: { id: string }) {
  const { t } = useWords()
  const named = useNamed()
  const times = useTimes()
  const found = useEndpoint(readSession, { id }, { refetchInterval: 15_000 })
  if (found.error && !found.data)
    return (
      <Problem
        error={found.error}
        refusals={activityRefusals}
        onRetry={() => void found.refetch()}
      />
    )
  if (!found.data) return <Loading what={t(words.fetching)} />
  const session = found.data
  return (
    <div className="k-stack a-phone">
      <PageHeading
        title={named(session.topic ?? session.series.title)}
        sub={times.dayTime(session.startsAt)}
      />
      <Counter session={session} big />
      <p className="k-note">{t(words.waitLine)}</p>
    </div>
  )
}
