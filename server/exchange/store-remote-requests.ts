// What was sent to other servers, what was heard of it and what we still have to say, as rows in job scope.
import { sql } from 'kysely'
import type { RemoteRequestState, RemoteRequestView } from '#core/exchange/contract-remotes.ts'
import type { SentForm } from '#core/exchange/remote.ts'
import { type Tx, firstOf, rowsOf } from '../kit/db.ts'

export type RequestRow = {
  communityId: number
  id: string
  remoteId: string
  caseNumber: string
  leg: number
  reference: string
  service: string | null
  form: SentForm | null
  state: RemoteRequestState
  wanted: boolean
  token: string | null
  remoteNumber: string | null
  tries: number
  troubled: boolean
  askedAt: string | null
  sentAt: string | null
}

const columns = sql`
         q.community_id  as "communityId",
         q.id,
         q.remote_id     as "remoteId",
         q.case_number   as "caseNumber",
         q.leg,
         q.reference,
         q.service,
         q.form,
         q.state,
         q.wanted,
         q.token,
         q.remote_number as "remoteNumber",
         q.tries,
         q.troubled,
         q.asked_at      as "askedAt",
         q.sent_at       as "sentAt"`

type NewRequest = Pick<
  RequestRow,
  'communityId' | 'id' | 'remoteId' | 'caseNumber' | 'leg' | 'reference'
> & { service: string | null; form: SentForm | null; at: string }

export const addRequest = (tx: Tx, q: NewRequest) =>
  rowsOf(
    tx,
    sql`
    insert into exchange.remote_requests (community_id, id, remote_id, case_number, leg, reference, service, form, state,
                                          next_try_at, created_at)
    values (${q.communityId}, ${q.id}, ${q.remoteId}, ${q.caseNumber}, ${q.leg}, ${q.reference}, ${q.service},
            ${q.form === null ? null : JSON.stringify(q.form)}::jsonb, 'waiting', ${q.at}, ${q.at})
        on conflict (community_id, case_number, leg) do nothing`,
  )

export const listLiveOf = (tx: Tx, numbers: readonly string[]) =>
  rowsOf<RequestRow>(
    tx,
    sql`
    select ${columns}
      from exchange.remote_requests q
     where q.case_number = any (${[...numbers]}::text[])
       and q.state in ('waiting', 'sent', 'settled')
     limit 10000`,
  )

/** Not needed any more: what waits is looked for once more, so that nothing lies there that nobody wants. */
export const unwant = (tx: Tx, q: { communityId: number; id: string }) =>
  rowsOf(
    tx,
    sql`
    update exchange.remote_requests
       set wanted = false
     where community_id = ${q.communityId}
       and id = ${q.id}`,
  )

/** Takes what is due, and counts the try before it is made: whoever dies on the way is known to have asked. */
export const claimDue = (tx: Tx, asked: { now: string; until: string; limit: number }) =>
  rowsOf<RequestRow>(
    tx,
    sql`
    update exchange.remote_requests q
       set claimed_until = ${asked.until},
           tries = q.tries + 1,
           asked_at = coalesce(q.asked_at, ${asked.now}::timestamptz)
     where (q.community_id, q.id) in (select w.community_id, w.id
                                        from exchange.remote_requests w
                                        join exchange.remotes         r on r.id = w.remote_id
                                       where w.state = 'waiting'
                                         and w.next_try_at <= ${asked.now}
                                         and (w.claimed_until is null or w.claimed_until <= ${asked.now})
                                       order by w.next_try_at, w.created_at
                                       limit ${asked.limit}
                                         for update of w skip locked)
 returning ${columns}`,
  )

type Ended = { communityId: number; id: string }

export const noteSent = (
  tx: Tx,
  q: Ended & { remoteNumber: string | null; token: string | null; at: string },
) =>
  rowsOf(
    tx,
    sql`
    update exchange.remote_requests
       set state = 'sent',
           remote_number = ${q.remoteNumber},
           token = ${q.token},
           next_try_at = null,
           claimed_until = null,
           last_error = null,
           sent_at = coalesce(sent_at, ${q.at}::timestamptz)
     where community_id = ${q.communityId}
       and id = ${q.id}`,
  )

export const noteEnded = (
  tx: Tx,
  q: Ended & {
    state: 'refused' | 'failed' | 'withdrawn' | 'done'
    error: string | null
    at: string
  },
) =>
  rowsOf(
    tx,
    sql`
    update exchange.remote_requests
       set state = ${q.state},
           next_try_at = null,
           claimed_until = null,
           last_error = ${q.error},
           ended_at = ${q.at}
     where community_id = ${q.communityId}
       and id = ${q.id}`,
  )

/** Answers whether this is the first trouble, of which whoever gave the case is told. */
export const noteTrouble = (tx: Tx, q: Ended & { error: string; nextTryAt: string }) =>
  firstOf<{ first: boolean }>(
    tx,
    sql`
    with was as (
      select w.troubled
        from exchange.remote_requests w
       where w.community_id = ${q.communityId}
         and w.id = ${q.id}
    )
    update exchange.remote_requests q
       set next_try_at = ${q.nextTryAt},
           claimed_until = null,
           last_error = ${q.error},
           troubled = true
      from was
     where q.community_id = ${q.communityId}
       and q.id = ${q.id}
 returning not was.troubled as first`,
  )

export const listFollowed = (tx: Tx, remoteId: string) =>
  rowsOf<RequestRow>(
    tx,
    sql`
    select ${columns}
      from exchange.remote_requests q
     where q.remote_id = ${remoteId}
       and q.state in ('sent', 'settled')
     order by q.sent_at
     limit 5000`,
  )

export const findByRemoteNumber = (
  tx: Tx,
  remoteIds: readonly string[],
  numbers: readonly string[],
) =>
  rowsOf<RequestRow>(
    tx,
    sql`
    select ${columns}
      from exchange.remote_requests q
     where q.remote_id = any (${[...remoteIds]}::uuid[])
       and q.state in ('sent', 'settled', 'done')
       and (q.remote_number = any (${[...numbers]}::text[])
            or q.reference = any (${[...numbers]}::text[])
            or q.case_number = any (${[...numbers]}::text[]))
     order by q.created_at desc
     limit 10`,
  )

export const keepNumber = (tx: Tx, q: Ended & { remoteNumber: string; at: string }) =>
  rowsOf(
    tx,
    sql`
    update exchange.remote_requests
       set remote_number = ${q.remoteNumber},
           heard_at = ${q.at}
     where community_id = ${q.communityId}
       and id = ${q.id}`,
  )

export const knownSteps = (tx: Tx, ids: readonly string[]) =>
  rowsOf<{ requestId: string; step: string }>(
    tx,
    sql`
    select s.request_id as "requestId",
           s.step
      from exchange.remote_steps s
     where s.request_id = any (${[...ids]}::uuid[])
     limit 100000`,
  )

export const addStep = (
  tx: Tx,
  s: {
    communityId: number
    requestId: string
    step: string
    status: 'open' | 'closed' | null
    at: string
  },
) =>
  rowsOf(
    tx,
    sql`
    with heard as (
      update exchange.remote_requests
         set heard_at = ${s.at},
             state = case when state not in ('sent', 'settled') then state
                          when ${s.status}::text = 'closed' then 'settled'
                          when ${s.status}::text = 'open' then 'sent'
                          else state end
       where community_id = ${s.communityId}
         and id = ${s.requestId}
    )
    insert into exchange.remote_steps (community_id, request_id, step, status, heard_at)
    values (${s.communityId}, ${s.requestId}, ${s.step}, ${s.status}, ${s.at})
        on conflict do nothing`,
  )

export type WordsRow = {
  communityId: number
  id: string
  requestId: string
  remoteId: string
  remoteNumber: string
  status: 'open' | 'closed'
  words: string
  tries: number
}

export const addWords = (
  tx: Tx,
  w: Pick<WordsRow, 'communityId' | 'id' | 'requestId' | 'status' | 'words'> & {
    cause: string
    at: string
  },
) =>
  rowsOf(
    tx,
    sql`
    insert into exchange.remote_words (community_id, id, request_id, cause, status, words, state, next_try_at, created_at)
    values (${w.communityId}, ${w.id}, ${w.requestId}, ${w.cause}, ${w.status}, ${w.words}, 'waiting', ${w.at}, ${w.at})
        on conflict (community_id, request_id, cause) do nothing`,
  )

/** Only once the request has its number there; in the order in which it was said. */
export const claimWords = (tx: Tx, asked: { now: string; until: string; limit: number }) =>
  rowsOf<WordsRow>(
    tx,
    sql`
    update exchange.remote_words w
       set claimed_until = ${asked.until},
           tries = w.tries + 1
      from exchange.remote_requests q
     where q.community_id = w.community_id
       and q.id = w.request_id
       and (w.community_id, w.id) in (select v.community_id, v.id
                                        from exchange.remote_words    v
                                        join exchange.remote_requests p on p.community_id = v.community_id
                                                                       and p.id = v.request_id
                                       where v.state = 'waiting'
                                         and v.next_try_at <= ${asked.now}
                                         and (v.claimed_until is null or v.claimed_until <= ${asked.now})
                                         and p.remote_number is not null
                                       order by v.created_at
                                       limit ${asked.limit}
                                         for update of v skip locked)
 returning w.community_id   as "communityId",
           w.id,
           w.request_id     as "requestId",
           q.remote_id      as "remoteId",
           q.remote_number  as "remoteNumber",
           w.status,
           w.words,
           w.tries`,
  )

export const noteWords = (
  tx: Tx,
  w: { communityId: number; id: string; state: 'sent' | 'refused' | 'failed' | 'waiting' } & {
    error: string | null
    nextTryAt: string | null
  },
) =>
  rowsOf(
    tx,
    sql`
    update exchange.remote_words
       set state = ${w.state},
           next_try_at = ${w.nextTryAt}::timestamptz,
           claimed_until = null,
           last_error = ${w.error}
     where community_id = ${w.communityId}
       and id = ${w.id}`,
  )

export const hurry = (tx: Tx, remoteId: string, now: string) =>
  rowsOf<{ id: string }>(
    tx,
    sql`
    update exchange.remote_requests
       set next_try_at = ${now}
     where remote_id = ${remoteId}
       and state = 'waiting'
       and next_try_at > ${now}
 returning id`,
  )

export const listRequests = (
  tx: Tx,
  asked: { remoteId: string; after: string | null; limit: number },
) =>
  rowsOf<RemoteRequestView & { key: string }>(
    tx,
    sql`
    select q.id,
           q.case_number   as "caseNumber",
           q.reference,
           q.service,
           q.state,
           q.remote_number as "remoteNumber",
           q.tries,
           q.next_try_at   as "nextTryAt",
           q.last_error    as "lastError",
           q.sent_at       as "sentAt",
           q.heard_at      as "heardAt",
           q.created_at    as "createdAt",
           to_char(q.created_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS') || q.id as key
      from exchange.remote_requests q
     where q.remote_id = ${asked.remoteId}
       and (${asked.after}::text is null
            or to_char(q.created_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS') || q.id < ${asked.after})
     order by q.created_at desc, q.id desc
     limit ${asked.limit}`,
  )

/** The remote was ended: what lies there is followed no more. */
export const letGo = (tx: Tx, remoteId: string, at: string) =>
  rowsOf(
    tx,
    sql`
    update exchange.remote_requests
       set state = 'withdrawn',
           ended_at = ${at}
     where remote_id = ${remoteId}
       and state in ('sent', 'settled')`,
  )

export const removeEnded = (tx: Tx, before: string) =>
  rowsOf(tx, sql`delete from exchange.remote_requests where ended_at < ${before}`)
