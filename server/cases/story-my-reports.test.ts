// Mrs Li wants all she reported in one place, on her telephone and on her daughter's. Mr Sun wants no account, and needs
// none. Somebody else would like to know who has one.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { followCase } from '#core/cases/contract.ts'
import * as mine from '#core/cases/contract-mine.ts'
import { affectedToo } from '#core/cases/contract-voices.ts'
import { reportCase } from '#core/cases/contract-report.ts'
import { consentTo } from '#core/people/consent.ts'
import * as own from '#core/people/contract-resident.ts'
import { codesPerAddress, codeTriesMax } from '#core/people/resident.ts'
import { createApp, stopApp } from '#server/app.ts'
import { buildServer } from '#server/main.ts'
import { sendMessages } from '#server/notices/sending.ts'
import { forgetResidents } from '#server/people/residents.ts'
import { type TestClient, openClient } from '#testing/harness.ts'
import { type Receiver, openReceiver } from '#testing/receiver.ts'
import { must } from '#testing/survey-town.ts'
import { comes, goesToClosing, walksToHandled } from '#testing/town-life.ts'
import { type Town, commandId, lamp, openTown, report } from '#testing/town.ts'

let t: Town
let gateway: Receiver
const { version } = consentTo('account')

beforeAll(async () => {
  t = await openTown({ config: { privateReceivers: true, limitScale: 1, trustProxy: true } })
  gateway = await openReceiver()
  const line = { url: gateway.url, method: 'POST', from: null, perDay: 1000 } as const
  t.app.config.gateways = { sms: { ...line, secret: 's' }, mail: null }
})
beforeEach(() => t.clock.advance(7200))

let houses = 0
/** Somebody at home, at an address of their own. */
const somebody = () => t.client({ 'x-forwarded-for': `203.0.113.${(houses += 1)}` })

/** What the telephone shows last. */
async function codeAt(phone: string): Promise<string> {
  await sendMessages(t.app)
  const said = gateway.received.map(({ body }) => JSON.parse(body) as { to: string; text: string })
  return /\d{6}/.exec(said.findLast(({ to }) => to === phone)?.text ?? '')?.[0] ?? ''
}
async function signsIn(who: TestClient, phone: string): Promise<TestClient> {
  must(await who.call(own.askCode, { phone }))
  must(await who.call(own.enterCode, { phone, code: await codeAt(phone), agreed: version }))
  return who
}
const listOf = async (who: TestClient, more: { limit?: number; after?: string } = {}) =>
  must(await who.call(mine.listMyReports, more))
const wrongOf = (code: string) => (code === '111111' ? '222222' : '111111')

/** Everything that is kept of people, as text. */
async function kept(): Promise<string> {
  const tables = ['residents', 'consents', 'resident_codes', 'resident_sessions']
  const parts = [
    ...tables.map((name) => `select to_jsonb(x)::text as it from people.${name} x`),
    'select to_jsonb(x)::text from cases.resident_reports x',
    'select to_jsonb(x)::text from notices.messages x',
    'select to_jsonb(x)::text from kit.asks x',
  ]
  const { rows } = await t.owner.query<{ it: string }>(parts.join(' union all '))
  return rows.map(({ it }) => it).join('\n')
}

describe('an account', () => {
  test('begins with a code and a text agreed to; it holds what is added and what is reported meanwhile', async () => {
    const phone = '13911110001'
    const before = await report(t.client())
    const li = somebody()
    expect(must(await li.call(own.readResident, {}))).toMatchObject({
      available: true,
      demoInbox: false,
      resident: null,
      consent: { version },
    })
    must(await li.call(own.askCode, { phone: '139 1111-0001' }))
    const code = await codeAt(phone)
    expect(await li.call(own.enterCode, { phone, code })).toMatchObject({
      status: 409,
      refusal: 'consent_needed',
    })
    const entered = must(await li.call(own.enterCode, { phone, code, agreed: version }))
    expect(entered.resident).toMatchObject({
      phone: '139****0001',
      name: null,
      agreed: [{ purpose: 'account', version }],
    })
    must(await li.call(own.renameResident, { name: '李桂芳' }))
    must(await li.call(mine.joinReport, { number: before.number, secret: before.secret ?? '' }))
    must(await li.call(mine.joinReport, { number: before.number, secret: before.secret ?? '' }))
    t.clock.advance(60)
    const during = must(await li.call(reportCase, { commandId: commandId(), ...lamp }))
    const { items } = await listOf(li)
    expect(items.map(({ number }) => number)).toEqual([during.number, before.number])
    expect(items[0]).toMatchObject({
      text: lamp.text,
      state: 'REPORTED',
      clock: { kind: 'ACCEPT' },
      waitsFor: null,
    })
    // What the list gives opens each of them, as a receipt does.
    for (const { number, secret } of items)
      must(await t.client().call(followCase, { number, secret }))
    expect(must(await li.call(own.readResident, {})).resident?.name).toBe('李桂芳')
  })

  test('is the same on another telephone, without agreeing twice; signing out there leaves this one alone', async () => {
    const phone = '13911110002'
    const here = await signsIn(somebody(), phone)
    const there = somebody()
    t.clock.advance(120)
    must(await there.call(own.askCode, { phone }))
    must(await there.call(own.enterCode, { phone, code: await codeAt(phone) }))
    const { number } = must(await here.call(reportCase, { commandId: commandId(), ...lamp }))
    expect((await listOf(there)).items.map((each) => each.number)).toEqual([number])
    must(await there.call(own.leaveResident, {}))
    expect(await there.call(mine.listMyReports, {})).toMatchObject({ status: 401 })
    expect((await listOf(here)).items).toHaveLength(1)
  })

  test('shows a neighbour’s matter that one joined without the neighbour’s words, and what waits for a word', async () => {
    const li = await signsIn(somebody(), '13911110003')
    const category = 'P01-37-3' // Of a kind that anybody may read of, and join.
    const first = await report(t.client(), { category })
    await walksToHandled(t, first.number, { category })
    const joined = await li.call(affectedToo, { number: first.number, commandId: commandId() })
    must(joined)
    const { number } = must(await li.call(reportCase, { commandId: commandId(), ...lamp }))
    await walksToHandled(t, number)
    await goesToClosing(t, number)
    const { items } = await listOf(li)
    expect(items.find((each) => each.number === number)).toMatchObject({
      state: 'CLOSED',
      waitsFor: 'confirm',
    })
    expect(items.find((each) => each.number === first.number)).toMatchObject({
      text: null,
      waitsFor: null,
    })
  })

  test('lists page by page, and takes off what one does not want to see', async () => {
    const li = await signsIn(somebody(), '13911110004')
    const numbers: string[] = []
    for (let i = 0; i < 5; i += 1) {
      t.clock.advance(1)
      numbers.push(must(await li.call(reportCase, { commandId: commandId(), ...lamp })).number)
    }
    const first = await listOf(li, { limit: 2 })
    const second = await listOf(li, { limit: 2, after: first.next ?? '' })
    const third = await listOf(li, { limit: 2, after: second.next ?? '' })
    expect(third.next).toBeNull()
    const seen = [...first.items, ...second.items, ...third.items].map(({ number }) => number)
    expect(seen).toEqual(numbers.toReversed())
    must(await li.call(mine.partReport, { number: numbers[0] ?? '' }))
    expect((await listOf(li)).items).toHaveLength(4)
  })

  test('staff who write a report down add it to nobody’s account', async () => {
    const li = await signsIn(somebody(), '13911110005')
    const wu = await comes(t, 'wu')
    for (const [name, value] of li.cookies) wu.cookies.set(name, value)
    must(await wu.call(reportCase, { commandId: commandId(), ...lamp, source: 'COUNTER' }))
    expect((await listOf(li)).items).toEqual([])
  })
})

describe('whoever would like to know', () => {
  test('asks for a code and reads the same, whether the number has an account or not', async () => {
    await signsIn(somebody(), '13922220001')
    t.clock.advance(7200)
    const asks = async (phone: string) => {
      const { status, ...said } = await somebody().call(own.askCode, { phone })
      return { status, said }
    }
    expect(await asks('13922220001')).toEqual(await asks('13922220002'))
    const guesses = async (phone: string, code: string) => {
      const { status, refusal } = (await somebody().call(own.enterCode, { phone, code })) as {
        status: number
        refusal?: string
      }
      return `${status} ${refusal}`
    }
    const code = await codeAt('13922220001')
    for (const phone of ['13922220001', '13922220002', '13922220003', 'nobody'])
      expect(await guesses(phone, wrongOf(code))).toBe('401 wrong_code')
  })

  test.each<[string, number, boolean]>([
    ['after four wrong guesses', codeTriesMax - 1, true],
    ['after five', codeTriesMax, false],
  ])('the right code %s opens: %s', async (_, wrong, opens) => {
    const phone = `1392222001${wrong}`
    must(await somebody().call(own.askCode, { phone }))
    const code = await codeAt(phone)
    const guesses = Array.from({ length: wrong }, () =>
      somebody().call(own.enterCode, { phone, code: wrongOf(code), agreed: version }),
    )
    await Promise.all(guesses) // All at once: they queue up and are counted all the same.
    const answer = await somebody().call(own.enterCode, { phone, code, agreed: version })
    expect(answer.ok).toBe(opens)
  })

  test('a code is good once, for five minutes, and only the newest', async () => {
    const phone = '13922220021'
    const li = await signsIn(somebody(), phone)
    const enters = (code: string) => li.call(own.enterCode, { phone, code, agreed: version })
    expect(await enters(await codeAt(phone))).toMatchObject({ refusal: 'wrong_code' })
    t.clock.advance(61)
    must(await li.call(own.askCode, { phone }))
    const first = await codeAt(phone)
    t.clock.advance(61)
    must(await li.call(own.askCode, { phone }))
    const second = await codeAt(phone)
    expect(await enters(first)).toMatchObject({ refusal: 'wrong_code' })
    t.clock.advance(5 * 60)
    expect(await enters(second)).toMatchObject({ refusal: 'wrong_code' })
  })

  test('waits: a number gets one code a minute and an address ten in ten minutes, at whichever process it asks', async () => {
    const second = createApp(t.app.config, { ownerUrl: t.app.ownerUrl, now: t.clock.now })
    const server = await buildServer(second)
    try {
      const phone = '13922220031'
      must(await somebody().call(own.askCode, { phone }))
      const elsewhere = openClient(server, { 'x-forwarded-for': '198.51.100.7' })
      expect(await elsewhere.call(own.askCode, { phone })).toMatchObject({
        status: 429,
        refusal: 'too_many_codes',
        current: { waitSeconds: 60 },
      })
      const most = codesPerAddress[0]?.most ?? 0
      const script = { 'x-forwarded-for': '2001:db8:1:2::9' }
      const both = [openClient(server, script), t.client(script)]
      const answers = []
      for (let i = 0; i <= most; i += 1)
        answers.push(await both[i % 2]?.call(own.askCode, { phone: `139333${10_000 + i}` }))
      expect(answers.map((each) => each?.ok)).toEqual([...Array<boolean>(most).fill(true), false])
      // The next address of the same house is the same house.
      const next = t.client({ 'x-forwarded-for': '2001:db8:1:2::a' })
      expect(await next.call(own.askCode, { phone: '13933399999' })).toMatchObject({ status: 429 })
    } finally {
      await server.close()
      await stopApp(second)
    }
  })

  test('guesses at many numbers from one address, and is stopped', async () => {
    const script = t.client({ 'x-forwarded-for': '198.51.100.99' })
    const answers = []
    for (let i = 0; i < 31; i += 1) {
      t.clock.advance(3)
      answers.push(
        await script.call(own.enterCode, { phone: `139444${10_000 + i}`, code: '123456' }),
      )
    }
    expect(answers.slice(0, 30).every(({ status }) => status === 401)).toBe(true)
    expect(answers.at(-1)).toMatchObject({ status: 429, refusal: 'too_many_tries' })
  })

  test('reads the rows: no number, no code, no secret of a report is in them', async () => {
    const li = await signsIn(somebody(), '13922220041')
    const code = await codeAt('13922220041')
    const { secret, link } = must(await li.call(reportCase, { commandId: commandId(), ...lamp }))
    const all = await kept()
    for (const each of ['13922220041', secret, link, '203.0.113']) expect(all).not.toContain(each)
    // A digest may hold these four by chance; standing by themselves they are the end of a number.
    expect(all).not.toMatch(/(?<![0-9a-f])0041(?![0-9a-f])/)
    expect(all).not.toMatch(new RegExp(`"(code|text)[^"]*": ?"[^"]*${code}`))
    const cookie = li.cookies.get('linli_resident') ?? 'none'
    expect(all).not.toContain(cookie)
  })

  test('finds no door of staff open with a resident’s visit, and none of a resident without one', async () => {
    const li = await signsIn(somebody(), '13922220051')
    const forger = t.client()
    forger.cookies.set('linli', li.cookies.get('linli_resident') ?? '')
    expect(await forger.send({ path: '/api/cases' })).toMatchObject({ status: 401 })
    expect(await li.send({ path: '/api/cases' })).toMatchObject({ status: 401 })
    const wu = await comes(t, 'wu')
    for (const who of [t.client(), wu]) {
      expect(await who.call(mine.listMyReports, {})).toMatchObject({ status: 401 })
      expect(await who.call(own.deleteResident, {})).toMatchObject({ status: 401 })
      expect(await who.call(own.renameResident, { name: 'x' })).toMatchObject({ status: 401 })
    }
    const foreign = await li.send({
      method: 'DELETE',
      path: '/api/resident',
      headers: { 'x-linli': '0', origin: 'https://evil.example' },
    })
    expect(foreign).toMatchObject({ status: 403 })
    expect((await listOf(li)).items).toEqual([])
  })

  test('knows a number without its code: it is added to no account', async () => {
    const li = await signsIn(somebody(), '13922220061')
    const { number } = await report(t.client())
    const answer = await li.call(mine.joinReport, { number, secret: 'AAAAAA' })
    expect(answer).toMatchObject({ status: 404, refusal: 'no_such_case' })
    expect((await listOf(li)).items).toEqual([])
  })
})

describe('the end of an account', () => {
  test('erases the number at once, everywhere; reports stay and open by their secret', async () => {
    const phone = '13955550001'
    const li = await signsIn(somebody(), phone)
    const { number, link } = must(await li.call(reportCase, { commandId: commandId(), ...lamp }))
    const index = t.app.keys.blindIndex('phone', phone)
    expect(await kept()).toContain(index)
    // Another code is under way to her telephone.
    t.clock.advance(120)
    must(await li.call(own.askCode, { phone }))
    must(await li.call(own.deleteResident, {}))
    const { rows } = await t.owner.query(
      `select (select count(*)::int from people.residents where phone_index = $1)          as accounts,
              (select count(*)::int from people.resident_codes where phone_index = $1)     as codes,
              (select count(*)::int from cases.resident_reports r
                 join cases.cases c on c.id = r.case_id where c.number = $2)               as listed`,
      [index, number],
    )
    expect(rows).toEqual([{ accounts: 0, codes: 0, listed: 0 }])
    expect(await li.call(mine.listMyReports, {})).toMatchObject({ status: 401 })
    must(await t.client().call(followCase, { number, secret: link ?? '' }))
    t.clock.advance(7200)
    const again = await signsIn(somebody(), phone)
    expect((await listOf(again)).items).toEqual([])
  })

  test('comes by itself after two years without a visit; a visit ends after thirty days', async () => {
    const phone = '13955550002'
    const li = await signsIn(somebody(), phone)
    t.clock.advance(31 * 86_400)
    expect(await li.call(mine.listMyReports, {})).toMatchObject({ status: 401 })
    t.clock.advance(600 * 86_400)
    await forgetResidents(t.app)
    expect(await kept()).toContain(t.app.keys.blindIndex('phone', phone))
    t.clock.advance(140 * 86_400)
    await forgetResidents(t.app)
    expect(await kept()).not.toContain(t.app.keys.blindIndex('phone', phone))
  })
})

test('where no message can be sent, nobody is offered an account, and reporting goes on', async () => {
  t.app.config.gateways = { sms: null, mail: null }
  const li = somebody()
  expect(must(await li.call(own.readResident, {}))).toMatchObject({ available: false })
  expect(await li.call(own.askCode, { phone: '13966660001' })).toMatchObject({
    status: 404,
    refusal: 'no_codes_here',
  })
  must(await li.call(reportCase, { commandId: commandId(), ...lamp }))
})
