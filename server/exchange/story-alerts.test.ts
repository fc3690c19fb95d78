// Mrs Li wants to know when the water is off. Nobody has an account: an address, a code, and a secret in every message.
import { describe, expect, test } from 'vitest'
import * as contract from '#core/exchange/contract-alerts.ts'
import { alertsPerAddress, asksPerAddress, codeTriesMax } from '#core/exchange/alert.ts'
import { inScope } from '#server/kit/db.ts'
import * as people from '#testing/alert-town.ts'
import { must } from '#testing/survey-town.ts'
import { codes } from '#testing/town.ts'
import { forgetAlerts } from './alert-telling.ts'

const {
  arrived,
  codeIn,
  community,
  count,
  hangs,
  kept,
  linkIn,
  minute,
  somebody,
  subscribes,
  wish,
} = people
type Ask = people.Ask
people.openAlertTown()

describe('a subscription', () => {
  test('begins with a code or a link, and before that tells nothing', async () => {
    const who = somebody()
    const { id } = must(await who.call(contract.askAlert, wish()))
    await hangs()
    await minute()
    const [confirming, ...more] = await arrived()
    expect(more).toEqual([])
    expect(confirming).toMatchObject({
      to: 'li@example.org',
      subject: '确认：把同景社区的消息发给您',
    })
    const link = linkIn(confirming)
    expect(link.id).toBe(id)
    expect(await kept()).not.toContain('li@example.org')
    expect(await kept()).not.toContain(link.secret)
    people.t.clock.advance(1)
    const { alert } = must(await who.call(contract.confirmAlert, link))
    expect(alert).toMatchObject({ to: 'l***@example.org', confirmed: true, areas: [community] })
    // A second press on the same link is no fault.
    must(await who.call(contract.confirmAlert, link))
    people.t.clock.advance(60)
    people.gateway.received.length = 0
    const id2 = await hangs({ title: '周三停电' })
    await minute()
    await minute()
    const [news, ...again] = await arrived()
    expect(again).toEqual([])
    expect(news).toMatchObject({ subject: '同景社区：公告：周三停电' })
    expect(news?.text).toContain(`https://linli.example/c/${community}/board/${id2}`)
    expect(linkIn(news)).toEqual(link)
  })

  test('is refused without the text as it is today, for what is nobody’s address, for grids of others', async () => {
    const ask = (more: Partial<Ask>) => somebody().call(contract.askAlert, wish(more))
    expect(await ask({ agreed: '2020-01' })).toMatchObject({ refusal: 'consent_needed' })
    expect(await ask({ to: 'nobody' })).toMatchObject({ refusal: 'address_wrong' })
    expect(await ask({ channel: 'sms', to: '12345' })).toMatchObject({ refusal: 'address_wrong' })
    expect(await ask({ areas: [codes.neighbour] })).toMatchObject({ refusal: 'no_such_grid' })
    expect(await ask({ topics: ['X9'] })).toMatchObject({ refusal: 'no_such_topic' })
    expect(await ask({ code: codes.street })).toMatchObject({ refusal: 'no_such_area' })
    people.t.app.config.gateways.sms = null
    const host = people.t.app.config.host
    people.t.app.config.host = '0.0.0.0' // Not the demo on its own machine, which has an inbox for both.
    expect(await ask({ channel: 'sms', to: '13911110000' })).toMatchObject({
      refusal: 'no_messages_here',
    })
    people.t.app.config.host = host
    expect(await count('exchange.alerts')).toBe(0)
  })

  test('cannot be confirmed by guessing, nor asked for without end', async () => {
    const who = somebody()
    const { id } = must(
      await who.call(contract.askAlert, wish({ channel: 'sms', to: '13911110001' })),
    )
    const code = codeIn((await arrived()).at(-1))
    const wrong = code === '111111' ? '222222' : '111111'
    for (let tries = 0; tries < codeTriesMax; tries += 1)
      expect(await who.call(contract.confirmAlert, { id, code: wrong })).toMatchObject({
        refusal: 'wrong_code',
      })
    expect(await who.call(contract.confirmAlert, { id, code })).toMatchObject({
      refusal: 'wrong_code',
    })
    expect(await who.call(contract.confirmAlert, { id, secret: 'x'.repeat(24) })).toMatchObject({
      status: 404,
      refusal: 'no_such_alert',
    })
    const to = '13911110002'
    const most = asksPerAddress[1]?.most ?? 0
    for (let asked = 0; asked < most; asked += 1) {
      people.t.clock.advance(61)
      must(await somebody().call(contract.askAlert, wish({ channel: 'sms', to })))
    }
    people.t.clock.advance(61)
    expect(await somebody().call(contract.askAlert, wish({ channel: 'sms', to }))).toMatchObject({
      status: 429,
      refusal: 'too_many_codes',
    })
  })

  test('chosen anew for the same community takes the place of the one before; of one address there are so many', async () => {
    const first = await subscribes()
    const second = await subscribes({ kinds: ['board.meeting'] })
    expect(
      await first.who.call(contract.openAlert, { id: first.id, secret: first.secret }),
    ).toMatchObject({ refusal: 'no_such_alert' })
    expect(await count('exchange.alerts')).toBe(1)
    const { id, secret } = second
    const view = must(await second.who.call(contract.openAlert, { id, secret }))
    expect(view.kinds).toEqual(['board.meeting'])
    // As if the address followed five other communities.
    const others = await people.t.owner.query<{ id: string }>(
      'select id from places.areas where code not in ($1, $2) order by id limit $3',
      [community, codes.neighbour, alertsPerAddress - 1],
    )
    for (const { id: other } of others.rows)
      await people.t.owner.query(
        `insert into exchange.alerts
         select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'community_id', $1::bigint))).*
           from exchange.alerts a where a.id = $2`,
        [other, id],
      )
    expect(await count('exchange.alerts')).toBe(alertsPerAddress)
    people.t.clock.advance(3600)
    const who = somebody()
    const again = must(
      await who.call(contract.askAlert, wish({ code: codes.neighbour, areas: [codes.neighbour] })),
    )
    const code = codeIn((await arrived()).at(-1))
    expect(await who.call(contract.confirmAlert, { id: again.id, code })).toMatchObject({
      status: 409,
      refusal: 'too_many_alerts',
    })
  })

  test('is changed by the secret of its messages, and ended by one press of a mail programme', async () => {
    const { who, id, secret } = await subscribes()
    await hangs()
    await minute()
    const [news] = await arrived()
    const address = /<(\S+)>/.exec(news?.headers?.['List-Unsubscribe'] ?? '')?.[1] ?? ''
    expect(news?.headers?.['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
    const path = address.replace('https://linli.example', '')
    const choice = { areas: [codes.grid], kinds: ['case.new' as const], topics: ['P01'] }
    must(
      await who.call(contract.changeAlert, { id, secret, ...choice, pace: 'weekly', lang: 'en' }),
    )
    expect(must(await who.call(contract.openAlert, { id, secret }))).toMatchObject({
      ...choice,
      pace: 'weekly',
      lang: 'en',
    })
    expect(await who.call(contract.openAlert, { id, secret: `${secret.slice(1)}x` })).toMatchObject(
      { status: 404 },
    )
    // A programme that only looks ends nothing: it is led to the page.
    const looked = await people.t.client().send({ path })
    expect([looked.status, looked.headers['location']]).toEqual([
      302,
      `https://linli.example/alerts/${id}#${secret}`,
    ])
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    const press = (body: string) =>
      people.t.server.inject({ method: 'POST', url: path, payload: body, headers: form })
    expect((await press('')).statusCode).toBe(400)
    expect(await count('exchange.alerts')).toBe(1)
    expect((await press('List-Unsubscribe=One-Click')).statusCode).toBe(200)
    expect(await count('exchange.alerts')).toBe(0)
    expect((await press('List-Unsubscribe=One-Click')).statusCode).toBe(200)
    must(await who.call(contract.endAlert, { id, secret }))
  })

  test('is forgotten unconfirmed after a day; after a year too, unless renewed, which it is told before', async () => {
    must(await somebody().call(contract.askAlert, wish({ to: 'sun@example.org' })))
    const { who, id, secret } = await subscribes()
    people.t.clock.advance(25 * 3600)
    await forgetAlerts(people.t.app)
    expect(await count('exchange.alerts')).toBe(1)
    people.t.clock.advance(350 * 86_400)
    await forgetAlerts(people.t.app)
    await forgetAlerts(people.t.app)
    const told = await arrived()
    expect(told).toHaveLength(1)
    expect(told[0]?.text).toContain('到期')
    const view = must(await who.call(contract.openAlert, { id, secret }))
    const { areas, kinds, topics, pace, lang } = view
    must(await who.call(contract.changeAlert, { id, secret, areas, kinds, topics, pace, lang }))
    people.t.clock.advance(20 * 86_400)
    await forgetAlerts(people.t.app)
    expect(await count('exchange.alerts')).toBe(1)
    people.t.clock.advance(350 * 86_400)
    await forgetAlerts(people.t.app)
    expect(await count('exchange.alerts')).toBe(0)
  })
})

test('no member of staff reads who subscribed, not even with raw SQL', async () => {
  await subscribes()
  for (const table of ['alerts', 'alert_items', 'alert_board'])
    for (const scope of [
      { kind: 'public' as const },
      {
        kind: 'staff' as const,
        personId: people.t.town.person['he'] ?? '',
        roots: ['/'],
        units: [],
      },
    ]) {
      const rows = await inScope(people.t.app.db, scope, (tx) =>
        tx.client.query(`select 1 from exchange.${table}`),
      )
      expect(rows.rows).toEqual([])
    }
})
