// What every printed sheet shares: days as paper says them, typed words made printable, sizes that fit, the head.
import { weekday } from '#core/kit/time.ts'
import type { LocalDate } from '#core/kit/time.ts'
import type { Lang, Words } from '#core/kit/words.ts'
import { type Block, mark, twinRule } from './pdf-sheet.ts'

export const weekdayWords: readonly Words[] = [
  { zh: '星期一', en: 'Monday' },
  { zh: '星期二', en: 'Tuesday' },
  { zh: '星期三', en: 'Wednesday' },
  { zh: '星期四', en: 'Thursday' },
  { zh: '星期五', en: 'Friday' },
  { zh: '星期六', en: 'Saturday' },
  { zh: '星期日', en: 'Sunday' },
]
export const monthsEn = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

export const weekdayOf = (day: LocalDate, lang: Lang) =>
  weekdayWords[weekday(day) - 1]?.[lang] ?? ''

/** 2026 年 11 月 24 日; 24 November 2026. */
export function longDay(day: LocalDate, lang: Lang): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return lang === 'zh'
    ? `${year} 年 ${Number(month)} 月 ${Number(date)} 日`
    : `${Number(date)} ${monthsEn[Number(month) - 1]} ${year}`
}

/** What was typed may hold what no font has a sign for: control characters go, line ends become spaces. */
export const printable = (text: string) =>
  text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]+/gu, ' ').trim()

/** How wide a text is, in ems: 汉字 are one each, Latin letters a good half. */
export function emsOf(text: string): number {
  let ems = 0
  for (const character of text) ems += (character.codePointAt(0) ?? 0) < 0x2e80 ? 0.56 : 1
  return ems
}

/** The largest of these sizes in which a text fits a box; the smallest if none does. */
export function sizeThatFits(
  text: string,
  box: { width: number; height: number; lineHeight: number },
  sizes: readonly number[],
): number {
  const fits = (size: number) => {
    const lines = Math.ceil(emsOf(text) / Math.max(1, Math.floor(box.width / size)))
    return lines * size * box.lineHeight * 1.16 <= box.height
  }
  return sizes.find(fits) ?? sizes.at(-1) ?? 12
}

export function headOf(width: number, left: string, right: string, size = 13): Block {
  return {
    stack: [
      {
        columns: [
          { width: size + 10, stack: [mark(size + 2)], margin: [0, 1, 0, 0] },
          { width: '*', text: printable(left), fontSize: size, bold: true },
          { width: 'auto', text: printable(right), fontSize: size, alignment: 'right' },
        ],
      },
      { stack: [twinRule(width)], margin: [0, 6, 0, 0] },
    ],
  }
}
