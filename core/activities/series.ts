// What comes again: a series and its dates. The rule is text of RFC 5545 and is laid out by server/activities/
// recurrence.ts; here is what goes in, what comes out, and what a change of the rule does to dates already made.
import type { Instant, LocalDate } from '#core/kit/time.ts'
import type { Words } from '#core/kit/words.ts'
import type { Named } from './centre.ts'

export const seriesKinds = [
  'lecture',
  'course',
  'clinic',
  'service',
  'meeting',
  'festival',
  'selfRun',
  'other',
] as const
export type SeriesKind = (typeof seriesKinds)[number]

/** Who speaks, as organisation and role; a name only as it shall stand on the poster. */
export type Lecturer = {
  readonly organisation: string | null
  readonly role: string | null
  readonly shown: string | null
}

/** When it takes place. `rule` is FREQ=WEEKLY;BYDAY=TU; null: on `startsOn` and the days added by hand. */
export type SeriesRule = {
  readonly rule: string | null
  readonly startsOn: LocalDate
  /** On the wall of the community, HH:MM. */
  readonly startTime: string
  readonly minutes: number
  readonly skipsHolidays: boolean
  readonly daysAdded: readonly LocalDate[]
  readonly daysSkipped: readonly LocalDate[]
  readonly endedOn: LocalDate | null
  readonly timeZone: string
}

/** One date of the rule; a skipped one is listed too, so that a preview can say why it is left out. */
export type Occurrence = {
  readonly day: LocalDate
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly skipped: 'holiday' | 'exception' | null
}

export type OccurrencesAsked = {
  /** First and last local day, both included. */
  readonly from: LocalDate
  readonly to: LocalDate
  readonly max?: number
  readonly isHoliday: (day: LocalDate) => boolean
}

export type Series = SeriesRule & {
  readonly communityId: number
  readonly id: string
  readonly centreId: string
  readonly roomId: string | null
  readonly groupId: string | null
  readonly themeId: string | null
  readonly measureId: string | null
  readonly kind: SeriesKind
  readonly title: Named
  readonly about: string | null
  readonly materials: string | null
  readonly lecturer: Lecturer | null
  readonly seats: number | null
  readonly registration: 'none' | 'open'
  readonly publishedAt: Instant | null
  readonly version: number
}

/** A date that was made before, as far as laying the rule out anew must know it. */
export type MadeDate = {
  readonly id: string
  readonly originalAt: Instant
  /** The local day of the start the rule gave. */
  readonly day: LocalDate
  readonly startsAt: Instant
  readonly byHand: boolean
  readonly moved: boolean
  readonly state: 'planned' | 'cancelled' | 'dropped'
  readonly registered: number
}

export type LayingOut = {
  readonly add: readonly Occurrence[]
  /** The same day at another hour, or given again after it had been dropped: the row stays, and who is registered. */
  readonly put: readonly { readonly id: string; readonly to: Occurrence }[]
  /** Nobody is registered: they go without a word. */
  readonly drop: readonly string[]
  /** Somebody is registered: cancelled, and told. */
  readonly cancel: readonly string[]
}

/**
 * What laying the rule out over days to come changes. Dates past or added by hand stay, a moved one stays where it is,
 * a cancelled one stays cancelled; so doing it twice does nothing more.
 */
export function layOut(
  wanted: readonly Occurrence[],
  made: readonly MadeDate[],
  now: Instant,
): LayingOut {
  const at = Date.parse(now)
  const given = new Map(
    wanted.filter((each) => each.skipped === null).map((each) => [Date.parse(each.startsAt), each]),
  )
  const known = new Map(made.map((each) => [Date.parse(each.originalAt), each]))
  const open = made.filter((each) => !each.byHand && Date.parse(each.startsAt) > at)
  const gone = open.filter(
    (each) => each.state === 'planned' && !given.has(Date.parse(each.originalAt)),
  )
  const coming = [...given].filter(([start]) => start > at)
  const fresh = coming.flatMap(([start, each]) => (known.has(start) ? [] : [each]))
  const sameDay = gone.flatMap((each) => {
    const to = each.moved ? undefined : fresh.find(({ day }) => day === each.day)
    return to === undefined ? [] : [{ id: each.id, to }]
  })
  const put = [
    ...sameDay.filter(({ to }, i) => sameDay.findIndex((other) => other.to === to) === i),
    ...coming.flatMap(([start, to]) => {
      const row = known.get(start)
      return row?.state === 'dropped' ? [{ id: row.id, to }] : []
    }),
  ]
  const stays = new Set(put.map(({ id }) => id))
  const filled = new Set(put.map(({ to }) => to))
  const left = gone.filter((each) => !stays.has(each.id))
  return {
    add: fresh.filter((each) => !filled.has(each)),
    put,
    drop: left.filter((each) => each.registered === 0).map((each) => each.id),
    cancel: left.filter((each) => each.registered > 0).map((each) => each.id),
  }
}

export const seriesKindWords: Readonly<Record<SeriesKind, Words>> = {
  lecture: { zh: '讲座', en: 'Lecture' },
  course: { zh: '课程', en: 'Course' },
  clinic: { zh: '义诊', en: 'Clinic' },
  service: { zh: '服务', en: 'Service' },
  meeting: { zh: '议事', en: 'Meeting' },
  festival: { zh: '集市、节会', en: 'Fair' },
  selfRun: { zh: '居民自办', en: 'Run by residents' },
  other: { zh: '其他', en: 'Other' },
}

export type SessionState = 'planned' | 'cancelled' | 'dropped'

export type Session = {
  readonly communityId: number
  readonly id: string
  readonly seriesId: string
  /** The start the rule gave it: RECURRENCE-ID of a calendar. */
  readonly originalAt: Instant
  readonly byHand: boolean
  readonly roomId: string | null
  readonly place: string | null
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly day: LocalDate
  /** This time's own topic; without one the title of the series. */
  readonly topic: Named | null
  readonly lecturer: Lecturer | null
  readonly seats: number | null
  readonly state: SessionState
  readonly cancelledAt: Instant | null
  readonly why: Named | null
  readonly movedAt: Instant | null
  /** Counted up with every change a calendar must hear of. */
  readonly sequence: number
  readonly changedAt: Instant
  /** People of registrations that have a place, and that wait. */
  readonly booked: number
  readonly waiting: number
  /** Person-times; null is not counted. */
  readonly came: number | null
}
