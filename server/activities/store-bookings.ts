// The rows of bookings and who to call about them.
import { sql } from 'kysely'
import type { BookingState, BorrowerKind } from '#core/activities/lending.ts'
import type { Channel } from '#core/activities/registration.ts'
import type { Named } from '#core/activities/centre.ts'
import { type Tx, firstOf, rowsOf } from '../kit/db.ts'

export type BookingRow = {
  communityId: number
  id: string
  number: string
  roomId: string
  roomName: Named
  byKind: BorrowerKind
  groupId: string | null
  groupName: Named | null
  organisation: string | null
  purpose: string
  title: string | null
  people: number | null
  startsAt: string
  endsAt: string
  state: BookingState
  channel: Channel
  askedAt: string
  decidedAt: string | null
  reason: string | null
  secretHash: Buffer
  sealedName: string | null
  sealedPhone: string | null
}

const columns = sql`
           b.community_id as "communityId",
           b.id,
           b.number,
           b.room_id      as "roomId",
           json_build_object('zh', r.name_zh, 'en', r.name_en) as "roomName",
           b.by_kind      as "byKind",
           b.group_id     as "groupId",
           case when g.id is not null then json_build_object('zh', g.name_zh, 'en', g.name_en) end as "groupName",
           b.organisation,
           b.purpose,
           b.title_zh     as title,
           b.people,
           b.starts_at    as "startsAt",
           b.ends_at      as "endsAt",
           b.state,
           b.channel,
           b.asked_at     as "askedAt",
           b.decided_at   as "decidedAt",
           b.reason,
           b.secret_hash  as "secretHash",
           k.sealed_name  as "sealedName",
           k.sealed_phone as "sealedPhone"
      from activities.bookings b
      join activities.rooms    r on r.community_id = b.community_id
                                and r.id = b.room_id
      left join activities.groups g on g.community_id = b.community_id
                                   and g.id = b.group_id
      left join activities.booking_contacts k on k.community_id = b.community_id
                                             and k.booking_id = b.id`

export const findBooking = (tx: Tx, number: string) =>
  firstOf<BookingRow>(tx, sql`select ${columns} where b.number = ${number}`)

export const lockBooking = (tx: Tx, number: string) =>
  firstOf<BookingRow>(tx, sql`select ${columns} where b.number = ${number} for update of b`)

export const listBookings = (
  tx: Tx,
  asked: {
    communityId: number
    from: string
    to: string
    state: string | null
    roomId: string | null
    skip: number
    limit: number
  },
) =>
  rowsOf<BookingRow>(
    tx,
    sql`
    select ${columns}
     where b.community_id = ${asked.communityId}
       and b.starts_at >= ${asked.from}
       and b.starts_at < ${asked.to}
       and (${asked.state}::text is null or b.state = ${asked.state})
       and (${asked.roomId}::uuid is null or b.room_id = ${asked.roomId})
     order by b.state <> 'asked', b.starts_at, b.number
    offset ${asked.skip}
     limit ${asked.limit}`,
  )

export const listOfGroup = (tx: Tx, communityId: number, groupId: string, since: string) =>
  rowsOf<BookingRow>(
    tx,
    sql`
    select ${columns}
     where b.community_id = ${communityId}
       and b.group_id = ${groupId}
       and b.ends_at > ${since}
     order by b.starts_at
     limit 100`,
  )

/** What the same borrower has in a week: refused, cancelled and unused hours are nobody's share. */
export const minutesTaken = (
  tx: Tx,
  asked: {
    communityId: number
    groupId: string | null
    phoneIndex: string | null
    from: string
    to: string
  },
) =>
  firstOf<{ minutes: number }>(
    tx,
    sql`
    select coalesce(sum(extract(epoch from b.ends_at - b.starts_at)) / 60, 0)::int as minutes
      from activities.bookings b
      left join activities.booking_contacts k on k.community_id = b.community_id
                                             and k.booking_id = b.id
     where b.community_id = ${asked.communityId}
       and b.state in ('asked', 'granted')
       and b.starts_at >= ${asked.from}
       and b.starts_at < ${asked.to}
       and (b.group_id = ${asked.groupId}::uuid or k.phone_index = ${asked.phoneIndex}::text)`,
  )

/** One borrower after the other: two bookings at one instant would each see a share that is left. */
export const lockBorrower = (tx: Tx, communityId: number, borrower: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`lend ${communityId} ${borrower}`}, 0))`.execute(
    tx.k,
  )

export type NewBooking = Omit<
  BookingRow,
  'roomName' | 'groupName' | 'decidedAt' | 'reason' | 'sealedName' | 'sealedPhone'
> & { askedBy: string }

/** False when the room is taken: the database says so, and nothing is written. */
export async function addBooking(tx: Tx, b: NewBooking): Promise<boolean> {
  await sql`
    insert into activities.bookings (community_id, id, number, room_id, by_kind, group_id, organisation, purpose, title_zh, people,
                                     starts_at, ends_at, state, channel, asked_at, asked_by, secret_hash)
    values (${b.communityId}, ${b.id}, ${b.number}, ${b.roomId}, ${b.byKind}, ${b.groupId}, ${b.organisation}, ${b.purpose},
            ${b.title}, ${b.people}, ${b.startsAt}, ${b.endsAt}, ${b.state}, ${b.channel}, ${b.askedAt}, ${b.askedBy}, ${b.secretHash})`.execute(
    tx.k,
  )
  const taken = await rowsOf(
    tx,
    sql`
    insert into activities.uses (community_id, room_id, booking_id, during)
    values (${b.communityId}, ${b.roomId}, ${b.id}, tstzrange(${b.startsAt}, ${b.endsAt}))
        on conflict do nothing
 returning booking_id`,
  )
  return taken.length > 0
}

export const addContact = (
  tx: Tx,
  k: {
    communityId: number
    bookingId: string
    sealedName: string | null
    sealedPhone: string | null
    phoneIndex: string | null
    eraseAfter: string
    toldOn: string | null
  },
) =>
  sql`
    insert into activities.booking_contacts (community_id, booking_id, sealed_name, sealed_phone, phone_index, erase_after, told_on)
    values (${k.communityId}, ${k.bookingId}, ${k.sealedName}, ${k.sealedPhone}, ${k.phoneIndex}, ${k.eraseAfter},
            ${k.toldOn})`.execute(tx.k)

export const decide = (
  tx: Tx,
  d: {
    communityId: number
    id: string
    state: 'granted' | 'refused'
    reason: string | null
    by: string
    at: string
  },
) =>
  sql`
    update activities.bookings
       set state      = ${d.state},
           reason     = ${d.reason},
           decided_at = ${d.at},
           decided_by = ${d.by}
     where community_id = ${d.communityId}
       and id = ${d.id}`.execute(tx.k)

export const end = (
  tx: Tx,
  e: {
    communityId: number
    id: string
    state: 'cancelled' | 'notUsed'
    reason: string | null
    at: string
  },
) =>
  sql`
    update activities.bookings
       set state    = ${e.state},
           reason   = coalesce(${e.reason}, reason),
           ended_at = ${e.at}
     where community_id = ${e.communityId}
       and id = ${e.id}`.execute(tx.k)

export const freeRoom = (tx: Tx, communityId: number, bookingId: string) =>
  sql`
    delete from activities.uses
     where community_id = ${communityId}
       and booking_id = ${bookingId}`.execute(tx.k)
