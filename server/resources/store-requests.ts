// SQL of requests: the request as it stands, and one appended line for each move.
import { sql } from 'kysely'
import type { RequestMove, RequestState, ResourceRequest, Use } from '#core/resources/request.ts'
import { type Tx, firstOf, rowsOf } from '../kit/db.ts'

type Row = Omit<ResourceRequest, 'to'> & { toId: number; toPath: string }

const columns = sql`
             q.id,
             q.community_id  as "communityId",
             q.asker_path    as "askerPath",
             q.to_id         as "toId",
             q.to_path       as "toPath",
             q.state,
             q.what,
             q.for_whom      as "forWhom",
             q.why,
             q.wanted_from   as "wantedFrom",
             q.wanted_until  as "wantedUntil",
             q.answer_by     as "answerBy",
             q.asked_on      as "askedOn",
             q.asked_at      as "askedAt",
             q.answered_at   as "answeredAt",
             q.answer,
             q.alternative,
             q.refused_by_id as "refusedById",
             q.resource_id   as "resourceId",
             q.terms,
             q.terms_until   as "termsUntil",
             q.brought,
             q.uses,
             q.units,
             q.person_times  as "personTimes",
             q.version`

const asRequest = ({ toId, toPath, ...row }: Row): ResourceRequest => ({
  ...row,
  to: { id: toId, path: toPath },
})

export async function findRequest(tx: Tx, id: string): Promise<ResourceRequest | null> {
  const row = await firstOf(
    tx,
    sql<Row>`select ${columns} from resources.requests q where q.id = ${id}`,
  )
  return row === null ? null : asRequest(row)
}

export async function lockRequest(tx: Tx, id: string): Promise<ResourceRequest | null> {
  const row = await firstOf(
    tx,
    sql<Row>`select ${columns} from resources.requests q where q.id = ${id} for update`,
  )
  return row === null ? null : asRequest(row)
}

export type RequestFilter = {
  toId: number | null
  below: string | null
  state: RequestState | null
  resourceId: string | null
  after: { day: string; id: string } | null
  limit: number
}

/** Waiting ones first by the day of their answer: `answer_by` of those answered lies behind a far day. */
export async function listRequests(
  tx: Tx,
  f: RequestFilter,
): Promise<(ResourceRequest & { due: string })[]> {
  const rows = await rowsOf(
    tx,
    sql<Row & { due: string }>`
      select s.*
        from (select ${columns},
                     case when q.state = 'ASKED' then q.answer_by else date '9999-12-31' - (q.asked_on - date '2000-01-01') end as due
                from resources.requests q
               where (${f.toId}::bigint is null or q.to_id = ${f.toId})
                 and (${f.below}::text is null or starts_with(q.asker_path, ${f.below}))
                 and (${f.state}::text is null or q.state = ${f.state})
                 and (${f.resourceId}::uuid is null or q.resource_id = ${f.resourceId})) s
       where (${f.after?.day ?? null}::date is null or (s.due, s.id) > (${f.after?.day ?? null}::date, ${f.after?.id ?? null}::uuid))
       order by s.due, s.id
       limit ${f.limit}`,
  )
  return rows.map(({ due, ...row }) => ({ ...asRequest(row as Row), due }))
}

export const countRequests = (tx: Tx, at: { id: number; path: string; today: string }) =>
  firstOf(
    tx,
    sql<{ in: number; out: number; late: number }>`
      select (count(*) filter (where q.to_id = ${at.id} and q.state = 'ASKED'))::int as in,
             (count(*) filter (where starts_with(q.asker_path, ${at.path})
                                 and q.state in ('ASKED', 'GIVEN', 'PARTLY', 'REGISTERED', 'USED')))::int as out,
             (count(*) filter (where q.to_id = ${at.id} and q.state = 'ASKED' and q.answer_by < ${at.today}::date))::int as late
        from resources.requests q`,
  )

export const insertRequest = (tx: Tx, q: ResourceRequest) =>
  rowsOf(
    tx,
    sql`
    insert into resources.requests
           (community_id, id, asker_path, to_id, to_path, state, what, for_whom, why, wanted_from, wanted_until, answer_by,
            asked_on, asked_at, version)
    values (${q.communityId}, ${q.id}, ${q.askerPath}, ${q.to.id}, ${q.to.path}, ${q.state}, ${q.what}, ${q.forWhom}, ${q.why},
            ${q.wantedFrom}, ${q.wantedUntil}, ${q.answerBy}, ${q.askedOn}, ${q.askedAt}, ${q.version})`,
  )

export const updateRequest = (tx: Tx, q: ResourceRequest) =>
  rowsOf(
    tx,
    sql`
    update resources.requests
       set to_id = ${q.to.id},
           to_path = ${q.to.path},
           state = ${q.state},
           answer_by = ${q.answerBy},
           answered_at = ${q.answeredAt},
           answer = ${q.answer},
           alternative = ${q.alternative},
           refused_by_id = ${q.refusedById},
           resource_id = ${q.resourceId},
           terms = ${q.terms},
           terms_until = ${q.termsUntil},
           brought = ${q.brought},
           uses = ${q.uses},
           units = ${q.units},
           person_times = ${q.personTimes},
           version = ${q.version},
           told_late = false
     where community_id = ${q.communityId}
       and id = ${q.id}`,
  )

export type MoveLine = {
  request: ResourceRequest
  move: RequestMove
  at: string
  personId: string
  role: string | null
  facts: Record<string, unknown>
}

export const addMove = (tx: Tx, m: MoveLine) =>
  rowsOf(
    tx,
    sql`
    insert into resources.request_moves (community_id, request_id, version, move, to_state, at, person_id, role, facts)
    values (${m.request.communityId}, ${m.request.id}, ${m.request.version}, ${m.move}, ${m.request.state}, ${m.at}, ${m.personId},
            ${m.role}, ${JSON.stringify(m.facts)})`,
  )

export type MoveFact = { version: number; move: RequestMove; at: string; personId: string }

export const findMove = (tx: Tx, id: string, version: number) =>
  firstOf(
    tx,
    sql<MoveFact>`
      select m.version,
             m.move,
             m.at,
             m.person_id as "personId"
        from resources.request_moves m
       where m.request_id = ${id}
         and m.version = ${version}`,
  )

export type StoredMove = {
  version: number
  move: RequestMove
  toState: RequestState
  at: string
  by: string | null
  role: string | null
  facts: Record<string, unknown>
}

export const listMoves = (tx: Tx, id: string) =>
  rowsOf(
    tx,
    sql<StoredMove>`
      select m.version,
             m.move,
             m.to_state as "toState",
             m.at,
             p.name     as by,
             m.role,
             m.facts
        from resources.request_moves m
        left join people.people p on p.id = m.person_id
       where m.request_id = ${id}
       order by m.version desc
       limit 500`,
  )

export const addUse = (tx: Tx, q: ResourceRequest, use: Use) =>
  rowsOf(
    tx,
    sql`
    insert into resources.uses (community_id, request_id, serial, used_on, what_for, units, person_times, corrects, reason)
    values (${q.communityId}, ${q.id}, ${use.serial}, ${use.usedOn}, ${use.whatFor}, ${use.units}, ${use.personTimes},
            ${use.corrects}, ${use.reason})`,
  )

export type StoredUse = Use & { correctedBy: number | null }

export const listUses = (tx: Tx, id: string) =>
  rowsOf(
    tx,
    sql<StoredUse>`
      select u.serial,
             u.used_on      as "usedOn",
             u.what_for     as "whatFor",
             u.units,
             u.person_times as "personTimes",
             u.corrects,
             u.reason,
             c.serial       as "correctedBy"
        from resources.uses      u
        left join resources.uses c on c.community_id = u.community_id
                                  and c.request_id = u.request_id
                                  and c.corrects = u.serial
       where u.request_id = ${id}
       order by u.used_on desc, u.serial desc
       limit 500`,
  )

export type LedgerLine = {
  year: number
  level: string
  asked: number
  given: number
  partly: number
  refused: number
  waiting: number
  answered: number
  inTime: number
  uses: number
  units: number
  personTimes: number
}

/** Uses count in the year in which they happened, requests in the year in which they were asked. */
export const listLedger = (tx: Tx, below: string, zone: string) =>
  rowsOf(
    tx,
    sql<LedgerLine>`
      with asked as (
        select extract(year from q.asked_on)::int as year,
               a.level,
               count(*)::int                                                                      as asked,
               (count(*) filter (where q.state in ('GIVEN', 'REGISTERED', 'USED', 'REPORTED')
                                   and not q.was_partly))::int                                    as given,
               (count(*) filter (where q.was_partly))::int                                        as partly,
               (count(*) filter (where q.state = 'REFUSED'))::int                                 as refused,
               (count(*) filter (where q.state = 'ASKED'))::int                                   as waiting,
               (count(*) filter (where q.answered_at is not null))::int                           as answered,
               (count(*) filter (where (q.answered_at at time zone ${zone})::date <= q.answer_by))::int as in_time
          from (select r.*,
                       r.state = 'PARTLY' or exists (
                         select from resources.request_moves m
                          where m.community_id = r.community_id
                            and m.request_id = r.id
                            and m.to_state = 'PARTLY') as was_partly
                  from resources.requests r
                 where starts_with(r.asker_path, ${below})) q
          join places.areas a on a.id = q.to_id
         group by 1, 2),
      used as (
        select extract(year from u.used_on)::int  as year,
               a.level,
               count(*)::int                      as uses,
               sum(u.units)::int                  as units,
               coalesce(sum(u.person_times), 0)::int as person_times
          from resources.uses     u
          join resources.requests q on q.community_id = u.community_id
                                   and q.id = u.request_id
          join places.areas       a on a.id = q.to_id
         where starts_with(q.asker_path, ${below})
           and u.units > 0   -- else it did not take place after all
           and not exists (select from resources.uses c
                            where c.community_id = u.community_id
                              and c.request_id = u.request_id
                              and c.corrects = u.serial)
         group by 1, 2)
      select year,
             level,
             coalesce(k.asked, 0)        as asked,
             coalesce(k.given, 0)        as given,
             coalesce(k.partly, 0)       as partly,
             coalesce(k.refused, 0)      as refused,
             coalesce(k.waiting, 0)      as waiting,
             coalesce(k.answered, 0)     as answered,
             coalesce(k.in_time, 0)      as "inTime",
             coalesce(u.uses, 0)         as uses,
             coalesce(u.units, 0)        as units,
             coalesce(u.person_times, 0) as "personTimes"
        from asked k
        full join used u using (year, level)
       order by year desc, level
       limit 200`,
  )

/** Waiting past the day of their answer, and nobody was told. */
export const lockLate = (tx: Tx, today: string, limit: number) =>
  rowsOf(
    tx,
    sql<{ id: string; communityId: number; toId: number; what: string; answerBy: string }>`
      select q.id,
             q.community_id as "communityId",
             q.to_id        as "toId",
             q.what,
             q.answer_by    as "answerBy"
        from resources.requests q
       where q.state = 'ASKED'
         and q.answer_by < ${today}::date
         and not q.told_late
       order by q.answer_by, q.id
       limit ${limit}
         for update skip locked`,
  )

export const noteLate = (tx: Tx, ids: readonly string[]) =>
  rowsOf(tx, sql`update resources.requests set told_late = true where id = any (${ids}::uuid[])`)
