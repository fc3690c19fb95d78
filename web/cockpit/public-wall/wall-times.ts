// Times on a wall are those of its place, on a 24-hour clock, whatever the machine behind it is set to.
import { useMemo } from 'react'
import {
  clockTime,
  comingTime,
  dayIn,
  longDay,
  lunarDay,
  shortDay,
  weekdayOf,
} from '#web/kit/dates.ts'
import { useWords } from '#web/kit/language.ts'
import { now } from '#web/kit/now.ts'
import { air } from '#web/kit/spacing.ts'
import { withSeconds } from '../wall-time.ts'

const weekdays = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
}

export type WallTimes = ReturnType<typeof useWallTimes>

export function useWallTimes(zone: string) {
  const { lang } = useWords()
  return useMemo(() => {
    const reading = { lang, zone, elder: false }
    return {
      clock: (at: string) => clockTime(at, reading),
      seconds: (at: string) => withSeconds(at, zone),
      long: (at: string) => air(longDay(at, reading)),
      lunar: (at: string) => (lang === 'zh' ? lunarDay(at, zone) : ''),
      /** Today by the minute, earlier by the day. */
      when: (at: string, today: string) =>
        dayIn(at, zone) === today ? clockTime(at, reading) : air(shortDay(at, reading, now())),
      coming: (at: string) => air(comingTime(at, reading, now())),
      today: (at: string) => dayIn(at, zone),
      /** A calendar day, which has no zone. */
      date: (day: string) => air(shortDay(`${day}T00:00:00Z`, { ...reading, zone: 'UTC' }, now())),
      weekday: (day: string) => weekdays[lang][weekdayOf(day) - 1] ?? '',
    }
  }, [lang, zone])
}
