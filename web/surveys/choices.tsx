// Answers by pressing: one, several, in order, on a scale, row by row. Every target is as large as a thumb needs.
import { useId } from 'react'
import type { AnswerValue, Option, Question } from '#core/surveys/question.ts'
import { textIn } from '#core/surveys/question.ts'
import { useWords } from '#web/kit/language.ts'
import { answerWords } from './words-answer.ts'

type Shown = Option & { text: string }
type Props<V> = {
  question: Question
  options: Shown[]
  value: V
  onChange: (value: AnswerValue | undefined) => void
}

export function OneChoice({ options, value, onChange }: Props<string | null>) {
  const name = useId()
  return (
    <div className="ans-list">
      {options.map((option) => (
        <label key={option.code} className="ans-tile">
          <input
            type="radio"
            name={name}
            checked={value === option.code}
            onChange={() => onChange(option.code)}
          />
          <span>{option.text}</span>
        </label>
      ))}
    </div>
  )
}

/** Ticking what stands alone unticks the rest, and the other way round. */
function toggled(options: Shown[], value: string[], { code, exclusive }: Shown): string[] {
  if (value.includes(code)) return value.filter((each) => each !== code)
  if (exclusive === true) return [code]
  const alone = new Set(options.filter((each) => each.exclusive).map((each) => each.code))
  return [...value.filter((each) => !alone.has(each)), code]
}

export function ManyChoices({ question, options, value, onChange }: Props<string[]>) {
  const { t } = useWords()
  const max = question.pickMax
  const full = max !== null && value.length >= max
  const note = useId()
  return (
    <>
      {max !== null && (
        <p className="k-why" id={note} role="status">
          {t(full ? answerWords.full : answerWords.pickUpTo, { n: max, k: value.length })}
        </p>
      )}
      <div className="ans-list">
        {options.map((option) => {
          const on = value.includes(option.code)
          const shut = full && !on && option.exclusive !== true
          const next = toggled(options, value, option)
          return (
            <label key={option.code} className={`ans-tile is-many${shut ? ' is-off' : ''}`}>
              <input
                type="checkbox"
                checked={on}
                aria-disabled={shut || undefined}
                aria-describedby={max === null ? undefined : note}
                onChange={() => (shut ? undefined : onChange(next.length === 0 ? undefined : next))}
              />
              <span>{option.text}</span>
            </label>
          )
        })}
      </div>
    </>
  )
}

export function Ranked({ question, options, value, onChange }: Props<string[]>) {
  const { t } = useWords()
  const max = question.pickMax ?? options.length
  const press = (code: string) => {
    const without = value.filter((each) => each !== code)
    const next = without.length < value.length ? without : [...value, code].slice(0, max)
    onChange(next.length === 0 ? undefined : next)
  }
  return (
    <>
      <p className="k-why">{t(answerWords.rankUpTo, { n: max })}</p>
      <div className="ans-list">
        {options.map(({ code, text }) => {
          const at = value.indexOf(code)
          const shut = at === -1 && value.length >= max
          return (
            <button
              key={code}
              type="button"
              className={`ans-tile is-rank${at === -1 ? '' : ' is-on'}${shut ? ' is-off' : ''}`}
              aria-pressed={at !== -1}
              aria-disabled={shut || undefined}
              onClick={() => (shut ? undefined : press(code))}
            >
              <i>{at === -1 ? '' : at + 1}</i>
              <span>{text}</span>
            </button>
          )
        })}
      </div>
    </>
  )
}

export function Rating({ question, value, onChange }: Props<number | null>) {
  const { lang } = useWords()
  const name = useId()
  const scale = question.scale ?? { from: 1, to: 5, low: null, high: null }
  const steps = Array.from({ length: scale.to - scale.from + 1 }, (_, at) => scale.from + at)
  const ends = [scale.low, scale.high].map((words) => (words === null ? '' : textIn(words, lang)))
  return (
    <div className="ans-scale">
      <div className="ans-steps" style={{ '--steps': steps.length } as React.CSSProperties}>
        {steps.map((step, at) => (
          <label key={step}>
            <input
              type="radio"
              name={name}
              checked={value === step}
              aria-label={`${step} ${at === 0 ? ends[0] : at === steps.length - 1 ? ends[1] : ''}`.trim()}
              onChange={() => onChange(step)}
            />
            <span>{step}</span>
          </label>
        ))}
      </div>
      <p className="ans-ends" aria-hidden="true">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </p>
    </div>
  )
}

export function Matrix({ question, options, value, onChange }: Props<Record<string, string>>) {
  const { lang } = useWords()
  const name = useId()
  return (
    <div className="ans-matrix">
      {question.rows.map((row) => {
        const text = textIn(row.label, lang)
        return (
          <div key={row.code} role="radiogroup" aria-label={text}>
            <b>{text}</b>
            <div className="ans-steps" style={{ '--steps': options.length } as React.CSSProperties}>
              {options.map((option) => (
                <label key={option.code}>
                  <input
                    type="radio"
                    name={`${name}-${row.code}`}
                    checked={value[row.code] === option.code}
                    onChange={() => onChange({ ...value, [row.code]: option.code })}
                  />
                  <span>{option.text}</span>
                </label>
              ))}
            </div>
          </div>
        )
      })}
    </div>
  )
}
