// The rows of a centre: floors, zones, rooms, hours, special days, lending rules.
import { sql } from 'kysely'
import type {
  Centre,
  Floor,
  Hours,
  Named,
  Room,
  Span,
  SpecialDay,
  Zone,
} from '#core/activities/centre.ts'
import type { LendingRules } from '#core/activities/lending.ts'
import { type Tx, firstOf, rowsOf } from '../kit/db.ts'

export const listCentres = (tx: Tx, communityId: number) =>
  rowsOf<Omit<Centre, 'point'>>(
    tx,
    sql`
    select c.community_id as "communityId",
           c.id,
           json_build_object('zh', c.name_zh, 'en', c.name_en) as name,
           c.address,
           c.phone,
           c.lift,
           c.plan_photo   as "planPhoto",
           c.opened_on::text as "openedOn",
           c.closed_on::text as "closedOn"
      from activities.centres c
     where c.community_id = ${communityId}
     order by c.opened_on, c.id
     limit 50`,
  )

type OfCentre = { centreId: string }

export const listFloors = (tx: Tx, communityId: number) =>
  rowsOf<Floor & OfCentre>(
    tx,
    sql`
    select f.centre_id  as "centreId",
           f.ordinal,
           json_build_object('zh', f.name_zh, 'en', f.name_en) as name,
           f.plan_photo as "planPhoto"
      from activities.floors f
     where f.community_id = ${communityId}
     order by f.ordinal desc
     limit 500`,
  )

export const listZones = (tx: Tx, communityId: number) =>
  rowsOf<Zone & OfCentre>(
    tx,
    sql`
    select z.centre_id as "centreId",
           z.id,
           json_build_object('zh', z.name_zh, 'en', z.name_en) as name,
           z.purpose,
           z.theme_id  as "themeId"
      from activities.zones z
     where z.community_id = ${communityId}
       and z.closed_on is null
     order by z.name_zh
     limit 500`,
  )

const roomColumns = sql`
           r.id,
           r.centre_id      as "centreId",
           r.floor,
           r.zone_id        as "zoneId",
           r.ordinal,
           json_build_object('zh', r.name_zh, 'en', r.name_en) as name,
           case when r.note_zh is not null then json_build_object('zh', r.note_zh, 'en', r.note_en) end as note,
           r.seats,
           r.area_sqm::float8 as "areaSqm",
           r.equipment,
           r.step_free      as "stepFree",
           r.lends,
           r.needs_approval as "needsApproval",
           r.opened_on::text as "openedOn",
           r.closed_on::text as "closedOn"`

export const listRooms = (tx: Tx, communityId: number) =>
  rowsOf<Room>(
    tx,
    sql`
    select ${roomColumns}
      from activities.rooms r
     where r.community_id = ${communityId}
     order by r.floor desc, r.ordinal, r.name_zh
     limit 1000`,
  )

export const findRoom = (tx: Tx, communityId: number, roomId: string) =>
  firstOf<Room>(
    tx,
    sql`
    select ${roomColumns}
      from activities.rooms r
     where r.community_id = ${communityId}
       and r.id = ${roomId}`,
  )

/** In the order in which they were entered; rows of days long past are left out. */
export const listHours = (tx: Tx, communityId: number) =>
  rowsOf<Hours & OfCentre>(
    tx,
    sql`
    select h.centre_id  as "centreId",
           h.room_id    as "roomId",
           h.valid_from::text as "validFrom",
           h.week,
           h.on_holidays as "onHolidays"
      from activities.hours h
     where h.community_id = ${communityId}
     order by h.valid_from, h.seq
     limit 2000`,
  )

export const listSpecialDays = (tx: Tx, communityId: number, since: string) =>
  rowsOf<SpecialDay & OfCentre>(
    tx,
    sql`
    select d.centre_id as "centreId",
           d.room_id   as "roomId",
           d.day::text as day,
           d.spans,
           json_build_object('zh', d.reason_zh, 'en', d.reason_en) as reason
      from activities.special_days d
     where d.community_id = ${communityId}
       and d.day >= ${since}
     order by d.seq
     limit 2000`,
  )

/** Those in force on a day, one row a centre. */
export const listRules = (tx: Tx, communityId: number, day: string) =>
  rowsOf<{ rules: LendingRules } & OfCentre>(
    tx,
    sql`
    select distinct on (l.centre_id)
           l.centre_id as "centreId",
           l.rules
      from activities.lending_rules l
     where l.community_id = ${communityId}
       and l.valid_from <= ${day}
     order by l.centre_id, l.valid_from desc, l.seq desc
     limit 50`,
  )

export type CentreRow = {
  communityId: number
  id: string
  name: Named
  address: string
  phone: string | null
  lift: boolean
  planPhoto: string | null
  today: string
}

/** False when the id belongs to another centre. */
export const saveCentre = (tx: Tx, c: CentreRow) =>
  sql`
    insert into activities.centres (community_id, id, name_zh, name_en, address, phone, lift, plan_photo, opened_on)
    values (${c.communityId}, ${c.id}, ${c.name.zh}, ${c.name.en}, ${c.address}, ${c.phone}, ${c.lift}, ${c.planPhoto}, ${c.today})
        on conflict (community_id, id) do update
       set name_zh    = excluded.name_zh,
           name_en    = excluded.name_en,
           address    = excluded.address,
           phone      = excluded.phone,
           lift       = excluded.lift,
           plan_photo = excluded.plan_photo`.execute(tx.k)

export const saveFloor = (tx: Tx, f: { communityId: number; centreId: string } & Floor) =>
  sql`
    insert into activities.floors (community_id, centre_id, ordinal, name_zh, name_en, plan_photo)
    values (${f.communityId}, ${f.centreId}, ${f.ordinal}, ${f.name.zh}, ${f.name.en}, ${f.planPhoto})
        on conflict (community_id, centre_id, ordinal) do update
       set name_zh    = excluded.name_zh,
           name_en    = excluded.name_en,
           plan_photo = excluded.plan_photo`.execute(tx.k)

/** Nothing is changed when the id stands in another centre. */
export const saveZone = (
  tx: Tx,
  z: { communityId: number; centreId: string; id: string; name: Named; purpose: string | null },
) =>
  rowsOf<{ id: string }>(
    tx,
    sql`
    insert into activities.zones as z (community_id, id, centre_id, name_zh, name_en, purpose)
    values (${z.communityId}, ${z.id}, ${z.centreId}, ${z.name.zh}, ${z.name.en}, ${z.purpose})
        on conflict (community_id, id) do update
       set name_zh = excluded.name_zh,
           name_en = excluded.name_en,
           purpose = excluded.purpose
     where z.centre_id = excluded.centre_id
 returning z.id`,
  )

export const saveRoom = (tx: Tx, communityId: number, r: Room) =>
  rowsOf<{ id: string }>(
    tx,
    sql`
    insert into activities.rooms as r (community_id, id, centre_id, floor, zone_id, ordinal, name_zh, name_en, note_zh, note_en,
                                       seats, area_sqm, equipment, step_free, lends, needs_approval, opened_on, closed_on)
    values (${communityId}, ${r.id}, ${r.centreId}, ${r.floor}, ${r.zoneId}, ${r.ordinal}, ${r.name.zh}, ${r.name.en},
            ${r.note?.zh ?? null}, ${r.note?.en ?? null}, ${r.seats}, ${r.areaSqm}, ${[...r.equipment]}::text[], ${r.stepFree},
            ${r.lends}, ${r.needsApproval}, ${r.openedOn}, ${r.closedOn})
        on conflict (community_id, id) do update
       set floor          = excluded.floor,
           zone_id        = excluded.zone_id,
           ordinal        = excluded.ordinal,
           name_zh        = excluded.name_zh,
           name_en        = excluded.name_en,
           note_zh        = excluded.note_zh,
           note_en        = excluded.note_en,
           seats          = excluded.seats,
           area_sqm       = excluded.area_sqm,
           equipment      = excluded.equipment,
           step_free      = excluded.step_free,
           lends          = excluded.lends,
           needs_approval = excluded.needs_approval,
           closed_on      = excluded.closed_on
     where r.centre_id = excluded.centre_id
 returning r.id`,
  )

export const usesAfter = (tx: Tx, communityId: number, roomId: string, at: string) =>
  firstOf<{ n: number }>(
    tx,
    sql`
    select count(*)::int as n
      from activities.uses u
     where u.community_id = ${communityId}
       and u.room_id = ${roomId}
       and upper(u.during) > ${at}`,
  )

type Added = { communityId: number; id: string; centreId: string; by: string; at: string }

export const addHours = (tx: Tx, h: Added & Hours & { reason: string }) =>
  sql`
    insert into activities.hours (community_id, id, centre_id, room_id, valid_from, week, on_holidays, reason, entered_by, entered_at)
    values (${h.communityId}, ${h.id}, ${h.centreId}, ${h.roomId}, ${h.validFrom}, ${JSON.stringify(h.week)}, ${h.onHolidays},
            ${h.reason}, ${h.by}, ${h.at})`.execute(tx.k)

export const addSpecialDay = (
  tx: Tx,
  d: Added & { roomId: string | null; day: string; spans: readonly Span[] | null; reason: Named },
) =>
  sql`
    insert into activities.special_days (community_id, id, centre_id, room_id, day, spans, reason_zh, reason_en, entered_by, entered_at)
    values (${d.communityId}, ${d.id}, ${d.centreId}, ${d.roomId}, ${d.day},
            ${d.spans === null ? null : JSON.stringify(d.spans)}, ${d.reason.zh}, ${d.reason.en}, ${d.by}, ${d.at})`.execute(
    tx.k,
  )

export const addRules = (
  tx: Tx,
  l: Added & { validFrom: string; rules: LendingRules; reason: string },
) =>
  sql`
    insert into activities.lending_rules (community_id, id, centre_id, valid_from, rules, reason, entered_by, entered_at)
    values (${l.communityId}, ${l.id}, ${l.centreId}, ${l.validFrom}, ${JSON.stringify(l.rules)}, ${l.reason}, ${l.by}, ${l.at})`.execute(
    tx.k,
  )
