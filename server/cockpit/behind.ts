// The list behind a tile. It is read in the caller's own scope: a figure may be known where its cases are not.

import type { CaseRow } from '#core/cases/contract.ts'
import { done } from '#core/kit/result.ts'
import type { Result } from '#core/kit/result.ts'
import { startOfDay } from '#core/kit/time.ts'
import { sql } from 'kysely'
import type { App, Who } from '../app.ts'
import { behindTile } from '../cases/behind.ts'
import { listCaseRows, rowView } from '../cases/lists.ts'
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
): Promise<Result<{ items: CaseRow[]; next: string | null }>> {
  const asked = ask(app, who, input)
  if (!asked.ok) return asked
  const { area, span, now } = asked.value
  const bounds = {
    from: startOfDay(span.from, area.timeZone),
    to: startOfDay(span.to, area.timeZone),
    now,
  }
  const condition = behindTile(input.tile, input.part ?? 'den', bounds)
  if (condition === null) return done({ items: [], next: null })
  const limit = input.limit ?? 50
  return inScope(app.db, who.scope, async (tx) => {
    const conditions = [condition, sql`c.filed_path like ${`${area.path}%`}`]
    const rows = await listCaseRows(tx, conditions, {
      after: input.after ?? '',
      limit: limit + 1,
      now,
    })
    const shown = rows.slice(0, limit)
    return done({
      items: shown.map((row) => rowView(app, row, now)),
      next: rows.length > limit ? (shown.at(-1)?.sortKey ?? null) : null,
    })
  })
}
