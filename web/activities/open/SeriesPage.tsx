// A series: what it is about, when it takes place, what comes next and what was.
import { Link, useParams } from 'react-router'
import { type SeriesPage as PageView, readSeriesPage } from '#core/activities/contract-programme.ts'
import { OpenPage, Part } from '#web/kit/ui/OpenPage.tsx'
import { useWords } from '#web/kit/language.ts'
import { files, paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { CentreWays } from './CentreWays.tsx'
import { whoOf } from './Facts.tsx'
import { SessionRow, seatWords } from './SessionRow.tsx'
import { Subscribe } from './Subscribe.tsx'
import { useSessionTimes } from './times.ts'
import { openRefusals, weekWords } from './words-open.ts'

export function SeriesPage() {
  const { code = '', id = '' } = useParams()
  const { t, lang } = useWords()
  const answer = useEndpoint(readSeriesPage, { code, id })
  const page = answer.data
  const times = useSessionTimes(page?.timeZone ?? 'Asia/Shanghai')
  const aloud = () =>
    page === undefined
      ? ''
      : [
          page.rule?.[lang] ?? '',
          ...page.coming.slice(0, 3).map((one) => `${times.when(one)}，${one.title[lang]}`),
        ].join('。')
  return (
    <OpenPage
      title={page?.title[lang] ?? t(weekWords.every)}
      up={paths.open.week(code)}
      aloud={aloud}
    >
      {page !== undefined ? (
        <Series page={page} />
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

function Series({ page }: { page: PageView }) {
  const { t, lang } = useWords()
  const { elder } = useSettings()
  const { code } = page.community
  const who = whoOf(page.lecturer)
  const room = page.room === null ? '' : `${page.room.floorName[lang]} ${page.room.name[lang]}`
  const coming = elder === null ? page.coming : page.coming.slice(0, 3)
  return (
    <>
      <Part>
        {page.rule !== null && <p className="open-lead">{page.rule[lang]}</p>}
        <p>
          {[room, page.centre.name[lang], who].filter(Boolean).join(' · ')}
          {page.held > 0 && ` · ${t(weekWords.heldSoFar, { count: page.held })}`}
        </p>
        {page.about !== null && <p className="k-sub">{page.about}</p>}
        {page.group !== null && (
          <Link className="k-link open-inline" to={paths.open.group(code, page.group.id)}>
            {page.group.name[lang]}
          </Link>
        )}
      </Part>
      <Part>
        <SectionHeading>{t(weekWords.comingOnes)}</SectionHeading>
        {coming.length === 0 ? (
          <Empty title={t(weekWords.nothing)} then={t(weekWords.nothingThen)} />
        ) : (
          <ul>
            {coming.map((one) => (
              <SessionRow
                key={one.id}
                code={code}
                zone={page.timeZone}
                session={one}
                where=""
                note={seatWords(one, t)}
                withDay
              />
            ))}
          </ul>
        )}
      </Part>
      <Part tone="raised">
        <CentreWays centre={page.centre} code={code} />
      </Part>
      {elder === null && page.past.length > 0 && (
        <Part>
          <SectionHeading>{t(weekWords.pastOnes)}</SectionHeading>
          <ul>
            {page.past.map((one) => (
              <SessionRow
                key={one.id}
                code={code}
                zone={page.timeZone}
                session={one}
                where=""
                withDay
              />
            ))}
          </ul>
        </Part>
      )}
      {elder === null && (
        <Part>
          <Subscribe address={files.calendar(code, { kind: 'series', id: page.id })} />
        </Part>
      )}
    </>
  )
}
