// All series that go on, by their next session.
import { Link } from 'react-router'
import { type SeriesView, listSeries } from '#core/activities/contract-series.ts'
import { seriesKindWords } from '#core/activities/series.ts'
import { activityRefusals } from '#core/activities/words-refusals.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { paths } from '#web/kit/paths.ts'
import { usePages } from '#web/kit/queries.ts'
import { ButtonLink } from '#web/kit/ui/Button.tsx'
import { MorePages, countOf } from '#web/kit/ui/MorePages.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { centreWords, seriesWords as words } from '../words-desk.ts'
import { CentreFrame, type House, useNamed } from './CentreFrame.tsx'
import { ruleSaid } from './rule-said.ts'

export function CentreSeriesPage() {
  const { t } = useWords()
  return (
    <CentreFrame
      title={() => t(centreWords.series)}
      head={({ area }) => (
        <ButtonLink look="pri" to={paths.desk.newSeries(area.code)}>
          {t(words.newSeries)}
        </ButtonLink>
      )}
    >
      {(house) => <List house={house} />}
    </CentreFrame>
  )
}

function List({ house }: { house: House }) {
  const { t, lang } = useWords()
  const named = useNamed()
  const times = useTimes()
  const found = usePages(listSeries, { code: house.area.code })
  if (found.error && !found.data)
    return (
      <Problem
        error={found.error}
        refusals={activityRefusals}
        onRetry={() => void found.refetch()}
      />
    )
  if (!found.data) return <Loading what={t(centreWords.fetching)} />
  const rows = found.data
  if (rows.length === 0) return <Empty title={t(words.none)} then={t(centreWords.noSessionsThen)} />
  return (
    <section>
      <SectionHeading>{t(words.title, { n: countOf(found) })}</SectionHeading>
      <Table<SeriesView>
        caption={t(centreWords.series)}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'what',
            head: t(centreWords.what),
            cell: (row) => (
              <>
                <Link to={paths.desk.series(row.id)}>{named(row.title)}</Link>
                {row.publishedAt === null && (
                  <span className="k-note"> {t(centreWords.draft)}</span>
                )}
              </>
            ),
          },
          { key: 'kind', head: t(words.kind), cell: (row) => t(seriesKindWords[row.kind]) },
          {
            key: 'rule',
            head: t(words.rule),
            cell: (row) => `${t(ruleSaid(row.rule), {})} ${row.startTime}`,
          },
          {
            key: 'next',
            head: t(words.next),
            cell: (row) => (row.next === null ? t(centreWords.none) : times.dayTime(row.next)),
          },
          { key: 'held', head: t(words.heldN), figure: true, cell: (row) => count(row.sessions) },
          {
            key: 'came',
            head: t(centreWords.cameHead),
            figure: true,
            cell: (row) => count(row.personTimes),
          },
        ]}
      />
      <MorePages list={found} />
      <p className="k-note" lang={lang}>
        {t(centreWords.personTimesHow)}
      </p>
    </section>
  )
}
