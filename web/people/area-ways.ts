// How to reach the people of a place without this page: the number of the nearest unit that answers for everyday
// matters, else the city's hotline; and when the counter is open.
import { readArea } from '#core/places/contract.ts'
import { answeringGroup, hotline } from '#core/people/answering.ts'
import { readTeam } from '#core/people/contract.ts'
import { useWords } from '#web/kit/language.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { placeWords } from '#web/places/words.ts'

export type AreaWays = {
  phone: string
  whose: string | null
  counterHours: string
  openUntil: string | null
}

export function useAreaWays(code: string | null): AreaWays {
  const { lang } = useWords()
  const enabled = code !== null
  const team = useEndpoint(readTeam, { code: code ?? '' }, { enabled }).data
  const area = useEndpoint(readArea, { code: code ?? '' }, { enabled }).data
  const group = answeringGroup(team?.groups ?? [], code ?? '')
  const hours = (area?.hours ?? []).map(([from, to]) => `${short(from)}\u2060–\u2060${short(to)}`)
  return {
    phone: group?.phone ?? hotline,
    whose: group?.name[lang] ?? null,
    counterHours: hours.join(lang === 'zh' ? '、' : ', '),
    openUntil: area?.hours.at(-1)?.[1] ?? null,
  }
}

const short = (time = ''): string => time.replace(/^0/, '')

/** Opening hours as one line for a counter. */
export function useCounterLine(ways: AreaWays, long = false): string {
  const { t } = useWords()
  const words = long ? placeWords.counterHours : placeWords.counterShort
  return t(words, { hours: ways.counterHours })
}
