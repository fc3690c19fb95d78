// Mrs Li leaves neither number nor mailbox: her browser tells her. What passes through its maker's service is sealed, and
// when she turns notices off in the browser the house forgets her by itself.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { alertsPerAddress, pushPerDay } from '#core/exchange/alert.ts'
import * as contract from '#core/exchange/contract-alerts.ts'
import type { InputOf } from '#core/kit/contract.ts'
import { consentTo } from '#core/people/consent.ts'
import { readConfig } from '#server/config.ts'
import { renewPushKeys } from '#server/exchange/alert-browsers.ts'
import { forgetAlerts } from '#server/exchange/alert-telling.ts'
import { sendMessages } from '#server/notices/sending.ts'
import * as people from '#testing/alert-town.ts'
import { type PushBrowser, type PushService, openPushService } from '#testing/push-service.ts'
import { must } from '#testing/survey-town.ts'
import { comes, teams } from '#testing/town-life.ts'
import { codes, fileAndGive, report } from '#testing/town.ts'

const { community, count, hangs, minute, somebody } = people
people.openAlertTown()
let service: PushService

beforeAll(async () => {
  service = await openPushService()
  people.t.app.config.push = {
    services: ['127.0.0.1'],
    contact: 'https://linli.example',
    perDay: 100_000,
  }
})
beforeEach(() => {
  service.forgets()
  service.whenTaken(() => {})
  // Ten in the morning here: nothing waits for the night to pass.
  people.t.clock.set(`${people.t.clock.now().slice(0, 10)}T02:00:00.000Z`)
  people.t.clock.advance(86_400)
})

const keyNow = async () =>
  must(await somebody().call(contract.readAlertChoices, { code: community })).push?.key ?? ''

type Ask = InputOf<typeof contract.askPushAlert>
const wish = (browser: PushBrowser, more: Partial<Ask> = {}): Ask => ({
  code: community,
  ...browser.address,
  agreed: consentTo('push').version,
  areas: [community],
  kinds: ['board.outage', 'case.new', 'case.closed'],
  topics: [],
  pace: 'now',
  lang: 'zh',
  ...more,
})

async function allows(more: Partial<Ask> = {}) {
  const browser = service.browser(await keyNow())
  const { alert, secret } = must(await somebody().call(contract.askPushAlert, wish(browser, more)))
  people.t.clock.advance(60)
  return { browser, alert, secret }
}

const told = async () => {
  await minute()
  await sendMessages(people.t.app)
}

describe('a browser that may tell', () => {
  test('begins at once, without number, mailbox or code, and what arrives reads right', async () => {
    const { browser, alert, secret } = await allows()
    expect(alert).toMatchObject({ channel: 'push', to: '127.0.0.1', confirmed: true })
    const id = await hangs({ title: '周二停水 🚰' })
    await told()
    expect(service.answered).toEqual([201])
    expect(browser.came).toEqual([
      {
        pushed: {
          title: '同景社区',
          body: '公告：周二停水 🚰',
          link: `/c/${community}/board/${id}`,
          manage: `/alerts/${alert.id}#${secret}`,
          tag: expect.stringMatching(/^[\w-]{32}$/) as string,
          lang: 'zh',
        },
        ttl: 172_800,
        urgency: 'high',
        topic: browser.came[0]?.pushed.tag,
      },
    ])
    expect(must(await somebody().call(contract.openAlert, { id: alert.id, secret })).to).toBe(
      '127.0.0.1',
    )
  })

  test('is told the kind and the number of a case, and nothing that was written in it', async () => {
    const { browser } = await allows({ lang: 'en' })
    const lamp = { category: 'P01-37-3' }
    const { number } = await report(people.t.client(), { ...lamp, text: '田大妈家门口' })
    must(await fileAndGive(await comes(people.t, 'wu'), number, teams.grid, lamp))
    await told()
    const [first] = browser.came
    expect(first?.pushed.body).toMatch(new RegExp(`^Filed: [^,]+ \\(${number}\\)$`))
    expect(first?.pushed.link).toBe(`/cases/${number}`)
    expect(first?.urgency).toBe('normal')
  })

  test('leaves nothing readable behind: not the address, not the words', async () => {
    const { browser } = await allows()
    await hangs({ title: '停水的通知' })
    await minute()
    const rows = await people.kept()
    const jobs = await people.t.owner.query<{ it: string }>(
      'select payload::text as it from graphile_worker._private_jobs',
    )
    for (const part of [...Object.values(browser.address), '停水的通知']) {
      expect(rows).not.toContain(part)
      expect(jobs.rows.map(({ it }) => it).join('\n')).not.toContain(part)
    }
    await sendMessages(people.t.app)
    expect(browser.came).toHaveLength(1)
  })

  test('opens what it was told of again by its address and its secret, and by the address alone nothing', async () => {
    const { browser, alert, secret } = await allows()
    const { endpoint, auth } = browser.address
    const own = must(await somebody().call(contract.listPushAlerts, { endpoint, auth })).items
    expect(own).toEqual([{ alert, secret }])
    for (const wrong of [service.browser('k').address.auth, 'a'.repeat(16), '通知'.repeat(10)])
      expect(
        must(await somebody().call(contract.listPushAlerts, { endpoint, auth: wrong })).items,
      ).toEqual([])
  })

  test('whoever knows its address and not its secret neither ends it nor fills its place', async () => {
    const { browser, alert, secret } = await allows()
    const { auth, p256dh } = service.browser('k').address
    const other = { ...browser, address: { ...browser.address, auth, p256dh } }
    must(await somebody().call(contract.askPushAlert, wish(other)))
    const own = { endpoint: browser.address.endpoint, auth: browser.address.auth }
    expect(must(await somebody().call(contract.listPushAlerts, own)).items).toEqual([
      { alert, secret },
    ])
  })

  test('pressed twice, and by two hands at once, is one subscription: the last', async () => {
    const { browser } = await allows()
    await Promise.all([
      somebody().call(contract.askPushAlert, wish(browser, { pace: 'daily' })),
      somebody().call(contract.askPushAlert, wish(browser, { pace: 'daily' })),
    ])
    expect(await count('exchange.alerts')).toBe(1)
    const { endpoint, auth } = browser.address
    const [one] = must(await somebody().call(contract.listPushAlerts, { endpoint, auth })).items
    expect(one?.alert.pace).toBe('daily')
  })
})

describe('it ends', () => {
  test('by one press on its page', async () => {
    const { browser, alert, secret } = await allows()
    must(await somebody().call(contract.endAlert, { id: alert.id, secret }))
    await hangs()
    await told()
    expect(browser.came).toEqual([])
    expect(await count('exchange.alerts')).toBe(0)
  })

  test('when the browser took its address back: 410 ends everything it was told of, and nobody else', async () => {
    const { browser } = await allows()
    const other = await allows()
    browser.takesBack()
    await hangs()
    await told()
    await people.t.runJobs()
    expect(service.answered.toSorted((a, b) => a - b)).toEqual([201, 410])
    expect(await count('exchange.alerts')).toBe(1)
    expect(other.browser.came).toHaveLength(1)
    const sealed = await count('notices.messages where sealed_message is not null')
    expect(sealed).toBe(0)
  })

  test('after a year, having said so a fortnight before', async () => {
    const { browser, alert, secret } = await allows()
    people.t.clock.advance(86_400 * 352)
    await forgetAlerts(people.t.app)
    await sendMessages(people.t.app)
    expect(browser.came.at(-1)?.pushed.body).toMatch(/^您订的消息\d{4}-\d\d-\d\d到期/)
    expect(browser.came.at(-1)?.pushed.link).toBe(`/alerts/${alert.id}#${secret}`)
    people.t.clock.advance(86_400 * 14)
    await forgetAlerts(people.t.app)
    expect(await count('exchange.alerts')).toBe(0)
  })

  test('with new keys of the house: the old ones tell nobody any more', async () => {
    const { browser } = await allows()
    const before = await keyNow()
    expect(await renewPushKeys(people.t.app)).toBe(1)
    expect(await keyNow()).not.toBe(before)
    // A browser that kept the old key is refused by its service, and by us it is not taken for one that is gone.
    must(await somebody().call(contract.askPushAlert, wish(browser)))
    await hangs()
    people.t.clock.advance(60)
    await hangs({ title: '又停水' })
    await told()
    await people.t.runJobs()
    expect(service.answered).toContain(403)
    expect(await count('exchange.alerts')).toBe(1)
  })
})

describe('the service of the browser', () => {
  test('that asks for patience gets it: 429 waits as long as it says, and then it arrives once', async () => {
    const { browser } = await allows()
    await hangs()
    service.answersNext({ status: 429, headers: { 'retry-after': '600' } })
    await told()
    people.t.clock.advance(590)
    await told()
    expect(service.answered).toEqual([429])
    people.t.clock.advance(20)
    await told()
    await told()
    expect(service.answered).toEqual([429, 201])
    expect(browser.came).toHaveLength(1)
    expect(browser.came[0]?.ttl).toBeLessThan(172_800)
  })

  test('that is down is asked again; one that finds it too long is not', async () => {
    const { browser } = await allows()
    await hangs()
    service.answersNext({ status: 503 })
    await told()
    people.t.clock.advance(10)
    await told()
    expect(service.answered).toEqual([503, 201])
    service.answersNext({ status: 413 })
    await hangs({ title: '很长的一条' })
    await told()
    people.t.clock.advance(3600)
    await told()
    expect(service.answered).toEqual([503, 201, 413])
    expect(browser.came).toHaveLength(1)
    expect(await count("notices.messages where state = 'failed' and sealed_message is null")).toBe(
      1,
    )
  })

  test('took it, and our process was killed before it knew: the person sees it once', async () => {
    const { browser } = await allows()
    browser.off()
    await hangs()
    await minute()
    const { now } = people.t.app
    service.whenTaken(() => {
      people.t.app.now = () => {
        throw new Error('killed')
      }
    })
    await expect(sendMessages(people.t.app)).rejects.toThrow('killed')
    people.t.app.now = now
    service.whenTaken(() => {})
    await told()
    expect(service.answered).toEqual([201])
    people.t.clock.advance(121)
    await told()
    await told()
    expect(service.answered).toEqual([201, 201])
    browser.on()
    expect(browser.came).toHaveLength(1)
    expect(browser.shown()).toHaveLength(1)
  })

  test('keeps for a browser that is off the last digest, and of one matter how it stands last', async () => {
    const { browser } = await allows({ pace: 'daily' })
    browser.off()
    for (const day of ['一', '二']) {
      await hangs({ title: `停水${day}` })
      people.t.clock.advance(1)
      await hangs({ title: `停电${day}` })
      await minute()
      people.t.clock.advance(86_400)
      await told()
    }
    browser.on()
    expect(browser.came).toHaveLength(1)
    expect(browser.came[0]?.pushed.body.split('\n')).toEqual(['公告：停水二', '公告：停电二'])
    expect(browser.came[0]?.pushed.link).toBe(`/c/${community}`)
  })
})

describe('nobody makes the house knock where it should not', () => {
  test.each([
    ['a neighbour of this machine', 'https://10.0.0.7/x'],
    ['this machine', 'https://127.0.0.1:5432/x'],
    ['the neighbour in other letters', 'https://[::ffff:10.0.0.7]/x'],
    ['somebody else’s house', 'https://example.org/x'],
    ['a name that ends alike', 'https://fcm.googleapis.com.example.org/x'],
  ])('%s', async (_, endpoint) => {
    const { push, privateReceivers } = people.t.app.config
    people.t.app.config.push = readConfig({
      LINLI_PUBLIC_URL: 'https://linli.example',
      LINLI_PUSH: '1',
    }).push
    people.t.app.config.privateReceivers = false
    const browser = service.browser('k')
    const asked = { ...wish(browser), endpoint }
    expect(await somebody().call(contract.askPushAlert, asked)).toMatchObject({
      ok: false,
      refusal: 'push_service_unknown',
    })
    Object.assign(people.t.app.config, { push, privateReceivers })
  })

  test('not even by a name on the list without https, nor by a key off the curve', async () => {
    const browser = service.browser('k')
    const refusal = async (asked: Ask) => {
      const answer = await somebody().call(contract.askPushAlert, asked)
      return answer.ok ? null : answer.refusal
    }
    const off = Buffer.alloc(65, 7).toString('base64url')
    expect(await refusal({ ...wish(browser), p256dh: off })).toBe('address_wrong')
    people.t.app.config.privateReceivers = false
    expect(await refusal(wish(browser))).toBe('address_wrong')
    people.t.app.config.privateReceivers = true
    expect(await refusal({ ...wish(browser), agreed: 'old' })).toBe('consent_needed')
    expect(await count('exchange.alerts')).toBe(0)
  })

  test('nor as often as they like: one browser follows five communities, one house asks forty times a day', async () => {
    const browser = service.browser('k')
    const who = somebody()
    const asked = []
    for (let n = 0; n < 10; n += 1) asked.push(await who.call(contract.askPushAlert, wish(browser)))
    expect(asked.filter(({ ok }) => ok)).toHaveLength(8)
    expect(asked.at(-1)).toMatchObject({ ok: false, refusal: 'too_many_codes' })
    expect(alertsPerAddress).toBe(5)
  })

  test('at most so many notices a day, the rest in the morning; at night what is off or unsafe', async () => {
    const { browser } = await allows({ kinds: ['board.meeting', 'board.outage'] })
    await people.t.owner.query('update exchange.alerts set sent_count = $1, sent_on = $2', [
      pushPerDay - 1,
      people.t.clock.now().slice(0, 10),
    ])
    for (const title of ['一次会', '二次会', '三次会']) {
      await hangs({ category: 'meeting', title })
      await told()
      people.t.clock.advance(30)
    }
    expect(browser.came).toHaveLength(1)
    people.t.clock.advance(86_400)
    await told()
    expect(browser.came.at(-1)?.pushed.body).toBe('公告：二次会\n公告：三次会')
    people.t.clock.set(`${people.t.clock.now().slice(0, 10)}T15:00:00.000Z`)
    await hangs({ category: 'meeting', title: '夜里写的会' })
    await hangs({ title: '今夜停水' })
    await told()
    expect(browser.came.at(-1)?.pushed.body).toBe('公告：今夜停水')
  })

  test('where the operator turned it off nothing offers it and nothing takes it', async () => {
    const { push } = people.t.app.config
    people.t.app.config.push = null
    const choices = must(await somebody().call(contract.readAlertChoices, { code: community }))
    expect([choices.push, choices.channels]).toEqual([null, ['sms', 'mail']])
    expect(await somebody().call(contract.askPushAlert, wish(service.browser('k')))).toMatchObject({
      ok: false,
      refusal: 'no_messages_here',
    })
    people.t.app.config.push = push
    expect(codes.community).toBe(community)
  })
})

describe('the environment', () => {
  const push = (env: Record<string, string>) => readConfig(env).push
  test.each([
    [
      'on a secure page it is on where the operator says so',
      { LINLI_PUBLIC_URL: 'https://linli.example', LINLI_PUSH: '1' },
      'https://linli.example',
    ],
    ['on this machine without a word', { LINLI_PORT: '8141' }, 'mailto:linli@127.0.0.1'],
  ])('%s', (_, env, contact) => expect(push(env)?.contact).toBe(contact))
  test('off without a word, by word, and on a page that is not secure', () => {
    expect(push({ LINLI_PUBLIC_URL: 'https://linli.example' })).toBeNull()
    expect(push({ LINLI_PUSH: '0' })).toBeNull()
    expect(push({ LINLI_PUBLIC_URL: 'http://linli.example', LINLI_PUSH: '1' })).toBeNull()
  })
  test('further services by name', () => {
    const more = push({ LINLI_PUSH_SERVICES: 'push.example.org, *.push.example.com' })
    expect(more?.services.slice(-2)).toEqual(['push.example.org', '*.push.example.com'])
    for (const wrong of ['https://push.example.org', '*', 'localhost', '10.0.0.1/24'])
      expect(() => push({ LINLI_PUSH_SERVICES: wrong })).toThrow(/LINLI_PUSH_SERVICES names/)
    expect(() => push({ LINLI_PUSH: 'yes' })).toThrow('LINLI_PUSH is “yes”: give 1 or 0.')
  })
})
