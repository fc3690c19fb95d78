// Lending a room: whether it may be had, by fair shares that are dated data, and why not, in a sentence that says what
// is left and from when. That nobody gets what another has, the database sees to.
import { nextDate, toMs, weekday } from '#core/kit/time.ts'
import type { Instant, LocalDate } from '#core/kit/time.ts'
import type { Words } from '#core/kit/words.ts'
import type { Room, Stretch } from './centre.ts'
import { isOpenDuring } from './centre.ts'

export const borrowerKinds = ['group', 'resident', 'organisation', 'centre'] as const
export type BorrowerKind = (typeof borrowerKinds)[number]
export const bookingStates = ['asked', 'granted', 'refused', 'cancelled', 'notUsed'] as const
export type BookingState = (typeof bookingStates)[number]

export type LendingRules = {
  /** Of one group, Monday to Sunday; null is no limit. A group may have a share of its own. */
  readonly groupHoursPerWeek: number | null
  /** Of one telephone number. */
  readonly residentHoursPerWeek: number | null
  readonly daysAhead: number
  readonly minutesMin: number
  readonly minutesMax: number
}

export const usualRules: LendingRules = {
  groupHoursPerWeek: 8,
  residentHoursPerWeek: 4,
  daysAhead: 30,
  minutesMin: 30,
  minutesMax: 240,
}

export type BookingWish = {
  readonly byKind: BorrowerKind
  readonly people: number | null
  readonly startsAt: Instant
  readonly endsAt: Instant
}

export type LendingFacts = {
  readonly room: Pick<Room, 'lends' | 'seats' | 'openedOn' | 'closedOn' | 'id'>
  readonly open: readonly Stretch[]
  readonly rules: LendingRules
  /** The group's own share, if it has one, and the rooms it may use without asking. */
  readonly group: {
    readonly hoursPerWeek: number | null
    readonly rooms: readonly string[]
    readonly endedOn: LocalDate | null
  } | null
  /** Minutes the same borrower already has in the week of the wish. */
  readonly minutesThisWeek: number
  readonly day: LocalDate
  readonly today: LocalDate
  readonly now: Instant
}

export const lendingRefusals = {
  room_not_lent: 422,
  in_the_past: 422,
  too_far_ahead: 422,
  too_short: 422,
  too_long: 422,
  not_open_then: 422,
  too_many_people: 422,
  share_used: 422,
  group_ended: 422,
  room_taken: 409,
} as const
export type LendingRefusal = keyof typeof lendingRefusals

export type Why = {
  readonly refusal: LendingRefusal
  readonly values: Record<string, string | number>
}

/** The centre itself is bound by opening hours and capacity, not by shares. */
export function whyCannotLend(wish: BookingWish, facts: LendingFacts): Why | null {
  const { room, rules, day, today } = facts
  const minutes = (toMs(wish.endsAt) - toMs(wish.startsAt)) / 60_000
  const own = wish.byKind === 'centre'
  const closed = room.openedOn > day || (room.closedOn !== null && room.closedOn <= day)
  if (closed || (!room.lends && !own)) return why('room_not_lent')
  if (facts.group?.endedOn != null && facts.group.endedOn <= day) return why('group_ended')
  if (toMs(wish.startsAt) < toMs(facts.now)) return why('in_the_past')
  const last = nextDate(today, rules.daysAhead)
  if (!own && day > last)
    return why('too_far_ahead', {
      days: rules.daysAhead,
      opens: nextDate(day, -rules.daysAhead),
    })
  if (minutes < rules.minutesMin) return why('too_short', { minutes: rules.minutesMin })
  if (!own && minutes > rules.minutesMax) return why('too_long', { hours: rules.minutesMax / 60 })
  if (!isOpenDuring(facts.open, toMs(wish.startsAt), toMs(wish.endsAt))) return why('not_open_then')
  if (room.seats !== null && (wish.people ?? 0) > room.seats)
    return why('too_many_people', { seats: room.seats })
  return shareUsed(wish, facts, minutes)
}

function shareUsed(wish: BookingWish, facts: LendingFacts, minutes: number): Why | null {
  const share = shareOf(wish.byKind, facts)
  if (share === null || facts.minutesThisWeek + minutes <= share * 60) return null
  return why('share_used', {
    hours: share,
    used: inHours(facts.minutesThisWeek),
    left: inHours(Math.max(0, share * 60 - facts.minutesThisWeek)),
    monday: nextDate(mondayOf(facts.day), 7),
  })
}

export function shareOf(
  kind: BorrowerKind,
  { group, rules }: Pick<LendingFacts, 'group' | 'rules'>,
): number | null {
  if (kind === 'centre') return null
  if (kind === 'group') return group?.hoursPerWeek ?? rules.groupHoursPerWeek
  return rules.residentHoursPerWeek
}

const why = (refusal: LendingRefusal, values: Record<string, string | number> = {}): Why => ({
  refusal,
  values,
})
const inHours = (minutes: number) => Math.round(minutes / 6) / 10

export const mondayOf = (day: LocalDate): LocalDate => nextDate(day, 1 - weekday(day))

/** Granted at once, or somebody decides: a group in a room it may use never waits. */
export function firstState(
  wish: Pick<BookingWish, 'byKind'>,
  room: Pick<Room, 'id' | 'needsApproval'>,
  group: LendingFacts['group'],
): 'asked' | 'granted' {
  if (wish.byKind === 'centre' || !room.needsApproval) return 'granted'
  return group?.rooms.includes(room.id) ? 'granted' : 'asked'
}

export const lendingWords: Readonly<Record<LendingRefusal, Words>> = {
  room_not_lent: {
    zh: '这间房不外借，或者那天还没有启用。',
    en: 'This room is not lent, or not in use on that day.',
  },
  in_the_past: {
    zh: '这个时间已经过了，请另选。',
    en: 'That time is past; please choose another.',
  },
  too_far_ahead: {
    zh: '最早提前 {days} 天订，这一天从 {opens} 起可以订。',
    en: 'Rooms are booked at most {days} days ahead; this day opens on {opens}.',
  },
  too_short: { zh: '一次至少 {minutes} 分钟。', en: 'At least {minutes} minutes at a time.' },
  too_long: {
    zh: '一次最多 {hours} 小时，别人也要用。请分两次订。',
    en: 'At most {hours} hours at a time, so that others have it too. Please book twice.',
  },
  not_open_then: {
    zh: '那个时间中心不开门，请选开放时间之内的。',
    en: 'The centre is not open then; please choose a time within its hours.',
  },
  too_many_people: {
    zh: '这间房最多坐 {seats} 人，可以换一间大的。',
    en: 'This room seats {seats}; a larger one may do.',
  },
  share_used: {
    zh: '每周最多 {hours} 小时，那一周已经订了 {used} 小时，还可以订 {left} 小时；下一周从 {monday} 算起。',
    en: 'At most {hours} hours a week; {used} are booked in that week, {left} are left. The next week begins on {monday}.',
  },
  group_ended: { zh: '这个小组已经停办。', en: 'This group has ended.' },
  room_taken: {
    zh: '这个时间刚被别人订走了，请另选一个时间或另一间。',
    en: 'Somebody else has just taken that time. Please choose another time or room.',
  },
}
