// Plans to look at objects: which, in which order, how often. Kept by the office that keeps the objects.
import type * as contract from '#core/patrols/contract-inspections.ts'
import type { PlanView } from '#core/patrols/contract-inspections.ts'
import { beforeOf, whyNoRhythm } from '#core/patrols/keeping.ts'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import type { App, Who } from '../app.ts'
import { inScope } from '../kit/db.ts'
import { groundOf, keeps, planView, walks } from './inspections.ts'
import { keep } from './keeping.ts'
import { areaIn, pageOf } from './objects.ts'
import * as store from './store-inspections.ts'

type No = 'no_such_area' | 'not_yours'
type Not = 'no_such_object' | 'from_past'

export async function listPlans(
  app: App,
  who: Who,
  input: InputOf<typeof contract.listPlans>,
): Promise<Result<OutputOf<typeof contract.listPlans>, No>> {
  const ground = groundOf(app, who, input.code, walks)
  if (!ground.ok) return ground
  const { skip, limit } = pageOf(input)
  const rows = await inScope(app.db, who.scope, (tx) =>
    store.listPlans(tx, ground.value.area.path, { skip, limit: limit + 1 }),
  )
  const next = rows.length > limit ? String(skip + limit) : null
  return done({ items: rows.slice(0, limit).map((row) => planView(app, row)), next })
}

export async function readPlan(
  app: App,
  who: Who,
  { code, id }: InputOf<typeof contract.readPlan>,
): Promise<Result<OutputOf<typeof contract.readPlan>, No | 'no_such_plan'>> {
  const ground = groundOf(app, who, code, walks)
  if (!ground.ok) return ground
  const { area, community } = ground.value
  const { plan, versions } = await inScope(app.db, who.scope, async (tx) => ({
    plan: await store.findPlan(tx, area.path, id),
    versions: await store.versionsOf<store.PlanSaid>(tx, community.id, id),
  }))
  if (plan === null) return refused('no_such_plan')
  return done({
    plan: planView(app, plan),
    versions: versions.map(({ version, onDay, said: { areaId, stops, ...said } }) => ({
      version,
      onDay,
      ...said,
      stops: stops.length,
      area: app.places.geography.get(areaId).code,
    })),
  })
}

export async function keepPlan(
  app: App,
  who: Who,
  { commandId, ...input }: InputOf<typeof contract.keepPlan>,
): Promise<
  Result<
    OutputOf<typeof contract.keepPlan>,
    No | Not | 'changed_meanwhile' | 'has_ended' | 'command_reused'
  >
> {
  const ground = groundOf(app, who, input.code, keeps)
  if (!ground.ok) return ground
  const area = areaIn(app, ground.value, input.area)
  if (area === null) return refused('no_such_area')
  const { community, today } = ground.value
  const row = {
    communityId: community.id,
    id: input.id,
    areaId: area.id,
    areaPath: area.path,
    name: input.name.trim(),
    everyWeeks: input.everyWeeks,
    months: [...new Set(input.months)].toSorted((a, b) => a - b),
    fromOn: input.fromOn,
    stops: [...new Set(input.stops)],
    endedOn: input.ended ? today : null,
  }
  return keep<store.PlanRow, PlanView, Not>(app, who, {
    command: { commandId, content: input },
    expected: input.expectedVersion,
    lock: (tx) => store.lockPlan(tx, community.id, row.id),
    next: async (tx, before) => {
      const why = whyNoRhythm(before, row, today)
      if (why !== null) return refused(why)
      const known = await store.objectsById(tx, community.id, row.stops)
      if (known.length < row.stops.length) return refused('no_such_object')
      return done({ ...row, before: beforeOf(before, row, today) })
    },
    save: (tx, kept) => store.savePlan(tx, kept, today),
    view: (kept) => planView(app, kept),
  })
}
