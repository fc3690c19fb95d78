// Names and codes of the grids in a drawing: given by the keeper, proposed in the order in which the community counts.
import { type Drawing, type Part } from './drawing.ts'

export type PartWords = Pick<Part, 'code' | 'name' | 'nameEn'>

/** The code of a grid that goes on stays what it is. Ground that gets a name is a grid from then on. */
export function namePart(drawing: Drawing, key: string, words: PartWords): Drawing {
  return {
    ...drawing,
    parts: drawing.parts.map((part) =>
      part.key === key
        ? { ...part, ...words, code: part.was ?? words.code, unclaimed: false }
        : part,
    ),
  }
}

type Counting = { codeBegins: string; codesTaken: readonly string[]; digits: number }

/** Above every number the community ever gave: a code is not given twice. */
export function nextCode(
  parts: readonly Part[],
  { codeBegins, codesTaken, digits }: Counting,
): string {
  const used = [...codesTaken, ...parts.map(({ code }) => code)]
  const numbers = used.flatMap((code) => {
    const rest = code.startsWith(codeBegins) ? code.slice(codeBegins.length) : ''
    return rest.length === digits && /^\d+$/.test(rest) ? [Number(rest)] : []
  })
  return codeBegins + String(Math.max(0, ...numbers) + 1).padStart(digits, '0')
}

const numerals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** Up to 99, as grids are counted: 十、十一、二十、二十一. */
export function chineseNumber(n: number): string {
  if (n <= 10) return numerals[n] ?? String(n)
  if (n > 99) return String(n)
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  return `${tens > 1 ? numerals[tens] : ''}十${ones === 0 ? '' : numerals[ones]}`
}

/** Where the grids here are called by their number, the name that goes with a code; else none is proposed. */
export function nameFor(code: string, parts: readonly Part[], digits: number): PartWords {
  const n = Number(code.slice(-digits))
  const names = parts.map((part) => part.name)
  const english = parts.flatMap((part) => part.nameEn ?? [])
  const zh = names.some((name) => /^第\d+网格$/.test(name))
    ? `第${n}网格`
    : names.some((name) => /^第[一二三四五六七八九十]+网格$/.test(name))
      ? `第${chineseNumber(n)}网格`
      : ''
  return {
    code,
    name: zh,
    nameEn: zh !== '' && english.some((name) => /^Grid \d+$/.test(name)) ? `Grid ${n}` : null,
  }
}
