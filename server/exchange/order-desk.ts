// Who takes orders in and answers them: the duty person of a street or of a layer above it, and a system whose token says so.
// The desk is the street of the place; where there is none, the district or city.
import { type Result, done, refused } from '#core/kit/result.ts'
import type { Actor } from '#core/people/actor.ts'
import { dutyOver, tokenMay } from '#core/people/rights.ts'
import type { Area } from '#core/places/area.ts'
import type { App, Who } from '../app.ts'
import type { Scope, Tx } from '../kit/db.ts'
import { findArea, spotOf } from '../people/find-area.ts'
import { namesOf } from '../people/names.ts'
import type { By } from './store-orders.ts'

export type DeskRefusal = 'no_such_area' | 'no_order_desk' | 'not_allowed'

const deskLevels: readonly string[] = ['street', 'district', 'city']

/** Duty people of communities have no hotline of their own: their street speaks to it. */
export function mayKeepOrders(actor: Actor, desk: Area): boolean {
  if (actor.kind === 'system')
    return tokenMay(actor, 'orders') && desk.path.startsWith(actor.areaPath)
  if (actor.kind !== 'person') return false
  const grants = actor.grants.filter((grant) => deskLevels.includes(grant.areaLevel))
  return dutyOver({ ...actor, grants }, [spotOf(desk)])
}

export function deskOf(app: App, code: string): Result<Area, 'no_such_area' | 'no_order_desk'> {
  const named = findArea(app, code)
  if (named === null) return refused('no_such_area')
  const above = [named, ...app.places.geography.ancestors(named).toReversed()]
  const desk = above.find((area) => deskLevels.includes(area.level))
  return desk === undefined ? refused('no_order_desk') : done(desk)
}

export function keptDesk(app: App, who: Who, code: string): Result<Area, DeskRefusal> {
  const desk = deskOf(app, code)
  if (!desk.ok) return desk
  return mayKeepOrders(who.actor, desk.value) ? desk : refused('not_allowed')
}

/** Staff read under their own scope, so that the policies of the rows look, too; a system has its token alone. */
export const readingScope = ({ actor, scope }: Who): Scope =>
  actor.kind === 'person' ? scope : { kind: 'job' }

export const byOf = (actor: Actor): By =>
  actor.kind === 'person'
    ? { id: actor.id, system: null }
    : {
        id: null,
        system: actor.kind === 'system' ? actor.name.slice(0, 100) || actor.id : actor.id,
      }

type Author = { byId: string | null; bySystem: string | null }

export async function authorsOf(tx: Tx, rows: readonly Author[]) {
  const names = await namesOf(
    tx,
    rows.flatMap(({ byId }) => byId ?? []),
  )
  return ({ byId, bySystem }: Author): string | null =>
    byId === null ? bySystem : (names.get(byId) ?? null)
}
