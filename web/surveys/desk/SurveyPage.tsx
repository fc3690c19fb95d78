// One survey at the desk: how far it is, what can be done now and what cannot, who did what with it.
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { readProgress } from '#core/surveys/contract-frame.ts'
import { type SurveyDesk, listSteps, readSurveyDesk } from '#core/surveys/contract.ts'
import { allQuestions, textIn } from '#core/surveys/question.ts'
import {
  answeredByWords,
  stepWords,
  surveyRefusals,
  surveyStateWords,
} from '#core/surveys/words.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import type { IconName } from '#web/kit/ui/Icon.tsx'
import { type Move, Moves } from '#web/kit/ui/Moves.tsx'
import { Pager } from '#web/kit/ui/Pager.tsx'
import { PageHeading, SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading, Problem } from '#web/kit/ui/States.tsx'
import { Acts, type ActName } from './Acts.tsx'
import { shareText } from './share.ts'
import { importWords } from '../import/words-import-page.ts'
import { photoWords } from '../photos/words-photos.ts'
import { resultWords } from '../results/words-results.ts'
import { deskWords as words } from './words-desk.ts'
import './desk.css'

export function SurveyPage() {
  const { id = '' } = useParams()
  const survey = useEndpoint(readSurveyDesk, { id })
  if (survey.error && !survey.data)
    return (
      <Problem
        error={survey.error}
        refusals={surveyRefusals}
        onRetry={() => void survey.refetch()}
      />
    )
  return survey.data ? <Survey survey={survey.data} /> : <Loading />
}

function Survey({ survey }: { survey: SurveyDesk }) {
  const { t, lang } = useWords()
  const times = useTimes()
  const [act, setAct] = useState<ActName | null>(null)
  const moves = useMoves(survey, setAct)
  const { opensOn, closesOn, state, answersBy } = survey
  const day = (on: string) => times.day(`${on}T04:00:00Z`)
  const facts = [
    survey.area.name,
    t(surveyStateWords[state]),
    ...(opensOn === null || closesOn === null ? [] : [`${day(opensOn)}–${day(closesOn)}`]),
    t(answeredByWords[answersBy]),
    t(words.lengthOf, { n: survey.questions, minutes: survey.minutes }),
  ]
  const path = answersBy === 'anyone' ? paths.open.survey(survey.id) : paths.open.sheet()
  const address = new URL(path, location.href).href
  return (
    <div className="srv-page">
      <PageHeading title={textIn(survey.title, lang)} sub={facts.join(' · ')}>
        <Link className="k-link" to={paths.desk.surveys(survey.area.code)}>
          {t(words.backToList)}
        </Link>
      </PageHeading>
      {survey.mayKeep && state !== 'DRAFT' && <HowFar survey={survey} />}
      {state === 'OPEN' && (
        <p className="k-compact">
          {t(words.link)}: <a href={path}>{address}</a>
          <br />
          <span className="k-note">{t(words.mixNote, { n: survey.mixMin })}</span>
        </p>
      )}
      <Moves moves={moves} />
      {survey.mayKeep && <Steps id={survey.id} />}
      <Acts survey={survey} act={act} onClose={() => setAct(null)} />
    </div>
  )
}

function useMoves(survey: SurveyDesk, choose: (act: ActName) => void): Move[] {
  const { t } = useWords()
  const { state, mayKeep, versions } = survey
  const next = versions.find((each) => each.openedAt === null)
  const whyNot = mayKeep ? null : t(words.notKept)
  const act = (key: ActName, label: string, more: Partial<Move> = {}): Move => ({
    key,
    label,
    whyNot,
    onChoose: () => choose(key),
    ...more,
  })
  const open = act('open', t(words.open), { hint: t(words.openNote) })
  const turnLabel = t(words.openVersion, { n: next?.version ?? 0 })
  const turn = act('turn', turnLabel, { hint: t(words.openVersionNote) })
  const extend = act('extend', t(words.extend), { icon: 'calendar' })
  const close = act('close', t(words.close), { hint: t(words.closeNote), grave: true })
  const places = usePlaces(survey, next !== undefined && mayKeep)
  if (state === 'DRAFT') return [open, ...places]
  // Over, the first thing is what it said.
  if (state === 'CLOSED')
    return places.toSorted((a, b) => Number(b.key === 'results') - Number(a.key === 'results'))
  return [...(next === undefined ? [] : [turn]), ...places, extend, close]
}

/** The pages where something is done. */
function usePlaces(survey: SurveyDesk, writes: boolean): Move[] {
  const { t } = useWords()
  const navigate = useNavigate()
  const { id, state, mayKeep, mayEnter } = survey
  const shut = state === 'CLOSED' ? words.closedNow : words.draftOnly
  const open = state === 'OPEN' ? null : t(shut)
  const keeps = !mayKeep ? t(words.notKept) : state === 'DRAFT' ? t(words.draftOnly) : null
  const asksPhotos = allQuestions(survey.questionnaire).some(({ kind }) => kind === 'photo')
  const enters = mayEnter ? open : t(words.notEntered)
  const place = (
    key: string,
    label: string,
    icon: IconName,
    to: string,
    whyNot: string | null,
  ) => ({
    key,
    label,
    icon,
    whyNot,
    onChoose: () => void navigate(to),
  })
  const { desk } = paths
  return [
    place('form', t(writes ? words.write : words.see), 'pencil', desk.surveyForm(id), null),
    place('frame', t(words.frame), 'list', desk.surveyFrame(id), mayKeep ? null : t(words.notKept)),
    place('results', t(resultWords.deskTitle), 'list', desk.surveyResults(id), keeps),
    place('weights', t(resultWords.toWeights), 'person', desk.surveyWeights(id), keeps),
    place('topics', t(resultWords.toTopics), 'pencil', desk.surveyTopics(id), keeps),
    ...(asksPhotos
      ? [place('photos', t(photoWords.title), 'camera', desk.surveyPhotos(id), keeps)]
      : []),
    place('assist', t(words.assist), 'person', desk.surveyAssist(id), enters),
    place('paper', t(words.paper), 'paper', desk.surveyPaper(id), enters),
    place('import', t(importWords.move), 'up', desk.surveyImport(id), keeps ?? open),
    place('booklet', t(words.booklet), 'printer', desk.surveyBooklet(id), null),
  ]
}

function HowFar({ survey }: { survey: SurveyDesk }) {
  const { t } = useWords()
  const progress = useEndpoint(readProgress, { id: survey.id })
  const total = progress.data?.total
  if (total === undefined) return null
  const { handedOut, answered } = total
  const sentence =
    survey.answersBy === 'anyone'
      ? t(words.answeredOpen, { n: count(answered) })
      : handedOut === 0
        ? t(words.nothingYet)
        : t(words.answeredOf, {
            out: count(handedOut),
            n: count(answered),
            share: shareText(answered, handedOut),
          })
  return <p className="srv-far">{sentence}</p>
}

const step = 20

function Steps({ id }: { id: string }) {
  const { t } = useWords()
  const times = useTimes()
  const [limit, setLimit] = useState(step)
  const steps = useEndpoint(listSteps, { id, limit }, { keepPrevious: true })
  if (steps.error && !steps.data) return <Problem error={steps.error} refusals={surveyRefusals} />
  if (!steps.data) return <Loading lines={3} />
  return (
    <section>
      <SectionHeading>{t(words.steps)}</SectionHeading>
      <ol className="srv-steps">
        {steps.data.items.map((one) => (
          <li key={one.id}>
            <time className="k-note">{times.dayTime(one.at)}</time>
            <span>
              <b>{t(stepWords[one.step])}</b> · {one.by ?? t(words.bySystem)}
              {one.reason !== null && <span className="k-note"> · {one.reason}</span>}
            </span>
          </li>
        ))}
      </ol>
      <Pager
        shown={steps.data.items.length}
        step={step}
        more={steps.data.next !== null && limit < 200}
        onMore={() => setLimit(Math.min(200, limit + step))}
      />
    </section>
  )
}
