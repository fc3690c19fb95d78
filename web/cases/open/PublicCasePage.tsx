// One public matter as anybody reads it: what, where, how far, until when, and its story without persons.
import { lazy, Suspense } from 'react'
import { useParams } from 'react-router'
import { getPublicCase, type PublicView } from '#core/cases/contract.ts'
import { countdown } from '#core/cases/countdown.ts'
import { RefusalError } from '#web/kit/api.ts'
import { residentStateWords } from '#core/cases/words-resident.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { useNow } from '#web/kit/now.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { ButtonLink } from '#web/kit/ui/Button.tsx'
import { Countdown } from '#web/kit/ui/Countdown.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { Timeline } from '#web/kit/ui/Timeline.tsx'
import { AreaWaysRow } from '#web/people/AreaWaysRow.tsx'
import { nameOf, wholePlace } from '../case-text.ts'
import { OpenPage, Part } from '#web/kit/ui/OpenPage.tsx'
import { stepsOf } from './story-steps.ts'
import { publicWords } from './words-public.ts'
import { waysWords } from './words-ways.ts'
import './open.css'

// Its story is read first; the map and what one may do about it come a moment later.
const PointMap = lazy(async () => ({
  default: (await import('#web/places/PointMap.tsx')).PointMap,
}))
const Joining = lazy(async () => ({ default: (await import('./Joining.tsx')).Joining }))

export function PublicCasePage() {
  const { t } = useWords()
  const { number = '' } = useParams()
  const code = number.split('-')[0] ?? ''
  const found = useEndpoint(getPublicCase, { number })
  if (found.data) return <Public view={found.data} code={code} />
  const closed = found.error instanceof RefusalError && found.error.refusal === 'no_such_case'
  return (
    <OpenPage title={t(publicWords.publicMatter)} up={paths.open.publicCases(code)}>
      <Part>
        {closed ? (
          <Empty title={t(publicWords.noSuchPublic)} then={t(publicWords.noSuchPublicThen)}>
            <ButtonLink to={paths.open.find()}>{t(waysWords.whereIsMine)}</ButtonLink>
          </Empty>
        ) : found.error ? (
          <Problem error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <Loading lines={5} />
        )}
      </Part>
      <Part>
        <AreaWaysRow code={code} />
      </Part>
    </OpenPage>
  )
}

function Public({ view, code }: { view: PublicView; code: string }) {
  const { t, lang } = useWords()
  const times = useTimes()
  const at = useNow()
  // Once it is closed only the reporter's window runs, and that is between the reporter and us.
  const over = view.state === 'CLOSED' || view.state === 'ARCHIVED'
  const face = view.clock === null || over ? null : countdown(view.clock, at)
  const words =
    view.state === 'WAITING_REPORTER' ? publicWords.waits : residentStateWords[view.state]
  const state = t(words).replace('，您说了算', '')
  const place = wholePlace(view.place, lang)
  const community = view.place.find(({ level }) => level === 'community')
  const grid = view.place.find(({ level }) => level === 'grid')?.code ?? null
  const aloud = () =>
    [view.category[lang], place, state, face === null ? '' : t(face.words)].join('。')
  return (
    <OpenPage
      title={t(publicWords.publicMatter)}
      up={paths.open.publicCases(community?.code ?? code)}
      aloud={aloud}
    >
      <Part>
        <p className="k-note">{view.number}</p>
        <h2 className="open-title">{view.category[lang]}</h2>
        <p className="k-compact k-sub">{place}</p>
        <p className="open-state">{state}</p>
        {face !== null && <Countdown face={face} size="lead" announce />}
        <p className="k-compact k-sub open-who">
          {t(publicWords.whoAnswers, { home: nameOf(view.home, lang) })}
        </p>
      </Part>
      {community !== undefined && grid !== null && (
        <Part>
          <Suspense fallback={<Loading lines={6} />}>
            <PointMap
              code={community.code}
              name={nameOf(community, lang)}
              spot={view.point}
              chosen={grid}
              onTap={null}
            />
          </Suspense>
        </Part>
      )}
      <Part>
        <SectionHeading>{t(publicWords.story)}</SectionHeading>
        <Timeline label={t(publicWords.story)} steps={stepsOf(view.timeline, t, times.dayTime)} />
      </Part>
      <Suspense fallback={null}>
        <Joining view={view} area={community?.code ?? code} />
      </Suspense>
      <Part tone="raised">
        <AreaWaysRow code={community?.code ?? code} />
      </Part>
    </OpenPage>
  )
}
