// The order in which options are shown: mixed for each sheet where the question says so, always the same for one sheet.
// What stands alone ("none of these") stays last.
import type { Option, Question } from './question.ts'

export function orderedOptions(question: Question, seed: string): Option[] {
  const { options, randomOrder, code } = question
  if (!randomOrder) return options
  const loose = options.filter((option) => option.exclusive !== true)
  const key = new Map(loose.map((option) => [option, mixed(`${seed} ${code} ${option.code}`)]))
  return [
    ...loose.toSorted((a, b) => (key.get(a) ?? 0) - (key.get(b) ?? 0)),
    ...options.filter((option) => option.exclusive === true),
  ]
}

/** FNV-1a with a last stir: enough for an order of options. */
function mixed(text: string): number {
  let hash = 2_166_136_261
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619)
  hash ^= hash >>> 15
  return Math.imul(hash, 2_246_822_519) >>> 0
}
