// The city's data platform wants to hear when something is mended. Shi, who keeps the system, subscribes its address.
import { Webhook } from 'standardwebhooks'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { acceptCase, correctCase, handleCase } from '#core/cases/contract-moves.ts'
import * as wire from '#core/exchange/contract-webhooks.ts'
import { type EventKind, eventKinds } from '#core/exchange/webhook.ts'
import type { InputOf } from '#core/kit/contract.ts'
import { listNotices } from '#core/notices/contract.ts'
import { makeToken, revokeToken } from '#core/people/contract-staff.ts'
import { followed } from '#testing/reacted.ts'
import { type Received, type Receiver, openReceiver } from '#testing/receiver.ts'
import { checks, closes, comes, must, proofOf, walksToHandling } from '#testing/town-life.ts'
import { type Town, act, codes, commandId, keepPhoto, openTown, report } from '#testing/town.ts'
import { deliverWebhooks, removeOldDeliveries } from './webhook-delivering.ts'
import { followForWebhooks } from './webhook-following.ts'

let t: Town
let platform: Receiver
/** A quarrel of neighbours: its category is never public. */
const personal = 'C01-01'

beforeAll(async () => {
  t = await openTown({ config: { privateReceivers: true } })
})
beforeEach(async () => {
  platform = await openReceiver()
})

/** Sessions end over the days of a story: they come back to their desks. */
const shi = () => comes(t, 'sys')

async function subscribe(more: Partial<InputOf<typeof wire.addWebhook>> = {}) {
  const wish = {
    commandId: commandId(),
    name: '城市数据平台',
    url: platform.url,
    areaCode: codes.community,
    kinds: [...eventKinds],
    tokenId: null,
    ...more,
  }
  const made = must(await (await shi()).call(wire.addWebhook, wish))
  if (!made.ok || made.value.secret === null) throw new Error('no secret was shown')
  return { id: made.value.id, secret: made.value.secret, wish }
}
const end = async (id: string) =>
  must(await (await shi()).call(wire.endWebhook, { commandId: commandId(), id }))

/** What happened is found and sent, as the job of the minute does it. */
async function minute(): Promise<void> {
  await followed(t.app, () => followForWebhooks(t.app))
  await deliverWebhooks(t.app)
}
const waits = async (seconds: number) => {
  t.clock.advance(seconds)
  await deliverWebhooks(t.app)
}

type Said = { type: EventKind; timestamp: string; data: Record<string, unknown> }
const said = (all: Received[]) => all.map((each) => JSON.parse(each.body) as Said)
const kinds = (all: Received[]) => said(all).map((each) => each.type)
const idOf = (one: Received | undefined) => one?.headers['webhook-id'] ?? ''

/** By the library that receivers use, at the time of the story. */
function verified(secret: string, one: Received | undefined): boolean {
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

async function filed(category = 'P01-37-2'): Promise<string> {
  t.clock.advance(1)
  const { number } = await report(t.client(), { category, name: '张三丰', phone: '13900001111' })
  must(await act(await comes(t, 'wu'), acceptCase, number, { category, conditionMet: true }))
  return number
}

describe('hearing', () => {
  test('a lamp is reported and mended; the platform hears every step, signed, and nobody’s words', async () => {
    const { id, secret } = await subscribe()
    t.clock.advance(1)
    const category = 'P01-37-2'
    const reporter = { name: '张三丰', phone: '13900001111' }
    const { number } = await report(t.client(), { category, ...reporter })
    await minute()
    expect(platform.received).toEqual([]) // Not filed: nobody outside knows yet.
    const liu = await walksToHandling(t, number, { category })
    const proof = { ...(await proofOf(t)), photosBefore: [await keepPhoto(t)] }
    must(await act(liu, handleCase, number, { proof, outcome: 'solved' }))
    must(await checks(await comes(t, 'he'), number))
    must(await closes(await comes(t, 'wu'), number))
    await minute()
    expect(kinds(platform.received)).toEqual([
      'case.filed',
      'case.dispatched',
      'case.handled',
      'case.closed',
    ])
    expect(platform.received.map((each) => verified(secret, each))).toEqual([
      true,
      true,
      true,
      true,
    ])
    const last = said(platform.received).at(-1)
    expect(last?.data).toMatchObject({
      number,
      state: 'CLOSED',
      status: 'closed',
      area: { code: codes.grid },
      link: expect.stringMatching(new RegExp(`/cases/${number}$`)),
    })
    const everything = platform.received.map((each) => each.body).join()
    for (const secretWord of ['张三丰', '13900001111', '台阶', 'actor', '"move"'])
      expect(everything).not.toContain(secretWord)
    await minute()
    expect(platform.received).toHaveLength(4) // Each step once, however often the job looks.
    await end(id)
  })

  test('a forged body, another secret and an old message do not verify', async () => {
    const { id, secret } = await subscribe()
    await filed()
    await minute()
    const [one] = platform.received
    if (one === undefined) throw new Error('nothing arrived')
    expect(verified(secret, one)).toBe(true)
    expect(verified(secret, { ...one, body: one.body.replace('filed', 'ended') })).toBe(false)
    expect(verified(`whsec_${Buffer.alloc(24).toString('base64')}`, one)).toBe(false)
    t.clock.advance(600)
    expect(verified(secret, one)).toBe(false)
    await end(id)
  })

  test('only the area and the kinds that were asked for', async () => {
    const neighbour = await subscribe({ areaCode: codes.neighbour })
    const closings = await subscribe({ kinds: ['case.closed'] })
    await filed()
    await minute()
    expect(platform.received).toEqual([])
    await end(neighbour.id)
    await end(closings.id)
  })

  test('what concerns persons is told only to a system whose token reads cases, and only while it holds', async () => {
    const token = must(
      await (
        await shi()
      ).call(makeToken, {
        commandId: commandId(),
        name: '区级平台',
        scopes: ['cases:read'],
        areaCode: '500108',
        validFrom: '2026-01-01',
        validTo: null,
      }),
    )
    const tokenId = token.ok ? token.value.id : ''
    const open = await subscribe()
    const trusted = await openReceiver()
    const more = await subscribe({ url: trusted.url, tokenId })
    const number = await filed(personal)
    await minute()
    expect(platform.received).toEqual([])
    expect(said(trusted.received)[0]?.data).toMatchObject({ number, public: false, move: 'accept' })
    must(await (await shi()).call(revokeToken, { commandId: commandId(), id: tokenId }))
    await filed(personal)
    await minute()
    expect(trusted.received).toHaveLength(1)
    const list = must(await (await shi()).call(wire.listWebhooks, {}))
    const shown = list.ok ? list.value.items.find((each) => each.id === more.id) : null
    expect(shown).toMatchObject({ tokenName: '区级平台', readsCases: false })
    await end(open.id)
    await end(more.id)
  })

  test('a matter that stops being public is taken back by its number alone', async () => {
    const { id } = await subscribe({ kinds: ['case.filed'] })
    const number = await filed()
    await minute()
    must(
      await act(await comes(t, 'wu'), correctCase, number, {
        field: 'category',
        category: personal,
        reason: '是邻里纠纷',
      }),
    )
    await minute()
    expect(said(platform.received).map(({ type, data }) => ({ type, data }))).toEqual([
      { type: 'case.filed', data: expect.objectContaining({ number }) },
      { type: 'case.withdrawn', data: { number } },
    ])
    await end(id)
  })
})

describe('when nobody answers', () => {
  test('it is tried again later, the same message under the same id, and then all is well', async () => {
    const { id, secret } = await subscribe({ kinds: ['case.filed'] })
    platform.answers(503, { 'retry-after': '600' })
    await filed()
    await minute()
    await waits(300) // The receiver asked for ten minutes.
    expect(platform.received).toHaveLength(1)
    expect(await stateOf(id)).toBe('failing')
    platform.answers(204)
    await waits(301)
    expect(platform.received).toHaveLength(2)
    const [first, second] = platform.received
    expect(idOf(second)).toBe(idOf(first))
    expect(second?.body).toBe(first?.body)
    expect(second?.headers['webhook-timestamp']).not.toBe(first?.headers['webhook-timestamp'])
    expect(verified(secret, second)).toBe(true)
    expect(await stateOf(id)).toBe('active')
    expect(await deliveriesOf(id)).toMatchObject([
      { state: 'delivered', tries: 2, lastStatus: 204 },
    ])
    await end(id)
  })

  test('after five days it is given up on, whoever made it is told, and what was missed can be sent again', async () => {
    const { id } = await subscribe({ kinds: ['case.filed'] })
    platform.answers(500)
    await filed()
    await minute()
    for (let day = 0; day < 6; day += 1) {
      await filed()
      await minute()
      await waits(86_400)
    }
    expect(await stateOf(id)).toBe('disabled')
    const notices = must(await (await shi()).call(listNotices, {}))
    expect(notices.ok && notices.value.items.map((each) => each.about)).toContainEqual({
      topic: 'webhook',
      id,
    })
    const before = platform.received.length
    const missedAt = t.clock.now()
    await filed()
    await minute()
    await waits(86_400)
    expect(platform.received).toHaveLength(before) // It is left in peace.
    platform.answers(204)
    must(await (await shi()).call(wire.resumeWebhook, { commandId: commandId(), id }))
    const again = must(
      await (await shi()).call(wire.replayWebhook, { commandId: commandId(), id, since: missedAt }),
    )
    expect(again.ok && again.value.count).toBe(1)
    await deliverWebhooks(t.app)
    expect(platform.received).toHaveLength(before + 1)
    expect(await stateOf(id)).toBe('active')
    await end(id)
  })

  test('“gone” is taken at its word at once', async () => {
    const { id } = await subscribe({ kinds: ['case.filed'] })
    platform.answers(410)
    await filed()
    await minute()
    expect(await stateOf(id)).toBe('disabled')
    await end(id)
  })

  test('a redirect is not followed, and an address inside this house is refused unless the operator allows it', async () => {
    const { id } = await subscribe({ kinds: ['case.filed'] })
    const other = await openReceiver()
    platform.answers(307, { location: other.url })
    await filed()
    await minute()
    expect(other.received).toEqual([])
    expect(await deliveriesOf(id)).toMatchObject([{ state: 'waiting', lastError: 'HTTP 307' }])
    t.app.config.privateReceivers = false
    await waits(600)
    expect(platform.received).toHaveLength(1)
    const refused = await (
      await shi()
    ).call(wire.addWebhook, { ...(await wishOf()), commandId: commandId() })
    expect(refused).toMatchObject({ status: 422, refusal: 'address_refused' })
    t.app.config.privateReceivers = true
    await end(id)
  })
})

describe('keeping', () => {
  test('the secret is shown once; after rotation both sign for a day, then only the new one', async () => {
    const { id, secret, wish } = await subscribe({ kinds: ['case.filed'] })
    const repeated = must(await (await shi()).call(wire.addWebhook, wish))
    expect(repeated.ok && repeated.value).toEqual({ id, secret: null })
    const { rows } = await t.owner.query(
      'select sealed_secret from exchange.webhook_secrets where webhook_id = $1',
      [id],
    )
    expect(JSON.stringify(rows)).not.toContain(secret.slice(6))
    const rotated = must(
      await (await shi()).call(wire.rotateWebhook, { commandId: commandId(), id }),
    )
    const fresh = rotated.ok ? (rotated.value.secret ?? '') : ''
    await filed()
    await minute()
    const [during] = platform.received
    expect([verified(secret, during), verified(fresh, during)]).toEqual([true, true])
    t.clock.advance(86_401)
    await filed()
    await minute()
    const after = platform.received.at(-1)
    expect([verified(secret, after), verified(fresh, after)]).toEqual([false, true])
    await end(id)
  })

  test('a ping, one delivery sent again, and nothing after the end', async () => {
    const { id } = await subscribe({ kinds: ['case.filed'] })
    must(await (await shi()).call(wire.tryWebhook, { commandId: commandId(), id }))
    await deliverWebhooks(t.app)
    expect(kinds(platform.received)).toEqual(['ping'])
    const [delivery] = await deliveriesOf(id)
    const one = { id, delivery: delivery?.id ?? '' }
    must(await (await shi()).call(wire.replayWebhook, { commandId: commandId(), ...one }))
    await deliverWebhooks(t.app)
    expect(platform.received).toHaveLength(2)
    expect(idOf(platform.received[1])).toBe(idOf(platform.received[0]))
    const both = { commandId: commandId(), ...one, since: t.clock.now() }
    expect(await (await shi()).call(wire.replayWebhook, both)).toMatchObject({
      refusal: 'one_or_since',
    })
    await end(id)
    const late = await (await shi()).call(wire.replayWebhook, { commandId: commandId(), ...one })
    expect(late).toMatchObject({ status: 409, refusal: 'webhook_ended' })
    await filed()
    await minute()
    expect(platform.received).toHaveLength(2)
  })

  test('the secretary of the community finds no webhook, and deliveries are forgotten after a month', async () => {
    const { id } = await subscribe({ kinds: ['case.filed'] })
    await filed()
    await minute()
    const he = await comes(t, 'he')
    expect(await he.call(wire.listDeliveries, { id })).toMatchObject({ status: 404 })
    expect(await he.call(wire.listWebhooks, {})).toMatchObject({ status: 403 })
    t.clock.advance(31 * 86_400)
    await removeOldDeliveries(t.app)
    expect(await deliveriesOf(id)).toEqual([])
    await end(id)
  })
})

async function stateOf(id: string) {
  const list = must(await (await shi()).call(wire.listWebhooks, { limit: 200 }))
  return list.ok ? list.value.items.find((each) => each.id === id)?.state : null
}
async function deliveriesOf(id: string) {
  const list = must(await (await shi()).call(wire.listDeliveries, { id }))
  return list.ok ? list.value.items : []
}
const wishOf = async () => ({
  name: '内网地址',
  url: platform.url,
  areaCode: codes.community,
  kinds: ['case.filed' as const],
  tokenId: null,
})
