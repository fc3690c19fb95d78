// When people report what: the share of every matter by month, by day of the week and by hour, the festivals, the
// rains. Invented, but with the shape such lists have: leaks and heat in summer, floods from May to September,
// noise in the evening, rubbish around Spring Festival.
import type { Source } from '#core/cases/case.ts'
import { localDate, weekday } from '#core/kit/time.ts'
import { hashUnit } from './hash.ts'

const zone = 'Asia/Shanghai'

/** How often among all; the rest weigh 4. */
const weights: Readonly<Record<string, number>> = {
  'P01-01-1': 2, 'P01-01-2': 9, 'P01-04': 9, 'P01-37-1': 2, 'P01-37-2': 14, 'P01-37-3': 3, 'P02-01': 9, 'P02-02': 14,
  'P03-05': 9, 'P03-06': 2, 'P04-01': 4, 'P05-01': 8, 'P05-02': 12, 'P05-03': 9, 'P05-04': 22, 'E01-01-1': 5,
  'E01-10': 44, 'E01-11': 20, 'E01-12': 22, 'E01-28': 12, 'E01-30': 10, 'E01-84': 10, 'E01-92': 26, 'E02-01': 24,
  'E03-01': 10, 'E04-06': 20, 'E04-08': 26, 'E04-10': 26, 'E04-96': 14, 'E05-01': 2, 'E05-02': 1, 'E05-05': 2,
  'E05-07': 3, 'E05-96': 3, 'E05-97': 1, 'E05-98': 4, 'E06-03': 2, 'C01-01': 12, 'C01-02': 12, 'C01-03': 14,
  'C01-04': 20, 'C01-06': 14, 'C02-01': 34, 'C02-02': 26, 'C02-03': 18, 'C02-04': 3, 'C03-01': 14, 'C03-04': 8,
  'C04-01': 5, 'C04-02': 6, 'C04-03': 8, 'C05-01': 22, 'C05-02': 12, 'C05-03': 9, 'C06-01': 7, 'C06-02': 5, 'C06-03': 5,
} // prettier-ignore

/** January to December, by the beginning of a code; the first that fits. */
const seasons: readonly (readonly [start: string, months: readonly number[]])[] = [
  ['E05-07', [0.1, 0.1, 0.3, 0.7, 2, 3, 3, 2.4, 1.6, 0.6, 0.2, 0.1]],
  ['E05-97', [0.3, 0.3, 0.5, 0.8, 1.6, 2.4, 2.6, 2, 1.5, 0.7, 0.4, 0.3]],
  ['P01-04', [0.4, 0.4, 0.7, 1, 1.7, 2, 1.9, 1.6, 1.3, 1, 0.7, 0.5]],
  ['P04-01', [0.4, 0.4, 0.8, 1.2, 1.8, 1.7, 1.8, 1.6, 1, 0.6, 0.5, 0.4]],
  ['C01-03', [0.7, 0.7, 0.9, 1, 1.3, 1.5, 1.5, 1.3, 1.2, 1, 0.8, 0.7]],
  ['E05-98', [0.8, 0.8, 0.6, 0.6, 0.8, 1.2, 2.2, 2.4, 1.2, 0.6, 0.6, 0.7]],
  ['E01-98', [0.5, 0.5, 0.7, 0.9, 1.1, 1.4, 1.8, 1.9, 1.3, 0.9, 0.7, 0.5]],
  ['E01-99', [0.2, 0.2, 0.5, 1, 1.6, 1.9, 2, 1.8, 1.4, 0.8, 0.4, 0.2]],
  ['E01-10', [1.3, 1.6, 0.9, 0.8, 0.9, 1, 1.1, 1.1, 1, 0.9, 0.9, 0.9]],
  ['E01-92', [1.4, 1.8, 0.8, 0.8, 0.9, 1, 1.1, 1.1, 0.9, 1, 0.8, 0.8]],
  ['E01-97', [1.6, 1.9, 1, 1.8, 0.6, 0.5, 0.5, 0.8, 0.8, 1, 1.1, 1.2]],
  ['E01-28', [0.7, 0.7, 0.8, 0.9, 1.1, 1.4, 1.6, 1.6, 1.2, 0.9, 0.7, 0.7]],
  ['C01-04', [0.8, 0.8, 0.9, 1, 1.1, 1.3, 1.4, 1.3, 1, 0.9, 0.8, 0.8]],
  ['E03-01', [0.7, 0.5, 0.9, 1, 1.3, 1.8, 1.1, 1, 1, 1, 1, 0.9]],
  ['E06-03', [0, 0, 0.1, 0.4, 1, 2, 3.2, 3, 1.2, 0.2, 0, 0]],
  ['C03-01', [1.5, 1.3, 1, 0.8, 0.8, 0.9, 1.3, 1.3, 0.9, 0.8, 0.9, 1.3]],
  ['C03-05', [1, 0.6, 0.8, 0.6, 0.9, 2, 2.2, 1.5, 1.6, 0.6, 0.6, 0.8]],
  ['P05-02', [0.9, 0.9, 0.9, 0.9, 1, 1.1, 1.3, 1.3, 1, 0.9, 0.9, 0.9]],
  ['C02-02', [1, 1, 0.9, 0.9, 1, 1.1, 1.2, 1.1, 1, 1, 1, 1]],
]

/** What heavy rain multiplies, on its day and the next. */
const inRain: Readonly<Record<string, number>> = {
  'E05-07': 26, 'P01-04': 8, 'E05-97': 16, 'P04-01': 9, 'C01-03': 5, 'C04-03': 3, 'E05-05': 5, 'P05-01': 3, 'E05-98': 4,
} // prettier-ignore

/** First days of the Spring Festival, from the State Council's notices: a quiet week, a dirty fortnight. */
const springFestivals = ['2025-01-28', '2026-02-15', '2027-02-05']

export function weightOn(category: string, date: string): number {
  const month = Number(date.slice(5, 7))
  const season = seasons.find(([start]) => category.startsWith(start))?.[1][month - 1] ?? 1
  const rain = isRainy(date) ? (inRain[category] ?? 1) : 1
  return (weights[category] ?? 4) * season * rain
}

/** Some nine days of heavy rain a year, and the day after each. */
export function isRainy(date: string): boolean {
  const dayBefore = new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10)
  return [date, dayBefore].some((day) => {
    const month = Number(day.slice(5, 7))
    return month >= 5 && month <= 9 && hashUnit(`rain ${day}`) < 0.06
  })
}

/** Reports on this day against an ordinary one: the week, the festival, slow growth as people learn to report. */
export function volumeOn(date: string): number {
  const byWeekday = [1.16, 1.08, 1.05, 1.04, 1.06, 0.86, 0.78][weekday(date) - 1] ?? 1
  const festival = springFestivals.find(
    (first) => daysBetween(first, date) >= 0 && daysBetween(first, date) < 8,
  )
  const quiet = festival === undefined ? 1 : 0.55
  const growth = 0.6 + 0.8 * Math.min(1, Math.max(0, daysBetween('2024-11-24', date) / 730))
  return (
    byWeekday *
    quiet *
    growth *
    (isRainy(date) ? 1.35 : 1) *
    (0.85 + 0.3 * hashUnit(`volume ${date}`))
  )
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

const byDay = [0, 0, 0, 0, 0, 1, 3, 7, 12, 13, 11, 9, 5, 5, 9, 11, 10, 9, 6, 5, 4, 3, 1, 0]
const byEvening = [3, 2, 1, 0, 0, 1, 2, 3, 3, 3, 3, 3, 4, 4, 3, 3, 3, 4, 6, 10, 14, 15, 11, 6]
const byCommute = [0, 0, 0, 0, 0, 1, 4, 11, 12, 8, 6, 5, 5, 4, 5, 6, 7, 10, 11, 8, 5, 3, 2, 1]
const anyHour = [2, 1, 1, 1, 1, 2, 4, 7, 8, 8, 7, 6, 6, 5, 6, 6, 6, 7, 7, 6, 5, 4, 3, 2]

/** Weights of the 24 hours. Patrols walk by day; noise and lamps are an evening's matter. */
export function hoursOf(category: string, source: Source): readonly number[] {
  if (source === 'GRID_PATROL' || source === 'COUNTER' || source === 'UPPER_LEVEL') return byDay
  if (/^(E01-28|C01-04|P01-37|P05-04|E03-01|C01-05|E01-30)/.test(category)) return byEvening
  if (/^(E04|C01-06|P02-0[34])/.test(category)) return byCommute
  if (category.startsWith('E05')) return anyHour
  return byDay.map((weight, hour) => weight + (byEvening[hour] ?? 0) / 2)
}

type Share = readonly [weight: number, source: Source]

const seen: readonly Share[] = [
  [44, 'GRID_PATROL'], [24, 'RESIDENT_WEB'], [10, 'RESIDENT_PHONE'], [4, 'COUNTER'], [12, 'HOTLINE_12345'],
  [2, 'UPPER_LEVEL'], [2, 'OTHER_SYSTEM'],
] // prettier-ignore
const walked: readonly Share[] = [
  [72, 'GRID_PATROL'], [13, 'RESIDENT_WEB'], [6, 'RESIDENT_PHONE'], [3, 'COUNTER'], [5, 'HOTLINE_12345'],
  [1, 'UPPER_LEVEL'],
] // prettier-ignore
const watched: readonly Share[] = [...seen, [9, 'DEVICE']]
const spoken: readonly Share[] = [
  [30, 'RESIDENT_WEB'], [24, 'RESIDENT_PHONE'], [18, 'COUNTER'], [14, 'HOTLINE_12345'], [12, 'GRID_PATROL'],
] // prettier-ignore
const danger: readonly Share[] = [
  [34, 'RESIDENT_PHONE'], [26, 'RESIDENT_WEB'], [22, 'GRID_PATROL'], [12, 'HOTLINE_12345'], [6, 'DEVICE'],
] // prettier-ignore

/** Devices see lanes, water and bins; nobody finds a quarrel on patrol as often as he is told of it. */
export function sourcesOf(category: string): readonly Share[] {
  if (category.startsWith('E05')) return danger
  if (/^(E01-1[02]|E02-01|E04-10|C02-0[123]|P05-04)/.test(category)) return walked
  if (/^(E04|E01-(10|92|97)|P01-0[14]|E06-03|C02-02)/.test(category)) return watched
  if (category.startsWith('C') && !category.startsWith('C02')) return spoken
  return seen
}

export const localDay = (instant: string): string => localDate(instant, zone)
