// 层层闭环 in figures: what this layer received and handed in, the layers below as one line each, and who received it
// here. Comes by itself, so that the figures above wait for nothing. Every count opens into its list.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { durationWords } from '#core/cases/countdown.ts'
import type { BesideKey, CockpitView } from '#core/cockpit/contract.ts'
import {
  type LayerList,
  type LayerView,
  type ReceiverFigures,
  getLayerFigures,
} from '#core/cockpit/contract-layers.ts'
import {
  besideDefinitions,
  besideWords,
  layerDefinitions,
  layerWords as words,
} from '#core/cockpit/words-layers.ts'
import type { OutputOf } from '#core/kit/contract.ts'
import { useWords } from '#web/kit/language.ts'
import { count, fraction, percent, sparse } from '#web/kit/numbers.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { HowCounted } from '#web/kit/ui/FigureBlock.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { type Column, Table } from '#web/kit/ui/Table.tsx'
import { levelWords } from './levels.ts'
import { cockpitRefusals } from './refusals.ts'
import { minutesText } from './tile-text.ts'
import { type Where, behindPath, legsPath } from './where.ts'

type View = OutputOf<typeof getLayerFigures>
type Figures = Omit<LayerView, 'level' | 'own'>

type Props = { where: Where; beside: CockpitView['beside'] }

export function LayersPart({ where, beside }: Props) {
  const { t } = useWords()
  const asked = { area: where.code, period: where.period }
  const found = useEndpoint(getLayerFigures, asked, { keepPrevious: true })
  return (
    <section className="cockpit-layers">
      {found.data !== undefined ? (
        <Read view={found.data} where={where} />
      ) : found.error ? (
        <Problem
          error={found.error}
          refusals={cockpitRefusals}
          onRetry={() => void found.refetch()}
        />
      ) : (
        <Loading what={t(words.heading)} lines={3} />
      )}
      <Beside beside={beside} where={where} />
    </section>
  )
}

function Read({ view, where }: { view: View; where: Where }) {
  const { t } = useWords()
  const own = view.layers.find((layer) => layer.own)
  const any = view.layers.some((layer) => layer.received + layer.handedIn + layer.held.rounds > 0)
  const levelName = (layer: LayerView) => {
    const level = t(levelWords(layer.level))
    return layer.own ? t(words.ownLayer, { level }) : level
  }
  const columnsOf = useFigureColumns(view.smallCell, where)
  return (
    <>
      <SectionHeading end={t(words.basis)}>
        {any && own !== undefined
          ? `${t(words.heading)} · ${t(words.headline, numbersOf(own))}`
          : t(words.heading)}
      </SectionHeading>
      {!any && <Empty title={t(words.none)} then={t(words.noneThen)} />}
      {any && (
        <Table
          caption={t(words.heading)}
          rows={view.layers}
          rowKey={(layer) => layer.level}
          fixFirst
          columns={[
            { key: 'level', head: t(words.layer), cell: levelName },
            ...columnsOf<LayerView>((layer) => ({ level: layer.level })),
          ]}
        />
      )}
      {any && view.receivers.length > 0 && own !== undefined && (
        <Receivers view={view} level={own.level} columns={columnsOf} />
      )}
    </>
  )
}

const numbersOf = ({ received, handedIn, refused }: Figures) => ({
  received: count(received),
  handedIn: count(handedIn),
  refused: count(refused),
})

type Of<Row> = (row: Row) => { level: string; unit?: number }
type ColumnsOf = <Row extends Figures>(of: Of<Row>) => Column<Row>[]
type ReceiversProps = { view: View; level: string; columns: ColumnsOf }

function Receivers({ view, level, columns }: ReceiversProps) {
  const { t } = useWords()
  return (
    <>
      <h3 className="k-compact cockpit-receivers">{t(words.receivers)}</h3>
      <Table
        caption={t(words.receivers)}
        rows={view.receivers}
        rowKey={(row) => String(row.unitId)}
        fixFirst
        compact
        columns={[
          { key: 'name', head: t(words.receiver), cell: (row) => t(row.name) },
          ...columns<ReceiverFigures>((row) => ({ level, unit: row.unitId })),
        ]}
      />
    </>
  )
}

function useFigureColumns(smallCell: number, where: Where): ColumnsOf {
  const { t } = useWords()
  const linked = (n: number, fact: LayerList, of: { level: string; unit?: number }): ReactNode =>
    n === 0 ? (
      sparse(n)
    ) : (
      <Link to={legsPath(where.code, { ...of, fact, period: where.period })}>{count(n)}</Link>
    )
  const head = (fact: keyof typeof layerDefinitions): ReactNode => (
    <Head name={t(layerDefinitions[fact].name)} fact={fact} />
  )
  const rate = (of: { num: number; den: number; hidden: boolean }): string =>
    of.hidden
      ? t(words.few, { min: smallCell })
      : `${percent({ numerator: of.num, denominator: of.den }) ?? '–'}%`
  return (of) => [
    ...(['received', 'returned'] as const).map((fact) => ({
      key: fact,
      head: head(fact),
      figure: true,
      cell: (row: Figures & Parameters<typeof of>[0]) => linked(row[fact], fact, of(row)),
    })),
    {
      key: 'signed',
      head: head('signed'),
      figure: true,
      cell: (row) =>
        row.signed.den === 0 ? (
          sparse(0)
        ) : (
          <Link to={legsPath(where.code, { ...of(row), fact: 'signDue', period: where.period })}>
            {fraction({ numerator: row.signed.num, denominator: row.signed.den })}
            <small>{rate(row.signed)}</small>
          </Link>
        ),
    },
    ...(['handedIn', 'refused', 'confirmedOnward'] as const).map((fact) => ({
      key: fact,
      head: head(fact),
      figure: true,
      cell: (row: Figures & Parameters<typeof of>[0]) => linked(row[fact], fact, of(row)),
    })),
    {
      key: 'minutes',
      head: t(words.minutes),
      figure: true,
      cell: ({ confirmMinutes: m }) =>
        m.median !== null
          ? minutesText(m.median, t)
          : m.n === 0
            ? sparse(0)
            : t(words.few, { min: smallCell }),
    },
    {
      key: 'held',
      head: head('held'),
      figure: true,
      cell: (row) =>
        row.held.rounds === 0 ? (
          sparse(0)
        ) : (
          <Link to={legsPath(where.code, { ...of(row), fact: 'held', period: where.period })}>
            {rate(row.held)}
            <small>{t(durationWords(row.held.num, hours))}</small>
          </Link>
        ),
    },
  ]
}

/** Sums over cases of several kinds of time are said in hours. */
const hours = { limitKind: 'WORK_HOUR', workDaySeconds: 28_800 } as const

function Head({ name, fact }: { name: string; fact: keyof typeof layerDefinitions }) {
  const { t } = useWords()
  const { sentence, formula, leftOut } = layerDefinitions[fact]
  const definition = { sentence: t(sentence), formula: t(formula), leftOut: t(leftOut) }
  return (
    <span className="cockpit-layer-head">
      {name}
      <HowCounted name={name} definition={definition} />
    </span>
  )
}

/** Counts that belong to no rate: how often somebody urged or supervised, and which lateness was excused. */
function Beside({ beside, where }: { beside: CockpitView['beside']; where: Where }) {
  const { t } = useWords()
  if (beside.every((one) => one.count + one.past === 0)) return null
  const to = (key: BesideKey) => behindPath(where.code, { tile: key, period: where.period })
  return (
    <div className="cockpit-beside">
      <dl aria-label={t(besideWords.heading)}>
        {beside.map((one) => (
          <div key={one.key}>
            <dt>{t(besideDefinitions[one.key].name)}</dt>
            <dd>
              {one.count === 0 ? sparse(0) : <Link to={to(one.key)}>{count(one.count)}</Link>}
              {one.past > 0 && <small>{t(besideWords.past, { n: count(one.past) })}</small>}
            </dd>
          </div>
        ))}
      </dl>
      <p className="k-note">{t(besideWords.basis)}</p>
    </div>
  )
}
