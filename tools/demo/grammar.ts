// A small grammar for demo texts. `[a|b|c]` stands for one of its parts (an empty part is allowed, parts
// may nest), `<2-6>` for a number in Chinese, `#2-6#` for one in digits, `{name}` for a value handed in.
import type { Dice } from './dice.ts'

const numerals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

export function inChinese(n: number): string {
  if (n <= 10) return numerals[n] ?? String(n)
  if (n >= 100) return String(n)
  const tens = n < 20 ? '十' : `${numerals[Math.floor(n / 10)]}十`
  return n % 10 === 0 ? tens : tens + numerals[n % 10]
}

/** Before these a number tells which one, not how many: 二楼, but 两盏. */
const ordinal = '楼号月'

function counted(n: number): string {
  return n === 2 ? '两' : inChinese(n)
}

export function grow(
  by: Dice,
  phrase: string,
  values: Readonly<Record<string, string>> = {},
): string {
  let text = phrase
  while (text.includes('[')) {
    const open = text.lastIndexOf('[')
    const close = text.indexOf(']', open)
    if (close < 0) throw new Error(`a bracket stays open in "${phrase}"`)
    const chosen = by.pick(text.slice(open + 1, close).split('|'))
    text = text.slice(0, open) + chosen + text.slice(close + 1)
  }
  return text
    .replace(/<(\d+)-(\d+)>(.?)/g, (_, a: string, b: string, measure: string) => {
      const n = by.int(Number(a), Number(b))
      return (ordinal.includes(measure) ? inChinese(n) : counted(n)) + measure
    })
    .replace(/#(\d+)-(\d+)#/g, (_, a: string, b: string) => String(by.int(Number(a), Number(b))))
    .replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}

/** A book of phrases per category, written as lines so that it can be read and mended without code. */
export type Phrases = {
  /** Which kind of place it happens at (whereabouts.ts). */
  at: string
  /** What is the matter · what follows from it · what is asked · what was done about it. */
  what: string[]
  so: string[]
  ask: string[]
  done: string[]
}

const shelves: Readonly<Record<string, Exclude<keyof Phrases, 'at'>>> = {
  '?': 'what',
  '>': 'so',
  '!': 'ask',
  '=': 'done',
}

/** Reads `# code place` followed by lines that begin with ? > ! = and hold phrases parted by " / ". */
export function readPhrases(book: string): Map<string, Phrases> {
  const read = new Map<string, Phrases>()
  let current: Phrases | null = null
  for (const line of book.split('\n').map((each) => each.trim())) {
    const mark = line[0] ?? ''
    const rest = line.slice(1).trim()
    if (mark === '#') {
      const [code = '', at = 'estate'] = rest.split(' ')
      current = { at, what: [], so: [], ask: [], done: [] }
      read.set(code, current)
      continue
    }
    const shelf = shelves[mark]
    if (shelf !== undefined) current?.[shelf].push(...rest.split(' / '))
  }
  return read
}
