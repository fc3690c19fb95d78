// A push service as the makers of browsers run them, on this machine: browsers get an address there, it checks who sends
// (RFC 8292), keeps what waits by topic (RFC 8030), and what arrives is opened with the browser's own key (RFC 8291). Its
// reading of the sealed form is its own and shares nothing with what we send by.
import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  hkdfSync,
  randomBytes,
  verify,
} from 'node:crypto'
import { type IncomingMessage, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'
import type { PushAddress, Pushed } from '#core/notices/push.ts'

export type PushBrowser = {
  address: PushAddress
  /** What came, in its order, though it was replaced since. */
  came: Arrived[]
  /** What the person sees: of one tag the last. */
  shown: () => Pushed[]
  /** Turned off: what comes waits at the service, of one topic the last. Turned on again, all of it comes. */
  off: () => void
  on: () => void
  /** Notices were turned off in its settings. */
  takesBack: () => void
}
type Arrived = { pushed: Pushed; ttl: number; urgency: string; topic: string | null }

export type PushService = {
  browser: (serverKey: string) => PushBrowser
  answersNext: (...answers: { status: number; headers?: Record<string, string> }[]) => void
  /** Status of each request, in its order. */
  answered: number[]
  /** What was answered and what it was to answer. */
  forgets: () => void
  /** Called when something was taken, before the answer goes out. */
  whenTaken: (then: () => void) => void
}

type Kept = PushBrowser & {
  serverKey: string
  gone: boolean
  isOff: boolean
  waiting: Map<string, Arrived>
  open: (body: Buffer) => Pushed
}

export async function openPushService(): Promise<PushService> {
  const browsers = new Map<string, Kept>()
  const answered: number[] = []
  const next: { status: number; headers?: Record<string, string> }[] = []
  let taken = () => {}
  const server = createServer((request, response) => {
    void read(request).then((body) => {
      const told = next.shift()
      const status = told?.status ?? take(browsers.get(request.url ?? ''), request, body, origin())
      answered.push(status)
      if (status === 201) taken()
      response.writeHead(status, told?.headers ?? {}).end()
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    answered,
    answersNext: (...answers) => next.push(...answers),
    forgets: () => {
      answered.length = 0
      next.length = 0
    },
    whenTaken: (then) => {
      taken = then
    },
    browser: (serverKey) => {
      const path = `/push/${randomBytes(16).toString('base64url')}`
      const kept = newBrowser(`${origin()}${path}`, serverKey)
      browsers.set(path, kept)
      return kept
    },
  }
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

function newBrowser(endpoint: string, serverKey: string): Kept {
  const pair = createECDH('prime256v1')
  const own = pair.generateKeys()
  const auth = randomBytes(16)
  const came: Arrived[] = []
  const kept: Kept = {
    serverKey,
    gone: false,
    isOff: false,
    waiting: new Map(),
    came,
    address: {
      endpoint,
      p256dh: own.toString('base64url'),
      auth: auth.toString('base64url'),
    },
    shown: () => [...new Map(came.map(({ pushed }) => [pushed.tag, pushed])).values()],
    off: () => {
      kept.isOff = true
    },
    on: () => {
      kept.isOff = false
      came.push(...kept.waiting.values())
      kept.waiting.clear()
    },
    takesBack: () => {
      kept.gone = true
    },
    open: (body) => {
      const salt = body.subarray(0, 16)
      const idLength = body[20] ?? 0
      const theirs = body.subarray(21, 21 + idLength)
      const sealed = body.subarray(21 + idLength)
      const info = Buffer.concat([Buffer.from('WebPush: info\0'), own, theirs])
      const first = Buffer.from(hkdfSync('sha256', pair.computeSecret(theirs), auth, info, 32))
      const part = (name: string, bytes: number) =>
        Buffer.from(hkdfSync('sha256', first, salt, `Content-Encoding: ${name}\0`, bytes))
      const lock = createDecipheriv('aes-128-gcm', part('aes128gcm', 16), part('nonce', 12))
      lock.setAuthTag(sealed.subarray(-16))
      const plain = Buffer.concat([lock.update(sealed.subarray(0, -16)), lock.final()])
      const end = plain.lastIndexOf(2)
      return JSON.parse(plain.subarray(0, end).toString('utf8')) as Pushed
    },
  }
  return kept
}

function take(
  browser: Kept | undefined,
  { headers }: IncomingMessage,
  body: Buffer,
  origin: string,
): number {
  if (browser === undefined || browser.gone) return 410
  if (body.length > 4096) return 413
  const ttl = Number(headers['ttl'])
  if (headers['content-encoding'] !== 'aes128gcm' || !Number.isInteger(ttl)) return 400
  const sender = senderOf(headers.authorization ?? '', origin)
  if (sender === null) return 401
  if (sender !== browser.serverKey) return 403
  const topic = headers['topic'] === undefined ? null : String(headers['topic'])
  if (topic !== null && !/^[A-Za-z0-9_-]{1,32}$/.test(topic)) return 400
  const arrived = { pushed: browser.open(body), ttl, urgency: String(headers['urgency']), topic }
  if (browser.isOff) browser.waiting.set(topic ?? randomBytes(8).toString('hex'), arrived)
  else browser.came.push(arrived)
  return 201
}

/** The key that signed, if what it signed is for here, is not over, and names somebody to ask. */
function senderOf(authorization: string, origin: string): string | null {
  const found = /^vapid t=([^.]+)\.([^.]+)\.([^,]+), k=(\S+)$/.exec(authorization)
  const [, head = '', claims = '', signature = '', key = ''] = found ?? []
  if (found === null) return null
  const raw = Buffer.from(key, 'base64url')
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: raw.subarray(1, 33).toString('base64url'),
    y: raw.subarray(33).toString('base64url'),
  }
  const right = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  )
  const said = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>
  const until = Number(said['exp']) * 1000 - Date.now()
  const named = /^(https:|mailto:)/.test(String(said['sub']))
  return right && said['aud'] === origin && until > 0 && until <= 86_400_000 && named ? key : null
}
