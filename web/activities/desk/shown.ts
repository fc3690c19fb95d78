// Which days of a centre the desk shows: what stands in the address.
import { nextDate } from '#core/kit/time.ts'
import { mondayOf } from '../open/times.ts'

export const spans = ['day', 'week', 'month'] as const
export type Span = (typeof spans)[number]

/** What stands in the address: span, first day, which centre. */
export type Shown = { span: Span; from: string; days: number; centre: string | null; month: string }

export function shownOf(query: URLSearchParams, today: string): Shown {
  const span = spans.find((known) => known === query.get('span')) ?? 'week'
  const asked = query.get('from') ?? today
  const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(asked)
    ? nextDate(asked, 0)
    : today
  const centre = query.get('centre')
  const month = day.slice(0, 7)
  if (span === 'day') return { span, from: day, days: 1, centre, month }
  if (span === 'week') return { span, from: mondayOf(day), days: 7, centre, month }
  const next = nextDate(`${month}-28`, 4).slice(0, 7)
  const from = mondayOf(`${month}-01`)
  const to = nextDate(mondayOf(nextDate(`${next}-01`, -1)), 6)
  return {
    span,
    from,
    days: Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1,
    centre,
    month,
  }
}

export type SetShown = (change: Record<string, string | null>) => void
