// A past day of an area as rows: which cases were alive in it, what is written of them up to its end, and which duties of
// theirs were late in it. Bounded by the caller's limits; what the rows mean is folded in core.

import type { Entry } from '#core/cases/change.ts'
import { besideMoves } from '#core/cases/move-names.ts'
import type { Tx } from '../kit/db.ts'
import { under, within } from './subtree.ts'

export type AliveRow = {
  communityId: number
  id: string
  number: string
  category: string
  urgent: boolean
  filedPath: string
  homePath: string
  chainUnits: number[]
}

type Asked = { path: string; areaIds: number[]; from: string; to: string; limit: number }

const columns = `
       c.community_id::int as "communityId",
       c.id,
       c.number,
       c.category,
       c.urgent,
       c.filed_path        as "filedPath",
       c.home_path         as "homePath",
       c.chain_units       as "chainUnits"`

/** Alive: reported before the day was over, and still moving when it began. */
const alive = `c.reported_at < $4
   and (c.last_at >= $3 or c.state not in ('NOT_ACCEPTED', 'CLOSED', 'MERGED', 'VOID', 'ARCHIVED'))`

/** Filed here, or moved out of here since: a corrected place, and a grid that was redrawn, leave their trace in the journal alone. */
export const aliveInDay = (tx: Tx, { path, areaIds, from, to, limit }: Asked) =>
  tx.prepared<AliveRow>(
    'cases.aliveInDay',
    `(select ${columns}
       from cases.cases c
      where ${within('c.filed_path')}
        and ${alive}
      limit $6)
     union
     (select ${columns}
       from cases.entries m
       join cases.cases   c on c.community_id = m.community_id
                           and c.id = m.case_id
      where m.move in ('correct', 'redraw')
        and m.at >= $3
        and (m.move = 'redraw' or m.facts ->> 'field' = 'place')
        and not (${within('c.filed_path')})
        and ${alive}
        and exists (select
                      from cases.entries e
                     where e.community_id = m.community_id
                       and e.case_id = m.case_id
                       and e.version < m.version
                       and e.area_id = any ($5))
      limit $6)
      order by 3
      limit $6`,
    [...under(path), from, to, areaIds, limit],
  )

type Keys = { communities: number[]; ids: string[] }
export const keysOf = (rows: readonly AliveRow[]): Keys => ({
  communities: rows.map((row) => row.communityId),
  ids: rows.map((row) => row.id),
})

export type DayEntry = {
  /** Which of the cases asked for, from 1. */
  place: number
  at: string
  move: Entry['move']
  state: string
  areaId: number
  category: string | null
  inDay: boolean
  facts: Entry['facts'] | null
}

/** Everything that moved these cases until an instant, in the order in which it was written; facts only of the day. */
export const entriesUntil = (tx: Tx, keys: Keys, of: { from: string; to: string }) =>
  tx.prepared<DayEntry>(
    'cases.entriesUntil',
    `select w.place::int                                as place,
            e.at,
            e.move,
            e.to_state                                  as state,
            e.area_id::int                              as "areaId",
            case when e.move = 'correct' and e.facts ->> 'field' = 'category' then e.facts ->> 'is'
                 else e.facts ->> 'category' end        as category,
            e.at >= $3                                  as "inDay",
            case when e.at >= $3 then e.facts end       as facts
       from unnest($1::bigint[], $2::uuid[]) with ordinality as w (community_id, id, place)
       join cases.entries e on e.community_id = w.community_id
                           and e.case_id = w.id
      where e.at < $4
        and e.move <> all ($5)
      order by e.at, e.tx, e.seq
      limit 500000`,
    [keys.communities, keys.ids, of.from, of.to, besideMoves],
  )

export type LateRow = { place: number; from: string; to: string | null; handling: boolean }

/** Dues that had passed before the day was over and were not met before it began. */
export const lateInDay = (tx: Tx, keys: Keys, of: { from: string; to: string }) =>
  tx.prepared<LateRow>(
    'cases.lateInDay',
    `select w.place::int       as place,
            k.due_at           as "from",
            k.ended_at         as "to",
            k.kind = 'HANDLE'  as handling
       from unnest($1::bigint[], $2::uuid[]) with ordinality as w (community_id, id, place)
       join cases.clocks k on k.community_id = w.community_id
                          and k.case_id = w.id
      where k.kind in ('HANDLE', 'WHOLE')
        and k.due_at < $4
        and (k.ended_at is null or k.ended_at > k.due_at and k.ended_at >= $3)
      order by w.place, k.due_at
      limit 100000`,
    [keys.communities, keys.ids, of.from, of.to],
  )
