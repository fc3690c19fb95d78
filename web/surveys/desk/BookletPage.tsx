// The questionnaire on A4, to be filled in with a pen: boxes with the numbers that are typed later, lines for words, and
// a place for the code on its slip.
import { useParams } from 'react-router'
import { readSurveyDesk } from '#core/surveys/contract.ts'
import { type Question, allQuestions, textIn } from '#core/surveys/question.ts'
import { surveyRefusals } from '#core/surveys/words.ts'
import { useWords } from '#web/kit/language.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Loading, Problem } from '#web/kit/ui/States.tsx'
import { answerWords } from '../words-answer.ts'
import { deskWords as words } from './words-desk.ts'
import './booklet.css'

export function BookletPage() {
  const { id = '' } = useParams()
  const { t, lang } = useWords()
  const survey = useEndpoint(readSurveyDesk, { id })
  if (survey.error) return <Problem error={survey.error} refusals={surveyRefusals} />
  if (!survey.data) return <Loading />
  const { questionnaire, minutes, area } = survey.data
  const numbers = new Map(allQuestions(questionnaire).map(({ code }, at) => [code, at + 1]))
  return (
    <article className="bkl">
      <p className="k-screen-only">
        <Button look="pri" icon="printer" onClick={() => print()}>
          {t(words.print)}
        </Button>
      </p>
      <header>
        <div>
          <p>{area.name}</p>
          <h1>{textIn(questionnaire.title, lang)}</h1>
          <p>{textIn(questionnaire.intro, lang)}</p>
          <p>{t(answerWords.minutes, { n: numbers.size, minutes })}</p>
        </div>
        <p className="bkl-slip">{t(words.sheet)}</p>
      </header>
      {questionnaire.sections.map((section) => (
        <section key={section.code}>
          <h2>{textIn(section.title, lang)}</h2>
          {section.note !== null && <p>{textIn(section.note, lang)}</p>}
          {section.questions.map((question) => (
            <div key={question.code} className="bkl-question">
              <b>
                {numbers.get(question.code)}. {textIn(question.title, lang)}
              </b>
              {question.showIf !== null && <small> {t(words.skipTo)}</small>}
              {question.pickMax !== null && question.kind !== 'photo' && (
                <small>
                  {' '}
                  {t(answerWords.pickUpTo, { n: question.pickMax, k: 0 }).split(/[，;]/)[0]}
                </small>
              )}
              <Blank question={question} />
            </div>
          ))}
        </section>
      ))}
      <footer>{t(words.bookletFoot)}</footer>
    </article>
  )
}

function Blank({ question }: { question: Question }) {
  const { lang } = useWords()
  const { kind, options, rows, scale } = question
  if (kind === 'photo') return null
  if (kind === 'matrix')
    return (
      <table>
        <thead>
          <tr>
            <th />
            {options.map((option, at) => (
              <th key={option.code}>
                {at + 1} {textIn(option.label, lang)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">{textIn(row.label, lang)}</th>
              {options.map((option) => (
                <td key={option.code}>□</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    )
  if (options.length > 0)
    return (
      <p className="bkl-options">
        {options.map((option, at) => (
          <span key={option.code}>
            {kind === 'ranking' ? '＿' : '□'} {at + 1} {textIn(option.label, lang)}
          </span>
        ))}
      </p>
    )
  if (scale !== null)
    return (
      <p className="bkl-options">
        <span>{textIn(scale.low, lang)}</span>
        {Array.from({ length: scale.to - scale.from + 1 }, (_, at) => (
          <span key={at}>□ {scale.from + at}</span>
        ))}
        <span>{textIn(scale.high, lang)}</span>
      </p>
    )
  if (kind === 'number' || kind === 'date') return <Gaps question={question} />
  const lines = kind === 'longText' ? 3 : 1
  return (
    <>
      {Array.from({ length: lines }, (_, at) => (
        <p key={at} className="bkl-line" />
      ))}
    </>
  )
}

/** A short gap and its unit: a line across the page would stand beside the rule of the next question. */
function Gaps({ question: { kind, unit } }: { question: Question }) {
  const { t, lang } = useWords()
  const after =
    kind === 'date'
      ? [words.year, words.month, words.dayOfMonth].map((each) => t(each))
      : [unit === null ? '' : textIn(unit, lang)]
  return (
    <p className="bkl-gaps">
      {after.map((text, at) => (
        <span key={at}>
          <i /> {text}
        </span>
      ))}
    </p>
  )
}
