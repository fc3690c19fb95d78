// Instants and local days, by the platform alone: a phone that only shows them loads no library. What must know the
// rules of zones stands in zones.ts. Nothing here reads a clock: "now" enters at the edges as an argument.

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

/** '2026-11-24 14:32'. */
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

export function nextDate(date: LocalDate, days = 1): LocalDate {
  return fromMs(Date.parse(`${date}T00:00:00Z`) + days * dayMs).slice(0, 10)
}

/** 1 Monday … 7 Sunday. */
export function weekday(date: LocalDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7
}
