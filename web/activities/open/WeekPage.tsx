// The week as a column of a newspaper: day by day, what takes place, where, and whether there is a place left. For
// elders the next few as things to choose, the rest below.
import { useParams, useSearchParams } from 'react-router'
import {
  type ProgrammeView,
  type SessionLine,
  readProgramme,
} from '#core/activities/contract-programme.ts'
import { nextDate } from '#core/kit/time.ts'
import { OpenPage, Part } from '#web/kit/ui/OpenPage.tsx'
import { useWords } from '#web/kit/language.ts'
import { useNow } from '#web/kit/now.ts'
import { files, paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { ButtonLink } from '#web/kit/ui/Button.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { Choice } from '#web/kit/ui/Ways.tsx'
import { CentreWays } from './CentreWays.tsx'
import { lectureOf } from './HomeWeek.tsx'
import { SessionRow, seatWords, whereOf } from './SessionRow.tsx'
import { Subscribe } from './Subscribe.tsx'
import { mondayOf, useSessionTimes } from './times.ts'
import { openRefusals, weekWords } from './words-open.ts'

export function WeekPage() {
  const { code = '' } = useParams()
  const { t, lang } = useWords()
  const [query] = useSearchParams()
  const from = query.get('from')
  const answer = useEndpoint(readProgramme, {
    code,
    ...(from === null ? {} : { from: mondayOf(from) }),
  })
  const view = answer.data
  const at = useNow()
  const times = useSessionTimes(view?.timeZone ?? 'Asia/Shanghai')
  const aloud = () =>
    view === undefined
      ? t(weekWords.nothing)
      : comingOf(view, at)
          .slice(0, 8)
          .map((one) => `${times.short(one)}，${one.title[lang]}，${whereOf(view, one, lang)}`)
          .join('。') || t(weekWords.nothing)
  return (
    <OpenPage
      title={
        view === undefined
          ? t(weekWords.week)
          : t(weekWords.weekOf, { name: view.community.name[lang] })
      }
      up={paths.open.community(code)}
      aloud={aloud}
    >
      {view !== undefined ? (
        <Week view={view} />
      ) : answer.error ? (
        <Problem
          error={answer.error}
          refusals={openRefusals}
          onRetry={() => void answer.refetch()}
        />
      ) : (
        <Loading lines={6} />
      )}
    </OpenPage>
  )
}

const comingOf = (view: ProgrammeView, at: string) => view.sessions.filter((one) => one.endsAt > at)

function Week({ view }: { view: ProgrammeView }) {
  const { t } = useWords()
  const { elder } = useSettings()
  const at = useNow()
  if (view.centre === null && view.sessions.length === 0)
    return (
      <Part>
        <Empty title={t(weekWords.noCentre)} then={t(weekWords.nothingThen)} />
      </Part>
    )
  return (
    <>
      {elder === null ? <Turning view={view} /> : <NextFew view={view} at={at} />}
      {elder === null ? (
        <Days view={view} />
      ) : (
        <Part>
          <details className="open-more">
            <summary>{t(weekWords.allWeek)}</summary>
            <Days view={view} />
            <Turning view={view} />
          </details>
        </Part>
      )}
      <Part tone="raised">
        <CentreWays centre={view.centre} code={view.community.code} />
      </Part>
      <TakeHome view={view} />
    </>
  )
}

/** At most four: with the telephone that makes five things to choose. */
function NextFew({ view, at }: { view: ProgrammeView; at: string }) {
  const { t, lang } = useWords()
  const times = useSessionTimes(view.timeZone)
  const lecture = lectureOf(view, at)
  const coming = comingOf(view, at).filter((one) => !one.cancelled && one.kind !== 'selfRun')
  const few = [
    ...(lecture === null ? [] : [lecture]),
    ...coming.filter((one) => one.id !== lecture?.id),
  ].slice(0, 4)
  if (few.length === 0)
    return (
      <Part>
        <Empty title={t(weekWords.nothing)} then={t(weekWords.nothingThen)} />
      </Part>
    )
  return (
    <Part>
      <div className="k-choices">
        {few.map((one) => (
          <Choice
            key={one.id}
            main={one.id === lecture?.id}
            icon="calendar"
            title={one.title[lang]}
            note={`${times.short(one)} · ${whereOf(view, one, lang)}`}
            to={paths.open.session(view.community.code, one.id)}
          />
        ))}
      </div>
    </Part>
  )
}

function Turning({ view }: { view: ProgrammeView }) {
  const { t } = useWords()
  const times = useSessionTimes(view.timeZone)
  const { code } = view.community
  const thisWeek = mondayOf(view.today)
  return (
    <nav className="week-turn k-screen-only" aria-label={t(weekWords.week)}>
      <ButtonLink look="quiet" icon="left" to={paths.open.week(code, nextDate(view.from, -7))}>
        {t(weekWords.before)}
      </ButtonLink>
      <b>
        {times.day(view.from)}–{times.day(view.to)}
      </b>
      <ButtonLink look="quiet" icon="right" to={paths.open.week(code, nextDate(view.from, 7))}>
        {t(weekWords.after)}
      </ButtonLink>
      {view.from !== thisWeek && (
        <ButtonLink look="quiet" to={paths.open.week(code)}>
          {t(weekWords.now)}
        </ButtonLink>
      )}
    </nav>
  )
}

function Days({ view }: { view: ProgrammeView }) {
  const { t } = useWords()
  if (view.sessions.length === 0)
    return (
      <Part>
        <Empty title={t(weekWords.nothing)} then={t(weekWords.nothingThen)} />
      </Part>
    )
  return view.days.map((day) => {
    const sessions = view.sessions.filter((one) => one.day === day.day)
    const closed = day.open.length === 0
    return sessions.length === 0 && !closed ? null : (
      <Day key={day.day} view={view} day={day} sessions={sessions} />
    )
  })
}

type DayProps = {
  view: ProgrammeView
  day: ProgrammeView['days'][number]
  sessions: SessionLine[]
}

function Day({ view, day, sessions }: DayProps) {
  const { t, lang } = useWords()
  const times = useSessionTimes(view.timeZone)
  const closed = day.open.length === 0
  const end = closed ? (day.because?.[lang] ?? t(weekWords.closed)) : times.lunar(day.day)
  return (
    <Part>
      <SectionHeading end={end}>
        {times.day(day.day)} {times.weekdayOf(day.day)}
        {day.day === view.today && <span className="week-today">{t(weekWords.today)}</span>}
      </SectionHeading>
      {closed && sessions.length === 0 && <p className="k-compact k-sub">{t(weekWords.closed)}</p>}
      <ul>
        {sessions.map((one) => (
          <SessionRow
            key={one.id}
            code={view.community.code}
            zone={view.timeZone}
            session={one}
            where={whereOf(view, one, lang)}
            note={seatWords(one, t)}
          />
        ))}
      </ul>
    </Part>
  )
}

function TakeHome({ view }: { view: ProgrammeView }) {
  const { t, lang } = useWords()
  const { code } = view.community
  const query = { from: view.from, lang }
  return (
    <Part>
      <SectionHeading>{t(weekWords.takeHome)}</SectionHeading>
      <ul className="week-files k-screen-only">
        <li>
          <a className="k-link open-inline" href={files.weekPoster(code, query)}>
            {t(weekWords.poster)}
          </a>
        </li>
        <li>
          <a className="k-link open-inline" href={files.weekSheet(code, query)}>
            {t(weekWords.weekSheet)}
          </a>
        </li>
        <li>
          <a className="k-link open-inline" href={files.monthSheet(code, query)}>
            {t(weekWords.monthSheet)}
          </a>
        </li>
      </ul>
      <Subscribe address={files.calendar(code)} />
    </Part>
  )
}
