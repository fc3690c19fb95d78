// What begins, what ends, and what goes along: grids, staff and open cases, each as a list with its sum.
import type { ReactNode } from 'react'
import type { Proposal } from '#core/places/contract-in-force.ts'
import { useWords } from '#web/kit/language.ts'
import { count, listed } from '#web/kit/numbers.ts'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { useNamed } from '../named.ts'
import type { Choosing } from './in-force.ts'
import { inForceWords as words } from './words-in-force.ts'

type Props = { draft: Proposal; choosing: Choosing; open: boolean }

const kindWords = {
  begins: words.kindBegins,
  moves: words.kindMoves,
  renamed: words.kindRenamed,
  stays: words.kindStays,
}

export function GridList({ draft }: Pick<Props, 'draft'>) {
  const { t } = useWords()
  const nameOf = useNamed()
  return (
    <section>
      <SectionHeading>{t(words.grids, { n: draft.grids.length })}</SectionHeading>
      <Table
        caption={t(words.grids, { n: draft.grids.length })}
        compact
        columns={[
          { key: 'name', head: t(words.grid), cell: (row) => nameOf(row) },
          { key: 'code', head: t(words.code), cell: (row) => row.code },
          { key: 'kind', head: t(words.kind), cell: (row) => t(kindWords[row.kind]) },
          {
            key: 'size',
            head: t(words.size),
            figure: true,
            cell: (row) => t(words.squareMetres, { n: count(row.squareMetres) }),
          },
        ]}
        rows={draft.grids}
        rowKey={(row) => row.key}
      />
    </section>
  )
}

export function EndedList({ draft, choosing, open }: Props) {
  const { t, lang } = useWords()
  const nameOf = useNamed()
  const called = useCalled(draft)
  if (draft.ended.length === 0) return null
  return (
    <section>
      <SectionHeading>{t(words.ends)}</SectionHeading>
      <Table
        caption={t(words.ends)}
        compact
        columns={[
          { key: 'name', head: t(words.grid), cell: (row) => nameOf(row) },
          {
            key: 'shares',
            head: t(words.shares),
            cell: (row) =>
              listed(
                row.shares.map(({ key, share }) => `${called(key)} ${Math.round(share * 100)}%`),
                lang,
              ),
          },
          {
            key: 'heir',
            head: t(words.heir),
            cell: (row) => (
              <Pick
                label={`${t(words.heir)}: ${nameOf(row)}`}
                keys={open ? row.shares.map(({ key }) => key) : []}
                value={choosing.heirOf(row.code)}
                called={called}
                onPick={(key) => choosing.setHeir(row.code, key)}
              />
            ),
          },
        ]}
        rows={draft.ended}
        rowKey={(row) => row.code}
      />
      <p className="k-note">{t(words.heirNote)}</p>
    </section>
  )
}

export function MicroList({ draft }: Props) {
  const { t } = useWords()
  const nameOf = useNamed()
  const called = useCalled(draft)
  if (draft.micro.length === 0) return null
  return (
    <section>
      <SectionHeading>{t(words.micro)}</SectionHeading>
      <Table
        caption={t(words.micro)}
        compact
        columns={[
          { key: 'name', head: t(words.microGrid), cell: (row) => nameOf(row) },
          { key: 'to', head: t(words.microTo), cell: (row) => called(row.to) },
          {
            key: 'then',
            head: t(words.microThen),
            cell: ({ becomes }) =>
              becomes === null ? t(words.microCut) : t(words.microGoes, { code: becomes }),
          },
        ]}
        rows={draft.micro}
        rowKey={(row) => row.code}
      />
      <p className="k-note">{t(words.microNote)}</p>
    </section>
  )
}

export function StaffList({ draft, choosing, open }: Props) {
  const { t } = useWords()
  const called = useCalled(draft)
  if (draft.ended.length === 0) return null
  const every = draft.grids.map(({ key }) => key)
  return (
    <section>
      <SectionHeading>{t(words.staff)}</SectionHeading>
      {draft.staff.length === 0 ? (
        <p className="k-note">{t(words.noStaff)}</p>
      ) : (
        <Table
          caption={t(words.staff)}
          compact
          columns={[
            { key: 'name', head: t(words.person), cell: (row) => row.name },
            { key: 'role', head: t(words.role), cell: (row) => t(row.post) },
            { key: 'from', head: t(words.from), cell: (row) => called(row.from) },
            {
              key: 'to',
              head: t(words.to),
              cell: (row) => (
                <Pick
                  label={`${t(words.to)}: ${row.name}`}
                  keys={open ? every : []}
                  value={choosing.staffTo(row)}
                  called={called}
                  onPick={(key) => choosing.sendStaff(row.grant, key)}
                />
              ),
            },
          ]}
          rows={draft.staff}
          rowKey={(row) => String(row.grant)}
        />
      )}
      {draft.duties > 0 && <p className="k-note">{t(words.duties, { n: draft.duties })}</p>}
    </section>
  )
}

export function CaseList({ draft, choosing }: Omit<Props, 'open'>) {
  const { t } = useWords()
  const called = useCalled(draft)
  const toOf = ({ from, to }: Proposal['cases'][number]): ReactNode =>
    to === null ? t(words.byHeir, { name: called(choosing.heirOf(from)) }) : called(to)
  return (
    <section>
      <SectionHeading>{t(words.cases)}</SectionHeading>
      {draft.cases.length === 0 ? (
        <p className="k-note">{t(words.noCases)}</p>
      ) : (
        <Table
          caption={t(words.cases)}
          compact
          columns={[
            { key: 'from', head: t(words.from), cell: (row) => called(row.from) },
            { key: 'to', head: t(words.to), cell: toOf },
            { key: 'count', head: t(words.count), figure: true, cell: (row) => count(row.count) },
          ]}
          rows={draft.cases}
          rowKey={(row) => `${row.from} ${row.to}`}
          total={[t(words.total), '', count(draft.cases.reduce((n, row) => n + row.count, 0))]}
        />
      )}
      <p className="k-note">{t(words.stays)}</p>
    </section>
  )
}

/** A grid by its key after, or by its code where it ends. */
function useCalled(draft: Proposal): (key: string) => string {
  const nameOf = useNamed()
  const all = [
    ...draft.grids.map((grid) => [grid.key, nameOf(grid)] as const),
    ...draft.ended.map((grid) => [grid.code, nameOf(grid)] as const),
    ...draft.before.map((grid) => [grid.code, nameOf(grid)] as const),
  ]
  return (key) => all.find(([known]) => known === key)?.[1] ?? key
}

type PickProps = {
  label: string
  keys: readonly string[]
  value: string
  called: (key: string) => string
  onPick: (key: string) => void
}

function Pick({ label, keys, value, called, onPick }: PickProps) {
  if (keys.length < 2) return called(value)
  return (
    <span className="k-select">
      <select
        className="k-input"
        aria-label={label}
        value={value}
        onChange={(event) => onPick(event.target.value)}
      >
        {keys.map((key) => (
          <option key={key} value={key}>
            {called(key)}
          </option>
        ))}
      </select>
    </span>
  )
}
