// One survey at the desk: how far it is, what can be done now and what cannot, who did what with it.
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { readProgress } from '#core/surveys/contract-frame.ts'
import { type SurveyDesk, listSteps, readSurveyDesk } from '#core/surveys/contract.ts'
import { textIn } from '#core/surveys/question.ts'
import {
  answeredByWords,
  stepWords,
  surveyRefusals,
  surveyStateWords,
} from '#core/surveys/words.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { type Move, Moves } from '#web/kit/ui/Moves.tsx'
import { Pager } from '#web/kit/ui/Pager.tsx'
import { PageHeading, SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading, Problem } from '#web/kit/ui/States.tsx'
import { Acts, type ActName } from './Acts.tsx'
import { shareText } from './share.ts'
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
  const navigate = useNavigate()
  const { id, state, mayKeep, mayEnter, versions } = survey
  const next = versions.find((each) => each.openedAt === null)
  const keeps = mayKeep ? null : t(words.notKept)
  const open = state === 'OPEN' ? null : t(words.draftOnly)
  const go = (to: string) => () => void navigate(to)
  const shown = (move: Move | false): move is Move => move !== false
  const turn = state === 'OPEN' && next !== undefined
  return [
    state === 'DRAFT' && {
      key: 'open',
      label: t(words.open),
      hint: t(words.openNote),
      whyNot: keeps,
      onChoose: () => choose('open'),
    },
    {
      key: 'form',
      label: t(next !== undefined && mayKeep ? words.write : words.see),
      icon: 'pencil',
      whyNot: null,
      onChoose: go(paths.desk.surveyForm(id)),
    } as const,
    turn && {
      key: 'turn',
      label: t(words.openVersion, { n: next.version }),
      hint: t(words.openVersionNote),
      whyNot: keeps,
      onChoose: () => choose('turn'),
    },
    {
      key: 'frame',
      label: t(words.frame),
      icon: 'list',
      whyNot: keeps,
      onChoose: go(paths.desk.surveyFrame(id)),
    } as const,
    {
      key: 'assist',
      label: t(words.assist),
      icon: 'person',
      whyNot: mayEnter ? open : t(surveyRefusals['not_yours'] ?? words.notKept),
      onChoose: go(paths.desk.surveyAssist(id)),
    } as const,
    {
      key: 'paper',
      label: t(words.paper),
      icon: 'paper',
      whyNot: mayEnter ? open : t(surveyRefusals['not_yours'] ?? words.notKept),
      onChoose: go(paths.desk.surveyPaper(id)),
    } as const,
    {
      key: 'booklet',
      label: t(words.booklet),
      icon: 'printer',
      whyNot: null,
      onChoose: go(paths.desk.surveyBooklet(id)),
    } as const,
    state === 'OPEN' && {
      key: 'extend',
      label: t(words.extend),
      icon: 'calendar' as const,
      whyNot: keeps,
      onChoose: () => choose('extend'),
    },
    state === 'OPEN' && {
      key: 'close',
      label: t(words.close),
      hint: t(words.closeNote),
      grave: true,
      whyNot: keeps,
      onChoose: () => choose('close'),
    },
  ].filter((move) => shown(move as Move | false)) as Move[]
}

function HowFar({ survey }: { survey: SurveyDesk }) {
  const { t } = useWords()
  const progress = useEndpoint(readProgress, { id: survey.id })
  const total = progress.data?.total
  if (total === undefined) return null
  const { handedOut, answered } = total
  const sentence =
    survey.answersBy === 'anyone'
      ? t(words.answeredOpen, { n: answered })
      : handedOut === 0
        ? t(words.nothingYet)
        : t(words.answeredOf, {
            out: handedOut,
            n: answered,
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
