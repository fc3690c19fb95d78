// The operator's ways out to telephones and mailboxes, read by config.ts. Without an address there is no such way, and
// nothing offers it.
import { type Line, isSmtp, whyNoLine } from '#core/notices/message.ts'
import { pushServices } from '#core/notices/push.ts'
import { ConfigTrouble, type Variable, whole } from './config-parts.ts'

export type Gateways = { sms: Line | null; mail: Line | null }

/** Push services that are sent to, and whom they may ask about us: no line of the operator's, and nothing to pay. */
export type PushWay = { services: readonly string[]; contact: string; perDay: number }

export const gatewayVariables: Variable[] = [
  {
    name: 'LINLI_SMS_URL',
    default: 'none',
    meaning: 'address of the SMS gateway; {to}, {text} and {id} in it are filled in',
  },
  { name: 'LINLI_SMS_METHOD', default: 'POST', meaning: 'POST carries JSON, GET only the address' },
  { name: 'LINLI_SMS_SECRET', default: 'none', meaning: 'signs each request to it' },
  { name: 'LINLI_SMS_PER_DAY', default: '2000', meaning: 'no more than so many in 24 hours' },
  {
    name: 'LINLI_MAIL_URL',
    default: 'none',
    meaning: 'smtp:// or smtps:// of a mail server, or a gateway asked by POST with JSON',
  },
  { name: 'LINLI_MAIL_SECRET', default: 'none', meaning: 'signs each request to a gateway' },
  { name: 'LINLI_MAIL_FROM', default: 'none', meaning: 'whom mails are from' },
  { name: 'LINLI_MAIL_PER_DAY', default: '20000', meaning: 'no more than so many in 24 hours' },
  {
    name: 'LINLI_PUSH',
    default: '1 on this machine, else 0',
    meaning:
      '1: browsers may be told through the push service of their maker, 0: nothing offers it',
  },
  {
    name: 'LINLI_PUSH_SERVICES',
    default: 'none',
    meaning:
      'further push services beside those of the usual browsers: hosts, or *.host, with commas',
  },
  { name: 'LINLI_PUSH_PER_DAY', default: '100000', meaning: 'no more than so many in 24 hours' },
]

type Read = (name: string) => string | null

export function readGateways(text: Read): Gateways {
  return {
    sms: line(text, 'LINLI_SMS', { from: null, perDay: '2000' }),
    mail: line(text, 'LINLI_MAIL', { from: text('LINLI_MAIL_FROM'), perDay: '20000' }),
  }
}

/**
 * Browsers give an address on a secure page alone, so there is no such way on a plain one; the page of this machine counts
 * as secure. The services are foreign houses, and for most browsers abroad: an installation for others names its wish.
 */
export function readPush(text: Read, publicUrl: string): PushWay | null {
  const { protocol, hostname } = new URL(publicUrl)
  const here = hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')
  const wanted = text('LINLI_PUSH') ?? (here ? '1' : '0')
  if (wanted !== '0' && wanted !== '1')
    throw new ConfigTrouble(`LINLI_PUSH is “${wanted}”: give 1 or 0.`)
  if (wanted === '0' || !(protocol === 'https:' || here)) return null
  const more = (text('LINLI_PUSH_SERVICES') ?? '').split(/[\s,]+/).filter((host) => host !== '')
  const wrong = more.find((host) => !/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host))
  if (wrong !== undefined)
    throw new ConfigTrouble(
      `LINLI_PUSH_SERVICES names “${wrong}”: give hosts such as push.example.org or *.push.example.org.`,
    )
  const perDay = { name: 'LINLI_PUSH_PER_DAY', min: 1, max: 10_000_000 }
  return {
    services: [...pushServices, ...more],
    contact: protocol === 'https:' ? publicUrl : `mailto:linli@${hostname}`,
    perDay: whole(text(perDay.name) ?? '100000', perDay),
  }
}

function line(
  text: Read,
  prefix: 'LINLI_SMS' | 'LINLI_MAIL',
  { from, perDay }: { from: string | null; perDay: string },
): Line | null {
  const url = text(`${prefix}_URL`)
  if (url === null) return null
  const method = (prefix === 'LINLI_SMS' && text(`${prefix}_METHOD`)?.toUpperCase()) || 'POST'
  if (method !== 'GET' && method !== 'POST')
    throw new ConfigTrouble(`${prefix}_METHOD is “${method}”: give POST or GET.`)
  const why = whyNoLine({ url, method })
  // The address may hold a password of the gateway: it is not repeated.
  if (why !== null) throw new ConfigTrouble(`${prefix}_URL ${why}.`)
  if (isSmtp(url) && prefix === 'LINLI_SMS')
    throw new ConfigTrouble('LINLI_SMS_URL is of a mail server.')
  const secret = isSmtp(url) ? '' : text(`${prefix}_SECRET`)
  if (secret === null) throw new ConfigTrouble(`${prefix}_URL is set, and ${prefix}_SECRET is not.`)
  if (prefix === 'LINLI_MAIL' && from === null)
    throw new ConfigTrouble('LINLI_MAIL_URL is set, and LINLI_MAIL_FROM is not.')
  const wanted = { name: `${prefix}_PER_DAY`, min: 1, max: 10_000_000 }
  return { url, method, secret, from, perDay: whole(text(wanted.name) ?? perDay, wanted) }
}
