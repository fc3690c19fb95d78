// Boundary versions side by side: two maps with a day for each, and the list of what changed between them.
import { useState } from 'react'
import { useParams } from 'react-router'
import { nextDate } from '#core/kit/time.ts'
import { compareGrids } from '#core/places/contract-in-force.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Breadcrumb } from '#web/kit/ui/Breadcrumb.tsx'
import { TextField } from '#web/kit/ui/Field.tsx'
import { Room } from '#web/kit/ui/Room.tsx'
import { Loading, Problem } from '#web/kit/ui/States.tsx'
import { ChipSelect, Chips } from '#web/kit/ui/Chip.tsx'
import { useNamed } from './named.ts'
import { type Compared, SideBySide } from './SideBySide.tsx'
import { placesPageWords } from './words-page.ts'
import { versionsWords as words } from './words-versions.ts'
import './redraw/redraw.css'

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
  const { area } = view
  const name = nameOf(area)
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
      <SideBySide view={view} />
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
