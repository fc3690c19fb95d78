// Which telephone a resident of a place is told: the one somebody answers now. The desk while it is staffed or stood in for,
// the nearest office while its counter is open, else the city's hotline, where a person answers day and night.
import { compareInstants, type Instant } from '#core/kit/time.ts'
import type { Words } from '#core/kit/words.ts'
import type { CallView, DeskView } from './contract-desk.ts'
import type { TeamView } from './contract.ts'
import { sectionWords } from './units.ts'

type Group = Pick<
  TeamView['groups'][number],
  'areaCode' | 'level' | 'unitKind' | 'section' | 'name' | 'phone'
>

/** The government hotline of every Chinese city. */
export const hotline = '12345'

/** The unit that answers for everyday matters there, in its working hours. */
export function answeringGroup(groups: readonly Group[], code: string): Group | null {
  const reachable = groups.filter((group) => group.phone !== null)
  const own = reachable.find((group) => group.areaCode === code && group.unitKind === 'stationed')
  const livelihood = reachable.find(
    (group) => group.unitKind === 'section' && group.section?.zh === sectionWords.livelihood.zh,
  )
  const street = reachable.find((group) => group.level === 'street' && group.unitKind === 'section')
  return own ?? livelihood ?? street ?? null
}

type Desk = Pick<DeskView, 'phone' | 'until'> & { readonly areaName: Words }

export type Reachable = {
  /** The desk of the place, whether or not somebody sits there now. */
  readonly own: { readonly areaName: Words; readonly phone: string | null }
  /** The desk at which somebody sits now: its own, or that of a layer above. */
  readonly desk: Desk | null
  /** When the next shift of the place's own desk begins. */
  readonly againAt: Instant | null
  readonly unit: { readonly phone: string | null; readonly name: Words } | null
  /** The counters of the place: from when they are open, now or next, and until when. */
  readonly counter: { readonly from: Instant; readonly until: Instant } | null
}

export function callNow(of: Reachable, now: Instant): CallView {
  const { desk, againAt, own, counter } = of
  const office = officeOf(of)
  const open = counter !== null && compareInstants(counter.from, now) <= 0
  const answers =
    desk !== null && desk.phone !== null
      ? { phone: desk.phone, whose: desk.areaName, until: desk.until }
      : office !== null && open
        ? { ...office, until: counter.until }
        : { phone: hotline, whose: null, until: null }
  const from = again({ againAt: own.phone === null ? null : againAt, counter, open })
  const later = office === null || from === null || office.phone === answers.phone
  return { ...answers, later: later ? null : { ...office, from } }
}

/** The number of the place itself, answered in its hours: the desk's where one is kept. */
function officeOf({ own, unit }: Reachable): { phone: string; whose: Words } | null {
  if (own.phone !== null) return { phone: own.phone, whose: own.areaName }
  return unit === null || unit.phone === null ? null : { phone: unit.phone, whose: unit.name }
}

type Hours = Pick<Reachable, 'againAt' | 'counter'> & { readonly open: boolean }

/** The next shift of the desk; without a roster when the counter opens. What is open now does not open again. */
const again = ({ againAt, counter, open }: Hours): Instant | null =>
  againAt ?? (open ? null : (counter?.from ?? null))
