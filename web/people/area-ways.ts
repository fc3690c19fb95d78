// How to reach the people of a place without this page: the number of the nearest unit that answers for everyday
// matters, else the city's hotline; and when the counter is open.
import { readArea } from '#core/places/contract.ts'
import { readTeam, type TeamView } from '#core/people/contract.ts'
import { sectionWords } from '#core/people/units.ts'
import { useWords } from '#web/kit/language.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { placeWords } from '#web/places/words.ts'

/** The government hotline of every Chinese city; a person answers day and night. */
const hotline = '12345'

export type AreaWays = {
  phone: string
  whose: string | null
  counterHours: string
  openUntil: string | null
}

function phoneOf(team: TeamView | undefined, code: string): TeamView['groups'][number] | null {
  const reachable = (team?.groups ?? []).filter((group) => group.phone !== null)
  const own = reachable.find((group) => group.areaCode === code && group.unitKind === 'stationed')
  const livelihood = reachable.find(
    (group) => group.unitKind === 'section' && group.section?.zh === sectionWords.livelihood.zh,
  )
  const street = reachable.find((group) => group.level === 'street' && group.unitKind === 'section')
  return own ?? livelihood ?? street ?? null
}

export function useAreaWays(code: string | null): AreaWays {
  const { lang } = useWords()
  const enabled = code !== null
  const team = useEndpoint(readTeam, { code: code ?? '' }, { enabled }).data
  const area = useEndpoint(readArea, { code: code ?? '' }, { enabled }).data
  const group = phoneOf(team, code ?? '')
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
