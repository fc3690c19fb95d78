// The grids of two days beside each other, and the list of what changed between them.
import type { OutputOf } from '#core/kit/contract.ts'
import type { compareGrids } from '#core/places/contract-in-force.ts'
import { useWords } from '#web/kit/language.ts'
import { count, listed } from '#web/kit/numbers.ts'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { useNamed } from './named.ts'
import { VersionMap } from './VersionMap.tsx'
import { changeWords, versionsWords as words } from './words-versions.ts'
import './redraw/redraw.css'

export type Compared = OutputOf<typeof compareGrids>

export function SideBySide({ view }: { view: Compared }) {
  const { area, from, to, changes } = view
  const before = new Set(changes.flatMap((change) => change.before))
  const after = new Set(changes.flatMap((change) => change.after))
  return (
    <>
      <div className="versions-two">
        <VersionMap area={area} on={from} changed={before} />
        <VersionMap area={area} on={to} changed={after} />
      </div>
      <Changes view={view} />
    </>
  )
}

function Changes({ view }: { view: Compared }) {
  const { t, lang } = useWords()
  const nameOf = useNamed()
  const grids = new Map(view.grids.map((grid) => [grid.code, grid]))
  const called = (codes: readonly string[]) =>
    listed(
      codes.map((code) => {
        const grid = grids.get(code)
        return grid === undefined ? code : `${nameOf(grid)} (${code})`
      }),
      lang,
    )
  if (view.changes.length === 0) return <p className="k-note">{t(words.same)}</p>
  return (
    <section>
      <SectionHeading>{t(words.changes, { n: view.changes.length })}</SectionHeading>
      <Table
        caption={t(words.changes, { n: view.changes.length })}
        columns={[
          { key: 'kind', head: t(words.what), cell: (row) => t(changeWords[row.kind]) },
          { key: 'before', head: t(words.before), cell: (row) => called(row.before) },
          { key: 'after', head: t(words.after), cell: (row) => called(row.after) },
          {
            key: 'ground',
            head: t(words.ground),
            figure: true,
            cell: ({ kind, gained, lost }) =>
              kind === 'moved' ? t(words.moved, { gained: count(gained), lost: count(lost) }) : '',
          },
        ]}
        rows={view.changes}
        rowKey={(row) => `${row.kind} ${row.before.join()} ${row.after.join()}`}
      />
    </section>
  )
}
