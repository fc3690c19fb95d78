// In the middle what is there: the list with its filters, what is selected of it, and what was not delivered.
import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { Queue } from '#core/cases/contract.ts'
import { queueWords } from '#core/cases/words.ts'
import { refusalWords } from '#core/cases/words-refusals.ts'
import { useWords } from '#web/kit/language.ts'
import { useNow } from '#web/kit/now.ts'
import { Pager } from '#web/kit/ui/Pager.tsx'
import { QueueList, QueueRow } from '#web/kit/ui/QueueRow.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { BulkBar } from './bulk/BulkBar.tsx'
import { Unsent } from './bulk/Unsent.tsx'
import type { Bulk } from './bulk/useBulk.ts'
import type { Picks } from './bulk/usePicks.ts'
import { bulkWords } from './bulk/words-bulk.ts'
import { Exports } from './Exports.tsx'
import { FilterChips } from './FilterChips.tsx'
import { type useFilters, wireOf } from './filters.ts'
import { itemOf } from './queue-item.ts'
import { SaveView } from './SaveView.tsx'
import { SearchBox } from './SearchBox.tsx'
import { pageSize, useFresh, type useList } from './useList.ts'
import { emptyWords, queuePageWords as words } from './words-queue.ts'

type MiddleProps = {
  queue: Queue
  list: ReturnType<typeof useList>
  chosen: string | null
  filters: ReturnType<typeof useFilters>
  search: RefObject<HTMLInputElement | null>
  bulk: Bulk
}

export function QueueMiddle({ queue, list, chosen, filters, search, bulk }: MiddleProps) {
  const { t } = useWords()
  const rows = list.data
  const { fresh, seen } = useFresh(rows, JSON.stringify([queue, filters.filters]))
  const numbers = rows?.map((row) => row.number) ?? []
  const middle = useStill(chosen, numbers)
  const up = () => {
    seen()
    middle.current?.scrollTo({ top: 0 })
  }
  return (
    <section className="case-middle" ref={middle} aria-labelledby="queue-title">
      <div className="case-middle-head">
        <div>
          <h1 className="k-title" id="queue-title">
            {t(queueWords[queue])}
          </h1>
          <p className="k-compact k-sub">
            {t(list.hasNextPage ? words.orderMore : words.order, { n: numbers.length })}
          </p>
        </div>
        <SearchBox
          box={search}
          value={filters.filters.q ?? ''}
          onChange={(value) => filters.set('q', value)}
        />
      </div>
      <div className="case-middle-filters">
        <FilterChips {...filters} />
        <span className="k-row">
          <SaveView />
          <Exports filter={{ queue, ...wireOf(filters.filters) }} />
        </span>
      </div>
      <p className="case-news" role="status">
        {fresh.size > 0 && (
          <button type="button" className="k-link" onClick={up}>
            {t(words.newOnes, { n: fresh.size })}
          </button>
        )}
      </p>
      {bulk.at === null && <Unsent />}
      <BulkBar bar={bulk.bar} rows={rows ?? []} picks={bulk.picks} begin={bulk.begin} />
      <Rows
        queue={queue}
        list={list}
        chosen={chosen}
        filters={filters}
        fresh={fresh}
        picks={bulk.picks}
      />
    </section>
  )
}

type RowsProps = Omit<MiddleProps, 'search' | 'bulk'> & {
  fresh: ReadonlySet<string>
  picks: Picks
}

function Rows({ queue, list, chosen, filters, fresh, picks }: RowsProps) {
  const { t, lang } = useWords()
  const at = useNow()
  const rows = list.data
  const title = t(queueWords[queue])
  if (list.error && !rows)
    return (
      <Problem error={list.error} refusals={refusalWords} onRetry={() => void list.refetch()} />
    )
  if (!rows) return <Loading what={t(words.fetching, { queue: title })} lines={6} />
  if (rows.length === 0) {
    const then = filters.count > 0 ? words.filteredNone : words.appear
    return <Empty title={t(emptyWords[queue])} then={t(then)} />
  }
  return (
    <>
      <QueueList
        label={title}
        heads={[t(words.matter), t(words.kind), t(words.tier), t(words.timeLeft)]}
      >
        {rows.map((row) => (
          <QueueRow
            key={row.number}
            item={itemOf(row, { at, t, lang })}
            selected={row.number === chosen}
            fresh={fresh.has(row.number)}
            onSelect={filters.read}
            pick={{
              on: picks.has(row.number),
              label: t(bulkWords.pick, { number: row.number }),
              toggle: picks.toggle,
              upTo: picks.upTo,
            }}
          />
        ))}
      </QueueList>
      <Pager
        shown={rows.length}
        step={pageSize}
        more={list.hasNextPage}
        busy={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      >
        {t(words.appear)}
      </Pager>
    </>
  )
}

/** The chosen row stays where the eye is, whatever arrives above it. */
function useStill(chosen: string | null, numbers: string[]) {
  const column = useRef<HTMLElement>(null)
  const before = useRef<{ chosen: string | null; top: number } | null>(null)
  const order = numbers.join(' ')
  useLayoutEffect(() => {
    const row = column.current?.querySelector('.k-queue-row.is-on')
    const top = row?.getBoundingClientRect().top
    if (top === undefined) {
      before.current = null
      return
    }
    const was = before.current
    if (was !== null && was.chosen === chosen && column.current) {
      column.current.scrollTop += top - was.top
    }
    before.current = { chosen, top: row?.getBoundingClientRect().top ?? top }
  }, [chosen, order])
  return column
}
