// The list behind a figure, row for row: the same facts as tallies.ts and figures.ts, asked as a condition on cases.
// Items of most rates are rounds: a case that was opened twice may stand in its list twice.

import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { foundSources, saidSources } from '#core/cases/case.ts'
import { rowsOf } from '../kit/db.ts'
import type { Tx } from '../kit/db.ts'
import { callsBehind } from './behind-calls.ts'
import { isOfParts, withParts } from './behind-parts.ts'
import { writtenByStaff } from './burden.ts'
import { cameBefore } from './returns.ts'

export type Part = 'num' | 'den'
type Span = {
  from: string
  to: string
  now: string
  /** The local day of now. */
  today: string
  satisfiedFrom: number
  repeatDays: number
}
type Condition = RawBuilder<unknown>

/** What a case must be, or what one of its rounds must be (r), beside the last clock of that round of a kind (k). */
type Item =
  | { item: 'case'; where: Condition }
  | { item: 'round'; where: Condition; kind: string | null }
  | { item: 'time'; list: Condition; span: Span }

const within = (column: string, { from, to }: Pick<Span, 'from' | 'to'>): Condition =>
  sql`${sql.raw(column)} >= ${from} and ${sql.raw(column)} < ${to}`
const isOpen = sql`c.state not in ('NOT_ACCEPTED', 'CLOSED', 'MERGED', 'VOID', 'ARCHIVED')`

const ofCase = (where: Condition): Item => ({ item: 'case', where })
const ofRound = (where: Condition): Item => ({ item: 'round', where, kind: null })

/** A duty that counts: its due lies in the span, and it is fulfilled or its due has passed. */
const duty = (kind: string, fulfilled: Condition, span: Span, and: Condition): Item => ({
  item: 'round',
  kind,
  where: sql`${within('k.due_at', span)} and (k.due_at <= ${span.now} or ${fulfilled}) and ${and}`,
})

const handled = sql`r.handled_at is not null`
const closed = sql`r.closed_at is not null`
const stands = sql`r.undone_at is null`
const any = sql`true`
const both = (...conditions: Condition[]): Condition => sql.join(conditions, sql` and `)

const items: Record<string, (span: Span, part: Part) => Item> = {
  '1': (span, part) => ofCase(within(part === 'den' ? 'c.reported_at' : 'c.filed_at', span)),
  '2': (span, part) =>
    ofCase(
      part === 'den'
        ? within('c.filed_at', span)
        : both(
            within('c.filed_at', span),
            exists(ofRound(sql`r.round = 1 and r.self_handled and r.undone_at is null`)),
            sql`not exists (select from cases.samples s where s.community_id = c.community_id and s.case_id = c.id and s.judgement = 'not_done')`,
          ),
    ),
  '3a': (span, part) => duty('HANDLE', handled, span, part === 'den' ? any : both(handled, stands)),
  '3b': (span, part) =>
    duty(
      'HANDLE',
      handled,
      span,
      part === 'den' ? any : both(sql`r.handled_at <= k.due_at`, stands),
    ),
  '3c': (span, part) => duty('WHOLE', closed, span, part === 'den' ? any : both(closed, stands)),
  '3d': (span, part) =>
    duty('WHOLE', closed, span, part === 'den' ? any : both(sql`r.closed_at <= k.due_at`, stands)),
  '3e': (span, part) =>
    duty('HANDLE', handled, span, part === 'den' ? any : sql`r.extensions_granted > 0`),
  '4a': (span, part) =>
    duty('WHOLE', closed, span, part === 'den' ? any : sql`r.failed_checks > 0`),
  '4b': (span, part) =>
    ofRound(
      part === 'den'
        ? within('r.closed_at', span)
        : both(within('r.closed_at', span), sql`r.undone_at is not null`),
    ),
  '5': (span) =>
    ofRound(
      both(
        within('r.handled_at', span),
        stands,
        sql`not r.self_handled and r.first_dispatched_at is not null`,
      ),
    ),
  '6': ({ now }) =>
    ofCase(sql`${isOpen} and c.filed_at is not null and exists (
    select from cases.clocks k
     where k.community_id = c.community_id and k.case_id = c.id and k.round = c.round
       and k.kind in ('HANDLE', 'WHOLE') and k.ended_at is null and k.due_at < ${now})`),
  '7': (span, part) =>
    ofRound(
      part === 'den'
        ? within('r.first_dispatched_at', span)
        : both(within('r.first_dispatched_at', span), sql`r.first_dispatch = 'standing'`),
    ),
  '8': (span) => ofCase(exists(ofRound(within('r.closed_at', span)))),
  '9a': (span, part) =>
    duty(
      'RESPOND',
      sql`r.responded_at is not null`,
      span,
      part === 'den' ? any : sql`r.responded_at <= k.due_at`,
    ),
  '9b': (span, part) => ofRound(answered(span, part)),
  '9c': (span, part) =>
    ofRound(
      part === 'den'
        ? within('r.graded_at', span)
        : both(within('r.graded_at', span), sql`r.grade >= ${span.satisfiedFrom}`),
    ),
  '10': (span, part) =>
    ofCase(
      both(
        sql`c.filed_at is not null`,
        within('c.reported_at', span),
        part === 'den' ? any : sql.raw(cameBefore(String(span.repeatDays))),
      ),
    ),
  '11': (span, part) =>
    ofCase(
      both(
        within('c.filed_at', span),
        sql`c.source = any (${part === 'den' ? [...foundSources, ...saidSources] : foundSources})`,
      ),
    ),
  '12': (span, part) =>
    ofRound(sql`exists (
      select from cases.samples s
       where s.community_id = r.community_id and s.case_id = r.case_id and s.round = r.round
         and ${within('s.judged_at', span)}
         and ${part === 'den' ? any : sql`s.judgement = 'not_done'`})`),
  '13': (span, part) => ofCase(sql`exists (select ${callsBehind(span, part)})`),
  '26c': (span) => ofCase(both(within('c.reported_at', span), sql.raw(writtenByStaff))),
  urged: (span) => ({ item: 'time', list: sql`c.urges`, span }),
  supervised: (span) => ({ item: 'time', list: sql`c.supervisions`, span }),
  excused: (span) =>
    ofCase(
      both(
        sql`c.appeal ->> 'excused' = 'true'`,
        within(`(c.appeal ->> 'overdueAt')::timestamptz`, span),
      ),
    ),
  open: () => ofCase(isOpen),
  unplaced: () => ofCase(both(isOpen, sql`c.grid_id is null`)),
  suspended: () => ofCase(sql`c.state = 'SUSPENDED'`),
}

/** Confirm is yes; an objection or the reporter's own reopening is no; a call-back as said. The last answer counts. */
function answered(span: Span, part: Part): Condition {
  const undone = sql`coalesce(r.undone_by in ('object', 'reporter'), false)`
  const confirmedAt = sql`case when r.answer = 'confirm' then r.answered_at end`
  const called = sql`(r.called_at is not null and r.called_at >= coalesce(${confirmedAt}, r.called_at))`
  const at = sql`case when ${undone} then r.undone_at when ${called} then r.called_at else ${confirmedAt} end`
  const solved = sql`case when ${undone} then false when ${called} then r.called_solved else r.answer = 'confirm' end`
  const when = sql`(${at}) >= ${span.from} and (${at}) < ${span.to}`
  return part === 'num' ? sql`(${when} and ${solved})` : sql`(${when})`
}

const lastClock = (kind: string | null): Condition =>
  kind === null
    ? sql``
    : sql`join lateral (
      select k.due_at
        from cases.clocks k
       where k.community_id = r.community_id and k.case_id = r.case_id and k.round = r.round and k.kind = ${kind}
       order by k.serial desc
       limit 1) k on true`

const rounds = (item: Item & { item: 'round' }): Condition => sql`
   from cases.rounds r
   ${lastClock(item.kind)}
  where r.community_id = c.community_id and r.case_id = c.id and ${item.where}`

/** Each time somebody urged or supervised, by its place among those of its case. */
const times = ({ list, span }: Item & { item: 'time' }): Condition => sql`
   from jsonb_array_elements(${list}) with ordinality as u (said, nth)
  where ${within(`(u.said ->> 'at')::timestamptz`, span)}`

function exists(item: Item): Condition {
  if (item.item === 'case') return item.where
  return sql`exists (select ${item.item === 'time' ? times(item) : rounds(item)})`
}

export type Behind = {
  /** Which cases stand in the list (c). */
  cases: Condition
  /** Which rounds of such a case do, as an array; null where the case itself is the item. */
  rounds: Condition | null
  /** Which times of such a case, where the items are those. */
  times: Condition | null
}

/** Void cases count nowhere, merged ones only as reports; what staff did for them, and what is held, counts all the same. */
export function behindTile(tile: string, part: Part, span: Span): Behind | null {
  if (isOfParts(tile)) return { cases: withParts(tile, span), rounds: null, times: null }
  const item = items[tile]?.(span, part)
  if (item === undefined) return null
  const counts =
    (tile === '1' && part === 'den') || tile === '26c'
      ? sql`c.state <> 'VOID'`
      : sql`c.state not in ('VOID', 'MERGED')`
  return {
    cases: both(counts, exists(item)),
    rounds:
      item.item === 'round'
        ? sql`(select array_agg(r.round order by r.round) ${rounds(item)})`
        : null,
    times:
      item.item === 'time'
        ? sql`(select array_agg(u.nth::int order by u.nth) ${times(item)})`
        : null,
  }
}

/** Which rounds (or times) of these cases are the items; a case that is an item itself stands once, without one. */
export async function readSerials(
  tx: Tx,
  serials: Condition | null,
  numbers: string[],
): Promise<(number: string) => (number | null)[]> {
  if (serials === null || numbers.length === 0) return () => [null]
  const found = await rowsOf(
    tx,
    sql<{ number: string; serials: number[] }>`
      select c.number, ${serials} as serials
        from cases.cases c
       where c.number = any (${numbers})
       limit ${numbers.length}`,
  )
  const byNumber = new Map(found.map((row) => [row.number, row.serials]))
  return (number) => byNumber.get(number) ?? [null]
}
