// Lists of people for those who keep accounts, grants or rosters of an area.
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { assert, done, refused, type Result } from '#core/kit/result.ts'
import { mayKeepAccount } from '#core/people/accounts.ts'
import type { StaffView } from '#core/people/contract-staff.ts'
import type * as contract from '#core/people/contract-staff.ts'
import { hasRight, keepsRoster, type Party } from '#core/people/rights.ts'
import { roles } from '#core/people/roles.ts'
import { sectionWords } from '#core/people/units.ts'
import { absenceWords } from '#core/people/words.ts'
import type { Area } from '#core/places/area.ts'
import type { App, Who } from '#server/app.ts'
import { type Tx, inScope } from '#server/kit/db.ts'
import { findArea, spotOf, todayAt } from './find-area.ts'
import { areaWords } from './me.ts'
import * as roster from './store-roster.ts'
import * as sessions from './store-sessions.ts'
import type { StaffList } from './staff.ts'
import * as store from './store-staff.ts'

const administers = (who: Who, area: Area): boolean =>
  hasRight(who.actor, 'keepAccounts', spotOf(area)) ||
  hasRight(who.actor, 'keepGrants', spotOf(area))

function mayList(who: Who, area: Area): boolean {
  const party: Party = { ...spotOf(area), unitId: null }
  return keepsRoster(who.actor, party) || administers(who, area)
}

export async function listStaff(
  app: App,
  who: Who,
  input: InputOf<typeof contract.listStaff>,
): Promise<Result<StaffList, 'no_such_area' | 'not_allowed'>> {
  const area = findArea(app, input.code)
  if (area === null) return refused('no_such_area')
  if (!mayList(who, area)) return refused('not_allowed')
  const unassigned = input.only === 'unassigned'
  if (unassigned && !administers(who, area)) return refused('not_allowed')
  const limit = input.limit ?? 50
  const day = todayAt(app, area)
  const q = input.q?.trim() || null
  return inScope(app.db, { kind: 'job' }, async (tx) => {
    const page = { day, q, after: input.after ?? '', limit }
    const people = unassigned
      ? await store.listUnassigned(tx, page)
      : await store.listStaff(tx, {
          ...page,
          path: area.path,
          role: input.role ?? null,
          away: input.only === 'away',
        })
    const items = await viewsOf(app, tx, people, day)
    return done({ items, next: people.length === limit ? (people.at(-1)?.login ?? null) : null })
  })
}

async function viewsOf(
  app: App,
  tx: Tx,
  people: store.StaffRow[],
  day: string,
): Promise<StaffView[]> {
  const absences = await roster.listAbsences(
    tx,
    people.map((person) => person.id),
    day,
  )
  const views: StaffView[] = []
  for (const person of people)
    views.push({
      login: person.login,
      name: person.name,
      leftAt: person.leftAt,
      grants: await grantsOf(app, tx, person.id),
      absences: absences
        .filter((away) => away.personId === person.id)
        .map(({ id, kind, firstOn, lastOn, deputyLogin }) => ({
          id,
          reason: absenceWords[kind],
          firstOn,
          lastOn,
          deputyLogin,
        })),
    })
  return views
}

async function grantsOf(app: App, tx: Tx, personId: string): Promise<StaffView['grants']> {
  const grants = await store.listOwnGrants(tx, personId)
  const units = await store.unitsById(
    tx,
    grants.flatMap((grant) => grant.unitId ?? []),
  )
  return grants.map((grant) => {
    const unit = grant.unitId === null ? null : (units.get(grant.unitId) ?? null)
    return {
      id: grant.id,
      role: grant.role,
      roleName: roles[grant.role].name,
      areaCode: app.places.geography.get(grant.areaId).code,
      areaName: areaWords(app, grant.areaId),
      unitCode: unit?.code ?? null,
      unitName: unit?.name ?? null,
      validFrom: grant.validFrom,
      validTo: grant.validTo,
    }
  })
}

/** One person, for whoever may list him somewhere; an account without any role is shown to administrators. */
export async function readPerson(
  app: App,
  who: Who,
  { login }: InputOf<typeof contract.readPerson>,
): Promise<Result<OutputOf<typeof contract.readPerson>, 'no_such_person'>> {
  const top = app.places.geography.top()
  if (top === null) return refused('no_such_person')
  const day = todayAt(app, top)
  return inScope(app.db, { kind: 'job' }, async (tx) => {
    const account = await sessions.findAccount(tx, { login })
    if (account === null) return refused('no_such_person')
    const grants = await store.listOwnGrants(tx, account.id)
    const kept = mayKeepAccount(who.actor, { id: account.id, grants }, day)
    const seen = grants.some((grant) => mayList(who, app.places.geography.get(grant.areaId)))
    if (!kept && !seen) return refused('no_such_person')
    const [view] = await viewsOf(app, tx, [account], day)
    assert(view !== undefined, 'one person, one view')
    return done({
      ...view,
      may: {
        keepAccount: kept && account.leftAt === null && account.id !== who.actor.id,
        keepAbsences: grants.some((grant) => keepsRoster(who.actor, grant)),
        revoke: grants
          .filter((grant) => hasRight(who.actor, 'keepGrants', grant))
          .map((grant) => grant.id),
      },
    })
  })
}

export async function listUnits(
  app: App,
  who: Who,
  { code }: InputOf<typeof contract.listUnits>,
): Promise<Result<OutputOf<typeof contract.listUnits>, 'no_such_area'>> {
  const area = findArea(app, code)
  if (area === null) return refused('no_such_area')
  const units = await inScope(app.db, who.scope, (tx) =>
    store.listUnitsAt(tx, [area.id], todayAt(app, area)),
  )
  const codeOf = new Map(units.map((unit) => [unit.id, unit.code]))
  const items = units.map((unit) => ({
    code: unit.code,
    kind: unit.kind,
    section: unit.section === null ? null : sectionWords[unit.section],
    under: unit.underUnitId === null ? null : (codeOf.get(unit.underUnitId) ?? null),
    name: unit.name,
    phone: unit.phone,
  }))
  return done({ items, next: null })
}

type DutyView = {
  id: number
  login: string
  name: string
  unitCode: string | null
  from: string
  to: string
}

export async function listDuties(
  app: App,
  who: Who,
  input: InputOf<typeof contract.listDuties>,
): Promise<Result<{ items: DutyView[]; next: string | null }, 'no_such_area' | 'not_allowed'>> {
  const area = findArea(app, input.code)
  if (area === null) return refused('no_such_area')
  if (!mayList(who, area)) return refused('not_allowed')
  const limit = input.limit ?? 50
  return inScope(app.db, { kind: 'job' }, async (tx) => {
    const after = Number(input.after ?? 0) || 0
    const { from = app.now(), to = null } = input
    const rows = await roster.listDuties(tx, { areaId: area.id, from, to, after, limit })
    const units = await store.unitsById(
      tx,
      rows.flatMap((row) => row.unitId ?? []),
    )
    const items = rows.map(({ unitId, ...row }) => ({
      ...row,
      unitCode: unitId === null ? null : (units.get(unitId)?.code ?? null),
    }))
    return done({ items, next: rows.length === limit ? String(rows.at(-1)?.id) : null })
  })
}
