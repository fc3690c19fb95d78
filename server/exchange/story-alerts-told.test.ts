// Mr Sun reads what happens in his grid on Fridays, Mrs Li hears at once. Nobody is told twice, and nobody is told nothing.
import { describe, expect, test } from 'vitest'
import { smsPerDay } from '#core/exchange/alert.ts'
import * as moves from '#core/cases/contract-moves.ts'
import * as contract from '#core/exchange/contract-alerts.ts'
import * as board from '#core/notices/contract-board.ts'
import * as people from '#testing/alert-town.ts'
import { must } from '#testing/survey-town.ts'
import { comes, teams, walksToClosing } from '#testing/town-life.ts'
import { act, codes, commandId, fileAndGive, report } from '#testing/town.ts'

const { arrived, community, count, hangs, minute, subscribes } = people
const openMatter = 'P01-37-3' // Of a kind that anybody may read of.
people.openAlertTown()

describe('what is told', () => {
  test('is of the grid and the kinds chosen: filed and closed public cases in a line, without anybody’s words', async () => {
    await subscribes({ areas: [codes.grid], topics: ['P01'] })
    await subscribes({ to: 'elsewhere@example.org', areas: [codes.grid2] })
    await subscribes({ to: 'other@example.org', areas: [codes.grid], topics: ['E01'] })
    const lamp = { category: openMatter }
    const { number } = await report(people.t.client(), {
      ...lamp,
      text: '我家门口的灯，田大妈 13900139000',
    })
    const wu = await comes(people.t, 'wu')
    must(await fileAndGive(wu, number, teams.grid, lamp))
    await minute()
    const filed = await arrived()
    expect(filed.map(({ to }) => to)).toEqual(['li@example.org'])
    expect(filed[0]?.text).toContain('新立案：')
    expect(filed[0]?.text).toContain(`https://linli.example/cases/${number}`)
    expect(filed[0]?.text).not.toMatch(/田大妈|13900139000/)
    people.gateway.received.length = 0
    const other = await report(people.t.client(), lamp)
    await walksToClosing(people.t, other.number, lamp)
    await minute()
    const ended = await arrived()
    // Filed and closed within the minute: one line, how it stands.
    expect(ended).toHaveLength(1)
    expect(ended[0]?.text).toContain('办结：')
    expect(ended[0]?.text).not.toContain('新立案：')
  })

  test('is not what still waited when somebody ended it: it is not sent, and no address stays behind', async () => {
    const { who, id, secret } = await subscribes({ kinds: ['board.outage'] })
    const other = await subscribes({ to: 'wang@example.org', kinds: ['board.outage'] })
    await hangs()
    people.gateway.failsTimes(2)
    await minute()
    await arrived()
    people.gateway.received.length = 0
    must(await who.call(contract.endAlert, { id, secret }))
    const { rows } = await people.t.owner.query<{ cause: string }>(
      `select cause from notices.messages where state = 'waiting'`,
    )
    expect(rows.map(({ cause }) => cause.split(' ')[1])).toEqual([other.id])
    people.t.clock.advance(60)
    expect((await arrived()).map(({ to }) => to)).toEqual(['wang@example.org'])
  })

  test('of matters that are nobody else’s is nothing', async () => {
    await subscribes()
    const hidden = { category: 'C06-01' }
    const { number } = await report(people.t.client(), hidden)
    await act(await comes(people.t, 'wu'), moves.acceptCase, number, {
      category: hidden.category,
      matter: 'private',
      conditionMet: true,
      urgent: false,
      reason: '',
    } as never)
    await minute()
    expect(await arrived()).toEqual([])
  })

  test('of a notice: that it hangs, is corrected, is taken back; written ahead, on its first day', async () => {
    await subscribes({ kinds: ['board.outage'] })
    const ahead = new Date(Date.parse(people.t.clock.now()) + 32 * 3_600_000 + 86_400_000)
      .toISOString()
      .slice(0, 10)
    const late = new Date(Date.parse(ahead) + 3 * 86_400_000).toISOString().slice(0, 10)
    const id = await hangs({ fromOn: ahead, untilOn: late })
    await hangs({ category: 'meeting', title: '院坝会' })
    await minute()
    expect(await arrived()).toEqual([])
    people.t.clock.set(`${ahead}T01:00:00.000Z`)
    await minute()
    expect((await arrived()).map(({ subject }) => subject)).toEqual(['同景社区：公告：周二停水'])
    people.gateway.received.length = 0
    people.t.clock.advance(60)
    const wu = await comes(people.t, 'wu')
    const fields = {
      category: 'outage' as const,
      title: '周三停水',
      body: '改到周三。',
      gridCode: null,
    }
    must(
      await wu.call(board.correctNotice, {
        commandId: commandId(),
        code: community,
        id,
        ...fields,
        fromOn: ahead,
        untilOn: late,
        photo: null,
        reason: '改期',
        expectedVersion: 1,
      }),
    )
    await minute()
    expect((await arrived()).at(-1)?.subject).toBe('同景社区：公告更正：周三停水（改期）')
    must(
      await wu.call(board.withdrawNotice, {
        commandId: commandId(),
        code: community,
        id,
        reason: '不停了',
      }),
    )
    await minute()
    expect((await arrived()).map(({ subject }) => subject)).toEqual([
      '同景社区：公告更正：周三停水（改期）',
      '同景社区：公告撤下：周三停水（不停了）',
    ])
  })

  test('by text message is at most so many a day, and nothing at night but what is off or unsafe', async () => {
    people.t.clock.set(
      `${new Date(Date.parse(people.t.clock.now()) + 86_400_000).toISOString().slice(0, 10)}T02:00:00.000Z`,
    )
    const to = '13911110009'
    await subscribes({ channel: 'sms', to, kinds: ['board.meeting', 'board.outage'] })
    for (let told = 0; told < smsPerDay + 2; told += 1) {
      await hangs({ category: 'meeting', title: `第 ${told} 次会` })
      await minute()
      people.t.clock.advance(60)
    }
    expect(await arrived(to)).toHaveLength(smsPerDay)
    // The rest in the morning, in one.
    people.t.clock.advance(86_400)
    await minute()
    const all = await arrived(to)
    expect(all).toHaveLength(smsPerDay + 1)
    expect(all.at(-1)?.text).toContain(`第 ${smsPerDay} 次会；`)
    people.gateway.received.length = 0
    people.t.clock.set(`${people.t.clock.now().slice(0, 10)}T15:00:00.000Z`) // 23:00 here
    await hangs({ category: 'meeting', title: '夜里写的会' })
    await hangs({ title: '今夜停水' })
    await minute()
    expect((await arrived(to)).map(({ text }) => /：公告：(\S+)/.exec(text)?.[1])).toEqual([
      '今夜停水',
    ])
    people.t.clock.advance(9 * 3600)
    await minute()
    expect((await arrived(to)).at(-1)?.text).toContain('夜里写的会')
  })
})

describe('a digest', () => {
  test('holds what came since, once; of what came and went there is nothing to say', async () => {
    await subscribes({ pace: 'daily' })
    const [first, second] = [await hangs({ title: '停水一' }), await hangs({ title: '停水二' })]
    const wu = await comes(people.t, 'wu')
    must(
      await wu.call(board.withdrawNotice, {
        commandId: commandId(),
        code: community,
        id: second,
        reason: '贴错',
      }),
    )
    await minute()
    expect(await arrived()).toEqual([])
    people.t.clock.advance(86_400)
    await minute()
    await minute()
    const [digest, ...more] = await arrived()
    expect(more).toEqual([])
    expect(digest?.text).toContain(first)
    expect(digest?.text).not.toContain('停水二')
  })

  // Decidim sends every subscriber an empty digest and queues a job for each of them (its issue 16129).
  test('is never empty, and whoever has nothing waiting costs neither message nor job', async () => {
    for (let n = 0; n < 12; n += 1)
      await subscribes({ to: `quiet${n}@example.org`, pace: n % 2 === 0 ? 'daily' : 'weekly' })
    await subscribes({
      to: 'meets@example.org',
      kinds: ['board.meeting'],
      pace: 'daily',
    })
    const jobs = () => count('graphile_worker._private_jobs')
    await people.t.runJobs()
    await people.t.owner.query('delete from notices.messages')
    const before = await jobs()
    // Something happens that nobody asked for, and something that one did and that is gone by the evening.
    await hangs({ category: 'works', title: '修路' })
    const gone = await hangs({ category: 'meeting', title: '院坝会' })
    await minute()
    expect(await count('exchange.alert_items')).toBe(1)
    const wu = await comes(people.t, 'wu')
    const why = { commandId: commandId(), code: community, id: gone, reason: '不开了' }
    must(await wu.call(board.withdrawNotice, why))
    await minute()
    for (let day = 0; day < 8; day += 1) {
      people.t.clock.advance(86_400)
      await minute()
    }
    expect(await count('notices.messages')).toBe(0)
    expect(await count('exchange.alert_items')).toBe(0)
    expect(await jobs()).toBe(before)
    expect(await arrived()).toEqual([])
  })

  test('a process that is killed on its way tells nobody twice and forgets nobody', async () => {
    await subscribes({ to: 'one@example.org' })
    await subscribes({ to: 'two@example.org' })
    await hangs({ title: '停水' })
    // Killed on the way: one message is written and committed, the next is not.
    const seal = people.t.app.keys.seal.bind(people.t.app.keys)
    let sealed = 0
    people.t.app.keys.seal = (...of) => {
      if ((sealed += 1) === 2) throw new Error('killed')
      return seal(...of)
    }
    await expect(minute()).rejects.toThrow('killed')
    people.t.app.keys.seal = seal
    expect(await count("notices.messages where kind = 'alert'")).toBe(1)
    // Two processes wake up at once.
    await Promise.all([minute(), minute()])
    await Promise.all([minute(), minute()])
    expect((await arrived()).map(({ to }) => to).toSorted()).toEqual([
      'one@example.org',
      'two@example.org',
    ])
  })
})
