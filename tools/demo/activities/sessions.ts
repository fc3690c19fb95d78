// Two years of sessions: the dates by the rule, how many came by the dice, more in winter and for a topic that draws.
import type { SeriesRule } from '#core/activities/series.ts'
import { nextDate } from '#core/kit/time.ts'
import { daysAhead } from '#server/activities/laying-out.ts'
import { occurrencesOf } from '#server/activities/occurrences.ts'
import { dice } from '../dice.ts'
import { type Making, add } from './making.ts'
import type { SeriesPlan } from './planned.ts'

export function sessionsOf(m: Making): void {
  for (const series of m.plan.series) {
    const rule = ruleOf(m, series)
    const id = m.id(`series ${series.zh} ${series.time}`)
    addSeries(m, series, { id, rule })
    addSessions(m, series, { id, rule })
  }
}

function ruleOf(m: Making, series: SeriesPlan): SeriesRule {
  return {
    rule: series.rule,
    startsOn: firstDay(nextDate(m.monday, -7 * series.weeks), series.rule),
    startTime: series.time,
    minutes: series.minutes,
    skipsHolidays: true,
    daysAdded: [],
    daysSkipped: [],
    endedOn: null,
    timeZone: m.area.timeZone,
  }
}

const byDay = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** The weekday of the rule in that week, so that its interval counts to this week. */
function firstDay(monday: string, rule: string): string {
  const day = /BYDAY=([A-Z]{2})/.exec(rule)?.[1]
  return nextDate(monday, Math.max(0, byDay.indexOf(day ?? 'MO')))
}

type Of = { id: string; rule: SeriesRule }

function addSeries(m: Making, series: SeriesPlan, { id, rule }: Of): void {
  add(m, 'series', {
    id,
    centre_id: m.id('centre'),
    room_id: m.id(series.room),
    kind: series.kind,
    title_zh: series.zh,
    title_en: series.en,
    lecturer: series.lecturer ?? null,
    seats: series.seats ?? null,
    registration: series.registered === undefined ? 'none' : 'open',
    rule: series.rule,
    starts_on: rule.startsOn,
    start_time: series.time,
    minutes: series.minutes,
    skips_holidays: true,
    days_added: [],
    days_skipped: [],
    published_at: `${rule.startsOn}T00:00:00Z`,
    version: 1,
    made_at: `${rule.startsOn}T00:00:00Z`,
  })
}

function addSessions(m: Making, series: SeriesPlan, { id, rule }: Of): void {
  const chance = dice(m.seed).for(`sessions ${m.area.code} ${series.zh}`)
  const dates = occurrencesOf(rule, {
    from: rule.startsOn,
    to: nextDate(m.today, daysAhead),
    isHoliday: m.isHoliday,
  })
  if (!dates.ok) throw new Error(`the rule of ${series.zh} gives no dates: ${dates.refusal}`)
  const sunday = nextDate(m.monday, 6)
  for (const date of dates.value) {
    if (date.skipped !== null) continue
    const thisWeek = date.day >= m.monday && date.day <= sunday
    const off = thisWeek && series.off === true
    const past = Date.parse(date.endsAt) <= Date.parse(m.now)
    const weeks = Math.round((Date.parse(date.day) - Date.parse(m.monday)) / 604_800_000)
    const topic = series.topics?.[Math.abs(weeks) % series.topics.length]
    const session = m.id(`session ${series.zh} ${date.day}`)
    const winter = ['11', '12', '01', '02'].includes(date.day.slice(5, 7)) ? 1.08 : 0.98
    const heads = Math.max(2, Math.round(series.heads * winter * (0.84 + chance.next() * 0.32)))
    add(m, 'sessions', {
      id: session,
      series_id: id,
      original_at: date.startsAt,
      by_hand: false,
      room_id: m.id(series.room),
      starts_at: date.startsAt,
      ends_at: date.endsAt,
      day: date.day,
      topic_zh: topic?.[0] ?? null,
      topic_en: topic?.[1] ?? null,
      state: off ? 'cancelled' : 'planned',
      cancelled_at: off ? m.now : null,
      why_zh: off ? '老师临时有事，停一次' : null,
      why_en: off ? 'the teacher cannot come this time' : null,
      sequence: off ? 1 : 0,
      changed_at: m.now,
      booked: 0,
      waiting: 0,
      came: past && !off ? heads : null,
    })
    if (!off)
      add(m, 'uses', {
        room_id: m.id(series.room),
        session_id: session,
        during: `[${date.startsAt},${date.endsAt})`,
      })
    if (past && !off)
      add(m, 'attendance', {
        id: m.id(`came ${series.zh} ${date.day}`),
        session_id: session,
        change: heads,
        way: 'count',
        by: 'demo',
        at: date.endsAt,
      })
  }
}
