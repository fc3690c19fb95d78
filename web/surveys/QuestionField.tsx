// One question as it is answered: title, hint, what its kind asks for, why it is asked. The same for residents on the
// phone, for a worker beside them, and in the preview of whoever writes it.
import type { ReactNode } from 'react'
import type { AnswerValue, Question } from '#core/surveys/question.ts'
import { textIn } from '#core/surveys/question.ts'
import { orderedOptions } from '#core/surveys/order.ts'
import { useWords } from '#web/kit/language.ts'
import { Shape } from '#web/kit/ui/Shape.tsx'
import { ManyChoices, Matrix, OneChoice, Ranked, Rating } from './choices.tsx'
import { PhotoAnswer, PlaceAnswer, type PlaceOption } from './place-photo.tsx'
import { answerWords } from './words-answer.ts'
import './answer.css'

export type FieldProps = {
  question: Question
  value: AnswerValue | undefined
  onChange: (value: AnswerValue | undefined) => void
  error: string | null
  seed: string
  places: PlaceOption[]
  /** The number shown before it. */
  number?: number
}

export function QuestionField(props: FieldProps) {
  const { question, error, number } = props
  const { t, lang } = useWords()
  const id = `q-${question.code}`
  return (
    <fieldset
      className={`ans-question${error === null ? '' : ' is-wrong'}`}
      id={id}
      aria-describedby={error === null ? undefined : `${id}-error`}
    >
      <legend>
        {number !== undefined && <i className="ans-number">{number}</i>}
        {textIn(question.title, lang)}
        {question.required && <span className="ans-need"> {t(answerWords.mustAnswer)}</span>}
      </legend>
      {question.hint !== null && <p className="k-why">{textIn(question.hint, lang)}</p>}
      <Answer {...props} />
      {error !== null && (
        <p className="k-field-error" id={`${id}-error`} role="alert">
          <Shape name="triangle" size={12} />
          <span>{error}</span>
        </p>
      )}
      <details className="k-field-why">
        <summary>{t(answerWords.why)}</summary>
        <p>
          {textIn(question.purpose, lang)}
          {lang === 'zh' ? '。' : '. '}
          {t(answerWords.keepFor, { n: question.keepMonths })}
        </p>
      </details>
    </fieldset>
  )
}

function Answer({ question, value, onChange, seed, places }: FieldProps): ReactNode {
  const { lang } = useWords()
  const options = orderedOptions(question, seed).map((option) => ({
    ...option,
    text: textIn(option.label, lang),
  }))
  const given = { question, options, onChange }
  switch (question.kind) {
    case 'single':
      return <OneChoice {...given} value={typeof value === 'string' ? value : null} />
    case 'multiple':
      return <ManyChoices {...given} value={Array.isArray(value) ? value : []} />
    case 'ranking':
      return <Ranked {...given} value={Array.isArray(value) ? value : []} />
    case 'rating':
      return <Rating {...given} value={typeof value === 'number' ? value : null} />
    case 'matrix':
      return <Matrix {...given} value={isRows(value) ? value : {}} />
    case 'place':
      return (
        <PlaceAnswer
          places={places}
          value={typeof value === 'string' ? value : null}
          onChange={onChange}
        />
      )
    case 'photo':
      return (
        <PhotoAnswer
          max={question.pickMax ?? 1}
          value={Array.isArray(value) ? value : []}
          onChange={onChange}
        />
      )
    default:
      return <Typed question={question} value={value} onChange={onChange} />
  }
}

const isRows = (value: AnswerValue | undefined): value is Record<string, string> =>
  typeof value === 'object' && !Array.isArray(value)

type TypedProps = Pick<FieldProps, 'question' | 'value' | 'onChange'>

/** Numbers, days and words. */
function Typed({ question, value, onChange }: TypedProps) {
  const { lang } = useWords()
  const label = textIn(question.title, lang)
  const said = (text: string) => onChange(text === '' ? undefined : text)
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  if (question.kind === 'longText')
    return (
      <textarea
        className="k-input"
        aria-label={label}
        rows={4}
        maxLength={2000}
        value={text}
        onChange={(event) => said(event.target.value)}
      />
    )
  if (question.kind !== 'number')
    return (
      <input
        className="k-input"
        aria-label={label}
        type={question.kind === 'date' ? 'date' : 'text'}
        maxLength={200}
        value={text}
        onChange={(event) => said(event.target.value)}
      />
    )
  const count = (typed: string) => onChange(typed === '' ? undefined : Number(typed))
  return (
    <span className="ans-number-field">
      <input
        className="k-input"
        aria-label={label}
        type="number"
        inputMode="decimal"
        min={question.least ?? undefined}
        max={question.most ?? undefined}
        value={text}
        onChange={(event) => count(event.target.value)}
      />
      {question.unit !== null && <span>{textIn(question.unit, lang)}</span>}
    </span>
  )
}
