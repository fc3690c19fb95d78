// An account for a resident who wants one: when a code is sent, when it is good, how long a visit and an account last.
// The same answer for a number that has an account and one that has none: the account begins with the first right code.
import type { Limit } from '#core/kit/asks.ts'
import { type Instant, addDays, toMs } from '#core/kit/time.ts'
import { normalisePhone } from './contact.ts'

export const codeMinutes = 5
export const codeTriesMax = 5
export const codeDigits = 6

/** Codes for one number, whoever asks: nobody's telephone is to ring all night. */
export const codesPerPhone: readonly Limit[] = [
  { most: 1, inSeconds: 60 },
  { most: 5, inSeconds: 3600 },
  { most: 10, inSeconds: 86_400 },
]
/** Codes asked for from one address: a house behind one router is larger than a script is patient. */
export const codesPerAddress: readonly Limit[] = [
  { most: 10, inSeconds: 600 },
  { most: 60, inSeconds: 86_400 },
]
/** Codes tried from one address. */
export const guessesPerAddress: readonly Limit[] = [{ most: 30, inSeconds: 3600 }]

/** A number that can be called back: at least as long as the shortest mobile numbers. */
export function residentPhone(text: string): string | null {
  const phone = normalisePhone(text)
  return phone !== null && phone.length >= 7 ? phone : null
}

export type Code = { expiresAt: Instant; tries: number; usedAt: Instant | null }

/** Whether anything may still be compared with it. */
export const isGood = (code: Code, now: Instant): boolean =>
  code.usedAt === null && code.tries < codeTriesMax && toMs(now) < toMs(code.expiresAt)

/** What people type from a message: digits with blanks between. */
export function codeTyped(text: string): string | null {
  const half = text.replace(/[０-９]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
  const digits = half.replace(/[\s-]/g, '')
  return /^\d{6}$/.test(digits) ? digits : null
}

export const visitDaysMax = 90
export const visitIdleDays = 30
/** An account nobody opened for so long is erased. */
export const accountIdleDays = 730

export type Visit = { lastSeenAt: Instant; expiresAt: Instant }
export const isOngoing = ({ lastSeenAt, expiresAt }: Visit, now: Instant): boolean =>
  toMs(now) < toMs(expiresAt) && toMs(now) < toMs(addDays(lastSeenAt, visitIdleDays))

export const reportsMax = 500
