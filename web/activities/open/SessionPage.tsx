// One session: what, when, where, who speaks, how many places are left; then three ways to keep one. After it, two taps
// of how it was.
import { useParams } from 'react-router'
import {
  type SessionPage as PageView,
  readSessionPage,
} from '#core/activities/contract-programme.ts'
import { OpenPage, Part } from '#web/kit/ui/OpenPage.tsx'
import { useWords } from '#web/kit/language.ts'
import { files, paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading, Problem } from '#web/kit/ui/States.tsx'
import { CentreWays } from './CentreWays.tsx'
import { Facts, whoOf } from './Facts.tsx'
import { Feedback } from './Feedback.tsx'
import { Register } from './Register.tsx'
import { SessionRow, seatWords } from './SessionRow.tsx'
import { Subscribe } from './Subscribe.tsx'
import { useSessionTimes } from './times.ts'
import { openRefusals, weekWords } from './words-open.ts'

export function SessionPage() {
  const { code = '', id = '' } = useParams()
  const { t, lang } = useWords()
  const answer = useEndpoint(readSessionPage, { code, id })
  const page = answer.data
  const times = useSessionTimes(page?.timeZone ?? 'Asia/Shanghai')
  const aloud = () => (page === undefined ? '' : spoken(page))
  const spoken = (known: PageView) =>
    [
      known.session.cancelled ? t(weekWords.cancelled) : '',
      known.session.why === null ? '' : t(weekWords.because, { why: known.session.why[lang] }),
      times.when(known.session),
      placeOf(known, lang),
      whoOf(known.session.lecturer),
      t(weekWords.free),
      seatWords(known.session, t),
      t(weekWords.callCentre),
      known.centre.phone ?? '',
    ]
      .filter(Boolean)
      .join('。')
  return (
    <OpenPage
      title={page?.session.title[lang] ?? t(weekWords.thisWeek)}
      up={paths.open.week(code)}
      {...(page === undefined ? {} : { aloud })}
    >
      {page !== undefined ? (
        <Session page={page} />
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

export function placeOf({ room, session, centre }: PageView, lang: 'zh' | 'en'): string {
  const place = room === null ? session.place : `${room.floorName[lang]} ${room.name[lang]}`
  return [place, centre.name[lang]].filter(Boolean).join(lang === 'zh' ? '，' : ', ')
}

function Session({ page }: { page: PageView }) {
  const { elder } = useSettings()
  const { code } = page.community
  const { session, over } = page
  const open = !over && !session.cancelled && session.registration === 'open'
  const hours = page.counter.map(([from, to]) => `${from}–${to}`).join(' ')
  return (
    <>
      <Part>
        <State page={page} />
        <Facts page={page} />
      </Part>
      {open && (
        <div id="register">
          <Part tone="raised">
            <Register page={page} />
          </Part>
        </div>
      )}
      {over && !session.cancelled && (
        <Part tone="raised">
          <Feedback sessionId={session.id} />
        </Part>
      )}
      <Part>
        <CentreWays
          centre={page.centre}
          code={code}
          hours={hours}
          onlineTo={open ? '#register' : paths.open.week(code)}
        />
      </Part>
      <About page={page} />
      <Next page={page} />
      {elder === null && <TakeHome page={page} />}
    </>
  )
}

function State({ page: { session, over, timeZone } }: { page: PageView }) {
  const { t, lang } = useWords()
  const times = useSessionTimes(timeZone)
  const why = session.why === null ? undefined : t(weekWords.because, { why: session.why[lang] })
  if (session.cancelled)
    return (
      <Notice tone="zhe" title={t(weekWords.cancelled)}>
        {why}
      </Notice>
    )
  if (over) return <Notice title={t(weekWords.over)} />
  if (session.movedFrom === null) return null
  const { movedFrom } = session
  const when = `${times.day(movedFrom.slice(0, 10))} ${times.clock(movedFrom)}`
  return (
    <Notice tone="zhe" title={t(weekWords.moved)}>
      {t(weekWords.movedFrom, { when })} {why}
    </Notice>
  )
}

function About({ page }: { page: PageView }) {
  const { t } = useWords()
  const points = (page.about ?? '').split(/\n+/).filter(Boolean)
  if (points.length === 0) return null
  return (
    <Part>
      <SectionHeading>{t(weekWords.about)}</SectionHeading>
      <ul className="week-points">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </Part>
  )
}

function Next({ page }: { page: PageView }) {
  const { t } = useWords()
  const { elder } = useSettings()
  // For elders one after this is enough to choose from.
  const next = elder === null ? page.next : page.next.slice(0, 1)
  if (next.length === 0) return null
  return (
    <Part>
      <SectionHeading>{t(weekWords.comingOnes)}</SectionHeading>
      <ul>
        {next.map((one) => (
          <SessionRow
            key={one.id}
            code={page.community.code}
            zone={page.timeZone}
            session={one}
            where=""
            note={seatWords(one, t)}
            withDay
          />
        ))}
      </ul>
    </Part>
  )
}

function TakeHome({ page }: { page: PageView }) {
  const { t, lang } = useWords()
  const { code } = page.community
  return (
    <Part>
      <SectionHeading>{t(weekWords.takeHome)}</SectionHeading>
      <a className="k-link open-inline" href={files.poster(code, page.session.id, { lang })}>
        {t(weekWords.poster)}
      </a>
      <Subscribe address={files.calendar(code, { kind: 'series', id: page.session.seriesId })} />
    </Part>
  )
}
