// What a reporter left is taken back without losing the case: by number and code, at a counter, in any state; and what
// was said when it was left can be read beside it.
import { beforeAll, expect, test } from 'vitest'
import { findByPhone } from '#core/cases/contract-phone.ts'
import { followCase } from '#core/cases/contract.ts'
import { unmaskContact } from '#core/cases/contract-contact.ts'
import { readByCode } from '#core/cases/contract-by-code.ts'
import { callBack } from '#core/cases/contract-checks.ts'
import { withdrawByCode, withdrawContact } from '#core/cases/contract-withdraw.ts'
import { inScope } from '#server/kit/db.ts'
import { sql } from 'kysely'
import { closedLamp, comes } from '#testing/town-life.ts'
import { type Town, commandId, openTown, read, report } from '#testing/town.ts'
import { eraseCaseContacts } from './erasing.ts'
import { wakeCases } from './wake.ts'

let t: Town
beforeAll(async () => {
  t = await openTown() // 3 March 2026, a Tuesday.
})
const left = { name: '李桂芳', phone: '13912345678' }
type Receipt = { number: string; secret: string | null }
const opens = ({ number, secret }: Receipt) => ({ number, secret: secret ?? '' })
const follows = async (of: Receipt) => {
  const answer = await t.client().call(followCase, opens(of))
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.value
}
const takes = (of: Receipt, wish: { name?: boolean; phone?: boolean; calls?: boolean }) =>
  t.client().call(withdrawContact, {
    ...opens(of),
    commandId: commandId(),
    name: false,
    phone: false,
    calls: null,
    ...wish,
  })
const rowOf = async (number: string) =>
  (
    await t.owner.query<{ row: string }>(
      `select to_jsonb(k)::text as row
         from cases.contacts k
         join cases.cases c on c.community_id = k.community_id and c.id = k.case_id
        where c.number = $1
        order by k.voice`,
      [number],
    )
  ).rows.map(({ row }) => JSON.parse(row) as Record<string, unknown>)

test('she reads by which text she was asked, takes her number back, and her report goes on', async () => {
  const of = await report(t.client(), left)
  expect((await follows(of)).contact).toMatchObject({
    phone: '139****5678',
    calls: true,
    days: 90,
    told: { on: '2026-01-01', purpose: { zh: '只用来为这一件联系您。' } },
  })
  const wu = await comes(t, 'wu')
  expect((await takes(of, { phone: true })).ok).toBe(true)
  const page = await follows(of)
  expect([page.state, page.contact]).toMatchObject([
    'REPORTED',
    { name: '李＊＊', phone: null, told: { on: '2026-01-01' }, erasedAt: null },
  ])
  expect(page.timeline.at(-1)?.sentence.zh).toBe('反映人收回了留的电话，已经删除。')
  expect(await wu.call(findByPhone, { phone: left.phone, reason: '来电' })).toMatchObject({
    value: { items: [] },
  })
  expect((await takes(of, { name: true })).ok).toBe(true)
  expect(await rowOf(of.number)).toMatchObject([
    { sealed_name: null, sealed_phone: null, phone_index: null, told_on: null },
  ])
  expect((await follows(of)).contact).toMatchObject({ name: null, told: null })
  expect(await wu.call(unmaskContact, { number: of.number, reason: '回访' })).toMatchObject({
    refusal: 'no_contact_given',
  })
  expect(await takes(of, { phone: true })).toMatchObject({ refusal: 'nothing_to_take_back' })
  const { rows } = await t.owner.query<{ kept: string }>(
    `select jsonb_agg(to_jsonb(e))::text as kept
       from cases.entries e join cases.cases c on c.id = e.case_id where c.number = $1`,
    [of.number],
  )
  expect(rows[0]?.kept).not.toMatch(/李桂芳|13912345678/)
})

test('sent twice it is done once; two at once, one of them hears that nothing is left', async () => {
  const of = await report(t.client(), left)
  const command = { ...opens(of), commandId: commandId(), name: true, phone: true, calls: null }
  const once = await t.client().call(withdrawContact, command)
  expect(await t.client().call(withdrawContact, command)).toEqual(once)
  const other = await report(t.client(), left)
  const both = await Promise.all([takes(other, { phone: true }), takes(other, { phone: true })])
  expect(both.map((answer) => (answer.ok ? 'done' : answer.refusal)).toSorted()).toEqual([
    'done',
    'nothing_to_take_back',
  ])
})

test('with a wrong code nothing is taken back, and what is typed is no way in', async () => {
  const of = await report(t.client(), left)
  for (const secret of ['AAAAAA', '😀😀😀', "' or 1=1 --"])
    expect(await takes({ number: of.number, secret }, { phone: true })).toMatchObject({ ok: false })
  expect((await follows(of)).contact.phone).toBe('139****5678')
})

test('no calls, please: after seven silent days nobody is told to call; at the counter it is allowed again', async () => {
  const of = await closedLamp(t, left)
  expect((await takes(of, { calls: false })).ok).toBe(true)
  t.clock.advance(8 * 86_400)
  await wakeCases(t.app)
  const wu = await comes(t, 'wu')
  const seen = await read(wu, of.number)
  expect(seen.reporter).toMatchObject({ phone: '139****5678', calls: false })
  expect(seen.clocks.map(({ kind }) => kind)).not.toContain('CALLBACK')
  const called = { number: of.number, valid: true, solved: true, grade: null, reviewer: null }
  expect(await wu.call(callBack, { ...called, commandId: commandId() })).toMatchObject({
    refusal: 'calls_not_wished',
  })
  const code = of.secret ?? ''
  expect(await wu.call(readByCode, { number: of.number, code })).toMatchObject({
    value: { contact: { name: true, phone: true, calls: false } },
  })
  const wish = { number: of.number, code, way: 'counter' as const, name: false, phone: false }
  const allowed = await wu.call(withdrawByCode, { ...wish, commandId: commandId(), calls: true })
  expect(allowed.ok).toBe(true)
  const page = await follows(of)
  expect(page.contact.calls).toBe(true)
  expect(page.timeline.at(-1)).toMatchObject({ sentence: { zh: '反映人说可以打电话回访。' } })
})

test('who worked on it does not write down that she takes it back, and no administrator does', async () => {
  const of = await closedLamp(t, left)
  const code = of.secret ?? ''
  const wish = {
    number: of.number,
    code,
    way: 'phone' as const,
    name: true,
    phone: true,
    calls: null,
  }
  const wrong = { ...wish, code: 'AAAAAA' }
  const by = async (login: string, asked = wish) =>
    (await comes(t, login)).call(withdrawByCode, { ...asked, commandId: commandId() })
  expect(await by('liu')).toMatchObject({ refusal: 'own_work' })
  expect(await by('sys')).toMatchObject({ refusal: 'not_yours' })
  expect(await by('xu', wrong)).toMatchObject({ refusal: 'no_such_case' })
  // A counter of another community serves whoever comes.
  expect((await by('xu')).ok).toBe(true)
  expect((await follows(of)).contact).toMatchObject({ name: null, phone: null })
})

test('the day that erases it finds nothing more to do, and says nothing of it', async () => {
  const of = await closedLamp(t, left)
  expect((await takes(of, { name: true, phone: true })).ok).toBe(true)
  t.clock.advance(16 * 86_400)
  await wakeCases(t.app)
  await wakeCases(t.app)
  t.clock.advance(100 * 86_400)
  await eraseCaseContacts(t.app)
  const moves = (await follows(of)).timeline.map(({ move }) => move)
  expect(moves.filter((move) => move === 'eraseContact' || move === 'withdrawContact')).toEqual([
    'withdrawContact',
  ])
})

test('a voice changes its own row and no neighbour’s, with raw SQL either', async () => {
  const of = await report(t.client(), left)
  const { rows } = await t.owner.query<{ id: string; community: number }>(
    'select id, community_id as community from cases.cases where number = $1',
    [of.number],
  )
  const row = rows[0]!
  await t.owner.query(
    `insert into cases.voices (community_id, case_id, serial, recorded_by, channel, has_contact, secret_hash)
     values ($1, $2, 2, 'voice', 'RESIDENT_WEB', true, sha256('x'))`,
    [row.community, row.id],
  )
  const changes = (voice: number) =>
    inScope(t.app.db, { kind: 'voice', caseId: row.id, voice }, async (tx) =>
      (
        await sql`update cases.voices set calls = false where case_id = ${row.id} returning serial`.execute(
          tx.k,
        )
      ).rows.map((each) => (each as { serial: number }).serial),
    )
  expect(await changes(2)).toEqual([2])
  expect(await changes(1)).toEqual([1])
  expect(await changes(3)).toEqual([])
})
