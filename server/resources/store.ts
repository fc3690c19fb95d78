// SQL of the register. Rows are added, changed in place with a line in the history, and ended; never removed.
import { sql } from 'kysely'
import type { Change, Entry, Resource, Standing } from '#core/resources/resource.ts'
import { type Tx, firstOf, rowsOf } from '../kit/db.ts'

export type StoredResource = Resource & {
  externalSystem: string | null
  externalId: string | null
}

const columns = sql`
             r.id,
             r.owner_id        as "ownerId",
             r.owner_path      as "ownerPath",
             r.kind,
             r.name,
             r.name_en         as "nameEn",
             r.capacity,
             r.capacity_unit   as "capacityUnit",
             r.openings,
             r.hours_note      as "hoursNote",
             r.address,
             r.lon,
             r.lat,
             r.counter,
             r.phone,
             r.offers,
             r.conditions,
             r.valid_from      as "validFrom",
             r.valid_until     as "validUntil",
             r.is_public       as "isPublic",
             r.external_system as "externalSystem",
             r.external_id     as "externalId",
             r.version,
             r.ended_on        as "endedOn"`

export const findResource = (tx: Tx, id: string) =>
  firstOf(tx, sql<StoredResource>`select ${columns} from resources.resources r where r.id = ${id}`)

export const lockResource = (tx: Tx, id: string) =>
  firstOf(
    tx,
    sql<StoredResource>`select ${columns} from resources.resources r where r.id = ${id} for update`,
  )

export const listById = (tx: Tx, ids: readonly string[]) =>
  rowsOf(
    tx,
    sql<StoredResource>`
      select ${columns}
        from resources.resources r
       where r.id = any (${ids}::uuid[])
       limit ${Math.max(1, ids.length)}`,
  )

export const listByKeys = (tx: Tx, system: string, keys: readonly string[]) =>
  rowsOf(
    tx,
    sql<StoredResource>`
      select ${columns}
        from resources.resources r
       where r.external_system = ${system}
         and r.external_id = any (${keys}::text[])
       limit ${Math.max(1, keys.length)}`,
  )

export type Filter = {
  /** Entries of this subtree, or (paths) of exactly these areas. */
  below: string | null
  owners: readonly number[] | null
  kind: string | null
  standing: Standing | null
  q: string | null
  today: string
  warnUntil: string
  after: { name: string; id: string } | null
  limit: number
}

/** The words of `standingOf` in core, once more for the database to count by. */
const standingIs = (standing: Standing | null, today: string, warnUntil: string) => sql`(
       ${standing}::text is null
    or (${standing} = 'ended'   and r.ended_on <= ${today}::date)
    or ((r.ended_on is null or r.ended_on > ${today}::date) and (
          (${standing} = 'planned' and r.valid_from > ${today}::date)
       or (r.valid_from <= ${today}::date and (
             (${standing} = 'valid'  and (r.valid_until is null or r.valid_until > ${warnUntil}::date))
          or (${standing} = 'ending' and r.valid_until between ${today}::date and ${warnUntil}::date)
          or (${standing} = 'over'   and r.valid_until < ${today}::date))))))`

export const listResources = (tx: Tx, f: Filter) =>
  rowsOf(
    tx,
    sql<StoredResource>`
      select ${columns}
        from resources.resources r
       where (${f.below}::text is null or starts_with(r.owner_path, ${f.below}))
         and (${f.owners}::bigint[] is null or r.owner_id = any (${f.owners}::bigint[]))
         and (${f.kind}::text is null or r.kind = ${f.kind})
         and ${standingIs(f.standing, f.today, f.warnUntil)}
         and (${f.q}::text is null or r.name ilike ${like(f.q)} or r.address ilike ${like(f.q)} or r.offers::text ilike ${like(f.q)})
         and (${f.after?.name ?? null}::text is null or (r.name, r.id) > (${f.after?.name ?? ''}, ${f.after?.id ?? null}::uuid))
       order by r.name, r.id
       limit ${f.limit}`,
  )

const like = (q: string | null) =>
  q === null ? '' : `%${q.replaceAll(/[\\%_]/g, (mark) => `\\${mark}`)}%`

export type Counted = { kind: string; standing: Standing; placed: boolean; n: number }

export const countResources = (tx: Tx, below: string, today: string, warnUntil: string) =>
  rowsOf(
    tx,
    sql<Counted>`
      select r.kind,
             case when r.ended_on <= ${today}::date     then 'ended'
                  when r.valid_from > ${today}::date    then 'planned'
                  when r.valid_until < ${today}::date   then 'over'
                  when r.valid_until <= ${warnUntil}::date then 'ending'
                  else 'valid' end  as standing,
             r.lon is not null      as placed,
             count(*)::int          as n
        from resources.resources r
       where starts_with(r.owner_path, ${below})
       group by 1, 2, 3
       order by 1, 2, 3
       limit 1000`,
  )

type Keeping = { id: string; ownerId: number; ownerPath: string; entry: Entry }
type External = { system: string; id: string } | null

export const insertResource = (tx: Tx, k: Keeping, external: External) =>
  rowsOf(
    tx,
    sql`
    insert into resources.resources
           (id, owner_id, owner_path, kind, name, name_en, capacity, capacity_unit, openings, hours_note, address, lon, lat,
            counter, phone, offers, conditions, valid_from, valid_until, is_public, external_system, external_id)
    values (${k.id}, ${k.ownerId}, ${k.ownerPath}, ${k.entry.kind}, ${k.entry.name}, ${k.entry.nameEn}, ${k.entry.capacity},
            ${k.entry.capacityUnit}, ${JSON.stringify(k.entry.openings)}, ${k.entry.hoursNote}, ${k.entry.address},
            ${k.entry.lon}, ${k.entry.lat}, ${k.entry.counter}, ${k.entry.phone}, ${JSON.stringify(k.entry.offers)},
            ${k.entry.conditions}, ${k.entry.validFrom}, ${k.entry.validUntil}, ${k.entry.isPublic},
            ${external?.system ?? null}, ${external?.id ?? null})`,
  )

export const updateResource = (tx: Tx, id: string, version: number, entry: Entry) =>
  rowsOf(
    tx,
    sql`
    update resources.resources
       set kind = ${entry.kind},
           name = ${entry.name},
           name_en = ${entry.nameEn},
           capacity = ${entry.capacity},
           capacity_unit = ${entry.capacityUnit},
           openings = ${JSON.stringify(entry.openings)},
           hours_note = ${entry.hoursNote},
           address = ${entry.address},
           lon = ${entry.lon},
           lat = ${entry.lat},
           counter = ${entry.counter},
           phone = ${entry.phone},
           offers = ${JSON.stringify(entry.offers)},
           conditions = ${entry.conditions},
           valid_from = ${entry.validFrom},
           valid_until = ${entry.validUntil},
           is_public = ${entry.isPublic},
           version = ${version}
     where id = ${id}`,
  )

export const endResource = (tx: Tx, row: { id: string; version: number; on: string }) =>
  rowsOf(
    tx,
    sql`
    update resources.resources
       set ended_on = ${row.on},
           version = ${row.version}
     where id = ${row.id}`,
  )

export type Line = {
  communityId: number
  resourceId: string
  version: number
  act: 'added' | 'imported' | 'changed' | 'ended' | 'renewed'
  at: string
  personId: string | null
  role: string | null
  changed: readonly Change[] | readonly { field: string; from: unknown; to: unknown }[]
  reason: string | null
}

export const addLine = (tx: Tx, line: Line) =>
  rowsOf(
    tx,
    sql`
    insert into resources.changes (community_id, resource_id, version, act, at, person_id, role, changed, reason)
    values (${line.communityId}, ${line.resourceId}, ${line.version}, ${line.act}, ${line.at}, ${line.personId}, ${line.role},
            ${JSON.stringify(line.changed)}, ${line.reason})`,
  )

export type HistoryRow = Omit<Line, 'communityId' | 'resourceId' | 'personId'> & {
  by: string | null
}

/** A name is seen where the reader may see the person: the inner join obeys the policy of people. */
export const listLines = (tx: Tx, resourceId: string) =>
  rowsOf(
    tx,
    sql<HistoryRow>`
      select c.version,
             c.act,
             c.at,
             p.name as by,
             c.role,
             c.changed,
             c.reason
        from resources.changes c
        left join people.people p on p.id = c.person_id
       where c.resource_id = ${resourceId}
       order by c.version desc
       limit 200`,
  )

/** Entries that end within their keeper's warning and were not told of yet, locked against a second teller. */
export const lockEnding = (tx: Tx, until: string, limit: number) =>
  rowsOf(
    tx,
    sql<{ id: string; ownerId: number; name: string; validUntil: string }>`
      select r.id,
             r.owner_id    as "ownerId",
             r.name,
             r.valid_until as "validUntil"
        from resources.resources r
       where r.ended_on is null
         and r.valid_until <= ${until}::date
         and r.warned_for is distinct from r.valid_until
       order by r.valid_until, r.id
       limit ${limit}
         for update skip locked`,
  )

export const noteWarned = (tx: Tx, ids: readonly string[]) =>
  rowsOf(
    tx,
    sql`update resources.resources set warned_for = valid_until where id = any (${ids}::uuid[])`,
  )
