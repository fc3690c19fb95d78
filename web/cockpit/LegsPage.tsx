// The list behind a layer figure: one row for each leg, result or overdue round it counts.
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { stateWords } from '#core/cases/words.ts'
import { durationWords } from '#core/cases/countdown.ts'
import {
  type LayerList,
  type LegRow,
  getLayerFigures,
  layerLists,
  listLegsBehind,
} from '#core/cockpit/contract-layers.ts'
import { cockpitWords } from '#core/cockpit/words.ts'
import { layerDefinitions, layerWords as words } from '#core/cockpit/words-layers.ts'
import { nameOf, nearPlace, titleOf } from '#web/cases/case-text.ts'
import { useChoices } from '#web/kit/choices.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Breadcrumb } from '#web/kit/ui/Breadcrumb.tsx'
import { Segmented } from '#web/kit/ui/Chip.tsx'
import { Pager } from '#web/kit/ui/Pager.tsx'
import { PageHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { type Column, Table } from '#web/kit/ui/Table.tsx'
import { levelWords } from './levels.ts'
import { cockpitRefusals } from './refusals.ts'
import { areaPath } from './where.ts'
import './cockpit.css'

const step = 50

function useAsked() {
  const { code = '' } = useParams()
  const [search, choose] = useChoices()
  const fact = layerLists.find((key) => key === search.get('fact')) ?? 'received'
  const unit = search.get('unit')
  const level = search.get('level')
  const setFact = (fact: LayerList) => choose({ fact })
  const asked = {
    area: code,
    fact,
    period: search.get('period') ?? '30d',
    ...(level !== null && { level }),
    ...(unit !== null && /^\d{1,9}$/.test(unit) && { unit: Number(unit) }),
  }
  return { asked, setFact }
}

export function LegsPage() {
  const { asked, setFact } = useAsked()
  const { t, lang } = useWords()
  const times = useTimes()
  const [limit, setLimit] = useState(step)
  const { area, fact, period } = asked
  const layers = useEndpoint(getLayerFigures, { area, period }).data
  const list = useEndpoint(listLegsBehind, { ...asked, limit }, { keepPrevious: true })
  const definition = layerDefinitions[fact === 'signDue' ? 'signed' : fact]
  const receiver = layers?.receivers.find((one) => one.unitId === asked.unit)
  const layer =
    receiver === undefined
      ? t(levelWords(asked.level ?? layers?.area.level ?? null))
      : t(receiver.name)
  const dayText = (day: string) => times.day(`${day}T04:00:00Z`)
  return (
    <div className="cockpit-list">
      {layers && (
        <Breadcrumb
          steps={[{ label: nameOf(layers.area, lang), to: areaPath(area, period) }]}
          here={t(definition.name)}
        />
      )}
      <PageHeading
        title={t(words.listOf, { layer, name: t(definition.name) })}
        {...(layers && {
          sub: t(words.listBasis, {
            area: nameOf(layers.area, lang),
            from: dayText(layers.period.from),
            to: dayText(layers.period.to),
          }),
        })}
      >
        {(fact === 'signed' || fact === 'signDue') && (
          <Segmented
            label={t(definition.name)}
            options={[
              { value: 'signed' as const, label: t(words.numerator) },
              { value: 'signDue' as const, label: t(words.denominator) },
            ]}
            value={fact}
            onChange={setFact}
          />
        )}
      </PageHeading>
      <p className="k-sub k-measure">{t(definition.sentence)}</p>
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
          fact={fact}
          rows={list.data.items}
          more={list.data.next !== null && limit < 200}
          busy={list.isFetching}
          onMore={() => setLimit(Math.min(200, limit + step))}
        />
      )}
    </div>
  )
}

type RowsProps = {
  fact: LayerList
  rows: LegRow[]
  more: boolean
  busy: boolean
  onMore: () => void
}

function Rows({ fact, rows, more, busy, onMore }: RowsProps) {
  const { t } = useWords()
  const columns = useColumns(fact)
  if (rows.length === 0)
    return <Empty title={t(cockpitWords.listEmpty)} then={t(cockpitWords.listEmptyThen)} />
  return (
    <>
      <Table
        caption={t(words.matter)}
        rows={rows}
        rowKey={(row) => row.key}
        columns={columns}
        compact
      />
      <Pager shown={rows.length} more={more} step={step} busy={busy} onMore={onMore} />
    </>
  )
}

const whenWords = {
  signed: words.dueAt,
  signDue: words.dueAt,
  held: words.missedAt,
} as const

function useColumns(fact: LayerList): Column<LegRow>[] {
  const { t, lang } = useWords()
  const times = useTimes()
  const signing = fact === 'signed' || fact === 'signDue'
  const when = whenWords[fact as keyof typeof whenWords] ?? words.when
  const columns: (Column<LegRow> | null)[] = [
    {
      key: 'matter',
      head: t(words.matter),
      cell: (row) => (
        <Link to={paths.desk.case(row.number)}>
          {titleOf(row.text, row.category, lang)}
          <small>
            {row.number} · {t(row.category)}
          </small>
        </Link>
      ),
    },
    { key: 'place', head: t(cockpitWords.place), cell: (row) => nearPlace(row.place, lang) },
    { key: 'state', head: t(cockpitWords.state), cell: (row) => t(stateWords[row.state]) },
    fact === 'held'
      ? null
      : { key: 'from', head: t(words.from), cell: (row) => row.giver && t(row.giver) },
    fact === 'held'
      ? null
      : { key: 'to', head: t(words.to), cell: (row) => row.receiver && t(row.receiver) },
    { key: 'when', head: t(when), cell: (row) => times.dayTime(row.at) },
    signing || fact === 'confirmedOnward'
      ? {
          key: 'since',
          head: t(signing ? words.signedAt : words.passedAt),
          cell: (row) => (row.since === null ? t(words.notSigned) : times.dayTime(row.since)),
        }
      : null,
    fact === 'held'
      ? {
          key: 'held',
          head: t(words.heldOf),
          figure: true,
          cell: (row) =>
            t(words.heldText, {
              held: t(durationWords(row.heldSeconds ?? 0, hours)),
              whole: t(durationWords(row.wholeSeconds ?? 0, hours)),
            }),
        }
      : null,
  ]
  return columns.filter((column) => column !== null)
}

const hours = { limitKind: 'WORK_HOUR', workDaySeconds: 28_800 } as const
