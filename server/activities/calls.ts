// The telephone list of the centre: over all sessions to come, who left a number, was told on the page and is still to be
// called. The number itself is read one by one, against a reason.
import type * as contract from '#core/activities/contract-registrations.ts'
import type { CallView } from '#core/activities/contract-registrations.ts'
import { type InputOf, type OutputOf, skippedBefore } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { sql } from 'kysely'
import { type Tx, rowsOf } from '../kit/db.ts'
import { findArea } from '../people/find-area.ts'
import { type Keeper, mayKeep, reading } from './keeping.ts'

export async function listCalls(
  keeper: Keeper,
  input: InputOf<typeof contract.listCalls>,
): Promise<Result<OutputOf<typeof contract.listCalls>, 'no_such_area' | 'not_yours'>> {
  const area = findArea(keeper.app, input.code)
  if (area === null) return refused('no_such_area')
  if (!mayKeep(keeper.who, area)) return refused('not_yours')
  const [skip, limit] = [skippedBefore(input.after), input.limit ?? 50]
  const asked = { communityId: area.id, now: keeper.app.now(), skip, limit: limit + 1 }
  const rows = await reading(keeper, (tx) => listToCall(tx, asked))
  return done({
    items: rows.slice(0, limit).map(viewOf),
    next: rows.length > limit ? String(skip + limit) : null,
  })
}

type Row = Omit<CallView, 'title' | 'words'> & {
  titleZh: string
  titleEn: string | null
  wordsZh: string
  wordsEn: string
}

const viewOf = ({ titleZh, titleEn, wordsZh, wordsEn, ...row }: Row): CallView => ({
  ...row,
  title: { zh: titleZh, en: titleEn },
  words: { zh: wordsZh, en: wordsEn },
})

type Asked = { communityId: number; now: string; skip: number; limit: number }

const listToCall = (tx: Tx, asked: Asked) =>
  rowsOf<Row>(
    tx,
    sql`
    select r.number,
           e.id                               as "sessionId",
           coalesce(e.topic_zh, s.title_zh)   as "titleZh",
           case when e.topic_zh is null then s.title_en else e.topic_en end as "titleEn",
           e.starts_at                        as "startsAt",
           r.people,
           t.kind,
           t.cause,
           t.words_zh                         as "wordsZh",
           t.words_en                         as "wordsEn",
           t.at
      from activities.tellings t
      join activities.registrations r on r.community_id = t.community_id
                                     and r.id = t.registration_id
                                     and r.state <> 'cancelled'   -- gave the places back: nothing to be told
      join activities.registration_contacts k on k.community_id = r.community_id
                                             and k.registration_id = r.id
                                             and k.sealed_phone is not null
      join activities.sessions e on e.community_id = r.community_id
                                and e.id = r.session_id
                                and e.ends_at > ${asked.now}      -- past: too late to call
      join activities.series s on s.community_id = e.community_id
                              and s.id = e.series_id
     where t.community_id = ${asked.communityId}
       and t.by_phone
       and t.called_at is null
     order by e.starts_at, t.at, r.number, t.cause
    offset ${asked.skip}
     limit ${asked.limit}`,
  )
