// Files that were taken in, by whom, and what became of their rows.
import { type OrderImportView, listOrderImports } from '#core/exchange/contract-orders.ts'
import { orderRefusals } from '#core/exchange/words-orders.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { rowsPerPage, usePages } from '#web/kit/queries.ts'
import { Pager } from '#web/kit/ui/Pager.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading, Problem } from '#web/kit/ui/States.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { orderWords as words } from './words-orders-page.ts'

export function OrderImports({ code }: { code: string }) {
  const { t } = useWords()
  const list = usePages(listOrderImports, { areaCode: code })
  const rows = list.data
  return (
    <section>
      <SectionHeading>{t(words.imports)}</SectionHeading>
      {list.error && !rows ? (
        <Problem error={list.error} refusals={orderRefusals} onRetry={() => void list.refetch()} />
      ) : !rows ? (
        <Loading />
      ) : rows.length === 0 ? (
        <p className="k-note">{t(words.noImports)}</p>
      ) : (
        <>
          <ImportTable rows={rows} />
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

function ImportTable({ rows }: { rows: OrderImportView[] }) {
  const { t } = useWords()
  const times = useTimes()
  const figure = (key: 'rows' | 'taken' | 'known' | 'changed' | 'rejected') => ({
    key,
    head: t(words[key]),
    figure: true,
    cell: (row: OrderImportView) =>
      row.finishedAt === null && key !== 'rows' ? '–' : count(row[key]),
  })
  return (
    <Table
      caption={t(words.imports)}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'file',
          head: t(words.fileName),
          cell: (row) => (
            <>
              <span className="ord-number">{row.fileName}</span>
              {row.finishedAt === null && <div className="k-note">{t(words.unfinished)}</div>}
            </>
          ),
        },
        { key: 'when', head: t(words.when), cell: (row) => times.dayTime(row.startedAt) },
        { key: 'by', head: t(words.by), cell: (row) => row.by ?? t(words.byMachine) },
        figure('rows'),
        figure('taken'),
        figure('known'),
        figure('changed'),
        figure('rejected'),
      ]}
    />
  )
}
