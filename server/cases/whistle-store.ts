// Whistles as rows and back. They are rare, so they are saved beside the one statement of a move, and only when the
// move touched them; read they are with the case.

import type { CaseFile } from '#core/cases/case.ts'
import type { Call, Whistle } from '#core/cases/whistle.ts'
import type { Tx } from '../kit/db.ts'
import type { Row } from './rows.ts'

/** Both levels as one JSON part of the load statement, for a case c. */
export const whistlesText = `
       (select coalesce(json_agg(to_jsonb(w) || jsonb_build_object('calls', (
                 select jsonb_agg(to_jsonb(k) order by k.place)
                   from cases.whistle_calls k
                  where k.community_id = w.community_id
                    and k.case_id = w.case_id
                    and k.whistle = w.serial)) order by w.serial), '[]')
          from cases.whistles w
         where w.community_id = c.community_id
           and w.case_id = c.id) as whistles`

const saveText = `
with w as (
  insert into cases.whistles (community_id, case_id, serial, round, "by", area_id, "at", reason, meet_by, plan, result, settled_at, settled_by, passed_at)
  select r.community_id, r.case_id, r.serial, r.round, r."by", r.area_id, r."at", r.reason, r.meet_by, r.plan, r.result, r.settled_at, r.settled_by, r.passed_at
    from jsonb_populate_recordset(null::cases.whistles, $1) r
      on conflict (community_id, case_id, serial) do update
     set (plan, result, settled_at, settled_by, passed_at) =
         (excluded.plan, excluded.result, excluded.settled_at, excluded.settled_by, excluded.passed_at)
)
insert into cases.whistle_calls (community_id, case_id, whistle, place, area_id, unit_id, meet_by, called_at, arrived_at, witnessed, rated_by_caller, rated_by_unit)
select r.community_id, r.case_id, r.whistle, r.place, r.area_id, r.unit_id, r.meet_by, r.called_at, r.arrived_at, r.witnessed, r.rated_by_caller, r.rated_by_unit
  from jsonb_populate_recordset(null::cases.whistle_calls, $2) r
    on conflict (community_id, case_id, whistle, place) do update
   set (arrived_at, witnessed, rated_by_caller, rated_by_unit) =
       (excluded.arrived_at, excluded.witnessed, excluded.rated_by_caller, excluded.rated_by_unit)`

export async function saveWhistles(
  tx: Tx,
  before: CaseFile | null,
  after: CaseFile,
): Promise<void> {
  const changed = after.whistles.filter((each) => before?.whistles.includes(each) !== true)
  if (changed.length === 0) return
  const key = { community_id: after.communityId, case_id: after.id }
  await tx.prepared('cases.saveWhistles', saveText, [
    JSON.stringify(changed.map((whistle) => whistleRow(key, whistle))),
    JSON.stringify(changed.flatMap((whistle) => callRows(key, whistle))),
  ])
}

const whistleRow = (key: Row, w: Whistle): Row => ({
  ...key,
  serial: w.serial,
  round: w.round,
  by: w.by,
  area_id: w.areaId,
  at: w.at,
  reason: w.reason,
  meet_by: w.meetBy,
  plan: w.plan,
  result: w.result,
  settled_at: w.settledAt,
  settled_by: w.settledBy,
  passed_at: w.passedAt,
})

const callRows = (key: Row, w: Whistle): Row[] =>
  w.calls.map((call, i) => ({
    ...key,
    whistle: w.serial,
    place: i + 1,
    area_id: call.receiver.areaId,
    unit_id: call.receiver.unitId,
    meet_by: w.meetBy,
    called_at: w.at,
    arrived_at: call.arrivedAt,
    witnessed: call.witnessed,
    rated_by_caller: call.ratedByCaller,
    rated_by_unit: call.ratedByUnit,
  }))

const instant = (value: unknown): string => String(value).replace('+00:00', 'Z')
const instantOrNull = (value: unknown): string | null => (value === null ? null : instant(value))

export const whistleOf = (row: Row): Whistle => ({
  serial: Number(row['serial']),
  round: Number(row['round']),
  by: String(row['by']),
  areaId: Number(row['area_id']),
  at: instant(row['at']),
  reason: String(row['reason']),
  meetBy: instant(row['meet_by']),
  plan: row['plan'] as string | null,
  result: row['result'] as string | null,
  settledAt: instantOrNull(row['settled_at']),
  settledBy: row['settled_by'] as string | null,
  passedAt: instantOrNull(row['passed_at']),
  calls: ((row['calls'] as Row[] | null) ?? []).map(callOf),
})

const callOf = (row: Row): Call => ({
  receiver: {
    areaId: Number(row['area_id']),
    unitId: row['unit_id'] === null ? null : Number(row['unit_id']),
  },
  arrivedAt: instantOrNull(row['arrived_at']),
  witnessed: Boolean(row['witnessed']),
  ratedByCaller: row['rated_by_caller'] as Call['ratedByCaller'],
  ratedByUnit: row['rated_by_unit'] as Call['ratedByUnit'],
})
