// Templates for replies: read by everybody who works in the area, kept by the heads of its office, inherited downward.
import type * as contract from '#core/cases/contract-templates.ts'
import type { TemplateView } from '#core/cases/contract-templates.ts'
import { unknownPlaceholders, whyCannotKeep } from '#core/cases/templates.ts'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { hasRight, keepsRoster } from '#core/people/rights.ts'
import type { Area } from '#core/places/area.ts'
import type { App, Who } from '../app.ts'
import { inScope, once } from '../kit/db.ts'
import { findArea, spotOf, todayAt } from '../people/find-area.ts'
import { categoriesAt } from '../places/index-of-places.ts'
import * as store from './store-templates.ts'

const job = { kind: 'job' } as const

const mayRead = (who: Who, area: Area) => hasRight(who.actor, 'readFigures', spotOf(area))
const mayKeep = (who: Who, area: Area) => keepsRoster(who.actor, { ...spotOf(area), unitId: null })

type Found = Result<Area, 'no_such_area' | 'not_allowed'>

function areaFor(app: App, who: Who, code: string, may: typeof mayRead): Found {
  const area = findArea(app, code)
  if (area === null) return refused('no_such_area')
  return may(who, area) ? done(area) : refused('not_allowed')
}

export async function listTemplates(
  app: App,
  who: Who,
  input: InputOf<typeof contract.listTemplates>,
): Promise<Result<OutputOf<typeof contract.listTemplates>>> {
  const found = areaFor(app, who, input.code, mayRead)
  if (!found.ok) return found
  const area = found.value
  const limit = input.limit ?? 100
  const day = todayAt(app, area)
  const chain = app.places.geography.ancestors(area).toReversed()
  const rows = await inScope(app.db, job, (tx) =>
    store.listTemplateRows(tx, {
      areaIds: chain.map((each) => each.id),
      day,
      since: yearBefore(day),
      move: input.move ?? null,
      ended: input.ended ?? false,
      after: input.after ?? '',
      limit: limit + 1,
    }),
  )
  const shown = rows.slice(0, limit)
  return done({
    items: shown.map((row) => viewOf(app, area, row)),
    next: rows.length > limit ? (shown.at(-1)?.key ?? null) : null,
    mayKeep: mayKeep(who, area),
  })
}

const yearBefore = (day: string): string => `${Number(day.slice(0, 4)) - 1}${day.slice(4, 7)}-01`

function viewOf(app: App, at: Area, { areaId, category, ...row }: store.TemplateRow): TemplateView {
  const { geography } = app.places
  const area = geography.get(areaId)
  const known = category === null ? null : categoriesAt(app, at.path, app.now()).get(category)
  return {
    ...row,
    areaCode: area.code,
    areaName: geography.label(area),
    category:
      category === null
        ? null
        : { code: category, name: { zh: known?.zh ?? category, en: known?.en ?? category } },
  }
}

export async function keepTemplate(
  app: App,
  who: Who,
  { commandId, ...input }: InputOf<typeof contract.keepTemplate>,
): Promise<Result<{ id: string }>> {
  const found = areaFor(app, who, input.code, mayKeep)
  if (!found.ok) return found
  const area = found.value
  const why = whyCannotKeep(input)
  if (why === 'unknown_placeholder')
    return refused(why, { fields: { words: unknownPlaceholders(input.words).join(' ') } })
  if (why !== null) return refused(why)
  if (input.category !== null && !categoriesAt(app, area.path, app.now()).has(input.category))
    return refused('category_unknown')
  const day = todayAt(app, area)
  return once(app, who.actor, job, { commandId, content: input }, async (tx, now) => {
    const { replaces } = input
    if (replaces !== null) {
      if ((await store.lockTemplate(tx, area.id, replaces, day)) === null)
        return refused('no_such_template')
      await store.endTemplateRow(tx, { areaId: area.id, id: replaces, day, by: who.actor.id })
    }
    const id = app.newId()
    await store.addTemplate(tx, {
      areaId: area.id,
      id,
      move: input.move,
      category: input.category,
      title: input.title.trim(),
      words: input.words.trim(),
      validFrom: day,
      by: who.actor.id,
      at: now(),
      replaces,
    })
    return done({ id })
  })
}

export async function endTemplate(
  app: App,
  who: Who,
  { commandId, ...input }: InputOf<typeof contract.endTemplate>,
): Promise<Result<{ validTo: string }>> {
  const found = areaFor(app, who, input.code, mayKeep)
  if (!found.ok) return found
  const area = found.value
  const day = todayAt(app, area)
  return once(app, who.actor, job, { commandId, content: input }, async (tx) => {
    if ((await store.lockTemplate(tx, area.id, input.id, day)) === null)
      return refused('no_such_template')
    await store.endTemplateRow(tx, { areaId: area.id, id: input.id, day, by: who.actor.id })
    return done({ validTo: day })
  })
}

export async function takeTemplate(
  app: App,
  who: Who,
  { commandId, ...input }: InputOf<typeof contract.takeTemplate>,
): Promise<Result<object>> {
  const found = areaFor(app, who, input.code, mayRead)
  if (!found.ok) return found
  const area = found.value
  const day = todayAt(app, area)
  const areaIds = app.places.geography.ancestors(area).map((each) => each.id)
  return once(app, who.actor, job, { commandId, content: input }, async (tx) => {
    const template = await store.findTemplate(tx, areaIds, input.id)
    if (template === null) return refused('no_such_template')
    const { areaId } = template
    await store.countUse(tx, { areaId, id: input.id, month: `${day.slice(0, 7)}-01` })
    return done({})
  })
}
