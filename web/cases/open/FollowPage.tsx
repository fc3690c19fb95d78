// One's own report: where it stands, what is asked, how it comes back layer by layer, and everything that happened.
import { type FormEvent, lazy, Suspense, useState } from 'react'
import { useParams } from 'react-router'
import { followCase, type VoiceView } from '#core/cases/contract.ts'
import { refusalSentence } from '#core/cases/words-refusals.ts'
import { residentStateWords } from '#core/cases/words-resident.ts'
import { countdown } from '#core/cases/countdown.ts'
import { RefusalError } from '#web/kit/api.ts'
import { useWords } from '#web/kit/language.ts'
import { useNow } from '#web/kit/now.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { Button } from '#web/kit/ui/Button.tsx'
import { Countdown } from '#web/kit/ui/Countdown.tsx'
import { TextField } from '#web/kit/ui/Field.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { Loading, Problem } from '#web/kit/ui/States.tsx'
import { AreaWaysRow } from '#web/people/AreaWaysRow.tsx'
import { titleOf } from '../case-text.ts'
import { Answers, asksNow } from './Answers.tsx'
import { FollowPhotos } from './FollowPhotos.tsx'
import { FollowStory } from './FollowStory.tsx'
import { FollowTogether } from './FollowTogether.tsx'
import { OpenPage, Part } from '#web/kit/ui/OpenPage.tsx'
import { inBlocks } from './receipts.ts'
import { dropSecret, holdSecret, secretOf, shortCodeOf } from './secret.ts'
import { followWords } from './words-follow.ts'
import { openWords } from './words-open.ts'
import { reportWords } from './words-report.ts'
import './open.css'

// It stands below what was asked for, and may come a moment later.
const AnswersNow = lazy(async () => ({
  default: (await import('#web/people/AnswersNow.tsx')).AnswersNow,
}))

export function FollowPage() {
  const { number = '' } = useParams()
  const [secret, setSecret] = useState(() => secretOf(number))
  if (secret === null) return <AskSecret number={number} onSecret={setSecret} />
  return <Follow number={number} secret={secret} onWrong={() => setSecret(null)} />
}

type AskProps = { number: string; onSecret: (secret: string) => void }

function AskSecret({ number, onSecret }: AskProps) {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const six = typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
    if (six.length !== 6) return setWrong(t(reportWords.secretWrong))
    holdSecret(number, six)
    onSecret(six)
  }
  return (
    <OpenPage
      title={t(followWords.title)}
      up={paths.open.find()}
      aloud={() => t(followWords.secretNeeded)}
    >
      <Part tone="raised">
        <p className="k-compact k-sub open-find-lead">{number}</p>
        <form onSubmit={submit}>
          <TextField
            label={t(followWords.secretNeeded)}
            error={wrong}
            value={typed}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={12}
            onChange={(event) => setTyped(event.target.value)}
          />
          <div className="open-send">
            <Button look="pri" big type="submit">
              {t(reportWords.open)}
            </Button>
          </div>
        </form>
      </Part>
      <Part>
        <AreaWaysRow code={number.split('-')[0] ?? null} />
      </Part>
    </OpenPage>
  )
}

type FollowProps = { number: string; secret: string; onWrong: () => void }

function Follow({ number, secret, onWrong }: FollowProps) {
  const { t } = useWords()
  const { elder } = useSettings()
  // Nothing changes by itself under an elder's eyes.
  const again = elder === null ? 60_000 : false
  const found = useEndpoint(followCase, { number, secret }, { refetchInterval: again })
  if (found.data) return <Mine view={found.data} secret={secret} />
  const missed = found.error instanceof RefusalError && found.error.refusal === 'no_such_case'
  return (
    <OpenPage title={t(followWords.title)} up={paths.open.find()}>
      <Part>
        {found.error === null ? (
          <Loading lines={5} />
        ) : (
          <Problem
            error={found.error}
            refusals={{ no_such_case: refusalSentence('no_such_case', 'reporter')! }}
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
      <FollowTogether view={view} secret={secret} />
      <Answers view={view} secret={secret} />
      <FollowStory view={view} />
      <Part tone="raised">
        <AreaWaysRow
          code={view.home.code}
          onlineLabel={t(asks ? followWords.ways : reportWords.reportAnother)}
          {...(asks ? { onlineTo: '#answer' } : {})}
          onlineNote={t(openWords.onPhoneNote)}
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
