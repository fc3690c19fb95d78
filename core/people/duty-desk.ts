// Who answers for a place now, as everybody may know it: the office and until when, never the person. The desk of the place
// itself while the roster names a shift there; else whoever answers by post, and the nearest layer above that stands in.
import { compareInstants, type Instant } from '#core/kit/time.ts'
import type { Words } from '#core/kit/words.ts'
import type { Candidate, ChainArea } from './responsible.ts'
import { roles, type Role } from './roles.ts'
import { postWords } from './words.ts'

export type Answering = {
  readonly areaId: number
  /** On the roster at this hour, or by the post held without any shift. */
  readonly by: 'roster' | 'post'
  readonly post: Words | null
  readonly until: Instant | null
}

export type DutyDesk = {
  readonly here: Answering | null
  readonly standIn: Answering | null
  /** Whichever of the two sits at a desk now. */
  readonly sits: Answering | null
}

const desksAt: Readonly<Record<string, readonly Role[]>> = {
  community: ['communitySecretary', 'communityDuty'],
  street: ['streetDispatcher', 'streetCommander'],
  district: ['districtDispatcher', 'districtCommander'],
  city: ['cityDispatcher', 'cityCommander'],
}

/** A grid has no desk: its community's answers for it. */
export const hasDesk = (level: string): boolean => level in desksAt

/** The layers with a desk, from the place upward. */
export const deskChain = <A extends { readonly level: string }>(chain: readonly A[]): A[] =>
  chain.filter((area) => hasDesk(area.level))

export function dutyDesk(
  chain: readonly Pick<ChainArea, 'areaId' | 'level'>[],
  candidates: readonly Candidate[],
): DutyDesk {
  const [own, ...above] = deskChain(chain)
  const here = own === undefined ? null : answering(own, candidates)
  // A centre is staffed by its post, with or without a roster; a community's desk is not, once its shift is over.
  const staffed = here?.by === 'roster' || (here !== null && own?.level !== 'community')
  if (staffed) return { here, standIn: null, sits: here }
  const standIn = above.map((area) => answering(area, candidates)).find((desk) => desk !== null)
  return { here, standIn: standIn ?? null, sits: standIn ?? null }
}

function answering(
  area: Pick<ChainArea, 'areaId' | 'level'>,
  candidates: readonly Candidate[],
): Answering | null {
  const there = candidates.filter(
    (one) => one.unitId === null && one.areaId === area.areaId && one.away === null,
  )
  const ends = there.flatMap((one) =>
    one.source === 'duty' && one.until !== null ? [one.until] : [],
  )
  const last = ends.toSorted(compareInstants).at(-1)
  if (last !== undefined) return { areaId: area.areaId, by: 'roster', post: null, until: last }
  const order = desksAt[area.level] ?? []
  const role = order.find((each) => there.some((one) => one.role === each))
  if (role === undefined) return null
  const post = postWords[role] ?? roles[role].name
  return { areaId: area.areaId, by: 'post', post, until: null }
}

/** What the office is called: a community has a desk, the layers above it have centres. */
export function deskName(level: string, area: Words): Words {
  return level === 'community'
    ? { zh: `${area.zh}值班台`, en: `duty desk of ${area.en}` }
    : { zh: `${area.zh}指挥中心`, en: `centre of ${area.en}` }
}

export type DeskShift = { readonly from: Instant; readonly to: Instant }

/**
 * For which time a note is handed over: the shift that ends, and until the end of the one that follows it. Without a roster
 * the next twelve hours.
 */
export function shiftsAround(
  shifts: readonly DeskShift[],
  now: Instant,
): { endsAt: Instant | null; next: DeskShift | null } {
  const later = shifts.filter((shift) => compareInstants(shift.to, now) > 0)
  const current = later.filter((shift) => compareInstants(shift.from, now) <= 0)
  const endsAt =
    current
      .map((shift) => shift.to)
      .toSorted(compareInstants)
      .at(-1) ?? null
  const after = endsAt ?? now
  const next = later
    .filter((shift) => compareInstants(shift.to, after) > 0)
    .toSorted((a, b) => compareInstants(a.from, b.from))[0]
  return { endsAt, next: next ?? null }
}
