// The areas below in the order of their official codes: never ranked, with the sum under a double rule.
import { Link } from 'react-router'
import type { CockpitView } from '#core/cockpit/contract.ts'
import { cockpitWords as words } from '#core/cockpit/words.ts'
import { nameOf } from '#web/cases/case-text.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { count, sparse } from '#web/kit/numbers.ts'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { type Column, Table } from '#web/kit/ui/Table.tsx'
import { levelWords } from './levels.ts'
import { type Where, areaPath, behindPath } from './where.ts'

type Row = {
  code: string | null
  name: string
  open: number
  overdue: number
  filed: number
  filedBefore: number
  validTo: string | null
}
type Props = { view: CockpitView; where: Where }

export function ChildTable({ view, where }: Props) {
  const { t, lang } = useWords()
  const children: Row[] = view.children.map((child) => ({ ...child, name: nameOf(child, lang) }))
  const direct = view.direct
  const rows: Row[] =
    direct === null
      ? children
      : [...children, { ...direct, code: null, name: t(words.direct), validTo: null }]
  if (children.length === 0) return null
  const sum = (of: (row: Row) => number) => rows.reduce((n, row) => n + of(row), 0)
  const total = [
    t(words.total, { area: nameOf(view.area, lang) }),
    <Behind key="open" n={sum((r) => r.open)} tile="open" code={where.code} where={where} />,
    <Behind key="late" n={sum((r) => r.overdue)} tile="6" code={where.code} where={where} late />,
    <Behind key="filed" n={sum((r) => r.filed)} tile="1" code={where.code} where={where} />,
    count(sum((r) => r.filedBefore)),
  ]
  return (
    <section className="cockpit-children-table">
      <SectionHeading end={t(words.notRanked)}>
        {t(words.by, { level: t(levelWords(view.childLevel)) })}
      </SectionHeading>
      <Table
        caption={t(words.by, { level: t(levelWords(view.childLevel)) })}
        rows={rows}
        rowKey={(row) => row.code ?? 'direct'}
        columns={useColumns({ view, where })}
        total={total}
        selected={chosenChild(view, where)}
        onChoose={(row) => where.set({ at: row.code })}
      />
    </section>
  )
}

/** A grid that is chosen on the map marks the row of its community. */
function chosenChild(view: CockpitView, { chosen }: Where): string | null {
  if (chosen === null) return null
  const found = view.children.find((child) => child.code === chosen)
  return (found ?? view.children.find((child) => chosen.startsWith(child.code)))?.code ?? null
}

function useColumns({ view, where }: Props): Column<Row>[] {
  const { t } = useWords()
  const times = useTimes()
  const behind = (row: Row, n: number, tile: '1' | '6' | 'open') =>
    row.code === null ? (
      sparse(n)
    ) : (
      <Behind n={n} tile={tile} code={row.code} where={where} late={tile === '6'} />
    )
  return [
    {
      key: 'name',
      head: t(levelWords(view.childLevel)),
      cell: (row) =>
        row.code === null ? (
          row.name
        ) : (
          <>
            <Link to={areaPath(row.code, where.period)}>{row.name}</Link>
            {row.validTo !== null && (
              <span className="k-note">
                {' '}
                {t(words.childEnded, { day: times.date(row.validTo) })}
              </span>
            )}
          </>
        ),
    },
    {
      key: 'open',
      head: t(words.open),
      figure: true,
      cell: (row) => behind(row, row.open, 'open'),
    },
    {
      key: 'late',
      head: t(words.overdue),
      figure: true,
      cell: (row) => behind(row, row.overdue, '6'),
    },
    {
      key: 'filed',
      head: t(words.filed, { period: t(words[where.period]) }),
      figure: true,
      cell: (row) => behind(row, row.filed, '1'),
    },
    {
      key: 'before',
      head: t(words.before),
      figure: true,
      cell: (row) => <span className="k-sub">{sparse(row.filedBefore)}</span>,
    },
  ]
}

type BehindProps = {
  n: number
  tile: '1' | '6' | 'open'
  code: string
  where: Where
  late?: boolean
}

/** Each number leads to the list behind it. */
function Behind({ n, tile, code, where, late = false }: BehindProps) {
  if (n === 0) return sparse(n)
  const part = tile === '1' ? ({ part: 'num' } as const) : {}
  return (
    <Link
      className={late ? 'k-zhu' : ''}
      to={behindPath(code, { tile, period: where.period, ...part })}
    >
      {count(n)}
    </Link>
  )
}
