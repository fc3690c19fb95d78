// Dispatching by keyboard: left where am I, in the middle what is there, right what is this one.
import { useLayoutEffect, useRef, useState } from 'react'
import { Navigate, useNavigate, useParams } from 'react-router'
import { dispatchCase } from '#core/cases/contract-moves.ts'
import { countQueues, getCase, listCases, type Queue, queues } from '#core/cases/contract.ts'
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
  if (!isQueue(queue)) return <Navigate replace to={paths.desk.queue('toDispatch')} />
  return <QueueOf key={queue} queue={queue} />
}

/** Giving a sorted case to whoever is suggested: one key. */
function useGiving(number: string | null) {
  const { t } = useWords()
  const toast = useToast()
  const suggested = useSuggested(number ?? '')
  const act = useCommand(dispatchCase, {
    about: number,
    refresh: [listCases, countQueues, getCase],
  })
  return (version: number) => {
    if (number === null || suggested === null) return null
    const name = t(suggested.name)
    const { areaCode, unitId } = suggested
    const lead = { areaCode, unitId }
    return {
      name,
      busy: act.isPending,
      now: () =>
        act.mutate(
          { number, expectedVersion: version, lead, assists: [], tier: null, note: null },
          {
            onSuccess: () => toast(t(casePageWords.done, { what: name })),
            onError: (error) => toast(t(wordsOfError(error, refusalWords))),
          },
        ),
    }
  }
}

function QueueOf({ queue }: { queue: Queue }) {
  const { t, lang } = useWords()
  const at = useNow()
  const navigate = useNavigate()
  const filters = useFilters()
  const freshEveryMs = useCaseLive()
  const list = useList({ queue, ...wireOf(filters.filters) }, freshEveryMs)
  const rows = list.data
  const { fresh, seen } = useFresh(rows, JSON.stringify([queue, filters.filters]))
  const numbers = rows?.map((row) => row.number) ?? []
  const chosen = filters.at ?? numbers[0] ?? null
  const one = useEndpoint(
    getCase,
    { number: chosen ?? '' },
    { enabled: chosen !== null, refetchInterval: freshEveryMs },
  )
  const view = chosen === null ? undefined : one.data
  const acting = useActing(view)
  const giving = useGiving(chosen)
  const sorted = view !== undefined && ['TRIAGED', 'REOPENED'].includes(view.state)
  const mayGive = acting.offers.some((offer) => offer.move === 'dispatch' && offer.why === null)
  const give = sorted && mayGive ? giving(view.version) : null
  const search = useRef<HTMLInputElement>(null)
  const [help, setHelp] = useState(false)
  const middle = useStill(chosen, numbers)
  useQueueKeys({
    numbers,
    at: chosen,
    read: filters.read,
    search,
    more: {
      ...acting.keys,
      ...(give ? { d: give.now } : {}),
      p: () => {
        if (chosen !== null) void navigate(paths.desk.workOrder(chosen))
      },
      '?': () => setHelp(true),
      Escape: () => filters.read(null),
    },
  })
  return (
    <>
      <div className="case-desk">
        <QueueNav current={queue} freshEveryMs={freshEveryMs} />
        <section className="case-middle" ref={middle} aria-labelledby="queue-title">
          <div className="case-middle-head">
            <div>
              <h1 className="k-title" id="queue-title">
                {t(queueWords[queue])}
              </h1>
              <p className="k-compact k-sub">
                <Sum shown={numbers.length} more={list.hasNextPage} />
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
              <button
                type="button"
                className="k-link"
                onClick={() => {
                  seen()
                  middle.current?.scrollTo({ top: 0 })
                }}
              >
                {t(words.newOnes, { n: fresh.size })}
              </button>
            )}
          </p>
          {list.error && !rows ? (
            <Problem
              error={list.error}
              refusals={refusalWords}
              onRetry={() => void list.refetch()}
            />
          ) : !rows ? (
            <Loading what={t(words.fetching, { queue: t(queueWords[queue]) })} lines={6} />
          ) : rows.length === 0 ? (
            <Empty
              title={t(emptyWords[queue])}
              then={t(filters.count > 0 ? words.filteredNone : words.appear)}
            />
          ) : (
            <>
              <QueueList
                label={t(queueWords[queue])}
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
                shown={numbers.length}
                step={pageSize}
                more={list.hasNextPage}
                busy={list.isFetchingNextPage}
                onMore={() => void list.fetchNextPage()}
              >
                {t(words.appear)}
              </Pager>
            </>
          )}
        </section>
        <aside className="case-side">
          {chosen === null && rows !== undefined ? (
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
      <Foot help={help} setHelp={setHelp} give={give !== null} />
    </>
  )
}

function Sum({ shown, more }: { shown: number; more: boolean }) {
  const { t } = useWords()
  return t(more ? words.orderMore : words.order, { n: shown })
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

type FootProps = { help: boolean; setHelp: (open: boolean) => void; give: boolean }

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
