// Words and times in the language and manner of the person who reads.
import { useMemo } from 'react'
import { type Lang, say, type Words } from '#core/kit/words.ts'
import {
  clockTime,
  comingTime,
  dayIn,
  dayTime,
  longDay,
  lunarDay,
  mastDay,
  nearTime,
  type Reading,
  shortDay,
} from './dates.ts'
import { now } from './now.ts'
import { useSettings } from './settings.tsx'
import { air } from './spacing.ts'

export type Say = (words: Words, values?: Readonly<Record<string, string | number>>) => string

/** `const { t, lang } = useWords()`; `t(words.dispatch, { unit: '排水岗' })`. */
export function useWords(): { t: Say; lang: Lang } {
  const { lang } = useSettings()
  return useMemo(() => ({ lang, t: (words, values) => air(say(words, lang, values)) }), [lang])
}

/** The formatters of dates.ts, bound to who reads. */
export function useTimes() {
  const { lang, zone, elder } = useSettings()
  return useMemo(() => {
    const reading: Reading = { lang, zone, elder: elder !== null }
    return {
      clock: (at: string) => air(clockTime(at, reading)),
      day: (at: string) => air(shortDay(at, reading, now())),
      dayTime: (at: string) => air(dayTime(at, reading, now())),
      near: (at: string) => air(nearTime(at, reading, now())),
      coming: (at: string) => air(comingTime(at, reading, now())),
      long: (at: string) => air(longDay(at, reading)),
      mast: (at: string) => air(mastDay(at, reading)),
      /** A calendar day ('2026-11-24'), which has no zone. */
      date: (day: string) => air(shortDay(`${day}T00:00:00Z`, { ...reading, zone: 'UTC' }, now())),
      lunar: (at: string) => (lang === 'zh' ? lunarDay(at, zone) : ''),
    }
  }, [lang, zone, elder])
}

/** The local day on which somebody reads, '2026-11-24': not the day in Greenwich, which is yesterday's until eight. */
export function useToday(): string {
  return dayIn(now(), useSettings().zone)
}
