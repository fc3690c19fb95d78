// What weights did: whether every group is met, what the answers are worth afterwards, and each group before and after
// beside who lives here. Groups of few stay hatched.
import type { OutputOf } from '#core/kit/contract.ts'
import type { tryWeights } from '#core/surveys/contract-results.ts'
import { useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { Facts } from '#web/kit/ui/Room.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { weightWords as words } from './words-weights.ts'

export type Report = OutputOf<typeof tryWeights>
type Bounds = { low: number; high: number } | null
type Group = Report['dimensions'][number]['groups'][number]

export function WeightReport({ report, bounds }: { report: Report; bounds: Bounds }) {
  const { t } = useWords()
  const { converged, rounds, gapMost, rows, effective, designEffect, least, most, atBound } = report
  const wider = Math.round((Math.sqrt(designEffect) - 1) * 100)
  return (
    <div className="wgt-report">
      {converged ? (
        <p role="status">
          <b>{t(words.converged)}</b>
        </p>
      ) : (
        <Notice tone="zhe" live>
          {t(words.notConverged, { rounds, gap: (gapMost * 100).toFixed(1) })}
        </Notice>
      )}
      <Facts
        facts={[
          [
            t(words.effective),
            t(words.effectiveOf, { n: count(Math.round(effective)), rows: count(rows) }),
          ],
          [
            t(words.design),
            `${designEffect.toFixed(2)} · ${t(words.designSo, { percent: wider })}`,
          ],
          [
            t(words.span),
            least === null || most === null ? (
              <Hatch />
            ) : (
              `${least.toFixed(2)} – ${most.toFixed(2)}`
            ),
          ],
          [
            t(words.atBound),
            bounds === null ? t(words.noBounds) : t(words.sheetsN, { n: count(atBound) }),
          ],
          [t(words.rounds), count(rounds)],
        ]}
      />
      {report.dimensions.map((dimension) => (
        <DimensionTable key={dimension.dimension} dimension={dimension} />
      ))}
    </div>
  )
}

function DimensionTable({ dimension }: { dimension: Report['dimensions'][number] }) {
  const { t, lang } = useWords()
  const { groups, unanswered, title } = dimension
  const share = (value: number | null) =>
    value === null ? <Hatch /> : `${(value * 100).toFixed(1)}%`
  const columns = [
    { key: 'group', head: t(words.group), cell: (group: Group) => group.label[lang] },
    {
      key: 'sheets',
      head: t(words.sheets),
      figure: true,
      cell: ({ sheets }: Group) => (sheets === null ? <Hatch /> : count(sheets)),
    },
    {
      key: 'answered',
      head: t(words.answered),
      figure: true,
      cell: ({ answered }: Group) => share(answered),
    },
    {
      key: 'lives',
      head: t(words.lives),
      figure: true,
      cell: ({ lives }: Group) => share(lives),
    },
    {
      key: 'weighted',
      head: t(words.weighted),
      figure: true,
      cell: ({ weighted }: Group) => share(weighted),
    },
    {
      key: 'mark',
      head: '',
      width: '200px',
      cell: (group: Group) => <Beside group={group} />,
    },
  ]
  return (
    <section className="wgt-dimension">
      <h3>{title[lang] || title.zh}</h3>
      <Table
        caption={title[lang] || title.zh}
        rows={groups}
        rowKey={({ label }) => label.zh}
        columns={columns}
      />
      {unanswered > 0 && <p className="k-note">{t(words.unanswered, { n: count(unanswered) })}</p>}
      {groups.some(({ sheets }) => sheets === null) && (
        <p className="k-note">{t(words.hiddenFew)}</p>
      )}
    </section>
  )
}

function Hatch() {
  const { t } = useWords()
  const said = t(words.hidden)
  return <span className="res-cell-hidden" role="img" title={said} aria-label={said} />
}

/** Who lives here as a band from nothing, who answered as a ring on it: the eye sees what was missing. */
function Beside({ group: { answered, lives } }: { group: Group }) {
  return (
    <svg className="wgt-beside" viewBox="0 0 204 16" preserveAspectRatio="none" aria-hidden="true">
      <line className="res-axis" x1="2" x2="202" y1="8" y2="8" />
      <rect className="res-band" x="2" y="4" width={lives * 200} height="8" />
      {answered !== null && (
        <line className="res-tick" x1={2 + answered * 200} x2={2 + answered * 200} y1="1" y2="15" />
      )}
    </svg>
  )
}
