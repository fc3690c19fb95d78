// One's own report: where it stands, what is asked, how it comes back layer by layer, and everything that happened.
import { lazy, Suspense, useState } from 'react'
import { useParams } from 'react-router'
import { followCase, type VoiceView } from '#core/cases/contract.ts'
import { residentStateWords } from '#core/cases/words-resident.ts'
import { countdown } from '#core/cases/countdown.ts'
import { RefusalError } from '#web/kit/api.ts'
import { useWords } from '#web/kit/language.ts'
import { useNow } from '#web/kit/now.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { Countdown } from '#web/kit/ui/Countdown.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { Loading, Problem } from '#web/kit/ui/States.tsx'
import { AreaWaysRow } from '#web/people/AreaWaysRow.tsx'
import { titleOf } from '../case-text.ts'
import { Told } from '../particulars/Told.tsx'
import { asksNow, maySay } from './may.ts'
import { FollowPhotos } from './FollowPhotos.tsx'
import { FollowStory } from './FollowStory.tsx'
import { OpenPage, Part } from '#web/kit/ui/OpenPage.tsx'
import { inBlocks } from './receipts.ts'
import { useRefusal } from './refused.ts'
import { dropSecret, secretOf, shortCodeOf } from './secret.ts'
import { followWords } from './words-follow.ts'
import { waysWords } from './words-ways.ts'
import { secretWords } from './words-secret.ts'
import './open.css'

// It stands below what was asked for, and may come a moment later.
const AnswersNow = lazy(async () => ({
  default: (await import('#web/people/AnswersNow.tsx')).AnswersNow,
}))

// What a reader can do here comes after what there is to read, and only where there is something to do.
const Answers = lazy(async () => ({ default: (await import('./Answers.tsx')).Answers }))
const FollowTogether = lazy(async () => ({
  default: (await import('./FollowTogether.tsx')).FollowTogether,
}))
const AskSecret = lazy(async () => ({ default: (await import('./AskSecret.tsx')).AskSecret }))

export function FollowPage() {
  const { number = '' } = useParams()
  const [secret, setSecret] = useState(() => secretOf(number))
  if (secret === null)
    return (
      <Suspense fallback={<Loading />}>
        <AskSecret number={number} onSecret={setSecret} />
      </Suspense>
    )
  return <Follow number={number} secret={secret} onWrong={() => setSecret(null)} />
}

type FollowProps = { number: string; secret: string; onWrong: () => void }

function Follow({ number, secret, onWrong }: FollowProps) {
  const { t } = useWords()
  const { elder } = useSettings()
  // Nothing changes by itself under an elder's eyes.
  const again = elder === null ? 60_000 : false
  const found = useEndpoint(followCase, { number, secret }, { refetchInterval: again })
  const own = useRefusal(found.error)
  if (found.data) return <Mine view={found.data} secret={secret} />
  const missed = found.error instanceof RefusalError && found.error.refusal === 'no_such_case'
  return (
    <OpenPage title={t(followWords.title)} up={paths.open.find()}>
      <Part>
        {found.error === null || own === undefined ? (
          <Loading lines={5} />
        ) : (
          <Problem
            error={found.error}
            refusals={own === null ? {} : { no_such_case: own }}
            onRetry={() => (missed ? (dropSecret(number), onWrong()) : void found.refetch())}
          />
        )}
      </Part>
      <Part>
        <AreaWaysRow code={number.split('-')[0] ?? null} />
      </Part>
    </OpenPage>
  )
}

function Mine({ view, secret }: { view: VoiceView; secret: string }) {
  const { t, lang } = useWords()
  const at = useNow()
  const title = titleOf(view.text, view.category, lang)
  const code = shortCodeOf(view.number, secret)
  const asks = asksNow(view)
  const ended = view.state === 'CLOSED' || view.state === 'ARCHIVED'
  const face = view.clock === null || asks || ended ? null : countdown(view.clock, at)
  const aloud = () =>
    [
      title,
      t(residentStateWords[view.state]),
      face === null ? '' : t(face.words),
      view.responsible === null ? '' : t(view.responsible),
      asks ? t(followWords.askDone) : '',
    ]
      .filter(Boolean)
      .join('。')
  return (
    <OpenPage title={t(followWords.title)} up={paths.open.find()} aloud={aloud}>
      <Part>
        <p className="k-note open-code-line">
          {code !== null && (
            <span>
              {t(followWords.shortCode)} <b>{inBlocks(code)}</b>
            </span>
          )}
          <span>{view.number}</span>
        </p>
        <h2 className="open-title">{title}</h2>
        <Told told={view.particulars} />
        <FollowPhotos view={view} secret={secret} />
        {!asks && <p className="open-state">{t(residentStateWords[view.state])}</p>}
        {face !== null && <Countdown face={face} size="lead" announce />}
        {view.responsible !== null && !asks && (
          <p className="k-compact k-sub open-who">{t(view.responsible)}</p>
        )}
        {!ended && (
          <Suspense fallback={null}>
            <AnswersNow code={view.home.code} />
          </Suspense>
        )}
        {view.refused !== null && <Refused refused={view.refused} />}
      </Part>
      {(view.joined || view.merged !== null) && (
        <Suspense fallback={null}>
          <FollowTogether view={view} secret={secret} />
        </Suspense>
      )}
      {maySay(view) && (
        <Suspense fallback={null}>
          <Answers view={view} secret={secret} />
        </Suspense>
      )}
      <FollowStory view={view} secret={secret} />
      <Part tone="raised">
        <AreaWaysRow
          code={view.home.code}
          onlineLabel={t(asks ? followWords.ways : secretWords.reportAnother)}
          {...(asks ? { onlineTo: '#answer' } : {})}
          onlineNote={t(waysWords.onPhoneNote)}
        />
      </Part>
    </OpenPage>
  )
}

function Refused({ refused }: { refused: NonNullable<VoiceView['refused']> }) {
  const { t } = useWords()
  return (
    <Notice tone="zhe" title={t(followWords.refusedTitle)}>
      <p>{refused.words}</p>
      {refused.body !== null && <p>{t(followWords.refusedBody, { body: refused.body })}</p>}
    </Notice>
  )
}
