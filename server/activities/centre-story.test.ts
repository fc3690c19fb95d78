// A centre is opened, rooms are lent and a lecture fills: people of the town at the counter, at the door and at home.
import { beforeAll, describe, expect, test } from 'vitest'
import * as books from '#core/activities/contract-bookings.ts'
import * as place from '#core/activities/contract-registrations.ts'
import * as serial from '#core/activities/contract-series.ts'
import { type CentreTown, openCentreStory } from '#testing/centre-story.ts'
import { commandId } from '#testing/town.ts'

let c: CentreTown
beforeAll(async () => {
  c = await openCentreStory()
})

describe('lending', () => {
  test('two clerks lend the same room at once: one gets it, the other reads who was faster', async () => {
    const at = { starts: '2026-03-05T09:00', ends: '2026-03-05T11:00' }
    const [one, two] = await Promise.all([c.lends(c.wu, c.hall, at), c.lends(c.zhou, c.hall, at)])
    expect([one.ok, two.ok].filter(Boolean)).toHaveLength(1)
    const lost = one.ok ? two : one
    expect(lost).toMatchObject({ status: 409, refusal: 'room_taken' })
    const next = await c.lends(c.wu, c.hall, {
      starts: '2026-03-05T11:00',
      ends: '2026-03-05T12:00',
    })
    expect(next.ok).toBe(true)
  })

  test('the same command six times is one booking, one number and one secret', async () => {
    const input = c.bookingOf(c.hall, { starts: '2026-03-06T09:00', ends: '2026-03-06T10:00' })
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => c.wu.call(books.bookRoom, input)),
    )
    const said = answers.map((each) => (each.ok ? `${each.value.number} ${each.value.secret}` : ''))
    expect(new Set(said).size).toBe(1)
    expect(said[0]).not.toBe('')
  })

  test('a group that used its hours reads how many are left and when the week begins anew', async () => {
    const secret = await c.groupSecret()
    const ask = (day: string, from: string, to: string) =>
      c.resident.call(books.bookRoom, {
        ...c.bookingOf(c.hall, { starts: `${day}T${from}`, ends: `${day}T${to}` }),
        byKind: 'group',
        groupId: c.group,
        groupSecret: secret,
        channel: 'web',
        phone: null,
      })
    expect((await ask('2026-03-10', '09:00', '12:00')).ok).toBe(true)
    const answer = await ask('2026-03-11', '09:00', '12:00')
    expect(answer).toMatchObject({ refusal: 'share_used', status: 422 })
    const sentence = answer.ok ? '' : (answer.fields?.['starts'] ?? '')
    expect(sentence).toContain('2026-03-16')
    expect(sentence).toContain('还可以订 1 小时')
    expect((await ask('2026-03-16', '09:00', '12:00')).ok).toBe(true)
  })

  test('two bookings of one group at one instant do not both take the last hour', async () => {
    const secret = await c.groupSecret()
    const ask = (from: string, to: string) =>
      c.resident.call(books.bookRoom, {
        ...c.bookingOf(c.hall, { starts: `2026-03-24T${from}`, ends: `2026-03-24T${to}` }),
        byKind: 'group',
        groupId: c.group,
        groupSecret: secret,
        channel: 'web',
        phone: null,
      })
    const answers = await Promise.all([ask('09:00', '12:00'), ask('14:00', '17:00')])
    expect(answers.filter((each) => each.ok)).toHaveLength(1)
  })

  test('a resident waits where somebody decides, is refused with a reason, and the room is free again', async () => {
    const wish = c.bookingOf(c.council, { starts: '2026-03-09T09:00', ends: '2026-03-09T10:00' })
    const asked = await c.resident.call(books.bookRoom, { ...wish, channel: 'web' })
    if (!asked.ok) throw new Error(JSON.stringify(asked))
    expect(asked.value.state).toBe('asked')
    const { number, secret } = asked.value
    const again = await c.lends(c.wu, c.council, {
      starts: '2026-03-09T09:00',
      ends: '2026-03-09T10:00',
    })
    expect(again).toMatchObject({ refusal: 'room_taken' })
    const silent = await c.wu.call(books.decideBooking, {
      commandId: commandId(),
      number,
      granted: false,
      reason: null,
    })
    expect(silent).toMatchObject({ refusal: 'reason_needed' })
    await c.wu.call(books.decideBooking, {
      commandId: commandId(),
      number,
      granted: false,
      reason: '那天上午选举委员会要用',
    })
    const follow = await c.resident.call(books.followBooking, { number, secret })
    expect(follow).toMatchObject({ value: { state: 'refused', reason: '那天上午选举委员会要用' } })
    expect(await c.resident.call(books.followBooking, { number, secret: 'AAAAAA' })).toMatchObject({
      refusal: 'no_such_booking',
    })
    expect(
      (await c.lends(c.wu, c.council, { starts: '2026-03-09T09:00', ends: '2026-03-09T10:00' })).ok,
    ).toBe(true)
  })

  test('shut on a holiday, at night, and beyond the days that may be booked', async () => {
    const night = await c.lends(c.wu, c.hall, {
      starts: '2026-03-06T22:00',
      ends: '2026-03-06T23:00',
    })
    expect(night).toMatchObject({ refusal: 'not_open_then' })
    const holiday = await c.lends(c.wu, c.hall, {
      starts: '2026-03-20T09:00',
      ends: '2026-03-20T10:00',
    })
    expect(holiday).toMatchObject({ refusal: 'not_open_then' })
    const far = c.bookingOf(c.hall, { starts: '2026-06-01T09:00', ends: '2026-06-01T10:00' })
    expect(await c.resident.call(books.bookRoom, { ...far, channel: 'web' })).toMatchObject({
      refusal: 'too_far_ahead',
    })
  })
})

describe('a lecture every Tuesday', () => {
  test('stands in the calendar ahead, not on the holiday, and twice made is once made', async () => {
    const before = await c.sessionsOf(c.lecture)
    expect(before[0]).toMatchObject({ day: '2026-03-10', startsAt: '2026-03-10T06:00:00.000Z' })
    expect(before.map((each) => each.day)).not.toContain('2026-05-05')
    expect(before.map((each) => each.day)).toContain('2026-05-12')
    await c.town.runJobs()
    await c.nightPasses()
    expect(await c.sessionsOf(c.lecture)).toEqual(before)
  })

  test('on 29 February there is one, and in a year without it there is none', async () => {
    const preview = await c.wu.call(serial.previewSeries, {
      ...c.ruleOf({ rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', startsOn: '2028-02-29' }),
      max: 2,
    })
    if (!preview.ok) throw new Error(JSON.stringify(preview))
    expect(preview.value.dates.map((each) => each.day)).toEqual(['2028-02-29'])
  })

  test('ten places, five parties of three at once: three sit, two wait in order; one leaves, the next is told', async () => {
    const [session] = await c.sessionsOf(c.small)
    const id = session?.id ?? ''
    const answers = await Promise.all(Array.from({ length: 5 }, () => c.registers(id, 3)))
    const states = answers.map((each) => each.state)
    expect(states.filter((each) => each === 'booked')).toHaveLength(3)
    const waiting = answers
      .filter((each) => each.state === 'waiting')
      .toSorted((a, b) => a.ahead - b.ahead)
    expect(waiting.map((each) => each.ahead)).toEqual([0, 3])
    const single = await c.registers(id, 1)
    expect(single).toMatchObject({ state: 'waiting', ahead: 6 })
    const leaving = answers.filter((each) => each.state === 'booked').slice(0, 2)
    await Promise.all(leaving.map((each) => c.givesBack(each)))
    for (const each of waiting) {
      const now = await c.follows(each)
      expect(now).toMatchObject({ state: 'booked', ahead: 0 })
      expect(now.told.map((told) => told.kind)).toEqual(['movedUp'])
    }
    expect(await c.follows(single)).toMatchObject({ state: 'booked' })
    const { rows } = await c.town.owner.query<{ booked: number; waiting: number }>(
      'select booked, waiting from activities.sessions where id = $1',
      [id],
    )
    expect(rows[0]).toEqual({ booked: 10, waiting: 0 })
  })

  test('giving back six times at once lets one party move up, once', async () => {
    const id = (await c.sessionsOf(c.small))[1]?.id ?? ''
    const first = await c.registers(id, 10)
    const second = await c.registers(id, 2)
    await Promise.all(Array.from({ length: 6 }, () => c.givesBack(first)))
    const now = await c.follows(second)
    expect(now.told.filter((told) => told.kind === 'movedUp')).toHaveLength(1)
  })

  test('a moved session keeps its places, frees its room and tells each once', async () => {
    const session = (await c.sessionsOf(c.small))[2]
    const id = session?.id ?? ''
    const called = await c.registers(id, 2, '13800000001')
    const quiet = await c.registers(id, 1)
    const move = {
      commandId: commandId(),
      id,
      starts: '2026-04-02T15:00',
      ends: '2026-04-02T16:00',
      roomId: c.council,
      place: null,
      why: { zh: '讲课的医生那天出诊', en: null },
    }
    const answer = await c.wu.call(serial.moveSession, move)
    expect(answer).toMatchObject({ ok: true, value: { told: 2, toCall: 1 } })
    await c.wu.call(serial.moveSession, move)
    for (const each of [called, quiet]) {
      const now = await c.follows(each)
      expect(now.state).toBe('booked')
      expect(now.told.map((told) => told.kind)).toEqual(['moved'])
      expect(now.told[0]?.words.zh).toContain('4月2日15:00')
    }
    const day = session?.day ?? ''
    const free = await c.lends(c.wu, c.hall, { starts: `${day}T10:00`, ends: `${day}T11:00` })
    expect(free.ok).toBe(true)
    await c.nightPasses()
    const after = (await c.sessionsOf(c.small)).find((each) => each.id === id)
    expect(after).toMatchObject({ day: '2026-04-02', sequence: 1 })
    const list = await c.wu.call(place.listRegistrations, { id })
    expect(JSON.stringify(list)).not.toContain('13800000001')
  })

  test('whoever left a number stands on the telephone list until somebody called, and only then', async () => {
    const calls = async (who = c.wu) => who.call(place.listCalls, { code: c.code })
    const before = await calls()
    if (!before.ok) throw new Error(before.refusal)
    const call = before.value.items.find((each) => each.startsAt === '2026-04-02T07:00:00.000Z')
    expect(call).toMatchObject({ kind: 'moved', people: 2, title: { zh: '手机课堂' } })
    expect(call?.words.zh).toContain('4月2日15:00')
    expect(JSON.stringify(before)).not.toContain('13800000001')
    const foreign = await c.signsIn('xu')
    expect(await calls(foreign)).toMatchObject({ refusal: 'not_yours' })
    const { number, cause } = call ?? { number: '', cause: '' }
    await c.wu.call(place.noteCalled, { commandId: commandId(), number, cause })
    const after = await calls()
    expect(after.ok && after.value.items.some((each) => each.number === number)).toBe(false)
  })

  test('a cancelled session is told, stays struck through, and takes nobody more', async () => {
    const id = (await c.sessionsOf(c.small)).find((each) => each.day === '2026-04-09')?.id ?? ''
    const kept = await c.registers(id, 2)
    const why = { zh: '停水检修', en: 'the water is off' }
    await c.wu.call(serial.cancelSession, { commandId: commandId(), id, why })
    expect((await c.follows(kept)).told.map((told) => told.kind)).toEqual(['cancelled'])
    const session = await c.resident.call(serial.readSession, { id })
    expect(session).toMatchObject({ value: { state: 'cancelled', why, room: { id: c.hall } } })
    const late = await c.resident.call(place.register, {
      commandId: commandId(),
      id,
      people: 1,
      channel: 'web',
      phone: null,
    })
    expect(late).toMatchObject({ refusal: 'session_cancelled' })
  })

  test('heads are counted by taps, never below those ticked off, and nobody stands on a list', async () => {
    const session = (await c.sessionsOf(c.small)).find((each) => each.day === '2026-04-16')
    const id = session?.id ?? ''
    const known = await c.registers(id, 3)
    const tap = (change: number) =>
      c.wu.call(place.countPeople, { commandId: commandId(), id, change, way: 'tap' })
    expect(await tap(1)).toMatchObject({ refusal: 'not_yet' })
    c.town.clock.set(session?.startsAt ?? '')
    const wu = await c.signsIn('wu')
    const count = (change: number, command = commandId()) =>
      wu.call(place.countPeople, { commandId: command, id, change, way: 'tap' })
    const once = commandId()
    await Promise.all(Array.from({ length: 6 }, () => count(1, once)))
    await Promise.all([count(1), count(1), count(1)])
    const ticked = await c.resident.call(place.tickOff, {
      commandId: commandId(),
      number: known.number,
      secret: known.secret,
      people: 2,
    })
    expect(ticked).toMatchObject({ value: { came: 6 } })
    expect(await count(-5)).toMatchObject({ refusal: 'below_known' })
    expect(await count(-4)).toMatchObject({ value: { came: 2 } })
    const feedback = { commandId: commandId(), id, grade: 3, again: true }
    expect((await c.resident.call(place.giveFeedback, feedback)).ok).toBe(true)
    const said = await c.resident.call(place.readFeedback, { id })
    expect(said).toMatchObject({ value: { given: null, good: null, hiddenBelow: 10 } })
  })

  test('who agreed is counted once a year, and taking it back leaves nothing', async () => {
    const id = (await c.sessionsOf(c.small)).find((each) => each.day === '2026-04-16')?.id ?? ''
    const agreed = await c.resident.call(place.agreeToBeCounted, {
      commandId: commandId(),
      code: c.code,
    })
    if (!agreed.ok) throw new Error(JSON.stringify(agreed))
    const { token } = agreed.value
    const show = () => c.resident.call(place.showCard, { commandId: commandId(), id, token })
    expect((await show()).ok).toBe(true)
    expect((await show()).ok).toBe(true)
    const count = async () =>
      (
        await c.town.owner.query<{ n: number }>(
          'select count(*)::int as n from activities.card_visits',
        )
      ).rows[0]?.n
    expect(await count()).toBe(1)
    const { rows } = await c.town.owner.query<{ text: string }>(
      'select v::text as text from activities.card_visits v',
    )
    expect(rows[0]?.text).not.toContain(token)
    await c.resident.call(place.withdrawCard, { commandId: commandId(), code: c.code, token })
    expect(await count()).toBe(0)
  })
})
