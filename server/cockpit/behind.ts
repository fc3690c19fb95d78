// The list behind a tile, one row for each item of the figure. It is read in the caller's own scope: a figure may be
// known where its cases are not.

import type { BehindRow } from '#core/cockpit/contract.ts'
import { done } from '#core/kit/result.ts'
import type { Result } from '#core/kit/result.ts'
import { localDate } from '#core/kit/time.ts'
import { startOfDay } from '#core/kit/zones.ts'
import { sql } from 'kysely'
import type { App, Who } from '../app.ts'
import { readCalls } from '../cases/behind-calls.ts'
import { type Behind, behindTile, readSerials } from '../cases/behind.ts'
import { type PartSpan, isOfParts, readParts } from '../cases/behind-parts.ts'
import { listCaseRows, rowView } from '../cases/lists.ts'
import { settingsAt } from '../cases/settings.ts'
import { receiverName } from '../cases/receivers.ts'
import { inScope } from '../kit/db.ts'
import type { Tx } from '../kit/db.ts'
import { ask } from './cockpit.ts'

type Input = {
  area: string
  tile: string
  part?: 'num' | 'den'
  period?: string
  limit?: number
  after?: string
}

export async function listBehind(
  app: App,
  who: Who,
  input: Input,
): Promise<Result<{ items: BehindRow[]; next: string | null }>> {
  const asked = ask(app, who, input)
  if (!asked.ok) return asked
  const { area, span, now } = asked.value
  const { rules } = settingsAt(app, area.id, now)
  const bounds = {
    from: startOfDay(span.from, area.timeZone),
    to: startOfDay(span.to, area.timeZone),
    now,
    today: localDate(now, area.timeZone),
    satisfiedFrom: rules.basicallySatisfiedCounts ? 3 : 4,
    repeatDays: rules.hotSpotDays,
  }
  const behind = behindTile(input.tile, input.part ?? 'den', bounds)
  if (behind === null) return done({ items: [], next: null })
  const limit = input.limit ?? 50
  return inScope(app.db, who.scope, async (tx) => {
    const conditions = [behind.cases, sql`c.filed_path like ${`${area.path}%`}`]
    const rows = await listCaseRows(tx, conditions, {
      after: input.after ?? '',
      limit: limit + 1,
      now,
    })
    const shown = rows.slice(0, limit)
    const numbers = shown.map((row) => String(row.c['number']))
    const part = input.part ?? 'den'
    const itemsOf =
      input.tile === '13'
        ? await unitsOf(app, tx, { span: bounds, part }, numbers)
        : isOfParts(input.tile)
          ? await partItems(tx, { tile: input.tile, span: bounds }, numbers)
          : await roundItems(tx, behind, numbers)
    return done({
      items: shown.flatMap((row) => {
        const view = rowView(app, row, now)
        return itemsOf(view.number).map((item) => ({ ...view, ...item }))
      }),
      next: rows.length > limit ? (shown.at(-1)?.sortKey ?? null) : null,
    })
  })
}

type Item = Pick<BehindRow, 'round' | 'unit' | 'what' | 'nth'>
type Items = (number: string) => Item[]
const plain: Item = { round: null, unit: null, what: null, nth: null }

async function roundItems(tx: Tx, behind: Behind, numbers: string[]): Promise<Items> {
  const roundsOf = await readSerials(tx, behind.rounds, numbers)
  const timesOf = await readSerials(tx, behind.times, numbers)
  return (number) =>
    roundsOf(number).flatMap((round) => timesOf(number).map((nth) => ({ ...plain, round, nth })))
}

async function partItems(
  tx: Tx,
  { tile, span }: { tile: string; span: PartSpan },
  numbers: string[],
): Promise<Items> {
  const partsOf = await readParts(tx, tile, span, numbers)
  return (number) => partsOf(number).map((what) => ({ ...plain, what }))
}

async function unitsOf(
  app: App,
  tx: Tx,
  of: Parameters<typeof readCalls>[1],
  numbers: string[],
): Promise<Items> {
  const callsOf = await readCalls(tx, of, numbers)
  return (number) => callsOf(number).map((call) => ({ ...plain, unit: receiverName(app, call) }))
}
