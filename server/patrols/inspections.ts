// Rounds: what a team is to look at now, and how it was found. A fault is a case in the same step; the result is the
// object's, with a day and without a person.
import type * as contract from '#core/patrols/contract-inspections.ts'
import type { ObjectView, PlanView, RoundView } from '#core/patrols/contract-inspections.ts'
import { faultText } from '#core/patrols/plan.ts'
import { roundNow } from '#core/patrols/keeping.ts'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, assert, done, refused } from '#core/kit/result.ts'
import { hasRight } from '#core/people/rights.ts'
import type { Right } from '#core/people/roles.ts'
import type { Area } from '#core/places/area.ts'
import type { App, Who } from '../app.ts'
import { reportCase } from '../cases/report.ts'
import { type Tx, inScope, once } from '../kit/db.ts'
import { steadyId } from '../kit/steady-id.ts'
import { findArea, spotOf, todayAt } from '../people/find-area.ts'
import * as found from './store-found.ts'
import * as store from './store-inspections.ts'

type No = 'no_such_area' | 'not_yours'

/** Whoever writes down at the door what is said there writes down on a round what is found there. */
export const walks: Right = 'enterSurveys'
export const keeps: Right = 'keepResources'

export type Ground = { area: Area; community: Area; today: string }

export function groundOf(app: App, who: Who, code: string, right: Right): Result<Ground, No> {
  const area = findArea(app, code)
  if (area === null) return refused('no_such_area')
  if (!hasRight(who.actor, right, spotOf(area))) return refused('not_yours')
  const community = app.places.geography.communityOf(area) ?? area
  return done({ area, community, today: todayAt(app, area) })
}

export function objectView(app: App, row: store.ObjectRow): ObjectView {
  const { id, kind, name, tag, lon, lat, endedOn, version } = row
  const point = lon === null || lat === null ? null : { lon, lat }
  const area = app.places.geography.get(row.areaId).code
  return { id, kind, name, tag, point, endedOn, version, area }
}

export function planView(app: App, row: store.PlanRow): PlanView {
  const { id, name, everyWeeks, months, fromOn, stops, endedOn, version, before } = row
  const area = app.places.geography.get(row.areaId).code
  return { id, area, name, everyWeeks, months, fromOn, stops, endedOn, version, before }
}

export async function listRounds(
  app: App,
  who: Who,
  { code }: InputOf<typeof contract.listRounds>,
): Promise<Result<OutputOf<typeof contract.listRounds>, No>> {
  const ground = groundOf(app, who, code, walks)
  if (!ground.ok) return ground
  const { area, today } = ground.value
  const items = await inScope(app.db, who.scope, async (tx) => {
    const plans = await store.runningPlans(tx, area.path)
    const rounds: RoundView[] = []
    for (const plan of plans) {
      const round = roundNow(plan, today)
      if (round !== null) rounds.push(await roundView(app, tx, plan, round))
    }
    return rounds
  })
  return done({ items })
}

async function roundView(
  app: App,
  tx: Tx,
  plan: store.PlanRow,
  { dueOn, untilOn }: { dueOn: string; untilOn: string },
): Promise<RoundView> {
  const { communityId, id: planId } = plan
  const objects = new Map(
    (await store.objectsById(tx, communityId, plan.stops)).map((row) => [row.id, row]),
  )
  const seen = new Map(
    (await found.foundIn(tx, { communityId, planId, dueOn })).map((row) => [row.objectId, row]),
  )
  const standing = plan.stops.flatMap((id) => objects.get(id) ?? [])
  const stops = standing
    .filter(({ id, endedOn }) => endedOn === null || seen.has(id))
    .map((row) => ({ object: objectView(app, row), ...shownOf(seen.get(row.id)) }))
  const area = app.places.geography.get(plan.areaId).code
  return { plan: planId, name: plan.name, area, dueOn, untilOn, stops }
}

/** A fault that has no case yet is still to be told: whoever tells it again completes it. */
function shownOf(seen: found.FoundRow | undefined) {
  if (seen === undefined || (seen.result === 'fault' && seen.caseNumber === null))
    return { result: null, caseNumber: null }
  return { result: seen.result, caseNumber: seen.caseNumber }
}

type Input = InputOf<typeof contract.recordFound>
type NotFound =
  | No
  | 'no_such_plan'
  | 'no_such_object'
  | 'round_over'
  | 'found_already'
  | 'no_such_photo'
  | 'command_reused'

/**
 * Whoever writes first has found it, and anybody else is told. A fault is claimed before its case is filed: sent again after
 * a process was killed in between, by anyone, it gets its case.
 */
export async function recordFound(
  app: App,
  who: Who,
  { commandId, ...input }: Input,
): Promise<Result<OutputOf<typeof contract.recordFound>, NotFound>> {
  const ground = groundOf(app, who, input.code, walks)
  if (!ground.ok) return ground
  const stop = await findStop(app, who, ground.value, input)
  if (!stop.ok) return stop
  const { object, plan } = stop.value
  const row: found.FoundRow = {
    communityId: plan.communityId,
    planId: plan.id,
    objectId: object.id,
    dueOn: input.dueOn,
    onDay: ground.value.today,
    result: input.result,
    words: wordsOf(input),
    caseNumber: null,
  }
  const known = stop.value.known ?? (await claim(app, who, row))
  if (!isOwn(known, row)) return refused('found_already')
  if (known.result !== 'fault' || known.caseNumber !== null)
    return done({ result: known.result, number: known.caseNumber })
  const number = await fileFault(app, who, { ...input, words: known.words ?? '' }, object)
  if (!number.ok) return number
  type Out = OutputOf<typeof contract.recordFound>
  const command = { commandId, content: input }
  return once<Out, never>(app, who.actor, who.scope, command, async (tx) => {
    await found.nameCase(tx, row, number.value)
    return done({ result: 'fault', number: number.value })
  })
}

/** What stands now: this, or what somebody wrote first. */
const claim = (app: App, who: Who, row: found.FoundRow): Promise<found.FoundRow> =>
  inScope(app.db, who.scope, async (tx) => {
    if ((await found.addFound(tx, row)).length > 0) return row
    const first = (await found.foundIn(tx, row)).find((one) => one.objectId === row.objectId)
    assert(first, 'whatever kept this from being written is there')
    return first
  })

/** The same once more, on a line that lost the first answer; or a fault that has no case yet. */
const isOwn = (known: found.FoundRow, row: found.FoundRow): boolean =>
  known.result === row.result &&
  (known.words === row.words || (known.result === 'fault' && known.caseNumber === null))

const wordsOf = ({ words = '' }: Pick<Input, 'words'>): string | null =>
  [...words.trim()].length < 2 ? null : words.trim()

type Stop = { plan: store.PlanRow; object: store.ObjectRow; known: found.FoundRow | null }

function findStop(
  app: App,
  who: Who,
  { area, today }: Ground,
  input: Pick<Input, 'plan' | 'object' | 'dueOn'>,
): Promise<Result<Stop, 'no_such_plan' | 'no_such_object' | 'round_over'>> {
  return inScope(app.db, who.scope, async (tx) => {
    const plan = await store.findPlan(tx, area.path, input.plan)
    if (plan === null) return refused('no_such_plan')
    if (roundNow(plan, today)?.dueOn !== input.dueOn) return refused('round_over')
    const [object] = await store.objectsById(tx, plan.communityId, [input.object])
    if (object === undefined || !plan.stops.includes(object.id)) return refused('no_such_object')
    const of = { communityId: plan.communityId, planId: plan.id, dueOn: input.dueOn }
    const all = await found.foundIn(tx, of)
    return done({ plan, object, known: all.find((one) => one.objectId === object.id) ?? null })
  })
}

/** One fault of one round is one case, however often it is sent. */
async function fileFault(
  app: App,
  who: Who,
  input: Input | Omit<Input, 'commandId'>,
  object: store.ObjectRow,
): Promise<Result<string, 'no_such_photo' | 'no_such_area'>> {
  const { lon, lat } = object
  const receipt = await reportCase(app, who, {
    commandId: steadyId('inspection', input.plan, object.id, input.dueOn),
    text: faultText(object, input.words ?? ''),
    area: app.places.geography.get(object.areaId).code,
    photos: input.photos ?? [],
    ...(lon === null || lat === null ? {} : { point: { lon, lat } }),
  })
  if (receipt.ok) return done(receipt.value.number)
  return refused(receipt.refusal === 'no_such_photo' ? 'no_such_photo' : 'no_such_area')
}
