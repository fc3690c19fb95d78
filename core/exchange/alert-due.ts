// When something that happened is told to whoever wants to hear of it: at once, in the evening, on Friday evening.
import { type Instant, localDate, nextDate, toMs, weekday } from '#core/kit/time.ts'
import { instantAt } from '#core/kit/zones.ts'
import type { Channel } from '#core/notices/message.ts'
import type { AlertKind, Pace } from './alert.ts'

const digestAt = '18:00'
const digestWeekday = 5
const quietUntil = '07:00'
const quietFrom = '21:00'

/**
 * When a thing that happened is told: at once, in the evening, on Friday evening. Neither telephones nor browsers ring at night,
 * unless something is off or unsafe.
 */
export function dueOf(
  asked: { pace: Pace; channel: Channel; kind: AlertKind },
  at: Instant,
  timeZone: string,
): Instant {
  const { pace, channel, kind } = asked
  if (pace === 'now') {
    return channel === 'mail' || presses(kind) ? at : afterNight(at, timeZone)
  }
  for (let ahead = 0; ; ahead += 1) {
    const day = nextDate(localDate(at, timeZone), ahead)
    const evening = onDay(day, digestAt, timeZone)
    if (toMs(evening) <= toMs(at)) continue
    if (pace === 'daily' || weekday(day) === digestWeekday) return evening
  }
}

/** Something is off or unsafe: that may ring at any hour. */
export const presses = (kind: AlertKind): boolean =>
  kind === 'board.outage' || kind === 'board.safety'

function afterNight(at: Instant, timeZone: string): Instant {
  const day = localDate(at, timeZone)
  const morning = onDay(day, quietUntil, timeZone)
  if (toMs(at) < toMs(morning)) return morning
  return toMs(at) < toMs(onDay(day, quietFrom, timeZone)) ? at : nextMorning(at, timeZone)
}

export const nextMorning = (at: Instant, timeZone: string): Instant =>
  onDay(nextDate(localDate(at, timeZone)), quietUntil, timeZone)

const onDay = (day: string, time: string, timeZone: string): Instant =>
  instantAt(`${day}T${time}:00`, timeZone) ?? `${day}T${time}:00Z`
