// Times of a session in the zone of its community, whatever zone the reader's device is in.
import { useMemo } from 'react'
import type { SessionLine } from '#core/activities/contract-programme.ts'
import { nextDate, weekday } from '#core/kit/time.ts'
import { clockTime, lunarDay, shortDay } from '#web/kit/dates.ts'
import { now } from '#web/kit/now.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { air } from '#web/kit/spacing.ts'

const weekdays = {
  zh: ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
}

export function useSessionTimes(zone: string) {
  const { lang, elder } = useSettings()
  return useMemo(() => {
    const reading = { lang, zone, elder: elder !== null }
    const weekdayOf = (day: string) => weekdays[lang][weekday(day) - 1] ?? ''
    const noon = (day: string) => `${day}T12:00:00Z`
    const dayOf = (day: string) => air(shortDay(noon(day), { ...reading, zone: 'UTC' }, now()))
    const dated = (day: string) =>
      lang === 'en' ? `${weekdayOf(day)} ${dayOf(day)}` : `${dayOf(day)} ${weekdayOf(day)}`
    const clock = (at: string) => air(clockTime(at, reading))
    return {
      weekdayOf,
      clock,
      day: dayOf,
      lunar: (day: string) => (lang === 'zh' ? lunarDay(noon(day), 'UTC') : ''),
      /** 星期二 下午 2 点 到 3 点半 */
      when: ({ day, startsAt, endsAt }: Pick<SessionLine, 'day' | 'startsAt' | 'endsAt'>) =>
        `${dated(day)} ${clock(startsAt)}${lang === 'zh' ? '到' : '–'}${clock(endsAt)}`,
      short: ({ day, startsAt }: Pick<SessionLine, 'day' | 'startsAt'>) =>
        `${weekdayOf(day)} ${clock(startsAt)}`,
    }
  }, [lang, zone, elder])
}

export const mondayOf = (day: string) => nextDate(day, 1 - weekday(day))
