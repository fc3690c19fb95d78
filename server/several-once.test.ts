// Two servers on one database: what two could do twice is done once, and one that stops or dies leaves nothing half done.
import { beforeAll, describe, expect, test } from 'vitest'
import * as moves from '#core/cases/contract-moves.ts'
import { reportCase } from '#core/cases/contract-report.ts'
import * as orders from '#core/exchange/contract-orders.ts'
import * as webhooks from '#core/exchange/contract-webhooks.ts'
import { eventKinds } from '#core/exchange/webhook.ts'
import type { Result } from '#core/kit/result.ts'
import type { App } from '#server/app.ts'
import type { Beside } from '#testing/harness.ts'
import { csvOf, fileOf, morning } from '#testing/order-town.ts'
import { untilSeen } from '#testing/reacted.ts'
import { openReceiver } from '#testing/receiver.ts'
import { must, teams } from '#testing/town-life.ts'
import { type Town, codes, commandId, fileAndGive, report } from '#testing/town.ts'
import { entriesOf, openTwo, sentTo, signedIn, soon } from '#testing/two-servers.ts'

let t: Town
let b: Beside
beforeAll(async () => {
  ;({ t, b } = await openTwo())
})

function valueOf<T>(answer: Result<T>): T {
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.value
}

const waitsForLock = () =>
  soon(
    async () =>
      (
        await t.owner.query(
          `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
        )
      ).rowCount,
    Boolean,
  )

describe('done once', () => {
  test('every job on both at once: each notice is written once, each message is sent once', async () => {
    const platform = await openReceiver()
    const sys = await signedIn(t, 'sys')
    must(
      await sys.call(webhooks.addWebhook, {
        commandId: commandId(),
        name: '城市数据平台',
        url: platform.url,
        areaCode: codes.community,
        kinds: [...eventKinds],
        tokenId: null,
      }),
    )
    t.clock.advance(1)
    const wu = await signedIn(t, 'wu')
    const numbers: string[] = []
    for (let i = 0; i < 12; i += 1)
      numbers.push((await report(t.client(), { category: 'P01-37-2' })).number)
    for (const number of numbers)
      must(await fileAndGive(wu, number, teams.grid, { category: 'P01-37-2' }))
    await untilSeen(t.app)
    const every = (app: App) => Object.values(app.jobs.tasks).map((task) => task({}))
    for (let i = 0; i < 3; i += 1) await Promise.allSettled([t.app, b.app].flatMap(every))
    const notices = await t.owner.query(
      `select count(*)::int as n, count(distinct (recipient, cause))::int as alike
         from notices.notices where case_number = any ($1)`,
      [numbers],
    )
    expect(notices.rows[0].n).toBeGreaterThanOrEqual(24)
    expect(notices.rows[0].n).toBe(notices.rows[0].alike)
    const sent = platform.received.map((each) => each.headers['webhook-id'])
    expect(sent.length).toBeGreaterThanOrEqual(12)
    expect(new Set(sent).size).toBe(sent.length)
    const told = platform.received.map((each) => {
      const { type, data } = JSON.parse(each.body) as { type: string; data: { number: string } }
      return `${type} ${data.number}`
    })
    expect(told.filter((one) => one.startsWith('case.filed')).length).toBe(
      new Set(told.filter((one) => one.startsWith('case.filed'))).size,
    )
  })

  test('a server is killed in the middle of a command: sent to the other once more, it is done once', async () => {
    const { number } = await report(t.client())
    const wu = await signedIn(t, 'wu')
    const command = { number, commandId: commandId(), category: 'P01-37', conditionMet: true }
    await t.owner.query('begin')
    await t.owner.query('select 1 from cases.cases where number = $1 for update', [number])
    const broken = wu.call(moves.acceptCase, command)
    await waitsForLock()
    await t.owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where wait_event_type = 'Lock' and datname = current_database()`,
    )
    expect((await broken).status).toBe(503)
    await t.owner.query('commit')
    must(await sentTo(b, wu).call(moves.acceptCase, command))
    // The line was too slow: the browser asks the first server again.
    must(await wu.call(moves.acceptCase, command))
    expect(await entriesOf(t, number, 'accept')).toBe(1)
  })

  test('a server that is asked to stop finishes what it is answering', async () => {
    const { number } = await report(t.client())
    const going = await t.beside()
    const address = await going.server.listen({ host: '127.0.0.1', port: 0 })
    const wu = await signedIn(t, 'wu')
    const cookie = [...wu.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    await t.owner.query('begin')
    await t.owner.query('select 1 from cases.cases where number = $1 for update', [number])
    const asked = fetch(`${address}/api/cases/${number}/acceptance`, {
      method: 'POST',
      headers: { cookie, 'x-linli': '1', 'content-type': 'application/json' },
      body: JSON.stringify({ commandId: commandId(), category: 'P01-37', conditionMet: true }),
    })
    await waitsForLock()
    const closing = going.close()
    await new Promise((resolve) => setTimeout(resolve, 100))
    await t.owner.query('commit')
    expect((await asked).status).toBe(200)
    await closing
    expect(await entriesOf(t, number, 'accept')).toBe(1)
  })

  test('a process for jobs answers operators and sends everybody else on', async () => {
    const aside = await t.beside({ jobs: 'only' })
    expect((await aside.client().send({ path: '/health' })).status).toBe(200)
    for (const path of ['/', '/desk', '/api/me', '/open311/v2/services.json'])
      expect((await aside.client().send({ path })).status).toBe(503)
    await aside.close()
  })

  test('one report sent to both at the same instant is one case with one receipt', async () => {
    const input = { commandId: commandId(), text: '路灯不亮', category: 'P01-37', area: codes.grid }
    const answers = await Promise.all(
      [0, 1, 2, 3, 4, 5].map((i) =>
        (i % 2 === 0 ? t.client() : b.client()).call(reportCase, input),
      ),
    )
    const receipts = answers.map((answer) => JSON.stringify(valueOf(answer)))
    expect(new Set(receipts).size).toBe(1)
  })

  test('two servers open on an empty installation with different keys: the second is refused', async () => {
    await t.owner.query(`delete from kit.settings where name = 'fieldKeys'`)
    const { agreeOnKeys } = await import('./kit/key-check.ts')
    const other = { ...t.app.keys, fingerprints: () => ({ key1: 'of another file' }) }
    const outcomes = await Promise.allSettled([
      agreeOnKeys(t.app.db, t.app.keys, 'a'),
      agreeOnKeys(b.app.db, other, 'b'),
    ])
    expect(outcomes.map((each) => each.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await t.owner.query(`delete from kit.settings where name = 'fieldKeys'`)
  })

  test('two clerks load one file of the hotline on two servers at once, six times: each order is one case, and is taken out once', async () => {
    const [chen, cao] = [await signedIn(t, 'chen'), sentTo(b, await signedIn(t, 'cao'))]
    const { mapping } = valueOf(
      await chen.call(orders.previewOrders, { ...fileOf(csvOf(morning)), mapping: null }),
    )
    const file = { ...fileOf(csvOf(morning)), mapping }
    const loaded = await Promise.all(
      [0, 1, 2, 3, 4, 5].map((i) =>
        (i % 2 === 0 ? chen : cao).call(orders.importOrders, { ...file, commandId: commandId() }),
      ),
    )
    const taken = loaded.map((answer) => valueOf(answer).taken)
    expect(taken.reduce((sum, one) => sum + one, 0)).toBe(morning.length)
    const { rows } = await t.owner.query(
      `select count(*)::int as orders, count(distinct o.case_number)::int as cases from exchange.orders o`,
    )
    expect(rows[0]).toEqual({ orders: morning.length, cases: morning.length })
    const [first] = (await t.owner.query(`select case_number from exchange.orders`)).rows
    must(await fileAndGive(chen, first.case_number as string, teams.grid, { category: 'P01-37' }))
    await untilSeen(t.app)
    const batches = await Promise.all(
      [chen, cao, chen, cao, chen, cao].map((who) =>
        who.call(orders.takeOrderAnswers, { commandId: commandId(), areaCode: codes.street }),
      ),
    )
    expect(batches.map((answer) => valueOf(answer).orders).filter((count) => count > 0)).toEqual([
      1,
    ])
  })
})
