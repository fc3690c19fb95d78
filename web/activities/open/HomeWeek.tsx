// This week's lecture on the community's home: one tap leads to it, another to the whole week. For elders it is one of
// five things to choose.
import { Link } from 'react-router'
import {
  type ProgrammeView,
  type SessionLine,
  readProgramme,
} from '#core/activities/contract-programme.ts'
import { Part } from '#web/kit/ui/OpenPage.tsx'
import { useWords } from '#web/kit/language.ts'
import { useNow } from '#web/kit/now.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { ReadAloud } from '#web/kit/ui/ReadAloud.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Choice } from '#web/kit/ui/Ways.tsx'
import { useSessionTimes } from './times.ts'
import { weekWords } from './words-open.ts'
import './week.css'

/** The next lecture of this week and the one after; else whatever everybody is asked to; else nothing. */
export function lectureOf(view: ProgrammeView, now: string): SessionLine | null {
  const coming = view.sessions.filter(
    (one) => !one.cancelled && one.endsAt > now && one.kind !== 'selfRun',
  )
  return (
    coming.find((one) => one.kind === 'lecture') ??
    coming.find((one) => one.themeId !== null) ??
    coming[0] ??
    null
  )
}

export function HomeWeek({ code }: { code: string }) {
  const { elder } = useSettings()
  const at = useNow()
  const view = useEndpoint(readProgramme, { code, days: 14 }).data
  // The news do not wait for the programme, and a community without a centre has none.
  if (view === undefined || view.centre === null) return null
  const lecture = lectureOf(view, at)
  return elder === null ? (
    <InNews code={code} view={view} lecture={lecture} />
  ) : (
    <ForElders code={code} view={view} lecture={lecture} />
  )
}

type Props = { code: string; view: ProgrammeView; lecture: SessionLine | null }

function placeOf(view: ProgrammeView, session: SessionLine, lang: 'zh' | 'en'): string {
  const room = view.rooms.find((one) => one.id === session.roomId)
  return room === undefined ? (session.place ?? '') : `${room.floorName[lang]} ${room.name[lang]}`
}

function InNews({ code, view, lecture }: Props) {
  const { t, lang } = useWords()
  const times = useSessionTimes(view.timeZone)
  const end = (
    <Link className="k-link open-inline" to={paths.open.week(code, lecture?.day)}>
      {t(weekWords.allWeek)}
    </Link>
  )
  const heading = lecture?.kind === 'lecture' ? weekWords.nextUp : weekWords.nextUpAny
  if (lecture === null)
    return (
      <Part>
        <SectionHeading end={end}>{t(weekWords.thisWeek)}</SectionHeading>
        <p className="k-compact k-sub">{t(weekWords.nothing)}</p>
      </Part>
    )
  const where = placeOf(view, lecture, lang)
  const aloud = `${t(heading)}。${lecture.title[lang]}。${times.when(lecture)}。${where}`
  return (
    <Part>
      <SectionHeading end={end}>{t(heading)}</SectionHeading>
      <Link className="week-lead" to={paths.open.session(code, lecture.id)}>
        <b>{lecture.title[lang]}</b>
        <span>
          {times.when(lecture)} · {where}
        </span>
      </Link>
      <ReadAloud text={aloud} />
    </Part>
  )
}

function ForElders({ code, view, lecture }: Props) {
  const { t, lang } = useWords()
  const times = useSessionTimes(view.timeZone)
  return (
    <Choice
      icon="calendar"
      title={t(weekWords.homeChoice)}
      note={
        lecture === null
          ? t(weekWords.homeChoiceNone)
          : `${times.short(lecture)} ${lecture.title[lang]}`
      }
      to={paths.open.week(code, lecture?.day)}
    />
  )
}
