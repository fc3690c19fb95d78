// What is wrong with a sheet of answers, told at its question. The same on the phone, at the paper desk, in an import.
import type { Words } from '#core/kit/words.ts'
import {
  type Answers,
  type AnswerValue,
  type Question,
  type Questionnaire,
  allQuestions,
  askedOf,
} from './question.ts'
import { answerFaultWords as words } from './words-faults.ts'

export type AnswerFault = { question: string; words: Words }

/** A paper sheet or an import may leave open what a screen insists on: then `required` is not asked for. */
export function faultsOfAnswers(
  questionnaire: Questionnaire,
  answers: Answers,
  insist = true,
): AnswerFault[] {
  const asked = askedOf(questionnaire, answers)
  const known = new Map(allQuestions(questionnaire).map((question) => [question.code, question]))
  const strange = Object.keys(answers).filter((code) => !known.has(code))
  const faults: AnswerFault[] = strange.map((question) => ({ question, words: words.noQuestion }))
  for (const [code, question] of known) {
    const value = answers[code]
    if (!asked.has(code)) continue
    const fault = value === undefined ? missing(question, insist) : faultOfValue(question, value)
    if (fault !== null) faults.push({ question: code, words: fault })
  }
  return faults
}

const missing = (question: Question, insist: boolean): Words | null =>
  insist && question.required ? words.required : null

const textMax = { shortText: 200, longText: 2000 } as const
export const photosMax = 3

/** One value for one question; null when it fits. */
export function faultOfValue(question: Question, value: AnswerValue): Words | null {
  switch (question.kind) {
    case 'single':
      return isOption(question, value) ? null : words.noOption
    case 'multiple':
    case 'ranking':
      return faultOfSet(question, value)
    case 'rating':
      return faultOfRating(question, value)
    case 'matrix':
      return faultOfMatrix(question, value)
    case 'number':
      return faultOfNumber(question, value)
    case 'date':
      return isDay(value) ? null : words.noDay
    case 'shortText':
    case 'longText':
      return faultOfText(value, textMax[question.kind])
    case 'place':
      return typeof value === 'string' && /^[0-9A-Za-z._-]{1,40}$/.test(value)
        ? null
        : words.noPlace
    case 'photo':
      return faultOfPhotos(question, value)
  }
}

const isOption = ({ options }: Question, value: unknown): boolean =>
  options.some((option) => option.code === value)

function faultOfSet(question: Question, value: AnswerValue): Words | null {
  if (!Array.isArray(value)) return words.noOption
  if (value.length === 0) return words.pickOne
  if (!value.every((code) => isOption(question, code))) return words.noOption
  if (new Set(value).size !== value.length) return words.twice
  if (question.pickMax !== null && value.length > question.pickMax)
    return filled(words.pickMax, question.pickMax)
  const alone = question.options.some((option) => option.exclusive && value.includes(option.code))
  return alone && value.length > 1 ? words.alone : null
}

function faultOfRating({ scale }: Question, value: AnswerValue): Words | null {
  if (typeof value !== 'number' || !Number.isInteger(value)) return words.noNumber
  if (scale === null) return words.noNumber
  return value < scale.from || value > scale.to ? words.offScale : null
}

function faultOfMatrix({ rows, options, required }: Question, value: AnswerValue): Words | null {
  if (typeof value !== 'object' || Array.isArray(value)) return words.noOption
  const lines = Object.entries(value)
  if (lines.length === 0) return words.pickOne
  const known = lines.every(
    ([row, option]) =>
      rows.some((each) => each.code === row) && options.some((each) => each.code === option),
  )
  if (!known) return words.noOption
  return required && lines.length < rows.length ? words.everyRow : null
}

function faultOfNumber({ least, most }: Question, value: AnswerValue): Words | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return words.noNumber
  if (least !== null && value < least) return filled(words.least, least)
  return most !== null && value > most ? filled(words.most, most) : null
}

function faultOfText(value: AnswerValue, max: number): Words | null {
  if (typeof value !== 'string') return words.noText
  if (value.trim() === '') return words.emptyText
  return value.length > max ? filled(words.tooLong, max) : null
}

function faultOfPhotos({ pickMax }: Question, value: AnswerValue): Words | null {
  const hashes = Array.isArray(value) ? value : [value]
  if (!hashes.every((hash) => typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash)))
    return words.noPhoto
  const max = Math.min(pickMax ?? 1, photosMax)
  return hashes.length > max ? filled(words.photosMax, max) : null
}

/** A day that exists, as YYYY-MM-DD. */
export function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false
  const at = Date.parse(`${value}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value)
}

const filled = (sentence: Words, value: number): Words => ({
  zh: sentence.zh.replace('{n}', String(value)),
  en: sentence.en.replace('{n}', String(value)),
})
