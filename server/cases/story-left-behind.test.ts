// What a reporter left is looked for everywhere once it was taken back, or its day is past: in every table of the database,
// and on the disk.
import { beforeAll, expect, test } from 'vitest'
import { unmaskContact } from '#core/cases/contract-contact.ts'
import { findByPhone } from '#core/cases/contract-phone.ts'
import { mergeCase } from '#core/cases/contract-voices.ts'
import { withdrawContact } from '#core/cases/contract-withdraw.ts'
import { closedLamp, comes, goesToClosing, walksToHandled } from '#testing/town-life.ts'
import { type Town, act, commandId, openTown, report } from '#testing/town.ts'
import { eraseCaseContacts } from './erasing.ts'
import { wakeCases } from './wake.ts'

let t: Town
beforeAll(async () => {
  t = await openTown()
})

type Receipt = { number: string; secret: string | null }
const takes = ({ number, secret }: Receipt, wish: { name: boolean; phone: boolean }) =>
  t.client().call(withdrawContact, {
    number,
    secret: secret ?? '',
    commandId: commandId(),
    calls: null,
    ...wish,
  })
const contactsOf = async ({ number }: Receipt) =>
  (
    await t.owner.query<{ name: boolean; phone: boolean; erased: boolean }>(
      `select k.sealed_name is not null as name, k.sealed_phone is not null as phone, k.erased_at is not null as erased
         from cases.contacts k
         join cases.cases c on c.community_id = k.community_id and c.id = k.case_id
        where c.number = $1`,
      [number],
    )
  ).rows
/** Every table in which a text stands as it was said. */
async function whereIs(said: string): Promise<string[]> {
  const { rows } = await t.owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name
       from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema', 'pg_toast')
      order by 1`,
  )
  const found: string[] = []
  for (const { name } of rows) {
    const hit = await t.owner.query(`select from ${name} x where x::text like $1 limit 1`, [
      `%${said}%`,
    ])
    if (hit.rowCount !== 0) found.push(name)
  }
  return found
}
const ninetyDaysLater = async () => {
  t.clock.advance(16 * 86_400)
  await wakeCases(t.app)
  await wakeCases(t.app)
  t.clock.advance(100 * 86_400)
  await eraseCaseContacts(t.app)
}

test('in no table do a name and a number stand as they were said, neither while they are kept nor after', async () => {
  const of = await closedLamp(t, { name: '钱桂香', phone: '13987650123' })
  const wu = await comes(t, 'wu')
  expect(await wu.call(findByPhone, { phone: '13987650123', reason: '来电' })).toMatchObject({
    ok: true,
  })
  expect(await wu.call(unmaskContact, { number: of.number, reason: '回访' })).toMatchObject({
    value: { contacts: [{ name: '钱桂香', phone: '13987650123' }] },
  })
  expect([await whereIs('钱桂香'), await whereIs('13987650123')]).toEqual([[], []])
  expect(await takes(of, { name: true, phone: true })).toMatchObject({ ok: true })
  expect([await whereIs('钱桂香'), await whereIs('13987650123')]).toEqual([[], []])
})

test('what neighbours left with reports that were merged, even twice over, goes with the case that speaks for them', async () => {
  const left = [{ phone: '13987650124' }, { name: '孙大爷', phone: '13987650125' }]
  const [first, second] = [await report(t.client(), left[0]), await report(t.client(), left[1])]
  const wu = await comes(t, 'wu')
  const last = await report(t.client())
  await walksToHandled(t, last.number)
  for (const [from, into] of [
    [first, second],
    [second, last],
  ] as const)
    expect(
      await act(wu, mergeCase, from.number, { into: into.number, reason: '同一盏灯' }),
    ).toMatchObject({ ok: true })
  await goesToClosing(t, last.number)
  await ninetyDaysLater()
  for (const of of [first, second])
    expect(await contactsOf(of)).toMatchObject([{ name: false, phone: false, erased: true }])
})

test('a name alone goes on its day like a number: whether it was left alone, or the number taken back before', async () => {
  const alone = await closedLamp(t, { name: '李桂芳' })
  const rest = await closedLamp(t, { name: '王秀英', phone: '13912345678' })
  expect(await takes(rest, { name: false, phone: true })).toMatchObject({ ok: true })
  expect([await contactsOf(alone), await contactsOf(rest)]).toEqual([
    [{ name: true, phone: false, erased: false }],
    [{ name: true, phone: false, erased: false }],
  ])
  await ninetyDaysLater()
  expect([await contactsOf(alone), await contactsOf(rest)]).toEqual([
    [{ name: false, phone: false, erased: true }],
    [{ name: false, phone: false, erased: true }],
  ])
})
