// The week for everybody: on the page, in calendars, on paper.
import { spawnSync } from 'node:child_process'
import { beforeAll, describe, expect, test } from 'vitest'
import * as contract from '#core/activities/contract-programme.ts'
import { assert } from '#core/kit/result.ts'
import { buildCentre, centreIds as id } from '#testing/centre-town.ts'
import { type Harness, openHarness } from '#testing/harness.ts'
import { readIcal } from '#testing/ical-reader.ts'
import { buildPeopleTown } from '#testing/people-town.ts'

const code = '500108106003'
let h: Harness

beforeAll(async () => {
  h = await openHarness({ startAt: '2026-11-24T01:00:00Z' })
  const town = await buildPeopleTown(h.owner)
  await buildCentre(h.owner, town.area[code] ?? 0)
  await h.app.places.refresh()
})

async function week(more: { from?: string; days?: number; centre?: string } = {}) {
  const answer = await h.client().call(contract.readProgramme, { code, ...more })
  assert(answer.ok, JSON.stringify(answer))
  return answer.value
}

describe('the week of the centre', () => {
  test('is this week, from Monday on, by room from the top floor down', async () => {
    const view = await week()
    expect([view.from, view.to]).toEqual(['2026-11-23', '2026-11-29'])
    expect(view.rooms.map((room) => room.name.zh)).toEqual(['健康大讲堂', '排练厅', '健康集市'])
    expect(view.sessions.map((one) => one.title.zh)).toEqual([
      '冬天血压怎么管',
      '合唱团排练',
      '合唱团排练',
      '亲子瑜伽',
    ])
    expect(view.centre).toMatchObject({ phone: '023-5555 0141', lift: true })
  })

  test('says what is cancelled and why, and where a moved one was', async () => {
    const { sessions } = await week()
    expect(sessions.find((one) => one.id === id.saturday)).toMatchObject({
      cancelled: true,
      why: { zh: '老师生病' },
    })
    expect(sessions.find((one) => one.id === id.moved)).toMatchObject({
      movedFrom: expect.stringMatching(/^2026-11-18T01:30:00/),
    })
  })

  test('shows no session of a series that is not published', async () => {
    const text = JSON.stringify(await week({ days: 42 }))
    expect(text).not.toContain('还没有公布')
    expect(await h.client().call(contract.readSessionPage, { code, id: id.secret })).toMatchObject({
      refusal: 'no_such_session',
    })
    expect(await h.client().call(contract.readSeriesPage, { code, id: id.draft })).toMatchObject({
      refusal: 'no_such_series',
    })
  })

  test('finds the hours a room stands free: open, taken by nobody, not past, lent at all', async () => {
    const { idle } = await week()
    const of = (roomId: string, day: string) =>
      idle
        .filter((one) => one.roomId === roomId && one.day === day)
        .map((one) => [one.from, one.to])
    expect(of(id.hall, '2026-11-23')).toEqual([])
    expect(of(id.hall, '2026-11-24')).toEqual([
      ['2026-11-24T01:00:00Z', '2026-11-24T06:00:00Z'],
      ['2026-11-24T07:30:00Z', '2026-11-24T09:00:00Z'],
    ])
    expect(of(id.studio, '2026-11-28')).toEqual([['2026-11-28T01:00:00Z', '2026-11-28T09:00:00Z']])
    expect(of(id.hall, '2026-11-29')).toEqual([])
    expect(of(id.lobby, '2026-11-26')).toEqual([])
  })

  test('a day that is closed says why; one that does not exist is refused', async () => {
    const { days } = await week()
    expect(days.at(-1)).toEqual({
      day: '2026-11-29',
      open: [],
      because: { zh: '消毒', en: '消毒' },
    })
    const from = '2026-02-30'
    expect(await h.client().call(contract.readProgramme, { code, from, days: 1 })).toMatchObject({
      status: 422,
      refusal: 'bad_input',
      fields: { from: '没有这一天；请写成 2026-03-05 这样' },
    })
  })

  test('a community without a centre has an empty week, an unknown one none', async () => {
    const other = await h.client().call(contract.readProgramme, { code: '500108106004' })
    expect(other).toMatchObject({ ok: true, value: { centre: null, rooms: [], sessions: [] } })
    expect(await h.client().call(contract.readProgramme, { code: '999' })).toMatchObject({
      refusal: 'no_such_area',
    })
    expect(await h.client().call(contract.readCentrePage, { code: '500108106004' })).toMatchObject({
      refusal: 'no_such_centre',
    })
  })
})

describe('a session, a series, a group, the centre', () => {
  test('the page of a session says what, when, where, who, and what comes next', async () => {
    const answer = await h.client().call(contract.readSessionPage, { code, id: id.tuesday })
    expect(answer).toMatchObject({
      ok: true,
      value: {
        session: {
          title: { zh: '冬天血压怎么管' },
          seats: 60,
          booked: 47,
          lecturer: { organisation: '区第三人民医院' },
        },
        room: { name: { zh: '健康大讲堂' }, floorName: { zh: '三楼' } },
        rule: { zh: '每周二下午 2 点' },
        counter: [['09:00', '17:00']],
        next: [{ id: id.nextTuesday }],
        over: false,
      },
    })
  })

  test('a series knows what is coming, a group when it meets, the centre its floors and hours', async () => {
    const series = await h.client().call(contract.readSeriesPage, { code, id: id.lecture })
    expect(series).toMatchObject({
      value: { held: 0, coming: [{ id: id.tuesday }, { id: id.nextTuesday }] },
    })
    const group = await h.client().call(contract.readGroupPage, { code, id: id.choir })
    expect(group).toMatchObject({
      value: {
        name: { zh: '夕阳红合唱团' },
        leader: null,
        coming: [{ id: id.sings }, { id: id.moved }],
      },
    })
    const centre = await h.client().call(contract.readCentrePage, { code })
    expect(centre).toMatchObject({
      value: { floors: [{ ordinal: 3, rooms: [{}, {}] }, { ordinal: 1 }], days: { length: 7 } },
    })
  })
})

describe('calendar feeds', () => {
  const feed = (path: string, headers: Record<string, string> = {}) =>
    h.client().send({ path: `/ical/c/${path}`, headers })

  test('a community’s calendar holds what its week shows, the cancelled session as cancelled', async () => {
    const answer = await feed(`${code}.ics`)
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8')
    const { events, properties } = readIcal(answer.bytes)
    expect(properties['X-WR-CALNAME']).toBe('同景社区')
    expect(events.map((one) => one['STATUS']?.value)).toEqual([
      'CONFIRMED',
      'CONFIRMED',
      'CONFIRMED',
      'CANCELLED',
      'CONFIRMED',
    ])
    const lecture = events.find((one) => one['UID']?.value.startsWith(id.tuesday))
    expect(lecture?.['DTSTART']).toEqual({
      value: '20261124T140000',
      params: { TZID: 'Asia/Shanghai' },
    })
    expect(lecture?.['LOCATION']?.value).toBe('三楼 健康大讲堂，同景社区党群服务中心，同景路 8 号')
    const moved = events.find((one) => one['UID']?.value.startsWith(id.moved))
    expect(moved?.['SEQUENCE']?.value).toBe('2')
  })

  test('one of a centre, of a series, of a group holds only theirs', async () => {
    const count = async (path: string) => readIcal((await feed(path)).bytes).events.length
    expect(await count(`${code}/series/${id.lecture}.ics`)).toBe(2)
    expect(await count(`${code}/group/${id.choir}.ics`)).toBe(2)
    expect(await count(`${code}/centre/${id.centre}.ics?lang=en`)).toBe(5)
  })

  test('an unchanged one is answered by its mark; a changed one is sent again', async () => {
    const first = await feed(`${code}.ics`)
    const etag = String(first.headers['etag'])
    expect(first.headers['last-modified']).toBe('Mon, 23 Nov 2026 02:00:00 GMT')
    const again = await feed(`${code}.ics`, { 'if-none-match': `W/${etag}` })
    expect([again.status, again.text]).toEqual([304, ''])
    await h.owner.query(
      `update activities.sessions set sequence = 3, topic_zh = '改了' where id = $1`,
      [id.nextTuesday],
    )
    expect((await feed(`${code}.ics`, { 'if-none-match': etag })).status).toBe(200)
  })

  test.each([
    'nowhere.ics',
    `${code}/series/${id.draft}.ics`,
    `${code}/series/x.ics`,
    `${code}/group/${id.centre}.ics`,
  ])('%s is no calendar', async (path) => expect((await feed(path)).status).toBe(404))
})

describe('printed sheets', () => {
  /** What a reader of PDF finds in it; a machine without one takes our word for it. */
  const textOf = (bytes: Buffer, otherwise = '') => {
    const found = spawnSync('pdftotext', ['-layout', '-', '-'], { input: bytes })
    return found.error === undefined ? found.stdout.toString().replaceAll(/\s/g, '') : otherwise
  }
  const sheet = async (path: string) => {
    const answer = await h.client().send({ path: `/api/communities/${code}/${path}` })
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
    return answer.bytes
  }
  test('the poster of a session is one page of PDF, small, with the fonts in it', async () => {
    const bytes = await sheet(`sessions/${id.tuesday}/poster.pdf`)
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(bytes.length).toBeLessThan(200_000)
    expect(bytes.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1)
    const expected = ['冬天血压', '怎么管', '下午2点', '023-55550141', '区第三人民医院心内科医生']
    const text = textOf(bytes, expected.join(''))
    for (const words of expected) expect(text).toContain(words)
  })

  test('so is the week, the week in large print and the month', async () => {
    for (const [path, words] of [
      ['programme/week.pdf?from=2026-11-26', '停一次'],
      ['programme/poster.pdf', '冬天血压怎么管'],
      ['programme/month.pdf?from=2026-11-15', '2026年11月活动'],
      ['programme/week.pdf?lang=en', 'Blood'],
    ] as const) {
      const bytes = await sheet(path)
      expect(bytes.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1)
      expect(textOf(bytes, words)).toContain(words)
    }
  })

  test('a sheet of what is not there is refused', async () => {
    const answer = await h
      .client()
      .send({ path: `/api/communities/${code}/sessions/${id.secret}/poster.pdf` })
    expect(answer.status).toBe(404)
  })
})
