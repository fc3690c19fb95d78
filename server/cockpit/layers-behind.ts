// The list behind a layer figure, in the caller's own scope: a figure may be known where its cases are not.

import type { LegRow, listLegsBehind } from '#core/cockpit/contract-layers.ts'
import type { Receiver, State } from '#core/cases/case.ts'
import type { InputOf } from '#core/kit/contract.ts'
import { sql } from 'kysely'
import { done } from '#core/kit/result.ts'
import type { Result } from '#core/kit/result.ts'
import type { App, Who } from '../app.ts'
import { categoryLabel, placeOf } from '../cases/case-view.ts'
import { lateRounds } from '../cases/figures-layers.ts'
import type { LateOne } from '../cases/figures-layers.ts'
import { type LegItem, legsBehind } from '../cases/legs-behind.ts'
import { listCaseRows, rowView } from '../cases/lists.ts'
import { receiverName } from '../cases/receivers.ts'
import { settingsAt } from '../cases/settings.ts'
import { inScope } from '../kit/db.ts'
import type { Tx } from '../kit/db.ts'
import { ask } from './cockpit.ts'
import { levelsUnder, spanOfAsked } from './layers.ts'

type Input = InputOf<typeof listLegsBehind>
type Page = Result<{ items: LegRow[]; next: string | null }>

export async function listLegs(app: App, who: Who, input: Input): Promise<Page> {
  const asked = ask(app, who, input)
  if (!asked.ok) return asked
  const { area } = asked.value
  const areaIds = levelsUnder(app, area).get(input.level ?? area.level) ?? []
  const span = spanOfAsked(asked.value)
  const fact = input.fact ?? 'received'
  const limit = input.limit ?? 50
  const unit = input.unit ?? null
  const after = input.after ?? ''
  return inScope(app.db, who.scope, async (tx) => {
    if (fact === 'held') {
      const rounds = await lateRounds(app, tx, areaIds, span)
      return heldPage(app, tx, { rounds, areaIds, unit, after, limit, now: span.now })
    }
    const page = { areaIds, span, fact, unit, after, limit: limit + 1 }
    const found = await legsBehind(tx, page)
    const shown = found.slice(0, limit)
    return done({
      items: shown.map((item) => legRow(app, item, span.now)),
      next: found.length > limit ? (shown.at(-1)?.key ?? null) : null,
    })
  })
}

function legRow(app: App, item: LegItem, now: string): LegRow {
  const settings = settingsAt(app, item.areaId, now)
  return {
    key: item.key,
    number: item.number,
    text: item.text,
    category: categoryLabel(settings, item.category),
    place: placeOf(app, item.areaId),
    state: item.state as State,
    receiver: receiverName(app, { areaId: item.receiverAreaId, unitId: item.receiverUnitId }),
    giver: receiverName(app, { areaId: item.giverAreaId, unitId: item.giverUnitId }),
    at: item.at,
    since: item.since,
    heldSeconds: null,
    wholeSeconds: null,
  }
}

type Held = {
  rounds: LateOne[]
  areaIds: readonly number[]
  unit: number | null
  after: string
  limit: number
  now: string
}

/** Items are rounds: how long these hands had it, of how long it took in all. */
async function heldPage(app: App, tx: Tx, of: Held): Promise<Page> {
  const areas = new Set(of.areaIds)
  const theirs = (receiver: Receiver | null) =>
    receiver !== null &&
    areas.has(receiver.areaId) &&
    (of.unit === null || (receiver.unitId ?? 0) === of.unit)
  const items = of.rounds
    .map((round) => ({ round, key: `${round.missedAt} ${round.number} ${round.round}` }))
    .map(({ round, key }) => ({ round, key, seconds: secondsOf(round, theirs) }))
    .filter(({ key, seconds }) => seconds.mine !== null && (of.after === '' || key < of.after))
    .toSorted((a, b) => (a.key < b.key ? 1 : -1))
  const shown = items.slice(0, of.limit)
  const numbers = shown.map(({ round }) => round.number)
  const found = await listCaseRows(tx, [sql`c.number = any (${numbers})`], {
    after: '',
    limit: of.limit,
    now: of.now,
  })
  const views = found.map((row) => rowView(app, row, of.now))
  const rows = new Map(views.map((view) => [view.number, view]))
  return done({
    items: shown.flatMap(({ round, key, seconds }): LegRow[] => {
      const row = rows.get(round.number)
      if (row === undefined) return []
      const { number, text, category, place, state } = row
      const held = { heldSeconds: seconds.mine, wholeSeconds: seconds.all }
      const who = { receiver: null, giver: null }
      const at = { at: round.missedAt, since: null }
      return [{ key, number, text, category, place, state, ...who, ...at, ...held }]
    }),
    next: items.length > of.limit ? (shown.at(-1)?.key ?? null) : null,
  })
}

function secondsOf(round: LateOne, theirs: (receiver: Receiver | null) => boolean) {
  const held = [...round.held]
  const mine = held.filter(([leg]) => leg !== null && theirs(round.receiverOf(leg)))
  const sum = (some: typeof held) => Math.round(some.reduce((n, [, seconds]) => n + seconds, 0))
  return { mine: mine.length === 0 ? null : sum(mine), all: sum(held) }
}
