// The list behind a tile, one row for each item of the figure. It is read in the caller's own scope: a figure may be
// known where its cases are not.

import type { BehindRow } from '#core/cockpit/contract.ts'
import { done } from '#core/kit/result.ts'
import type { Result } from '#core/kit/result.ts'
import { startOfDay } from '#core/kit/time.ts'
import { sql } from 'kysely'
import type { App, Who } from '../app.ts'
import { behindTile, readRounds } from '../cases/behind.ts'
import { listCaseRows, rowView } from '../cases/lists.ts'
import { settingsAt } from '../cases/settings.ts'
import { inScope } from '../kit/db.ts'
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
  const bounds = {
    from: startOfDay(span.from, area.timeZone),
    to: startOfDay(span.to, area.timeZone),
    now,
    satisfiedFrom: settingsAt(app, area.id, now).rules.basicallySatisfiedCounts ? 3 : 4,
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
    const roundsOf = await readRounds(
      tx,
      behind,
      shown.map((row) => String(row.c['number'])),
    )
    return done({
      items: shown.flatMap((row) => {
        const view = rowView(app, row, now)
        return roundsOf(view.number).map((round) => ({ ...view, round }))
      }),
      next: rows.length > limit ? (shown.at(-1)?.sortKey ?? null) : null,
    })
  })
}
