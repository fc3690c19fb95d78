// Two servers on one database, as a city runs them behind a proxy: whoever works on one sees what happens on the other, and
// nobody acts by rights he has lost.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { tellPresence } from '#core/cases/contract-presence.ts'
import * as moves from '#core/cases/contract-moves.ts'
import { getCase } from '#core/cases/contract.ts'
import { reportCase } from '#core/cases/contract-report.ts'
import type { Move } from '#core/cases/moves.ts'
import type { Result } from '#core/kit/result.ts'
import { readMe, signOut } from '#core/people/contract.ts'
import { endAccount, makeToken, revokeGrant, revokeToken } from '#core/people/contract-staff.ts'
import { setRule } from '#core/places/contract-rules.ts'
import { type Beside, type TestClient, openClient } from '#testing/harness.ts'
import { listenLive } from '#testing/live-line.ts'
import { must } from '#testing/town-life.ts'
import { type Town, act, codes, commandId, report } from '#testing/town.ts'
import {
  accepts,
  cutBetween,
  entriesOf,
  openTwo,
  sentTo,
  signedIn,
  soon,
} from '#testing/two-servers.ts'
import { ownerConfig } from './kit/connect.ts'
import { rulesAt } from './places/index-of-places.ts'

let t: Town
/** The second server. */
let b: Beside
beforeAll(async () => {
  ;({ t, b } = await openTwo())
})

function valueOf<T>(answer: Result<T>): T {
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.value
}
const beats = async (who: TestClient, number: string, tab: string, doing: Move | null = null) =>
  valueOf(await who.call(tellPresence, { number, tab, here: true, doing }))

describe('who is in a case', () => {
  test('wu on one server and he on the other see each other, and part again', async () => {
    const { number } = await report(t.client())
    const [wu, he] = [await t.as('wu'), sentTo(b, await t.as('he'))]
    const [wuPage, hePage] = [randomUUID(), randomUUID()]
    await beats(wu, number, wuPage)
    const line = await listenLive(t.server, wu)
    await line.until((heard) => heard.event === 'ready')
    await beats(he, number, hePage, 'accept')
    const heard = await line.until((one) => one.event === 'present')
    expect(heard.data).toMatchObject({ number, others: [{ doing: 'accept' }] })
    const seen = await soon(
      () => beats(he, number, hePage, 'accept'),
      (answer) => answer.others.length > 0,
    )
    expect(seen.others).toMatchObject([{ doing: null }])
    await he.call(tellPresence, { number, tab: hePage, here: false, doing: null })
    await line.until(
      (one) => one.event === 'present' && (one.data['others'] as unknown[]).length === 0,
    )
    line.hangUp()
  })

  test('a page whose calls go to both by turns is one page, and nobody its own colleague', async () => {
    const { number } = await report(t.client())
    const [wu, page] = [await t.as('wu'), randomUUID()]
    for (const server of [wu, sentTo(b, wu), wu, sentTo(b, wu)])
      expect(await beats(server, number, page)).toEqual({ others: [] })
    const seen = await soon(
      async () => beats(await t.as('he'), number, randomUUID()),
      (answer) => answer.others.length > 0,
    )
    expect(seen.others).toHaveLength(1)
  })

  test('whoever listens in on the database hears that something is said, not of whom or of what', async () => {
    const { number } = await report(t.client())
    const eavesdropper = new pg.Client(ownerConfig(t.app.ownerUrl))
    await eavesdropper.connect()
    const heard: string[] = []
    eavesdropper.on('notification', ({ payload }) => heard.push(payload ?? ''))
    await eavesdropper.query('listen presence')
    const wu = await t.as('wu')
    await beats(wu, number, randomUUID(), 'dispatch')
    await soon(
      () => heard.length,
      (count) => count > 0,
    )
    await eavesdropper.end()
    expect(heard.length).toBeGreaterThan(0)
    expect(heard.every((payload) => payload.length < 8000)).toBe(true)
    for (const told of [number, wu.id, 'dispatch', '吴'])
      expect(heard.join(' ')).not.toContain(told)
  })

  test('what was heard there and is said once more brings nobody back who has left', async () => {
    const { number } = await report(t.client())
    const listener = new pg.Client(ownerConfig(t.app.ownerUrl))
    await listener.connect()
    const heard: string[] = []
    listener.on('notification', ({ payload }) => heard.push(payload ?? ''))
    await listener.query('listen presence')
    const [wu, he] = [await t.as('wu'), sentTo(b, await t.as('he'))]
    const [wuPage, hePage] = [randomUUID(), randomUUID()]
    const others = async () => (await beats(he, number, hePage)).others
    await beats(wu, number, wuPage)
    expect(await soon(others, (seen) => seen.length > 0)).toHaveLength(1)
    const recorded = [...heard]
    await wu.call(tellPresence, { number, tab: wuPage, here: false, doing: null })
    expect(await soon(others, (seen) => seen.length === 0)).toEqual([])
    for (const payload of recorded)
      await listener.query('select pg_notify($1, $2)', ['presence', payload])
    await new Promise((later) => setTimeout(later, 600))
    await listener.end()
    expect(await others()).toEqual([])
  })

  test('a hundred pages that all say they are there cost a handful of messages', async () => {
    const { number } = await report(t.client())
    const listener = new pg.Client(ownerConfig(t.app.ownerUrl))
    await listener.connect()
    let count = 0
    listener.on('notification', () => (count += 1))
    await listener.query('listen presence')
    const [wu, began] = [await t.as('wu'), Date.now()]
    await Promise.all(Array.from({ length: 100 }, () => beats(wu, number, randomUUID())))
    await soon(
      () => count,
      (heard) => heard >= 5,
    )
    await listener.end()
    // Gathered for a quarter of a second, some twenty to a message.
    expect(count).toBeLessThan((Date.now() - began) / 250 + 8)
  })

  test('the line between them breaks: each goes on alone, and they find each other again', async () => {
    const { number } = await report(t.client())
    const [wu, he] = [await t.as('wu'), sentTo(b, await t.as('he'))]
    const [wuPage, hePage] = [randomUUID(), randomUUID()]
    expect(await cutBetween(t)).toBe(2)
    await beats(wu, number, wuPage)
    await beats(he, number, hePage)
    const seen = await soon(
      async () => {
        await beats(wu, number, wuPage)
        return (await beats(he, number, hePage)).others
      },
      (others) => others.length > 0,
    )
    expect(seen).toHaveLength(1)
  })
})

describe('what happens and what holds', () => {
  test('a move on one server is heard on the live line of the other', async () => {
    const { number } = await report(t.client())
    const line = await listenLive(b.server, sentTo(b, await t.as('chen')))
    await line.until((heard) => heard.event === 'ready')
    must(await accepts(await t.as('wu'), number))
    const heard = await line.until(
      (one) =>
        one.event === 'case' && one.data['number'] === number && one.data['move'] === 'accept',
    )
    expect(heard.data).toMatchObject({ number, move: 'accept' })
    line.hangUp()
  })

  test('a rule set on one server holds on the other', async () => {
    await t.owner.query(
      `insert into people.grants (person_id, role, area_id, valid_from, granted_at)
       values ($1, 'ruleKeeper', $2, '2026-01-01', now())`,
      [t.town.person['sys'], t.town.area['500108']],
    )
    const keeper = await signedIn(t, 'sys')
    const path = b.app.places.geography.findByCode(codes.street)?.path ?? ''
    const held = () => rulesAt(b.app, path, 'routing.borderMetres', '2026-03-11T04:00:00Z')
    const wish = { area: codes.street, key: 'routing.borderMetres', reason: '山地定位误差较大' }
    must(
      await keeper.call(setRule, {
        commandId: commandId(),
        ...wish,
        value: 34,
        validFrom: '2026-03-10',
      }),
    )
    expect(await soon(held, (value) => value === 34)).toBe(34)
  })

  test('a grid that gets its first leader on one server can be given work on the other', async () => {
    const key = `${t.town.area[codes.grid2]}:`
    expect(b.app.teams.staffed.has(key)).toBe(false)
    await t.owner.query(
      `insert into people.grants (person_id, role, area_id, valid_from, granted_at)
       values ($1, 'gridLeader', $2, '2026-01-01', now())`,
      [t.town.person['luo'], t.town.area[codes.grid2]],
    )
    expect(await soon(() => b.app.teams.staffed.has(key), Boolean)).toBe(true)
  })
})

describe('rights that were lost', () => {
  /** Once read on the second server, it is remembered there. */
  const knownOnB = async (who: TestClient) => {
    const there = sentTo(b, who)
    must(await there.call(readMe, {}))
    return there
  }

  test('a role revoked on one server does nothing more on the other, not even once', async () => {
    const { number } = await report(t.client())
    const wu = await knownOnB(await signedIn(t, 'wu'))
    const { rows } = await t.owner.query<{ id: number }>(
      'select id from people.grants where person_id = $1',
      [t.town.person['wu']],
    )
    const sec = await t.as('sec')
    // Nobody even hears of it.
    await cutBetween(t)
    must(await sec.call(revokeGrant, { commandId: commandId(), id: Number(rows[0]?.id) }))
    expect((await accepts(wu, number)).ok).toBe(false)
    expect(await entriesOf(t, number, 'accept')).toBe(0)
    await t.owner.query('update people.grants set revoked_at = null where id = $1', [rows[0]?.id])
    expect((await accepts(wu, number)).ok).toBe(true)
  })

  test('an account ended on one server is nobody on the other', async () => {
    const { number } = await report(t.client())
    const feng = await knownOnB(await signedIn(t, 'feng'))
    must(await (await t.as('sec')).call(endAccount, { commandId: commandId(), login: 'feng' }))
    expect(await act(feng, moves.noteCase, number, { words: '还在', photos: [] })).toMatchObject({
      refusal: 'not_signed_in',
    })
  })

  test('signing out on one server ends it on the other, and hangs up the live line there', async () => {
    const { number } = await report(t.client())
    const he = await signedIn(t, 'he')
    const there = await knownOnB(he)
    const line = await listenLive(b.server, there)
    await line.until((heard) => heard.event === 'ready')
    must(await he.call(signOut, {}))
    expect(await accepts(there, number)).toMatchObject({ refusal: 'not_signed_in' })
    expect(
      await soon(
        () => there.call(readMe, {}),
        (me) => !me.ok,
      ),
    ).toMatchObject({
      refusal: 'not_signed_in',
    })
    const later = await report(t.client())
    expect(await soon(() => line.ended, Boolean)).toBe(true)
    expect(line.heard.filter((one) => one.data['number'] === later.number)).toEqual([])
  })

  test('a token revoked on one server reports nothing on the other', async () => {
    const made = valueOf(
      await (
        await t.as('sys')
      ).call(makeToken, {
        commandId: commandId(),
        name: '井盖平台',
        scopes: ['cases:report', 'cases:read'],
        areaCode: codes.street,
        validFrom: '2026-03-01',
        validTo: null,
      }),
    )
    const platform = openClient(b.server, { authorization: `Bearer ${made.token}` })
    const { number } = await report(t.client())
    must(await platform.call(getCase, { number }))
    must(await (await t.as('sys')).call(revokeToken, { commandId: commandId(), id: made.id }))
    const send = { commandId: commandId(), text: '井盖松动', area: codes.community }
    const answer = await platform.call(reportCase, send)
    const { rows } = await t.owner.query(`select source from cases.cases where number = $1`, [
      answer.ok ? answer.value.number : '',
    ])
    expect(rows.map((row) => row.source)).not.toContain('OTHER_SYSTEM')
  })
})
