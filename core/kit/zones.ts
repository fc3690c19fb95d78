// From wall time to instants and back, by the rules of time zones: the only file that knows the Temporal library.

import { Temporal } from 'temporal-polyfill'
import { type Instant, type LocalDate, fromMs } from './time.ts'

/**
 * The instant of a wall-clock text ('2026-05-08T08:00:00') in a zone or at an offset ('+08:00', 'Z'). An hour that
 * daylight saving skips is read as the one after, an hour that comes twice as its first. Null if there is no such time.
 */
export function instantAt(wall: string, zoneOrOffset: string): Instant | null {
  try {
    const zone = zoneOrOffset === 'Z' ? 'UTC' : zoneOrOffset
    return fromMs(Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).epochMilliseconds)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** First instant of a local day; where daylight saving skips midnight, the first moment that exists. */
export function startOfDay(date: LocalDate, timeZone: string): Instant {
  return fromMs(startOfDayMs(date, timeZone))
}

export function startOfDayMs(date: LocalDate, timeZone: string): number {
  return Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds
}

/** A stretch of instants in which a zone keeps one offset from UTC. */
export type OffsetPiece = { from: number; to: number; offsetMs: number }

/** Cuts [from, to) at the zone's changes of offset: local wall time = instant + offset inside each piece. */
export function offsetPieces(from: number, to: number, timeZone: string): OffsetPiece[] {
  const pieces: OffsetPiece[] = []
  let at = zoned(from, timeZone)
  while (at.epochMilliseconds < to) {
    const change = at.getTimeZoneTransition('next')
    const end = change === null ? to : Math.min(to, change.epochMilliseconds)
    pieces.push({
      from: at.epochMilliseconds,
      to: end,
      offsetMs: Math.round(at.offsetNanoseconds / 1_000_000),
    })
    if (change === null) break
    at = change
  }
  return pieces
}

function zoned(ms: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone)
}
