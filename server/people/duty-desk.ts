// Who answers for a place now, and the telephone of its desk. Read past the wall: the answer holds no person.
import { sql } from 'kysely'
import type { InputOf } from '#core/kit/contract.ts'
import { done, refused, type Result } from '#core/kit/result.ts'
import { compareInstants, fromMs, toMs } from '#core/kit/time.ts'
import { answeringGroup, callNow, hotline } from '#core/people/answering.ts'
import type { CallView, DeskView, DutyDeskView } from '#core/people/contract-desk.ts'
import type * as contract from '#core/people/contract-desk.ts'
import { type Answering, deskChain, deskName, dutyDesk, hasDesk } from '#core/people/duty-desk.ts'
import { keepsRoster } from '#core/people/rights.ts'
import { sectionWords } from '#core/people/units.ts'
import type { Area } from '#core/places/area.ts'
import { workStretches } from '#core/places/calendar.ts'
import type { App, Who } from '#server/app.ts'
import { type Tx, inScope, once, rowsOf } from '#server/kit/db.ts'
import { calendarAt } from '../places/index-of-places.ts'
import { findArea, spotOf, todayAt } from './find-area.ts'
import { areaWords } from './me.ts'
import { prepareCandidates } from './roster-memory.ts'
import { listDeskShifts } from './store-roster.ts'
import { listUnitsAt } from './store-staff.ts'

const job = { kind: 'job' } as const

/** Times of the shifts of a desk from now on. */
export const listShiftsOfDesk = listDeskShifts

export async function readDutyDesk(
  app: App,
  code: string,
): Promise<Result<DutyDeskView, 'no_such_area' | 'no_desk_here'>> {
  const area = findArea(app, code)
  if (area === null) return refused('no_such_area')
  const chain = deskChain(app.places.geography.ancestors(area).toReversed())
  const own = chain[0]
  if (own === undefined) return refused('no_desk_here')
  const instant = app.now()
  return inScope(app.db, job, async (tx) => {
    const areaIds = chain.map((each) => each.id)
    const asked = { areaIds, unitIds: [], personIds: [], instant, timeZone: own.timeZone }
    const candidates = (await prepareCandidates(app.db, tx, [asked]))(asked)
    const layers = chain.map((each) => ({ areaId: each.id, level: each.level }))
    const { here, standIn, sits } = dutyDesk(layers, candidates)
    const phones = await phonesOf(tx, areaIds)
    const shifts = here?.by === 'roster' ? [] : await listDeskShifts(tx, own.id, instant)
    const next = shifts.find((shift) => compareInstants(shift.from, instant) > 0)
    const againAt = next?.from ?? null
    return done({
      areaCode: own.code,
      areaName: areaWords(app, own.id),
      here: viewOf(app, here, phones),
      standIn: viewOf(app, standIn, phones),
      againAt,
      phone: phones.get(own.id) ?? null,
      call: callNow(
        {
          own: { areaName: areaWords(app, own.id), phone: phones.get(own.id) ?? null },
          desk: sits === null ? null : reachOf(app, sits, phones),
          againAt,
          unit: await unitOf(app, tx, own, areaIds),
          counter: counterOf(app, own, instant),
        },
        instant,
      ),
    })
  })
}

function viewOf(
  app: App,
  desk: Answering | null,
  phones: ReadonlyMap<number, string>,
): DeskView | null {
  if (desk === null) return null
  const area = app.places.geography.get(desk.areaId)
  return {
    areaCode: area.code,
    name: deskName(area.level, areaWords(app, area.id)),
    phone: phones.get(area.id) ?? null,
    by: desk.by,
    post: desk.post,
    until: desk.until,
  }
}

const reachOf = (app: App, { areaId, until }: Answering, phones: ReadonlyMap<number, string>) => ({
  areaName: areaWords(app, areaId),
  phone: phones.get(areaId) ?? null,
  until,
})

/** Of the units along the way up, the one that answers for everyday matters. */
async function unitOf(app: App, tx: Tx, own: Area, areaIds: readonly number[]) {
  const units = await listUnitsAt(tx, areaIds, todayAt(app, own))
  const groups = units.map(({ areaId, kind, section, name, phone }) => {
    const { code, level } = app.places.geography.get(areaId)
    const words = section === null ? null : sectionWords[section]
    return { areaCode: code, level, unitKind: kind, section: words, name, phone }
  })
  return answeringGroup(groups, own.code)
}

function counterOf(app: App, own: Area, instant: string) {
  const [stretch] = workStretches(calendarAt(app, own.path, instant), toMs(instant), 1)
  return stretch === undefined ? null : { from: fromMs(stretch[0]), until: fromMs(stretch[1]) }
}

/** What to call for whoever holds a paper; where no desk is known the hotline alone. */
export async function readCall(app: App, code: string): Promise<CallView> {
  const found = await readDutyDesk(app, code)
  return found.ok ? found.value.call : { phone: hotline, whose: null, until: null, later: null }
}

async function phonesOf(tx: Tx, areaIds: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const rows = await rowsOf<{ areaId: number; phone: string }>(
    tx,
    sql`
    select d.area_id as "areaId",
           d.phone
      from people.desk_phones d
     where d.area_id = any (${[...areaIds]}::bigint[])
     limit 20`,
  )
  return new Map(rows.map((row) => [row.areaId, row.phone]))
}

const phonePattern = /^[0-9+() -]{3,24}$/

export async function setDeskPhone(
  app: App,
  who: Who,
  { commandId, ...input }: InputOf<typeof contract.setDeskPhone>,
): Promise<
  Result<
    { phone: string | null },
    'no_such_area' | 'no_desk_here' | 'phone_wrong' | 'not_allowed' | 'command_reused'
  >
> {
  const area = findArea(app, input.code)
  if (area === null) return refused('no_such_area')
  if (!keepsRoster(who.actor, { ...spotOf(area), unitId: null })) return refused('not_allowed')
  if (!hasDesk(area.level)) return refused('no_desk_here')
  const phone = input.phone?.trim() ?? ''
  if (phone !== '' && !phonePattern.test(phone)) return refused('phone_wrong')
  return once(app, who.actor, job, { commandId, content: input }, async (tx, now) => {
    await keepPhone(tx, { area, phone, by: who.actor.id, at: now() })
    return done({ phone: phone === '' ? null : phone })
  })
}

async function keepPhone(
  tx: Tx,
  row: { area: Area; phone: string; by: string; at: string },
): Promise<void> {
  const { area, phone, by, at } = row
  if (phone === '')
    await sql`delete from people.desk_phones where area_id = ${area.id}`.execute(tx.k)
  else
    await sql`
      insert into people.desk_phones (area_id, phone, set_by, set_at)
      values (${area.id}, ${phone}, ${by}, ${at})
          on conflict (area_id) do update
         set phone = excluded.phone, set_by = excluded.set_by, set_at = excluded.set_at`.execute(
      tx.k,
    )
}
