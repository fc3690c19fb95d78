// Boundary versions side by side: two maps with a day for each, and the list of what changed between them.
import { useState } from 'react'
import { useParams } from 'react-router'
import type { OutputOf } from '#core/kit/contract.ts'
import { nextDate } from '#core/kit/time.ts'
import { compareGrids } from '#core/places/contract-in-force.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { count, listed } from '#web/kit/numbers.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Breadcrumb } from '#web/kit/ui/Breadcrumb.tsx'
import { TextField } from '#web/kit/ui/Field.tsx'
import { Room } from '#web/kit/ui/Room.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading, Problem } from '#web/kit/ui/States.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { ChipSelect, Chips } from '#web/kit/ui/Chip.tsx'
import { useNamed } from './named.ts'
import { VersionMap } from './VersionMap.tsx'
import { placesPageWords } from './words-page.ts'
import { changeWords, versionsWords as words } from './words-versions.ts'
import './redraw/redraw.css'

type Compared = OutputOf<typeof compareGrids>
type Days = { from: string; to: string }

export function GridVersionsPage() {
  const { t } = useWords()
  const { code = '' } = useParams()
  const [days, setDays] = useState<Days | null>(null)
  const compared = useEndpoint(compareGrids, { code, ...days }, { keepPrevious: true })
  if (compared.error && !compared.data)
    return (
      <Problem
        error={compared.error}
        refusals={{ no_such_area: placesPageWords.noSuchArea }}
        onRetry={() => void compared.refetch()}
      />
    )
  if (!compared.data) return <Loading what={t(words.fetching)} lines={6} />
  return <Read view={compared.data} onDays={setDays} />
}

function Read({ view, onDays }: { view: Compared; onDays: (days: Days) => void }) {
  const { t } = useWords()
  const nameOf = useNamed()
  const { area, from, to, changes } = view
  const name = nameOf(area)
  const before = new Set(changes.flatMap((change) => change.before))
  const after = new Set(changes.flatMap((change) => change.after))
  return (
    <Room
      crumb={
        <Breadcrumb
          steps={[{ label: name, to: paths.desk.places(area.code) }]}
          here={t(words.title)}
        />
      }
      title={t(words.titleOf, { name })}
      sub={t(words.sub)}
    >
      <Picked view={view} onDays={onDays} />
      <div className="versions-two">
        <VersionMap area={area} on={from} changed={before} />
        <VersionMap area={area} on={to} changed={after} />
      </div>
      <Changes view={view} />
    </Room>
  )
}

/** A change that was made sets both days; each day can be set by itself too. */
function Picked({ view, onDays }: { view: Compared; onDays: (days: Days) => void }) {
  const { t } = useWords()
  const times = useTimes()
  const { days, from, to, today } = view
  const change = days.find((day) => to === day && from === nextDate(day, -1)) ?? null
  return (
    <div className="versions-days">
      {days.length === 0 ? (
        <p className="k-note">{t(words.never)}</p>
      ) : (
        <Chips label={t(words.jump)}>
          <ChipSelect
            name={t(words.jump)}
            any={t(words.jump)}
            value={change}
            options={days.map((day) => ({
              value: day,
              label: t(day > today ? words.coming : words.changedOn, { day: times.date(day) }),
            }))}
            onChange={(day) => day !== null && onDays({ from: nextDate(day, -1), to: day })}
          />
        </Chips>
      )}
      <TextField
        label={t(words.left)}
        type="date"
        value={from}
        onChange={(event) => event.target.value !== '' && onDays({ from: event.target.value, to })}
      />
      <TextField
        label={t(words.right)}
        type="date"
        value={to}
        onChange={(event) => event.target.value !== '' && onDays({ from, to: event.target.value })}
      />
    </div>
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
