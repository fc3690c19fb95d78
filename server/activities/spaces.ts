// Idle spaces: listed, proposed for a use, given on terms, taken back.
import { sql } from 'kysely'
import type * as contract from '#core/activities/contract-groups.ts'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { done, refused } from '#core/kit/result.ts'
import { type Tx, firstOf, rowsOf } from '../kit/db.ts'
import { pageOf } from './groups.ts'
import { type Keeper, keeping, note } from './keeping.ts'

type Space = OutputOf<typeof contract.listSpaces>['items'][number]

/** The policies leave the uses to those who keep the centre; others read the spaces alone. */
export const listSpaces = (keeper: Keeper, input: InputOf<typeof contract.listSpaces>) =>
  pageOf(keeper, input, (tx, area, skip, limit) =>
    rowsOf<Space>(
      tx,
      sql`
      select s.id,
             s.name_zh          as name,
             s.address,
             s.area_sqm::float8 as "areaSqm",
             s.idle_since::text as "idleSince",
             s.owner,
             s.state,
             coalesce((select json_agg(json_build_object('id', u.id, 'use', u.use, 'byWhom', u.by_whom, 'words', u.words,
                                       'state', u.state, 'fromOn', u.from_on, 'toOn', u.to_on, 'terms', u.terms, 'reason', u.reason)
                                       order by u.proposed_at desc)
                         from activities.space_uses u
                        where u.community_id = s.community_id
                          and u.space_id = s.id), '[]') as uses
        from activities.spaces s
       where s.community_id = ${area.id}
       order by s.state <> 'listed', s.idle_since, s.id
      offset ${skip}
       limit ${limit}`,
    ),
  )

const findSpace = (tx: Tx, communityId: number, id: string) =>
  firstOf<{ state: Space['state'] }>(
    tx,
    sql`
    select s.state
      from activities.spaces s
     where s.community_id = ${communityId}
       and s.id = ${id}
       for update`,
  )

const setState = (tx: Tx, communityId: number, id: string, state: Space['state']) =>
  sql`
    update activities.spaces
       set state = ${state}
     where community_id = ${communityId}
       and id = ${id}`.execute(tx.k)

export function saveSpace(
  keeper: Keeper,
  { commandId, ...input }: InputOf<typeof contract.saveSpace>,
) {
  return keeping(keeper, input.code, { commandId, content: input }, async (at) => {
    const { spaceId: id, name, address, areaSqm, idleSince, owner, withdrawn } = input
    const known = await findSpace(at.tx, at.area.id, id)
    if (known?.state === 'allocated' && withdrawn) return refused('space_allocated')
    const state = known?.state === 'allocated' ? 'allocated' : withdrawn ? 'withdrawn' : 'listed'
    await sql`
      insert into activities.spaces (community_id, id, name_zh, address, area_sqm, idle_since, owner, state, listed_at)
      values (${at.area.id}, ${id}, ${name}, ${address}, ${areaSqm}, ${idleSince}, ${owner}, ${state}, ${at.now})
          on conflict (community_id, id) do update
         set name_zh    = excluded.name_zh,
             address    = excluded.address,
             area_sqm   = excluded.area_sqm,
             idle_since = excluded.idle_since,
             owner      = excluded.owner,
             state      = excluded.state`.execute(at.tx.k)
    await note(at, { act: 'saveSpace', subject: ['space', id], facts: { name, areaSqm, state } })
    return done({ id })
  })
}

export function proposeUse(
  keeper: Keeper,
  { commandId, ...input }: InputOf<typeof contract.proposeUse>,
) {
  return keeping(keeper, input.code, { commandId, content: input }, async (at) => {
    const { spaceId, use, byWhom, words } = input
    const space = await findSpace(at.tx, at.area.id, spaceId)
    if (space === null) return refused('no_such_space')
    if (space.state === 'withdrawn') return refused('space_withdrawn')
    const id = at.app.newId()
    await sql`
      insert into activities.space_uses (community_id, id, space_id, use, by_whom, words, state, proposed_at)
      values (${at.area.id}, ${id}, ${spaceId}, ${use}, ${byWhom}, ${words}, 'proposed', ${at.now})`.execute(
      at.tx.k,
    )
    await note(at, { act: 'proposeUse', subject: ['space', spaceId], facts: { use, byWhom } })
    return done({ id })
  })
}

export function decideUse(
  keeper: Keeper,
  { commandId, ...input }: InputOf<typeof contract.decideUse>,
) {
  return keeping(keeper, input.code, { commandId, content: input }, async (at) => {
    const { spaceId, useId, decision, reason, fromOn, toOn, terms } = input
    const space = await findSpace(at.tx, at.area.id, spaceId)
    const use = await firstOf<{ state: string }>(
      at.tx,
      sql`
      select u.state
        from activities.space_uses u
       where u.community_id = ${at.area.id}
         and u.space_id = ${spaceId}
         and u.id = ${useId}
         for update`,
    )
    if (space === null || use === null) return refused('no_such_use')
    if (use.state !== (decision === 'ended' ? 'allocated' : 'proposed'))
      return refused('use_decided')
    if (decision === 'allocated' && space.state === 'allocated') return refused('space_allocated')
    if (decision === 'allocated' && (terms === null || fromOn === null))
      return refused('terms_needed')
    if (decision !== 'allocated' && reason === null) return refused('reason_needed')
    await sql`
      update activities.space_uses
         set state      = ${decision},
             decided_at = ${at.now},
             reason     = coalesce(${reason}, reason),
             from_on    = coalesce(${fromOn}, from_on),
             to_on      = ${decision === 'ended' ? sql`to_on` : toOn},
             terms      = coalesce(${terms}, terms)
       where community_id = ${at.area.id}
         and id = ${useId}`.execute(at.tx.k)
    if (decision !== 'refused')
      await setState(at.tx, at.area.id, spaceId, decision === 'allocated' ? 'allocated' : 'listed')
    await note(at, {
      act: 'decideUse',
      subject: ['space', spaceId],
      reason,
      facts: { decision, fromOn, toOn, terms },
    })
    return done({})
  })
}
