// The draft of a community's next grids: opened from its outlines, saved as it grows, given up. Who may is decided to
// the right of this room and handed in.
import type { InputOf } from '#core/kit/contract.ts'
import { type Result, assert, done, refused } from '#core/kit/result.ts'
import type { Area } from '#core/places/area.ts'
import { flatLoops, flatParts } from '#core/places/drawing-wire.ts'
import type * as contract from '#core/places/contract-redrawing.ts'
import type { App, Who } from '../app.ts'
import { type TakeNow, type Tx, inScope, once } from '../kit/db.ts'
import { nameOf } from './places.ts'
import { type Drawable, type NotDrawable, groundOf } from './redrawing-ground.ts'
import type { NamesOf } from './rule-history.ts'
import * as store from './store-redrawings.ts'

export type MayKeepPlaces = (who: Who, area: Area) => boolean
export type Drawer = { app: App; who: Who; may: MayKeepPlaces }

type NotHere = 'no_such_area' | 'not_yours'

/** The area, if the caller keeps its boundaries. */
export function keptArea({ app, who, may }: Drawer, code: string): Result<Area, NotHere> {
  const area = app.places.geography.findByCode(code)
  if (area === null) return refused('no_such_area')
  return may(who, area) ? done(area) : refused('not_yours')
}

export function keptGround(
  drawer: Drawer,
  code: string,
): Result<{ area: Area; drawable: Drawable }, NotHere | NotDrawable> {
  const area = keptArea(drawer, code)
  if (!area.ok) return area
  const drawable = groundOf(drawer.app, area.value)
  return drawable.ok ? done({ area: area.value, drawable: drawable.value }) : drawable
}

export async function readRedrawing(
  drawer: Drawer,
  namesOf: NamesOf,
  code: string,
): Promise<Result<contract.RedrawingView, NotHere | NotDrawable>> {
  const found = keptGround(drawer, code)
  if (!found.ok) return found
  const { area, drawable } = found.value
  const { ground, drawing, base, since, digits, schematic } = drawable
  return inScope(drawer.app.db, { kind: 'job' }, async (tx) => {
    const draft = await store.findDraft(tx, area.id)
    const names = await namesOf(tx, draft === null ? [] : [draft.changedBy])
    return done({
      area: nameOf(area),
      ground: {
        ...ground,
        outline: flatLoops(drawing.outline),
        before: flatParts(drawing.before),
        dedicated: drawable.dedicated.map((each) => ({ ...each, loops: flatLoops(each.loops) })),
        codesTaken: [...ground.codesTaken],
        since,
        digits,
        schematic,
      },
      draft:
        draft === null
          ? null
          : {
              id: draft.id,
              version: draft.version,
              parts: draft.parts,
              changedBy: names.get(draft.changedBy) ?? null,
              changedAt: draft.changedAt,
              proposed: draft.state === 'proposed',
              stale: draft.base !== base,
            },
    })
  })
}

export function openRedrawing(
  drawer: Drawer,
  { commandId, code }: InputOf<typeof contract.openRedrawing>,
) {
  const { app, who } = drawer
  return once<{ id: string; version: number }, NotHere | NotDrawable>(
    app,
    who.actor,
    who.scope,
    { commandId, content: { code } },
    async (tx, now) => {
      const found = keptGround(drawer, code)
      if (!found.ok) return found
      const { area, drawable } = found.value
      const opened =
        (await store.findDraft(tx, area.id)) ??
        (await store.addDraft(tx, {
          id: app.newId(),
          areaId: area.id,
          base: drawable.base,
          parts: flatParts(drawable.drawing.parts),
          by: who.actor.id,
          at: now(),
        })) ??
        (await store.findDraft(tx, area.id))
      assert(opened !== null, 'a draft was opened, by us or before us')
      return done({ id: opened.id, version: opened.version })
    },
  )
}

type OfDraft = { commandId: string; code: string; id: string; expectedVersion: number } & Record<
  string,
  unknown
>
export type DraftRefusal = NotHere | 'no_draft' | 'changed_meanwhile'

/** A command about the draft as the caller last saw it. */
export function onDraft<T, R extends string = never>(
  drawer: Drawer,
  { commandId, ...input }: OfDraft,
  work: (tx: Tx, at: { area: Area; draft: store.DraftRow; now: TakeNow }) => Promise<Result<T, R>>,
) {
  const { app, who } = drawer
  return once<T, R | DraftRefusal>(
    app,
    who.actor,
    who.scope,
    { commandId, content: input },
    async (tx, now) => {
      const area = keptArea(drawer, input.code)
      if (!area.ok) return area
      const draft = await store.lockDraft(tx, area.value.id, input.id)
      if (draft === null) return refused('no_draft')
      if (draft.version !== input.expectedVersion) return refused('changed_meanwhile')
      return work(tx, { area: area.value, draft, now })
    },
  )
}

export const saveRedrawing = (drawer: Drawer, input: InputOf<typeof contract.saveRedrawing>) =>
  onDraft(drawer, input, async (tx, { draft, now }) => {
    const { parts } = input
    const change = { id: draft.id, parts, by: drawer.who.actor.id, at: now() }
    const saved = await store.saveParts(tx, change)
    assert(saved !== null, 'a locked draft is saved')
    return done(saved)
  })

export const dropRedrawing = (drawer: Drawer, input: InputOf<typeof contract.dropRedrawing>) =>
  onDraft(drawer, input, async (tx, { draft, now }) => {
    await store.dropDraft(tx, { id: draft.id, by: drawer.who.actor.id, at: now() })
    return done({})
  })
