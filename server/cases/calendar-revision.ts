// Applying a revised calendar to running work (move 44). Who keeps the rules sees no case: it is counted and applied
// under the scope of a job, and only sums leave. The command answers at once; a job moves the dues case by case, each
// in a transaction with a command id that follows from the command and the case, so that a repeat doubles nothing.

import { sql } from 'kysely'
import { decideApplyCalendar, laterClocks, revised } from '#core/cases/calendar-revision.ts'
import type { CountedWith } from '#core/cases/calendar-revision.ts'
import { openStates } from '#core/cases/case.ts'
import { saysEnough } from '#core/cases/change.ts'
import type { Clock } from '#core/cases/clock.ts'
import type * as contract from '#core/cases/contract-calendar.ts'
import type { InputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import type { Actor } from '#core/people/actor.ts'
import { hasRight } from '#core/people/rights.ts'
import type { Area } from '#core/places/area.ts'
import type { App, Who } from '../app.ts'
import { type Tx, inScope, once, rowsOf } from '../kit/db.ts'
import { addJob } from '../kit/jobs.ts'
import { actorOfPerson } from '../people/who.ts'
import { calendarAt, calendarOf } from '../places/index-of-places.ts'
import { move } from './moving.ts'
import { type Row, clockFromRow } from './rows.ts'
import { idFrom } from './wake.ts'
import { isUnder } from './subtree.ts'

const job = { kind: 'job' } as const
/** More than a district has open at once; beyond it the answer says that it is not complete. */
const clocksMax = 50_000

type View = contract.RevisionView
type MayNot = 'no_such_area' | 'not_yours'

function keptArea(app: App, who: Who, code: string): Result<Area, MayNot> {
  const area = app.places.geography.findByCode(code)
  if (area === null) return refused('no_such_area')
  const may = hasRight(who.actor, 'keepRules', { areaId: area.id, areaPath: area.path })
  return may ? done(area) : refused('not_yours')
}

export async function previewCalendar(
  app: App,
  who: Who,
  { area: code }: InputOf<typeof contract.previewCalendar>,
): Promise<Result<View, MayNot>> {
  const area = keptArea(app, who, code)
  if (!area.ok) return area
  return done((await lookOver(app, area.value)).view)
}

export async function applyCalendar(
  app: App,
  who: Who,
  { commandId, ...content }: InputOf<typeof contract.applyCalendar>,
) {
  const area = keptArea(app, who, content.area)
  if (!area.ok) return area
  if (!saysEnough(content.reason)) return refused('reason_missing')
  const { view } = await lookOver(app, area.value)
  return once<View['later'], 'calendar_changed' | 'only_later' | 'nothing_later'>(
    app,
    who.actor,
    who.scope,
    { commandId, content },
    async (tx) => {
      if (content.version !== view.version) return refused('calendar_changed')
      if (view.later.clocks === 0) return refused(view.earlier > 0 ? 'only_later' : 'nothing_later')
      const { version, reason } = content
      const payload = { areaId: area.value.id, version, reason, by: who.actor.id, commandId }
      await addJob(tx, { task: 'apply_calendar', payload, queue: 'calendar' })
      return done(view.later)
    },
  )
}

type Asked = { areaId: number; version: string; reason: string; by: string; commandId: string }

/** The job; answers how many cases moved. It stops where the calendar was revised again: that is asked for anew. */
export async function applyToCases(app: App, payload: unknown): Promise<number> {
  const { areaId, version, reason, by, commandId } = payload as Asked
  const area = app.places.geography.get(areaId)
  const keeper = await actorOfPerson(app, by)
  if (keeper === null) return 0
  let moved = 0
  const { view, numbers } = await lookOver(app, area)
  if (view.version !== version) return 0
  for (const number of numbers) {
    const command = { number, commandId: idFrom(commandId, number), reason, version }
    moved += (await applyToOne(app, keeper, command)) ? 1 : 0
  }
  return moved
}

type OneCase = { number: string; commandId: string; reason: string; version: string }

async function applyToOne(app: App, actor: Actor, command: OneCase): Promise<boolean> {
  const answer = await move(app, { actor, scope: job }, command, (file, settings) => {
    const countedWith = countedAt(app, app.places.geography.get(file.filedAreaId).path)
    const clocks = laterClocks(file, settings, countedWith)
    const { reason } = command
    return decideApplyCalendar(file, actor, { clocks, reason }, settings, countedWith)
  })
  return answer.ok
}

const countedAt =
  (app: App, areaPath: string): CountedWith =>
  (version) =>
    calendarOf(app, areaPath, version)

type Running = { number: string; areaId: number; clock: Row }

/** What the calendar in force now would do to everything that runs in an area. */
async function lookOver(app: App, area: Area): Promise<{ view: View; numbers: string[] }> {
  const now = app.now()
  const { version } = calendarAt(app, area.path, now)
  const rows = await inScope(app.db, job, (tx) => listRunning(tx, area.path, now))
  const sums = { later: 0, earlier: 0, same: 0, unknown: 0 }
  const numbers = new Set<string>()
  let clocks = 0
  for (const { number, areaId, clock: row } of rows.slice(0, clocksMax)) {
    const { path } = app.places.geography.get(areaId)
    const clock: Clock = clockFromRow(row)
    const calendar = calendarAt(app, path, now)
    if (clock.calendarVersion === calendar.version) continue
    clocks += 1
    const { how } = revised(clock, { now, calendar }, countedAt(app, path))
    sums[how] += 1
    if (how === 'later') numbers.add(number)
  }
  const { later, earlier, unknown } = sums
  const complete = rows.length <= clocksMax
  const view = { version, clocks, earlier, unknown, complete }
  return {
    view: { ...view, later: { cases: numbers.size, clocks: later } },
    numbers: [...numbers],
  }
}

const listRunning = (tx: Tx, path: string, now: string): Promise<Running[]> =>
  rowsOf<Running>(
    tx,
    sql`
    select c.number,
           c.filed_area_id::int as "areaId",
           to_jsonb(k)          as clock
      from cases.cases c
      join cases.clocks k on k.community_id = c.community_id and k.case_id = c.id
     where ${isUnder('c.filed_path', path)}
       and c.state = any(${[...openStates]}::text[])
       and k.ended_at is null
       and k.due_at > ${now}
       and k.limit_kind in ('WORK_HOUR', 'WORK_DAY')
     order by c.number, k.serial
     limit ${clocksMax + 1}`,
  )
