// Opening hours as people say them.
import { spoken } from '#web/kit/dates.ts'

/** 上午 8 点到 12 点, of “08:00” and “12:00”: the part of the day is said again only where noon lies between. */
export function spokenSpan(from: string, to: string): string {
  const end = say(to)
  return `${say(from)}到${from < '12' && to > '12:00' ? end : end.slice(end.indexOf(' '))}`
}

function say(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return spoken({ hour, minute })
}
