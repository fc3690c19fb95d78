// Dispatching by keyboard: left where am I, in the middle what is there, right what is this one.
import { useRef, useState } from 'react'
import { Navigate, useParams } from 'react-router'
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
import { paths } from '#web/kit/paths.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { KeyBar, type KeyHint } from '#web/kit/ui/KeyBar.tsx'
import { Loading, wordsOfError } from '#web/kit/ui/States.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { BulkDialog } from './bulk/BulkDialog.tsx'
import { useBulk } from './bulk/useBulk.ts'
import { bulkWords } from './bulk/words-bulk.ts'
import { CasePreview, NothingChosen } from './CasePreview.tsx'
import { useFilters, wireOf } from './filters.ts'
import { useSuggested } from './forms/ReceiverPicker.tsx'
import { offerWords } from './forms/words-offers.ts'
import type { Offer } from './offers.ts'
import { KeysDialog } from './KeysDialog.tsx'
import { PresenceOf, usePresence } from './presence.tsx'
import { QueueMiddle } from './QueueMiddle.tsx'
import { QueueNav } from './QueueNav.tsx'
import { useActing } from './useActing.tsx'
import { useCaseLive } from './useCaseLive.ts'
import { useKeysOfQueue } from './useKeysOfQueue.ts'
import { useList } from './useList.ts'
import { queuePageWords as words } from './words-queue.ts'
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
  const others = usePresence(chosen, acting.doing)
  const search = useRef<HTMLInputElement>(null)
  const [help, setHelp] = useState(false)
  const bulk = useBulk(numbers)
  // While several are selected no key acts on the one that is being read: it is not what the eye has chosen.
  const alone = bulk.picks.numbers.length === 0
  const acts = alone ? { ...acting.keys, ...(give ? { d: give.now } : {}) } : {}
  useKeysOfQueue({ numbers, chosen, filters, search, acts, bulk, onHelp: () => setHelp(true) })
  return (
    <>
      <div className="case-desk">
        <QueueNav current={queue} freshEveryMs={freshEveryMs} />
        <QueueMiddle
          queue={queue}
          list={list}
          chosen={chosen}
          filters={filters}
          search={search}
          bulk={bulk}
        />
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
              others={others}
            />
          )}
        </aside>
      </div>
      <PresenceOf others={others}>{acting.form}</PresenceOf>
      {bulk.at && (
        <BulkDialog move={bulk.at.move} numbers={bulk.at.numbers} onClose={bulk.finish} />
      )}
      <Foot help={help} setHelp={setHelp} />
    </>
  )
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
    { keys: ['X'], label: t(bulkWords.keyPick) },
    { keys: ['G'], label: t(words.thenTo, { key: 'L', queue: t(queueWords.overdue) }) },
  ]
  const picking: KeyHint[] = [
    { keys: ['Shift', '↑', '↓'], label: t(bulkWords.keyReach) },
    { keys: ['B'], label: t(bulkWords.keyBar) },
    { keys: ['Esc'], label: t(bulkWords.keyNone) },
    { keys: ['P'], label: t(words.workOrder) },
    { keys: ['/'], label: t(words.search) },
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
      <KeysDialog
        open={help}
        onClose={() => setHelp(false)}
        lines={[...hints.slice(0, -1), ...picking]}
      />
    </>
  )
}
