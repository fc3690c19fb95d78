// What is late, one square for each case, and the four sections with their lanes.
import { Link } from 'react-router'
import type { CockpitView } from '#core/cockpit/contract.ts'
import { cockpitWords as words, sectionWords } from '#core/cockpit/words.ts'
import { useWords } from '#web/kit/language.ts'
import { count, sparse } from '#web/kit/numbers.ts'
import { paths } from '#web/kit/paths.ts'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Squares } from '#web/kit/ui/Squares.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { type Where, behindPath } from './where.ts'

const ages = [
  ['0-3', words.age0, 1],
  ['4-7', words.age4, 2],
  ['8-30', words.age8, 3],
  ['>30', words.age31, 4],
] as const

export function OverdueSquares({ view, where }: { view: CockpitView; where: Where }) {
  const { t } = useWords()
  const n = view.ageing.reduce((sum, group) => sum + group.count, 0)
  const rows = ages.map(([bucket, label, shade]) => {
    const group = view.ageing.find((each) => each.bucket === bucket)
    return {
      key: bucket,
      label: t(label),
      count: group?.count ?? 0,
      shade,
      pieces: (group?.numbers ?? []).map((number) => ({
        key: number,
        label: number,
        to: paths.desk.case(number),
      })),
    }
  })
  return (
    <section className="cockpit-overdue">
      <SectionHeading end={t(words.oneEach)}>
        {n === 0 ? (
          t(words.ageingNone)
        ) : (
          <Link to={behindPath(where.code, { tile: '6', period: where.period })}>
            {t(words.ageing, { n: count(n) })}
          </Link>
        )}
      </SectionHeading>
      <Squares rows={rows} />
    </section>
  )
}

export function Sections({ view }: { view: CockpitView }) {
  const { t } = useWords()
  const lane = (key: 'handling' | 'toCheck' | 'toConfirm') => ({
    key,
    head: t(words[key]),
    figure: true,
    cell: (row: CockpitView['sections'][number]) => sparse(row[key]),
  })
  return (
    <section className="cockpit-sections">
      <SectionHeading end={t(words.sectionsBasis)}>{t(words.sections)}</SectionHeading>
      <Table
        caption={t(words.sections)}
        rows={view.sections}
        rowKey={(row) => row.section}
        compact
        columns={[
          {
            key: 'name',
            head: t(words.section),
            cell: (row) => t(sectionWords[row.section] ?? { zh: row.section, en: row.section }),
          },
          lane('handling'),
          lane('toCheck'),
          lane('toConfirm'),
          {
            key: 'overdue',
            head: t(words.overdue),
            figure: true,
            cell: (row) =>
              row.overdue === 0 ? sparse(0) : <b className="k-zhu">{count(row.overdue)}</b>,
          },
        ]}
      />
    </section>
  )
}
