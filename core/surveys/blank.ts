// A blank question and a blank questionnaire: what the builder adds, and what tests and the demo start from.
import type { Words } from '#core/kit/words.ts'
import type { Option, Question, QuestionKind, Questionnaire } from './question.ts'

export const words = (zh: string, en = zh): Words => ({ zh, en })

/** Kept two years unless its author says otherwise. */
export const usualKeepMonths = 24

export function question(code: string, kind: QuestionKind, more: Partial<Question> = {}): Question {
  return {
    code,
    kind,
    title: words(code),
    hint: null,
    purpose: words('了解需要', 'To learn what is needed'),
    keepMonths: usualKeepMonths,
    required: false,
    options: [],
    rows: [],
    scale: null,
    pickMax: null,
    randomOrder: false,
    showIf: null,
    unit: null,
    least: null,
    most: null,
    ...more,
  }
}

export function questionnaire(questions: Question[]): Questionnaire {
  const section = { code: 'main', title: words('问题', 'Questions'), note: null, showIf: null }
  return {
    title: words('居民需求问卷', 'What residents need'),
    intro: words('社区想知道您需要什么。', 'The community would like to know what you need.'),
    sections: [{ ...section, questions }],
  }
}

/** A question as the builder adds it: the parts its kind cannot be without are there, the texts are empty. */
export function blankQuestion(code: string, kind: QuestionKind): Question {
  const empty = words('')
  const options: Option[] = ['a', 'b'].map((each) => ({ code: each, label: empty }))
  const chooses = ['single', 'multiple', 'ranking', 'matrix'].includes(kind)
  return question(code, kind, {
    title: empty,
    purpose: empty,
    options: chooses ? options : [],
    rows: kind === 'matrix' ? [{ code: 'r1', label: empty }] : [],
    scale: kind === 'rating' ? { from: 1, to: 5, low: empty, high: empty } : null,
  })
}
