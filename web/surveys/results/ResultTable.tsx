// One question as bars of ink and band with the numbers beside them; by groups, a table. The chart is the evidence, the
// numbers say it.
import type { TableView } from '#core/surveys/contract-results.ts'
import { cannotTell } from '#core/surveys/estimates.ts'
import { useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { resultWords as words } from './words-results.ts'
import { TableTwin } from './TableTwin.tsx'
import './results.css'

export type Line = TableView['lines'][number]
type Cell = NonNullable<Line['cells'][number]>
type Props = { table: TableView; weighted: boolean; threshold: number }
/** `twin`: every number in a table instead of the chart. */
type TableProps = Props & { twin?: boolean }

/** One decimal; none where fewer than a hundred were asked. */
export function shareText(share: number, asked: number | null): string {
  return (share * 100).toFixed(asked !== null && asked < 100 ? 0 : 1)
}

const shown = (cell: Cell, weighted: boolean) => (weighted ? cell.weighted : cell.plain)

export function ResultTable({ table, weighted, threshold, twin = false }: TableProps) {
  const { t, lang } = useWords()
  const base = table.groups[0]?.n ?? null
  const basis =
    base === null
      ? t(words.hidden, { threshold })
      : t(table.routed ? words.basisRouted : words.basis, { n: count(base) })
  return (
    <section className="res-block">
      <SectionHeading end={basis}>{table.title[lang] || table.title.zh}</SectionHeading>
      {table.kind === 'many' && <p className="res-note">{t(words.manyNote)}</p>}
      {twin ? (
        <TableTwin table={table} lines={linesOf(table, words.none)} threshold={threshold} />
      ) : table.by === null ? (
        <Bars table={table} weighted={weighted} threshold={threshold} />
      ) : (
        <Groups table={table} weighted={weighted} threshold={threshold} />
      )}
    </section>
  )
}

function linesOf(table: TableView, noneLabel: { zh: string; en: string }): Line[] {
  const none = table.none.some((cell) => cell === null || cell.n > 0)
  return none ? [...table.lines, { code: '-', label: noneLabel, cells: table.none }] : table.lines
}

function Bars({ table, weighted, threshold }: Props) {
  const { t, lang } = useWords()
  const asked = table.groups[0]?.n ?? null
  const mean = table.groups[0]?.mean
  const lines = linesOf(table, words.none)
  const known = table.lines.flatMap(({ label, cells }) => {
    const cell = cells[0] ?? null
    return cell === null ? [] : [{ label, interval: shown(cell, weighted) }]
  })
  const [first, second] = known.toSorted((a, b) => b.interval[0]! - a.interval[0]!)
  const open =
    first !== undefined &&
    second !== undefined &&
    cannotTell(spanOf(first.interval), spanOf(second.interval))
  return (
    <>
      <table className="res-bars">
        <caption className="k-sr">
          {first === undefined
            ? table.title[lang]
            : t(words.chart, {
                title: table.title[lang],
                top: first.label[lang],
                share: shareText(first.interval[0]!, asked),
              })}
        </caption>
        <thead className="k-sr">
          <tr>
            <th>{t(words.option)}</th>
            <th>{t(words.interval)}</th>
            <th>{t(words.share)}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ code, label, cells }) => {
            const cell = cells[0] ?? null
            return (
              <tr key={code}>
                <th scope="row">{label[lang] || label.zh}</th>
                <td className="res-chart">
                  {cell !== null && <Mark interval={shown(cell, weighted)} />}
                </td>
                <td className="res-figure">
                  {cell === null ? (
                    <span className="res-hidden">{t(words.hidden, { threshold })}</span>
                  ) : (
                    <Figure interval={shown(cell, weighted)} asked={asked} />
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {mean != null && <MeanLine interval={weighted ? mean.weighted : mean.plain} />}
      {open && (
        <p className="res-note">
          {t(words.cannotTell, { a: first.label[lang], b: second.label[lang] })}
        </p>
      )}
    </>
  )
}

const spanOf = (interval: readonly number[]) => ({ low: interval[1]!, high: interval[2]! })

function MeanLine({ interval }: { interval: readonly number[] }) {
  const { t } = useWords()
  const [mean, low, high] = interval.map((value) => value.toFixed(2))
  return <p className="res-note">{t(words.mean, { mean: mean!, low: low!, high: high! })}</p>
}

function Figure({ interval, asked }: { interval: readonly number[]; asked: number | null }) {
  const [share, low, high] = interval.map((value) => shareText(value, asked))
  return (
    <>
      <b>{share}</b>
      <small>%</small>
      <span className="res-range">
        {low}–{high}
      </span>
    </>
  )
}

/** Scale 0 to 100 with quarters; a band for the interval, a tick of ink for the estimate. */
function Mark({ interval }: { interval: readonly number[] }) {
  const [value, low, high] = interval.map((each) => each * 200)
  return (
    <svg viewBox="0 0 204 20" preserveAspectRatio="none" aria-hidden="true">
      <line className="res-axis" x1="2" x2="202" y1="10" y2="10" />
      {[0, 50, 100, 150, 200].map((x) => (
        <line key={x} className="res-axis" x1={x + 2} x2={x + 2} y1="7" y2="13" />
      ))}
      <rect className="res-band" x={low! + 2} y="4" width={Math.max(1, high! - low!)} height="12" />
      <line className="res-tick" x1={value! + 2} x2={value! + 2} y1="2" y2="18" />
    </svg>
  )
}

function Groups({ table, weighted, threshold }: Props) {
  const { t, lang } = useWords()
  return (
    <div className="res-wide">
      <table className="k-tb res-groups">
        <thead>
          <tr>
            <th>{t(words.option)}</th>
            {table.groups.map(({ code, label, n }) => (
              <th key={code} className="is-num">
                {label[lang] || label.zh}
                <small>{n === null ? '–' : `n = ${count(n)}`}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {linesOf(table, words.none).map(({ code, label, cells }) => (
            <tr key={code}>
              <th scope="row">{label[lang] || label.zh}</th>
              {cells.map((cell, g) => (
                <td key={table.groups[g]!.code} className="is-num">
                  {cell === null ? (
                    <span
                      className="res-cell-hidden"
                      role="img"
                      title={t(words.hidden, { threshold })}
                      aria-label={t(words.hidden, { threshold })}
                    />
                  ) : (
                    <Figure interval={shown(cell, weighted)} asked={table.groups[g]!.n} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
