// The list 挂账: every suspended case one may see with its public reason, by the day somebody looks again.
import { Link } from 'react-router'
import type { CaseRow } from '#core/cases/contract.ts'
import { refusalWords } from '#core/cases/words-refusals.ts'
import { queueWords } from '#core/cases/words.ts'
import { dayIn } from '#web/kit/dates.ts'
import { useTimes, useToday, useWords } from '#web/kit/language.ts'
import { now } from '#web/kit/now.ts'
import { paths } from '#web/kit/paths.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { air } from '#web/kit/spacing.ts'
import { Chip } from '#web/kit/ui/Chip.tsx'
import { Pager } from '#web/kit/ui/Pager.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { type Column, Table } from '#web/kit/ui/Table.tsx'
import { nearPlace, titleOf } from './case-text.ts'
import { Exports } from './Exports.tsx'
import { FilterChips } from './FilterChips.tsx'
import { useFilters, wireOf } from './filters.ts'
import { QueueNav } from './QueueNav.tsx'
import { useCaseLive } from './useCaseLive.ts'
import { pageSize, useList } from './useList.ts'
import { queuePageWords } from './words-queue.ts'
import { suspendedWords as words } from './words-suspended.ts'
import './queue-page.css'

const soonDays = 30
const dayMs = 86_400_000

export function SuspendedPage() {
  const { t } = useWords()
  const { zone } = useSettings()
  const filters = useFilters()
  const freshEveryMs = useCaseLive()
  const wire = { ...wireOf(filters.filters), queue: 'suspended' as const }
  const list = useList(wire, freshEveryMs)
  const rows = list.data
  const soon = dayIn(new Date(Date.parse(now()) + soonDays * dayMs).toISOString(), zone)
  const isSoon = filters.filters.reviewBy !== undefined
  return (
    <div className="case-desk is-wide">
      <QueueNav current="suspended" freshEveryMs={freshEveryMs} />
      <section className="case-middle" aria-labelledby="suspended-title">
        <div className="case-middle-head">
          <div>
            <h1 className="k-title" id="suspended-title">
              {t(queueWords.suspended)}
            </h1>
            <p className="k-compact k-sub" role="status">
              {rows && t(list.hasNextPage ? words.leadMore : words.lead, { n: rows.length })}
            </p>
          </div>
        </div>
        <div className="case-middle-filters">
          <span className="k-row">
            <Chip on={isSoon} onClick={() => filters.set('reviewBy', isSoon ? null : soon)}>
              {t(words.within)}
            </Chip>
            <FilterChips {...filters} />
          </span>
          <Exports filter={wire} />
        </div>
        <Found list={list} narrowed={filters.count > 0} />
      </section>
    </div>
  )
}

function Found({ list, narrowed }: { list: ReturnType<typeof useList>; narrowed: boolean }) {
  const { t } = useWords()
  const columns = useColumns()
  const rows = list.data
  if (list.error && !rows)
    return (
      <Problem error={list.error} refusals={refusalWords} onRetry={() => void list.refetch()} />
    )
  if (!rows)
    return (
      <Loading what={t(queuePageWords.fetching, { queue: t(queueWords.suspended) })} lines={6} />
    )
  if (rows.length === 0)
    return narrowed ? (
      <Empty title={t(queuePageWords.noneFound)} then={t(queuePageWords.filteredNone)} />
    ) : (
      <Empty title={t(words.none)} then={t(words.noneThen)} />
    )
  return (
    <div className="case-found">
      <Table
        caption={t(queueWords.suspended)}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.number}
      />
      <Pager
        shown={rows.length}
        step={pageSize}
        more={list.hasNextPage}
        busy={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </div>
  )
}

function useColumns(): Column<CaseRow>[] {
  const { t, lang } = useWords()
  const times = useTimes()
  return [
    {
      key: 'review',
      head: t(words.review),
      width: '10em',
      cell: ({ suspension }) =>
        suspension && (
          <>
            {times.date(suspension.reviewOn)}
            <Until day={suspension.reviewOn} />
          </>
        ),
    },
    {
      key: 'matter',
      head: t(words.matter),
      cell: (row) => (
        <Link to={paths.desk.case(row.number)}>
          {titleOf(row.text, row.category, lang)}
          <small>
            {row.number} · {nearPlace(row.place, lang)}
          </small>
        </Link>
      ),
    },
    {
      key: 'reason',
      head: t(words.reason),
      cell: ({ suspension }) => air(suspension?.publicReason ?? ''),
    },
    {
      key: 'condition',
      head: t(words.condition),
      cell: ({ suspension }) => air(suspension?.condition ?? ''),
    },
    {
      key: 'since',
      head: t(words.since),
      width: '7em',
      cell: ({ suspension }) => suspension && times.day(suspension.since),
    },
    { key: 'holder', head: t(words.holder), cell: (row) => t(row.holder ?? words.notGiven) },
  ]
}

/** Said only when it is near: a date of next spring needs no sum. */
function Until({ day }: { day: string }) {
  const { t } = useWords()
  const n = Math.round((Date.parse(day) - Date.parse(useToday())) / dayMs)
  if (n > soonDays) return null
  return (
    <small>{n <= 0 ? t(words.today) : n === 1 ? t(words.tomorrow) : t(words.soon, { n })}</small>
  )
}
