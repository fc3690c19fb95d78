// Sessions, credentials and tokens as rows. All of it runs in job scope: no other scope sees these tables.
import { sql } from 'kysely'
import type { DatedGrant, TokenScope } from '#core/people/actor.ts'
import { allRoles, roles } from '#core/people/roles.ts'
import { type Tx, firstOf, rowsOf } from '#server/kit/db.ts'
import type { Statement } from '#server/kit/sent-along.ts'

export type Account = {
  id: string
  login: string
  name: string
  demo: boolean
  leftAt: string | null
  passwordHash: string | null
  mustChange: boolean
}

export const findAccount = (tx: Tx, by: { login: string } | { id: string }) =>
  firstOf<Account>(
    tx,
    sql`
    select p.id,
           p.login,
           p.name,
           p.demo,
           p.left_at                    as "leftAt",
           c.password_hash              as "passwordHash",
           coalesce(c.must_change, false) as "mustChange"
      from people.people p
      left join people.credentials c on c.person_id = p.id
     where ${'login' in by ? sql`p.login = ${by.login}` : sql`p.id = ${by.id}`}`,
  )

/** Tries on one account queue up here, so that a burst of guesses meets the lock its own fifth one makes. */
export const lockCredentials = (tx: Tx, personId: string) =>
  firstOf<{ lockedUntil: string | null }>(
    tx,
    sql`
    select c.locked_until as "lockedUntil"
      from people.credentials c
     where c.person_id = ${personId}
       for update`,
  )

export const addFailure = async (tx: Tx, personId: string, at: string): Promise<number> => {
  const row = await firstOf<{ failures: number }>(
    tx,
    sql`
    update people.credentials
       set failures        = failures + 1,
           last_failure_at = ${at}
     where person_id = ${personId}
    returning failures`,
  )
  return row?.failures ?? 0
}

export const lockUntil = (tx: Tx, personId: string, until: string) =>
  rowsOf(
    tx,
    sql`update people.credentials set locked_until = ${until} where person_id = ${personId}`,
  )

export const clearFailures = (tx: Tx, personId: string) =>
  rowsOf(
    tx,
    sql`update people.credentials set failures = 0, locked_until = null where person_id = ${personId} and failures > 0`,
  )

export const setPassword = (
  tx: Tx,
  row: { personId: string; hash: string; at: string; mustChange: boolean },
) =>
  rowsOf(
    tx,
    sql`
    insert into people.credentials (person_id, password_hash, changed_at, must_change)
    values (${row.personId}, ${row.hash}, ${row.at}, ${row.mustChange})
        on conflict (person_id) do update
       set password_hash = excluded.password_hash,
           changed_at    = excluded.changed_at,
           must_change   = excluded.must_change,
           failures      = 0,
           locked_until  = null`,
  )

export type Attempt = {
  at: string
  personId: string | null
  address: string
  userAgent: string | null
  outcome: 'signed_in' | 'wrong' | 'locked' | 'unknown' | 'left' | 'code_asked' | 'wrong_code'
}

export const logAttempt = (tx: Tx, a: Attempt) =>
  rowsOf(
    tx,
    sql`
    insert into people.sign_in_attempts (at, person_id, address, user_agent, outcome)
    values (${a.at}, ${a.personId}, ${a.address}, ${a.userAgent}, ${a.outcome})`,
  )

export type NewSession = {
  tokenHash: Buffer
  id: string
  personId: string
  at: string
  expiresAt: string
  userAgent: string | null
  address: string
}

export const addSession = (tx: Tx, s: NewSession) =>
  rowsOf(
    tx,
    sql`
    insert into people.sessions (token_hash, id, person_id, created_at, last_seen_at, expires_at, user_agent, address)
    values (${s.tokenHash}, ${s.id}, ${s.personId}, ${s.at}, ${s.at}, ${s.expiresAt}, ${s.userAgent}, ${s.address})`,
  )

export type SessionRow = {
  id: string
  personId: string
  name: string
  demo: boolean
  mustChange: boolean
  hasFactor: boolean
  lastSeenAt: string
  expiresAt: string
  /** Of what was read with it and after it: see people.versions. */
  version: number
}

/** Read before all else, so that a change in between shows the next time. */
const versionText = '(select sum(v.version)::bigint from people.versions v)'

const sessionText = `
    select ${versionText} as version,
           s.id,
           s.person_id    as "personId",
           p.name,
           p.demo,
           c.must_change  as "mustChange",
           exists (select 1
                     from people.second_factors f
                    where f.person_id = p.id
                      and f.enrolled_at is not null) as "hasFactor",
           s.last_seen_at as "lastSeenAt",
           s.expires_at   as "expiresAt"
      from people.sessions    s
      join people.people      p on p.id = s.person_id and p.left_at is null
      join people.credentials c on c.person_id = p.id
     where s.token_hash = $1
       and s.ended_at is null`

/** Everybody who works is looked up every few seconds: planned once a connection. */
export const sessionStatement = (tokenHash: Buffer): Statement => ({
  name: 'people.session',
  text: sessionText,
  values: [`\\x${tokenHash.toString('hex')}`],
})

export async function findSession(tx: Tx, tokenHash: Buffer): Promise<SessionRow | null> {
  const { name, text, values } = sessionStatement(tokenHash)
  return (await tx.prepared<SessionRow>(name, text, [...values]))[0] ?? null
}

/** One message: whether what was read of this caller is still so. Of tokens the version says it all. */
export const standingText = (tokenHash: Buffer, via: 'cookie' | 'token'): string =>
  `select ${versionText} as version,${
    via === 'token'
      ? 'true'
      : `exists (select 1 from people.sessions s where s.token_hash = '\\x${tokenHash.toString('hex')}' and s.ended_at is null)`
  } as stands`

export const touchSession = (tx: Tx, tokenHash: Buffer, at: string) =>
  rowsOf(tx, sql`update people.sessions set last_seen_at = ${at} where token_hash = ${tokenHash}`)

export const listSessions = (tx: Tx, personId: string, now: string) =>
  rowsOf<{
    id: string
    createdAt: string
    lastSeenAt: string
    userAgent: string | null
    address: string | null
  }>(
    tx,
    sql`
    select s.id,
           s.created_at   as "createdAt",
           s.last_seen_at as "lastSeenAt",
           s.user_agent   as "userAgent",
           s.address
      from people.sessions s
     where s.person_id = ${personId}
       and s.ended_at is null
       and s.expires_at > ${now}
     order by s.last_seen_at desc
     limit 100`,
  )

/** Ends the named session, or all but the kept one; returns how many. */
export async function endSessions(
  tx: Tx,
  which: { personId: string; at: string; only?: string; keep?: string | null },
): Promise<number> {
  const rows = await rowsOf(
    tx,
    sql`
    update people.sessions
       set ended_at = ${which.at}
     where person_id = ${which.personId}
       and ended_at is null
       and (${which.only ?? null}::uuid is null or id = ${which.only ?? null}::uuid)
       and (${which.keep ?? null}::uuid is null or id <> ${which.keep ?? null}::uuid)
    returning id`,
  )
  return rows.length
}

export type ZonedGrant = DatedGrant & { timeZone: string }

const heldText = `
    select h.role,
           h.area_id    as "areaId",
           h.area_path  as "areaPath",
           h.area_level as "areaLevel",
           h.unit_id    as "unitId",
           h.valid_from as "validFrom",
           h.valid_to   as "validTo",
           h.time_zone  as "timeZone"
      from people.held h
     where h.person_id = $1
     order by h.through_section, h.id, h.unit_id
     limit 500`

export const listHeld = (tx: Tx, personId: string) =>
  tx.prepared<ZonedGrant>('people.held', heldText, [personId])

export type ZonedStand = {
  areaId: number
  areaPath: string
  unitId: number | null
  timeZone: string
  fromAt: string | null
  toAt: string | null
  firstOn: string | null
  lastOn: string | null
}

const standsText = `
    select d.area_id as "areaId",
           a.path    as "areaPath",
           d.unit_id as "unitId",
           a.time_zone as "timeZone",
           d.from_at as "fromAt",
           d.to_at   as "toAt",
           null::date as "firstOn",
           null::date as "lastOn"
      from people.duties d
      join places.areas  a on a.id = d.area_id
     where d.person_id = $1
       and d.withdrawn_at is null
       and d.to_at > $2::timestamptz
       and d.from_at < $2::timestamptz + interval '1 minute'
     union all
    select h.area_id,
           h.area_path,
           h.unit_id,
           h.time_zone,
           null,
           null,
           x.first_on,
           x.last_on
      from people.absences x
      join people.held     h on h.person_id = x.person_id
     where x.deputy_id = $1
       and x.withdrawn_at is null
       and x.last_on >= ($2::timestamptz - interval '1 day')::date
       and h.role = any ($3)
       and h.valid_from <= ($2::timestamptz + interval '1 day')::date
       and (h.valid_to is null or h.valid_to > ($2::timestamptz - interval '1 day')::date)
     limit 200`

/** Rosters that name the person about now, and what somebody holds who is away and named him as deputy. */
export const listStands = (tx: Tx, personId: string, now: string) =>
  tx.prepared<ZonedStand>('people.stands', standsText, [personId, now, sees])

/** Roles that see cases: only for those does anybody stand in. */
const sees = allRoles.filter((role) => roles[role].sees !== 'none')

export type TokenRow = {
  id: string
  name: string
  demo: boolean
  scopes: TokenScope[]
  areaId: number
  areaPath: string
  timeZone: string
  validFrom: string
  validTo: string | null
  version: number
}

export const findToken = (tx: Tx, tokenHash: Buffer) =>
  firstOf<TokenRow>(
    tx,
    sql`
    select ${sql.raw(versionText)} as version,
           t.id,
           t.name,
           t.demo,
           t.scopes,
           t.area_id    as "areaId",
           t.area_path  as "areaPath",
           t.time_zone  as "timeZone",
           t.valid_from as "validFrom",
           t.valid_to   as "validTo"
      from people.placed_tokens t
     where t.token_hash = ${tokenHash}
       and t.revoked_at is null`,
  )

/** Somebody who has not left. */
export const findStanding = (tx: Tx, personId: string) =>
  firstOf<{ name: string; demo: boolean }>(
    tx,
    sql`
    select p.name,
           p.demo
      from people.people p
     where p.id = ${personId}
       and p.left_at is null`,
  )
