// The questions beside a category while a rule keeper writes them: both tongues apart, and what hangs on what by place in
// the list. A question keeps its code for life, so that answers already given stay with it.
import type { Words } from '#core/kit/words.ts'
import type { Particular } from '#core/places/particulars.ts'

export type OptionDraft = {
  code: string
  zh: string
  en: string
  urgent: boolean
  adviceZh: string
  adviceEn: string
}
export type QuestionDraft = {
  code: string
  zh: string
  en: string
  options: OptionDraft[]
  /** `question/answer` it hangs on; empty: always asked. */
  after: string
}

export const draftOf = (asked: readonly Particular[]): QuestionDraft[] =>
  asked.map(({ code, ask, options, after }) => ({
    code,
    ...ask,
    options: options.map((option) => ({
      code: option.code,
      ...option.label,
      urgent: option.urgent === true,
      adviceZh: option.advice?.zh ?? '',
      adviceEn: option.advice?.en ?? '',
    })),
    after: after === undefined ? '' : `${after.code}/${after.option}`,
  }))

/** Without English of its own the Chinese stands for it: better than nothing to tap. */
const both = (zh: string, en: string): Words => ({
  zh: zh.trim(),
  en: en.trim() === '' ? zh.trim() : en.trim(),
})

export function particularsOf(draft: readonly QuestionDraft[]): Particular[] {
  return draft.map(({ code, zh, en, options, after }) => {
    const [question = '', option = ''] = after.split('/')
    return {
      code,
      ask: both(zh, en),
      options: options.map((one) => ({
        code: one.code,
        label: both(one.zh, one.en),
        ...(one.urgent ? { urgent: true } : {}),
        ...(one.adviceZh.trim() === '' ? {} : { advice: both(one.adviceZh, one.adviceEn) }),
      })),
      ...(after === '' ? {} : { after: { code: question, option } }),
    }
  })
}

/** The first code of its kind that is not taken: q1, q2 …, a1, a2 … */
export function freeCode(kind: 'q' | 'a', taken: readonly { code: string }[]): string {
  const codes = new Set(taken.map(({ code }) => code))
  for (let n = 1; ; n += 1) if (!codes.has(`${kind}${n}`)) return `${kind}${n}`
}

export const newOption = (taken: readonly OptionDraft[]): OptionDraft => ({
  code: freeCode('a', taken),
  zh: '',
  en: '',
  urgent: false,
  adviceZh: '',
  adviceEn: '',
})

export function newQuestion(taken: readonly QuestionDraft[]): QuestionDraft {
  const first = newOption([])
  const code = freeCode('q', taken)
  return { code, zh: '', en: '', options: [first, newOption([first])], after: '' }
}

/** Whatever hung on a question or an answer that is gone is asked always. */
export function untied(draft: readonly QuestionDraft[]): QuestionDraft[] {
  const offered = new Set<string>()
  return draft.map((one) => {
    const kept = one.after === '' || offered.has(one.after) ? one : { ...one, after: '' }
    for (const option of one.options) offered.add(`${one.code}/${option.code}`)
    return kept
  })
}

/** Answers to earlier questions, for the choice of when a later one is asked. */
export const offeredBefore = (draft: readonly QuestionDraft[], at: number) =>
  draft.slice(0, at).flatMap((question) =>
    question.options.map((option) => ({
      value: `${question.code}/${option.code}`,
      question,
      option,
    })),
  )
