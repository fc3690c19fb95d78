// The local day of an instant, remembered: a page of two hundred cases asks for one day two hundred times.
import { localDate, type Instant, type LocalDate } from '#core/kit/time.ts'

const known = new Map<string, LocalDate>()
const keptMax = 500

export function localDay(instant: Instant, timeZone: string): LocalDate {
  const key = `${timeZone} ${instant}`
  const day = known.get(key)
  if (day !== undefined) return day
  if (known.size >= keptMax) known.clear()
  const fresh = localDate(instant, timeZone)
  known.set(key, fresh)
  return fresh
}
