// An answer as a sentence: in the look over the sheet, when it is read aloud, when two typings are compared.
import type { Lang } from '#core/kit/words.ts'
import { type AnswerValue, type Question, textIn } from '#core/surveys/question.ts'
import { answerWords } from './words-answer.ts'

export function answerText(
  { options, rows, kind, unit }: Question,
  value: AnswerValue | undefined,
  lang: Lang,
  places: readonly { code: string; name: string }[] = [],
): string {
  const label = (code: string) => {
    const option = options.find((each) => each.code === code)
    return option === undefined ? code : textIn(option.label, lang)
  }
  if (value === undefined) return answerWords.notAnswered[lang]
  if (kind === 'photo')
    return lang === 'zh' ? `${[value].flat().length} 张照片` : `${[value].flat().length} photo(s)`
  if (kind === 'place')
    return places.find(({ code }) => code === value)?.name ?? String(value as string)
  if (Array.isArray(value))
    return kind === 'ranking'
      ? value.map((code, at) => `${at + 1}. ${label(code)}`).join(' ')
      : value.map(label).join(lang === 'zh' ? '、' : ', ')
  if (typeof value === 'object')
    return rows
      .filter(({ code }) => value[code] !== undefined)
      .map((row) => `${textIn(row.label, lang)}：${label(value[row.code] ?? '')}`)
      .join(lang === 'zh' ? '；' : '; ')
  if (kind === 'single') return label(String(value))
  return unit === null ? String(value) : `${value} ${textIn(unit, lang)}`
}

/** What is read aloud: the question, then what there is to choose. */
export function spokenQuestion(question: Question, lang: Lang): string {
  const ends =
    question.scale === null
      ? []
      : [textIn(question.scale.low, lang), textIn(question.scale.high, lang)]
  const choices = [...question.options, ...question.rows].map(({ label }) => textIn(label, lang))
  const hint = question.hint === null ? '' : textIn(question.hint, lang)
  return [textIn(question.title, lang), hint, ...choices, ...ends].filter(Boolean).join('。')
}
