// Servers of other makers, servers that tell us themselves, and who keeps the list of them.
import { describe, expect, test } from 'vitest'
import { remoteRequestStates } from '#core/exchange/contract-remotes.ts'
import * as wire from '#core/exchange/contract-remotes.ts'
import { tokenAt, twoTowns } from '#testing/remote-town.ts'
import { comes, must } from '#testing/town-life.ts'
import { commandId } from '#testing/town.ts'
import { forgetRequests } from './remote-sending.ts'

const { binds, ends, given, later, minute, remoteNumberOf, said, shi, stateOf, states, w, wishOf } =
  twoTowns()

describe('other servers than ours', () => {
  test('a token first and a number later, no extension for updates, XML instead of JSON', async () => {
    const id = await binds()
    w.line.line({ status: 200, body: '[{"token":"tok-7","service_notice":"later"}]' }, 'POST')
    const number = await given()
    await minute()
    expect(await said('chen', number)).toEqual(['路灯公司来讯：已收下，编号待给。'])
    w.line.line({ status: 200, body: '[{"service_request_id":"A-7","token":"tok-7"}]' })
    await later(300)
    expect(await remoteNumberOf(id)).toBe('A-7')
    w.line.line({ status: 404, body: '' })
    await later(300)
    const xml = (status: string, at: string) =>
      `<?xml version="1.0"?><service_requests><request><service_request_id>A-7</service_request_id><status>${status}</status><status_notes>${status === 'open' ? '排队' : '换好了'}</status_notes><updated_datetime>${at}</updated_datetime></request></service_requests>`
    w.line.line({ status: 200, body: xml('open', '2026-03-03T02:00:00Z') })
    await later(300)
    w.line.line({ status: 200, body: xml('closed', '2026-03-03T03:00:00Z') })
    await later(300)
    await later(300)
    expect((await said('chen', number)).slice(1)).toEqual([
      '路灯公司来讯：排队。',
      '路灯公司说已经了结：换好了。',
    ])
    expect(await states(id)).toEqual(['settled'])
  })

  test('they may say themselves what became of it, once however often they say it', async () => {
    const { id: tokenId, token: secret } = await tokenAt(w.t)
    const id = await binds({ tokenId })
    const number = await given()
    await minute()
    const there = await remoteNumberOf(id)
    const post = (fields: Record<string, string>) =>
      w.t.client().send({
        method: 'POST',
        path: '/open311/v2/servicerequestupdates.json',
        body: new URLSearchParams(fields).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      })
    const update = {
      api_key: secret,
      service_request_id: there,
      update_id: '77',
      status: 'CLOSED',
      description: '灯杆换了',
      email: 'someone@example.org',
    }
    const first = await post(update)
    expect([first.status, first.json()]).toEqual([
      200,
      [{ update_id: expect.stringMatching(new RegExp(`^${number}\\.\\d+$`)) }],
    ])
    expect((await post(update)).json()).toEqual(first.json())
    expect((await said('chen', number)).at(-1)).toBe('路灯公司说已经了结：灯杆换了。')
    expect(await stateOf(w.t, 'chen', number)).toBe('HANDLING')
    expect((await post({ ...update, api_key: 'wrong' })).status).toBe(403)
    expect((await post({ ...update, service_request_id: 'nothing' })).status).toBe(404)
    const silent = await post({ api_key: secret, service_request_id: there })
    expect(silent.status).toBe(400)
  })
})

describe('keeping', () => {
  test('the key is never shown, a second server for the same unit is refused, and strangers find none', async () => {
    const id = await binds()
    const list = must(await (await shi()).call(wire.listRemotes, {}))
    expect(list.ok && list.value.items.find((each) => each.id === id)).toMatchObject({
      hasKey: true,
      unitCode: '500108106-L',
      staffed: true,
      state: 'untried',
    })
    expect(JSON.stringify(list)).not.toContain(w.key)
    const { rows } = await w.t.owner.query('select * from exchange.remotes')
    expect(JSON.stringify(rows)).not.toContain(w.key)
    const again = await (await shi()).call(wire.addRemote, wishOf({}))
    expect(again).toMatchObject({ status: 409, refusal: 'unit_is_bound' })
    const he = await comes(w.t, 'he')
    expect(await he.call(wire.listRemotes, {})).toMatchObject({ status: 403 })
    expect(await he.call(wire.tryRemote, { id })).toMatchObject({ status: 404 })
  })

  test('“try it” asks for their services, and names codes of the table that they do not have', async () => {
    const id = await binds({ services: { 'P01-37': 'P01-37-2', '*': 'NOWHERE' } })
    const good = must(await (await shi()).call(wire.tryRemote, { id }))
    expect(good.ok && good.value).toMatchObject({
      reached: true,
      problem: null,
      unknown: ['NOWHERE'],
    })
    expect(good.ok && good.value.services).toBeGreaterThan(20)
    w.line.line('down')
    const bad = must(await (await shi()).call(wire.tryRemote, { id }))
    expect(bad.ok && bad.value).toMatchObject({ reached: false, problem: 'socket hang up' })
  })

  test('a change keeps the key it does not name; ended, what waits comes back and the key is gone', async () => {
    const id = await binds()
    const { areaCode: _a, unitCode: _u, key: _k, ...kept } = wishOf({ name: '照明所' })
    must(await (await shi()).call(wire.changeRemote, { ...kept, id, commandId: commandId() }))
    w.line.line('down')
    const number = await given()
    await minute()
    w.line.line('through')
    await ends(id)
    expect(await states(id)).toEqual(['refused'])
    expect(await stateOf(w.t, 'chen', number)).toBe('RETURNED')
    const { rows } = await w.t.owner.query(
      'select sealed_key from exchange.remotes where id = $1',
      [id],
    )
    expect(rows).toEqual([{ sealed_key: null }])
    w.t.clock.advance(91 * 86_400)
    await forgetRequests(w.t.app)
    expect(await states(id)).toEqual([])
    expect(remoteRequestStates).toContain('refused')
  })
})
