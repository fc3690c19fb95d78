// One row of another system's list, read by its mapping: what happened when and where, or why it cannot be taken.
import { addDays, compareInstants, localDate, type Instant } from '#core/kit/time.ts'
import { instantAt } from '#core/kit/zones.ts'
import type { SheetCell } from '#server/kit/sheets.ts'
import { readWallTime } from '#server/kit/sheet-dates.ts'
import type { ImportMapping } from './import-mapping.ts'

export type History = {
  externalId: string
  reportedAt: Instant
  /** Null while it is open, also where the source says closed but cannot say when: then `remark` says why. */
  closedAt: Instant | null
  closingWords: string | null
  category: string
  text: string
  address: string | null
  point: { lon: number; lat: number } | null
  /** Code of the area named in the row or by default. */
  areaCode: string | null
  remark: Remark | null
}

/** Kept open although the source calls it closed: what its date of closing lacks. */
export type Remark = 'closed_without_date' | 'closed_before_reported' | 'closing_date_impossible'

export type RowFault =
  | 'id_missing'
  | 'reported_at_missing'
  | 'reported_at_unreadable'
  | 'reported_at_impossible'
  | 'status_unknown'
  | 'category_unknown'
  | 'area_unknown'
  | Remark

export type ReadRow = { history: History } | { fault: RowFault; about: string }

/** The cells of a row under their headings. */
export type Cells = ReadonlyMap<string, SheetCell>

export function readHistory(cells: Cells, mapping: ImportMapping, now: Instant): ReadRow {
  const say = sayer(cells, mapping)
  const { columns } = mapping
  const externalId = say(columns.externalId)
  if (externalId === '') return { fault: 'id_missing', about: '' }
  const reported = readInstant(cells.get(columns.reportedAt) ?? null, mapping, now)
  if (typeof reported !== 'string')
    return { fault: reportFault[reported.why], about: reported.text }
  const closed = readClosing(cells, mapping, { reported, now })
  if ('fault' in closed) return closed
  const category = readCategory(say, mapping)
  if (category === null) return { fault: 'category_unknown', about: say(columns.category) }
  const area = readArea(say, mapping)
  if (area === null && columns.lon === undefined)
    return { fault: 'area_unknown', about: say(columns.area) }
  return {
    history: {
      externalId: `${mapping.system}:${externalId}`,
      reportedAt: reported,
      ...closed,
      closingWords: orNull(say(columns.closingWords), 500),
      category,
      text: say(columns.text).slice(0, 4000),
      address: orNull(say(columns.address), 300),
      point: readPoint(cells, mapping),
      areaCode: area,
    },
  }
}

type Say = (named: string | string[] | undefined) => string

function sayer(cells: Cells, { joinedBy = ' ' }: ImportMapping): Say {
  const one = (heading: string) => String(cells.get(heading) ?? '').trim()
  return (named) => {
    const parts = [named ?? []].flat().map(one)
    return parts.filter((part, at) => part !== '' && parts.indexOf(part) === at).join(joinedBy)
  }
}

const orNull = (text: string, length: number): string | null =>
  text === '' ? null : text.slice(0, length)

type Unreadable = { why: 'missing' | 'unreadable' | 'impossible'; text: string }

const reportFault = {
  missing: 'reported_at_missing',
  unreadable: 'reported_at_unreadable',
  impossible: 'reported_at_impossible',
} as const

function readInstant(cell: SheetCell, mapping: ImportMapping, now: Instant): Instant | Unreadable {
  const text = String(cell ?? '').trim()
  if (text === '') return { why: 'missing', text }
  const { dateOrder, year, timeZone, notBefore = '1990-01-01' } = mapping
  const read = readWallTime(cell, {
    ...(dateOrder !== undefined && { order: dateOrder }),
    ...(year !== undefined && { year }),
  })
  const instant = read && instantAt(read.wall, read.offset ?? timeZone)
  if (read === null || instant === null) return { why: 'unreadable', text }
  const impossible = read.wall < notBefore || compareInstants(instant, addDays(now, 1)) > 0
  return impossible ? { why: 'impossible', text } : instant
}

type Closing = Pick<History, 'closedAt' | 'remark'> | { fault: RowFault; about: string }

function readClosing(
  cells: Cells,
  mapping: ImportMapping,
  at: { reported: Instant; now: Instant },
): Closing {
  const { columns, statuses } = mapping
  const cell = columns.closedAt === undefined ? null : (cells.get(columns.closedAt) ?? null)
  const status =
    columns.status === undefined ? null : String(cells.get(columns.status) ?? '').trim()
  const said = status === null ? null : (statuses?.[status] ?? statuses?.['*'] ?? null)
  if (status !== null && said === null) return { fault: 'status_unknown', about: status }
  const dated = String(cell ?? '').trim() !== ''
  const closed = said === null ? dated : said === 'closed'
  if (!closed && !dated) return { closedAt: null, remark: null }
  const closedAt = laterThatDay(readInstant(cell, mapping, at.now), at.reported, mapping)
  const remark = whatAils(closedAt, at.reported)
  // A date that cannot be is told also where the state says open: either of the two is wrong.
  if (remark !== null && mapping.closedWithoutDate === 'reject')
    return { fault: remark, about: String(cell ?? '') }
  return {
    closedAt: closed && typeof closedAt === 'string' && remark === null ? closedAt : null,
    remark,
  }
}

/** A closing of which only the day is known lies after the report of that day, not at its midnight. */
function laterThatDay(
  closed: Instant | Unreadable,
  reported: Instant,
  { timeZone }: ImportMapping,
): Instant | Unreadable {
  if (typeof closed !== 'string' || compareInstants(closed, reported) >= 0) return closed
  const day = localDate(reported, timeZone)
  return closed === instantAt(day, timeZone) ? reported : closed
}

function whatAils(closedAt: Instant | Unreadable, reported: Instant): Remark | null {
  if (typeof closedAt !== 'string')
    return closedAt.why === 'missing' ? 'closed_without_date' : 'closing_date_impossible'
  return compareInstants(closedAt, reported) < 0 ? 'closed_before_reported' : null
}

function readCategory(
  say: Say,
  { columns, categories, categoryDefault }: ImportMapping,
): string | null {
  const named = say(columns.category)
  return categories?.[named] ?? categories?.['*'] ?? categoryDefault ?? null
}

/** A value that the table does not know may be a code itself; whether it is one, the tree will say. */
function readArea(say: Say, { columns, areas, areaDefault }: ImportMapping): string | null {
  const named = say(columns.area)
  const code = /^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$/.test(named) && !/^0+$/.test(named) ? named : null
  return areas?.[named] ?? (areas === undefined ? code : null) ?? areaDefault ?? null
}

function readPoint(cells: Cells, { columns }: ImportMapping): History['point'] {
  const numberIn = (heading: string | undefined): number => {
    const cell = heading === undefined ? null : (cells.get(heading) ?? null)
    return cell === null || String(cell).trim() === '' ? Number.NaN : Number(cell)
  }
  const point = { lon: numberIn(columns.lon), lat: numberIn(columns.lat) }
  const inWorld = Math.abs(point.lon) <= 180 && Math.abs(point.lat) <= 90
  return inWorld && !(point.lon === 0 && point.lat === 0) ? point : null
}
