// What became of orders, taken out for the hotline: what is new as one batch, and the batches of before to download again.
import {
  type OrderBatchView,
  listOrderAnswers,
  listOrderBatches,
  listOrders,
  takeOrderAnswers,
} from '#core/exchange/contract-orders.ts'
import { orderRefusals } from '#core/exchange/words-orders.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { rowsPerPage, useCommand, useEndpoint, usePages } from '#web/kit/queries.ts'
import { Button, Buttons } from '#web/kit/ui/Button.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { Pager } from '#web/kit/ui/Pager.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading, Problem, wordsOfError } from '#web/kit/ui/States.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { ExportLinks } from '#web/people/ExportLinks.tsx'
import { orderWords as words } from './words-orders-page.ts'

export function OrderAnswers({ code }: { code: string }) {
  const { t } = useWords()
  const orders = useEndpoint(listOrders, { areaCode: code, limit: 1 })
  const take = useCommand(takeOrderAnswers, { refresh: [listOrders, listOrderBatches] })
  const untold = orders.data?.untold ?? null
  return (
    <>
      <div className="ord-lead">
        <p className="k-compact">{t(words.outLead)}</p>
        {orders.error && (
          <Problem
            error={orders.error}
            refusals={orderRefusals}
            onRetry={() => void orders.refetch()}
          />
        )}
        {untold !== null && (
          <div className="ord-counts">
            <p role="status">
              {untold === 0 ? t(words.untoldNone) : t(words.untold, { n: count(untold) })}
            </p>
            {untold > 0 && (
              <Buttons>
                <Button
                  look="pri"
                  busy={take.isPending}
                  onClick={() => take.mutate({ areaCode: code })}
                >
                  {t(words.takeOut)}
                </Button>
              </Buttons>
            )}
          </div>
        )}
        {take.error && (
          <Notice tone="zhu" live>
            {t(wordsOfError(take.error, orderRefusals))}
          </Notice>
        )}
        {take.data && (
          <Notice tone="accent" live>
            {take.data.id === null
              ? t(words.takenNone)
              : t(words.takenOut, { n: count(take.data.orders) })}
          </Notice>
        )}
      </div>
      <Batches code={code} />
    </>
  )
}

function Batches({ code }: { code: string }) {
  const { t } = useWords()
  const list = usePages(listOrderBatches, { areaCode: code })
  const rows = list.data
  return (
    <section>
      <SectionHeading>{t(words.batches)}</SectionHeading>
      {list.error && !rows ? (
        <Problem error={list.error} refusals={orderRefusals} onRetry={() => void list.refetch()} />
      ) : !rows ? (
        <Loading />
      ) : rows.length === 0 ? (
        <p className="k-note">{t(words.noBatches)}</p>
      ) : (
        <>
          <BatchTable code={code} rows={rows} />
          <Pager
            rows
            shown={rows.length}
            step={rowsPerPage}
            more={list.hasNextPage}
            busy={list.isFetchingNextPage}
            onMore={() => void list.fetchNextPage()}
          />
        </>
      )}
    </section>
  )
}

function BatchTable({ code, rows }: { code: string; rows: OrderBatchView[] }) {
  const { t } = useWords()
  const times = useTimes()
  return (
    <Table
      caption={t(words.batches)}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'when', head: t(words.when), cell: (row) => times.dayTime(row.takenAt) },
        { key: 'by', head: t(words.by), cell: (row) => row.by ?? t(words.byMachine) },
        { key: 'orders', head: t(words.orders), figure: true, cell: (row) => count(row.orders) },
        {
          key: 'serials',
          head: t(words.serials),
          figure: true,
          cell: (row) =>
            row.fromSerial === row.toSerial
              ? String(row.fromSerial)
              : `${row.fromSerial}–${row.toSerial}`,
        },
        {
          key: 'file',
          head: t(words.download),
          cell: (row) => (
            <ExportLinks list={listOrderAnswers} input={{ areaCode: code, batch: row.id }} />
          ),
        },
      ]}
    />
  )
}
