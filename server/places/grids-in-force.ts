// What putting the open draft in force would change and carry along. Who may, whose names, which staff and which open cases
// are known to the right of this room and handed in.
import type { InputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { localDate } from '#core/kit/time.ts'
import type { Words } from '#core/kit/words.ts'
import type { Area } from '#core/places/area.ts'
import { goesTo } from '#core/places/carrying.ts'
import type * as contract from '#core/places/contract-in-force.ts'
import { loopsOf, outlineOf, unitsAt } from '#core/places/corners.ts'
import type { Part } from '#core/places/drawing.ts'
import { faultsOfDrawing } from '#core/places/drawing-faults.ts'
import { flatLoops, flatParts, partsFrom } from '#core/places/drawing-wire.ts'
import type { Point } from '#core/places/geometry.ts'
import { type MicroGoes, microGoing } from '#core/places/micro-carried.ts'
import type { GridChanges } from '#core/places/grid-changes.ts'
import {
  type Chosen,
  type GridPlan,
  type Heirs,
  changesInDrawing,
  earliestDay,
  heirsIn,
  isEmptyPlan,
  planOf,
  sizeOf,
} from '#core/places/putting-in-force.ts'
import type { App, Who } from '../app.ts'
import { type Tx, inScope } from '../kit/db.ts'
import { nameOf } from './places.ts'
import { type Drawable, groundOf } from './redrawing-ground.ts'
import type { NamesOf } from './rule-history.ts'
import * as store from './store-redrawings.ts'
import * as decided from './store-in-force.ts'

type StaffRow = { grant: number; name: string; post: Words; areaId: number }
export type CarriedAlong = {
  /** Holds a grant on that day; and how many lines of the duty roster begin then or later. */
  staffOf: (tx: Tx, areaIds: readonly number[], day: string) => Promise<StaffRow[]>
  dutiesOf: (tx: Tx, areaIds: readonly number[], area: Area, day: string) => Promise<number>
  /** Open cases that lie in these grids. */
  openCasesIn: (
    tx: Tx,
    communityId: number,
    areaIds: readonly number[],
  ) => Promise<{ areaId: number; point: Point | null }[]>
}

export type InForce = {
  app: App
  who: Who
  mayPropose: (who: Who, area: Area) => boolean
  /** Keeps places here, or heads a layer above: a second person, whoever proposed. */
  mayConfirm: (who: Who, area: Area) => boolean
  namesOf: NamesOf
  carried: CarriedAlong
}

type NotHere = 'no_such_area' | 'not_yours' | 'not_a_community'

/** The community, if the caller proposes or confirms here. */
export function readArea(of: InForce, code: string): Result<Area, NotHere> {
  const { app, who } = of
  const area = app.places.geography.findByCode(code)
  if (area === null) return refused('no_such_area')
  if (!of.mayPropose(who, area) && !of.mayConfirm(who, area)) return refused('not_yours')
  return app.places.geography.isCommunity(area) ? done(area) : refused('not_a_community')
}

/** A draft against the grids it is drawn on: what it changes, who takes over, and what would be written. */
export type Weighed = {
  drawable: Drawable
  parts: Part[]
  stale: boolean
  faults: number
  changes: GridChanges
  heirs: Heirs
  plan: GridPlan
}

export function weigh(
  app: App,
  drawable: Drawable,
  draft: store.DraftRow,
  chosen: Chosen,
): Weighed {
  const parts = partsFrom(draft.parts)
  const { drawing, ground } = drawable
  const shapes = { outline: drawing.outline, before: drawing.before, parts }
  const changes = changesInDrawing(shapes)
  const heirs = heirsIn(shapes, changes, chosen)
  const { geography } = app.places
  const idOf = (code: string) => geography.findByCode(code)?.id ?? 0
  const plan = planOf({
    ...shapes,
    heirs,
    chosen,
    idOf,
    schematic: drawable.schematic,
    source: `redrawing ${draft.id}`,
    micro: (heirsByCode) => microOf(app, drawable, parts, heirsByCode),
  })
  return {
    drawable,
    parts,
    stale: draft.base !== drawable.base,
    faults: faultsOfDrawing(ground, parts).length,
    changes,
    heirs,
    plan,
  }
}

/** Where the micro-grids of grids that end go. */
function microOf(
  app: App,
  { drawing, since }: Drawable,
  parts: readonly Part[],
  heirs: ReadonlyMap<string, string>,
): MicroGoes[] {
  const { geography } = app.places
  const inside = [...heirs.keys()].flatMap((code) => {
    const grid = geography.findByCode(code)
    return grid === null ? [] : geography.children(grid.id, since).map((micro) => ({ micro, code }))
  })
  if (inside.length === 0) return []
  const below = (code: string) => {
    const grid = geography.findByCode(code)
    return grid === null ? [] : geography.childrenEver(grid.id).map((each) => each.code)
  }
  return microGoing(
    inside.map(({ micro: { id, code }, code: grid }) => {
      const known = geography.outlineOf(id, since)
      return { id, code, grid, loops: known === null ? null : loopsOf(known.outline) }
    }),
    {
      heirs,
      unit: unitsAt(drawing.outline),
      grids: parts
        .filter(({ unclaimed }) => !unclaimed)
        .map(({ code, loops }) => ({ code, loops, taken: below(code) })),
    },
  )
}

export const chosenIn = (draft: store.DraftRow): Chosen => ({
  grids: draft.heirs.grids ?? {},
  staff: draft.heirs.staff ?? {},
})

export async function previewRedrawing(
  of: InForce,
  input: InputOf<typeof contract.previewRedrawing>,
): Promise<Result<contract.InForceView, NotHere>> {
  const area = readArea(of, input.code)
  if (!area.ok) return area
  const { app, who } = of
  const today = localDate(app.now(), area.value.timeZone)
  const drawable = groundOf(app, area.value)
  const since = drawable.ok ? drawable.value.since : today
  const earliest = earliestDay({ today, since })
  const view = await inScope(app.db, { kind: 'job' }, async (tx) => {
    const row = await store.findDraft(tx, area.value.id)
    const rows = await decided.listInForce(tx, area.value.id)
    const ids = [row, ...rows].flatMap((each) => (each === null ? [] : peopleOf(each)))
    const names = await of.namesOf(tx, ids)
    const name = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
    const asked = { day: row?.day ?? input.day ?? earliest, area: area.value, name }
    return {
      draft:
        row === null || !drawable.ok ? null : await proposalOf(of, tx, drawable.value, row, asked),
      decided: rows.map(({ id, day, proposedBy, confirmedBy, confirmedAt }) => ({
        id,
        day,
        begun: day <= today,
        proposedBy: name(proposedBy),
        confirmedBy: name(confirmedBy),
        confirmedAt,
      })),
      isProposer: row?.state === 'proposed' && row.proposedBy === who.actor.id,
    }
  })
  const { isProposer, ...rest } = view
  return done({
    area: nameOf(area.value),
    today,
    earliest,
    schematic: drawable.ok && drawable.value.schematic,
    mayPropose: of.mayPropose(who, area.value),
    mayConfirm: of.mayConfirm(who, area.value) && !isProposer,
    ...rest,
  })
}

const peopleOf = (row: { proposedBy: string | null; changedBy?: string; confirmedBy?: string }) =>
  [row.proposedBy, row.changedBy, row.confirmedBy].flatMap((id) => id ?? [])

type Asked = { day: string; area: Area; name: (id: string | null) => string | null }

async function proposalOf(
  of: InForce,
  tx: Tx,
  drawable: Drawable,
  row: store.DraftRow,
  { day, area, name }: Asked,
): Promise<contract.Proposal> {
  const weighed = weigh(of.app, drawable, row, chosenIn(row))
  const { parts, heirs, plan } = weighed
  const { outline, before } = drawable.drawing
  const sound = weighed.faults === 0
  const ends = sound ? plan.ends : []
  const touched = sound ? [...plan.ends, ...plan.moves] : []
  const gridOf = (part: Part) => ({
    key: part.key,
    code: part.code,
    name: part.name,
    nameEn: part.nameEn,
    squareMetres: sizeOf(part, outline),
  })
  return {
    id: row.id,
    version: row.version,
    proposed: row.state === 'proposed',
    day,
    proposedBy: name(row.proposedBy),
    changedBy: name(row.changedBy),
    changedAt: row.changedAt,
    stale: weighed.stale,
    faults: weighed.faults,
    unchanged: sound && isEmptyPlan(plan),
    micro: sound ? plan.micro.map((going) => microView(of.app, going, parts)) : [],
    outline: flatLoops(outline),
    before: flatParts(before),
    after: flatParts(parts),
    grids: sound
      ? parts.map((part) => ({ ...gridOf(part), kind: kindOf(part, weighed.changes) }))
      : [],
    ended: sound
      ? heirs.map(({ ended, shares, heir }) => ({
          ...gridOf(ended),
          shares: shares.map(({ id, share }) => ({ key: id, share })),
          heir,
        }))
      : [],
    staff: await staffIn(of, tx, { ends, day, heirs, chosen: chosenIn(row) }),
    duties: ends.length === 0 ? 0 : await of.carried.dutiesOf(tx, ends, area, day),
    cases: await casesIn(of, tx, { area, touched, weighed }),
  }
}

function microView(app: App, { id, code, grid }: MicroGoes, parts: readonly Part[]) {
  const { geography } = app.places
  const micro = geography.get(id)
  return {
    code: micro.code,
    name: micro.name,
    nameEn: micro.nameEn,
    from: geography.get(micro.parentId ?? 0).code,
    to: parts.find((part) => part.code === grid)?.key ?? '',
    becomes: code,
  }
}

function kindOf(part: Part, { changes }: GridChanges) {
  if (part.was === null) return 'begins'
  const of = changes.filter(({ after }) => after.includes(part.was ?? ''))
  if (of.some(({ kind }) => kind === 'moved')) return 'moves'
  return of.some(({ kind }) => kind === 'renamed') ? 'renamed' : 'stays'
}

type Leaving = { ends: readonly number[]; day: string; heirs: Heirs; chosen: Chosen }

async function staffIn({ app, carried }: InForce, tx: Tx, { ends, day, heirs, chosen }: Leaving) {
  if (ends.length === 0) return []
  const rows = await carried.staffOf(tx, ends, day)
  return rows.map(({ grant, name, post, areaId }) => {
    const from = app.places.geography.get(areaId).code
    const heir = heirs.find(({ ended }) => ended.code === from)?.heir ?? ''
    return { grant, name, post, from, to: chosen.staff[grant] ?? heir }
  })
}

type Touching = { area: Area; touched: readonly number[]; weighed: Weighed }

async function casesIn({ app, carried }: InForce, tx: Tx, { area, touched, weighed }: Touching) {
  if (touched.length === 0) return []
  const outlined = (parts: readonly Part[]) =>
    parts
      .filter(({ unclaimed }) => !unclaimed)
      .map((part) => ({ id: part.was ?? part.key, outline: outlineOf(part.loops) }))
  const carrying = {
    before: outlined(weighed.drawable.drawing.before),
    after: outlined(weighed.parts),
  }
  const counts = new Map<string, { from: string; to: string | null; count: number }>()
  for (const { areaId, point } of await carried.openCasesIn(tx, area.id, touched)) {
    const from = app.places.geography.get(areaId).code
    const grid = goesTo(carrying, { grid: from, point })
    if (grid === from) continue
    const to =
      grid === 'heir' ? null : (weighed.parts.find((p) => (p.was ?? p.key) === grid)?.key ?? null)
    const key = `${from} ${to ?? ''}`
    const held = counts.get(key) ?? { from, to, count: 0 }
    counts.set(key, { ...held, count: held.count + 1 })
  }
  return [...counts.values()]
}
