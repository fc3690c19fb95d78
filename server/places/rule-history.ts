// What was set for a place and above it, by whom and since when; and the days of a year that are not plain weekdays.
// Who the authors are is known to the right of this room: their names are handed in.
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { idsOfPath } from '#core/places/area.ts'
import type * as contract from '#core/places/contract-rules.ts'
import type { App } from '../app.ts'
import { type Tx, inScope } from '../kit/db.ts'
import { calendarAt } from './index-of-places.ts'
import { nameOf } from './places.ts'
import * as store from './store-rules.ts'

/** Names by id, for authors of changes. */
export type NamesOf = (tx: Tx, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>

export async function listRuleChanges(
  app: App,
  namesOf: NamesOf,
  input: InputOf<typeof contract.listRuleChanges>,
): Promise<Result<OutputOf<typeof contract.listRuleChanges>, 'no_such_area'>> {
  const { geography } = app.places
  const area = geography.findByCode(input.area)
  if (area === null) return refused('no_such_area')
  const limit = input.limit ?? 50
  return inScope(app.db, { kind: 'job' }, async (tx) => {
    const rows = await store.listChanges(tx, {
      areaIds: idsOfPath(area.path),
      key: input.key ?? null,
      after: cursorOf(input.after),
      limit,
    })
    const names = await namesOf(
      tx,
      rows.flatMap((row) => row.changedBy ?? []),
    )
    const items = rows.map((row) => ({
      key: row.key,
      value: row.value,
      area: row.areaId === null ? null : nameOf(geography.get(row.areaId)),
      validFrom: row.validFrom,
      validTo: row.validTo,
      reason: row.reason,
      by: row.changedBy === null ? null : (names.get(row.changedBy) ?? null),
      enteredAt: row.enteredAt,
    }))
    const last = rows.length === limit ? rows.at(-1) : undefined
    return done({ items, next: last === undefined ? null : `${last.enteredAt} ${last.tag}` })
  })
}

function cursorOf(after: string | undefined): { at: string; tag: string } | null {
  const [at = '', tag = ''] = (after ?? '').split(' ')
  return Number.isNaN(Date.parse(at)) || tag === '' ? null : { at, tag }
}

export function readCalendar(
  app: App,
  { area: code, year }: InputOf<typeof contract.readCalendar>,
): Result<OutputOf<typeof contract.readCalendar>, 'no_such_area'> {
  const { geography, local } = app.places
  const area = geography.findByCode(code)
  if (area === null) return refused('no_such_area')
  const calendar = calendarAt(app, area.path, app.now())
  return done({
    version: calendar.version,
    published: calendar.knownYears.has(year),
    days: local.daysOf(area.path, year).map((row) => ({
      day: row.day,
      kind: row.kind,
      name: row.name,
      area: row.areaId === null ? null : nameOf(geography.get(row.areaId)),
      enteredAt: row.enteredAt,
    })),
  })
}
