// Who covers this place now: the grid's team, the duty people above it, the sections and posts of the street.
import { done, refused, type Result } from '#core/kit/result.ts'
import type { TeamView } from '#core/people/contract.ts'
import type { Actor } from '#core/people/actor.ts'
import type { Candidate } from '#core/people/responsible.ts'
import { roles, type Role } from '#core/people/roles.ts'
import { sectionWords, type Unit } from '#core/people/units.ts'
import { absenceWords, dutyPost, ruleWords } from '#core/people/words.ts'
import type { Area } from '#core/places/area.ts'
import type { App, Who } from '#server/app.ts'
import { sql } from 'kysely'
import { type Tx, inScope, rowsOf } from '#server/kit/db.ts'
import { findArea, todayAt } from './find-area.ts'
import { areaWords } from './me.ts'
import { responsibleNow } from './responsible.ts'
import { prepareCandidates } from './roster-memory.ts'
import * as staff from './store-staff.ts'

/** Staff of the same chain, above or below, read names; staff elsewhere read posts like everybody. */
export function readsNamesAt(actor: Actor, areaPath: string): boolean {
  if (actor.kind !== 'person') return false
  return actor.grants.some(
    (grant) =>
      roles[grant.role].sees !== 'none' &&
      (areaPath.startsWith(grant.areaPath) || grant.areaPath.startsWith(areaPath)),
  )
}

export async function readTeam(
  app: App,
  who: Who,
  code: string,
): Promise<Result<TeamView, 'no_such_area'>> {
  const area = findArea(app, code)
  if (area === null) return refused('no_such_area')
  const named = readsNamesAt(who.actor, area.path)
  const instant = app.now()
  const chain = app.places.geography.ancestors(area).toReversed()
  return inScope(app.db, who.scope, async (tx) => {
    const areaIds = chain.map((each) => each.id)
    const units = await staff.listUnitsAt(tx, areaIds, todayAt(app, area))
    const unitIds = units.map((unit) => unit.id)
    const asked = { areaIds, unitIds, personIds: [], instant, timeZone: area.timeZone }
    const candidates = (await prepareCandidates(app.db, tx, [asked]))(asked)
    const receiver = { areaId: area.id, unitId: null }
    const now = await responsibleNow(app, tx, { receiver, gridId: null, instant })
    return done({
      areaCode: area.code,
      areaName: areaWords(app, area.id),
      responsible: {
        sentence: named ? now.sentence : now.publicSentence,
        rule: now.rule,
        ruleName: ruleWords[now.rule],
      },
      groups: [
        ...chain.map((each) => areaGroup(app, each, candidates, named)),
        ...units.map((unit) => unitGroup(app, unit, candidates, named)),
      ],
    })
  })
}

type Group = TeamView['groups'][number]

function areaGroup(app: App, area: Area, candidates: readonly Candidate[], named: boolean): Group {
  const here = candidates.filter((one) => one.unitId === null && one.areaId === area.id)
  return {
    areaCode: area.code,
    level: area.level,
    unitCode: null,
    unitKind: null,
    section: null,
    name: areaWords(app, area.id),
    phone: null,
    members: membersOf(here, named),
  }
}

function unitGroup(app: App, unit: Unit, candidates: readonly Candidate[], named: boolean): Group {
  const area = app.places.geography.get(unit.areaId)
  const here = candidates.filter((one) => one.unitId === unit.id)
  return {
    areaCode: area.code,
    level: area.level,
    unitCode: unit.code,
    unitKind: unit.kind,
    section: unit.section === null ? null : sectionWords[unit.section],
    name: unit.name,
    phone: unit.phone,
    members: membersOf(here, named),
  }
}

/** One line a person and role; administrators and committees cover nothing and are left out. */
function membersOf(here: readonly Candidate[], named: boolean): Group['members'] {
  const duties = here.filter((one) => one.source === 'duty')
  const granted = here.filter((one) => one.role !== null && covers(one.role))
  const lines = granted.map((one) => ({
    role: one.role,
    post: one.role === null ? dutyPost : roles[one.role].name,
    one,
    until: duties.find((duty) => duty.personId === one.personId)?.until ?? null,
  }))
  const known = new Set(granted.map((one) => one.personId))
  const others = duties
    .filter((duty) => !known.has(duty.personId))
    .map((one) => ({ role: null, post: dutyPost, one, until: one.until }))
  return [...lines, ...others].map(({ role, post, one, until }) => ({
    role,
    post,
    name: named ? one.name : null,
    onDutyUntil: until,
    away:
      one.away === null || !named
        ? null
        : { reason: absenceWords[one.away.kind], lastOn: one.away.lastOn },
  }))
}

function covers(role: Role): boolean {
  return roles[role].marks.length > 0 || role === 'gridInstructor'
}

/** Everybody who holds a grant of one of these areas' own teams now, in the order of the areas. */
export const listAreaStaff = (tx: Tx, areaIds: readonly number[], now: string) =>
  rowsOf(
    tx,
    sql<{ id: string; name: string; role: Role }>`
      select p.id,
             p.name,
             g.role
        from people.grants g
        join people.people p on p.id = g.person_id
       where g.area_id = any (${areaIds}::bigint[])
         and g.unit_id is null
         and g.revoked_at is null
         and g.valid_from <= ${now}::timestamptz
         and (g.valid_to is null or g.valid_to > ${now}::timestamptz)
       order by array_position(${areaIds}::bigint[], g.area_id), g.role, p.name
       limit 60`,
  )
