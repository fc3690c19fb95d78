// Numbers left with the centre are not kept beyond their purpose: a week after a session, a month after a booking.
import { beforeAll, expect, test } from 'vitest'
import { type CentreTown, openCentreStory } from '#testing/centre-story.ts'
import { followRegistration, withdrawPhone } from '#core/activities/contract-registrations.ts'
import { commandId } from '#testing/town.ts'
import { eraseContacts } from './jobs.ts'

let c: CentreTown
beforeAll(async () => {
  c = await openCentreStory()
})

test('whoever registered takes the number back and keeps the places; without the secret nobody does', async () => {
  const [first] = await c.sessionsOf(c.lecture)
  if (first === undefined) throw new Error('no lecture')
  const kept = await c.registers(first.id, 2, '13912345679')
  const pair = { number: kept.number, secret: kept.secret }
  const anybody = c.town.client()
  expect(await anybody.call(followRegistration, pair)).toMatchObject({
    value: { hasPhone: true, phoneToldOn: '2026-01-01' },
  })
  const takes = (secret: string) =>
    anybody.call(withdrawPhone, { number: kept.number, secret, commandId: commandId() })
  expect(await takes('AAAAAAAA')).toMatchObject({ refusal: 'no_such_registration' })
  expect(await takes(kept.secret)).toMatchObject({ value: { hasPhone: false } })
  expect(await takes(kept.secret)).toMatchObject({ refusal: 'no_contact' })
  expect(await anybody.call(followRegistration, pair)).toMatchObject({
    value: { hasPhone: false, phoneToldOn: null, people: 2, state: 'booked' },
  })
})

test('a number left for a lecture and one left for a room are erased in their time, and the journal says only that', async () => {
  const [first] = await c.sessionsOf(c.lecture)
  if (first === undefined) throw new Error('no lecture')
  const place = await c.registers(first.id, 1, '13912345678')
  const lent = await c.lends(c.wu, c.hall, {
    starts: `${first.day}T09:00`,
    ends: `${first.day}T10:00`,
  })
  expect(lent).toMatchObject({ ok: true })
  // Neither number stands anywhere as it was said.
  const { rows } = await c.town.owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name
       from pg_tables
      where schemaname in ('activities', 'kit', 'notices', 'people')`,
  )
  for (const { name } of rows) {
    const found = await c.town.owner.query(
      `select from ${name} x where x::text like '%13912345678%'`,
    )
    expect([name, found.rowCount]).toEqual([name, 0])
  }
  const dayAfter = (days: number) =>
    c.town.clock.set(
      new Date(Date.parse(`${first.day}T16:01:00Z`) + days * 86_400_000).toISOString(),
    )
  const kept = async () =>
    (
      await c.town.owner.query<{ lecture: number; room: number }>(
        `select (select count(sealed_phone)::int from activities.registration_contacts) as lecture,
                (select count(sealed_phone)::int from activities.booking_contacts)      as room`,
      )
    ).rows[0]
  const told = async () =>
    (
      await c.town.owner.query<{ kind: string; facts: object; reason: string | null }>(
        `select subject_kind as kind, facts, reason from activities.entries where act = 'eraseContact' order by seq`,
      )
    ).rows
  dayAfter(6)
  expect([await eraseContacts(c.town.app), await kept()]).toEqual([0, { lecture: 1, room: 1 }])
  dayAfter(7)
  expect([await eraseContacts(c.town.app), await kept()]).toEqual([1, { lecture: 0, room: 1 }])
  expect((await c.follows(place)).number).toBe(place.number)
  dayAfter(30)
  expect([await eraseContacts(c.town.app), await kept()]).toEqual([1, { lecture: 0, room: 0 }])
  expect(await eraseContacts(c.town.app)).toBe(0)
  expect(await told()).toEqual([
    { kind: 'registration', facts: {}, reason: null },
    { kind: 'booking', facts: {}, reason: null },
  ])
})
