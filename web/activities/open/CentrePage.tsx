// The centre: where it is, when it is open, its floors and rooms, and how to borrow one.
import { useParams } from 'react-router'
import {
  type CentrePage as PageView,
  type RoomLine,
  readCentrePage,
} from '#core/activities/contract-programme.ts'
import { OpenPage, Part } from '#web/kit/ui/OpenPage.tsx'
import { useWords } from '#web/kit/language.ts'
import { files, paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { ButtonLink } from '#web/kit/ui/Button.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading, Problem } from '#web/kit/ui/States.tsx'
import { CentreWays } from './CentreWays.tsx'
import { Subscribe } from './Subscribe.tsx'
import { useSessionTimes } from './times.ts'
import { borrowWords } from './words-borrow.ts'
import { openRefusals, weekWords } from './words-open.ts'
import './week.css'

export function CentrePage() {
  const { code = '' } = useParams()
  const { t, lang } = useWords()
  const answer = useEndpoint(readCentrePage, { code })
  const page = answer.data
  const aloud = () =>
    page === undefined
      ? ''
      : [
          page.centre.address,
          page.centre.phone ?? '',
          ...page.floors.map(
            (floor) =>
              `${floor.name[lang]}：${floor.rooms.map((room) => room.name[lang]).join('、')}`,
          ),
          t(weekWords.borrowNote),
        ].join('。')
  return (
    <OpenPage
      title={page?.centre.name[lang] ?? t(weekWords.centre)}
      up={paths.open.week(code)}
      aloud={aloud}
    >
      {page !== undefined ? (
        <Centre page={page} />
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

function Centre({ page }: { page: PageView }) {
  const { t, lang } = useWords()
  const { elder } = useSettings()
  const { centre, community } = page
  return (
    <>
      <Part>
        <p className="open-lead">{centre.address}</p>
        <p className="k-compact k-sub">{centre.lift && t(weekWords.lift)}</p>
        <ButtonLink look="pri" big to={paths.open.week(community.code)}>
          {t(weekWords.thisWeek)}
        </ButtonLink>
      </Part>
      <Hours page={page} />
      <Part>
        <SectionHeading>{t(weekWords.rooms)}</SectionHeading>
        {page.floors.map((floor) => (
          <section key={floor.ordinal}>
            <h3 className="open-title">{floor.name[lang]}</h3>
            <Plan hash={floor.planPhoto} centre={centre.id} />
            <ul>
              {floor.rooms.map((room) => (
                <Room key={room.id} room={room} />
              ))}
            </ul>
          </section>
        ))}
        <Plan hash={page.planPhoto} centre={centre.id} />
      </Part>
      <Part tone="raised">
        <SectionHeading>{t(weekWords.borrow)}</SectionHeading>
        <p className="open-find-lead">{t(weekWords.borrowNote)}</p>
        <ButtonLink big to={paths.open.borrow(community.code)}>
          {t(borrowWords.go)}
        </ButtonLink>
        <CentreWays centre={centre} code={community.code} />
      </Part>
      {elder === null && (
        <Part>
          <Subscribe address={files.calendar(community.code, { kind: 'centre', id: centre.id })} />
        </Part>
      )}
    </>
  )
}

function Hours({ page }: { page: PageView }) {
  const { t, lang } = useWords()
  const times = useSessionTimes(page.timeZone)
  return (
    <Part>
      <SectionHeading>{t(weekWords.hours)}</SectionHeading>
      <dl className="week-hours">
        {page.days.map(({ day, open, because }) => (
          <div key={day}>
            <dt>
              {times.weekdayOf(day)} {times.day(day)}
            </dt>
            <dd>
              {open.length === 0
                ? `${t(weekWords.closed)}${because === null ? '' : ` · ${because[lang]}`}`
                : open.map(([from, to]) => `${from}–${to}`).join(lang === 'zh' ? '、' : ', ')}
            </dd>
          </div>
        ))}
      </dl>
    </Part>
  )
}

function Room({ room }: { room: RoomLine }) {
  const { t, lang } = useWords()
  const notes = [
    room.note?.[lang] ?? '',
    room.seats === null ? '' : t(weekWords.seats, { count: room.seats }),
    ...room.equipment,
    room.stepFree ? t(weekWords.stepFree) : '',
    room.lends ? (room.needsApproval ? t(weekWords.needsApproval) : '') : t(weekWords.notLent),
  ].filter(Boolean)
  return (
    <li className="week-room">
      <b>{room.name[lang]}</b>
      <small>{notes.join(' · ')}</small>
    </li>
  )
}

/** A plan is shown as far as its photo may be seen by anybody. */
function Plan({ hash, centre }: { hash: string | null; centre: string }) {
  const { t } = useWords()
  if (hash === null) return null
  return (
    <img
      className="week-plan"
      alt={t(weekWords.plan)}
      src={`/api/files/${hash}?of=centre-${centre}`}
      loading="lazy"
    />
  )
}
