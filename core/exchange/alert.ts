// Alerts without an account: what may be chosen, who wants to hear of what, how long codes and links are good. Pure:
// times are arguments.
import type { Limit } from '#core/kit/asks.ts'
import { type Instant, addDays, addSeconds, toMs } from '#core/kit/time.ts'
import { type Channel, type LineChannel, normaliseMail } from '#core/notices/message.ts'
import { boardCategories } from '#core/notices/board.ts'
import { residentPhone } from '#core/people/resident.ts'

/** Notices by category, and public cases when they are filed and when they end. */
export const alertKinds = [
  ...boardCategories.map((category) => `board.${category}` as const),
  'case.new',
  'case.closed',
] as const
export type AlertKind = (typeof alertKinds)[number]

export const paces = ['now', 'daily', 'weekly'] as const
export type Pace = (typeof paces)[number]

export const areasMost = 20
export const topicsMost = 20
/** Subscriptions of one address, over all communities. */
export const alertsPerAddress = 5
/** Messages a day to one telephone of what is told at once; what is more waits for the morning. */
export const smsPerDay = 5
/** And notices to one browser: they cost nobody anything but patience. */
export const pushPerDay = 20
export const mostPerDay: Record<Channel, number> = {
  sms: smsPerDay,
  push: pushPerDay,
  mail: Infinity,
}
export const itemsPerMessage = 12

export const codeMinutes = 30
export const codeTriesMax = 5
export const linkHours = 24
/** The consent says a year. */
export const goodForDays = 365
export const remindDaysBefore = 14

/** Messages that ask an address to confirm, whoever asks: nobody's mailbox is to be filled by a stranger. */
export const asksPerAddress: readonly Limit[] = [
  { most: 1, inSeconds: 60 },
  { most: 4, inSeconds: 3600 },
  { most: 8, inSeconds: 86_400 },
]
export const asksPerHouse: readonly Limit[] = [
  { most: 8, inSeconds: 600 },
  { most: 40, inSeconds: 86_400 },
]
export const guessesPerHouse: readonly Limit[] = [{ most: 40, inSeconds: 3600 }]

export const addressTyped = (channel: LineChannel, text: string): string | null =>
  channel === 'sms' ? residentPhone(text) : normaliseMail(text)

export type Chosen = {
  areas: readonly number[]
  kinds: readonly string[]
  topics: readonly string[]
}

/** What happened, as far as it decides who is told. */
export type Happened = { kind: AlertKind; areas: readonly number[]; topics: readonly string[] }

/** Whether somebody who chose this wants to hear of that. Topics narrow cases alone, and none means all. */
export function wants(chosen: Chosen, happened: Happened): boolean {
  if (!chosen.kinds.includes(happened.kind)) return false
  if (!happened.areas.some((area) => chosen.areas.includes(area))) return false
  if (happened.kind.startsWith('board.') || chosen.topics.length === 0) return true
  return happened.topics.some((topic) => chosen.topics.includes(topic))
}

export type Waiting = { askedAt: Instant; tries: number }
export const codeGood = ({ askedAt, tries }: Waiting, now: Instant): boolean =>
  tries < codeTriesMax && toMs(now) < toMs(addSeconds(askedAt, codeMinutes * 60))
export const linkGood = ({ askedAt }: Waiting, now: Instant): boolean =>
  toMs(now) < toMs(addSeconds(askedAt, linkHours * 3600))

export const endsAfter = (confirmedAt: Instant): Instant => addDays(confirmedAt, goodForDays)
