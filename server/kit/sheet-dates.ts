/**
 * What people type into a date cell, read as a time on the wall: Excel's serial numbers, 2026/3/5,
 * 2026年3月5日 14:30, 3月5日, 03/05/2026 02:30:00 PM. Whose wall it is, the caller knows.
 */

/** `offset` only where the text itself says one (`Z`, `+08:00`). */
export type WallTime = { wall: string; offset: string | null; dateOnly: boolean }
export type DateHints = {
  /** In what order 03/05/2026 is meant. Without it such a text is not a date: guessing swaps months. */
  order?: 'mdy' | 'dmy'
  /** The year of a text that names none (3月5日). */
  year?: number
}

type Parts = { year: number; month: number; day: number; clock: string; offset: string | null }

export function readWallTime(
  cell: string | number | boolean | null,
  hints: DateHints = {},
): WallTime | null {
  if (cell === null || typeof cell === 'boolean') return null
  if (typeof cell === 'number') return fromSerial(cell)
  const text = cell.normalize('NFKC').trim() // full-width digits and colons
  if (/^\d{5}(\.\d+)?$/.test(text)) return fromSerial(Number(text))
  const parts =
    yearFirst(text) ?? yearLast(text, hints) ?? yearless(text, hints) ?? unseparated(text)
  return parts === null ? null : checked(parts)
}

/** Days since 30 December 1899, which is how Excel keeps its invented 29 February 1900 harmless. */
function fromSerial(serial: number): WallTime | null {
  if (!(serial >= 20_000 && serial < 80_000)) return null // 1954 to 2119: other numbers are not dates
  const ms = Math.round(serial * 86_400) * 1000 + Date.UTC(1899, 11, 30)
  const wall = new Date(ms).toISOString().slice(0, 19)
  return { wall, offset: null, dateOnly: Number.isInteger(serial) }
}

function yearFirst(text: string): Parts | null {
  const found = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(.*)$/s.exec(text)
  return found && partsOf({ year: found[1], month: found[2], day: found[3], clock: found[4] })
}

function yearLast(text: string, { order }: DateHints): Parts | null {
  const found = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(.*)$/s.exec(text)
  if (!found || order === undefined) return null
  const [first, second] = [found[1], found[2]]
  const [month, day] = order === 'mdy' ? [first, second] : [second, first]
  return partsOf({ year: found[3], month, day, clock: found[4] })
}

function yearless(text: string, { year }: DateHints): Parts | null {
  const found = /^(\d{1,2})月(\d{1,2})日(.*)$/s.exec(text)
  return found && year !== undefined
    ? partsOf({ year: String(year), month: found[1], day: found[2], clock: found[3] })
    : null
}

function unseparated(text: string): Parts | null {
  const found = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/.exec(text)
  const clock = found?.[4] === undefined ? '' : `${found[4]}:${found[5]}:${found[6] ?? '00'}`
  return found && partsOf({ year: found[1], month: found[2], day: found[3], clock })
}

type Texts = Record<'year' | 'month' | 'day' | 'clock', string | undefined>

function partsOf({ year, month, day, clock }: Texts): Parts | null {
  const time = readClock((clock ?? '').trim())
  return time && { year: Number(year), month: Number(month), day: Number(day), ...time }
}

const clockPattern =
  /^T?\s*(?:(上午|下午|凌晨|早上|中午|晚上)\s*)?(\d{1,2})(?:[:时点]\s*(?:(\d{1,2})(?:[:分]\s*(?:(\d{1,2})(?:\.\d+)?秒?)?)?)?)\s*(AM|PM)?\s*(Z|[+-]\d{2}:?\d{2})?$/i

function readClock(text: string): { clock: string; offset: string | null } | null {
  const withoutWeekday = text.replace(/^[(]?(?:星期|周)[一二三四五六日天][)]?\s*/, '')
  if (withoutWeekday === '') return { clock: '', offset: null }
  const found = clockPattern.exec(withoutWeekday)
  if (!found) return null
  const hour = hourOf(Number(found[2]), found[1] ?? found[5]?.toUpperCase() ?? null)
  const [minute, second] = [Number(found[3] ?? 0), Number(found[4] ?? 0)]
  if (hour > 23 || minute > 59 || second > 59) return null
  const clock = [hour, minute, second].map((part) => String(part).padStart(2, '0')).join(':')
  return { clock, offset: found[6]?.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2').toUpperCase() ?? null }
}

function hourOf(hour: number, half: string | null): number {
  if (half === 'AM') return hour === 12 ? 0 : hour
  if (half === 'PM' || half === '下午' || half === '晚上') return hour < 12 ? hour + 12 : hour
  return half === '中午' && hour < 3 ? hour + 12 : hour
}

function checked({ year, month, day, clock, offset }: Parts): WallTime | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null // 2026/2/30
  return {
    wall: `${date.toISOString().slice(0, 10)}T${clock || '00:00:00'}`,
    offset,
    dateOnly: clock === '',
  }
}
