// A message to somebody's telephone: through a gateway that stumbles, through one that says no, and in the demo's inbox.
import { pino } from 'pino'
import { Webhook } from 'standardwebhooks'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { readDemoInbox } from '#core/notices/contract-demo.ts'
import { type Channel, triesMax } from '#core/notices/message.ts'
import { addDays, addSeconds } from '#core/kit/time.ts'
import { readConfig } from '#server/config.ts'
import { inScope } from '#server/kit/db.ts'
import { openMailServer } from '#testing/mail-server.ts'
import { type Received, type Receiver, openReceiver } from '#testing/receiver.ts'
import { type Town, codes, openTown } from '#testing/town.ts'
import { type Telling, messagesUnderway, sendMessage } from './messages.ts'
import { forgetMessages, sendMessages } from './sending.ts'

const secret = `whsec_${Buffer.from('the lamp post keeps a secret').toString('base64')}`
const phone = '13900001111'
const words = '验证码 407293，五分钟内有效'

let t: Town
let gateway: Receiver
const logged: string[] = []

beforeAll(async () => {
  t = await openTown({ config: { privateReceivers: true } })
  t.app.log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) })
})
beforeEach(async () => {
  gateway = await openReceiver()
  const line = { url: gateway.url, method: 'POST', secret, from: null, perDay: 1000 } as const
  t.app.config.gateways = {
    sms: line,
    mail: { ...line, from: 'linli@example.org' },
  }
})

let causes = 0
const tells = (more: Partial<Telling> = {}) => {
  t.clock.advance(1)
  return inScope(t.app.db, { kind: 'job' }, (tx) =>
    sendMessage(t.app, tx, {
      communityId: t.app.places.geography.findByCode(codes.community)?.id ?? 0,
      channel: 'sms',
      kind: 'signInCode',
      cause: `code ${(causes += 1)}`,
      to: phone,
      subject: null,
      text: words,
      expiresAt: addSeconds(t.clock.now(), 86_400),
      ...more,
    }),
  )
}
const waits = async (seconds: number) => {
  t.clock.advance(seconds)
  return sendMessages(t.app)
}
type Row = { id: string; state: string; tries: number; last_error: string | null; all: string }
const rows = async () =>
  (
    await t.owner.query<Row>(
      `select id, state, tries, last_error, to_jsonb(m)::text as all from notices.messages m order by created_at desc, id`,
    )
  ).rows
const newest = async () => (await rows())[0]
const bodyOf = (one: Received | undefined) =>
  JSON.parse(one?.body ?? '{}') as Record<string, unknown>

/** By the library that receivers use, at the time of the story. */
function verified(one: Received | undefined): boolean {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(t.clock.now()) })
  try {
    new Webhook(secret).verify(one?.body ?? '', one?.headers ?? {})
    return true
  } catch {
    return false
  } finally {
    vi.useRealTimers()
  }
}

describe('through the gateway', () => {
  test('that fails twice: the same message three times under one id, signed each time, and then its words are gone', async () => {
    gateway.failsTimes(2)
    await tells()
    expect((await newest())?.all).not.toContain(phone)
    expect((await newest())?.all).not.toContain('407293')
    await sendMessages(t.app)
    expect(await newest()).toMatchObject({ state: 'waiting', tries: 1, last_error: 'HTTP 503' })
    await waits(4) // Not yet.
    expect(gateway.received).toHaveLength(1)
    await waits(2)
    expect(verified(gateway.received[1])).toBe(true)
    await waits(21)
    expect(gateway.received).toHaveLength(3)
    expect(await newest()).toMatchObject({ state: 'delivered', tries: 3, last_error: null })
    const ids = gateway.received.map(({ headers }) => headers['idempotency-key'])
    expect(new Set([...ids, (await newest())?.id]).size).toBe(1)
    expect(verified(gateway.received[2])).toBe(true)
    expect(bodyOf(gateway.received[2])).toEqual({ id: ids[0], to: phone, text: words })
    await waits(86_000)
    expect(gateway.received).toHaveLength(3)
    expect((await newest())?.all).toMatch(/"sealed_message": ?null/)
  })

  test('the job of the queue carries it, seconds after it was told', async () => {
    await tells()
    await t.runJobs()
    expect(gateway.received.map((one) => bodyOf(one)['to'])).toEqual([phone])
  })

  test('by GET, where a gateway asks for that: filled in, and the path is what is signed', async () => {
    const line = t.app.config.gateways.sms
    if (line === null) throw new Error('no line')
    const url = `${gateway.url}?to={to}&text={text}`
    t.app.config.gateways.sms = { ...line, method: 'GET', url }
    await tells()
    await sendMessages(t.app)
    const [one] = gateway.received
    const query = new URL(one?.path ?? '', gateway.url).searchParams
    expect([query.get('to'), query.get('text')]).toEqual([phone, words])
    const at = new Date(Number(one?.headers['webhook-timestamp']) * 1000)
    expect(one?.headers['webhook-signature']).toBe(
      new Webhook(secret).sign(one?.headers['webhook-id'] ?? '', at, one?.path ?? ''),
    )
  })

  test('a mail has a sender, a subject and its headers', async () => {
    const headers = { 'List-Unsubscribe': '<https://example.org/x>' }
    await tells({ channel: 'mail', to: 'wang@example.org', subject: '今天的动态', headers })
    await sendMessages(t.app)
    expect(bodyOf(gateway.received[0])).toMatchObject({
      from: 'linli@example.org',
      subject: '今天的动态',
      headers,
    })
  })
})

describe('through a mail server', () => {
  test('that is busy twice: one letter in the end, with its headers, under the same name each time', async () => {
    const server = await openMailServer()
    const line = { url: server.url, method: 'POST', secret: '', perDay: 1000 } as const
    t.app.config.gateways.mail = { ...line, from: '同景社区 <linli@example.org>' }
    server.refuses(2, 451)
    const headers = { 'List-Unsubscribe': '<https://example.org/x>' }
    const mail = {
      channel: 'mail',
      to: 'wang@example.org',
      subject: '今天的动态',
      headers,
    } as const
    await tells({ ...mail, text: '路灯修好了' })
    for (const seconds of [0, 6, 21]) await waits(seconds)
    expect(await newest()).toMatchObject({ state: 'delivered', tries: 3 })
    const [letter] = server.letters
    expect(server.letters).toHaveLength(1)
    expect(letter?.to).toBe('wang@example.org')
    expect(letter?.text).toContain('List-Unsubscribe: <https://example.org/x>')
    expect(letter?.text).toContain(`Message-ID: <${(await newest())?.id}@127.0.0.1>`)
    server.refuses(1, 550)
    await tells({ ...mail, to: 'nobody@example.org' })
    await sendMessages(t.app)
    expect(await newest()).toMatchObject({ state: 'failed', last_error: 'SMTP 550' })
    expect((await newest())?.all).not.toContain('nobody')
  })

  test('that offers no TLS, outside this house: nothing is said to it', async () => {
    const server = await openMailServer()
    const line = { url: server.url, method: 'POST', secret: '', perDay: 1000 } as const
    t.app.config.gateways.mail = { ...line, from: 'linli@example.org' }
    t.app.config.privateReceivers = false
    const expiresAt = addSeconds(t.clock.now(), 60)
    await tells({ channel: 'mail', to: 'wang@example.org', expiresAt })
    await sendMessages(t.app)
    t.app.config.privateReceivers = true
    expect(server.letters).toEqual([])
    expect(await newest()).toMatchObject({ state: 'waiting', tries: 1 })
    await waits(61)
    expect(await newest()).toMatchObject({ state: 'expired' })
  })
})

describe('what is not sent', () => {
  test('the same cause to the same telephone a second time', async () => {
    expect(await tells({ cause: 'case 1 closed' })).toBe(true)
    expect(await tells({ cause: 'case 1 closed' })).toBe(false)
    expect(await tells({ cause: 'case 1 closed', to: '13900002222' })).toBe(true)
    await sendMessages(t.app)
    expect(gateway.received).toHaveLength(2)
  })

  test('what a gateway refused for good, and what it could not take for hours', async () => {
    const givenUp = async () =>
      (await messagesUnderway(t.app.db, addDays(t.clock.now(), -30))).failed
    const before = await givenUp()
    gateway.answers(400)
    await tells()
    await sendMessages(t.app)
    expect(await newest()).toMatchObject({ state: 'failed', tries: 1, last_error: 'HTTP 400' })
    gateway.answers(500)
    await tells({ expiresAt: addDays(t.clock.now(), 9) })
    await sendMessages(t.app)
    for (let i = 0; i < triesMax + 2; i += 1) await waits(22_000)
    expect(await newest()).toMatchObject({ state: 'failed', tries: triesMax })
    expect(gateway.received).toHaveLength(1 + triesMax)
    expect(await givenUp()).toBe(before + 2)
  })

  test('a code that is too old when the gateway listens again', async () => {
    gateway.answers(503)
    await tells({ expiresAt: addSeconds(t.clock.now(), 15) })
    await sendMessages(t.app)
    gateway.answers(204)
    await waits(16)
    expect(await newest()).toMatchObject({ state: 'expired', tries: 1 })
    expect(gateway.received).toHaveLength(1)
  })

  test('more than so many in a day, whatever asks for them; the rest goes when the day is over', async () => {
    t.clock.advance(2 * 86_400)
    const { sms } = t.app.config.gateways
    if (sms !== null) t.app.config.gateways.sms = { ...sms, perDay: 3 }
    for (let i = 0; i < 5; i += 1) await tells({ expiresAt: addDays(t.clock.now(), 3) })
    await sendMessages(t.app)
    expect(gateway.received).toHaveLength(3)
    await waits(86_401)
    expect(gateway.received).toHaveLength(5)
  })

  test('anything to an address inside this house, unless the operator allows it', async () => {
    t.app.config.privateReceivers = false
    await tells()
    await sendMessages(t.app)
    t.app.config.privateReceivers = true
    expect(gateway.received).toEqual([])
    expect(await newest()).toMatchObject({ state: 'waiting', last_error: 'not https' })
  })

  test('no log and no row held a number or a word of it; rows go after a month', async () => {
    expect(logged.length).toBeGreaterThan(0)
    expect(logged.join()).not.toMatch(/1390000|407293/)
    expect(JSON.stringify(await rows())).not.toMatch(/1390000|407293/)
    t.clock.advance(40 * 86_400)
    await sendMessages(t.app)
    t.clock.advance(31 * 86_400)
    await forgetMessages(t.app)
    expect(await rows()).toEqual([])
  })
})

describe('the demo’s inbox', () => {
  const reads = () => t.client().call(readDemoInbox, { limit: 2 })
  const noLines = { sms: null, mail: null }

  test('is nowhere but in the demo, and not where others than this machine can knock', async () => {
    t.app.config.gateways = { ...noLines }
    expect(await reads()).toMatchObject({ status: 404, refusal: 'not_the_demo' })
    t.app.keys = { ...t.app.keys, demo: true }
    expect(await reads()).toMatchObject({ ok: true, value: { items: [] } })
    t.app.config.host = '0.0.0.0'
    expect(await reads()).toMatchObject({ status: 404, refusal: 'not_the_demo' })
    await tells()
    expect(await sendMessages(t.app)).toBe(0)
    t.app.config.host = '127.0.0.1'
  })

  test('holds what would have been sent, newest first, to whom only masked, page by page', async () => {
    t.app.config.gateways = { ...noLines }
    await sendMessages(t.app) // What waited meanwhile.
    for (const text of ['一', '二']) await tells({ text })
    await tells({ channel: 'mail' satisfies Channel, to: 'wang@example.org', subject: '动态' })
    await sendMessages(t.app)
    const first = await reads()
    if (!first.ok) throw new Error(first.refusal)
    expect(first.value.items[0]).toMatchObject({ channel: 'mail', to: 'w***@example.org' })
    const rest = await t.client().call(readDemoInbox, { limit: 2, after: first.value.next ?? '' })
    expect(rest.ok && rest.value.items.map(({ to }) => to)).toEqual(['139****1111', '139****1111'])
    const { rows: kept } = await t.owner.query(`select to_jsonb(i) as it from notices.demo_inbox i`)
    expect(JSON.stringify(kept)).not.toContain(phone)
  })

  test('a gateway that the operator named goes before it', async () => {
    await tells({ text: '真的发出去' })
    await sendMessages(t.app)
    expect(gateway.received).toHaveLength(1)
  })
})

describe('the operator’s words', () => {
  const configured = (env: Record<string, string>) => () => readConfig(env)
  const mailFrom = { LINLI_MAIL_FROM: 'linli@example.org' }
  const sms = { LINLI_SMS_URL: 'https://sms.example.org/?pass=geheim', LINLI_SMS_SECRET: 's' }
  test('make a line, or say what is missing without repeating the address', () => {
    expect(configured(sms)().gateways).toMatchObject({ sms: { method: 'POST', perDay: 2000 } })
    expect(configured({})().gateways).toEqual({ sms: null, mail: null })
    const { LINLI_SMS_SECRET: _, ...bare } = sms
    expect(configured(bare)).toThrow('LINLI_SMS_SECRET is not')
    expect(configured({ ...sms, LINLI_SMS_METHOD: 'PUT' })).toThrow('give POST or GET')
    expect(configured({ ...sms, LINLI_SMS_METHOD: 'get' })).toThrow('must contain {to}')
    expect(configured({ ...sms, LINLI_SMS_METHOD: 'get' })).not.toThrow('geheim')
    const mail = { LINLI_MAIL_URL: 'https://m.example.org/', LINLI_MAIL_SECRET: 's' }
    expect(configured(mail)).toThrow('LINLI_MAIL_FROM is not')
    const server = { LINLI_MAIL_URL: 'smtps://linli:geheim@mail.example.org', ...mailFrom }
    expect(configured(server)().gateways.mail).toMatchObject({ secret: '' })
    expect(configured({ ...sms, LINLI_SMS_URL: server.LINLI_MAIL_URL })).toThrow('a mail server')
  })
})
