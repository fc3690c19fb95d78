// The day makes redrawn grids hold; this job makes people and open cases follow, once a minute and after any night without a
// server. Staff first, then cases one by one, each with its journal entry; a case that is reopened later follows then.
import { sql } from 'kysely'
import { openStates } from '#core/cases/case.ts'
import type { CaseFile } from '#core/cases/case.ts'
import { type Redrawn, decideRedraw, redrawJob } from '#core/cases/redraw.ts'
import { localDate, nextDate } from '#core/kit/time.ts'
import type { Area } from '#core/places/area.ts'
import type { Point } from '#core/places/geometry.ts'
import type { App } from '../app.ts'
import { type Tx, inScope, rowsOf } from '../kit/db.ts'
import { carryStaff } from '../people/redrawn-staff.ts'
import { forgetRoster } from '../people/roster-memory.ts'
import { endedGrids, gridNow } from '../places/grid-now.ts'
import { timeZoneAt } from '../places/index-of-places.ts'
import { type ToCarry, listToCarry, markCarried, nameRedrawn } from '../places/carried.ts'
import { settingsAt } from './settings.ts'
import { lockCase, save } from './store.ts'
import { idFrom } from './wake.ts'

const job = { kind: 'job' } as const
const batch = 500

/** Answers how many cases went along. */
export async function carryRedrawn(app: App): Promise<number> {
  const today = localDate(app.now(), timeZoneAt(app, ''))
  const due = await inScope(app.db, job, (tx) => listToCarry(tx, nextDate(today)))
  const begun = due.filter(({ areaId, day }) => day <= todayOf(app, areaId))
  for (const redrawing of begun) await carryPeople(app, redrawing)
  if (begun.length > 0) {
    forgetRoster(app.db)
    await Promise.all([app.places.refresh(), app.teams.refresh()])
  }
  const moved = begun.flatMap(({ plan }) => plan.moves)
  const cases = await carryCases(app, moved)
  for (const { id } of begun) await inScope(app.db, job, (tx) => markCarried(tx, id, app.now()))
  if (cases > 0) app.journal.wake()
  return cases
}

const todayOf = (app: App, areaId: number): string =>
  localDate(app.now(), app.places.geography.get(areaId).timeZone)

function carryPeople(app: App, { id, areaId, day, plan, confirmedBy }: ToCarry): Promise<void> {
  const { geography } = app.places
  const idOf = (code: string) => geography.findByCode(code)?.id ?? 0
  const heirs = [
    ...plan.successions.filter(({ heir }) => heir),
    // Plans decided before micro-grids went along name none.
    ...(plan.micro ?? []).map((each) => ({ ended: each.id, code: each.code ?? each.grid })),
  ]
  return inScope(app.db, job, async (tx) => {
    await nameRedrawn(tx, id)
    await carryStaff(tx, {
      day,
      timeZone: geography.get(areaId).timeZone,
      heirs: new Map(heirs.map(({ ended, code }) => [ended, idOf(code)])),
      chosen: new Map(plan.staff.map(({ grant, code }) => [grant, idOf(code)])),
      by: confirmedBy,
      at: app.now(),
    })
  })
}

type Lying = { number: string; filedAreaId: number; lon: number | null; lat: number | null }

async function carryCases(app: App, moved: readonly number[]): Promise<number> {
  const ended = endedGrids(app).map(({ id }) => id)
  if (ended.length + moved.length === 0) return 0
  let carried = 0
  for (let after = ''; ;) {
    const rows = await inScope(app.db, job, (tx) => listLying(app, tx, { ended, moved, after }))
    for (const row of rows) carried += (await carryOne(app, row)) ? 1 : 0
    const last = rows.at(-1)
    if (last === undefined || rows.length < batch) return carried
    after = last.number
  }
}

type Looking = { ended: number[]; moved: readonly number[]; after: string }

/** Open cases that lie in these grids, or of which a team of one that ended holds or waits for a part. */
function listLying(app: App, tx: Tx, { ended, moved, after }: Looking): Promise<Lying[]> {
  const { geography } = app.places
  const grids = [...ended, ...moved]
  const communities = grids.map((id) => geography.communityOf(geography.get(id))?.id ?? id)
  return rowsOf<Lying>(
    tx,
    sql`
    select c.number,
           c.filed_area_id::int as "filedAreaId",
           c.lon,
           c.lat
      from cases.cases c
     where c.community_id = any (${[...new Set(communities)]}::bigint[])
       and c.state = any (${[...openStates]}::text[])
       and c.number > ${after}
       and (c.filed_area_id = any (${grids}::bigint[])
            or exists (select
                         from cases.legs l
                        where l.community_id = c.community_id
                          and l.case_id = c.id
                          and l.ended_at is null
                          and (l.receiver_unit_id is null and l.receiver_area_id = any (${ended}::bigint[])
                               or l.giver_unit_id is null and l.giver_area_id = any (${ended}::bigint[]))))
     order by c.number
     limit ${batch}`,
  )
}

function carryOne(app: App, { number, filedAreaId }: Lying): Promise<boolean> {
  return inScope(app.db, job, async (tx) => {
    const locked = await lockCase(tx, number)
    if (locked === null || locked.file.filedAreaId !== filedAreaId) return false
    const { file, beside } = locked
    const settings = settingsAt(app, file.filedAreaId, app.now())
    const decided = decideRedraw(file, redrawnOf(app, file), settings)
    if (!decided.ok) return false
    const commandId = idFrom(redrawJob.id, file.id, file.version)
    await save(tx, { before: file, change: decided.value, beside, commandId, settings })
    return true
  })
}

function redrawnOf(app: App, file: CaseFile): Redrawn {
  const { geography } = app.places
  const filed = geography.get(file.filedAreaId)
  const today = localDate(app.now(), filed.timeZone)
  const heirOf = (areaId: number) => geography.standingFor(geography.get(areaId), today).id
  const inGrid = filed.level === 'grid' || filed.level === 'micro'
  const now = inGrid ? gridNow(app, filed, { point: file.point, today }) : filed
  const gridId = now.level === 'micro' ? now.parentId : now.id
  const [was, is] = now.id === filed.id ? holdersOf(app, file, heirOf) : [filed, now]
  return {
    filedAreaId: now.id,
    gridId: now.id === filed.id ? file.gridId : gridId,
    was: geography.label(was),
    is: geography.label(is),
    since: geography.outlineOf(is.id, today)?.validFrom ?? today,
    heirOf,
  }
}

/** Where only the grid of a holder has ended: that one, and who took over from it. */
function holdersOf(app: App, file: CaseFile, heirOf: (areaId: number) => number): [Area, Area] {
  const { geography } = app.places
  const teams = file.legs
    .filter(({ endedAt }) => endedAt === null)
    .flatMap(({ giver, receiver }) => [giver, receiver])
  const gone = teams.find(({ areaId, unitId }) => unitId === null && heirOf(areaId) !== areaId)
  const areaId = gone?.areaId ?? file.filedAreaId
  return [geography.get(areaId), geography.get(heirOf(areaId))]
}

/** Open cases of grids that are about to change, as the preview counts them. */
export async function openCasesIn(
  tx: Tx,
  communityId: number,
  areaIds: readonly number[],
): Promise<{ areaId: number; point: Point | null }[]> {
  const rows = await rowsOf<{ areaId: number; lon: number | null; lat: number | null }>(
    tx,
    sql`
    select c.filed_area_id::int as "areaId",
           c.lon,
           c.lat
      from cases.cases c
     where c.community_id = ${communityId}
       and c.state = any (${[...openStates]}::text[])
       and c.filed_area_id = any (${areaIds}::bigint[])
     limit 20000`,
  )
  return rows.map(({ areaId, lon, lat }) => ({
    areaId,
    point: lon === null || lat === null ? null : { lon, lat },
  }))
}
