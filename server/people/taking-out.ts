// Lists taken out as files: each is written down before it is handed over, and says in every row and at the foot of every
// page which taking-out it was, so that a file found where it does not belong has a name.
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import type { Stamp, Taken } from '#core/kit/export.ts'
import { done, refused, type Result } from '#core/kit/result.ts'
import { localDate, localTime } from '#core/kit/time.ts'
import type { listExports as declared } from '#core/people/contract-exports.ts'
import { hasRight } from '#core/people/rights.ts'
import { sql } from 'kysely'
import type { App, Who } from '#server/app.ts'
import { inScope, rowsOf } from '#server/kit/db.ts'
import { findArea } from './find-area.ts'

/** Null for whoever has no account: what he takes out is public. */
export async function noteTaking(app: App, who: Who, what: Taken): Promise<Stamp | null> {
  const { actor } = who
  const grant = actor.kind === 'person' ? actor.grants[0] : undefined
  if (actor.kind !== 'person' || grant === undefined) return null
  const at = app.now()
  const mark = app.newId().replaceAll('-', '').slice(-10).toUpperCase()
  await inScope(app.db, who.scope, (tx) =>
    rowsOf(
      tx,
      sql`
    insert into people.exports (at, person_id, area_id, list, title, filters, format, row_count, mark)
    values (${at}, ${actor.id}, ${grant.areaId}, ${what.list}, ${JSON.stringify(what.title)}::jsonb,
            ${JSON.stringify(what.filters)}::jsonb, ${what.format}, ${what.rows}, ${mark})`,
    ),
  )
  const zone = app.places.geography.get(grant.areaId).timeZone
  const when = `${localDate(at, zone)} ${localTime(at, zone)}`
  const words = {
    zh: `${actor.name} ${when} 导出，编号 ${mark}，仅供工作使用`,
    en: `Taken out by ${actor.name}, ${when}, number ${mark}. For work only`,
  }
  return { mark, words }
}

type Row = OutputOf<typeof declared>['items'][number] & { id: number }

export async function listExports(
  app: App,
  who: Who,
  input: InputOf<typeof declared>,
): Promise<Result<OutputOf<typeof declared>, 'not_allowed' | 'no_such_area'>> {
  const area = findArea(app, input.areaCode)
  if (area === null) return refused('no_such_area')
  if (!hasRight(who.actor, 'readLooks', { areaId: area.id, areaPath: area.path }))
    return refused('not_allowed')
  const limit = input.limit ?? 50
  const before = input.after === undefined ? Number.MAX_SAFE_INTEGER : Number(input.after) || 0
  const mark = input.mark?.toUpperCase() ?? null
  const inside = [...app.places.geography.all()].filter((each) => each.path.startsWith(area.path))
  const rows = await inScope(app.db, { kind: 'job' }, (tx) =>
    rowsOf<Row>(
      tx,
      sql<Row>`
    select e.id,
           e.at,
           p.name,
           p.login,
           e.title,
           e.filters,
           e.format,
           e.row_count as "rows",
           e.mark
      from people.exports e
      join people.people  p on p.id = e.person_id
     where e.area_id = any (${inside.map((each) => each.id)}::bigint[])
       and e.id < ${before}
       and (${mark}::text is null or e.mark = ${mark})
     order by e.id desc
     limit ${limit}`,
    ),
  )
  const last = rows.length === limit ? rows.at(-1) : undefined
  return done({ items: rows, next: last === undefined ? null : String(last.id) })
}
