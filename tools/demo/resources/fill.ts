// Writes the demo district's register and requests in a few statements, within the caller's transaction, as owner.
import { createHash } from 'node:crypto'
import type pg from 'pg'
import { addDays, localDate } from '#core/kit/time.ts'
import { layKinds } from '#server/resources/kinds.ts'
import { resourceKinds } from '#packs/cn-community/resource-kinds.ts'
import { districtCode } from '../boundaries.ts'
import { type DemoArea, demoResources } from './register.ts'
import { demoRequests } from './requests.ts'

export type ResourcesFilled = { resources: number; requests: number }

const zone = 'Asia/Shanghai'

/** Ids follow from their keys, so that the same seed gives the same world. */
export const uuidOf = (text: string): string => {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Nothing is done twice: a world that has a register keeps it. */
export async function fillResources(
  client: pg.ClientBase,
  { seed, now }: { seed: string; now: string },
): Promise<ResourcesFilled> {
  const { rows } = await client.query('select from resources.resources limit 1')
  if (rows.length > 0) return { resources: 0, requests: 0 }
  await layKinds(client, resourceKinds)
  const areas = await readAreas(client)
  const today = localDate(now, zone)
  const found = demoResources({ areas, seed, today })
  const heads = await readHeads(client)
  const written = found.map(({ area, key, entry }) => ({
    ...entry,
    id: uuidOf(`${seed} ${key}`),
    owner_id: area.id,
    owner_path: area.path,
    key,
    at: addDays(now, -Math.min(400, Math.max(1, daysSince(entry.validFrom, today)))),
    person: heads.get(area.id)?.personId ?? null,
    role: heads.get(area.id)?.role ?? null,
  }))
  await insertResources(client, written)
  const byKind = new Map(written.map((row) => [`${row.owner_id} ${row.kind}`, row.id]))
  const asked = demoRequests({
    areas,
    seed,
    now,
    zone,
    headOf: (id) => heads.get(id) ?? null,
    resourceOf: (id, kind) => byKind.get(`${id} ${kind}`) ?? null,
    idOf: (by) => uuidOf(`${seed} request ${by.next()}`),
  })
  await insertRequests(client, asked)
  return { resources: written.length, requests: asked.requests.length }
}

const daysSince = (day: string, today: string) =>
  Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000)

async function readAreas(client: pg.ClientBase): Promise<DemoArea[]> {
  const { rows } = await client.query<DemoArea>(
    `select a.id::int as id,
            a.code,
            a.name,
            a.name_en as "nameEn",
            a.level,
            a.path,
            b.geometry
       from places.areas           a
       left join places.boundaries b on b.area_id = a.id
                                    and b.valid_to is null
      where a.code like $1
        and a.level in ('district', 'street', 'community')
        and a.valid_to is null
      order by a.code`,
    [`${districtCode}%`],
  )
  // 同景社区居民委员会 is 同景社区 on every screen, and in the names of what it keeps.
  return rows.map((row) => ({
    ...row,
    name: row.name.replace(/(?<=.{2})(居民委员会|村民委员会)$/u, ''),
  }))
}

async function readHeads(
  client: pg.ClientBase,
): Promise<Map<number, { personId: string; role: string }>> {
  const { rows } = await client.query<{ areaId: number; personId: string; role: string }>(
    `select distinct on (g.area_id)
            g.area_id::int as "areaId",
            g.person_id    as "personId",
            g.role
       from people.grants g
      where g.role in ('communitySecretary', 'streetCommander', 'districtCommander')
        and g.revoked_at is null
      order by g.area_id, g.id`,
  )
  return new Map(rows.map(({ areaId, ...head }) => [areaId, head]))
}

async function insertResources(client: pg.ClientBase, rows: readonly object[]): Promise<void> {
  const given = [JSON.stringify(rows)]
  await client.query(
    `insert into resources.resources
            (id, owner_id, owner_path, kind, name, name_en, capacity, capacity_unit, openings, hours_note, address, lon, lat,
             counter, phone, offers, conditions, valid_from, valid_until, is_public, external_system, external_id)
     select r.id, r.owner_id, r.owner_path, r.kind, r.name, r."nameEn", r.capacity, r."capacityUnit", r.openings, r."hoursNote",
            r.address, r.lon, r.lat, r.counter, r.phone, r.offers, r.conditions, r."validFrom", r."validUntil", r."isPublic",
            'demo', r.key
       from jsonb_to_recordset($1::jsonb) as r (id uuid, owner_id bigint, owner_path text, kind text, name text, "nameEn" text,
            capacity integer, "capacityUnit" text, openings jsonb, "hoursNote" text, address text, lon float8, lat float8,
            counter text, phone text, offers jsonb, conditions text, "validFrom" date, "validUntil" date, "isPublic" boolean,
            key text)`,
    given,
  )
  await client.query(
    `insert into resources.changes (community_id, resource_id, version, act, at, person_id, role, changed, reason)
     select r.owner_id, r.id, 1, 'added', r.at, r.person, r.role, '[]', null
       from jsonb_to_recordset($1::jsonb) as r (id uuid, owner_id bigint, at timestamptz, person uuid, role text)`,
    given,
  )
}

async function insertRequests(
  client: pg.ClientBase,
  { requests, moves, uses }: ReturnType<typeof demoRequests>,
): Promise<void> {
  await client.query(
    `insert into resources.requests
            (community_id, id, asker_path, to_id, to_path, state, what, for_whom, why, wanted_from, wanted_until, answer_by,
             asked_on, asked_at, answered_at, answer, alternative, refused_by_id, resource_id, terms, terms_until, brought, uses,
             units, person_times, version)
     select q."communityId", q.id, q."askerPath", (q."to" ->> 'id')::bigint, q."to" ->> 'path', q.state, q.what, q."forWhom",
            q.why, q."wantedFrom", q."wantedUntil", q."answerBy", q."askedOn", q."askedAt", q."answeredAt", q.answer,
            q.alternative, q."refusedById", q."resourceId", q.terms, q."termsUntil", q.brought, q.uses, q.units,
            q."personTimes", q.version
       from jsonb_to_recordset($1::jsonb) as q (id uuid, "communityId" bigint, "askerPath" text, "to" jsonb, state text,
            what text, "forWhom" text, why text, "wantedFrom" date, "wantedUntil" date, "answerBy" date, "askedOn" date,
            "askedAt" timestamptz, "answeredAt" timestamptz, answer text, alternative text, "refusedById" bigint,
            "resourceId" uuid, terms text, "termsUntil" date, brought text, uses integer, units integer,
            "personTimes" integer, version integer)`,
    [JSON.stringify(requests)],
  )
  await client.query(
    `insert into resources.request_moves (community_id, request_id, version, move, to_state, at, person_id, role, facts)
     select m."communityId", m."requestId", m.version, m.move, m."toState", m.at, m."personId", m.role, m.facts
       from jsonb_to_recordset($1::jsonb) as m ("communityId" bigint, "requestId" uuid, version integer, move text,
            "toState" text, at timestamptz, "personId" uuid, role text, facts jsonb)`,
    [JSON.stringify(moves)],
  )
  await client.query(
    `insert into resources.uses (community_id, request_id, serial, used_on, what_for, units, person_times)
     select u."communityId", u."requestId", u.serial, u."usedOn", u."whatFor", u.units, u."personTimes"
       from jsonb_to_recordset($1::jsonb) as u ("communityId" bigint, "requestId" uuid, serial integer, "usedOn" date,
            "whatFor" text, units integer, "personTimes" integer)`,
    [JSON.stringify(uses)],
  )
}
