// The demo's people as actors: who stands at an area's own team or in a unit, and which unit takes what.
import type { Receiver } from '#core/cases/case.ts'
import type { Named } from '#core/cases/dispatch.ts'
import type { Actor, Person, SystemActor } from '#core/people/actor.ts'
import type { Role } from '#core/people/roles.ts'
import type { Area } from '#core/places/area.ts'
import type { Unit } from '#core/people/units.ts'
import { grouped } from '#server/places/grouped.ts'
import type { Category } from '#core/places/category.ts'
import { receiverName } from '#server/cases/receivers.ts'
import type { Ground } from '#server/cases/settings.ts'
import { hashUnit } from './hash.ts'
import { idOf, type StaffPlan } from './staff.ts'

export type Cast = {
  /** Somebody who may act with one of these roles at the receiver; never one of those ruled out. */
  find: (at: Receiver, roles: readonly Role[], not?: readonly string[]) => Person | null
  /** Everybody of the receiver's team who may do the work there. */
  worker: (at: Receiver, turn: string, not?: readonly string[]) => Person | null
  /** The unit at the area that takes the category best, or null. */
  taker: (area: Area, category: Category, turn: string) => Named | null
  unitsAt: (areaId: number) => readonly Unit[]
  named: (at: Receiver) => Named
  byId: (personId: string) => Person | null
  system: (slug: 'devices' | 'partners') => SystemActor
}

export const anyone: Actor = { kind: 'anyone', id: 'open' }
export const job: Actor = { kind: 'job', id: 'demo' }

const key = (areaId: number, unitId: number | null): string => `${areaId}:${unitId ?? ''}`

type Held = { person: Person; role: Role }

/** Reads the plan against the rows it became: codes turn into the ids of areas and units. */
export function castOf(ground: Ground, plan: StaffPlan): Cast {
  const { geography } = ground.places
  const unitIds = new Map([...ground.teams.units.values()].map((unit) => [unit.code, unit.id]))
  const at = new Map<string, Held[]>()
  const people = new Map<string, Person>()
  for (const { id, name, grants } of plan.people) {
    const held = grants.map(({ role, areaCode, unitCode }) => {
      const area = areaOf(ground, areaCode)
      const unitId = unitCode === null ? null : (unitIds.get(unitCode) ?? null)
      return { role, areaId: area.id, areaPath: area.path, areaLevel: area.level, unitId }
    })
    const person: Person = { kind: 'person', id, name, grants: held }
    people.set(id, person)
    for (const { role, areaId, unitId } of held) push(at, key(areaId, unitId), { person, role })
  }
  const units = grouped([...ground.teams.units.values()], (unit) => unit.areaId)
  const takers = takersByArea(ground, plan, unitIds)
  const here = (receiver: Receiver) => at.get(key(receiver.areaId, receiver.unitId)) ?? []
  const named = (receiver: Receiver): Named => ({
    ...receiver,
    name: receiverName(ground, receiver),
  })
  const top = geography.top()
  return {
    find: (receiver, roles, not = []) => {
      for (const role of roles) {
        const found = here(receiver).find((h) => h.role === role && !not.includes(h.person.id))
        if (found !== undefined) return found.person
      }
      return null
    },
    worker: (receiver, turn, not = []) => {
      const fit = here(receiver).filter(
        (h) => workers.includes(h.role) && !not.includes(h.person.id),
      )
      return fit[Math.floor(hashUnit(`worker ${turn}`) * fit.length)]?.person ?? null
    },
    taker: (area, category, turn) => {
      const found = (takers.get(area.id) ?? []).flatMap((unit) => {
        const fit = unit.takes.filter((start) => category.code.startsWith(start))
        const own = unit.section === null || unit.section === category.section
        return own && fit.length > 0
          ? [{ unit, length: Math.max(...fit.map((f) => f.length)) }]
          : []
      })
      const best = found.toSorted(
        (a, b) =>
          b.length - a.length ||
          hashUnit(`${turn} ${a.unit.id}`) - hashUnit(`${turn} ${b.unit.id}`),
      )[0]
      return best === undefined ? null : named({ areaId: area.id, unitId: best.unit.id })
    },
    named,
    unitsAt: (areaId) => units.get(areaId) ?? [],
    byId: (personId) => people.get(personId) ?? null,
    system: (slug) => ({
      kind: 'system',
      id: idOf(`system ${slug}`),
      name: slug === 'devices' ? '感知设备' : '外部系统',
      scopes: ['cases:report'],
      areaId: top?.id ?? 0,
      areaPath: top?.path ?? '/',
    }),
  }
}

/** Roles that carry LH: who holds what a team or unit received. */
const workers: readonly Role[] = [
  'gridWorker',
  'communityDuty',
  'streetDispatcher',
  'districtDispatcher',
  'postMember',
  'unitMember',
  'unitHead',
  'sectionHead',
]

type Taker = { id: number; section: string | null; takes: string[] }

function takersByArea(
  ground: Ground,
  plan: StaffPlan,
  unitIds: ReadonlyMap<string, number>,
): Map<number, Taker[]> {
  const by = new Map<number, Taker[]>()
  for (const unit of plan.units) {
    const id = unitIds.get(unit.code)
    if (id !== undefined && unit.takes.length > 0)
      push(by, areaOf(ground, unit.areaCode).id, { id, section: unit.section, takes: unit.takes })
  }
  return by
}

function areaOf(ground: Ground, code: string): Area {
  const area = ground.places.geography.findByCode(code)
  if (area === null) throw new Error(`the demo world has no area ${code}`)
  return area
}

function push<K, T>(map: Map<K, T[]>, at: K, item: T): void {
  const list = map.get(at)
  if (list === undefined) map.set(at, [item])
  else list.push(item)
}
