// Lists of people for those who keep accounts, grants or rosters of an area.
import type { InputOf } from '#core/kit/contract.ts'
import { done, refused, type Result } from '#core/kit/result.ts'
import type * as contract from '#core/people/contract-staff.ts'
import { hasRight, keepsRoster, type Party } from '#core/people/rights.ts'
import { roles } from '#core/people/roles.ts'
import { absenceWords } from '#core/people/words.ts'
import type { Area } from '#core/places/area.ts'
import type { App, Who } from '#server/app.ts'
import { type Tx, inScope } from '#server/kit/db.ts'
import { findArea, spotOf, todayAt } from './find-area.ts'
import { areaWords } from './me.ts'
import * as roster from './store-roster.ts'
import type { StaffList } from './staff.ts'
import * as store from './store-staff.ts'

function mayList(who: Who, area: Area): boolean {
  const party: Party = { ...spotOf(area), unitId: null }
  return (
    keepsRoster(who.actor, party) ||
    hasRight(who.actor, 'keepAccounts', party) ||
    hasRight(who.actor, 'keepGrants', party)
  )
}

export async function listStaff(
  app: App,
  who: Who,
  input: InputOf<typeof contract.listStaff>,
): Promise<Result<StaffList, 'no_such_area' | 'not_allowed'>> {
  const area = findArea(app, input.code)
  if (area === null) return refused('no_such_area')
  if (!mayList(who, area)) return refused('not_allowed')
  const limit = input.limit ?? 50
  const day = todayAt(app, area)
  return inScope(app.db, { kind: 'job' }, async (tx) => {
    const people = await store.listStaff(tx, {
      path: area.path,
      day,
      after: input.after ?? '',
      limit,
    })
    const ids = people.map((person) => person.id)
    const absences = await roster.listAbsences(tx, ids, day)
    const items: StaffList['items'] = []
    for (const person of people)
      items.push({
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
    return done({ items, next: people.length === limit ? (people.at(-1)?.login ?? null) : null })
  })
}

async function grantsOf(app: App, tx: Tx, personId: string) {
  const grants = await store.listOwnGrants(tx, personId)
  const units = await store.unitsById(
    tx,
    grants.flatMap((grant) => grant.unitId ?? []),
  )
  return grants.map((grant) => ({
    id: grant.id,
    role: grant.role,
    roleName: roles[grant.role].name,
    areaCode: app.places.geography.get(grant.areaId).code,
    areaName: areaWords(app, grant.areaId),
    unitCode: grant.unitId === null ? null : (units.get(grant.unitId)?.code ?? null),
    validFrom: grant.validFrom,
    validTo: grant.validTo,
  }))
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
    const rows = await roster.listDuties(tx, { areaId: area.id, from: app.now(), after, limit })
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
