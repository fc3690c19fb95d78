// Periods of the cockpit in the local days of the place: from the first day, to the first day after. And twelve months
// of own past. Pure: "today" is an argument.

export type Span = { key: string; from: string; to: string; grain: 'day' | 'month' }

const pad = (n: number): string => String(n).padStart(2, '0')
const dayMs = 86_400_000

/** A day some days later, as text; earlier when negative. */
export function shiftDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

/** The first day of the month some months later. */
export function shiftMonths(day: string, months: number): string {
  const [year, month] = day.split('-').map(Number)
  const count = (year ?? 0) * 12 + (month ?? 1) - 1 + months
  return `${Math.floor(count / 12)}-${pad((count % 12) + 1)}-01`
}

const monthOf = (day: string): string => `${day.slice(0, 7)}-01`

export function spanOf(key: string, today: string): Span {
  const tomorrow = shiftDays(today, 1)
  const month = monthOf(today)
  const quarter = shiftMonths(
    `${today.slice(0, 4)}-01-01`,
    Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3,
  )
  if (key === 'today') return { key, from: today, to: tomorrow, grain: 'day' }
  if (key === '7d') return { key, from: shiftDays(today, -6), to: tomorrow, grain: 'day' }
  if (key === 'month') return { key, from: month, to: shiftMonths(month, 1), grain: 'month' }
  if (key === 'quarter') return { key, from: quarter, to: shiftMonths(quarter, 3), grain: 'month' }
  if (key === '12m') return { key, from: shiftMonths(month, -12), to: month, grain: 'month' }
  if (key === 'year') return yearOf(key, today.slice(0, 4))
  if (/^\d{4}$/.test(key)) return yearOf(key, key)
  if (/^\d{4}-\d{2}$/.test(key))
    return { key, from: `${key}-01`, to: shiftMonths(`${key}-01`, 1), grain: 'month' }
  if (isDay(key)) return { key, from: key, to: shiftDays(key, 1), grain: 'day' }
  const named = /^(\d{4})-Q([1-4])$/.exec(key)
  if (named !== null) {
    const from = shiftMonths(`${named[1]}-01-01`, (Number(named[2]) - 1) * 3)
    return { key, from, to: shiftMonths(from, 3), grain: 'month' }
  }
  return { key: '30d', from: shiftDays(today, -29), to: tomorrow, grain: 'day' }
}

/** A day of the calendar as text, which 2026-02-30 is not. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text)

const yearOf = (key: string, year: string): Span => ({
  key,
  from: `${year}-01-01`,
  to: `${Number(year) + 1}-01-01`,
  grain: 'month',
})

/** The same days a year before; 29 February looks at 28 February. */
export function yearBefore(span: Span): Span {
  const back = (day: string): string => {
    const moved = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`
    return moved.endsWith('02-29') && new Date(`${moved}T00:00:00Z`).getUTCMonth() !== 1
      ? `${moved.slice(0, 8)}28`
      : moved
  }
  return { ...span, from: back(span.from), to: back(span.to) }
}

/** Twelve months, the last one holding today. */
export function lastMonths(today: string, count = 12): string[] {
  const month = monthOf(today)
  return Array.from({ length: count }, (_each, i) => shiftMonths(month, i - count + 1))
}
