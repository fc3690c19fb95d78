// How to reach the people of a place without this page: the number somebody answers now, as the server reckons it; and when
// the counter is open.
import type { Words } from '#core/kit/words.ts'
import { readArea } from '#core/places/contract.ts'
import { hotline } from '#core/people/answering.ts'
import { type DutyDeskView, readDutyDesk } from '#core/people/contract-desk.ts'
import { useWords } from '#web/kit/language.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { spokenSpan } from './spoken-span.ts'

export type AreaWays = {
  phone: string
  /** Null for the hotline of the city. */
  whose: Words | null
  counterHours: string
  openUntil: string | null
}

const freshEveryMs = 300_000

export function useDutyDesk(code: string | null): DutyDeskView | undefined {
  const extras = { enabled: code !== null, refetchInterval: freshEveryMs }
  return useEndpoint(readDutyDesk, { code: code ?? '' }, extras).data
}

/** On a wall hours stand as figures, whatever the browser it hangs in was set to. */
export function useAreaWays(code: string | null, onWall = false): AreaWays {
  const { lang } = useWords()
  const { elder } = useSettings()
  const enabled = code !== null
  const call = useDutyDesk(code)?.call
  const area = useEndpoint(readArea, { code: code ?? '' }, { enabled }).data
  const hours = (area?.hours ?? []).map(([from = '', to = '']) =>
    elder !== null && !onWall && lang === 'zh'
      ? spokenSpan(from, to)
      : `${short(from)}\u2060–\u2060${short(to)}`,
  )
  return {
    phone: call?.phone ?? hotline,
    whose: call?.whose ?? null,
    counterHours: hours.join(lang === 'zh' ? '、' : ', '),
    openUntil: area?.hours.at(-1)?.[1] ?? null,
  }
}

const short = (time = ''): string => time.replace(/^0/, '')

const counterWords = {
  hours: { zh: '社区办公室，工作日 {hours}', en: 'Community office, work days {hours}' },
  short: { zh: '工作日 {hours}', en: 'work days {hours}' },
}

/** Opening hours as one line for a counter. */
export function useCounterLine(ways: AreaWays, long = false): string {
  const { t } = useWords()
  const words = long ? counterWords.hours : counterWords.short
  return t(words, { hours: ways.counterHours })
}
