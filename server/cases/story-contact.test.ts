// What becomes of a name and a number: who opened them the reporter reads, and after ninety days they are gone.

import { beforeAll, expect, test } from 'vitest'
import { followCase } from '#core/cases/contract.ts'
import { unmaskContact } from '#core/cases/contract-contact.ts'
import { findByPhone } from '#core/cases/contract-phone.ts'
import { closedLamp, comes } from '#testing/town-life.ts'
import { type Town, openTown, read, report } from '#testing/town.ts'
import { eraseCaseContacts } from './erasing.ts'
import { wakeCases } from './wake.ts'

let t: Town
beforeAll(async () => {
  t = await openTown()
})
const left = { name: '李桂芳', phone: '13912345678' }
const follows = async (of: { number: string; secret: string | null }) => {
  const answer = await t.client().call(followCase, { number: of.number, secret: of.secret ?? '' })
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.value
}

test('the reporter reads when, in which office and why her number was opened, and no name', async () => {
  const of = await report(t.client(), left)
  expect(await follows(of)).toMatchObject({ contact: { phone: '139****5678' }, looks: [] })
  const wu = await comes(t, 'wu')
  const without = await wu.call(unmaskContact, { number: of.number, reason: ' ' })
  expect(without).toMatchObject({ refusal: 'reason_missing' })
  const stranger = await (
    await comes(t, 'xu')
  ).call(unmaskContact, { number: of.number, reason: '看看' })
  expect(stranger.ok).toBe(false)
  expect((await follows(of)).looks).toEqual([])
  const opened = await wu.call(unmaskContact, { number: of.number, reason: '约时间上门看' })
  expect(opened).toMatchObject({ ok: true, value: { contacts: [left] } })
  t.clock.advance(60)
  const chen = await comes(t, 'chen')
  expect((await chen.call(unmaskContact, { number: of.number, reason: '回访' })).ok).toBe(true)
  const page = await follows(of)
  expect(page.looks).toMatchObject([
    {
      post: { zh: '长生桥镇的街道指挥中心值班员' },
      reason: '回访',
      fields: ['name', 'phone'],
      how: null,
    },
    { post: { zh: '同景社区的社区值班员' }, reason: '约时间上门看' },
  ])
  expect(JSON.stringify(page)).not.toContain('吴值班')
})

test('ninety days after the closing name and number are gone; the journal says so and not what they were', async () => {
  const of = await closedLamp(t, left)
  t.clock.advance(16 * 86_400)
  // First the silence is noted, then the case archived.
  await wakeCases(t.app)
  await wakeCases(t.app)
  const { contact, state } = await follows(of)
  expect([state, contact.phone, contact.eraseAfter]).toEqual([
    'ARCHIVED',
    '139****5678',
    '2026-06-01',
  ])
  t.clock.set('2026-06-01T15:00:00.000Z')
  expect(await eraseCaseContacts(t.app)).toBe(0)
  t.clock.set('2026-06-01T17:30:00.000Z')
  expect(await eraseCaseContacts(t.app)).toBe(1)
  expect(await eraseCaseContacts(t.app)).toBe(0)
  const after = await follows(of)
  expect(after.contact).toMatchObject({ name: null, phone: null, erasedAt: t.clock.now() })
  expect(after.timeline.at(-1)).toMatchObject({
    move: 'eraseContact',
    sentence: { zh: '反映人留的姓名和电话已经删除。' },
  })
  const wu = await comes(t, 'wu')
  expect((await read(wu, of.number)).reporter).toMatchObject({ phone: null, mayUnmask: false })
  expect(await wu.call(unmaskContact, { number: of.number, reason: '回访' })).toMatchObject({
    refusal: 'no_contact_given',
  })
  const { rows } = await t.owner.query<{ kept: string }>(
    `select coalesce(jsonb_agg(to_jsonb(k)), '[]')::text || coalesce(jsonb_agg(to_jsonb(e)), '[]')::text as kept
       from cases.cases c
       join cases.contacts k on k.community_id = c.community_id and k.case_id = c.id
       join cases.entries  e on e.community_id = c.community_id and e.case_id = c.id
      where c.number = $1`,
    [of.number],
  )
  expect(rows[0]?.kept).toContain('"sealed_phone": null')
  expect(rows[0]?.kept).not.toMatch(/李桂芳|13912345678/)
})

test('she calls and has lost the paper: wu finds her case by the number, and she reads that he did', async () => {
  const caller = { name: '周桂兰', phone: '139 1234 0077' }
  const of = await report(t.client(), caller)
  await report(t.client(), { phone: '13912340078' })
  const wu = await comes(t, 'wu')
  const asks = { phone: '+86 13912340077', reason: '来电人忘了编号' }
  const found = await wu.call(findByPhone, asks)
  expect(found).toMatchObject({ ok: true, value: { items: [{ number: of.number }] } })
  expect(found.ok && found.value.items).toHaveLength(1)
  expect(JSON.stringify(found)).not.toMatch(/周桂兰|13912340077/)
  expect((await follows(of)).looks).toMatchObject([
    {
      post: { zh: '同景社区的社区值班员' },
      reason: '来电人忘了编号',
      fields: ['phone'],
      how: 'phoneSearch',
    },
  ])

  expect(await wu.call(findByPhone, { ...asks, reason: ' ' })).toMatchObject({
    refusal: 'reason_missing',
  })
  expect(await wu.call(findByPhone, { ...asks, phone: '群慧村' })).toMatchObject({
    refusal: 'bad_phone',
  })
})

test('whoever may not call her finds nothing by her number, and leaves no line; erased, nobody finds it', async () => {
  const of = await closedLamp(t, { phone: '13912340099' })
  const asks = { phone: '13912340099', reason: '想知道是谁' }
  // A neighbour community's duty person, the grid leader who worked on it, the administrators.
  for (const login of ['xu', 'liu', 'sys', 'aud'])
    expect(await (await comes(t, login)).call(findByPhone, asks)).toMatchObject({
      value: { items: [] },
    })
  expect((await follows(of)).looks).toEqual([])
  const wu = await comes(t, 'wu')
  expect(await wu.call(findByPhone, asks)).toMatchObject({
    value: { items: [{ number: of.number }] },
  })
  t.clock.advance(20 * 86_400)
  await wakeCases(t.app)
  await wakeCases(t.app)
  t.clock.advance(92 * 86_400)
  expect(await eraseCaseContacts(t.app)).toBeGreaterThan(0)
  expect(await (await comes(t, 'wu')).call(findByPhone, asks)).toMatchObject({
    value: { items: [] },
  })
})
