// The list behind a layer figure: one row for each thing it counts. The policies leave only what the caller may see.

import type { LayerFact } from '#core/cases/layer-figures.ts'
import type { Tx } from '../kit/db.ts'
import { type LayerSpan, inSpan, legsFrom, livingLegs } from './figures-layers.ts'

/** `signDue` is below the line of `signed`. Held time has a list of its own: its items are rounds. */
export type LegFact = Exclude<LayerFact, 'held'> | 'signDue'

export type LegItem = {
  number: string
  text: string
  category: string
  state: string
  areaId: number
  serial: number
  receiverAreaId: number
  receiverUnitId: number | null
  giverAreaId: number
  giverUnitId: number | null
  dispatchedAt: string
  signedAt: string | null
  at: string
  since: string | null
  key: string
}

const plain = (at: string, where: string) =>
  `select ${at} as at, null::timestamptz as since where ${where}`
const fromResults = (at: string, where: string) => `
  select ${at} as at, x.since
    from jsonb_to_recordset(l.results) as x (at timestamptz, since timestamptz, "refusedAt" timestamptz)
   where ${inSpan(at)} and ${where}`
const fromSigning = (where: string) => `
  select k.due_at as at, k.ended_at as since
    from cases.clocks k
   where k.community_id = l.community_id
     and k.case_id = l.case_id
     and k.kind = 'SIGN'
     and k.leg = l.serial
     and ${inSpan('k.due_at')}
     and ${where}`

const items: Record<LegFact, string> = {
  received: plain('l.dispatched_at', inSpan('l.dispatched_at')),
  returned: plain('l.ended_at', `l.how_ended = 'returned' and ${inSpan('l.ended_at')}`),
  signed: fromSigning('k.ended_at <= k.due_at'),
  signDue: fromSigning('(k.ended_at is not null or k.due_at <= $4)'),
  handedIn: fromResults('x.at', 'true'),
  refused: fromResults('x."refusedAt"', 'true'),
  confirmedOnward: fromResults('x.at', 'x.since is not null'),
}

const textOf = (fact: LegFact) => `
select c.number,
       c.text,
       c.category,
       c.state,
       c.filed_area_id::int    as "areaId",
       l.serial,
       l.receiver_area_id::int as "receiverAreaId",
       l.receiver_unit_id::int as "receiverUnitId",
       l.giver_area_id::int    as "giverAreaId",
       l.giver_unit_id::int    as "giverUnitId",
       l.dispatched_at         as "dispatchedAt",
       l.signed_at             as "signedAt",
       i.at,
       i.since,
       to_char(i.at at time zone 'UTC', 'YYYYMMDDHH24MISSMS') || c.number || lpad(l.serial::text, 4, '0') as key
${legsFrom}
 cross join lateral (${items[fact]}) i
${livingLegs}
   -- Not every list asks what time it is; a prepared text has to name all it is given.
   and $4::timestamptz is not null
   and ($5::bigint is null or coalesce(l.receiver_unit_id, 0) = $5)
   and ($6 = '' or to_char(i.at at time zone 'UTC', 'YYYYMMDDHH24MISSMS') || c.number || lpad(l.serial::text, 4, '0') < $6)
 order by key desc
 limit $7`

export type LegsAsked = {
  areaIds: number[]
  span: LayerSpan
  fact: LegFact
  /** One unit of the area; 0 is the area's own team. */
  unit: number | null
  after: string
  limit: number
}

export const legsBehind = (tx: Tx, asked: LegsAsked): Promise<LegItem[]> =>
  tx.prepared<LegItem>(`cases.legsBehind ${asked.fact}`, textOf(asked.fact), [
    asked.areaIds,
    asked.span.from,
    asked.span.to,
    asked.span.now,
    asked.unit,
    asked.after,
    asked.limit,
  ])
