// A month of the centre: a cell a day, what everybody is asked to first.
import { Link } from 'react-router'
import type { ProgrammeView } from '#core/activities/contract-programme.ts'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useSessionTimes } from '../open/times.ts'
import { deskWeekWords as words } from './words-week.ts'

const linesMax = 5

type Props = { view: ProgrammeView; month: string; onDay: (day: string) => void }

export function MonthGrid({ view, month, onDay }: Props) {
  const times = useSessionTimes(view.timeZone)
  const weeks = Array.from({ length: Math.ceil(view.days.length / 7) }, (_, i) =>
    view.days.slice(i * 7, i * 7 + 7),
  )
  return (
    <table className="cweek-grid is-month">
      <thead>
        <tr>
          {(weeks[0] ?? []).map(({ day }) => (
            <th key={day} scope="col">
              {times.weekdayOf(day)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.day} className="is-floor">
            {week.map((day) => (
              <Day
                key={day.day}
                view={view}
                day={day}
                other={!day.day.startsWith(month)}
                onDay={onDay}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type DayProps = {
  view: ProgrammeView
  day: ProgrammeView['days'][number]
  other: boolean
  onDay: (day: string) => void
}

function Day({ view, day, other, onDay }: DayProps) {
  const { t, lang } = useWords()
  const times = useSessionTimes(view.timeZone)
  const all = view.sessions.filter((one) => one.day === day.day)
  const rank = (kind: string) => (kind === 'selfRun' ? 1 : 0)
  const shown = all.toSorted((a, b) => rank(a.kind) - rank(b.kind)).slice(0, linesMax)
  const closed = day.open.length === 0
  const marks = [day.day === view.today ? 'is-today' : '', other ? 'is-other' : '']
    .filter(Boolean)
    .join(' ')
  return (
    <td className={marks}>
      <button type="button" className="cweek-day" onClick={() => onDay(day.day)}>
        {Number(day.day.slice(8))}
        <small className={closed ? 'is-closed' : undefined}>
          {closed ? (day.because?.[lang] ?? t(words.closed)) : times.lunar(day.day).slice(-2)}
        </small>
      </button>
      <ul>
        {shown
          .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
          .map((one) => (
            <li key={one.id}>
              <Link
                className={`cweek-line${one.cancelled ? ' is-off' : ''}${one.themeId === null ? '' : ' is-theme'}`}
                to={paths.open.session(view.community.code, one.id)}
              >
                <span>{times.clock(one.startsAt)}</span> <b>{one.title[lang]}</b>
                {one.cancelled && <em>{t(words.cancelled)}</em>}
              </Link>
            </li>
          ))}
        {all.length > shown.length && (
          <li className="k-note">{t(words.more, { count: all.length - shown.length })}</li>
        )}
      </ul>
    </td>
  )
}
