// What the printed sheets share: days and times as paper says them, the head, the foot, the size a title fits in.
import type { ProgrammeView, SessionLine } from '#core/activities/contract-programme.ts'
import { spokenTime } from '#core/activities/rule-words.ts'
import { printWords } from '#core/activities/words-print.ts'
import { localDate, localTime } from '#core/kit/time.ts'
import type { LocalDate } from '#core/kit/time.ts'
import { type Lang, say } from '#core/kit/words.ts'
import { monthsEn } from '../kit/pdf-parts.ts'
import { type Block, type Run, type Shape, inks } from '../kit/pdf-sheet.ts'

export {
  emsOf,
  headOf,
  longDay,
  monthsEn,
  printable,
  sizeThatFits,
  weekdayOf,
  weekdayWords,
} from '../kit/pdf-parts.ts'

export type Printing = { lang: Lang; timeZone: string; publicUrl: string }

/** 11 月 23 日至 29 日; 23–29 November. */
export function spanOfDays(from: LocalDate, to: LocalDate, lang: Lang): string {
  const [, fromMonth = '', fromDate = ''] = from.split('-')
  const [, toMonth = '', toDate = ''] = to.split('-')
  const same = fromMonth === toMonth
  if (lang === 'zh')
    return `${Number(fromMonth)} 月 ${Number(fromDate)} 日至 ${same ? '' : `${Number(toMonth)} 月 `}${Number(toDate)} 日`
  const month = (text: string) => monthsEn[Number(text) - 1] ?? ''
  return same
    ? `${Number(fromDate)}–${Number(toDate)} ${month(toMonth)}`
    : `${Number(fromDate)} ${month(fromMonth)} – ${Number(toDate)} ${month(toMonth)}`
}

/** 14:00, without the naught of the morning: 9:30. */
export const clock = (instant: string, timeZone: string) =>
  localTime(instant, timeZone).replace(/^0/, '')

export const spokenClock = (instant: string, { timeZone, lang }: Printing) =>
  spokenTime(localTime(instant, timeZone))[lang]

/** 十六, 初一; only where the platform knows the calendar, and only in Chinese. */
export function lunarDay(day: LocalDate, lang: Lang): string {
  if (lang !== 'zh') return ''
  const parts = lunar.formatToParts(new Date(`${day}T12:00:00Z`))
  const number = Number.parseInt(parts.find((part) => part.type === 'day')?.value ?? '', 10)
  const month = parts.find((part) => part.type === 'month')?.value ?? ''
  return number === 1 ? month : (lunarDays[number - 1] ?? '')
}
const lunar = new Intl.DateTimeFormat('zh-CN-u-ca-chinese', {
  month: 'long',
  day: 'numeric',
  timeZone: 'UTC',
})
const tens = ['初', '十', '廿']
const ones = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const lunarDays = Array.from({ length: 30 }, (_, i) => {
  if (i === 9 || i === 19 || i === 29) return ['初十', '二十', '三十'][(i - 9) / 10] ?? ''
  return `${tens[Math.floor(i / 10)]}${ones[i % 10]}`
})

/** Cut at so many characters, with 等 or … at the end: for cells that must not grow. */
export function shortened(text: string, most: number): string {
  const characters = [...text]
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
}

export const dashedBox = (w: number, h: number): Shape => ({
  type: 'rect',
  x: 0,
  y: 0,
  w,
  h,
  lineWidth: 0.6,
  lineColor: inks.ink3,
  dash: { length: 2.2, space: 1.8 },
})

/** 鱼尾, the notched mark that opens a point of a poster. */
export function notch(size: number): Block {
  const points = [
    [0, 0],
    [size * 0.72, 0],
    [size * 0.72, size],
    [size * 0.36, size * 0.66],
    [0, size],
  ]
  return {
    canvas: [
      {
        type: 'polyline',
        closePath: true,
        color: inks.accent,
        points: points.map(([x = 0, y = 0]) => ({ x, y })),
      },
    ],
  }
}

export type Where = Pick<ProgrammeView, 'rooms'>
/** 三楼 健康大讲堂, or wherever else it is. */
export function whereOf(session: SessionLine, { rooms }: Where, lang: Lang): string {
  const room = rooms.find((one) => one.id === session.roomId)
  if (room === undefined) return session.place ?? ''
  return `${room.floorName[lang]} ${room.name[lang]}`
}

export function lecturerText(lecturer: SessionLine['lecturer']): string {
  if (lecturer === null) return ''
  const { organisation, role, shown } = lecturer
  return [`${organisation ?? ''}${role ?? ''}`, shown ?? ''].filter(Boolean).join(' ')
}

/** 停一次 or 改期, in the colour of what one should look at. */
export function stateRun(session: SessionLine, lang: Lang, fontSize: number): Run[] {
  const text = session.cancelled
    ? printWords.cancelled
    : session.movedFrom === null
      ? null
      : printWords.moved
  return text === null
    ? []
    : [{ text: ` ${say(text, lang)}`, color: inks.zhe, bold: true, fontSize }]
}

export const dayOf = (instant: string, timeZone: string) => localDate(instant, timeZone)
