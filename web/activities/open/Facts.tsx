// When, where, who: the facts of a session in the order in which people ask.
import { Link } from 'react-router'
import type { SessionLine, SessionPage } from '#core/activities/contract-programme.ts'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { seatWords } from './SessionRow.tsx'
import { useSessionTimes } from './times.ts'
import { weekWords } from './words-open.ts'

export function whoOf(lecturer: SessionLine['lecturer']): string {
  if (lecturer === null) return ''
  const { organisation, role, shown } = lecturer
  return [`${organisation ?? ''}${role ?? ''}`, shown ?? ''].filter(Boolean).join(' ')
}

export function Facts({ page }: { page: SessionPage }) {
  const { t, lang } = useWords()
  const times = useSessionTimes(page.timeZone)
  const { session, room, centre } = page
  const { code } = page.community
  const who = whoOf(session.lecturer)
  const place = room === null ? (session.place ?? '') : `${room.floorName[lang]} ${room.name[lang]}`
  const reach = room?.stepFree ? t(weekWords.stepFree) : centre.lift ? t(weekWords.lift) : ''
  return (
    <dl className="week-facts">
      <div>
        <dt>{t(weekWords.when)}</dt>
        <dd className="is-main">{times.when(session)}</dd>
      </div>
      <div>
        <dt>{t(weekWords.where)}</dt>
        <dd>
          <b>{place}</b> {reach}
        </dd>
        <dd>
          <Link className="k-link open-inline" to={paths.open.centre(code)}>
            {centre.name[lang]} · {centre.address}
          </Link>
        </dd>
      </div>
      {who !== '' && (
        <div>
          <dt>{t(weekWords.who)}</dt>
          <dd>{who}</dd>
        </div>
      )}
      {page.materials !== null && page.materials !== '' && (
        <div>
          <dt>{t(weekWords.bring)}</dt>
          <dd>{page.materials}</dd>
        </div>
      )}
      {page.rule !== null && (
        <div>
          <dt>{t(weekWords.every)}</dt>
          <dd>
            <Link className="k-link open-inline" to={paths.open.series(code, session.seriesId)}>
              {page.rule[lang]} · {session.seriesTitle[lang]}
            </Link>
          </dd>
        </div>
      )}
      {page.group !== null && (
        <div>
          <dt>{t(weekWords.group)}</dt>
          <dd>
            <Link className="k-link open-inline" to={paths.open.group(code, page.group.id)}>
              {page.group.name[lang]}
            </Link>
          </dd>
        </div>
      )}
      {!page.over && !session.cancelled && (
        <div>
          <dd>
            {t(weekWords.free)} · {seatWords(session, t)}
          </dd>
        </div>
      )}
    </dl>
  )
}
