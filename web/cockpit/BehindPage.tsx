// The list behind a figure: one row for each thing it counts, so that the number can be checked.
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { stateWords } from '#core/cases/words.ts'
import { countdown } from '#core/cases/countdown.ts'
import {
  type BehindRow,
  type ListKey,
  type TileKey,
  getCockpit,
  listBehind,
  listKeys,
  tileKeys,
} from '#core/cockpit/contract.ts'
import { definitions } from '#core/cockpit/definitions.ts'
import { besideDefinitions, besideWords } from '#core/cockpit/words-layers.ts'
import { rates } from '#core/cockpit/tiles.ts'
import { cockpitWords as words } from '#core/cockpit/words.ts'
import type { Words } from '#core/kit/words.ts'
import { nameOf, nearPlace, titleOf } from '#web/cases/case-text.ts'
import { useChoices } from '#web/kit/choices.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { useNow } from '#web/kit/now.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Breadcrumb } from '#web/kit/ui/Breadcrumb.tsx'
import { Segmented } from '#web/kit/ui/Chip.tsx'
import { Countdown } from '#web/kit/ui/Countdown.tsx'
import { Pager } from '#web/kit/ui/Pager.tsx'
import { PageHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { type Column, Table } from '#web/kit/ui/Table.tsx'
import { cockpitRefusals } from './refusals.ts'
import { areaPath } from './where.ts'
import './cockpit.css'

const step = 50

type Asked = { code: string; tile: ListKey; part: 'num' | 'den'; period: string }

function useAsked(): [Asked, (part: 'num' | 'den') => void] {
  const { code = '' } = useParams()
  const [search, choose] = useChoices()
  const given = search.get('tile')
  const tile = listKeys.find((key) => key === given) ?? '1'
  const asked = {
    code,
    tile,
    part: search.get('part') === 'num' ? ('num' as const) : ('den' as const),
    period: search.get('period') ?? '30d',
  }
  const setPart = (part: 'num' | 'den') => choose({ part })
  return [asked, setPart]
}

const others: Partial<Record<ListKey, Words>> = {
  open: words.open,
  unplaced: words.direct,
  suspended: { zh: '挂账', en: 'Suspended' },
  urged: besideDefinitions.urged.name,
  supervised: besideDefinitions.supervised.name,
  excused: besideDefinitions.excused.name,
}

const partsOfReports = [
  ['num', words.filedShort],
  ['den', words.reported],
] as const
const partsOfRate = [
  ['num', words.numerator],
  ['den', words.denominator],
] as const

/** What counts cases as they stand at this moment; no period changes it. */
const now: ReadonlySet<ListKey> = new Set<ListKey>([
  '6',
  '27a',
  '27b',
  'open',
  'unplaced',
  'suspended',
])

const hasParts = (tile: ListKey): boolean =>
  tile === '1' || tile === '10' || (tile in rates && rates[tile as TileKey] !== undefined)

export function BehindPage() {
  const [asked, setPart] = useAsked()
  const { t, lang } = useWords()
  const times = useTimes()
  const [limit, setLimit] = useState(step)
  const { code, tile, part, period } = asked
  const cockpit = useEndpoint(getCockpit, { area: code, period }).data
  const list = useEndpoint(
    listBehind,
    { area: code, tile, part, period, limit },
    { keepPrevious: true },
  )
  const known = tileKeys.find((key) => key === tile)
  const name = t(known === undefined ? (others[tile] ?? words.open) : definitions[known].name)
  const parts = known === '1' ? partsOfReports : partsOfRate
  const dayText = (day: string) => times.day(`${day}T04:00:00Z`)
  return (
    <div className="cockpit-list">
      {cockpit && (
        <Breadcrumb
          steps={[...cockpit.path, cockpit.area].map((area) => ({
            label: nameOf(area, lang),
            to: areaPath(area.code, period),
          }))}
          here={name}
        />
      )}
      <PageHeading
        title={t(words.listOf, { name })}
        {...(cockpit && {
          sub: t(now.has(tile) ? words.listBasisNow : words.listBasis, {
            area: nameOf(cockpit.area, lang),
            from: dayText(cockpit.period.from),
            to: dayText(cockpit.period.to),
          }),
        })}
      >
        {hasParts(tile) && (
          <Segmented
            label={name}
            options={parts.map(([value, label]) => ({ value, label: t(label) }))}
            value={part}
            onChange={setPart}
          />
        )}
      </PageHeading>
      {known !== undefined && <p className="k-sub k-measure">{t(definitions[known].sentence)}</p>}
      {list.data === undefined ? (
        list.error ? (
          <Problem
            error={list.error}
            refusals={cockpitRefusals}
            onRetry={() => void list.refetch()}
          />
        ) : (
          <Loading lines={8} />
        )
      ) : (
        <Rows
          rows={list.data.items}
          now={now.has(tile)}
          more={list.data.next !== null && limit < 200}
          busy={list.isFetching}
          onMore={() => setLimit(Math.min(200, limit + step))}
        />
      )}
    </div>
  )
}

type RowsProps = {
  rows: BehindRow[]
  now: boolean
  more: boolean
  busy: boolean
  onMore: () => void
}

function Rows({ rows, now, more, busy, onMore }: RowsProps) {
  const { t } = useWords()
  const columns = useColumns()
  // One case may stand there several times with the same words: its place in the list tells them apart.
  const rowKeys = new Map(rows.map((row, i) => [row, `${row.number} ${i}`]))
  if (rows.length === 0)
    return now ? (
      <Empty title={t(words.listEmptyNow)} then={t(words.listEmptyNowThen)} />
    ) : (
      <Empty title={t(words.listEmpty)} then={t(words.listEmptyThen)} />
    )
  const twice = rows.some((row) => (row.round ?? 1) > 1)
  return (
    <>
      {twice && <p className="k-note">{t(words.listBasisRounds)}</p>}
      <Table
        caption={t(words.matter)}
        rows={rows}
        rowKey={(row) => rowKeys.get(row) ?? row.number}
        columns={columns}
        compact
      />
      <Pager shown={rows.length} more={more} step={step} busy={busy} onMore={onMore} />
    </>
  )
}

function useColumns(): Column<BehindRow>[] {
  const { t, lang } = useWords()
  const times = useTimes()
  const at = useNow()
  return [
    {
      key: 'matter',
      head: t(words.matter),
      cell: (row) => (
        <Link to={paths.desk.case(row.number)}>
          {titleOf(row.text, row.category, lang)}
          <small>
            {row.number} · {t(row.category)}
            {row.unit !== null && ` · ${t(row.unit)}`}
            {row.what !== null && ` · ${t(row.what)}`}
            {row.nth !== null && row.nth > 1 && ` · ${t(besideWords.nth, { n: row.nth })}`}
            {row.round !== null && row.round > 1 && ` · ${t(words.round, { n: row.round })}`}
          </small>
        </Link>
      ),
    },
    { key: 'place', head: t(words.place), cell: (row) => nearPlace(row.place, lang) },
    { key: 'state', head: t(words.state), cell: (row) => t(stateWords[row.state]) },
    { key: 'reported', head: t(words.reported), cell: (row) => times.dayTime(row.reportedAt) },
    {
      key: 'clock',
      head: t(words.clock),
      cell: (row) => row.clock && <Countdown face={countdown(row.clock, at)} size="row" />,
    },
  ]
}
