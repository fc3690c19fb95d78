// Lists of cases: queues, filters, search, the list behind a figure. Every condition is optional and stands in one
// statement; paging goes on after the last row shown.

import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { CaseRow, Queue, listCases as contract } from '#core/cases/contract.ts'
import type { State, Suspension } from '#core/cases/case.ts'
import { queryGrams } from '#core/cases/shown.ts'
import type { Clock } from '#core/cases/clock.ts'
import { clockView } from '#core/cases/countdown.ts'
import type { InputOf } from '#core/kit/contract.ts'
import { done, refused } from '#core/kit/result.ts'
import type { Result } from '#core/kit/result.ts'
import { roots, unitsOf } from '#core/people/rights.ts'
import type { App, Who } from '../app.ts'
import { standsInFor } from '../people/standing-in.ts'
import { inScope, rowsOf } from '../kit/db.ts'
import type { Tx } from '../kit/db.ts'
import { categoryLabel, placeOf } from './case-view.ts'
import { receiverName } from './receivers.ts'
import { settingsAt } from './settings.ts'
import { clockFromRow } from './rows.ts'
import type { Row } from './rows.ts'

type Filters = Omit<InputOf<typeof contract>, 'limit' | 'after'>
type Condition = RawBuilder<unknown>

const openStates = sql`c.state not in ('NOT_ACCEPTED', 'CLOSED', 'MERGED', 'VOID', 'ARCHIVED')`
const inStates = (...states: State[]) => sql`c.state = any (${states})`

/** Areas whose own teams the caller belongs to, his units, and where he stands in now: what "mine" means. */
type Mine = { areaIds: number[]; units: number[]; roots: string[] }

async function mineOf(app: App, tx: Tx, who: Who, now: string): Promise<Mine> {
  const grants = who.actor.kind === 'person' ? who.actor.grants : []
  const inPlaceOf = await standsInFor(app, tx, who.actor, now)
  const teams = [...grants, ...inPlaceOf].filter((each) => each.unitId === null)
  return {
    areaIds: teams.map((each) => each.areaId),
    units: [...unitsOf(who.actor), ...inPlaceOf.flatMap((each) => each.unitId ?? [])],
    roots: roots(who.actor),
  }
}
const nothing: Mine = { areaIds: [], units: [], roots: [] }

const heldBy = (mine: Mine) =>
  sql`((c.holder_unit_id is null and c.holder_area_id = any (${mine.areaIds}::bigint[])) or c.holder_unit_id = any (${mine.units}::bigint[]))`

const isBelow = (mine: Mine) =>
  sql`exists (select from unnest(${mine.roots}::text[]) as root where c.home_path ^@ root and c.home_path <> root)`

/** The queues of the desk as conditions. `dueSoon` is the last fifth of the shown clock. */
export function queueCondition(queue: Queue, mine: Mine, now: string): Condition {
  switch (queue) {
    case 'toVerify':
      return inStates('REPORTED', 'VERIFYING')
    case 'toTriage':
      return inStates('ACCEPTED')
    case 'toDispatch':
      return inStates('TRIAGED', 'REOPENED', 'RETURNED')
    case 'returned':
      return inStates('RETURNED')
    case 'toCheck':
      return inStates('HANDLED', 'PASSING_BACK')
    case 'toClose':
      return inStates('CHECKED')
    case 'contested':
      return inStates('CONTESTED')
    // Somebody above waits for an answer, or it went three work days beyond its due (loop.md 5.4).
    case 'supervised':
      return sql`(${openStates} and (c.supervisions @> '[{"answeredAt": null}]' or exists (
        select from cases.clocks k
         where k.community_id = c.community_id and k.case_id = c.id and k.ended_at is null and k.told @> '{103}')))`
    case 'mine':
      return sql`(${openStates} and ${heldBy(mine)})`
    case 'unplaced':
      return sql`(${openStates} and c.grid_id is null)`
    case 'overdue':
      return sql`(${openStates} and c.due_at < ${now})`
    case 'dueSoon':
      return sql`(${openStates} and c.due_at >= ${now} and exists (
        select from cases.clocks k
         where k.community_id = c.community_id and k.case_id = c.id and k.serial = c.shown_clock
           and (k.told @> '{80}' or c.due_at < ${now}::timestamptz + (c.due_at - k.started_at) * 0.2)))`
    case 'toCall':
      return sql`(c.state = 'CLOSED' and exists (
        select from cases.clocks k
         where k.community_id = c.community_id and k.case_id = c.id
           and k.kind = 'CALLBACK' and k.ended_at is null))`
    case 'toSample':
      // Only from above the home layer: nobody learns that his own closing was drawn.
      return sql`(c.state = 'CLOSED' and ${isBelow(mine)} and exists (
        select from cases.samples s
         where s.community_id = c.community_id and s.case_id = c.id and s.judged_at is null))`
    case 'suspended':
      return inStates('SUSPENDED')
    case 'requests':
      return sql`(${openStates} and (c.suspension_ask is not null or exists (
        select from cases.extension_requests e
         where e.community_id = c.community_id and e.case_id = c.id and e.state = 'open')))`
  }
}

/** What a search asks: each pair of characters must be in the text; then the words themselves decide. */
function searchCondition(q: string): Condition {
  const trimmed = q.trim()
  const pieces = queryGrams(trimmed)
  const words = trimmed.split(/\s+/).filter((word) => word !== '')
  const each = words.map((word) => {
    const like = `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
    return sql`(c.text ilike ${like} or c.address ilike ${like} or c.number ilike ${like}
             or substr(c.external_id, strpos(c.external_id, ':') + 1) ilike ${like})`
  })
  return sql`(c.grams @> ${pieces}::text[] and ${sql.join(each.length === 0 ? [sql`true`] : each, sql` and `)})`
}

export function conditionsOf(
  app: App,
  filters: Filters,
  mine: Mine,
  now: string,
): Result<Condition[]> {
  const conditions: Condition[] = []
  if (filters.queue !== undefined) conditions.push(queueCondition(filters.queue, mine, now))
  if (filters.area !== undefined) {
    const area = app.places.geography.findByCode(filters.area)
    if (area === null) return refused('no_such_area')
    conditions.push(sql`c.filed_path like ${`${area.path}%`}`)
  }
  if (filters.state !== undefined) conditions.push(sql`c.state = any (${filters.state.split(',')})`)
  if (filters.category !== undefined)
    conditions.push(sql`c.category like ${`${filters.category.replace(/[%_\\]/g, '')}%`}`)
  if (filters.source !== undefined) conditions.push(sql`c.source = ${filters.source}`)
  if (filters.tier !== undefined) conditions.push(sql`c.tier = ${filters.tier}`)
  if (filters.unit !== undefined) conditions.push(sql`c.chain_units @> ${[filters.unit]}::bigint[]`)
  if (filters.urgent !== undefined) conditions.push(sql`c.urgent = ${filters.urgent}`)
  if (filters.reviewBy !== undefined)
    conditions.push(sql`c.suspension ->> 'reviewOn' <= ${filters.reviewBy}`)
  if (filters.from !== undefined) conditions.push(sql`c.reported_at >= ${filters.from}`)
  if (filters.to !== undefined) conditions.push(sql`c.reported_at < ${filters.to}`)
  if ((filters.q ?? '').trim() !== '') conditions.push(searchCondition(filters.q ?? ''))
  return done(conditions)
}

type ListRow = {
  c: Row
  clock: Row | null
  returned: string | null
  sortKey: string
  overdue: boolean
}

/** Urgent first, then by due, then by report. What is over comes by its last move, newest first. */
const sortKey = sql<string>`
  case when ${openStates} then '0' else '1' end
  || case when c.urgent and ${openStates} then '0' else '1' end
  || case when ${openStates} then to_char(coalesce(c.due_at, c.reported_at + interval '100 years') at time zone 'UTC', 'YYYYMMDDHH24MISS')
          else lpad((9999999999 - extract(epoch from c.last_at)::bigint)::text, 14, '0') end
  || c.number`

/** The list 挂账: what is looked at again first comes first. */
const byReview = sql<string>`coalesce(c.suspension ->> 'reviewOn', '') || c.number`

type Page = { after: string; limit: number; now: string; order?: 'review' }

export function listCaseRows(tx: Tx, conditions: Condition[], page: Page) {
  const key = page.order === 'review' ? byReview : sortKey
  return rowsOf(
    tx,
    sql<ListRow>`
      select to_jsonb(c) - 'grams' - 'routing'   as c,
             to_jsonb(k)                         as clock,
             case when c.state = 'RETURNED' then (
               select e.reason
                 from cases.entries e
                where e.community_id = c.community_id
                  and e.case_id = c.id
                  and e.move = 'return'
                order by e.version desc
                limit 1) end                     as returned,
             ${key}                              as "sortKey",
             coalesce(c.due_at < ${page.now} and ${openStates}, false) as overdue
        from cases.cases c
        left join cases.clocks k on k.community_id = c.community_id
                                and k.case_id = c.id
                                and k.serial = c.shown_clock
       where ${sql.join([sql`true`, ...conditions], sql` and `)}
         and ${key} > ${page.after}
       order by ${key}
       limit ${page.limit}`,
  )
}

export function listCases(
  app: App,
  who: Who,
  input: InputOf<typeof contract>,
): Promise<Result<{ items: CaseRow[]; next: string | null }>> {
  const now = app.now()
  const limit = input.limit ?? 50
  const { limit: _l, after, ...filters } = input
  return inScope(app.db, who.scope, async (tx) => {
    const own = filters.queue === 'mine' || filters.queue === 'toSample'
    const mine = own ? await mineOf(app, tx, who, now) : nothing
    const conditions = conditionsOf(app, filters, mine, now)
    if (!conditions.ok) return conditions
    const rows = await listCaseRows(tx, conditions.value, {
      after: after ?? '',
      limit: limit + 1,
      now,
      ...(filters.queue === 'suspended' ? { order: 'review' as const } : {}),
    })
    const shown = rows.slice(0, limit)
    return done({
      items: shown.map((row) => rowView(app, row, now)),
      next: rows.length > limit ? (shown.at(-1)?.sortKey ?? null) : null,
    })
  })
}

export function rowView(app: App, row: ListRow, now: string): CaseRow {
  const c = row.c
  const areaId = Number(c['filed_area_id'])
  const settings = settingsAt(app, areaId, now)
  const clock: Clock | null = row.clock === null ? null : clockFromRow(row.clock)
  const holder =
    c['holder_area_id'] === null
      ? null
      : { areaId: Number(c['holder_area_id']), unitId: c['holder_unit_id'] as number | null }
  return {
    number: String(c['number']),
    text: String(c['text']),
    address: c['address'] as string | null,
    category: categoryLabel(settings, String(c['category'])),
    source: c['source'] as CaseRow['source'],
    tier: c['tier'] as CaseRow['tier'],
    urgent: Boolean(c['urgent']),
    state: c['state'] as State,
    version: Number(c['version']),
    place: placeOf(app, areaId),
    holder: holder === null ? null : receiverName(app, holder),
    returnedBecause: row.returned,
    clock: clock === null ? null : clockView(clock, settings.calendar, now),
    overdue: row.overdue,
    suspension: suspensionOf(c['suspension'] as Suspension | null),
    reportedAt: String(c['reported_at']).replace('+00:00', 'Z'),
    lastAt: String(c['last_at']).replace('+00:00', 'Z'),
  }
}

const suspensionOf = (kept: Suspension | null): CaseRow['suspension'] =>
  kept && {
    publicReason: kept.publicReason,
    condition: kept.condition,
    since: kept.since,
    reviewOn: kept.reviewOn,
  }

const counted: readonly Queue[] = [
  'toVerify',
  'toTriage',
  'toDispatch',
  'mine',
  'dueSoon',
  'overdue',
  'returned',
  'toCheck',
  'toClose',
  'unplaced',
  'requests',
  'contested',
  'supervised',
  'suspended',
]

/** Closed ones that wait for a call or an outsider: few, and found by what they wait for. */
const afterClosing: readonly Queue[] = ['toCall', 'toSample']

/** All queues in one look over the open cases, and one over those that wait after closing. */
export function countQueues(app: App, who: Who) {
  const now = app.now()
  return inScope(app.db, who.scope, async (tx) => {
    const mine = await mineOf(app, tx, who, now)
    const countOf = (queue: Queue) =>
      sql`count(*) filter (where ${queueCondition(queue, mine, now)}) as ${sql.ref(queue)}`
    const [row] = await rowsOf(
      tx,
      sql<Record<string, number>>`
        select ${sql.join(counted.map(countOf))}
          from cases.cases c
         where ${openStates}`,
    )
    const [closed] = await rowsOf(
      tx,
      sql<Record<string, number>>`
        select ${sql.join(afterClosing.map(countOf))}
          from cases.cases c
         where c.state = 'CLOSED'
           and (c.community_id, c.id) in (
             select k.community_id, k.case_id
               from cases.clocks k
              where k.kind = 'CALLBACK'
                and k.ended_at is null
              union
             select s.community_id, s.case_id
               from cases.samples s
              where s.judged_at is null)`,
    )
    const numbers = Object.fromEntries(
      Object.entries({ ...row, ...closed }).map(([queue, n]) => [queue, Number(n)]),
    )
    return done({ counts: numbers, asOf: now })
  })
}
