// One row of a hotline's file, read by its mapping: an order, or what ails it. A date that cannot be read sends the row back:
// a deadline that is silently lost is worse than a row to mend.
import { type OrderDraft, kindOf, saysYes } from '#core/exchange/order.ts'
import type { OrderField, OrderMapping } from '#core/exchange/order-mapping.ts'
import type { OrderFault } from '#core/exchange/words-orders.ts'
import { type Instant, addDays, compareInstants } from '#core/kit/time.ts'
import { instantAt } from '#core/kit/zones.ts'
import { bare } from '#core/kit/bare.ts'
import type { SheetCell } from '../kit/sheets.ts'
import { readWallTime } from '../kit/sheet-dates.ts'
import { toWgs84 } from '../places/coordinates.ts'

export type Reading = {
  mapping: OrderMapping
  /** Place of each heading of the file, bare. */
  at: ReadonlyMap<string, number>
  timeZone: string
  now: Instant
}
export type ReadOrder = { draft: OrderDraft } | { number: string; fault: OrderFault; about: string }

export function readingOf(headings: readonly string[], of: Omit<Reading, 'at'>): Reading {
  const at = new Map<string, number>()
  for (const [place, heading] of headings.entries())
    if (!at.has(bare(heading))) at.set(bare(heading), place)
  return { ...of, at }
}

const numberMax = 100
const nameMax = 40
const phoneMax = 30
const addressMax = 300

/** What no database keeps is left out; what only looks like a blank is one. */
const clean = (cell: SheetCell): string =>
  String(cell ?? '')
    .replaceAll('\u0000', '')
    .toWellFormed()
    .trim()

const cut = (text: string, max: number): string => text.slice(0, max).toWellFormed().trim()

export function readOrder(cells: readonly SheetCell[], reading: Reading): ReadOrder {
  const { mapping } = reading
  const cellsOf = (field: OrderField): SheetCell[] =>
    [mapping.columns[field] ?? []]
      .flat()
      .map((heading) => cells[reading.at.get(bare(heading)) ?? -1] ?? null)
  const said = (field: OrderField): string => {
    const parts = cellsOf(field).map(clean)
    return parts.filter((part, at) => part !== '' && parts.indexOf(part) === at).join('\n')
  }
  const number = said('number').replaceAll('\n', ' ')
  const no = (fault: OrderFault, about = '') => ({
    number: cut(number, numberMax),
    fault,
    about: about.slice(0, 200),
  })
  if (number === '') return no('number_missing')
  if (number.length > numberMax) return no('number_too_long', number)
  const text = said('text')
  if (text === '') return no('text_missing')
  const times = readTimes((field) => cellsOf(field)[0] ?? null, reading)
  if ('fault' in times) return no(times.fault, times.about)
  const draft: OrderDraft = {
    number,
    ...times,
    kind: kindOf(said('kind')),
    urgent: mapping.columns.urgent !== undefined && saysYes(said('urgent')),
    confidential: mapping.columns.confidential !== undefined && saysYes(said('confidential')),
    ...(mapping.columns.again !== undefined && saysYes(said('again')) && { again: true as const }),
    name: cut(said('name'), nameMax),
    phone: cut(said('phone').replaceAll('\n', ' '), phoneMax),
    text,
    address: cut(said('address').replaceAll('\n', ' '), addressMax),
    area: cut(said('area').replaceAll('\n', ' '), 100),
    words: cut(said('category').replaceAll('\n', ' › '), 100),
    point: pointOf(said('lon'), said('lat'), mapping.coordinates ?? 'wgs84'),
  }
  return { draft }
}

type Times = Pick<OrderDraft, 'receivedAt' | 'signBy' | 'answerBy'>

function readTimes(
  cellOf: (field: OrderField) => SheetCell,
  reading: Reading,
): Times | { fault: OrderFault; about: string } {
  const no = (field: OrderField, fault: OrderFault) => ({ fault, about: clean(cellOf(field)) })
  const received = readInstant(cellOf('receivedAt'), reading, 'start')
  if (received === null) return no('receivedAt', 'received_unreadable')
  if (received.at !== null && compareInstants(received.at, addDays(reading.now, 1)) > 0)
    return no('receivedAt', 'received_impossible')
  const sign = readInstant(cellOf('signBy'), reading, 'end')
  if (sign === null) return no('signBy', 'sign_by_unreadable')
  const answer = readInstant(cellOf('answerBy'), reading, 'end')
  if (answer === null) return no('answerBy', 'answer_by_unreadable')
  return { receivedAt: received.at, signBy: sign.at, answerBy: answer.at }
}

/** Null if it cannot be read. Of a deadline that is only a day, the whole day counts. */
function readInstant(
  cell: SheetCell,
  { mapping, timeZone }: Reading,
  ofDay: 'start' | 'end',
): { at: Instant | null } | null {
  if (clean(cell) === '') return { at: null }
  const { dateOrder, year } = mapping
  const read = readWallTime(typeof cell === 'string' ? clean(cell) : cell, {
    ...(dateOrder !== undefined && { order: dateOrder }),
    ...(year !== undefined && { year }),
  })
  if (read === null || read.wall < '2000-01-01') return null
  const wall = read.dateOnly && ofDay === 'end' ? `${read.wall.slice(0, 10)}T23:59:59` : read.wall
  const at = instantAt(wall, read.offset ?? timeZone)
  return at === null ? null : { at }
}

/** Bad coordinates are no reason to lose an order: it is placed by its words then. */
function pointOf(
  lon: string,
  lat: string,
  from: NonNullable<OrderMapping['coordinates']>,
): OrderDraft['point'] {
  if (lon === '' || lat === '') return null
  const point = { lon: Number(lon), lat: Number(lat) }
  const inWorld = Math.abs(point.lon) <= 180 && Math.abs(point.lat) <= 90
  if (!inWorld || (point.lon === 0 && point.lat === 0)) return null
  const [x, y] = toWgs84(point.lon, point.lat, from)
  return { lon: x, lat: y }
}
