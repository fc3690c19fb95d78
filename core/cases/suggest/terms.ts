// What a text is counted by: its words, pairs of neighbouring words, and for Chinese every two signs that touch, so that
// a word cut wrongly still counts. How words are cut is handed in. Numbers never count: they say who, not what.

/** Cuts a text into words; the server has a dictionary, a browser its own cutter. */
export type Segment = (text: string) => string[]

/** A word stands for itself; `~` marks two signs that touch, `+` joins two neighbouring words. */
export const isPair = (term: string) => term.startsWith('~')

const han = /^\p{Script=Han}+$/u
const worthy = /^[\p{L}\p{M}]+$/u
/** What a matter is, people say early. */
export const signsMax = 600

/** The terms of a text in order, repeated as often as they come. */
export function termsOf(text: string, segment: Segment): string[] {
  const plain = text.slice(0, signsMax).normalize('NFKC').toLowerCase()
  const words = segment(plain).filter((word) => word.trim() !== '')
  const terms: string[] = []
  let before: string | null = null
  for (const word of words) {
    if (!worthy.test(word)) {
      before = null
      continue
    }
    const chinese = han.test(word)
    if (!chinese || word.length > 1) terms.push(word)
    if (before !== null && !chinese) terms.push(`${before}+${word}`)
    before = chinese ? null : word
  }
  for (const run of plain.match(/\p{Script=Han}{2,}/gu) ?? [])
    for (let at = 0; at + 1 < run.length; at += 1) terms.push(`~${run.slice(at, at + 2)}`)
  return terms
}

/** A term as a reader would say it. */
export const said = (term: string) => term.replace('~', '').replace('+', ' ')
