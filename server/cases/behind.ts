// The list behind a figure, row for row: the same facts as tallies.ts and figures.ts, asked as a condition on cases.

import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

export type Part = 'num' | 'den'
type Span = { from: string; to: string; now: string }
type Condition = RawBuilder<unknown>

const counts = sql`c.state not in ('VOID', 'MERGED')`
const within = (column: string, { from, to }: Span): Condition =>
  sql`${sql.raw(column)} >= ${from} and ${sql.raw(column)} < ${to}`

const round = (where: Condition): Condition => sql`exists (
  select from cases.rounds r
   where r.community_id = c.community_id and r.case_id = c.id and ${where})`

/** A duty that counts: its due lies in the span, and it is fulfilled or its due has passed. */
const duty = (
  kind: string,
  fulfilled: Condition,
  span: Span,
  and: Condition,
): Condition => sql`exists (
  select from cases.rounds r
    join lateral (
      select k.due_at
        from cases.clocks k
       where k.community_id = r.community_id and k.case_id = r.case_id and k.round = r.round and k.kind = ${kind}
       order by k.serial desc
       limit 1) k on true
   where r.community_id = c.community_id and r.case_id = c.id
     and ${within('k.due_at', span)}
     and (k.due_at <= ${span.now} or ${fulfilled})
     and ${and})`

const handled = sql`r.handled_at is not null`
const closed = sql`r.closed_at is not null`
const any = sql`true`

const conditions: Record<string, (span: Span, part: Part) => Condition> = {
  '1': (span) => within('c.reported_at', span),
  '2': (span, part) =>
    part === 'den'
      ? within('c.filed_at', span)
      : sql`${within('c.filed_at', span)} and ${round(sql`r.round = 1 and r.self_handled and r.undone_at is null`)}`,
  '3a': (span, part) =>
    duty(
      'HANDLE',
      handled,
      span,
      part === 'den' ? any : sql`r.handled_at is not null and r.undone_at is null`,
    ),
  '3b': (span, part) =>
    duty(
      'HANDLE',
      handled,
      span,
      part === 'den' ? any : sql`r.handled_at <= k.due_at and r.undone_at is null`,
    ),
  '3c': (span, part) =>
    duty(
      'WHOLE',
      closed,
      span,
      part === 'den' ? any : sql`r.closed_at is not null and r.undone_at is null`,
    ),
  '3d': (span, part) =>
    duty(
      'WHOLE',
      closed,
      span,
      part === 'den' ? any : sql`r.closed_at <= k.due_at and r.undone_at is null`,
    ),
  '3e': (span, part) =>
    duty('HANDLE', handled, span, part === 'den' ? any : sql`r.extensions_granted > 0`),
  '4a': (span, part) =>
    duty('WHOLE', closed, span, part === 'den' ? any : sql`r.failed_checks > 0`),
  '4b': (span, part) =>
    round(
      part === 'den'
        ? within('r.closed_at', span)
        : sql`${within('r.closed_at', span)} and r.undone_at is not null`,
    ),
  '5': (span) =>
    round(
      sql`${within('r.handled_at', span)} and r.undone_at is null and not r.self_handled and r.first_dispatched_at is not null`,
    ),
  '6': ({
    now,
  }) => sql`c.filed_at is not null and c.state not in ('NOT_ACCEPTED', 'CLOSED', 'MERGED', 'VOID', 'ARCHIVED') and exists (
    select from cases.clocks k
     where k.community_id = c.community_id and k.case_id = c.id and k.round = c.round
       and k.kind in ('HANDLE', 'WHOLE') and k.ended_at is null and k.due_at < ${now})`,
  '7': (span, part) =>
    round(
      part === 'den'
        ? within('r.first_dispatched_at', span)
        : sql`${within('r.first_dispatched_at', span)} and r.first_dispatch = 'standing'`,
    ),
  '8': (span) => round(within('r.closed_at', span)),
  '9a': (span, part) =>
    duty(
      'RESPOND',
      sql`r.responded_at is not null`,
      span,
      part === 'den' ? any : sql`r.responded_at <= k.due_at`,
    ),
  '9b': (span, part) => round(answered(span, part)),
  '9c': (span, part) =>
    round(
      part === 'den'
        ? within('r.graded_at', span)
        : sql`${within('r.graded_at', span)} and r.grade >= 3`,
    ),
}

/** Confirm is yes; an objection or the reporter's own reopening is no, and the last answer counts. */
function answered(span: Span, part: Part): Condition {
  const no = sql`(r.undone_by in ('object', 'reporter') and ${within('r.undone_at', span)})`
  const yes = sql`(r.answer = 'confirm' and ${within('r.answered_at', span)} and (r.undone_by is null or r.undone_by not in ('object', 'reporter')))`
  return part === 'num' ? yes : sql`(${yes} or ${no})`
}

export function behindTile(tile: string, part: Part, span: Span): Condition | null {
  const condition = conditions[tile]?.(span, part)
  return condition === undefined ? null : sql`(${counts} and ${condition})`
}
