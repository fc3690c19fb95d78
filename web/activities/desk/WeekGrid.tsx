// Rooms by floor beside the days: a table, since that is what it is, with the room as the head of its row.
import { Link } from 'react-router'
import type {
  IdleLine,
  LentLine,
  ProgrammeView,
  RoomLine,
  SessionLine,
} from '#core/activities/contract-programme.ts'
import { localDate } from '#core/kit/time.ts'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useSessionTimes } from '../open/times.ts'
import { deskWeekWords as words } from './words-week.ts'

const entriesMax = 6

export function WeekGrid({ view }: { view: ProgrammeView }) {
  const known = new Set(view.rooms.map((room) => room.id))
  const outside = view.sessions.some((one) => one.roomId === null || !known.has(one.roomId))
  return (
    <div
      className="cweek-scroll"
      tabIndex={0}
      role="region"
      aria-label={view.centre?.name.zh ?? ''}
    >
      <table className={`cweek-grid${view.days.length === 1 ? ' is-day' : ''}`}>
        <colgroup>
          <col className="cweek-floor-col" />
          <col className="cweek-room-col" />
        </colgroup>
        <thead>
          <tr>
            <td colSpan={2} />
            {view.days.map((day) => (
              <DayHead key={day.day} view={view} day={day} />
            ))}
          </tr>
        </thead>
        <tbody>
          {view.rooms.map((room, i) => (
            <RoomRow
              key={room.id}
              view={view}
              room={room}
              first={view.rooms[i - 1]?.floor !== room.floor}
            />
          ))}
          {outside && <Elsewhere view={view} known={known} />}
        </tbody>
      </table>
    </div>
  )
}

function DayHead({ view, day }: { view: ProgrammeView; day: ProgrammeView['days'][number] }) {
  const { t, lang } = useWords()
  const times = useSessionTimes(view.timeZone)
  const closed = day.open.length === 0
  const note = closed ? (day.because?.[lang] ?? t(words.closed)) : times.lunar(day.day).slice(-2)
  return (
    <th scope="col" className={day.day === view.today ? 'is-today' : undefined}>
      <span className="cweek-date">{Number(day.day.slice(8))}</span>
      <span>
        {times.weekdayOf(day.day)}
        <small className={closed ? 'is-closed' : undefined}>{note}</small>
      </span>
      {day.day === view.today && <em>{t(words.today)}</em>}
    </th>
  )
}

function RoomRow({ view, room, first }: { view: ProgrammeView; room: RoomLine; first: boolean }) {
  const { t, lang } = useWords()
  const note = room.note?.[lang] ?? ''
  // Where the note says the seats already, they are not said twice.
  const told = room.seats === null || note.includes(String(room.seats))
  const notes = [note, told ? '' : t(words.seats, { count: room.seats ?? 0 })]
  return (
    <tr className={first ? 'is-floor' : undefined}>
      <td className="cweek-floor">{first && room.floorName[lang]}</td>
      <th scope="row">
        {room.name[lang]}
        <small>{notes.filter(Boolean).join(' · ')}</small>
      </th>
      {view.days.map(({ day }) => (
        <td key={day} className={day === view.today ? 'is-today' : undefined}>
          <Cell
            view={view}
            sessions={view.sessions.filter((one) => one.roomId === room.id && one.day === day)}
            lent={view.lent.filter(
              (one) => one.roomId === room.id && localDate(one.startsAt, view.timeZone) === day,
            )}
            idle={view.idle.filter((one) => one.roomId === room.id && one.day === day)}
          />
        </td>
      ))}
    </tr>
  )
}

function Elsewhere({ view, known }: { view: ProgrammeView; known: ReadonlySet<string> }) {
  const { t } = useWords()
  return (
    <tr className="is-floor">
      <td className="cweek-floor" />
      <th scope="row">{t(words.elsewhere)}</th>
      {view.days.map(({ day }) => (
        <td key={day} className={day === view.today ? 'is-today' : undefined}>
          <Cell
            view={view}
            sessions={view.sessions.filter(
              (one) => one.day === day && (one.roomId === null || !known.has(one.roomId)),
            )}
            lent={[]}
            idle={[]}
          />
        </td>
      ))}
    </tr>
  )
}

type CellProps = {
  view: ProgrammeView
  sessions: SessionLine[]
  lent: LentLine[]
  idle: IdleLine[]
}

function Cell({ view, sessions, lent, idle }: CellProps) {
  const { t } = useWords()
  const all = [
    ...sessions.map((session) => ({
      at: session.startsAt,
      key: session.id,
      is: <Entry view={view} session={session} />,
    })),
    ...lent.map((one) => ({ at: one.startsAt, key: one.id, is: <Lent view={view} lent={one} /> })),
  ].toSorted((a, b) => (a.at < b.at ? -1 : 1))
  if (all.length === 0)
    return (
      <ul>
        {idle.slice(0, 2).map((one) => (
          <Idle key={one.from} view={view} idle={one} />
        ))}
      </ul>
    )
  return (
    <ul>
      {all.slice(0, entriesMax).map(({ key, is }) => (
        <li key={key}>{is}</li>
      ))}
      {all.length > entriesMax && (
        <li className="k-note">{t(words.more, { count: all.length - entriesMax })}</li>
      )}
    </ul>
  )
}

function Entry({ view, session }: { view: ProgrammeView; session: SessionLine }) {
  const { t, lang } = useWords()
  const times = useSessionTimes(view.timeZone)
  const { cancelled, themeId, seats, booked, waiting, kind, registration } = session
  const taken = seats === null || registration === 'none' ? '' : t(words.ofSeats, { booked, seats })
  const note = [
    taken,
    waiting > 0 ? t(words.waiting, { count: waiting }) : '',
    kind === 'selfRun' ? t(words.byThemselves) : '',
  ].filter(Boolean)
  const marks = `${themeId === null ? '' : ' is-theme'}${cancelled ? ' is-off' : ''}`
  return (
    <Link className={`cweek-entry${marks}`} to={paths.desk.activitySession(session.id)}>
      <span>{times.clock(session.startsAt)}</span>
      <b>{session.title[lang]}</b>
      {cancelled ? (
        <em>{t(words.cancelled)}</em>
      ) : (
        session.movedFrom !== null && <em>{t(words.moved)}</em>
      )}
      {!cancelled && note.length > 0 && <small>{note.join(' · ')}</small>}
    </Link>
  )
}

function Lent({ view, lent }: { view: ProgrammeView; lent: LentLine }) {
  const { t, lang } = useWords()
  const times = useSessionTimes(view.timeZone)
  return (
    <span className="cweek-entry">
      <span>{times.clock(lent.startsAt)}</span>
      <b>{lent.title?.[lang] ?? lent.group?.[lang] ?? t(words.lent)}</b>
      <small>{t(words.lent)}</small>
    </span>
  )
}

function Idle({ view, idle }: { view: ProgrammeView; idle: IdleLine }) {
  const { t } = useWords()
  const times = useSessionTimes(view.timeZone)
  const [from, to] = [times.clock(idle.from), times.clock(idle.to)]
  const whole = from.endsWith(':00') && to.endsWith(':00')
  return (
    <li className="cweek-idle">
      {whole
        ? t(words.idleHours, { from: from.slice(0, -3), to: to.slice(0, -3) })
        : t(words.idle, { from, to })}
    </li>
  )
}
