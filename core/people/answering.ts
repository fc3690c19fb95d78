// Which telephone a resident of a place is told: that of the nearest unit that answers for everyday matters, else the
// city's hotline, where a person answers day and night.
import type { TeamView } from './contract.ts'
import { sectionWords } from './units.ts'

type Group = TeamView['groups'][number]

/** The government hotline of every Chinese city. */
export const hotline = '12345'

export function answeringGroup(groups: readonly Group[], code: string): Group | null {
  const reachable = groups.filter((group) => group.phone !== null)
  const own = reachable.find((group) => group.areaCode === code && group.unitKind === 'stationed')
  const livelihood = reachable.find(
    (group) => group.unitKind === 'section' && group.section?.zh === sectionWords.livelihood.zh,
  )
  const street = reachable.find((group) => group.level === 'street' && group.unitKind === 'section')
  return own ?? livelihood ?? street ?? null
}
