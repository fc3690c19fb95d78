// Web push (RFC 8030, 8291, 8292): a browser gives an address at the push service of its maker, and a key with which only
// it can read. Pure: which addresses are taken, and what is sent there.
import { type Instant, toMs } from '#core/kit/time.ts'
import { type Message, isFinal } from './message.ts'

export type PushAddress = { endpoint: string; p256dh: string; auth: string }

/** Of the makers of browsers, as they stand in 2026; an operator may add to them. `*.` stands for any name in front. */
export const pushServices = [
  'fcm.googleapis.com',
  'jmt17.google.com',
  '*.push.services.mozilla.com',
  '*.push.apple.com',
  '*.notify.windows.com',
] as const

export const isPushService = (host: string, services: readonly string[]): boolean =>
  services.some((known) =>
    known.startsWith('*.')
      ? host.endsWith(known.slice(1)) && host.length > known.length - 1
      : host === known,
  )

export const endpointLengthMax = 1000
const bytesOf = (text: string): number | null =>
  /^[A-Za-z0-9_-]+$/.test(text) ? Math.floor((text.length * 3) / 4) : null

export type PushAddressRefusal = 'address_wrong' | 'push_service_unknown'

/**
 * Why nothing may be sent to it. Whoever asks types the address, in effect: it must be of a push service that is known, or
 * our server would knock wherever it is told.
 */
export function whyNoPushAddress(
  { endpoint, p256dh, auth }: PushAddress,
  services: readonly string[],
): PushAddressRefusal | null {
  if (endpoint.length > endpointLengthMax || !URL.canParse(endpoint)) return 'address_wrong'
  if (bytesOf(p256dh) !== 65 || bytesOf(auth) !== 16) return 'address_wrong'
  const { hostname, username, password } = new URL(endpoint)
  if (username !== '' || password !== '') return 'address_wrong'
  return isPushService(hostname, services) ? null : 'push_service_unknown'
}

/** How pressing it is: what may wait spares the battery (RFC 8030, 5.3). */
export const urgencies = ['low', 'normal', 'high'] as const
export type Urgency = (typeof urgencies)[number]

/** What the browser's worker is told; every push service carries 4 kB, sealed. */
export type Pushed = {
  title: string
  body: string
  /** Paths of ours: what it tells of, and where it is changed and ended. */
  link: string
  manage: string
  tag: string
  lang: string
}
const titleMax = 100
const bodyMax = 500

const clipped = (text: string, most: number): string => {
  const letters = [...text]
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`
}

export function pushedOf({ subject, text, headers }: Message): Pushed {
  return {
    title: clipped(subject ?? '', titleMax),
    body: clipped(text, bodyMax),
    link: headers['link'] ?? '/',
    manage: headers['manage'] ?? '/',
    tag: headers['tag'] ?? '',
    lang: headers['lang'] ?? 'zh',
  }
}

const dayMost = 2
/** Seconds that the push service keeps it for a browser that is off. */
export const keptFor = (expiresAt: Instant, now: Instant): number =>
  Math.min(dayMost * 86_400, Math.max(0, Math.floor((toMs(expiresAt) - toMs(now)) / 1000)))

/** The browser has taken its address back, or it never was one: nothing will arrive there again. */
export const isGone = (status: number): boolean => status === 404 || status === 410

export const isFinalOfPush = (status: number): boolean => isGone(status) || isFinal(status)
