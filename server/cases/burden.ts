// Figures 26 and 27 as far as cases go: how often something was filled in, what went along untyped, how much a report
// takes, and what is still held of reporters. Sums; no person is in any of them.

import { pressedMoves } from '#core/cases/burden.ts'
import type { Tx } from '../kit/db.ts'
import { under, within } from './subtree.ts'

type Span = { from: string; to: string }

/** One command of a member of staff, whatever it led to: its first entry stands for it. */
export const filledIn = `e.actor_kind = 'person' and e.place = 0 and e.move <> all ('{${pressedMoves.join(',')}}')`

export const timesFilledIn = async (tx: Tx, path: string, { from, to }: Span): Promise<number> =>
  (
    await tx.prepared<{ n: number }>(
      'cases.timesFilledIn',
      `select count(*)::int as n
         from cases.cases   c
         join cases.entries e on e.community_id = c.community_id
                             and e.case_id = c.id
        where c.last_at >= $3
          and e.at >= $3
          and e.at < $4
          and ${filledIn}
          and ${within('c.filed_path')}`,
      [...under(path), from, to],
    )
  )[0]?.n ?? 0

/** What stands in a case (c) and goes with it: its kind, its number, and whatever else is there. */
export const carriedFields = `(2 + (c.text <> '')::int + (c.address is not null)::int + (c.lat is not null)::int
  + (c.photos <> '{}')::int
  + exists (select from cases.voices v where v.community_id = c.community_id and v.case_id = c.id and v.has_contact)::int)`

/** Hand-overs of the period, and the fields that went along with them. */
export const carriedAlong = async (tx: Tx, path: string, { from, to }: Span) =>
  (
    await tx.prepared<{ num: number; den: number }>(
      'cases.carriedAlong',
      `select coalesce(sum(${carriedFields}), 0)::int as num, count(*)::int as den
         from cases.cases c
         join cases.legs  l on l.community_id = c.community_id
                           and l.case_id = c.id
        where c.last_at >= $3
          and l.dispatched_at >= $3
          and l.dispatched_at < $4
          and ${within('c.filed_path')}`,
      [...under(path), from, to],
    )
  )[0] ?? { num: 0, den: 0 }

/** Written by a member of staff, a find or somebody's words. */
export const writtenByStaff = `exists (
  select from cases.entries e
   where e.community_id = c.community_id and e.case_id = c.id and e.version = 1 and e.actor_kind = 'person')`

/** Characters of the reports that staff wrote, by nearest rank. */
export const charactersOfReports = async (tx: Tx, path: string, { from, to }: Span) =>
  (
    await tx.prepared<{ n: number; median: number | null; p90: number | null }>(
      'cases.charactersOfReports',
      `select count(*)::int                                                      as n,
              percentile_disc(0.5) within group (order by length(c.text))::int   as median,
              percentile_disc(0.9) within group (order by length(c.text))::int   as p90
         from cases.cases c
        where c.reported_at >= $3
          and c.reported_at < $4
          and c.state <> 'VOID'
          and ${writtenByStaff}
          and ${within('c.filed_path')}`,
      [...under(path), from, to],
    )
  )[0] ?? { n: 0, median: null, p90: null }

/** A contact (k) of which something is left. */
export const isHeld = '(k.sealed_name is not null or k.sealed_phone is not null)'

/** Names and numbers that are still here, of how many reporters; and of how many the last day is past. */
export const contactsHeld = async (tx: Tx, path: string, today: string) =>
  (
    await tx.prepared<{ fields: number; contacts: number; past: number }>(
      'cases.contactsHeld',
      `select (count(k.sealed_name) + count(k.sealed_phone))::int    as fields,
              count(*)::int                                          as contacts,
              (count(*) filter (where k.erase_after < $3::date))::int   as past
         from cases.contacts k
         join cases.cases    c on c.community_id = k.community_id
                              and c.id = k.case_id
        where k.erased_at is null
          and ${isHeld}
          and ${within('c.filed_path')}`,
      [...under(path), today],
    )
  )[0] ?? { fields: 0, contacts: 0, past: 0 }
