// A bridge is closed for a flood drill: Shi adds the day off, looks which running dues it would move, and applies it to
// them. Who works and who reported read the same sentence; nothing else of the cases is his to see or to change.
import { beforeAll, expect, test } from 'vitest'
import { followCase, getCase, listCases } from '#core/cases/contract.ts'
import { applyCalendar, previewCalendar } from '#core/cases/contract-calendar.ts'
import { listNotices } from '#core/notices/contract.ts'
import { setCalendarDay } from '#core/places/contract-rules.ts'
import { reacted } from '#testing/reacted.ts'
import { clockOf, comes, handles, must, walksToHandling } from '#testing/town-life.ts'
import { type Staff, type Town, commandId, openTown, read, report } from '#testing/town.ts'
import { applyToCases } from './calendar-revision.ts'

let t: Town
let keeper: Staff
let [lamp, other, done]: Awaited<ReturnType<typeof report>>[] = []
const area = '500108'
const reason = '防汛演练封桥'

beforeAll(async () => {
  t = await openTown()
  await t.owner.query(
    `insert into people.grants (person_id, role, area_id, valid_from, granted_at)
     select (select id from people.people where login = 'sys'), 'ruleKeeper', id, '2026-01-01', now()
       from places.areas where code = '500108'`,
  )
  keeper = await comes(t, 'sys')
  ;[lamp, other, done] = [
    await report(t.client()),
    await report(t.client()),
    await report(t.client()),
  ]
  for (const { number } of [lamp, other, done]) await walksToHandling(t, number)
  must(await handles(t, await comes(t, 'liu'), done.number))
})

const dueOf = async (number: string) => (await clockOf(t, number, 'HANDLE')).due
const entriesOf = async (number: string) =>
  (await read(await comes(t, 'wu'), number)).timeline.filter(
    (each) => each.move === 'applyCalendar',
  )
async function setDay(day: string, kind: 'off' | 'work', where = area) {
  must(
    await keeper.call(setCalendarDay, {
      commandId: commandId(),
      area: where,
      day,
      kind,
      name: '防汛演练',
    }),
  )
  await t.app.places.refresh()
}
async function preview() {
  const answer = must(await keeper.call(previewCalendar, { area }))
  if (!answer.ok) throw new Error('no preview')
  return answer.value
}

test('as long as the calendar is the one everything was counted with, there is nothing to apply', async () => {
  const seen = await preview()
  expect(seen).toMatchObject({ clocks: 0, later: { cases: 0, clocks: 0 }, earlier: 0, unknown: 0 })
  const apply = { commandId: commandId(), area, version: seen.version, reason }
  expect(await keeper.call(applyCalendar, apply)).toMatchObject({ refusal: 'nothing_later' })
})

test('a Saturday worked would make things due earlier: what was promised stays', async () => {
  await setDay('2026-03-07', 'work')
  const seen = await preview()
  expect(seen.later.clocks).toBe(0)
  expect(seen.earlier).toBeGreaterThan(0)
  const before = await dueOf(lamp!.number)
  const apply = { commandId: commandId(), area, version: seen.version, reason }
  expect(await keeper.call(applyCalendar, apply)).toMatchObject({ refusal: 'only_later' })
  await t.runJobs()
  expect(await dueOf(lamp!.number)).toBe(before)
})

test('with the day off three cases would be due later, and looking changes nothing', async () => {
  await setDay('2026-03-07', 'off')
  const before = await dueOf(lamp!.number)
  await setDay('2026-03-04', 'off')
  const seen = await preview()
  expect(seen.later.cases).toBe(3)
  expect(JSON.stringify(seen)).not.toContain(lamp!.number)
  expect(await dueOf(lamp!.number)).toBe(before)
  expect(await entriesOf(lamp!.number)).toEqual([])
})

const command = { commandId: commandId(), area, version: '', reason }

test('applied: each case one entry that says why and until when, and who works on it is told', async () => {
  command.version = (await preview()).version
  const before = await dueOf(lamp!.number)
  const answer = must(await keeper.call(applyCalendar, command))
  expect(answer.ok && answer.value.cases).toBe(3)
  await t.runJobs()
  const after = await dueOf(lamp!.number)
  expect(Date.parse(after ?? '') - Date.parse(before ?? '')).toBe(24 * 3600 * 1000)
  for (const { number } of [lamp!, other!]) expect(await entriesOf(number)).toHaveLength(1)
  const [entry] = await entriesOf(lamp!.number)
  expect(entry?.sentence.zh).toMatch(/^因防汛演练封桥调整工作日历，到期改为 3月\d+日 \d\d:\d\d。$/)
  await reacted(t.app)
  const inbox = must(await (await comes(t, 'liu')).call(listNotices, { limit: 50 }))
  const told = inbox.ok ? inbox.value.items.filter((each) => each.kind === 'applyCalendar') : []
  expect(told.map((each) => each.caseNumber)).toEqual(expect.arrayContaining([lamp!.number]))
})

test('the reporter reads the same sentence', async () => {
  const { number, secret } = lamp!
  const seen = must(await t.client().call(followCase, { number, secret: secret ?? '' }))
  expect(seen.ok && seen.value.timeline.at(-1)?.sentence.zh).toContain('因防汛演练封桥调整工作日历')
})

test('the same command again, and the job again: nothing is doubled', async () => {
  const due = await dueOf(lamp!.number)
  const again = must(await keeper.call(applyCalendar, command))
  expect(again.ok && again.value.cases).toBe(3)
  await t.runJobs()
  const { rows } = await t.owner.query<{ id: string }>(
    `select id from places.areas where code = $1`,
    [area],
  )
  const asked = { areaId: Number(rows[0]?.id), by: keeper.id, ...command }
  expect(await applyToCases(t.app, asked)).toBe(0)
  expect([await dueOf(lamp!.number), (await entriesOf(lamp!.number)).length]).toEqual([due, 1])
  expect(await keeper.call(applyCalendar, { ...command, reason: '别的原因' })).toMatchObject({
    refusal: 'command_reused',
  })
})

test('revised again in the meantime: neither the command nor a job that was late applies what nobody looked at', async () => {
  const seen = await preview()
  await setDay('2026-03-05', 'off')
  const old = { commandId: commandId(), area, version: seen.version, reason }
  expect(await keeper.call(applyCalendar, old)).toMatchObject({ refusal: 'calendar_changed' })
  const { rows } = await t.owner.query<{ id: string }>(
    `select id from places.areas where code = $1`,
    [area],
  )
  const asked = { ...old, areaId: Number(rows[0]?.id), by: keeper.id }
  expect(await applyToCases(t.app, asked)).toBe(0)
})

test('a dispatcher applies no calendar, and the rule keeper still sees no case', async () => {
  const chen = await comes(t, 'chen')
  const { version } = await preview()
  const apply = { commandId: commandId(), area: '500108106', version, reason }
  expect(await chen.call(applyCalendar, apply)).toMatchObject({ refusal: 'not_yours' })
  expect(await chen.call(previewCalendar, { area: '500108106' })).toMatchObject({
    refusal: 'not_yours',
  })
  expect(await keeper.call(previewCalendar, { area: '500199' })).toMatchObject({
    refusal: 'no_such_area',
  })
  expect(await keeper.call(getCase, { number: lamp!.number })).toMatchObject({
    refusal: 'no_such_case',
  })
  const list = must(await keeper.call(listCases, { limit: 10 }))
  expect(list.ok && list.value.items).toEqual([])
})

test('one whose grant ended before the job came to it moves nothing', async () => {
  const { version } = await preview()
  must(await keeper.call(applyCalendar, { commandId: commandId(), area, version, reason }))
  const due = await dueOf(lamp!.number)
  await t.owner.query(`update people.grants set valid_to = '2026-03-02' where role = 'ruleKeeper'`)
  await t.runJobs()
  expect(await dueOf(lamp!.number)).toBe(due)
})
