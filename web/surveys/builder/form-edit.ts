// Edits of a questionnaire as values: each takes one and answers the next. Places are [section, question].
import { blankQuestion, words } from '#core/surveys/blank.ts'
import {
  type Question,
  type QuestionKind,
  type Questionnaire,
  type Section,
  allQuestions,
} from '#core/surveys/question.ts'

export type At = { section: number; question: number | null }

function freeCode(taken: readonly string[], stem: string): string {
  let n = taken.length + 1
  while (taken.includes(`${stem}${n}`)) n += 1
  return `${stem}${n}`
}

const replaced = <T>(list: readonly T[], at: number, item: T): T[] =>
  list.map((each, i) => (i === at ? item : each))

function moved<T>(list: readonly T[], from: number, by: number): T[] {
  const to = from + by
  if (to < 0 || to >= list.length) return [...list]
  const next = [...list]
  const [item] = next.splice(from, 1)
  if (item !== undefined) next.splice(to, 0, item)
  return next
}

export function changeSection(form: Questionnaire, at: number, part: Partial<Section>) {
  const section = form.sections[at]
  if (section === undefined) return form
  return { ...form, sections: replaced(form.sections, at, { ...section, ...part }) }
}

export function changeQuestion(form: Questionnaire, at: At, part: Partial<Question>) {
  const section = form.sections[at.section]
  const question = at.question === null ? undefined : section?.questions[at.question]
  if (section === undefined || question === undefined || at.question === null) return form
  const questions = replaced(section.questions, at.question, { ...question, ...part })
  return changeSection(form, at.section, { questions })
}

export function addSection(form: Questionnaire): Questionnaire {
  const code = freeCode(
    form.sections.map((section) => section.code),
    's',
  )
  const section = { code, title: words('', ''), note: null, showIf: null, questions: [] }
  return { ...form, sections: [...form.sections, section] }
}

export function addQuestion(form: Questionnaire, at: number, kind: QuestionKind): Questionnaire {
  const section = form.sections[at]
  if (section === undefined) return form
  const code = freeCode(
    allQuestions(form).map((question) => question.code),
    'q',
  )
  return changeSection(form, at, { questions: [...section.questions, blankQuestion(code, kind)] })
}

/** Past the end of its section it goes to the next one, past the beginning to the one before. */
export function moveItem(form: Questionnaire, at: At, by: 1 | -1): { form: Questionnaire; at: At } {
  if (at.question === null) {
    const to = Math.min(form.sections.length - 1, Math.max(0, at.section + by))
    return {
      form: { ...form, sections: moved(form.sections, at.section, by) },
      at: { ...at, section: to },
    }
  }
  const section = form.sections[at.section]
  const question = section?.questions[at.question]
  if (section === undefined || question === undefined) return { form, at }
  const to = at.question + by
  if (to >= 0 && to < section.questions.length) {
    const questions = moved(section.questions, at.question, by)
    return {
      form: changeSection(form, at.section, { questions }),
      at: { section: at.section, question: to },
    }
  }
  const beside = form.sections[at.section + by]
  if (beside === undefined) return { form, at }
  const left = changeSection(form, at.section, {
    questions: section.questions.filter((each) => each !== question),
  })
  const questions = by === 1 ? [question, ...beside.questions] : [...beside.questions, question]
  return {
    form: changeSection(left, at.section + by, { questions }),
    at: { section: at.section + by, question: by === 1 ? 0 : questions.length - 1 },
  }
}

export function removeItem(form: Questionnaire, at: At): Questionnaire {
  if (at.question === null)
    return { ...form, sections: form.sections.filter((_, i) => i !== at.section) }
  const section = form.sections[at.section]
  if (section === undefined) return form
  return changeSection(form, at.section, {
    questions: section.questions.filter((_, i) => i !== at.question),
  })
}

/** A file from elsewhere, or why it cannot be one. What is missing is filled with nothing; faults are shown beside. */
export function readForm(text: string): Questionnaire | null {
  try {
    const read = JSON.parse(text) as Partial<Questionnaire>
    if (!Array.isArray(read.sections)) return null
    const blank = words('', '')
    const sections = read.sections.map((section) => ({
      code: section.code,
      title: section.title ?? blank,
      note: section.note ?? null,
      showIf: section.showIf ?? null,
      questions: section.questions.map((question) => ({
        ...blankQuestion(question.code, question.kind),
        ...question,
      })),
    }))
    return { title: read.title ?? blank, intro: read.intro ?? blank, sections }
  } catch {
    return null
  }
}
