// A calendar feed as text (RFC 5545): one event a session, each with its own UID that never changes, so that a moved or
// cancelled one finds its way into every calendar without recurrence rules that clients read differently. Pure: the
// same sessions give the same bytes.
import { localDate, localTime, nextDate, toMs } from '#core/kit/time.ts'
import { offsetPieces, startOfDayMs } from '#core/kit/zones.ts'
import type { Instant } from '#core/kit/time.ts'

export type FeedEvent = {
  uid: string
  startsAt: Instant
  endsAt: Instant
  summary: string
  description: string | null
  location: string | null
  point: { lat: number; lon: number } | null
  url: string | null
  category: string | null
  /** Counted up with every change a calendar must hear of. */
  sequence: number
  changedAt: Instant
  cancelled: boolean
}

export type Feed = {
  name: string
  description: string
  timeZone: string
  url: string
  events: readonly FeedEvent[]
}

const lineOctetsMax = 75

export function writeFeed(feed: Feed): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Linli//Activities//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    // NAME and SOURCE are RFC 7986; the X- names are what older clients read.
    text('NAME', feed.name),
    text('X-WR-CALNAME', feed.name),
    text('DESCRIPTION', feed.description),
    text('X-WR-CALDESC', feed.description),
    `X-WR-TIMEZONE:${feed.timeZone}`,
    `SOURCE;VALUE=URI:${uri(feed.url)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT4H',
    'X-PUBLISHED-TTL:PT4H',
    ...zoneLines(feed),
    ...feed.events.flatMap((event) => eventLines(event, feed.timeZone)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

function eventLines(event: FeedEvent, timeZone: string): string[] {
  const optional = (line: string | null) => (line === null ? [] : [line])
  return [
    'BEGIN:VEVENT',
    text('UID', event.uid),
    `DTSTAMP:${utc(event.changedAt)}`,
    `LAST-MODIFIED:${utc(event.changedAt)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTART;TZID=${timeZone}:${wall(event.startsAt, timeZone)}`,
    `DTEND;TZID=${timeZone}:${wall(event.endsAt, timeZone)}`,
    text('SUMMARY', event.summary),
    ...optional(event.description === null ? null : text('DESCRIPTION', event.description)),
    ...optional(event.location === null ? null : text('LOCATION', event.location)),
    ...optional(event.point === null ? null : `GEO:${event.point.lat};${event.point.lon}`),
    ...optional(event.category === null ? null : text('CATEGORIES', event.category)),
    ...optional(event.url === null ? null : `URL:${uri(event.url)}`),
    `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    // Whoever subscribes to the programme is not busy at all of it.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

/** The zone as far as the events reach: its changes one by one, so that no rule of a law has to be guessed. */
function zoneLines({ events, timeZone }: Feed): string[] {
  const first = events.reduce((least, one) => Math.min(least, toMs(one.startsAt)), Infinity)
  const last = events.reduce((most, one) => Math.max(most, toMs(one.endsAt)), -Infinity)
  if (events.length === 0) return []
  const yearOf = (ms: number) => Number(localDate(new Date(ms).toISOString(), timeZone).slice(0, 4))
  const pieces = offsetPieces(
    startOfDayMs(`${yearOf(first)}-01-01`, timeZone),
    startOfDayMs(`${yearOf(last) + 1}-01-01`, timeZone),
    timeZone,
  )
  const least = Math.min(...pieces.map((piece) => piece.offsetMs))
  const observances = pieces.map((piece, i) => {
    const before = pieces[i - 1]?.offsetMs ?? piece.offsetMs
    const from = i === 0 ? '19700101T000000' : wallOf(piece.from + before)
    return { kind: piece.offsetMs === least ? 'STANDARD' : 'DAYLIGHT', from, before, piece }
  })
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${timeZone}`,
    ...observances.flatMap(({ kind, from, before, piece }) => [
      `BEGIN:${kind}`,
      `DTSTART:${from}`,
      `TZOFFSETFROM:${offset(before)}`,
      `TZOFFSETTO:${offset(piece.offsetMs)}`,
      `TZNAME:GMT${offset(piece.offsetMs)}`,
      `END:${kind}`,
    ]),
    'END:VTIMEZONE',
  ]
}

function offset(ms: number): string {
  const minutes = Math.round(Math.abs(ms) / 60_000)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${ms < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`
}

const wallOf = (localMs: number) =>
  new Date(localMs).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')

const utc = (instant: Instant) => `${wallOf(toMs(instant))}Z`

const wall = (instant: Instant, timeZone: string) =>
  `${localDate(instant, timeZone)}T${localTime(instant, timeZone)}00`.replaceAll(/[-:]/g, '')

/** A TEXT property. Control characters go, whoever typed them; line ends become the two letters \n. */
function text(name: string, value: string): string {
  const clean = value.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\n]/gu, ' ')
  return `${name}:${clean.replaceAll(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n')}`
}

const uri = (value: string) =>
  value.replaceAll(/[^\u0021-\u007e]/g, (one) => encodeURIComponent(one))

/** At most 75 octets a line, cut between characters and never inside one. */
function fold(line: string): string {
  let out = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character.codePointAt(0) ?? 0)
    if (octets + size > lineOctetsMax) {
      out += '\r\n '
      octets = 1
    }
    out += character
    octets += size
  }
  return out
}

const octetsOf = (codePoint: number) =>
  codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4

/** Days a feed shows: those lately past, so that a calendar keeps them, and as far ahead as sessions are made. */
export const feedWindow = (today: string) => ({
  from: nextDate(today, -60),
  to: nextDate(today, 180),
})
