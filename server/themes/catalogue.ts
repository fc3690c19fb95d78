// The catalogue of themes and the weights of a place: what is in force, and changing it from a day on.
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, assert, done, refused } from '#core/kit/result.ts'
import { type Area, idsOfPath } from '#core/places/area.ts'
import type * as contract from '#core/themes/contract-catalogue.ts'
import type { WeightingView } from '#core/themes/contract-catalogue.ts'
import { type ThemeKind, faultOfKind, kindsInForce } from '#core/themes/kind.ts'
import { areWeights } from '#core/themes/score.ts'
import type { App, Who } from '../app.ts'
import { type Tx, inScope, once } from '../kit/db.ts'
import { isDay, keptArea, todayIn } from './keeper.ts'
import * as store from './store-catalogue.ts'

type Keeper = { app: App; who: Who }

export async function kindsAt(tx: Tx, area: Area, day: string): Promise<ThemeKind[]> {
  return kindsInForce(await store.listKinds(tx, idsOfPath(area.path), day))
}

export async function weightingAt(
  app: App,
  tx: Tx,
  area: Area,
  day: string,
): Promise<WeightingView> {
  const row = await store.findWeighting(tx, idsOfPath(area.path), day)
  assert(row !== null, 'weights hold everywhere since the first day')
  const { need, resources, structure, areaId, ...rest } = row
  const from = areaId === null ? null : app.places.geography.get(areaId).name
  return { ...rest, weights: { need, resources, structure }, areaName: from }
}

export function readCatalogue(
  app: App,
  who: Who,
  code: string,
): Promise<Result<OutputOf<typeof contract.readThemeCatalogue>, 'no_such_area'>> {
  const area = app.places.geography.findByCode(code)
  if (area === null) return Promise.resolve(refused('no_such_area'))
  return inScope(app.db, who.scope, async (tx) => {
    const today = todayIn(app, area)
    const rows = await store.listKinds(tx, idsOfPath(area.path), today)
    const held = new Map(rows.map((row) => [row.kind.code, row]))
    const kinds = [...held.values()].map(({ areaId, ...row }) => {
      const from = app.places.geography.get(areaId)
      return { ...row, kind: writable(row.kind), areaCode: from.code, areaName: from.name }
    })
    return done({ kinds, weighting: await weightingAt(app, tx, area, today) })
  })
}

export const writable = (kind: ThemeKind) => ({
  ...kind,
  needs: [...kind.needs],
  resources: [...kind.resources],
  groups: kind.groups.map((group) => ({ ...group, categories: [...group.categories] })),
})

/** A change begins today or later: what was counted yesterday was counted by yesterday's rows. */
const whyNotFrom = (day: string, today: string) =>
  isDay(day) ? (day < today ? ('day_past' as const) : null) : ('bad_day' as const)

export async function setKind(
  { app, who }: Keeper,
  { commandId, ...input }: InputOf<typeof contract.setThemeKind>,
) {
  const kept = keptArea({ app, who }, input.area)
  if (!kept.ok) return kept
  const area = kept.value
  const { kind, validFrom, reason } = input
  return once<
    { code: string; validFrom: string },
    Exclude<keyof (typeof contract.setThemeKind)['refusals'], 'no_such_area' | 'not_yours'>
  >(app, who.actor, who.scope, { commandId, content: input }, async (tx, now) => {
    const fault = faultOfKind(kind) ?? whyNotFrom(validFrom, todayIn(app, area, now()))
    if (fault !== null) return refused(fault)
    const since = await store.lockKind(tx, area.id, kind.code)
    if (since !== null && since >= validFrom) return refused('changed_that_day')
    await store.endKind(tx, area.id, kind.code, validFrom)
    const by = who.actor.id
    await store.addKind(tx, { areaId: area.id, kind, validFrom, reason, by, at: now() })
    return done({ code: kind.code, validFrom })
  })
}

export async function setWeights(
  { app, who }: Keeper,
  { commandId, ...input }: InputOf<typeof contract.setThemeWeights>,
) {
  const kept = keptArea({ app, who }, input.area)
  if (!kept.ok) return kept
  const area = kept.value
  const command = { commandId, content: input }
  return once<{ validFrom: string }, 'not_a_hundred' | 'bad_day' | 'day_past'>(
    app,
    who.actor,
    who.scope,
    command,
    async (tx, now) => {
      if (!areWeights(input)) return refused('not_a_hundred')
      const fault = whyNotFrom(input.validFrom, todayIn(app, area, now()))
      if (fault !== null) return refused(fault)
      const { need, resources, structure, metres, validFrom, reason } = input
      const row = { need, resources, structure, metres, validFrom, reason }
      await store.addWeighting(tx, { ...row, areaId: area.id, by: who.actor.id, at: now() })
      return done({ validFrom })
    },
  )
}
