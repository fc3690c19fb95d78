// A message to somebody's telephone, mailbox or browser: how an operator's gateway is asked to carry it, when it is tried
// again, and when it is given up. Pure: signing and sending stand in the server.
import { type Instant, addSeconds, toMs } from '#core/kit/time.ts'

/** What an operator has a line for, and a person an address to type. */
export const lineChannels = ['sms', 'mail'] as const
export type LineChannel = (typeof lineChannels)[number]
/** And what a browser is told through the push service of its maker, without a line of anybody's. */
export const channels = [...lineChannels, 'push'] as const
export type Channel = (typeof channels)[number]

/** What is carried. Headers are a mail's own (List-Unsubscribe), and what a browser's notice needs beside its words. */
export type Message = {
  id: string
  to: string
  subject: string | null
  text: string
  headers: Readonly<Record<string, string>>
}

/**
 * An operator's way out. Over http `{to}`, `{text}`, `{subject}`, `{id}` in the address stand for the message's own; a mail
 * may leave by `smtp://` or `smtps://` instead.
 */
export type Line = {
  url: string
  method: 'GET' | 'POST'
  secret: string
  /** Whom a mail is from; null for telephones. */
  from: string | null
  /** More than so many a day are not sent: a script must not spend the street's money. */
  perDay: number
}

export type Request = { url: string; method: 'GET' | 'POST'; body: string | null }

const names = /\{(\w+)\}/g
const known: readonly string[] = ['to', 'text', 'subject', 'id']

/** Why an address cannot be a line's, in the operator's words; null if it can. */
export function whyNoLine({ url, method }: Pick<Line, 'url' | 'method'>): string | null {
  const named = [...url.matchAll(names)].map(([, name = '']) => name)
  const unknown = named.find((name) => !known.includes(name))
  if (unknown !== undefined) return `does not know {${unknown}}`
  if (!URL.canParse(url.replace(names, 'x'))) return 'is no address'
  if (isSmtp(url))
    return named.length > 0 ? 'takes nothing of a message, being of a mail server' : null
  if (!/^https?:/i.test(url)) return 'is neither http, https nor of a mail server'
  if (/[{}]/.test(hostOf(url))) return 'must name its host itself'
  if (method === 'GET' && !(named.includes('to') && named.includes('text')))
    return 'must contain {to} and {text}, since GET carries nothing else'
  return null
}

/** Of a mail server, which needs no translation. */
export const isSmtp = (url: string): boolean => /^smtps?:\/\//i.test(url)

/** Scheme, host and port: what a recipient's number must never become a part of. */
const hostOf = (url: string): string => /^\w+:\/\/[^/?#]*/.exec(url)?.[0] ?? url

export function requestOf(line: Line, message: Message): Request {
  const { id, to, subject, text, headers } = message
  const values: Record<string, string> = { id, to, text, subject: subject ?? '' }
  const url = line.url.replace(names, (_, name: string) => encodeURIComponent(values[name] ?? ''))
  if (line.method === 'GET') return { url, method: 'GET', body: null }
  const said = {
    id,
    to,
    ...(line.from !== null && { from: line.from }),
    ...(subject !== null && { subject }),
    text,
    ...(Object.keys(headers).length > 0 && { headers }),
  }
  return { url, method: 'POST', body: JSON.stringify(said) }
}

/** What the signature covers: the body, or where there is none the path with its query. */
export function signedOf(request: Request, id: string, seconds: number): string {
  const url = new URL(request.url)
  return `${id}.${seconds}.${request.body ?? url.pathname + url.search}`
}

/** Seconds after each failed try; the last one ends it. */
const pauses = [5, 20, 60, 300, 1800, 7200, 21_600]
export const triesMax = pauses.length + 1

/** When the next try is due, or null: tried often enough, or too late to be of use. */
export function nextTryOf(
  tries: number,
  at: Instant,
  { expiresAt, retryAfterSeconds }: { expiresAt: Instant; retryAfterSeconds: number },
): Instant | null {
  const pause = pauses[tries - 1]
  if (pause === undefined) return null
  const next = addSeconds(at, Math.max(pause, Math.min(retryAfterSeconds, 21_600)))
  return toMs(next) < toMs(expiresAt) ? next : null
}

export const isTooLate = (expiresAt: Instant, now: Instant): boolean => toMs(now) >= toMs(expiresAt)

/** The gateway understood and says no: asking again would change nothing. */
export function isFinal(status: number | null): boolean {
  if (status === null || status < 400 || status >= 500) return false
  return ![408, 425, 429].includes(status)
}

/**
 * Of a mail server: 5xx to the recipient or to the letter is its no, 4xx its not now (RFC 5321 4.2.1). A no to how we
 * come in (STARTTLS, AUTH, MAIL FROM) is a fault of the setup, and no letter may be lost by it.
 */
export const isFinalOfMail = (code: number | null, command: string | null): boolean =>
  code !== null && code >= 500 && (command === 'RCPT TO' || command === 'DATA')

export const isAccepted = (status: number): boolean => status >= 200 && status < 300

/** a…@example.org: enough to recognise one's own. */
export function maskMail(address: string): string {
  const at = address.lastIndexOf('@')
  const [first = ''] = address.slice(0, Math.max(at, 0))
  return first === '' ? '***' : `${first}***${address.slice(at)}`
}

/** As addresses are compared: the part behind @ knows no case, and people type the other part in any. */
export function normaliseMail(text: string): string | null {
  const bare = text.trim().toLowerCase()
  return /^[^\s@<>"(),;:\\]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,252}[a-z0-9])?\.[a-z]{2,}$/.test(bare)
    ? bare
    : null
}
