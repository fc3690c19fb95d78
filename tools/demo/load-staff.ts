// Writes the invented staff: units, people, grants, rosters, leave, the few accounts one can sign in with, and the
// key of the demo's outside system. All rows are marked as demo, so that they open nothing beyond loopback.
import type pg from 'pg'
import { hashPassword } from '#server/people/passwords.ts'
import { hashOfSecret } from '#server/people/who.ts'
import { districtCode } from './boundaries.ts'
import { loadTemplates } from './templates.ts'
import { deskPhone } from './units.ts'
import { demoAccounts, demoPassword, idOf, type StaffPlan } from './staff.ts'

export const demoApiKey = 'demo-open311'
const since = '2024-01-01'

export async function loadStaff(owner: pg.Client, plan: StaffPlan, now: string): Promise<void> {
  await insertUnits(owner, plan)
  await insertPeople(owner, plan, now)
  await insertRosters(owner, plan, now)
  await insertDeskPhones(owner, plan, now)
  await loadTemplates(owner, now)
  await insertAccounts(owner, now)
  await insertToken(owner, now)
}

async function insertUnits(owner: pg.Client, plan: StaffPlan): Promise<void> {
  const posts = plan.units.filter((unit) => unit.under !== null)
  for (const units of [plan.units.filter((unit) => unit.under === null), posts])
    await owner.query(
      `insert into people.units (code, area_id, kind, section, post, under_unit_id, name_zh, name_en, phone, valid_from)
       select r.code, a.id, r.kind, r.section, r.post, u.id, r.zh, r.en, r.phone, $2::date
         from jsonb_to_recordset($1) as r (code text, "areaCode" text, kind text, section text, post text,
                                           under text, zh text, en text, phone text)
         join places.areas a on a.code = r."areaCode"
         left join people.units u on u.code = r.under
        order by r.code`,
      [JSON.stringify(units), since],
    )
}

async function insertPeople(owner: pg.Client, plan: StaffPlan, now: string): Promise<void> {
  await owner.query(
    `insert into people.people (id, login, name, demo, created_at)
     select r.id, r.login, r.name, true, $2
       from jsonb_to_recordset($1) as r (id uuid, login text, name text)`,
    [JSON.stringify(plan.people), now],
  )
  const grants = plan.people.flatMap(({ id, grants: held }) => held.map((g) => ({ ...g, id })))
  await owner.query(
    `insert into people.grants (person_id, role, area_id, unit_id, ordinal, valid_from, granted_at)
     select r.id, r.role, a.id, u.id, r.ordinal, $2::date, $3
       from jsonb_to_recordset($1) as r (id uuid, role text, "areaCode" text, "unitCode" text, ordinal smallint)
       join places.areas a on a.code = r."areaCode"
       left join people.units u on u.code = r."unitCode"`,
    [JSON.stringify(grants), since, now],
  )
}

async function insertRosters(owner: pg.Client, plan: StaffPlan, now: string): Promise<void> {
  await owner.query(
    `insert into people.duties (area_id, person_id, from_at, to_at, entered_at)
     select a.id, r."personId", r."from", r."to", $2
       from jsonb_to_recordset($1) as r ("areaCode" text, "personId" uuid, "from" timestamptz, "to" timestamptz)
       join places.areas a on a.code = r."areaCode"`,
    [JSON.stringify(plan.duties), now],
  )
  await owner.query(
    `insert into people.absences (person_id, kind, first_on, last_on, deputy_id, entered_at)
     select r."personId", r.kind, r."firstOn", r."lastOn", r."deputyId", $2
       from jsonb_to_recordset($1) as r ("personId" uuid, kind text, "firstOn" date, "lastOn" date, "deputyId" uuid)`,
    [JSON.stringify(plan.absences), now],
  )
}

async function insertDeskPhones(owner: pg.Client, plan: StaffPlan, now: string): Promise<void> {
  const codes = [...new Set(plan.units.map((unit) => unit.areaCode))]
  await owner.query(
    `insert into people.desk_phones (area_id, phone, set_at)
     select a.id, r.phone, $2
       from jsonb_to_recordset($1) as r (code text, phone text)
       join places.areas a on a.code = r.code`,
    [JSON.stringify(codes.map((code) => ({ code, phone: deskPhone(code) }))), now],
  )
}

/** One hash serves all: it is a demonstration's password, printed at every start. */
async function insertAccounts(owner: pg.Client, now: string): Promise<void> {
  const hash = await hashPassword(demoPassword)
  await owner.query(
    `insert into people.credentials (person_id, password_hash, changed_at)
     select unnest($1::uuid[]), $2, $3`,
    [demoAccounts.map((account) => idOf(account.of)), hash, now],
  )
}

async function insertToken(owner: pg.Client, now: string): Promise<void> {
  await owner.query(
    `insert into people.tokens (id, token_hash, name, scopes, area_id, valid_from, demo, created_by, created_at)
     select $1, $2, '演示：外部系统', '{cases:read,cases:report,open311,figures:read}', a.id, $3::date, true, $4, $5
       from places.areas a
      where a.code = $6`,
    [idOf('token'), hashOfSecret(demoApiKey), since, idOf('admin'), now, districtCode],
  )
}
