// Weighting a survey to who lives here: choose the known figures, see what comes of it, keep it under the next number.
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import {
  makeWeights,
  readCrossTab,
  readResults,
  readWeighting,
  tryWeights,
} from '#core/surveys/contract-results.ts'
import { type SurveyDesk, readSurveyDesk } from '#core/surveys/contract.ts'
import { textIn } from '#core/surveys/question.ts'
import { call } from '#web/kit/api.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { AskDialog } from '#web/kit/ui/AskDialog.tsx'
import { Button, Buttons } from '#web/kit/ui/Button.tsx'
import { TextField, Tick } from '#web/kit/ui/Field.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { Room } from '#web/kit/ui/Room.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem, wordsOfError } from '#web/kit/ui/States.tsx'
import { resultWords } from '../results/words-results.ts'
import { type Weighting, dimensionsMax, useDraft } from './draft.ts'
import { FigureDialog } from './FigureDialog.tsx'
import { Margins } from './Margins.tsx'
import { WeightReport } from './WeightReport.tsx'
import { weightRefusals, weightWords as words } from './words-weights.ts'
import '../results/results.css'
import './weights.css'

export function WeightsPage() {
  const { t, lang } = useWords()
  const id = useParams()['id'] ?? ''
  const found = useEndpoint(readWeighting, { id }, { keepPrevious: true })
  const survey = useEndpoint(readSurveyDesk, { id }).data
  const back = (
    <Link className="k-link" to={paths.desk.survey(id)}>
      {t(resultWords.back)}
    </Link>
  )
  const error = found.error && !found.data ? found.error : null
  return (
    <Room
      crumb={back}
      title={t(words.title)}
      {...(survey === undefined ? {} : { sub: textIn(survey.title, lang) })}
    >
      {error !== null ? (
        <Problem error={error} refusals={weightRefusals} onRetry={() => void found.refetch()} />
      ) : found.data && survey ? (
        <Weigh survey={survey} weighting={found.data} />
      ) : (
        <Loading what={t(words.fetching)} lines={6} />
      )}
    </Room>
  )
}

function Weigh({ survey, weighting }: { survey: SurveyDesk; weighting: Weighting }) {
  const { t } = useWords()
  const [entering, setEntering] = useState(false)
  const { sheets, schemes, figures } = weighting
  const latest = schemes[0]
  const n = count(sheets)
  return (
    <>
      <div className="wgt-lead">
        <p className="srv-far">
          {latest === undefined ? t(words.none, { n }) : t(words.current, { n, k: latest.number })}
        </p>
        <p className="k-compact">{t(words.why)}</p>
      </div>
      <section>
        <SectionHeading end={t(words.figuresEnd)}>{t(words.figures)}</SectionHeading>
        {figures.length === 0 ? (
          <Empty title={t(words.noFigures)} then={t(words.noFiguresThen)}>
            <Button look="pri" onClick={() => setEntering(true)}>
              {t(words.addFigure)}
            </Button>
          </Empty>
        ) : (
          <Choosing
            key={figures.map(({ dimension, asOf }) => dimension + asOf).join()}
            {...{ survey, weighting }}
            onEnter={() => setEntering(true)}
          />
        )}
      </section>
      <Kept weighting={weighting} />
      {entering && <FigureDialog area={survey.area.code} onClose={() => setEntering(false)} />}
    </>
  )
}

type Limits = { on: boolean; low: string; high: string }

function boundsOf({ on, low, high }: Limits) {
  const bounds = { low: Number(low), high: Number(high) }
  const lowBad = on && !(low !== '' && bounds.low >= 0 && bounds.low <= 1)
  const highBad = on && !(high !== '' && bounds.high >= 1 && bounds.high <= 100)
  return { bounds: on ? bounds : null, lowBad, highBad }
}

type ChoosingProps = { survey: SurveyDesk; weighting: Weighting; onEnter: () => void }

function Choosing({ survey, weighting, onEnter }: ChoosingProps) {
  const { t } = useWords()
  const it = useDraft(weighting)
  const [limits, setLimits] = useState<Limits>({ on: false, low: '0.3', high: '3' })
  const [keeping, setKeeping] = useState(false)
  const { bounds, lowBad, highBad } = boundsOf(limits)
  const trial = useMutation({
    mutationFn: (asked: Parameters<typeof tryInput>[1]) =>
      call(tryWeights, tryInput(survey, asked)),
  })
  const asked = { dimensions: it.dimensions, bounds }
  const tried = JSON.stringify(trial.variables) === JSON.stringify(asked) ? trial.data : undefined
  const whyNot = useWhyNot(weighting, it, { lowBad, highBad })
  const many = it.used.length
  return (
    <>
      <Margins weighting={weighting} it={it} />
      <Buttons>
        <Button look="quiet" onClick={onEnter}>
          {t(words.addFigure)}
        </Button>
      </Buttons>
      <Limit limits={limits} onChange={setLimits} wrong={{ lowBad, highBad }} />
      {many > 0 && (
        <p className="k-note wgt-method">
          {t(many === 1 ? words.methodOne : words.methodMany, { n: many })}
        </p>
      )}
      <Buttons>
        <Button
          look={tried?.converged ? 'plain' : 'pri'}
          busy={trial.isPending}
          whyNot={whyNot}
          onClick={() => trial.mutate(asked)}
        >
          {t(words.tryIt)}
        </Button>
        {tried?.converged && (
          <Button look="pri" onClick={() => setKeeping(true)}>
            {t(words.keep)}
          </Button>
        )}
      </Buttons>
      {trial.error && (
        <Notice tone="zhu" live>
          {t(wordsOfError(trial.error, weightRefusals))}
        </Notice>
      )}
      {tried && <WeightReport report={tried} bounds={bounds} />}
      {keeping && (
        <KeepDialog
          {...{ survey, asked }}
          next={(weighting.schemes[0]?.number ?? 0) + 1}
          onClose={() => setKeeping(false)}
        />
      )}
    </>
  )
}

/** Why there is nothing to try yet, in words. */
function useWhyNot(
  weighting: Weighting,
  { used }: ReturnType<typeof useDraft>,
  { lowBad, highBad }: Record<'lowBad' | 'highBad', boolean>,
): string | null {
  const { t, lang } = useWords()
  if (used.length === 0)
    return t(weighting.questions.length === 0 ? words.noQuestions : words.chooseOne)
  if (used.length > dimensionsMax) return t(words.moreTooMany)
  const open = used.find(({ left }) => left > 0)
  if (open !== undefined)
    return t(words.unlinked, { title: open.question.title[lang], n: open.left })
  if (lowBad) return `${t(words.low)}: ${t(words.lowBad)}`
  return highBad ? `${t(words.high)}: ${t(words.highBad)}` : null
}

type Way = Pick<ReturnType<typeof boundsOf>, 'bounds'> & {
  dimensions: ReturnType<typeof useDraft>['dimensions']
}
const tryInput = ({ id }: SurveyDesk, way: Way) => ({ id, ...way })

type LimitProps = {
  limits: Limits
  onChange: (limits: Limits) => void
  wrong: { lowBad: boolean; highBad: boolean }
}

function Limit({ limits, onChange, wrong }: LimitProps) {
  const { t } = useWords()
  return (
    <div className="wgt-limit">
      <Tick
        label={t(words.bounded)}
        note={t(words.boundedNote)}
        checked={limits.on}
        onChange={(on) => onChange({ ...limits, on })}
      />
      {limits.on && (
        <div className="wgt-links">
          {(['low', 'high'] as const).map((key) => (
            <TextField
              key={key}
              label={t(words[key])}
              inputMode="decimal"
              error={wrong[`${key}Bad`] ? t(words[`${key}Bad`]) : null}
              value={limits[key]}
              onChange={(event) => onChange({ ...limits, [key]: event.target.value })}
            />
          ))}
        </div>
      )}
    </div>
  )
}

type KeepProps = { survey: SurveyDesk; asked: Way; next: number; onClose: () => void }

function KeepDialog({ survey, asked, next, onClose }: KeepProps) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const make = useCommand(makeWeights, {
    refresh: [readWeighting, readResults, readCrossTab],
    onDone: onClose,
  })
  const missing = reason.trim().length < 2
  return (
    <AskDialog
      title={t(words.keepTitle, { n: next })}
      says={t(words.keepSo)}
      verb={t(words.keep)}
      busy={make.isPending}
      missing={tried && missing ? [t(words.reasonHint)] : []}
      error={make.error}
      refusals={weightRefusals}
      onClose={onClose}
      onSubmit={() => {
        setTried(true)
        if (!missing) make.mutate({ ...tryInput(survey, asked), reason: reason.trim() })
      }}
    >
      <TextField
        label={t(words.reason)}
        hint={t(words.reasonHint)}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </AskDialog>
  )
}

function Kept({ weighting: { schemes } }: { weighting: Weighting }) {
  const { t } = useWords()
  const times = useTimes()
  if (schemes.length === 0) return null
  return (
    <section>
      <SectionHeading>{t(words.earlier)}</SectionHeading>
      <ul className="wgt-kept">
        {schemes.map((scheme, at) => (
          <li key={scheme.number}>
            <p>
              <b>{t(words.version, { n: scheme.number })}</b>
              {at === 0 && <> · {t(words.using)}</>}
              {scheme.published && <> · {t(words.wasPublished)}</>}
              {' · '}
              {scheme.reason}
            </p>
            <p className="k-note">
              {t(words.by, { by: scheme.by ?? t(words.bySystem), at: times.dayTime(scheme.at) })}
            </p>
            <details>
              <summary>{t(words.seeReport)}</summary>
              <WeightReport report={scheme.report} bounds={scheme.bounds} />
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}
