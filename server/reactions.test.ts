// Notices go on whatever one entry does: it is set aside, the rest is told, and later it is told too, once.

import { beforeEach, expect, test } from 'vitest'
import { untilSeen } from '#testing/reacted.ts'
import { fileAndGive, openTown, report, type Town } from '#testing/town.ts'
import { teams } from '#testing/town-life.ts'
import { setAsideBacklog } from './notices/set-aside.ts'
import { react } from './reactions.ts'

let t: Town
beforeEach(async () => {
  t = await openTown()
})

/** Until it is taken away, writing a notice of this case does what the line says. */
async function poison(number: string, line: string) {
  await t.owner.query(`
    create function notices.poison() returns trigger language plpgsql as $$
    begin
      if new.case_number = '${number}' then ${line}; end if;
      return new;
    end $$;
    create trigger poison before insert on notices.notices for each row execute function notices.poison()`)
  return () => t.owner.query('drop function notices.poison() cascade')
}
const told = async (number: string) => {
  const { rows } = await t.owner.query<{ recipient: string; cause: string }>(
    'select recipient, cause from notices.notices where case_number = $1',
    [number],
  )
  return rows.length
}
const lamps = async () => {
  const numbers: string[] = []
  for (let i = 0; i < 3; i += 1) numbers.push((await report(t.client())).number)
  await untilSeen(t.app)
  return numbers
}

test('one entry cannot be told: it is set aside with its error, the others are told, later it is told once', async () => {
  const [first = '', poisoned = '', last = ''] = await lamps()
  const heal = await poison(poisoned, "raise exception 'no room on the notice board'")
  await react(t.app)
  expect(await Promise.all([first, poisoned, last].map(told))).toEqual([1, 0, 1])
  expect(await setAsideBacklog(t.app.db)).toMatchObject({
    count: 1,
    lastError: 'no room on the notice board',
  })
  const metrics = await t.client().send({ path: '/metrics' })
  expect(metrics.text).toContain('linli_entries_set_aside 1')
  // Not before its minute has passed; then it fails again and waits longer; what is new is told meanwhile.
  await fileAndGive(await t.as('wu'), last, teams.grid)
  await untilSeen(t.app)
  await react(t.app)
  t.clock.advance(61)
  await react(t.app)
  expect(await told(last)).toBe(2)
  const row = await t.owner.query('select tries from notices.set_aside')
  expect(row.rows).toEqual([{ tries: 2 }])
  await heal()
  t.clock.advance(61)
  await react(t.app)
  expect(await told(poisoned)).toBe(0)
  t.clock.advance(300)
  await react(t.app)
  await react(t.app)
  expect(await told(poisoned)).toBe(1)
  expect(await setAsideBacklog(t.app.db)).toMatchObject({ count: 0 })
})

test('the database is lost in the middle: nothing is set aside, and afterwards each is told once', async () => {
  const [first = '', poisoned = '', last = ''] = await lamps()
  const heal = await poison(poisoned, 'perform pg_terminate_backend(pg_backend_pid())')
  await expect(react(t.app)).rejects.toThrow('the database does not answer')
  expect(await told(first)).toBe(0)
  await heal()
  expect(await setAsideBacklog(t.app.db)).toMatchObject({ count: 0 })
  await react(t.app)
  await react(t.app)
  expect(await Promise.all([first, poisoned, last].map(told))).toEqual([1, 1, 1])
})

test('two processes react at once, one entry poisoned: nobody is told twice', async () => {
  const [first = '', poisoned = '', last = ''] = await lamps()
  const heal = await poison(poisoned, "raise exception 'no'")
  await Promise.all([react(t.app), react(t.app), react(t.app)])
  await heal()
  t.clock.advance(61)
  await Promise.all([react(t.app), react(t.app), react(t.app)])
  expect(await Promise.all([first, poisoned, last].map(told))).toEqual([1, 1, 1])
})
