// Mark, rooms, place and time, who you are and in which duty; under it the only 文武线 of the page.
import { type ReactNode } from 'react'
import { Link, useLocation } from 'react-router'
import { useTimes, useWords } from '../language.ts'
import type { Line } from '../live.ts'
import { useNow } from '../now.ts'
import { kitWords } from '../words.ts'
import { Mark } from './Mark.tsx'
import { Status } from './Status.tsx'
import './masthead.css'

export type Room = {
  label: string
  to: string
  end?: boolean
  /** Where pages of the room stand besides under its own address. */
  also?: readonly string[]
}

type Props = {
  home: string
  rooms: Room[]
  /** 指挥中心夜班 */
  duty?: string
  /** 陈调度 */
  name?: string
  line?: Line | null
  /** Before the clock: search, breadcrumb, paging. */
  children?: ReactNode
  /** After the name: the settings. */
  end?: ReactNode
}

export function Masthead({ home, rooms, duty, name, line, children, end }: Props) {
  const { t } = useWords()
  const { pathname } = useLocation()
  const isHere = ({ to, end = false, also = [] }: Room) =>
    pathname === to ||
    [...(end ? [] : [`${to}/`]), ...also].some((path) => pathname.startsWith(path))
  return (
    <>
      <header className="k-mast">
        <Link className="k-mast-logo" to={home}>
          <Mark />
          <span>{t(kitWords.linli)}</span>
        </Link>
        <nav aria-label={t(kitWords.linli)}>
          {rooms.map((room) => (
            <Link
              key={room.to}
              to={room.to}
              {...(isHere(room) && { 'aria-current': 'page' as const })}
            >
              {room.label}
            </Link>
          ))}
        </nav>
        <div className="k-mast-end">
          {children}
          <Clock />
          {line && <LineState line={line} />}
          {name !== undefined && (
            <span>
              {duty !== undefined && `${duty} · `}
              <b>{name}</b>
            </span>
          )}
          {end}
        </div>
      </header>
      <div className="k-wenwu k-mast-rule" />
    </>
  )
}

export function Clock() {
  const times = useTimes()
  const at = useNow(10_000)
  return (
    <span className="k-clock">
      <span>{times.mast(at)} </span>
      <b>{times.clock(at)}</b>
    </span>
  )
}

/** 实时, or 断开 and since when. Figures stay as they were; they never go blank. */
export function LineState({ line }: { line: Line }) {
  const { t } = useWords()
  const times = useTimes()
  if (line.state === 'connecting') return null
  return line.state === 'live' ? (
    <Status shape="disc" tone="accent" size={13}>
      {t(kitWords.live)}
    </Status>
  ) : (
    <Status shape="ring" tone="zhe" size={13}>
      {t(kitWords.broken, { time: times.clock(line.since) })}
    </Status>
  )
}

/** The head of a phone's page: back, what it is, and one thing at the right. */
export function PhoneHead({
  title,
  back,
  end,
}: {
  title: ReactNode
  back?: ReactNode
  end?: ReactNode
}) {
  return (
    <>
      <header className="k-phone-head">
        {back}
        <h1>{title}</h1>
        {end !== undefined && <div className="k-phone-head-end">{end}</div>}
      </header>
      <div className="k-wenwu k-phone-rule" />
    </>
  )
}

/** The name-plate of a community's newspaper: the name large, under it the day. */
export function NamePlate({ name, line }: { name: string; line: ReactNode }) {
  return (
    <>
      <header className="k-plate">
        <h1>{name}</h1>
        <p>{line}</p>
      </header>
      <div className="k-wenwu k-phone-rule" />
    </>
  )
}
