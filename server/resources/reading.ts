// Reading the register: lists, counts, one entry, and what lies within reach of a place.
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { localDate, nextDate } from '#core/kit/time.ts'
import type { Area } from '#core/places/area.ts'
import type * as contract from '#core/resources/contract.ts'
import type { ReachedView } from '#core/resources/contract-parts.ts'
import { reachLimits } from '#core/resources/reach.ts'
import type { Scope } from '../kit/db.ts'
import { type Tx, inScope } from '../kit/db.ts'
import type { App, Who } from '../app.ts'
import { findArea } from '../people/find-area.ts'
import { kindsAt } from './kinds.ts'
import { originOf, reachMetresAt, withinReach } from './reach.ts'
import * as store from './store.ts'
import * as requests from './store-requests.ts'
import { areaRef, areasAbove, kindView, mayKeep, openNow, rowView, warnDaysAt } from './views.ts'

export async function listKinds(
  app: App,
  who: Who,
  { area: code }: InputOf<typeof contract.listResourceKinds>,
): Promise<Result<OutputOf<typeof contract.listResourceKinds>, 'no_such_area'>> {
  const area = findArea(app, code)
  if (area === null) return refused('no_such_area')
  return inScope(app.db, publicOr(who.scope), async (tx) => {
    const kinds = await kindsAt(tx, area.path, localDate(app.now(), area.timeZone))
    return done({ items: [...kinds.keys()].map((kind) => kindView(kinds, kind)), next: null })
  })
}

/** A scope that reads the register: residents and systems without a sign-in read what is public. */
const publicOr = (scope: Scope): Scope => (scope.kind === 'staff' ? scope : { kind: 'public' })

const after = (text: string | undefined): { name: string; id: string } | null => {
  const at = text?.lastIndexOf(' ') ?? -1
  const id = text?.slice(at + 1) ?? ''
  return text === undefined || at < 0 || !/^[0-9a-f-]{36}$/.test(id)
    ? null
    : { name: text.slice(0, at), id }
}

export async function listResources(
  app: App,
  who: Who,
  input: InputOf<typeof contract.listResources>,
): Promise<Result<OutputOf<typeof contract.listResources>, 'no_such_area'>> {
  const area = findArea(app, input.area)
  if (area === null) return refused('no_such_area')
  const today = localDate(app.now(), area.timeZone)
  const limit = input.limit ?? 50
  const kept = input.kept ?? 'below'
  return inScope(app.db, who.scope, async (tx) => {
    const kinds = await kindsAt(tx, area.path, today)
    const origin = await originOf(app, tx, { area, kinds, on: today })
    const rows = await store.listResources(tx, {
      below: kept === 'below' ? area.path : null,
      owners:
        kept === 'below'
          ? null
          : kept === 'here'
            ? [area.id]
            : areasAbove(app, area).map(({ id }) => id),
      kind: input.kind ?? null,
      standing: input.standing ?? null,
      q: input.q?.trim() || null,
      today,
      warnUntil: nextDate(today, warnDaysAt(app, area.path)),
      after: after(input.after),
      limit: limit + 1,
    })
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    const from = { app, kinds, origin: origin?.point ?? null }
    return done({
      items: shown.map((row) => rowView(from, row)),
      next: rows.length > limit && last !== undefined ? `${last.name} ${last.id}` : null,
    })
  })
}

export async function countResources(
  app: App,
  who: Who,
  { area: code }: InputOf<typeof contract.countResources>,
): Promise<Result<OutputOf<typeof contract.countResources>, 'no_such_area'>> {
  const area = findArea(app, code)
  if (area === null) return refused('no_such_area')
  const today = localDate(app.now(), area.timeZone)
  const warnDays = warnDaysAt(app, area.path)
  return inScope(app.db, who.scope, async (tx) => {
    const rows = await store.countResources(tx, area.path, today, nextDate(today, warnDays))
    const asked = await requests.countRequests(tx, { id: area.id, path: area.path, today })
    const sum = (of: (row: store.Counted) => boolean) =>
      rows.reduce((n, row) => n + (of(row) ? row.n : 0), 0)
    const holds = ({ standing }: store.Counted) => standing === 'valid' || standing === 'ending'
    const codes = [...new Set(rows.map(({ kind }) => kind))]
    const above = areasAbove(app, area)
    return done({
      area: areaRef(app, area.id),
      path: above.toReversed().map(({ id }) => areaRef(app, id)),
      children: childrenOf(app, area, today),
      kinds: codes.map((kind) => ({
        code: kind,
        n: sum((row) => row.kind === kind && holds(row)),
      })),
      valid: sum(holds),
      ending: sum(({ standing }) => standing === 'ending'),
      over: sum(({ standing }) => standing === 'over'),
      withoutPlace: sum((row) => holds(row) && !row.placed),
      warnDays,
      reachMetres: reachMetresAt(app, area),
      mayKeep: mayKeep(who, area),
      askable: above.map(({ id }) => areaRef(app, id)),
      requestsIn: asked?.in ?? 0,
      requestsOut: asked?.out ?? 0,
      late: asked?.late ?? 0,
    })
  })
}

/** Grids keep no register of their own. */
const childrenOf = (app: App, area: Area, today: string) =>
  app.places.geography
    .children(area.id, today)
    .filter(({ level }) => level !== 'grid' && level !== 'micro')
    .map(({ id }) => areaRef(app, id))

export function getResource(
  app: App,
  who: Who,
  { id }: InputOf<typeof contract.getResource>,
): Promise<Result<OutputOf<typeof contract.getResource>, 'no_such_resource'>> {
  return inScope(app.db, who.scope, async (tx) => {
    const row = await store.findResource(tx, id)
    if (row === null) return refused('no_such_resource')
    const owner = app.places.geography.get(row.ownerId)
    const day = localDate(app.now(), owner.timeZone)
    const kinds = await kindsAt(tx, owner.path, day)
    const asked = await requests.listRequests(tx, {
      toId: null,
      below: null,
      state: null,
      resourceId: id,
      after: null,
      limit: 100,
    })
    const { externalSystem: system, externalId } = row
    return done({
      ...rowView({ app, kinds, origin: null }, row),
      openings: row.openings,
      hoursNote: row.hoursNote,
      conditions: row.conditions,
      external: system === null || externalId === null ? null : { system, id: externalId },
      version: row.version,
      mayKeep: mayKeep(who, owner),
      history: await store.listLines(tx, id).then((lines) =>
        lines.map((line) => ({
          ...line,
          changed: line.changed.map((each) => ({ ...each, field: String(each.field) })),
        })),
      ),
      requests: asked.map((q) => ({
        id: q.id,
        what: q.what,
        asker: areaRef(app, q.communityId),
        state: q.state,
        uses: q.uses,
        units: q.units,
        personTimes: q.personTimes,
      })),
    })
  })
}

export async function listNearby(
  app: App,
  who: Who,
  input: InputOf<typeof contract.listNearby>,
): Promise<Result<OutputOf<typeof contract.listNearby>, 'no_such_area'>> {
  const area = findArea(app, input.area)
  if (area === null) return refused('no_such_area')
  const on = localDate(app.now(), area.timeZone)
  const metres = input.metres ?? reachMetresAt(app, area)
  const limit = input.limit ?? 50
  return inScope(app.db, publicOr(who.scope), async (tx) => {
    const kinds = await kindsAt(tx, area.path, on)
    const origin = await originOf(app, tx, { area, kinds, on })
    const reached = await withinReach(app, tx, { areaId: area.id, metres, on })
    const wanted = reached.filter(({ category }) => !input.kind || category.code === input.kind)
    const from = Number(input.after ?? 0) || 0
    const shown = wanted.slice(from, from + limit)
    const whole = await placesOf(
      app,
      tx,
      area,
      shown.map(({ id }) => id),
    )
    return done({
      origin: origin === null ? null : { from: origin.from, ...origin.point, name: origin.name },
      metres,
      method: 'straightLine' as const,
      limits: reachLimits,
      total: wanted.length,
      kinds: [...kinds.keys()].flatMap((code) => {
        const of = reached.filter(({ category }) => category.code === code)
        const nearest = of[0]?.distanceMetres
        return nearest === undefined ? [] : [{ kind: kindView(kinds, code), n: of.length, nearest }]
      }),
      items: shown.flatMap((each): ReachedView[] => {
        const place = whole.get(each.id)
        if (place === undefined) return []
        const { category: _category, ownerId: _ownerId, ...view } = each
        return [{ ...view, ...place, kind: kindView(kinds, each.category.code) }]
      }),
      next: from + limit < wanted.length ? String(from + limit) : null,
    })
  })
}

type PlaceOf = Pick<
  ReachedView,
  'lon' | 'lat' | 'address' | 'counter' | 'phone' | 'conditions' | 'openNow'
>

async function placesOf(
  app: App,
  tx: Tx,
  area: Area,
  ids: string[],
): Promise<Map<string, PlaceOf>> {
  const rows = await store.listById(tx, ids)
  return new Map(
    rows.map((row) => [
      row.id,
      {
        lon: row.lon ?? 0,
        lat: row.lat ?? 0,
        address: row.address,
        counter: row.counter,
        phone: row.phone,
        conditions: row.conditions,
        openNow: openNow(app, area.timeZone, row.openings),
      },
    ]),
  )
}
