// Requests of an area, those to answer and those it made; whoever waits longest comes first.
import { Link } from 'react-router'
import { useParams } from 'react-router'
import { listRequests, type RequestRow } from '#core/resources/contract-requests.ts'
import { requestStates } from '#core/resources/request.ts'
import { requestStateWords, resourceRefusals } from '#core/resources/words-requests.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { paths } from '#web/kit/paths.ts'
import { Breadcrumb } from '#web/kit/ui/Breadcrumb.tsx'
import { ButtonLink } from '#web/kit/ui/Button.tsx'
import { ChipSelect, Chips, Segmented } from '#web/kit/ui/Chip.tsx'
import { Icon } from '#web/kit/ui/Icon.tsx'
import { Pager } from '#web/kit/ui/Pager.tsx'
import { PageHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { type Column, Table } from '#web/kit/ui/Table.tsx'
import { fileAddress, useFilter, usePages } from './pages.ts'
import { Tabs, useCounts } from './Tabs.tsx'
import { requestPageWords as words, resourcePageWords } from './words-desk.ts'
import './resources.css'

const pageSize = 50

export function RequestsPage() {
  const { code = '' } = useParams()
  const { t } = useWords()
  const counts = useCounts(code).data
  const filter = useFilter()
  const box = filter.get('box') === 'out' ? 'out' : 'in'
  const state = filter.get('state')
  const asked = { area: code, box, ...(state !== null && { state }) } as const
  const area = counts ? t(counts.area.name) : ''
  return (
    <section className="res-page">
      <Breadcrumb
        steps={[{ label: area, to: paths.desk.resources(code) }]}
        here={t(box === 'in' ? words.in : words.out)}
      />
      <PageHeading
        title={t(box === 'in' ? words.inTitle : words.outTitle, { area })}
        sub={t(words.sub)}
      >
        {counts?.mayKeep && counts.askable.length > 0 && (
          <ButtonLink to={paths.desk.askResource(code)} look="pri">
            {t(resourcePageWords.ask)}
          </ButtonLink>
        )}
      </PageHeading>
      <Tabs code={code} />
      <div className="res-tools">
        <Segmented
          label={t(words.state)}
          value={box}
          onChange={(next) => filter.set('box', next)}
          options={[
            { value: 'in', label: t(words.in) },
            { value: 'out', label: t(words.out) },
          ]}
        />
        <Chips label={t(resourcePageWords.filters)}>
          <ChipSelect
            name={t(words.state)}
            any={t(resourcePageWords.all)}
            value={state}
            onChange={(value) => filter.set('state', value)}
            options={requestStates.map((value) => ({ value, label: t(requestStateWords[value]) }))}
          />
        </Chips>
        <span className="k-row k-compact">
          <Icon name="download" size={15} />
          {t(resourcePageWords.export)}
          {(['xlsx', 'csv'] as const).map((format) => (
            <a
              key={format}
              className="k-link"
              href={fileAddress(listRequests, asked, format)}
              download
            >
              {format}
            </a>
          ))}
        </span>
      </div>
      <Listed asked={asked} box={box} filtered={state !== null} />
    </section>
  )
}

function Listed({ asked, box, filtered }: { asked: object; box: 'in' | 'out'; filtered: boolean }) {
  const { t } = useWords()
  const list = usePages(listRequests, asked, pageSize)
  const columns = useColumns(box)
  if (list.error && list.data === undefined)
    return (
      <Problem
        error={list.error}
        refusals={{ ...resourceRefusals, not_yours: resourcePageWords.notKeeperAsk }}
        onRetry={() => void list.refetch()}
      />
    )
  const rows = list.data
  if (rows === undefined) return <Loading what={t(words.fetching)} lines={6} />
  if (rows.length === 0) {
    if (filtered)
      return (
        <Empty title={t(resourcePageWords.noneFound)} then={t(resourcePageWords.noneFoundThen)} />
      )
    return box === 'in' ? (
      <Empty title={t(words.none)} then={t(words.noneThen)} />
    ) : (
      <Empty title={t(words.noneOut)} then={t(words.noneOutThen)} />
    )
  }
  return (
    <>
      <Table caption={t(words.fetching)} rows={rows} rowKey={(row) => row.id} columns={columns} />
      <Pager
        shown={rows.length}
        step={pageSize}
        more={list.hasNextPage}
        busy={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  )
}

function useColumns(box: 'in' | 'out'): Column<RequestRow>[] {
  const { t } = useWords()
  const times = useTimes()
  return [
    {
      key: 'what',
      head: t(words.what),
      width: '34%',
      cell: (row) => (
        <>
          <Link to={paths.desk.resourceRequest(row.id)}>{row.what}</Link>
          <small className="k-note"> {t(words.forWhom, { who: row.forWhom })}</small>
        </>
      ),
    },
    { key: 'from', head: t(words.from), cell: (row) => t(row.asker.name) },
    ...(box === 'out'
      ? [{ key: 'to', head: t(words.to), cell: (row: RequestRow) => t(row.to.name) }]
      : []),
    { key: 'state', head: t(words.state), cell: (row) => t(requestStateWords[row.state]) },
    {
      key: 'by',
      head: t(words.answerBy),
      figure: true,
      cell: (row) =>
        row.state === 'ASKED' ? (
          <span className={row.daysLate > 0 ? 'k-zhu' : ''}>
            {times.day(`${row.answerBy}T04:00:00Z`)}
            {row.daysLate > 0 && ` · ${t(words.lateBy, { n: row.daysLate })}`}
          </span>
        ) : (
          '–'
        ),
    },
    {
      key: 'used',
      head: t(words.used),
      figure: true,
      cell: (row) =>
        row.uses === 0 ? '–' : t(words.times, { n: row.uses, people: count(row.personTimes) }),
    },
  ]
}
