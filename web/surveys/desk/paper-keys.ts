// Typing paper by keyboard: digits name options in the order they are printed. What was typed becomes an answer, and an
// answer what would be typed.
import type { AnswerValue, Question } from '#core/surveys/question.ts'

/** `null` when it cannot be read; `undefined` for no answer. Options from the tenth on are parted by commas. */
export function typedAnswer(question: Question, typed: string): AnswerValue | undefined | null {
  const text = typed.trim()
  if (text === '') return undefined
  const { kind, options, rows } = question
  const many = /[,，、 ]/.test(text) ? text.split(/[,，、 ]+/).filter(Boolean) : [...text]
  const code = (digit: string) => options[Number(digit) - 1]?.code
  switch (kind) {
    case 'single':
      return code(text) ?? null
    case 'multiple':
    case 'ranking': {
      const plain = options.length > 9 && !/[,，、 ]/.test(text) ? [text] : many
      const codes = plain.map(code)
      return codes.every((each) => each !== undefined) ? (codes as string[]) : null
    }
    case 'matrix': {
      // One digit a row, in order; 0 or - where a row was left out.
      if (many.length !== rows.length) return null
      const lines = rows.flatMap((row, at): [string, string | undefined][] =>
        /^[0-]$/.test(many[at] ?? '') ? [] : [[row.code, code(many[at] ?? '')]],
      )
      if (lines.some(([, option]) => option === undefined)) return null
      return Object.fromEntries(lines) as Record<string, string>
    }
    case 'rating':
    case 'number':
      return Number.isNaN(Number(text)) ? null : Number(text)
    case 'date':
      return text.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
    default:
      return text
  }
}

/** With more than nine options a run of digits could be read in two ways: several are parted by commas. */
export const needsCommas = ({ kind, options }: Question): boolean =>
  (kind === 'multiple' || kind === 'ranking' || kind === 'matrix') && options.length > 9

/** What stands beside the box: 1 有 2 没有. */
export function keyLegend(
  { options, rows, scale }: Question,
  say: (words: { zh: string; en: string }) => string,
): string {
  const listed = options.map((option, at) => `${at + 1} ${say(option.label)}`).join('　')
  const lines = rows.length > 0 ? `${rows.map((row) => say(row.label)).join('、')}：` : ''
  if (scale !== null) return `${scale.from}–${scale.to}`
  return lines + listed
}
