// All cases one may see, by any filter: the list behind a figure, a search, a file to take along.
import { useRef } from 'react'
import { Link, useNavigate } from 'react-router'
import { refusalWords } from '#core/cases/words-refusals.ts'
import { useKeys } from '#web/kit/keys.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { useNow } from '#web/kit/now.ts'
import { paths } from '#web/kit/paths.ts'
import { KeyBar } from '#web/kit/ui/KeyBar.tsx'
import { Pager } from '#web/kit/ui/Pager.tsx'
import { QueueList, QueueRow } from '#web/kit/ui/QueueRow.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { FilterChips } from './FilterChips.tsx'
import { Exports } from './Exports.tsx'
import { useFilters, wireOf } from './filters.ts'
import { itemOf } from './queue-item.ts'
import { PhoneSearch } from './PhoneSearch.tsx'
import { QueueNav } from './QueueNav.tsx'
import { SaveView } from './SaveView.tsx'
import { SearchBox } from './SearchBox.tsx'
import { useCaseLive } from './useCaseLive.ts'
import { pageSize, useList } from './useList.ts'
import { byCodeWords } from './words-by-code.ts'
import { queuePageWords as words } from './words-queue.ts'
import './queue-page.css'

export function CasesPage() {
  const { t } = useWords()
  const navigate = useNavigate()
  const filters = useFilters()
  const freshEveryMs = useCaseLive()
  const wire = wireOf(filters.filters)
  const list = useList(wire, freshEveryMs)
  const rows = list.data
  const search = useRef<HTMLInputElement>(null)
  const numbers = rows?.map((row) => row.number) ?? []
  const chosen = filters.at
  const step = (by: number) => {
    const here = chosen === null ? -1 : numbers.indexOf(chosen)
    const next = numbers[Math.min(Math.max(here + by, 0), numbers.length - 1)]
    if (next !== undefined) filters.read(next)
  }
  useKeys({
    '/': () => search.current?.focus(),
    j: () => step(1),
    k: () => step(-1),
    Enter: () => chosen !== null && void navigate(paths.desk.case(chosen)),
    Escape: () => filters.read(null),
  })
  return (
    <>
      <div className="case-desk is-wide">
        <QueueNav current={null} freshEveryMs={freshEveryMs} />
        <section className="case-middle" aria-labelledby="cases-title">
          <div className="case-middle-head">
            <div>
              <h1 className="k-title" id="cases-title">
                {t(words.all)}
              </h1>
              <p className="k-compact k-sub" role="status">
                {rows && t(list.hasNextPage ? words.foundMore : words.found, { n: rows.length })}
              </p>
            </div>
            <SearchBox
              box={search}
              value={filters.filters.q ?? ''}
              onChange={(value) => filters.set('q', value)}
            />
          </div>
          <div className="case-middle-filters">
            <FilterChips {...filters} withState />
            <span className="k-row">
              <PhoneSearch />
              <Link className="k-link k-compact" to={paths.desk.byCode()}>
                {t(byCodeWords.open)}
              </Link>
              <SaveView />
              <Exports filter={wire} />
            </span>
          </div>
          <Found list={list} chosen={chosen} read={filters.read} />
        </section>
      </div>
      <KeyBar
        hints={[
          { keys: ['J', 'K'], label: t(words.nextPrevious) },
          { keys: ['Enter'], label: t(words.open) },
          { keys: ['/'], label: t(words.search) },
        ]}
      />
    </>
  )
}

type FoundProps = {
  list: ReturnType<typeof useList>
  chosen: string | null
  read: (number: string) => void
}

function Found({ list, chosen, read }: FoundProps) {
  const { t, lang } = useWords()
  const at = useNow()
  const times = useTimes()
  const rows = list.data
  if (list.error && !rows)
    return (
      <Problem error={list.error} refusals={refusalWords} onRetry={() => void list.refetch()} />
    )
  if (!rows) return <Loading what={t(words.fetching, { queue: t(words.all) })} lines={6} />
  if (rows.length === 0) return <Empty title={t(words.noneFound)} then={t(words.filteredNone)} />
  return (
    <div className="case-found">
      <QueueList
        label={t(words.all)}
        heads={[t(words.matter), t(words.kind), t(words.tier), t(words.timeLeft)]}
      >
        {rows.map((row) => (
          <QueueRow
            key={row.number}
            item={itemOf(row, { at, t, lang, day: times.day })}
            selected={row.number === chosen}
            onSelect={read}
          />
        ))}
      </QueueList>
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
