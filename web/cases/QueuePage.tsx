// Dispatching by keyboard: left where am I, in the middle what is there, right what is this one.
import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { Navigate, useNavigate, useParams } from 'react-router'
import { dispatchCase } from '#core/cases/contract-moves.ts'
import {
  type CaseView,
  countQueues,
  getCase,
  listCases,
  type Queue,
  queues,
} from '#core/cases/contract.ts'
import { queueWords } from '#core/cases/words.ts'
import { refusalWords } from '#core/cases/words-refusals.ts'
import { useWords } from '#web/kit/language.ts'
import { useNow } from '#web/kit/now.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { KeyBar } from '#web/kit/ui/KeyBar.tsx'
import { Pager } from '#web/kit/ui/Pager.tsx'
import { QueueList, QueueRow } from '#web/kit/ui/QueueRow.tsx'
import { Empty, Loading, Problem, wordsOfError } from '#web/kit/ui/States.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { Exports } from './Exports.tsx'
import { CasePreview, NothingChosen } from './CasePreview.tsx'
import { FilterChips } from './FilterChips.tsx'
import { useFilters, wireOf } from './filters.ts'
import { useSuggested } from './forms/ReceiverPicker.tsx'
import { offerWords } from './forms/words-asks.ts'
import type { Offer } from './offers.ts'
import { KeysDialog } from './KeysDialog.tsx'
import { itemOf } from './queue-item.ts'
import { QueueNav } from './QueueNav.tsx'
import { SaveView } from './SaveView.tsx'
import { SearchBox } from './SearchBox.tsx'
import { useActing } from './useActing.tsx'
import { useCaseLive } from './useCaseLive.ts'
import { pageSize, useFresh, useList } from './useList.ts'
import { useQueueKeys } from './useQueueKeys.ts'
import { emptyWords, queuePageWords as words } from './words-queue.ts'
import { casePageWords } from './words-case.ts'
import './queue-page.css'

const isQueue = (name: string | undefined): name is Queue => queues.some((one) => one === name)

export function QueuePage() {
  const { queue } = useParams()
  return isQueue(queue) ? <QueueOf key={queue} queue={queue} /> : <FirstWithWork />
}

/** Whoever comes to the desk stands before the first queue in which something waits. */
function FirstWithWork() {
  const { data, isPending } = useEndpoint(countQueues, {})
  if (isPending) return <Loading />
  const first = queues.find((one) => (data?.counts[one] ?? 0) > 0) ?? 'toDispatch'
  return <Navigate replace to={paths.desk.queue(first)} />
}

/** Giving a sorted case to whoever is suggested: one key, no form. */
function useGive(view: CaseView | undefined, offers: Offer[]) {
  const { t } = useWords()
  const toast = useToast()
  const number = view?.number ?? null
  const suggested = useSuggested(number ?? '')
  const refresh = [listCases, countQueues, getCase]
  const act = useCommand(dispatchCase, { about: number, refresh })
  const sorted = view !== undefined && ['TRIAGED', 'REOPENED'].includes(view.state)
  const may = offers.some((offer) => offer.move === 'dispatch' && offer.why === null)
  if (view === undefined || !sorted || !may || suggested === null) return null
  const name = t(suggested.name)
  const { areaCode, unitId } = suggested
  const work = { lead: { areaCode, unitId }, assists: [], tier: null, note: null }
  return {
    name,
    busy: act.isPending,
    now: () =>
      act.mutate(
        { number: view.number, expectedVersion: view.version, ...work },
        {
          onSuccess: () =>
            toast(t(casePageWords.done, { what: t(offerWords.dispatchNow, { unit: name }) })),
          onError: (error) => toast(t(wordsOfError(error, refusalWords))),
        },
      ),
  }
}

function QueueOf({ queue }: { queue: Queue }) {
  const filters = useFilters()
  const freshEveryMs = useCaseLive()
  const list = useList({ queue, ...wireOf(filters.filters) }, freshEveryMs)
  const numbers = list.data?.map((row) => row.number) ?? []
  const chosen = filters.at ?? numbers[0] ?? null
  const one = useEndpoint(
    getCase,
    { number: chosen ?? '' },
    { enabled: chosen !== null, refetchInterval: freshEveryMs },
  )
  const view = chosen === null ? undefined : one.data
  const acting = useActing(view)
  const give = useGive(view, acting.offers)
  const search = useRef<HTMLInputElement>(null)
  const [help, setHelp] = useState(false)
  const acts = { ...acting.keys, ...(give ? { d: give.now } : {}) }
  useKeysOfQueue({ numbers, chosen, filters, search, acts, onHelp: () => setHelp(true) })
  return (
    <>
      <div className="case-desk">
        <QueueNav current={queue} freshEveryMs={freshEveryMs} />
        <Middle queue={queue} list={list} chosen={chosen} filters={filters} search={search} />
        <aside className="case-side">
          {chosen === null && list.data !== undefined ? (
            <NothingChosen />
          ) : (
            <CasePreview
              view={view}
              error={one.error}
              onRetry={() => void one.refetch()}
              offers={acting.offers}
              begin={acting.begin}
              give={give}
            />
          )}
        </aside>
      </div>
      {acting.form}
      <Foot help={help} setHelp={setHelp} />
    </>
  )
}

type KeyProps = {
  numbers: string[]
  chosen: string | null
  filters: ReturnType<typeof useFilters>
  search: RefObject<HTMLInputElement | null>
  acts: Record<string, () => void>
  onHelp: () => void
}

function useKeysOfQueue({ numbers, chosen, filters, search, acts, onHelp }: KeyProps): void {
  const navigate = useNavigate()
  useQueueKeys({
    numbers,
    at: chosen,
    read: filters.read,
    search,
    more: {
      ...acts,
      p: () => {
        if (chosen !== null) void navigate(paths.desk.workOrder(chosen))
      },
      '?': onHelp,
      Escape: () => filters.read(null),
    },
  })
}

type MiddleProps = {
  queue: Queue
  list: ReturnType<typeof useList>
  chosen: string | null
  filters: ReturnType<typeof useFilters>
  search: RefObject<HTMLInputElement | null>
}

function Middle({ queue, list, chosen, filters, search }: MiddleProps) {
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
      <Rows queue={queue} list={list} chosen={chosen} filters={filters} fresh={fresh} />
    </section>
  )
}

type RowsProps = Omit<MiddleProps, 'search'> & { fresh: ReadonlySet<string> }

function Rows({ queue, list, chosen, filters, fresh }: RowsProps) {
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

type FootProps = { help: boolean; setHelp: (open: boolean) => void }

function Foot({ help, setHelp }: FootProps) {
  const { t } = useWords()
  const hints = [
    { keys: ['J', 'K'], label: t(words.nextPrevious) },
    { keys: ['Enter'], label: t(words.open) },
    { keys: ['D'], label: t(words.asSuggested) },
    { keys: ['S'], label: t(words.other) },
    { keys: ['R'], label: t(words.back) },
    { keys: ['N'], label: t(words.note) },
    { keys: ['G'], label: t(words.thenTo, { key: 'L', queue: t(queueWords.overdue) }) },
  ]
  return (
    <>
      <KeyBar
        hints={hints}
        end={
          <button type="button" className="case-foot-help" onClick={() => setHelp(true)}>
            <kbd className="k-key">?</kbd> {t(words.allKeys)}
          </button>
        }
      />
      <KeysDialog open={help} onClose={() => setHelp(false)} lines={hints.slice(0, -1)} />
    </>
  )
}
