// The street gives a lamp to the lighting company, which keeps its work on a server of its own: two Linli, one matter. What
// happens there is seen here, and nobody there closes what is ours to check.
import { describe, expect, test } from 'vitest'
import * as moves from '#core/cases/contract-moves.ts'
import * as wire from '#core/exchange/contract-remotes.ts'
import { listNotices } from '#core/notices/contract.ts'
import { followed, reacted } from '#testing/reacted.ts'
import { category, mends, twoTowns } from '#testing/remote-town.ts'
import { checks, closes, comes, must, proofOf, teams } from '#testing/town-life.ts'
import { act, commandId, fileAndGive, read } from '#testing/town.ts'
import { followForRemotes } from './remote-following.ts'

const { binds, farCases, given, later, minute, remoteNumberOf, said, shi, stateOf, states, w } =
  twoTowns()

describe('the way out and back', () => {
  test('given there, handled and closed there, each step is seen here; our own check decides', async () => {
    const id = await binds()
    const number = await given()
    await minute()
    const there = await remoteNumberOf(id)
    expect(there).toMatch(/^500108106003-26-\d{5}$/)
    expect(await stateOf(w.t, 'chen', number)).toBe('HANDLING') // They took it, so it is signed for.
    const theirs = await read(await comes(w.far, 'wu'), there)
    expect(theirs.text).toContain(`[${number}.`)
    expect(theirs.source).toBe('OTHER_SYSTEM')
    for (const word of ['张三丰', '13900001111', '台阶'])
      expect(JSON.stringify([theirs, w.line.bodies])).not.toContain(word)

    must(await fileAndGive(await comes(w.far, 'wu'), there, teams.grid, { category }))
    const liu = await comes(w.far, 'liu')
    must(await act(liu, moves.acceptDuty, there, {}))
    await later(300)
    must(await mends(w.far, liu, there))
    must(await checks(await comes(w.far, 'he'), there))
    must(await closes(await comes(w.far, 'wu'), there))
    await later(300)
    expect(await said('chen', number)).toEqual([
      `路灯公司来讯：已收下，编号${there}。`,
      '路灯公司来讯：收到了，还没看。',
      '路灯公司来讯：立案了，正在分。',
      '路灯公司来讯：立案了，正在找人办。',
      '路灯公司来讯：派下去了，还没接。',
      '路灯公司来讯：在办。',
      '路灯公司来讯：说办好了，有人去看。',
      '路灯公司来讯：看过了，办好了。',
      '路灯公司说已经了结：已结案，您说了算：灯已经亮了。',
    ])
    expect(await stateOf(w.t, 'chen', number)).toBe('HANDLING') // Nothing was closed by itself.
    expect(await states(id)).toEqual(['settled'])
    await later(300)
    expect(await said('chen', number)).toHaveLength(9) // However often it is asked, each step once.

    const qian = await comes(w.t, 'qian')
    const view = await read(qian, number)
    expect(view.proposal).toMatchObject({
      from: { zh: '路灯公司' },
      words: '已结案，您说了算：灯已经亮了',
    })
    await reacted(w.t.app)
    const told = must(await qian.call(listNotices, {}))
    expect(told.ok && told.value.items.some((each) => each.caseNumber === number)).toBe(true)
    const bare = { ...(await proofOf(w.t)), photosAfter: [] }
    expect(
      await act(qian, moves.handleCase, number, { proof: bare, outcome: 'solved' }),
    ).toMatchObject(
      { refusal: 'proof_missing' }, // Our rule of evidence holds, whatever they say.
    )
    must(await mends(w.t, qian, number))
    must(await checks(await comes(w.t, 'cao'), number))
    await later(300)
    expect(await states(id)).toEqual(['done'])
    const { rows } = await w.far.owner.query(
      `select e.move from cases.entries e join cases.cases c on c.community_id = e.community_id and c.id = e.case_id
        where c.number = $1 and e.actor_kind = 'system' order by e.version`,
      [there],
    )
    expect(rows.map((row) => row.move)).toEqual(['report', 'confirm']) // They hear that it is good.
  })

  test('what fails our check is open again there, with why', async () => {
    const id = await binds()
    const number = await given()
    await minute()
    const there = await remoteNumberOf(id)
    must(await fileAndGive(await comes(w.far, 'wu'), there, teams.grid, { category }))
    const liu = await comes(w.far, 'liu')
    must(await act(liu, moves.acceptDuty, there, {}))
    must(await mends(w.far, liu, there))
    must(await checks(await comes(w.far, 'he'), there))
    must(await closes(await comes(w.far, 'wu'), there))
    await later(300)
    must(await mends(w.t, await comes(w.t, 'qian'), number))
    must(await checks(await comes(w.t, 'cao'), number, false))
    await later(300)
    expect(await stateOf(w.far, 'wu', there)).toBe('REOPENED')
    const theirs = (await read(await comes(w.far, 'wu'), there)).timeline.at(-1)
    expect(theirs).toMatchObject({ move: 'object', reason: '核查没有通过，请继续办理。灯还是不亮' })
    await later(300)
    expect(await states(id)).toEqual(['sent']) // They are at it again.
    expect((await read(await comes(w.t, 'qian'), number)).proposal).toBeNull()
  })

  test('what is given to somebody else is withdrawn there', async () => {
    const id = await binds()
    const number = await given()
    await minute()
    const there = await remoteNumberOf(id)
    const back = { code: 'not_ours' as const, words: '不是我们的灯', whose: null }
    must(await act(await comes(w.t, 'qian'), moves.returnCase, number, back))
    await later(300)
    expect(await states(id)).toEqual(['withdrawn'])
    const notes = (await read(await comes(w.far, 'wu'), there)).timeline
    expect(notes.at(-1)?.sentence.zh).toContain('请不再处理')
  })
})

describe('when the line is bad', () => {
  test('the answer is lost between here and there: it is looked for, and there is one request', async () => {
    const before = await farCases()
    const id = await binds()
    w.line.line('answer lost')
    const number = await given()
    await minute()
    expect(await states(id)).toEqual(['waiting'])
    expect(await farCases()).toBe(before + 1) // It did arrive.
    w.line.line('through')
    await later(61)
    expect(await states(id)).toEqual(['sent'])
    expect(await farCases()).toBe(before + 1)
    expect(await said('chen', number)).toEqual([
      '与路灯公司不通：还没有送到，会自动再送（socket hang up）。',
      expect.stringMatching(/^路灯公司来讯：已收下，编号/),
      '路灯公司来讯：收到了，还没看。',
    ])
  })

  test('our own server dies after it has sent: the next one asks before it sends', async () => {
    const before = await farCases()
    const id = await binds()
    await given()
    await followed(w.t.app, () => followForRemotes(w.t.app))
    // Claimed and counted, sent, and then no more: as if the power had gone before the answer was written down.
    const [row] = (
      await w.t.owner.query(
        `update exchange.remote_requests set tries = tries + 1, asked_at = $1, claimed_until = $1::timestamptz + interval '180 s'
          where state = 'waiting' returning form`,
        [w.t.clock.now()],
      )
    ).rows
    const body = new URLSearchParams({ ...row.form, api_key: w.key }).toString()
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const path = '/open311/v2/requests.json'
    expect((await w.far.client().send({ method: 'POST', path, body, headers })).status).toBe(200)
    w.line.asked.length = 0
    await minute()
    expect(w.line.asked).toEqual([]) // Whoever has it in hand is not overtaken.
    await later(181)
    expect(w.line.asked.filter((each) => each.startsWith('POST'))).toEqual([])
    expect(await states(id)).toEqual(['sent'])
    expect(await farCases()).toBe(before + 1)
  })

  test('sent twice all the same, it is one case there: our number makes it one', async () => {
    const before = await farCases()
    const id = await binds()
    await given()
    await minute()
    const body = w.line.bodies.at(-1) ?? ''
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const again = () =>
      w.far.client().send({ method: 'POST', path: '/open311/v2/requests.json', body, headers })
    const answers = await Promise.all([again(), again(), again()])
    const numbers = answers.map((each) => (each.json() as { service_request_id: string }[])[0])
    expect(new Set(numbers.map((each) => each?.service_request_id))).toEqual(
      new Set([await remoteNumberOf(id)]),
    )
    expect(await farCases()).toBe(before + 1)
  })

  test('they are down for half a day: it waits, is tried ever more patiently, and arrives', async () => {
    const id = await binds()
    w.line.line('down')
    const number = await given()
    await minute()
    for (let hour = 0; hour < 12; hour += 1) await later(3600)
    expect(await states(id)).toEqual(['waiting'])
    expect((await said('chen', number)).length).toBe(1) // Said once, not every hour.
    const shown = must(await (await shi()).call(wire.listRemotes, {}))
    expect(shown.ok && shown.value.items.find((each) => each.id === id)).toMatchObject({
      state: 'failing',
      lastError: 'socket hang up',
      open: 1,
    })
    const told = must(await (await shi()).call(listNotices, {}))
    expect(told.ok && told.value.items.filter((each) => each.about?.id === id)).toHaveLength(1)
    w.line.line('through')
    must(await (await shi()).call(wire.hurryRemote, { commandId: commandId(), id }))
    await minute()
    expect(await states(id)).toEqual(['sent'])
  })

  test('nothing gets through for days: the case comes back to whoever gave it, and says that it may have arrived', async () => {
    const id = await binds()
    w.line.line('down')
    const number = await given()
    await minute()
    for (let half = 0; half < 16; half += 1) await later(43_200)
    expect(await states(id)).toEqual(['failed'])
    const view = await read(await comes(w.t, 'chen'), number)
    expect(view.state).toBe('RETURNED')
    expect(view.timeline.at(-1)?.reason).toContain(`[${number}.`)
  })

  test('a page of a proxy is no receipt, and “400” is their word: the case stays with the giver', async () => {
    const id = await binds()
    w.line.line({ status: 200, body: '<html><body>Sign in to the network</body></html>' })
    const number = await given()
    await minute()
    expect(await states(id)).toEqual(['waiting'])
    w.line.line({ status: 400, body: '[{"code":400,"description":"只收东岸的灯"}]' }, 'POST')
    await later(61)
    expect(await states(id)).toEqual(['refused'])
    const view = await read(await comes(w.t, 'chen'), number)
    expect(view).toMatchObject({ state: 'RETURNED' })
    expect(view.timeline.at(-1)).toMatchObject({
      move: 'return',
      reason: '路灯公司不接受：只收东岸的灯',
      who: { zh: '其他系统' },
    })
    expect(view.moves).toContainEqual({ move: 'reroute', why: null })
  })

  test('a category they were never told about is handed back and not guessed', async () => {
    const id = await binds({ services: { E04: 'E04-06' } })
    const number = await given()
    w.line.asked.length = 0
    await minute()
    expect(w.line.asked).toEqual([])
    expect(await states(id)).toEqual(['refused'])
    expect(await stateOf(w.t, 'chen', number)).toBe('RETURNED')
  })
})
