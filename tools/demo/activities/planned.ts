// The shape of a plan: rooms, series, bookings and groups of one centre.
import type { GroupKind } from '#core/activities/group.ts'
import type { Lecturer, SeriesKind } from '#core/activities/series.ts'

export type RoomPlan = {
  key: string
  floor: number
  zh: string
  en: string
  noteZh: string | null
  noteEn: string | null
  seats: number | null
  sqm: number
  stepFree: boolean
  needsApproval?: boolean
  lends?: boolean
  equipment: string[]
}

export type SeriesPlan = {
  room: string
  kind: SeriesKind
  zh: string
  en: string
  rule: string
  time: string
  minutes: number
  /** Weeks before this one in which it began. */
  weeks: number
  /** How many come, on the whole. */
  heads: number
  seats?: number
  registered?: number
  health?: boolean
  lecturer?: Lecturer
  topics?: readonly (readonly [string, string])[]
  /** Called off this week. */
  off?: boolean
}

export type BookingPlan = {
  room: string
  weekday: number
  time: string
  minutes: number
  zh: string
  group?: string
}

export type GroupPlan = {
  key: string
  zh: string
  en: string
  kind: GroupKind
  about: string
  members: number
  rooms: string[]
  post: string
}

export type CentrePlan = {
  zh: string
  en: string
  address: string
  phone: string
  lift: boolean
  floors: readonly (readonly [number, string, string])[]
  rooms: readonly RoomPlan[]
  series: readonly SeriesPlan[]
  bookings: readonly BookingPlan[]
  groups: readonly GroupPlan[]
}
