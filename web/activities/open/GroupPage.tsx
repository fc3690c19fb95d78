// A group of residents: what it does, whom to ask as he wants to be called, when it meets.
import { useParams } from 'react-router'
import { type GroupPage as PageView, readGroupPage } from '#core/activities/contract-programme.ts'
import { OpenPage, Part } from '#web/kit/ui/OpenPage.tsx'
import { useWords } from '#web/kit/language.ts'
import { files, paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { ButtonLink } from '#web/kit/ui/Button.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { CentreWays } from './CentreWays.tsx'
import { SessionRow } from './SessionRow.tsx'
import { Subscribe } from './Subscribe.tsx'
import { useSessionTimes } from './times.ts'
import { borrowWords } from './words-borrow.ts'
import { openRefusals, weekWords } from './words-open.ts'

export function GroupPage() {
  const { code = '', id = '' } = useParams()
  const { t, lang } = useWords()
  const answer = useEndpoint(readGroupPage, { code, id })
  const page = answer.data
  const times = useSessionTimes(page?.timeZone ?? 'Asia/Shanghai')
  const aloud = () =>
    page === undefined
      ? ''
      : [
          page.about ?? '',
          ...page.coming.slice(0, 3).map((one) => `${times.when(one)}，${one.title[lang]}`),
        ].join('。')
  return (
    <OpenPage
      title={page?.name[lang] ?? t(weekWords.group)}
      up={paths.open.week(code)}
      aloud={aloud}
    >
      {page !== undefined ? (
        <Group page={page} />
      ) : answer.error ? (
        <Problem
          error={answer.error}
          refusals={openRefusals}
          onRetry={() => void answer.refetch()}
        />
      ) : (
        <Loading lines={5} />
      )}
    </OpenPage>
  )
}

function Group({ page }: { page: PageView }) {
  const { t } = useWords()
  const { elder } = useSettings()
  const times = useSessionTimes(page.timeZone)
  const { code } = page.community
  const facts = [
    page.leader === null ? '' : t(weekWords.leader, { post: page.leaderPost, name: page.leader }),
    page.members === null ? '' : t(weekWords.members, { count: page.members }),
    t(weekWords.since, { day: times.day(page.foundedOn) }),
  ].filter(Boolean)
  const coming = elder === null ? page.coming : page.coming.slice(0, 3)
  return (
    <>
      <Part>
        {page.endedOn !== null && <Notice tone="zhe" title={t(weekWords.ended)} />}
        <p>{facts.join(' · ')}</p>
        {page.about !== null && <p className="k-sub">{page.about}</p>}
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
                withDay
              />
            ))}
          </ul>
        )}
      </Part>
      <Part tone="raised">
        {page.endedOn === null && (
          <ButtonLink big to={paths.open.borrow(code, page.id)}>
            {t(borrowWords.forGroup)}
          </ButtonLink>
        )}
        <CentreWays centre={page.centre} code={code} />
      </Part>
      {elder === null && (
        <Part>
          <Subscribe address={files.calendar(code, { kind: 'group', id: page.id })} />
        </Part>
      )}
    </>
  )
}
