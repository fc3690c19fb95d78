// One form for several cases: first what fits and what does not, then the run with an answer a case.
import { type FormEvent, useId, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { BulkMove } from '#core/cases/bulk.ts'
import { readBulk } from '#core/cases/contract-bulk.ts'
import { countQueues, getCase, listCases } from '#core/cases/contract.ts'
import { refusalWords } from '#core/cases/words-refusals.ts'
import { RefusalError } from '#web/kit/api.ts'
import { useWords } from '#web/kit/language.ts'
import { useOwner } from '#web/kit/owner.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Dialog } from '#web/kit/ui/Dialog.tsx'
import { ErrorSummary } from '#web/kit/ui/Field.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { Loading, Problem } from '#web/kit/ui/States.tsx'
import { formWords } from '../forms/words-forms.ts'
import { BulkFields } from './BulkFields.tsx'
import { BulkList } from './BulkList.tsx'
import { type BulkRun, beginRun, countOf, giveUp, goOn, type Stopped } from './bulk-run.ts'
import { missingIn, nothingWritten, stepsFor, takingPart, type Written } from './bulk-steps.ts'
import { bulkAsks, bulkSays, bulkWords as words } from './words-bulk.ts'

type Props = {
  move: BulkMove
  numbers: string[]
  /** With the cases that were refused, which stay selected. */
  onClose: (refused: string[] | null) => void
}

export function BulkDialog({ move, numbers, onClose }: Props) {
  const { t } = useWords()
  const form = useId()
  const asking = useAsking(move, numbers)
  const running = useRun()
  const { items, steps } = asking
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (asking.looking || running.run !== null) return
    if (asking.complete() && steps.length > 0) void running.begin(steps)
  }
  const close = () => {
    if (!running.busy) onClose(running.run === null ? null : refusedOf(running.run))
  }
  const first = (
    <>
      <Button onClick={close}>{t(formWords.notNow)}</Button>
      <Button
        type="submit"
        form={form}
        look="pri"
        busy={asking.looking}
        whyNot={asking.known && takes(move, items) === 0 ? t(words.noneFits) : null}
      >
        {t(words.verbN, { verb: t(bulkAsks[move].verb), n: steps.length })}
      </Button>
    </>
  )
  return (
    <Dialog
      open
      wide
      title={t(bulkAsks[move].title)}
      onClose={close}
      actions={running.run === null ? first : <AfterActs running={running} onClose={close} />}
    >
      {bulkSays[move] && <p>{t(bulkSays[move])}</p>}
      <p>{t(words.each)}</p>
      <form id={form} className="case-form" noValidate onSubmit={submit}>
        {running.run === null ? <Asking move={move} asking={asking} /> : <How running={running} />}
        <BulkList
          move={move}
          items={items}
          fates={running.run?.fates ?? null}
          seen={asking.written.seen}
          onSeen={asking.see}
        />
      </form>
    </Dialog>
  )
}

type AskingState = ReturnType<typeof useAsking>

/** What was written so far, what fits, and what is still missing. */
function useAsking(move: BulkMove, numbers: string[]) {
  const { t } = useWords()
  const [written, setWritten] = useState<Written>(nothingWritten)
  const [missing, setMissing] = useState<string[]>([])
  const asked = useAsked(move, numbers, written)
  const items = asked.data?.items ?? []
  const write = (part: Partial<Written>) => setWritten((was) => ({ ...was, ...part }))
  return {
    written,
    write,
    missing,
    items,
    steps: stepsFor(move, items, written),
    receivers: asked.data?.receivers ?? [],
    known: asked.data !== undefined,
    looking: asked.isFetching,
    error: asked.data === undefined ? asked.error : null,
    again: () => void asked.refetch(),
    see: (number: string, on: boolean) => write({ seen: withOne(written.seen, number, on) }),
    /** Says what is missing; true when nothing is. */
    complete: () => {
      const lacks = missingIn(move, written).map(({ ask, what }) =>
        t(ask, what === null ? {} : { what: t(what) }),
      )
      setMissing(lacks)
      return lacks.length === 0
    },
  }
}

function Asking({ move, asking }: { move: BulkMove; asking: AskingState }) {
  const { t } = useWords()
  if (asking.error)
    return <Problem error={asking.error} refusals={refusalWords} onRetry={asking.again} />
  if (!asking.known) return <Loading what={t(words.looking)} lines={4} />
  return (
    <>
      <ErrorSummary errors={asking.missing} />
      {takes(move, asking.items) > 0 && <BulkFields move={move} {...asking} />}
    </>
  )
}

/** What fits, asked again once a receiver is chosen; what is being done is not asked anew. */
function useAsked(move: BulkMove, numbers: string[], { to }: Written) {
  const receiver =
    to === null
      ? {}
      : { areaCode: to.areaCode, ...(to.unitId === null ? {} : { unitId: to.unitId }) }
  return useEndpoint(
    readBulk,
    { move, numbers, ...receiver },
    { keepPrevious: true, staleTime: Infinity },
  )
}

const takes = (move: BulkMove, items: Parameters<typeof takingPart>[1]): number =>
  takingPart(move, items, new Set(items.map(({ number }) => number))).length

const withOne = (set: ReadonlySet<string>, one: string, on: boolean): ReadonlySet<string> =>
  on ? new Set([...set, one]) : new Set([...set].filter((each) => each !== one))

const refusedOf = (run: BulkRun): string[] =>
  [...run.fates].flatMap(([number, fate]) => (fate.is === 'done' ? [] : [number]))

type Running = ReturnType<typeof useRun>

function useRun() {
  const owner = useOwner()
  const client = useQueryClient()
  const [run, setRun] = useState<BulkRun | null>(null)
  const [busy, setBusy] = useState(false)
  const [stopped, setStopped] = useState<Stopped>(null)
  const walk = async (from: BulkRun) => {
    setBusy(true)
    setStopped(null)
    setStopped(await goOn(from, setRun))
    setBusy(false)
    for (const one of [listCases, countQueues, getCase])
      void client.invalidateQueries({ queryKey: [one.name] })
    void client.invalidateQueries({ queryKey: ['waiting-commands'] })
  }
  return {
    run,
    busy,
    stopped,
    begin: async (steps: Parameters<typeof beginRun>[0]) => {
      setBusy(true)
      const begun = await beginRun(steps, owner)
      setRun(begun)
      await walk(begun)
    },
    goOn: () => (run === null ? undefined : void walk(run)),
    giveUp: async () => {
      if (run !== null) await giveUp(run)
      void client.invalidateQueries({ queryKey: ['waiting-commands'] })
    },
  }
}

function How({ running: { run, busy, stopped } }: { running: Running }) {
  const { t } = useWords()
  if (run === null) return null
  const [done, refused, waits] = [
    countOf(run, 'done'),
    countOf(run, 'refused'),
    countOf(run, 'waits'),
  ]
  const n = run.fates.size
  if (busy)
    return (
      <p role="status" className="case-bulk-how">
        {t(words.running, { done: done + refused, n })}
      </p>
    )
  if (stopped !== null)
    return (
      <Notice tone="zhe" live title={t(words.stopped)}>
        <p>{t(isTooFast(stopped) ? words.tooFast : words.stoppedSays, { done, waits })}</p>
      </Notice>
    )
  return (
    <p role="status" className="case-bulk-how">
      <b>{refused === 0 ? t(words.overAll, { n }) : t(words.over, { done, refused })}</b>
    </p>
  )
}

const isTooFast = (stopped: Stopped): boolean =>
  stopped instanceof RefusalError && stopped.refusal === 'too_many_tries'

function AfterActs({ running, onClose }: { running: Running; onClose: () => void }) {
  const { t } = useWords()
  if (running.stopped === null)
    return (
      <Button look="pri" busy={running.busy} onClick={onClose}>
        {t(words.close)}
      </Button>
    )
  return (
    <>
      <Button onClick={() => void running.giveUp().then(onClose)}>{t(words.giveUp)}</Button>
      <Button look="pri" busy={running.busy} onClick={running.goOn}>
        {t(words.goOn)}
      </Button>
    </>
  )
}
