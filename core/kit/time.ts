// Instants and local days. The only file that knows the Temporal library, and nothing here reads a clock:
// "now" enters at the edges as an argument.

import { Temporal } from 'temporal-polyfill'

/** A moment in UTC, ISO 8601 with Z: '2026-05-08T08:00:00Z', with milliseconds only if it has any. */
export type Instant = string
/** A local calendar day, 'YYYY-MM-DD'. */
export type LocalDate = string

const dayMs = 86_400_000
const isoInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/

/** Milliseconds since 1970; any offset is understood. Throws on text that is no instant. */
export function toMs(instant: Instant): number {
  const ms = Date.parse(instant)
  if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${instant}`)
  return ms
}

export function fromMs(ms: number): Instant {
  const iso = new Date(ms).toISOString()
  return iso.endsWith('.000Z') ? `${iso.slice(0, -5)}Z` : iso
}

/** Text from outside that names one moment, with its offset. */
export function isInstant(text: unknown): text is Instant {
  return typeof text === 'string' && isoInstant.test(text) && !Number.isNaN(Date.parse(text))
}

export const addMs = (instant: Instant, ms: number): Instant => fromMs(toMs(instant) + ms)
export const addSeconds = (instant: Instant, seconds: number): Instant =>
  addMs(instant, seconds * 1000)
/** Days of 24 hours, as the windows and natural days of a case count them. */
export const addDays = (instant: Instant, days: number): Instant => addMs(instant, days * dayMs)

/** Below zero if a is earlier. Instants may be written with different offsets, so text does not compare. */
export const compareInstants = (a: Instant, b: Instant): number => toMs(a) - toMs(b)

/** The local day an instant falls on in a zone. */
export function localDate(instant: Instant, timeZone: string): LocalDate {
  return localText(instant, timeZone).slice(0, 10)
}

/** Local wall time in a zone, 'HH:MM'. */
export function localTime(instant: Instant, timeZone: string): string {
  return localText(instant, timeZone).slice(11, 16)
}

const localForms = new Map<string, Intl.DateTimeFormat>()

/** '2026-11-24 14:32', by the platform itself: a phone that only shows a countdown need not load Temporal. */
function localText(instant: Instant, timeZone: string): string {
  let form = localForms.get(timeZone)
  if (form === undefined) {
    form = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
    localForms.set(timeZone, form)
  }
  return form.format(toMs(instant))
}

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

export function nextDate(date: LocalDate, days = 1): LocalDate {
  return fromMs(Date.parse(`${date}T00:00:00Z`) + days * dayMs).slice(0, 10)
}

/** 1 Monday … 7 Sunday. */
export function weekday(date: LocalDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7
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
