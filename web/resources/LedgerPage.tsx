// What was asked, given and used, by year and level asked: an area beside its own past, never areas against each other.
import { useParams } from 'react-router'
import { type LedgerRow, listLedger } from '#core/resources/contract-requests.ts'
import { resourceRefusals } from '#core/resources/words-requests.ts'
import { useWords } from '#web/kit/language.ts'
import { fraction, sparse } from '#web/kit/numbers.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Breadcrumb } from '#web/kit/ui/Breadcrumb.tsx'
import { Icon } from '#web/kit/ui/Icon.tsx'
import { PageHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { type Column, Table } from '#web/kit/ui/Table.tsx'
import { fileAddress } from './pages.ts'
import { Tabs, useCounts } from './Tabs.tsx'
import { requestPageWords as words, resourcePageWords } from './words-desk.ts'
import './resources.css'

export function LedgerPage() {
  const { code = '' } = useParams()
  const { t } = useWords()
  const counts = useCounts(code).data
  const area = counts ? t(counts.area.name) : ''
  return (
    <section className="res-page">
      <Breadcrumb
        steps={[{ label: area, to: paths.desk.resources(code) }]}
        here={t(resourcePageWords.ledger)}
      />
      <PageHeading title={t(words.ledgerTitle, { area })} sub={t(words.ledgerSub)}>
        <span className="k-row k-compact">
          <Icon name="download" size={15} />
          {t(resourcePageWords.export)}
          {(['xlsx', 'csv'] as const).map((format) => (
            <a
              key={format}
              className="k-link"
              href={fileAddress(listLedger, { area: code }, format)}
              download
            >
              {format}
            </a>
          ))}
        </span>
      </PageHeading>
      <Tabs code={code} />
      <Ledger code={code} area={area} />
    </section>
  )
}

function Ledger({ code, area }: { code: string; area: string }) {
  const { t } = useWords()
  const ledger = useEndpoint(listLedger, { area: code })
  const columns = useColumns()
  if (ledger.error && !ledger.data)
    return (
      <Problem
        error={ledger.error}
        refusals={resourceRefusals}
        onRetry={() => void ledger.refetch()}
      />
    )
  if (!ledger.data) return <Loading />
  if (ledger.data.items.length === 0)
    return <Empty title={t(words.noLedger)} then={t(words.noneOutThen)} />
  return (
    <Table
      caption={t(words.ledgerTitle, { area })}
      rows={ledger.data.items}
      rowKey={(row) => `${row.year} ${row.level}`}
      fixFirst
      columns={columns}
    />
  )
}

function useColumns(): Column<LedgerRow>[] {
  const { t } = useWords()
  const sum = (key: 'asked' | 'given' | 'partly' | 'refused' | 'waiting'): Column<LedgerRow> => ({
    key,
    head: t(words[key]),
    figure: true,
    cell: (row) => sparse(row[key]),
  })
  return [
    { key: 'year', head: t(words.year), cell: (row) => row.year },
    { key: 'level', head: t(words.level), cell: (row) => t(row.levelName) },
    ...(['asked', 'given', 'partly', 'refused', 'waiting'] as const).map(sum),
    {
      key: 'inTime',
      head: t(words.inTime),
      figure: true,
      cell: (row) =>
        row.answered === 0 ? '–' : fraction({ numerator: row.inTime, denominator: row.answered }),
    },
    { key: 'uses', head: t(words.useTimes), figure: true, cell: (row) => sparse(row.uses) },
    { key: 'people', head: t(words.people), figure: true, cell: (row) => sparse(row.personTimes) },
  ]
}
