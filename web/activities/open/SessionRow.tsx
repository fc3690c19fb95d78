// One session as a row: when, what, where; cancelled ones struck through and said.
import { Link } from 'react-router'
import type { RoomLine, SessionLine } from '#core/activities/contract-programme.ts'
import type { Lang } from '#core/kit/words.ts'
import { type Say, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useSessionTimes } from './times.ts'
import { weekWords } from './words-open.ts'
import './week.css'

export function whereOf(view: { rooms: RoomLine[] }, session: SessionLine, lang: Lang): string {
  const room = view.rooms.find((one) => one.id === session.roomId)
  return room === undefined ? (session.place ?? '') : `${room.floorName[lang]} ${room.name[lang]}`
}

/** Places left, as far as there is anything to say. */
export function seatWords(session: SessionLine, t: Say): string {
  if (session.cancelled) return ''
  if (session.registration === 'none') return t(weekWords.comeIn)
  if (session.seats === null) return ''
  const left = session.seats - session.booked
  return left > 0 ? t(weekWords.left, { count: left }) : t(weekWords.full)
}

type Props = {
  code: string
  zone: string
  session: SessionLine
  where: string
  note?: string
  /** Where rows of several days stand together. */
  withDay?: boolean
}

export function SessionRow({ code, zone, session, where, note = '', withDay = false }: Props) {
  const { t, lang } = useWords()
  const times = useSessionTimes(zone)
  const day = withDay ? `${times.day(session.day)} ${times.weekdayOf(session.day)} ` : ''
  return (
    <li>
      <Link
        className={`week-row${session.cancelled ? ' is-off' : ''}`}
        to={paths.open.session(code, session.id)}
      >
        <span className="week-time">
          {day}
          {times.clock(session.startsAt)}
        </span>
        <span className={session.themeId === null ? 'week-what' : 'week-what is-theme'}>
          {session.cancelled ? <s>{session.title[lang]}</s> : <b>{session.title[lang]}</b>}
          {session.cancelled && <em className="week-mark">{t(weekWords.cancelled)}</em>}
          {!session.cancelled && session.movedFrom !== null && (
            <em className="week-mark">{t(weekWords.moved)}</em>
          )}
          <small>{[where, note].filter(Boolean).join(' · ')}</small>
        </span>
      </Link>
    </li>
  )
}
