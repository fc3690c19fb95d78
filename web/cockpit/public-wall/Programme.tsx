// What takes place at the centre today, and rooms residents have borrowed; what is over is gone. Else what comes next.
import {
  type LentLine,
  type ProgrammeView,
  type SessionLine,
  readProgramme,
} from '#core/activities/contract-programme.ts'
import type { WallView } from '#core/cockpit/contract-wall.ts'
import { openWallWords as words } from '#core/cockpit/words-wall.ts'
import { useWords } from '#web/kit/language.ts'
import { useNow } from '#web/kit/now.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { useWallTimes } from './wall-times.ts'

type Props = { view: WallView; most: number }

export function Programme({ view, most }: Props) {
  const { t } = useWords()
  const at = useNow()
  const code = view.area.code
  const found = useEndpoint(readProgramme, { code, days: 7 }, { refetchInterval: 120_000 }).data
  const hours = found?.days.find(({ day }) => day === view.today)?.open ?? []
  const said = hours.map(([from, to]) => `${from}–${to}`).join(' ')
  const none = found !== undefined && found.centre === null
  const end =
    found === undefined || none
      ? undefined
      : hours.length === 0
        ? t(words.programmeShut)
        : t(words.programmeOpen, { hours: said })
  return (
    <section className="owall-programme">
      <SectionHeading end={end}>{t(words.programme)}</SectionHeading>
      {none && <p className="owall-none">{t(words.noCentre)}</p>}
      {found !== undefined && !none && <Coming found={found} view={view} at={at} most={most} />}
    </section>
  )
}

type Item = { id: string; day: string; startsAt: string } & (
  | { session: SessionLine; lent: null }
  | { session: null; lent: LentLine }
)

function itemsOf(found: ProgrammeView, at: string, dayOf: (at: string) => string): Item[] {
  const sessions = found.sessions.map((session): Item => {
    const { id, day, startsAt } = session
    return { id, day, startsAt, session, lent: null }
  })
  const lent = found.lent.map((one): Item => {
    const { id, startsAt } = one
    return { id, day: dayOf(startsAt), startsAt, session: null, lent: one }
  })
  return [...sessions, ...lent]
    .filter((one) => (one.session ?? one.lent).endsAt > at)
    .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
}

type ComingProps = Props & { found: ProgrammeView; at: string }

function Coming({ found, view, at, most }: ComingProps) {
  const { t } = useWords()
  const times = useWallTimes(view.timeZone)
  const items = itemsOf(found, at, times.today)
  const today = items.filter(({ day }) => day === view.today)
  const shown = (today.length > 0 ? today : items).slice(0, today.length > 0 ? most : most - 1)
  if (shown.length === 0) return <p className="owall-none">{t(words.programmeNone)}</p>
  return (
    <>
      {today.length === 0 && <p className="owall-next">{t(words.programmeNext)}</p>}
      <ol className={today.length === 0 ? 'is-dated' : ''}>
        {shown.map((one) => (
          <Row key={one.id} one={one} found={found} view={view} dated={today.length === 0} />
        ))}
      </ol>
    </>
  )
}

type RowProps = { one: Item; found: ProgrammeView; view: WallView; dated: boolean }

function Row({ one, found, view, dated }: RowProps) {
  const { t, lang } = useWords()
  const times = useWallTimes(view.timeZone)
  const { session, lent } = one
  const roomId = (session ?? lent)?.roomId
  const room = found.rooms.find(({ id }) => id === roomId)
  const where = room ? `${room.floorName[lang]} ${room.name[lang]}` : (session?.place ?? '')
  const title = session?.title ?? lent?.title ?? lent?.group ?? words.lent
  const ends = (session ?? lent)?.endsAt ?? one.startsAt
  return (
    <li className={session?.cancelled ? 'is-off' : ''}>
      <time dateTime={one.startsAt}>
        {dated ? `${times.weekday(one.day)} ` : ''}
        {times.clock(one.startsAt)}
      </time>
      <p>
        <b>{title[lang]}</b>
        <span>
          {session?.cancelled
            ? t(words.cancelled)
            : `${t(words.until, { time: times.clock(ends) })} · ${where}`}
        </span>
      </p>
    </li>
  )
}
