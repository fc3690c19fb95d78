// Typing paper sheets, fast and twice: the hands stay on the keyboard, and what the two typings say differently is
// settled by looking at the paper.
import { useState } from 'react'
import { useParams } from 'react-router'
import type { OutputOf } from '#core/kit/contract.ts'
import { countPaper, enterPaper } from '#core/surveys/contract-answers.ts'
import { type SurveyDesk, readSurveyDesk } from '#core/surveys/contract.ts'
import { faultOfValue } from '#core/surveys/answer-faults.ts'
import {
  type AnswerValue,
  type Answers,
  type Question,
  allQuestions,
  askedOf,
  textIn,
} from '#core/surveys/question.ts'
import { surveyRefusals } from '#core/surveys/words.ts'
import { useWords } from '#web/kit/language.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { PageHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading, Problem, wordsOfError } from '#web/kit/ui/States.tsx'
import { RefusalError } from '#web/kit/api.ts'
import { answerText } from '../answer-text.ts'
import { answerWords } from '../words-answer.ts'
import { keyLegend, needsCommas, typedAnswer } from './paper-keys.ts'
import { deskWords as words } from './words-desk.ts'
import './desk.css'

export function PaperPage() {
  const { id = '' } = useParams()
  const survey = useEndpoint(readSurveyDesk, { id })
  if (survey.error) return <Problem error={survey.error} refusals={surveyRefusals} />
  if (!survey.data) return <Loading />
  return <Paper survey={survey.data} />
}

type Outcome = OutputOf<typeof enterPaper>

function Paper({ survey }: { survey: SurveyDesk }) {
  const { t, lang } = useWords()
  const [round, setRound] = useState(0)
  const [told, setTold] = useState<string | null>(null)
  const waiting = useEndpoint(countPaper, { id: survey.id })
  const counts = waiting.data ?? { waiting: 0, mine: 0, differing: 0 }
  return (
    <div className="srv-page srv-paper">
      <PageHeading
        title={t(words.paperTitle)}
        sub={`${textIn(survey.title, lang)} · ${t(words.paperSub, { n: counts.waiting, mine: counts.mine, differing: counts.differing })}`}
      />
      <p className="k-note">{t(words.paperKeys)}</p>
      {told !== null && (
        <Notice tone="accent" live>
          {told}
        </Notice>
      )}
      {survey.state !== 'OPEN' ? (
        <Notice tone="zhe">
          {t(survey.state === 'CLOSED' ? words.closedNow : words.draftOnly)}
        </Notice>
      ) : (
        <Typing
          key={round}
          survey={survey}
          onDone={(sentence) => {
            setTold(sentence)
            setRound(round + 1)
            scrollTo(0, 0)
          }}
        />
      )}
    </div>
  )
}

type TypingProps = { survey: SurveyDesk; onDone: (told: string) => void }

/** What was typed so far: answers that can be read, and sentences for what cannot. */
function useTyped({ questionnaire }: SurveyDesk) {
  const { t } = useWords()
  const [typed, setTyped] = useState<Record<string, string>>({})
  const answers: Answers = {}
  const wrong: Record<string, string> = {}
  for (const question of allQuestions(questionnaire)) {
    const value = typedAnswer(question, typed[question.code] ?? '')
    if (value === undefined) continue
    const fault = value === null ? answerFault(question.kind) : faultOfValue(question, value)
    if (fault !== null) wrong[question.code] = t(fault)
    else if (value !== null) answers[question.code] = value
  }
  const type = (code: string, text: string) => setTyped((was) => ({ ...was, [code]: text }))
  return { typed, type, answers, wrong, asked: askedOf(questionnaire, answers) }
}

/** Enter goes to the next box, and from the last one to the button. */
function toNextField(event: React.KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
  if (event.target instanceof HTMLButtonElement) return
  const boxes = 'input:not(:disabled), button[type=submit]'
  const fields = [...event.currentTarget.querySelectorAll<HTMLElement>(boxes)]
  const at = fields.indexOf(event.target as HTMLElement)
  if (at === -1) return
  event.preventDefault()
  fields[at + 1]?.focus()
}

function Typing({ survey, onDone }: TypingProps) {
  const { t } = useWords()
  const [sheet, setSheet] = useState('')
  const { typed, type, answers, wrong, asked } = useTyped(survey)
  const [differs, setDiffers] = useState<Outcome['differs']>([])
  const send = useCommand(enterPaper, {
    refresh: [countPaper],
    onDone: ({ outcome, differs: found, samePerson }) => {
      if (outcome === 'differs') return setDiffers(found)
      const same = samePerson ? words.takenSame : words.taken
      onDone(t(outcome === 'first' ? words.first : same))
    },
  })
  const error = send.error ? t(wordsOfError(send.error, surveyRefusals)) : null
  const said = send.error instanceof RefusalError ? send.error.fields : {}
  const hand = (given: Answers, settle: boolean) => {
    const version = survey.version ?? 1
    send.mutate({ id: survey.id, sheet: sheet.trim(), version, answers: given, settle })
  }
  const enter = () => {
    const first = Object.keys(wrong).find((code) => asked.has(code))
    if (first === undefined) hand(answers, false)
    else document.getElementById(`p-${first}`)?.focus()
  }
  if (differs.length > 0)
    return (
      <Differences
        {...{ survey, differs, error }}
        busy={send.isPending}
        onSettle={(chosen) => hand(settled(answers, chosen), true)}
      />
    )
  return (
    <form
      onKeyDown={toNextField}
      onSubmit={(event) => {
        event.preventDefault()
        enter()
      }}
    >
      <SheetBox free={survey.answersBy === 'anyone'} value={sheet} onChange={setSheet} />
      <ol className="srv-typing">
        {allQuestions(survey.questionnaire).map((question) => (
          <TypingLine
            key={question.code}
            question={question}
            off={!asked.has(question.code)}
            fault={wrong[question.code] ?? said[question.code]}
            text={typed[question.code] ?? ''}
            onType={(text) => type(question.code, text)}
          />
        ))}
      </ol>
      {error !== null && (
        <p className="k-field-error" role="alert">
          {error}
        </p>
      )}
      <Button look="pri" type="submit" busy={send.isPending}>
        {t(words.done)}
      </Button>
    </form>
  )
}

type BoxProps = { free: boolean; value: string; onChange: (value: string) => void }

function SheetBox({ free, value, onChange }: BoxProps) {
  const { t } = useWords()
  return (
    <label className="srv-sheet">
      <b>{t(free ? words.sheetFree : words.sheet)}</b>
      <input
        className="k-input"
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}

function settled(answers: Answers, chosen: Record<string, AnswerValue | null>): Answers {
  const next = { ...answers }
  for (const [code, value] of Object.entries(chosen)) {
    if (value === null) delete next[code]
    else next[code] = value
  }
  return next
}

type LineProps = {
  question: Question
  off: boolean
  fault: string | undefined
  text: string
  onType: (text: string) => void
}

function TypingLine({ question, off, fault, text, onType }: LineProps) {
  const { t } = useWords()
  return (
    <li className={off ? 'is-off' : ''}>
      <label htmlFor={`p-${question.code}`}>
        {t(question.title)}
        <small className="k-note">{keyLegend(question, t)}</small>
        {question.kind === 'matrix' && (
          <small className="k-note">
            {t(words.paperDigits, { sample: '1203'.repeat(5).slice(0, question.rows.length) })}
          </small>
        )}
        {question.kind === 'date' && <small className="k-note">{t(words.paperDate)}</small>}
        {needsCommas(question) && <small className="k-note">{t(words.paperComma)}</small>}
      </label>
      <input
        id={`p-${question.code}`}
        className="k-input"
        autoComplete="off"
        disabled={off || question.kind === 'photo'}
        aria-invalid={fault !== undefined || undefined}
        value={text}
        onChange={(event) => onType(event.target.value)}
      />
      {fault !== undefined && !off && <small className="k-zhu">{fault}</small>}
    </li>
  )
}

const answerFault = (kind: string) =>
  kind === 'rating' || kind === 'number'
    ? { zh: '请填数字', en: 'A number, please' }
    : { zh: '没有这一项', en: 'There is no such option' }

type DifferProps = {
  survey: SurveyDesk
  differs: Outcome['differs']
  busy: boolean
  error: string | null
  onSettle: (chosen: Record<string, AnswerValue | null>) => void
}

function Differences({ survey, differs, busy, error, onSettle }: DifferProps) {
  const { t, lang } = useWords()
  const [took, setTook] = useState<Record<string, 'first' | 'second'>>({})
  const all = differs.every(({ question }) => took[question] !== undefined)
  const questions = allQuestions(survey.questionnaire)
  const settle = () =>
    onSettle(
      Object.fromEntries(
        differs.map((each) => [
          each.question,
          (took[each.question] === 'first' ? each.first : each.second) as AnswerValue | null,
        ]),
      ),
    )
  return (
    <section aria-live="polite">
      <h2 className="ans-section">{t(words.differs, { n: differs.length })}</h2>
      {differs.map(({ question: code, ...sides }) => {
        const question = questions.find((each) => each.code === code)
        if (question === undefined) return null
        return (
          <fieldset key={code} className="srv-differ">
            <legend>{t(question.title)}</legend>
            {(['first', 'second'] as const).map((side) => {
              const value = sides[side] as AnswerValue | null
              const text =
                value === null ? t(answerWords.notAnswered) : answerText(question, value, lang)
              return (
                <label key={side} className="ans-tile">
                  <input
                    type="radio"
                    name={code}
                    checked={took[code] === side}
                    onChange={() => setTook({ ...took, [code]: side })}
                  />
                  <span>
                    <small className="k-note">
                      {t(side === 'first' ? words.firstSaid : words.secondSaid)}
                    </small>{' '}
                    {text}
                  </span>
                </label>
              )
            })}
          </fieldset>
        )
      })}
      {error !== null && <p className="k-zhu">{error}</p>}
      <Button
        look="pri"
        busy={busy}
        whyNot={all ? null : t(words.differs, { n: differs.length })}
        onClick={settle}
      >
        {t(words.settle)}
      </Button>
    </section>
  )
}
