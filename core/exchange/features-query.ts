// What a client of OGC API – Features asks, read from its query: strictly, as the standard wants it (an unknown or
// unreadable parameter is an error and never ignored), with limits clamped.
import { type Instant, isInstant, nextDate, toMs } from '#core/kit/time.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import type { Box } from '#core/places/geometry.ts'

export const crs84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'
export const limitDefault = 500
export const limitMax = 1000

/** Both ends belong to it; null is open. */
export type Span = { from: Instant | null; to: Instant | null }

export type FeaturesQuery = {
  limit: number
  offset: number
  /** Key of the last feature of the page before: what a `next` link carries. */
  after: string | null
  /** One box, or two where it reaches over the 180th meridian. */
  boxes: Box[] | null
  span: Span | null
  /** Filters by properties, those that the collection offers. */
  filters: Readonly<Record<string, string>>
}

type Params = Readonly<Record<string, string | string[] | undefined>>

const known = ['f', 'lang', 'crs', 'bbox-crs', 'limit', 'offset', 'after', 'bbox', 'datetime']
const plain = ['f', 'lang']

export type QueryFault = { name: string; wants: string }

/** Of pages that take no parameters but the language and the form. */
export function plainFault(params: Params): QueryFault | null {
  return unknownIn(params, plain) ?? formFault(params)
}

export function readFeaturesQuery(
  params: Params,
  filters: readonly string[],
): Result<FeaturesQuery, 'bad_query'> & { fault?: QueryFault } {
  const fault = unknownIn(params, [...known, ...filters]) ?? formFault(params) ?? crsFault(params)
  if (fault !== null) return { ...refused('bad_query'), fault }
  const wrong = (name: string, wants: string) => ({
    ...refused('bad_query' as const),
    fault: { name, wants },
  })
  const limit = whole(params, 'limit', limitDefault)
  if (limit === null || limit < 1) return wrong('limit', 'a whole number from 1')
  const offset = whole(params, 'offset', 0)
  if (offset === null) return wrong('offset', 'a whole number from 0')
  const boxes = readBoxes(one(params, 'bbox'))
  if (boxes === 'wrong')
    return wrong('bbox', 'four numbers (or six): west, south, east, north in degrees')
  const span = readSpan(one(params, 'datetime'))
  if (span === 'wrong')
    return wrong('datetime', 'an instant such as 2026-01-01T00:00:00Z, or two with a slash between')
  const named = filters.flatMap((name) => {
    const value = one(params, name)
    return value === null ? [] : [[name, value] as const]
  })
  return done({
    limit: Math.min(limit, limitMax),
    offset,
    after: one(params, 'after'),
    boxes,
    span,
    filters: Object.fromEntries(named),
  })
}

function one(params: Params, name: string): string | null {
  const value = params[name]
  return (Array.isArray(value) ? value.join(',') : value) ?? null
}

function unknownIn(params: Params, names: readonly string[]): QueryFault | null {
  const name = Object.keys(params).find((each) => !names.includes(each))
  return name === undefined ? null : { name, wants: `one of ${names.join(', ')}` }
}

function formFault(params: Params): QueryFault | null {
  const form = one(params, 'f')
  return form === null || form === 'json' ? null : { name: 'f', wants: 'json' }
}

function crsFault(params: Params): QueryFault | null {
  const name = ['crs', 'bbox-crs'].find((each) => (one(params, each) ?? crs84) !== crs84)
  return name === undefined ? null : { name, wants: crs84 }
}

function whole(params: Params, name: string, otherwise: number): number | null {
  const text = one(params, name)
  if (text === null) return otherwise
  return /^\d{1,9}$/.test(text) ? Number(text) : null
}

function readBoxes(text: string | null): Box[] | null | 'wrong' {
  if (text === null) return null
  const parts = text.split(',').map((part) => part.trim())
  const numbers = parts.map((part) => (part === '' ? Number.NaN : Number(part)))
  if (![4, 6].includes(numbers.length) || !numbers.every(Number.isFinite)) return 'wrong'
  // Of six, the third and sixth are heights: nothing here stands higher than anything else.
  const flat = numbers.length === 6 ? [0, 1, 3, 4].map((i) => numbers[i]) : numbers
  const [west = 0, south = 0, east = 0, north = 0] = flat as number[]
  if (Math.abs(south) > 90 || Math.abs(north) > 90 || south > north) return 'wrong'
  if (Math.abs(west) > 180 || Math.abs(east) > 180) return 'wrong'
  if (west <= east) return [{ west, south, east, north }]
  return [
    { west, south, east: 180, north },
    { west: -180, south, east, north },
  ]
}

function readSpan(text: string | null): Span | null | 'wrong' {
  if (text === null) return null
  const parts = text.split('/')
  if (parts.length === 1) {
    const from = begins(text)
    const to = ends(text)
    return from === null || to === null ? 'wrong' : { from, to }
  }
  const [first = '', last = ''] = parts
  const open = (part: string) => part === '' || part === '..'
  const from = open(first) ? null : begins(first)
  const to = open(last) ? null : ends(last)
  if (parts.length > 2 || (!open(first) && from === null) || (!open(last) && to === null))
    return 'wrong'
  if (from === null && to === null && text !== '../..' && text !== '/') return 'wrong'
  return from !== null && to !== null && toMs(from) > toMs(to) ? 'wrong' : { from, to }
}

const dayText = /^\d{4}-\d{2}-\d{2}$/

/** A bare day is the whole day, by UTC as the standard's times are. */
function begins(text: string): Instant | null {
  if (dayText.test(text)) return isDay(text) ? `${text}T00:00:00.000Z` : null
  return isInstant(text) ? new Date(toMs(text)).toISOString() : null
}

function ends(text: string): Instant | null {
  if (!dayText.test(text)) return begins(text)
  if (!isDay(text)) return null
  return new Date(toMs(`${nextDate(text)}T00:00:00.000Z`) - 1).toISOString()
}

const isDay = (text: string): boolean => {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
