// Templates for replies: words an office says often, with places that a case fills. They spare typing; what is sent is what
// the person leaves standing, and no template decides anything.
import type { Move } from './move-names.ts'

/** The moves whose words a person writes by hand. */
export const templateMoves = [
  'triage',
  'notAccept',
  'decideContest',
  'contact',
  'waitForReporter',
  'return',
  'uphold',
  'transfer',
  'handle',
  'checkFail',
  'close',
  'requestExtension',
  'grantExtension',
  'suspend',
  'refuseSuspension',
  'answerSupervision',
  'note',
] as const satisfies readonly Move[]
export type TemplateMove = (typeof templateMoves)[number]

export const titleMax = 40
export const wordsMax = 500

/** What a case fills in, by both of its names. */
export const placeholders = {
  number: '编号',
  category: '类别',
  due: '时限',
  unit: '单位',
  place: '地点',
  community: '社区',
  today: '今天',
  phone: '电话',
} as const
export type Placeholder = keyof typeof placeholders

export const placeholderKeys = Object.keys(placeholders) as Placeholder[]

const form = /\{([^{}]*)\}/g

function keyOf(name: string): Placeholder | null {
  const asked = name.trim()
  return placeholderKeys.find((key) => key === asked || placeholders[key] === asked) ?? null
}

/** What stands in braces and is nothing a case could fill; a single brace is a fault, too. */
export function unknownPlaceholders(words: string): string[] {
  const unknown = [...words.matchAll(form)].flatMap(([whole, name = '']) =>
    keyOf(name) === null ? [whole] : [],
  )
  const stray = words.replace(form, '').match(/[{}]/)
  return stray === null ? unknown : [...unknown, stray[0]]
}

export type Values = Readonly<Record<Placeholder, string | null>>

/** A place the case cannot fill stays visible as dots: the person sees what to write. */
export const fillTemplate = (words: string, values: Values): string =>
  words.replace(form, (whole, name: string) => {
    const key = keyOf(name)
    return key === null ? whole : (values[key] ?? '……')
  })

export type Template = {
  readonly move: string
  readonly category: { readonly code: string } | null
}

/** For this act of this case: its own category first, then what is for all; within each by the order given. */
export function fitting<T extends Template>(
  templates: readonly T[],
  of: { move: string; category: string },
): T[] {
  const here = templates.filter(
    (one) =>
      one.move === of.move && (one.category === null || isUnder(of.category, one.category.code)),
  )
  return [
    ...here.filter((one) => one.category !== null),
    ...here.filter((one) => one.category === null),
  ]
}

/** Codes of a branch begin those below it: E01, E01-11. */
const isUnder = (code: string, branch: string): boolean =>
  code === branch ||
  code.startsWith(`${branch}-`) ||
  (branch.length === 1 && code.startsWith(branch))

export function whyCannotKeep(input: {
  move: string
  words: string
  title: string
}): 'unknown_move' | 'unknown_placeholder' | 'words_missing' | null {
  if (!templateMoves.some((move) => move === input.move)) return 'unknown_move'
  if ([input.title, input.words].some((said) => [...said.trim()].length < 2)) return 'words_missing'
  return unknownPlaceholders(input.words).length > 0 ? 'unknown_placeholder' : null
}
