// One text for a clock at every door. clockView says on the server what a screen needs to go on counting by itself;
// countdown says it in words at any later moment, without a calendar.

import { addDays, fromMs, localDate, localTime, toMs } from '#core/kit/time.ts'
import type { Instant } from '#core/kit/time.ts'
import { say } from '#core/kit/words.ts'
import type { Lang, Words } from '#core/kit/words.ts'
import { isProvisional, workStretches } from '#core/places/calendar.ts'
import type { Calendar } from '#core/places/calendar.ts'
import { activeSeconds, limitSeconds, runsInWorkTime, wholeSeconds } from './clock.ts'
import type { Clock } from './clock.ts'
import type { ClockView } from './contract-clock.ts'
import {
  countdownWords,
  dayWords,
  monthsEn,
  pauseWords,
  unitsOf,
  unitWords,
} from './words-clock.ts'

export type CountdownState = 'ok' | 'soon' | 'late' | 'paused' | 'done'

export type Countdown = {
  state: CountdownState
  words: Words
  /** Left while it runs or stands still, late by (in wall time), or used when done. */
  seconds: number
  /** The part of the limit that is used, 0 to 1. */
  fraction: number
  dueAt: Instant | null
  dueWords: Words | null
  /** Said when work time is over for now, so that a number that stands still is not taken for a fault. */
  sleepWords: Words | null
}

/** Three work days are enough for a screen that asks again each morning. */
const stretchesShown = 6

export function clockView(clock: Clock, calendar: Calendar, now: Instant): ClockView {
  const asOf = clock.endedAt ?? now
  const total = wholeSeconds(clock, calendar)
  const pause = clock.pauses.findLast((p) => p.to === null)
  return {
    kind: clock.kind,
    leg: clock.leg,
    limitKind: clock.limitKind,
    totalSeconds: total,
    usedSeconds: Math.floor(usedAt(clock, total, asOf, calendar)),
    workDaySeconds: limitSeconds('WORK_DAY', 1, calendar),
    startedAt: clock.startedAt,
    dueAt: clock.dueAt,
    pausedBecause: pause?.why ?? null,
    endedAt: clock.endedAt,
    overdueAt: clock.overdueAt,
    extensions: clock.extensions.length,
    provisional: reachesUnknownYear(clock, calendar),
    asOf,
    stretches: stretchesAhead(clock, calendar, asOf),
    timeZone: calendar.timeZone,
  }
}

/** Judged from what is left, since the used part may have been counted with an older calendar. */
function usedAt(clock: Clock, total: number, at: Instant, calendar: Calendar): number {
  if (clock.dueAt === null) return total - (clock.remainingSeconds ?? 0)
  const kind = clock.limitKind
  if (toMs(at) > toMs(clock.dueAt)) {
    return total + activeSeconds({ kind, from: clock.dueAt, to: at }, calendar)
  }
  const from = toMs(at) < toMs(clock.startedAt) ? clock.startedAt : at
  return total - activeSeconds({ kind, from, to: clock.dueAt }, calendar)
}

function reachesUnknownYear(clock: Clock, calendar: Calendar): boolean {
  if (!runsInWorkTime(clock.limitKind) || clock.dueAt === null) return false
  const local = (at: Instant) => localDate(at, calendar.timeZone)
  return isProvisional(calendar, local(clock.startedAt), local(clock.dueAt))
}

function stretchesAhead(clock: Clock, calendar: Calendar, at: Instant): [Instant, Instant][] {
  if (!runsInWorkTime(clock.limitKind) || clock.endedAt !== null || clock.dueAt === null) return []
  if (toMs(at) >= toMs(clock.dueAt)) return []
  const ahead = workStretches(calendar, toMs(at), stretchesShown)
  return ahead.map(([from, to]) => [fromMs(from), fromMs(to)])
}

export function countdown(view: ClockView, now: Instant): Countdown {
  const { dueAt, totalSeconds: total } = view
  const face = { dueAt, dueWords: null, sleepWords: null }
  const part = (seconds: number) => (total === 0 ? 1 : Math.min(1, Math.max(0, seconds / total)))
  if (view.endedAt !== null) {
    const words = inWords(countdownWords.used, view.usedSeconds, view)
    const seconds = view.usedSeconds
    return { ...face, state: 'done', words, seconds, fraction: part(seconds) }
  }
  if (dueAt === null) {
    const seconds = Math.max(0, total - view.usedSeconds)
    const words = pausedWords(view.pausedBecause)
    return { ...face, state: 'paused', words, seconds, fraction: part(view.usedSeconds) }
  }
  const dueWords = withWords(countdownWords.due, { when: whenWords(dueAt, now, view.timeZone) })
  if (toMs(now) > toMs(dueAt)) {
    const seconds = Math.floor((toMs(now) - toMs(dueAt)) / 1000)
    const words = inWords(countdownWords.late, seconds, { ...view, limitKind: 'wall' })
    return { ...face, state: 'late', words, seconds, fraction: 1, dueWords }
  }
  // No more can be left than the wall clock has until the due: a screen older than its stretches stays right.
  const wallLeft = Math.floor((toMs(dueAt) - toMs(now)) / 1000)
  const left = Math.min(Math.max(0, total - view.usedSeconds - runSince(view, now)), wallLeft)
  const used = total - left
  const words = inWords(countdownWords.left, left, view)
  const state = part(used) >= 0.8 ? 'soon' : 'ok'
  const sleepWords = sleeping(view, now)
  return {
    ...face,
    state,
    words,
    seconds: left,
    fraction: part(used),
    dueWords,
    sleepWords,
  }
}

/** Seconds run between the view and now; time beyond the stretches known is not counted. */
function runSince(view: ClockView, now: Instant): number {
  const [from, to] = [toMs(view.asOf), toMs(now)]
  if (!runsInWorkTime(view.limitKind)) return Math.max(0, Math.floor((to - from) / 1000))
  let run = 0
  for (const [opens, closes] of view.stretches) {
    run += Math.max(0, Math.min(to, toMs(closes!)) - Math.max(from, toMs(opens!)))
  }
  return Math.floor(run / 1000)
}

function sleeping(view: ClockView, now: Instant): Words | null {
  const next = view.stretches.find(([, closes]) => toMs(closes!) > toMs(now))
  if (next === undefined || toMs(next[0]!) <= toMs(now)) return null
  const [today, starts] = [now, next[0]!].map((at) => localDate(at, view.timeZone))
  const overnight = starts === localDate(addDays(now, 1), view.timeZone)
  const words = overnight && today !== starts ? countdownWords.sleepsAtNight : countdownWords.sleeps
  return withWords(words, { when: whenWords(next[0]!, now, view.timeZone) })
}

function pausedWords(why: string | null): Words {
  const reason = why === null ? undefined : pauseWords[why]
  return reason === undefined
    ? countdownWords.stopped
    : withWords(countdownWords.paused, { why: reason })
}

type Spoken = { limitKind: ClockView['limitKind'] | 'wall'; workDaySeconds: number }

function inWords(words: Words, seconds: number, of: Spoken): Words {
  return withWords(words, { time: durationWords(seconds, of) })
}

/** The two largest units; seconds only in the last five minutes, when they matter. */
export function durationWords(seconds: number, of: Spoken): Words {
  const shown = seconds < 300 ? seconds : seconds - (seconds % 60)
  const units = unitsOf(of.limitKind, of.workDaySeconds)
  const first = units.findIndex(([, size]) => shown >= size)
  const [unit, size] = units[first] ?? (['minute', 60] as const)
  const next = units[first + 1]
  const rest = shown % size
  const parts = [amountWords(unit, Math.floor(shown / size))]
  if (next !== undefined && rest >= next[1] && first >= 0) {
    parts.push(amountWords(next[0], Math.floor(rest / next[1])))
  }
  const join = (lang: Lang) => parts.map((p) => p[lang]).join(' ')
  return { zh: join('zh'), en: join('en') }
}

function amountWords(unit: keyof typeof unitWords, n: number): Words {
  const words = n === 1 ? unitWords[unit].one : unitWords[unit].many
  return { zh: say(words, 'zh', { n }), en: say(words, 'en', { n }) }
}

/** 今天 15:14, 明天 12:00, 11月26日 18:00: in the place's zone, as seen from now. */
export function whenWords(at: Instant, now: Instant, timeZone: string): Words {
  const date = localDate(at, timeZone)
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const monthName = monthsEn[month - 1] ?? ''
  const values = { time: localTime(at, timeZone), year, month, day, monthName }
  const near = (days: number) => localDate(addDays(now, days), timeZone) === date
  const words = near(0)
    ? dayWords.today
    : near(1)
      ? dayWords.tomorrow
      : near(-1)
        ? dayWords.yesterday
        : localDate(now, timeZone).startsWith(`${date.slice(0, 4)}-`)
          ? dayWords.thisYear
          : dayWords.otherYear
  return { zh: say(words, 'zh', values), en: say(words, 'en', values) }
}

function withWords(words: Words, values: Record<string, Words>): Words {
  const inLang = (lang: Lang) =>
    say(
      words,
      lang,
      Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value[lang]])),
    )
  return { zh: inLang('zh'), en: inLang('en') }
}
