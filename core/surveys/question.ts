// What a questionnaire is: sections of questions of eleven kinds, with routing. Plain values, the same on the phone of
// a resident, on the desk of whoever writes it and under the tabulation.
import type { Words } from '#core/kit/words.ts'

export const questionKinds = [
  'single',
  'multiple',
  'rating',
  'ranking',
  'matrix',
  'number',
  'date',
  'shortText',
  'longText',
  'place',
  'photo',
] as const
export type QuestionKind = (typeof questionKinds)[number]

/** `exclusive`: stands alone, as "none of these" does. */
export type Option = { code: string; label: Words; exclusive?: boolean }

/** An answer to an earlier question: one of these option codes, or with `not` none of them. */
export type Test = { question: string; has: string[]; not?: boolean }
export type Condition = { all?: Test[]; any?: Test[] }

export type Scale = { from: number; to: number; low: Words; high: Words }

export type Question = {
  code: string
  kind: QuestionKind
  title: Words
  hint: Words | null
  /** Why it is asked, in a sentence beside it. */
  purpose: Words
  /** So many months after the end of the survey its answers are removed. */
  keepMonths: number
  required: boolean
  options: Option[]
  rows: Option[]
  scale: Scale | null
  pickMax: number | null
  randomOrder: boolean
  showIf: Condition | null
  unit: Words | null
  least: number | null
  most: number | null
}

export type Section = {
  code: string
  title: Words
  note: Words | null
  showIf: Condition | null
  questions: Question[]
}

export type Questionnaire = { title: Words; intro: Words; sections: Section[] }

/**
 * single, date and texts a string; rating and number a number; multiple a set of option codes and ranking a list in
 * order; matrix row → option; place the code of the grid it lies in (never a point); photos their content hashes.
 */
export type AnswerValue = string | number | string[] | Record<string, string>
/** By question code; what is not answered is absent. */
export type Answers = Record<string, AnswerValue>

export const channels = ['web', 'assisted', 'paper', 'import'] as const
export type Channel = (typeof channels)[number]

export const allQuestions = (questionnaire: Questionnaire): Question[] =>
  questionnaire.sections.flatMap((section) => section.questions)

export function findQuestion(questionnaire: Questionnaire, code: string): Question | null {
  return allQuestions(questionnaire).find((question) => question.code === code) ?? null
}

/** What a condition may ask about an answer: option codes, numbers as text, `row=option` of a matrix. */
export function codesOf(value: AnswerValue | undefined): string[] {
  if (value === undefined) return []
  if (Array.isArray(value)) return value
  if (typeof value === 'object')
    return Object.entries(value).map(([row, option]) => `${row}=${option}`)
  return [String(value)]
}

function holds({ question, has, not }: Test, answers: Answers): boolean {
  const codes = codesOf(answers[question])
  return has.some((code) => codes.includes(code)) !== (not ?? false)
}

export function meets(condition: Condition | null, answers: Answers): boolean {
  if (condition === null) return true
  const { all = [], any = [] } = condition
  return (
    all.every((test) => holds(test, answers)) &&
    (any.length === 0 || any.some((test) => holds(test, answers)))
  )
}

/**
 * The questions asked of whoever gave these answers: the base of each. What was answered before a change of mind led
 * around it counts as never answered.
 */
export function askedOf(questionnaire: Questionnaire, answers: Answers): ReadonlySet<string> {
  const asked = new Set<string>()
  const counted: Answers = {}
  for (const section of questionnaire.sections) {
    if (!meets(section.showIf, counted)) continue
    for (const question of section.questions) {
      if (!meets(question.showIf, counted)) continue
      asked.add(question.code)
      const value = answers[question.code]
      if (value !== undefined) counted[question.code] = value
    }
  }
  return asked
}

/** The answers that count: those to questions that were asked. */
export function countedAnswers(questionnaire: Questionnaire, answers: Answers): Answers {
  const asked = askedOf(questionnaire, answers)
  return Object.fromEntries(Object.entries(answers).filter(([code]) => asked.has(code)))
}

const secondsOf: Record<QuestionKind, (question: Question) => number> = {
  single: ({ options }) => 4 + options.length,
  multiple: ({ options }) => 5 + 1.5 * options.length,
  rating: () => 6,
  ranking: ({ options, pickMax }) => 6 + options.length + 4 * (pickMax ?? options.length),
  matrix: ({ rows }) => 5 + 5 * rows.length,
  number: () => 8,
  date: () => 10,
  shortText: () => 15,
  longText: () => 40,
  place: () => 25,
  photo: () => 40,
}
const signsPerSecond = 6

/**
 * Minutes of somebody who reads calmly, rounded up: reading at six signs a second and a while for each kind of answer.
 * A question behind a condition counts half.
 */
export function estimatedMinutes(questionnaire: Questionnaire): number {
  const { intro, sections } = questionnaire
  let seconds = intro.zh.length / signsPerSecond
  for (const section of sections)
    for (const question of section.questions) {
      const reading = (question.title.zh.length + (question.hint?.zh.length ?? 0)) / signsPerSecond
      const share = section.showIf === null && question.showIf === null ? 1 : 0.5
      seconds += share * (reading + secondsOf[question.kind](question))
    }
  return Math.max(1, Math.ceil(seconds / 60))
}

/** The words in the reader's language; where nobody wrote English, the Chinese. */
export function textIn(words: Words, lang: 'zh' | 'en'): string {
  return words[lang] === '' ? words.zh : words[lang]
}
