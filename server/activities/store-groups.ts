// The rows of groups, volunteers and thanks.
import { sql } from 'kysely'
import type { Group } from '#core/activities/group.ts'
import { type Tx, firstOf, rowsOf } from '../kit/db.ts'

const columns = sql`
           g.id,
           json_build_object('zh', g.name_zh, 'en', g.name_en) as name,
           g.kind,
           g.about,
           g.leader_post    as "leaderPost",
           g.leader_shown   as "leaderShown",
           g.members,
           g.rooms::text[]  as rooms,
           g.hours_per_week as "hoursPerWeek",
           g.founded_on::text as "foundedOn",
           g.ended_on::text   as "endedOn"
      from activities.groups g`

export const findGroup = (tx: Tx, communityId: number, id: string) =>
  firstOf<Group>(tx, sql`select ${columns} where g.community_id = ${communityId} and g.id = ${id}`)

export const listGroups = (tx: Tx, communityId: number, skip: number, limit: number) =>
  rowsOf<Group>(
    tx,
    sql`
    select ${columns}
     where g.community_id = ${communityId}
     order by g.ended_on nulls first, g.founded_on, g.name_zh
    offset ${skip}
     limit ${limit}`,
  )

export const saveGroup = (tx: Tx, communityId: number, g: Group) =>
  sql`
    insert into activities.groups (community_id, id, name_zh, name_en, kind, about, leader_post, leader_shown, members, rooms,
                                   hours_per_week, founded_on, ended_on)
    values (${communityId}, ${g.id}, ${g.name.zh}, ${g.name.en}, ${g.kind}, ${g.about}, ${g.leaderPost}, ${g.leaderShown},
            ${g.members}, ${[...g.rooms]}::uuid[], ${g.hoursPerWeek}, ${g.foundedOn}, ${g.endedOn})
        on conflict (community_id, id) do update
       set name_zh        = excluded.name_zh,
           name_en        = excluded.name_en,
           kind           = excluded.kind,
           about          = excluded.about,
           leader_post    = excluded.leader_post,
           leader_shown   = excluded.leader_shown,
           members        = excluded.members,
           rooms          = excluded.rooms,
           hours_per_week = excluded.hours_per_week,
           ended_on       = excluded.ended_on`.execute(tx.k)

export const giveSecret = (
  tx: Tx,
  s: { communityId: number; groupId: string; hash: Buffer; by: string; at: string },
) =>
  sql`
    insert into activities.group_secrets (community_id, group_id, secret_hash, given_by, given_at)
    values (${s.communityId}, ${s.groupId}, ${s.hash}, ${s.by}, ${s.at})
        on conflict (community_id, group_id) do update
       set secret_hash = excluded.secret_hash,
           given_by    = excluded.given_by,
           given_at    = excluded.given_at`.execute(tx.k)

export const findSecret = (tx: Tx, communityId: number, groupId: string) =>
  firstOf<{ hash: Buffer }>(
    tx,
    sql`
    select s.secret_hash as hash
      from activities.group_secrets s
     where s.community_id = ${communityId}
       and s.group_id = ${groupId}`,
  )
