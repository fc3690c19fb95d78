// The week's sessions as a list: when, what, where, how many are registered and came. Each leads to its own page.
import { useState } from 'react'
import { Link } from 'react-router'
import { type SessionView, listSessions } from '#core/activities/contract-series.ts'
import { mondayOf } from '#core/activities/lending.ts'
import { activityRefusals } from '#core/activities/words-refusals.ts'
import { nextDate } from '#core/kit/time.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { usePages } from '#web/kit/queries.ts'
import { Button, ButtonLink } from '#web/kit/ui/Button.tsx'
import { MorePages } from '#web/kit/ui/MorePages.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { type Column, Table } from '#web/kit/ui/Table.tsx'
import { centreWords as words } from '../words-desk.ts'
import { Calls } from './Calls.tsx'
import { CentreFrame, type House, useNamed } from './CentreFrame.tsx'

export function CentreSessionsPage() {
  const { t } = useWords()
  const named = useNamed()
  return (
    <CentreFrame
      title={({ centre }) => named(centre.name)}
      sub={({ centre }) => [centre.address, centre.phone ?? ''].filter(Boolean).join(' · ')}
      head={({ area }) => (
        <ButtonLink look="pri" to={paths.desk.newSeries(area.code)}>
          {t(words.addSeries)}
        </ButtonLink>
      )}
    >
      {(house) => (
        <>
          <Calls house={house} />
          <Week house={house} />
        </>
      )}
    </CentreFrame>
  )
}

function Week({ house }: { house: House }) {
  const { t } = useWords()
  const times = useTimes()
  const [monday, setMonday] = useState(mondayOf(house.today))
  const sunday = nextDate(monday, 6)
  const { code } = house.area
  const found = usePages(listSessions, { code, from: monday, to: sunday })
  const noon = (day: string) => times.day(`${day}T04:00:00Z`)
  if (found.error && !found.data)
    return (
      <Problem
        error={found.error}
        refusals={activityRefusals}
        onRetry={() => void found.refetch()}
      />
    )
  if (!found.data) return <Loading what={t(words.fetching)} />
  const rows = found.data
  const n = rows.filter((row) => row.state === 'planned').length
  return (
    <section>
      <SectionHeading
        end={
          <span className="k-row k-screen-only">
            <Button onClick={() => setMonday(nextDate(monday, -7))}>{t(words.weekBefore)}</Button>
            <Button onClick={() => setMonday(mondayOf(house.today))}>{t(words.thisWeek)}</Button>
            <Button onClick={() => setMonday(nextDate(monday, 7))}>{t(words.weekAfter)}</Button>
          </span>
        }
      >
        {t(words.sessionsIn, {
          n: found.hasNextPage ? `${n}＋` : n,
          from: noon(monday),
          to: noon(sunday),
        })}
      </SectionHeading>
      {rows.length === 0 ? (
        <Empty title={t(words.noSessions)} then={t(words.noSessionsThen)} />
      ) : (
        <SessionTable rows={rows} caption={t(words.sessions)} />
      )}
      <MorePages list={found} />
    </section>
  )
}

export function SessionTable({ rows, caption }: { rows: SessionView[]; caption: string }) {
  const { t } = useWords()
  const named = useNamed()
  const times = useTimes()
  const columns: Column<SessionView>[] = [
    {
      key: 'time',
      head: t(words.time),
      cell: (row) => times.dayTime(row.startsAt),
      width: '9.5em',
    },
    {
      key: 'what',
      head: t(words.what),
      cell: (row) => (
        <>
          <Link
            className={row.state === 'cancelled' ? 'a-off' : ''}
            to={paths.desk.activitySession(row.id)}
          >
            {named(row.topic ?? row.series.title)}
          </Link>
          {row.topic !== null && <span className="k-note"> {named(row.series.title)}</span>}
          {row.state === 'cancelled' && <b className="k-zhe"> {t(words.off)}</b>}
          {row.movedAt !== null && row.state === 'planned' && (
            <b className="k-zhe"> {t(words.moved)}</b>
          )}
          {!row.series.published && <span className="k-note"> {t(words.draft)}</span>}
        </>
      ),
    },
    {
      key: 'where',
      head: t(words.where),
      cell: (row) =>
        row.room === null ? (
          <span className="k-zhe">{row.place ?? t(words.noRoom)}</span>
        ) : (
          named(row.room.name)
        ),
    },
    {
      key: 'places',
      head: t(words.places),
      figure: true,
      cell: (row) =>
        row.series.registration === 'none'
          ? t(words.none)
          : `${row.booked}${row.seats === null ? '' : ` ∕ ${row.seats}`}${
              row.waiting > 0 ? ` ${t(words.waitingN, { n: row.waiting })}` : ''
            }`,
    },
    {
      key: 'came',
      head: t(words.cameHead),
      figure: true,
      cell: (row) => row.came ?? t(words.none),
    },
  ]
  return <Table caption={caption} columns={columns} rows={rows} rowKey={(row) => row.id} />
}
