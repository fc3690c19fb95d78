// Requests of ours to addresses that people typed in: webhooks and other cities' servers. Whoever may type an address must
// not be able to reach what only this machine can: the addresses behind a name are judged at the moment of connecting,
// redirects are not followed, answers are read up to a bound.
import { lookup as dnsLookup, type LookupAddress } from 'node:dns'
import { type RequestOptions, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

export type Outgoing = {
  method: 'GET' | 'POST'
  url: string
  headers?: Record<string, string>
  body?: string | Buffer
  /** An operator's word: receivers may stand in this house. */
  privateAllowed: boolean
  timeoutMs?: number
}

export type Outcome =
  | { ok: true; status: number; text: string; retryAfterSeconds: number }
  | { ok: false; why: string }

// Two lists: one list would take the whole of IPv4 for a part of ::ffff:0:0/96.
const closed4 = new BlockList()
const closed6 = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  closed4.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 32],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  closed6.addSubnet(net, bits, 'ipv6')

/** Neither this machine, nor its neighbours, nor a way in disguise to them. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 0) return false
  return family === 4 ? !closed4.check(address, 'ipv4') : !closed6.check(address, 'ipv6')
}

/** Why an address cannot be a receiver, before anything is sent; null if it may be tried. */
export function whyNotReachable(text: string, privateAllowed: boolean): string | null {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null) return 'not an address'
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && privateAllowed))
    return privateAllowed ? 'neither http nor https' : 'not https'
  if (url.username !== '' || url.password !== '') return 'names a password'
  const host = hostOf(url)
  if (!privateAllowed && (host === 'localhost' || host.endsWith('.localhost')))
    return 'a private address'
  if (!privateAllowed && isIP(host) !== 0 && !isPublicAddress(host)) return 'a private address'
  return null
}

const hostOf = (url: URL) => url.hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '')

type Resolve = (
  host: string,
  options: { all: true },
  answer: (error: Error | null, addresses: LookupAddress[]) => void,
) => void

/** Resolves a name and refuses it if any of its addresses is private: the answer is what is then connected to. */
export function guardedLookup(
  privateAllowed: boolean,
  resolve: Resolve = dnsLookup,
): LookupFunction {
  return (host, options, answer) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? []
      if (error !== null || first === undefined)
        return answer(error ?? new Error('the name is not known'), '', 0)
      if (!privateAllowed && !addresses.every((each) => isPublicAddress(each.address)))
        return answer(new Error('a private address'), '', 0)
      if (options.all === true) return answer(null, addresses)
      return answer(null, first.address, first.family)
    })
  }
}

/** Seconds, or a date (RFC 9110, 10.2.3). */
export function retryAfter(header: string | undefined, nowMs = Date.now()): number {
  if (header === undefined) return 0
  const seconds = Number(header)
  if (Number.isFinite(seconds)) return Math.max(0, seconds)
  const at = Date.parse(header)
  return Number.isNaN(at) ? 0 : Math.max(0, Math.ceil((at - nowMs) / 1000))
}

const timeoutMsDefault = 15_000
const textBytesMax = 1024 * 1024

export function sendOut(asked: Outgoing): Promise<Outcome> {
  const why = whyNotReachable(asked.url, asked.privateAllowed)
  if (why !== null) return Promise.resolve({ ok: false, why })
  const url = new URL(asked.url)
  const options: RequestOptions = {
    method: asked.method,
    headers: {
      'user-agent': 'Linli',
      ...(asked.body !== undefined && { 'content-length': String(Buffer.byteLength(asked.body)) }),
      ...asked.headers,
    },
    lookup: guardedLookup(asked.privateAllowed),
    // A connection kept from an earlier answer of the name would not be looked at again.
    agent: false,
    signal: AbortSignal.timeout(asked.timeoutMs ?? timeoutMsDefault),
  }
  return new Promise((resolve) => {
    const failed = (error: Error) =>
      resolve({
        ok: false,
        why:
          error.name === 'TimeoutError' || error.name === 'AbortError'
            ? 'no answer in time'
            : error.message,
      })
    const send = url.protocol === 'https:' ? requestHttps : requestHttp
    const outgoing = send(url, options, (incoming) => {
      const parts: Buffer[] = []
      let bytes = 0
      incoming.on('data', (part: Buffer) => {
        bytes += part.length
        if (bytes > textBytesMax) incoming.destroy(new Error('the answer is too long'))
        else parts.push(part)
      })
      incoming.on('error', failed)
      incoming.on('end', () =>
        resolve({
          ok: true,
          status: incoming.statusCode ?? 0,
          text: Buffer.concat(parts).toString('utf8'),
          retryAfterSeconds: retryAfter(incoming.headers['retry-after']),
        }),
      )
    })
    outgoing.on('error', failed)
    outgoing.end(asked.body)
  })
}
