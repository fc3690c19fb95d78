// A file of the hotline: looked at first, columns put right, then taken in while the page says how far it is. What broke off
// goes on when the same button is pressed again.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import {
  type OrderReject,
  importOrders,
  listOrderImports,
  listOrders,
  previewOrders,
  readOrderImport,
} from '#core/exchange/contract-orders.ts'
import type { OrderMapping } from '#core/exchange/order-mapping.ts'
import { orderRefusals } from '#core/exchange/words-orders.ts'
import type { OutputOf } from '#core/kit/contract.ts'
import { NoConnectionError, call } from '#web/kit/api.ts'
import { useWords } from '#web/kit/language.ts'
import { type ChosenFile, useLookedFile } from '#web/kit/looked-file.ts'
import { count, listed } from '#web/kit/numbers.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Button, Buttons } from '#web/kit/ui/Button.tsx'
import { FileLead } from '#web/kit/ui/FileLead.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading, wordsOfError } from '#web/kit/ui/States.tsx'
import { Rejects } from '#web/surveys/import/Rejects.tsx'
import { OrderColumns } from './OrderColumns.tsx'
import { OrderImports } from './OrderImports.tsx'
import { OrderRows } from './OrderRows.tsx'
import { fieldWords, orderWords as words } from './words-orders-page.ts'

export type Preview = OutputOf<typeof previewOrders>

const bytesMax = 8_000_000

function useImport(code: string) {
  const client = useQueryClient()
  const areaCode = code
  const take = useMutation({
    mutationFn: ({ id, ...asked }: ChosenFile & { mapping: OrderMapping }) =>
      call(importOrders, { commandId: id, areaCode, ...asked }),
    onSuccess: async () => {
      for (const list of [listOrders, listOrderImports])
        await client.invalidateQueries({ queryKey: [list.name] })
    },
  })
  const chosen = useLookedFile<Preview, OrderMapping>({
    bytesMax,
    look: (asked) => call(previewOrders, { areaCode, ...asked }),
    onOther: take.reset,
  })
  const { file } = chosen
  const send = (mapping: OrderMapping) => file !== null && take.mutate({ ...file, mapping })
  return { ...chosen, take, send }
}

export function OrderImport({ code }: { code: string }) {
  const { t } = useWords()
  const it = useImport(code)
  const { seen, take } = it
  const error = it.error ?? take.error
  return (
    <>
      <FileLead
        lead={t(words.lead)}
        note={t(words.privacy)}
        label={t(words.file)}
        hint={t(words.fileHint)}
        accept=".xlsx,.csv,.txt,.json"
        error={it.tooLarge ? t(words.tooLarge) : null}
        onChoose={it.choose}
      />
      {error && (
        <Notice tone="zhu" live>
          {take.error instanceof NoConnectionError
            ? t(words.cutOff)
            : t(wordsOfError(error, orderRefusals))}
        </Notice>
      )}
      {take.data ? (
        <>
          <Notice tone="accent" title={t(words.done, shownCounts(take.data))} live>
            {t(words.doneThen)}{' '}
            <Link className="k-link" to={paths.desk.queues()}>
              {t(words.toQueue)}
            </Link>
          </Notice>
          <Rejects rejects={named(take.data.rejects)} all={take.data.rejected} />
        </>
      ) : seen !== null ? (
        <Looked preview={seen} it={it} />
      ) : (
        it.looking && <Loading what={t(words.looking)} lines={4} />
      )}
      {(seen === null || take.data !== undefined) && <OrderImports code={code} />}
    </>
  )
}

const shownCounts = (of: OutputOf<typeof importOrders>) => ({
  rows: count(of.rows),
  taken: count(of.taken),
  known: count(of.known),
  changed: count(of.changed),
  rejected: count(of.rejected),
})

/** A row is mended in the file: its number helps to find it there. */
const named = (rejects: OrderReject[]) =>
  rejects.map((each) => ({
    ...each,
    about: [each.number, each.about].filter((part) => part !== '').join(' · '),
  }))

type LookedProps = { preview: Preview; it: ReturnType<typeof useImport> }

function Looked({ preview, it }: LookedProps) {
  const { t, lang } = useWords()
  const { mapping, missing, lacking, fresh, changed } = preview
  const cannot =
    missing.length > 0
      ? t(words.missing, { columns: listed(missing, lang) })
      : lacking.length > 0
        ? t(words.lacking, {
            fields: listed(
              lacking.map((field) => t(fieldWords[field])),
              lang,
            ),
          })
        : fresh + changed === 0
          ? t(words.takeNone)
          : null
  return (
    <>
      <div className="ord-counts">
        <div role="status">
          <p>{t(words.counts, { rows: count(preview.rows), fresh: count(fresh) })}</p>
          <p className="k-note">{besides(preview, t).join(' · ')}</p>
        </div>
        <Buttons>
          <Button
            look="pri"
            big
            busy={it.take.isPending || it.looking}
            whyNot={cannot}
            onClick={() => it.send(mapping)}
          >
            {t(words.take, { n: count(fresh + changed) })}
          </Button>
        </Buttons>
      </div>
      {it.take.isPending && it.file !== null && <HowFar id={it.file.id} />}
      <OrderRows preview={preview} />
      <Rejects rejects={named(preview.rejects)} all={preview.rejected} />
      <section>
        <SectionHeading end={t(words.columnsEnd)}>{t(words.columns)}</SectionHeading>
        <OrderColumns preview={preview} onChange={(next) => it.again(next)} />
      </section>
    </>
  )
}

type Say = ReturnType<typeof useWords>['t']

function besides({ urgent, unplaced, known, changed, again, rejected }: Preview, t: Say): string[] {
  const parts: [number, Parameters<Say>[0]][] = [
    [urgent, words.countsUrgent],
    [known, words.countsKnown],
    [changed, words.countsChanged],
    [again, words.countsAgain],
    [rejected, words.countsRejected],
    [unplaced, words.countsUnplaced],
  ]
  return parts.filter(([n]) => n > 0).map(([n, said]) => t(said, { n: count(n) }))
}

function HowFar({ id }: { id: string }) {
  const { t } = useWords()
  const read = useEndpoint(readOrderImport, { id }, { refetchInterval: 700, staleTime: 0 })
  const { seen = 0, rows = 0 } = read.data ?? {}
  return (
    <div className="ord-far" role="status">
      <progress max={Math.max(1, rows)} value={seen} />
      <span>
        {rows === 0
          ? t(words.takingFirst)
          : t(words.taking, { seen: count(seen), rows: count(rows) })}
      </span>
    </div>
  )
}
