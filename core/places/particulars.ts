// What is asked beside a category while somebody reports: whether a person is inside, whether the manhole stands open. One
// tap each, a few at most, never words: nothing of a person is in an answer, and nobody has to ring back for it.
// The catalogue brings them with a category; a place may set its own by a dated rule 'cases.particulars'.
import type { Words } from '#core/kit/words.ts'
import type { Category } from './category.ts'

export type ParticularOption = {
  code: string
  label: Words
  /** Whoever answers so reports something that may hurt somebody: it enters as urgent. */
  urgent?: boolean
  /** What the reporter reads at once, before anybody comes. */
  advice?: Words
}

export type Particular = {
  code: string
  ask: Words
  options: ParticularOption[]
  /** Asked only after this answer to one before it. */
  after?: { code: string; option: string }
}

/** By code of the category: what a place asks instead of the catalogue. An empty list asks nothing. */
export type ParticularsByCategory = Readonly<Record<string, Particular[]>>

export const particularsMax = 4
export const optionsMax = 6
/** Characters of a question or an answer, and of an advice. */
export const lineMax = 40
export const adviceMax = 120

export const withOwnParticulars = (category: Category, own: ParticularsByCategory): Category =>
  Object.hasOwn(own, category.code) ? { ...category, particulars: own[category.code]! } : category

export type ParticularFault =
  | 'too_many'
  | 'code'
  | 'code_twice'
  | 'unknown'
  | 'words'
  | 'options'
  | 'after'

const codeForm = /^[a-z][a-z0-9]{0,19}$/
/** Control characters, and marks that turn the direction of what stands behind them. */
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u
const isLine = (words: unknown, most: number): words is Words => {
  const { zh, en } = (words ?? {}) as Partial<Words>
  return (
    hasOnly(words, ['zh', 'en']) &&
    [zh, en].every(
      (said) =>
        typeof said === 'string' &&
        said.trim() !== '' &&
        said.length <= most &&
        !unprintable.test(said),
    )
  )
}
/** The words go into every case that is answered: nothing unnamed goes along. */
const hasOnly = (value: unknown, names: readonly string[]): boolean =>
  Object.keys(value ?? {}).every((name) => names.includes(name))

/** The first fault of a list of questions; null if it can be asked. Takes anything: it may come from a file. */
export function faultOfParticulars(value: unknown): ParticularFault | null {
  if (!Array.isArray(value) || value.length > particularsMax) return 'too_many'
  const before = new Map<string, Set<string>>()
  for (const each of value as Particular[]) {
    const { code, ask, options, after } = (each ?? {}) as Partial<Particular>
    if (typeof code !== 'string' || !codeForm.test(code)) return 'code'
    if (before.has(code)) return 'code_twice'
    if (!hasOnly(each, ['code', 'ask', 'options', 'after'])) return 'unknown'
    if (!isLine(ask, lineMax)) return 'words'
    if (!Array.isArray(options) || options.length < 2 || options.length > optionsMax)
      return 'options'
    const fault = options.map(faultOfOption).find((found) => found !== null)
    if (fault !== undefined) return fault
    const codes = new Set(options.map((option: ParticularOption) => option.code))
    if (codes.size < options.length) return 'code_twice'
    if (after !== undefined && before.get(after?.code)?.has(after.option) !== true) return 'after'
    if (!hasOnly(after, ['code', 'option'])) return 'unknown'
    before.set(code, codes)
  }
  return null
}

function faultOfOption(option: unknown): ParticularFault | null {
  const { code, label, urgent, advice } = (option ?? {}) as Partial<ParticularOption>
  if (typeof code !== 'string' || !codeForm.test(code)) return 'code'
  if (!hasOnly(option, ['code', 'label', 'urgent', 'advice'])) return 'unknown'
  if (!isLine(label, lineMax)) return 'words'
  if (urgent !== undefined && typeof urgent !== 'boolean') return 'options'
  return advice === undefined || isLine(advice, adviceMax) ? null : 'words'
}
