// The rows of registrations, their contacts, what they were told, and who came.
import { sql } from 'kysely'
import type { Channel, RegistrationState } from '#core/activities/registration.ts'
import type { TellingKind } from '#core/activities/words-told.ts'
import { type Tx, firstOf, rowsOf } from '../kit/db.ts'

export type RegistrationRow = {
  communityId: number
  id: string
  sessionId: string
  number: string
  people: number
  state: RegistrationState
  queue: number
  channel: Channel
  madeAt: string
  secretHash: Buffer
  movedUpAt: string | null
  came: number | null
  sealedPhone: string | null
  toldOn: string | null
}

const columns = sql`
           r.community_id as "communityId",
           r.id,
           r.session_id   as "sessionId",
           r.number,
           r.people,
           r.state,
           r.queue,
           r.channel,
           r.made_at      as "madeAt",
           r.secret_hash  as "secretHash",
           r.moved_up_at  as "movedUpAt",
           r.came,
           k.sealed_phone as "sealedPhone",
           k.told_on      as "toldOn"
      from activities.registrations r
      left join activities.registration_contacts k on k.community_id = r.community_id
                                                  and k.registration_id = r.id`

export const findByNumber = (tx: Tx, number: string) =>
  firstOf<RegistrationRow>(tx, sql`select ${columns} where r.number = ${number}`)

export const listOf = (
  tx: Tx,
  asked: { communityId: number; sessionId: string; after: number; limit: number },
) =>
  rowsOf<RegistrationRow>(
    tx,
    sql`
    select ${columns}
     where r.community_id = ${asked.communityId}
       and r.session_id = ${asked.sessionId}
       and r.queue > ${asked.after}
     order by r.queue
     limit ${asked.limit}`,
  )

/** In the order in which they came; the session's row is locked by whoever asks. */
export const listWaiting = (tx: Tx, communityId: number, sessionId: string) =>
  rowsOf<{ id: string; people: number }>(
    tx,
    sql`
    select r.id,
           r.people
      from activities.registrations r
     where r.community_id = ${communityId}
       and r.session_id = ${sessionId}
       and r.state = 'waiting'
     order by r.queue
     limit 2000`,
  )

export const peopleAhead = (tx: Tx, r: { communityId: number; sessionId: string; queue: number }) =>
  firstOf<{ n: number }>(
    tx,
    sql`
    select coalesce(sum(r.people), 0)::int as n
      from activities.registrations r
     where r.community_id = ${r.communityId}
       and r.session_id = ${r.sessionId}
       and r.state = 'waiting'
       and r.queue < ${r.queue}`,
  )

export const nextSerial = async (
  tx: Tx,
  s: { communityId: number; kind: 'registration' | 'booking'; year: number },
): Promise<number> => {
  const row = await firstOf<{ last: number }>(
    tx,
    sql`
    insert into activities.serials as s (community_id, kind, year, last)
    values (${s.communityId}, ${s.kind}, ${s.year}, 1)
        on conflict (community_id, kind, year) do update
       set last = s.last + 1
 returning s.last`,
  )
  return row?.last ?? 1
}

export type NewRegistration = Pick<
  RegistrationRow,
  'communityId' | 'id' | 'sessionId' | 'number' | 'people' | 'channel' | 'secretHash'
> & { state: 'booked' | 'waiting'; byStaff: boolean; at: string }

export const addRegistration = (tx: Tx, r: NewRegistration) =>
  firstOf<{ queue: number }>(
    tx,
    sql`
    insert into activities.registrations (community_id, id, session_id, number, people, state, channel, by_staff, made_at, secret_hash)
    values (${r.communityId}, ${r.id}, ${r.sessionId}, ${r.number}, ${r.people}, ${r.state}, ${r.channel}, ${r.byStaff}, ${r.at}, ${r.secretHash})
 returning queue`,
  )

export const addContact = (
  tx: Tx,
  k: {
    communityId: number
    registrationId: string
    sealedPhone: string
    eraseAfter: string
    toldOn: string | null
  },
) =>
  sql`
    insert into activities.registration_contacts (community_id, registration_id, sealed_phone, erase_after, told_on)
    values (${k.communityId}, ${k.registrationId}, ${k.sealedPhone}, ${k.eraseAfter}, ${k.toldOn})`.execute(
    tx.k,
  )

/** Null where nothing was left, or it is gone already. */
export const eraseContact = (tx: Tx, r: { communityId: number; id: string }, at: string) =>
  firstOf<{ id: string }>(
    tx,
    sql`
    update activities.registration_contacts
       set sealed_phone = null,
           told_on      = null,
           erased_at    = ${at}
     where community_id = ${r.communityId}
       and registration_id = ${r.id}
       and erased_at is null
 returning registration_id as id`,
  )

export const endRegistration = (tx: Tx, r: { communityId: number; id: string }, at: string) =>
  sql`
    update activities.registrations
       set state        = 'cancelled',
           cancelled_at = ${at}
     where community_id = ${r.communityId}
       and id = ${r.id}`.execute(tx.k)

export const moveUp = (tx: Tx, communityId: number, ids: readonly string[], at: string) =>
  sql`
    update activities.registrations
       set state       = 'booked',
           moved_up_at = ${at}
     where community_id = ${communityId}
       and id = any(${[...ids]}::uuid[])`.execute(tx.k)

/** What the session's row says of its registrations, counted anew: the sums can never drift from the rows. */
export const recount = (tx: Tx, communityId: number, sessionId: string) =>
  sql`
    update activities.sessions e
       set booked  = n.booked,
           waiting = n.waiting
      from (select coalesce(sum(r.people) filter (where r.state = 'booked'), 0)  as booked,
                   coalesce(sum(r.people) filter (where r.state = 'waiting'), 0) as waiting
              from activities.registrations r
             where r.community_id = ${communityId}
               and r.session_id = ${sessionId}) n
     where e.community_id = ${communityId}
       and e.id = ${sessionId}`.execute(tx.k)

export type Telling = {
  communityId: number
  sessionId: string
  kind: TellingKind
  cause: string
  words: { zh: string; en: string }
  at: string
}

/** Tells each once; `only` narrows it to some. Answers how many were told, and how many of them want a call. */
export const tell = (tx: Tx, t: Telling, only: readonly string[] | null = null) =>
  rowsOf<{ byPhone: boolean }>(
    tx,
    sql`
    insert into activities.tellings (community_id, registration_id, cause, kind, words_zh, words_en, at, by_phone)
    select r.community_id, r.id, ${t.cause}, ${t.kind}, ${t.words.zh}, ${t.words.en}, ${t.at}, k.sealed_phone is not null
      from activities.registrations r
      left join activities.registration_contacts k on k.community_id = r.community_id
                                                  and k.registration_id = r.id
     where r.community_id = ${t.communityId}
       and r.session_id = ${t.sessionId}
       and r.state <> 'cancelled'
       and (${only === null} or r.id = any(${[...(only ?? [])]}::uuid[]))
        on conflict (community_id, registration_id, cause) do nothing
 returning by_phone as "byPhone"`,
  )

export type ToldRow = {
  registrationId: string
  number: string
  cause: string
  kind: TellingKind
  zh: string
  en: string
  at: string
  byPhone: boolean
  calledAt: string | null
}

export const listTold = (tx: Tx, communityId: number, registrationIds: readonly string[]) =>
  rowsOf<ToldRow>(
    tx,
    sql`
    select t.registration_id as "registrationId",
           r.number,
           t.cause,
           t.kind,
           t.words_zh        as zh,
           t.words_en        as en,
           t.at,
           t.by_phone        as "byPhone",
           t.called_at       as "calledAt"
      from activities.tellings t
      join activities.registrations r on r.community_id = t.community_id
                                     and r.id = t.registration_id
     where t.community_id = ${communityId}
       and t.registration_id = any(${[...registrationIds]}::uuid[])
     order by t.at, t.cause
     limit 2000`,
  )

export const noteCalled = (
  tx: Tx,
  c: { communityId: number; registrationId: string; cause: string; by: string; at: string },
) =>
  sql`
    update activities.tellings
       set called_at = ${c.at},
           called_by = ${c.by}
     where community_id = ${c.communityId}
       and registration_id = ${c.registrationId}
       and cause = ${c.cause}
       and by_phone
       and called_at is null`.execute(tx.k)

export type Heads = {
  communityId: number
  id: string
  sessionId: string
  change: number
  way: 'tap' | 'list' | 'qr' | 'count'
  registrationId: string | null
  by: string
  at: string
}

/** One row more, and the session's sum with it. */
export async function addHeads(tx: Tx, h: Heads): Promise<number> {
  await sql`
    insert into activities.attendance (community_id, id, session_id, change, way, registration_id, by, at)
    values (${h.communityId}, ${h.id}, ${h.sessionId}, ${h.change}, ${h.way}, ${h.registrationId}, ${h.by}, ${h.at})`.execute(
    tx.k,
  )
  const row = await firstOf<{ came: number }>(
    tx,
    sql`
    update activities.sessions
       set came = coalesce(came, 0) + ${h.change}
     where community_id = ${h.communityId}
       and id = ${h.sessionId}
 returning came`,
  )
  return row?.came ?? 0
}

export const setCame = (tx: Tx, r: { communityId: number; id: string; came: number }) =>
  sql`
    update activities.registrations
       set came = ${r.came}
     where community_id = ${r.communityId}
       and id = ${r.id}`.execute(tx.k)

export const knownToHaveCome = (tx: Tx, communityId: number, sessionId: string) =>
  firstOf<{ n: number }>(
    tx,
    sql`
    select coalesce(sum(r.came), 0)::int as n
      from activities.registrations r
     where r.community_id = ${communityId}
       and r.session_id = ${sessionId}`,
  )

export const findSums = (tx: Tx, communityId: number, sessionId: string) =>
  firstOf<{ booked: number; waiting: number }>(
    tx,
    sql`
    select e.booked,
           e.waiting
      from activities.sessions e
     where e.community_id = ${communityId}
       and e.id = ${sessionId}`,
  )
