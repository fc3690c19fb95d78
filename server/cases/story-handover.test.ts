// One shift leaves the desk of the community and the next comes: what is written down, what is not typed, who takes over, and
// what a neighbour reads meanwhile.

import { beforeEach, expect, test } from 'vitest'
import * as handed from '#core/cases/contract-handover.ts'
import * as moves from '#core/cases/contract-moves.ts'
import * as watched from '#core/cases/contract-watching.ts'
import { readDutyDesk, setDeskPhone } from '#core/people/contract-desk.ts'
import * as staff from '#core/people/contract-staff.ts'
import { comes, localTime, must, teams } from '#testing/town-life.ts'
import { type Town, act, codes, commandId, fileAndGive, openTown, report } from '#testing/town.ts'
import { forgetHandovers } from './handover.ts'

let t: Town
beforeEach(async () => {
  t = await openTown()
})

const code = codes.community
/** The secretary lays a shift; the town's clock stands at nine in the morning of 3 March. */
const shift = async (login: string, from: string, to: string, of = code) => {
  const who = await comes(t, of === code ? 'he' : 'cao')
  const when = { from: localTime(from), to: localTime(to) }
  must(
    await who.call(staff.enterDuty, {
      commandId: commandId(),
      code: of,
      unitCode: null,
      login,
      ...when,
    }),
  )
}
const desk = async () => {
  const answer = must(await t.client().call(readDutyDesk, { code }))
  if (!answer.ok) throw new Error('no desk')
  return answer.value
}
const writes = async (login: string, remark = '') =>
  (await comes(t, login)).call(handed.writeHandover, { commandId: commandId(), code, remark })
const notes = async (login: string, more = {}) => {
  const answer = must(await (await comes(t, login)).call(handed.listHandovers, { code, ...more }))
  if (!answer.ok) throw new Error('no notes')
  return answer.value
}

test('what is urgent, due, waiting or promised is named by the data; the next on duty takes the note over, once', async () => {
  await shift('wu', '2026-03-03 09:00', '2026-03-03 18:00')
  await shift('xu', '2026-03-03 18:00', '2026-03-04 08:00')
  const calm = await report(t.client())
  must(await fileAndGive(await comes(t, 'wu'), calm.number, teams.street))
  const urgent = await report(t.client())
  must(await fileAndGive(await comes(t, 'wu'), urgent.number, teams.street, { urgent: true }))
  const asked = await report(t.client(), { name: '韩', phone: '13800000000' })
  must(
    await act(await comes(t, 'wu'), moves.waitForReporter, asked.number, { question: '哪一盏灯' }),
  )
  const watchedOne = await report(t.client())
  must(await fileAndGive(await comes(t, 'wu'), watchedOne.number, teams.grid))
  must(
    await act(await comes(t, 'cao'), watched.superviseCase, watchedOne.number, {
      words: '今晚八点前回话',
      answerBy: localTime('2026-03-03 20:00'),
    }),
  )
  t.clock.set(localTime('2026-03-03 17:50'))
  const draft = must(await (await comes(t, 'wu')).call(handed.draftHandover, { code }))
  if (!draft.ok) throw new Error('no draft')
  expect(draft.value).toMatchObject({ mayWrite: true, coversUntil: '2026-03-04T00:00:00.000Z' })
  const why = Object.fromEntries(draft.value.items.map((item) => [item.number, item.why]))
  expect(why[urgent.number]).toContain('urgent')
  expect(why[asked.number]).toContain('waiting')
  expect(why[watchedOne.number]).toContain('promised')
  expect(why[calm.number]).toBeUndefined()

  must(await writes('wu', ' 三单元门禁师傅明早来。 '))
  const { items } = await notes('wu')
  expect(items[0]).toMatchObject({
    writtenBy: '吴值班',
    shiftEndsAt: '2026-03-03T10:00:00.000Z',
    remark: '三单元门禁师傅明早来。',
    own: true,
    takenBy: null,
  })
  expect(items[0]?.items.find((item) => item.number === urgent.number)?.case?.urgent).toBe(true)
  const id = items[0]?.id ?? ''
  const takes = async (login: string) =>
    (await comes(t, login)).call(handed.takeHandover, { commandId: commandId(), code, id })
  expect(await takes('wu')).toMatchObject({ refusal: 'own_handover' })
  // xu is of the next community; with the shift comes the desk, and with its end it goes.
  expect(await takes('xu')).toMatchObject({ status: 403 })
  t.clock.set(localTime('2026-03-03 18:05'))
  must(await takes('xu'))
  expect(await takes('he')).toMatchObject({ refusal: 'handover_taken' })
  expect((await notes('wu')).items[0]).toMatchObject({ takenBy: '许书记' })
  t.clock.set(localTime('2026-03-04 08:00'))
  expect(await (await comes(t, 'xu')).call(handed.listHandovers, { code })).toMatchObject({
    status: 403,
  })
})

test('sent twice, the note is written once; a page holds five, and ninety days later they are gone', async () => {
  const wu = await comes(t, 'wu')
  const command = { commandId: commandId(), code, remark: '' }
  expect(await wu.call(handed.writeHandover, command)).toEqual(
    await wu.call(handed.writeHandover, command),
  )
  for (let n = 1; n < 6; n++) {
    t.clock.set(localTime(`2026-03-03 1${n}:00`))
    must(await writes('wu', `第${n}张`))
  }
  const first = await notes('he')
  expect(first.items).toHaveLength(5)
  const rest = await notes('he', { after: first.next })
  expect(rest).toMatchObject({ items: [{ remark: '' }], next: null })
  t.clock.set('2026-06-01T12:00:00.000Z')
  expect(await forgetHandovers(t.app)).toBe(6)
})

test('the district reads and does not write; a grid has no desk; a grid leader hears it is not his', async () => {
  const input = { commandId: commandId(), code, remark: '' }
  expect(await (await comes(t, 'liu')).call(handed.writeHandover, input)).toMatchObject({
    refusal: 'not_allowed',
  })
  expect(
    await (await comes(t, 'wu')).call(handed.draftHandover, { code: codes.grid }),
  ).toMatchObject({ refusal: 'no_desk_here' })
  const chen = await comes(t, 'chen')
  must(await chen.call(handed.writeHandover, { ...input, commandId: commandId() }))
})

test('a neighbour reads which office answers and until when; with nobody there, who stands in', async () => {
  const cao = await comes(t, 'cao')
  const phone = { commandId: commandId(), code: codes.street, phone: '023-5555 0106' }
  must(await cao.call(setDeskPhone, phone))
  expect(await desk()).toMatchObject({
    here: { by: 'post', until: null },
    standIn: { name: { zh: '长生桥镇指挥中心' }, by: 'post', phone: '023-5555 0106' },
    againAt: null,
    call: { phone: '023-5555 0106', whose: { zh: '长生桥镇' } },
  })
  await shift('wu', '2026-03-03 22:00', '2026-03-04 06:00')
  expect((await desk()).againAt).toBe('2026-03-03T14:00:00.000Z')
  t.clock.set(localTime('2026-03-04 00:30'))
  const night = await desk()
  expect(night).toMatchObject({
    here: { name: { zh: '同景社区值班台' }, by: 'roster', until: '2026-03-03T22:00:00.000Z' },
    standIn: null,
  })
  expect(JSON.stringify(night)).not.toContain('吴')
  t.clock.set(localTime('2026-03-04 06:00'))
  expect((await desk()).here?.by).toBe('post')
  expect(await t.client().call(readDutyDesk, { code: codes.grid })).toMatchObject({ ok: true })
})

test('the telephone of the desk is kept with the roster', async () => {
  const set = async (login: string, phone: string | null) =>
    (await comes(t, login)).call(setDeskPhone, { commandId: commandId(), code, phone })
  expect(await set('wu', '023-5555 1000')).toMatchObject({ refusal: 'not_allowed' })
  expect(await set('he', 'ring the bell')).toMatchObject({ refusal: 'phone_wrong' })
  must(await set('he', '023-5555 1000'))
  expect((await desk()).here?.phone).toBe('023-5555 1000')
  must(await set('he', null))
  expect((await desk()).phone).toBeNull()
})
