// The front door of the notices room: tell a person once, read the inbox.

import { sql } from 'kysely'
import type {
  NoticeView,
  listNotices as listContract,
  readNotices as readContract,
} from '#core/notices/contract.ts'
import type { InputOf } from '#core/kit/contract.ts'
import { done } from '#core/kit/result.ts'
import type { Words } from '#core/kit/words.ts'
import type { App, Who } from '../app.ts'
import { inScope, rowsOf } from '../kit/db.ts'
import type { Tx } from '../kit/db.ts'

export type Notice = {
  recipient: string
  /** Names what happened: the same cause never reaches the same person twice. */
  cause: string
  kind: string
  communityId: number
  caseNumber: string | null
  /** What it is about when it is no case: the room's noun and its id, for which the page knows the address. */
  about?: { topic: string; id: string }
  words: Words
  urgent: boolean
  at: string
}

/** Writes the notice unless this person was already told of this cause. */
export async function tell(tx: Tx, n: Notice): Promise<void> {
  await sql`
    insert into notices.notices (recipient, cause, kind, community_id, case_number, topic, topic_id, words_zh, words_en, urgent, at)
    values (${n.recipient}, ${n.cause}, ${n.kind}, ${n.communityId}, ${n.caseNumber}, ${n.about?.topic ?? null}, ${n.about?.id ?? null},
            ${n.words.zh}, ${n.words.en}, ${n.urgent}, ${n.at})
        on conflict (recipient, cause) do nothing`.execute(tx.k)
}

type NoticeRow = Omit<NoticeView, 'words' | 'about'> & {
  zh: string
  en: string
  topic: string | null
  topicId: string | null
}

export function listNotices(app: App, who: Who, input: InputOf<typeof listContract>) {
  const limit = input.limit ?? 30
  const before = Number(input.after ?? Number.MAX_SAFE_INTEGER)
  return inScope(app.db, who.scope, async (tx) => {
    const rows = await rowsOf(
      tx,
      sql<NoticeRow>`
        select n.id,
               n.kind,
               n.case_number as "caseNumber",
               n.topic,
               n.topic_id    as "topicId",
               n.words_zh    as zh,
               n.words_en    as en,
               n.urgent,
               n.at,
               n.read_at     as "readAt"
          from notices.notices n
         where n.recipient = kit.person()
           and n.id < ${before}
           and (not ${input.unread ?? false} or n.read_at is null)
         order by n.id desc
         limit ${limit + 1}`,
    )
    const shown = rows.slice(0, limit)
    return done({
      items: shown.map(({ zh, en, topic, topicId, ...row }) => ({
        ...row,
        about: topic === null || topicId === null ? null : { topic, id: topicId },
        words: { zh, en },
      })),
      next: rows.length > limit ? String(shown.at(-1)?.id) : null,
    })
  })
}

export function readNotices(app: App, who: Who, input: InputOf<typeof readContract>) {
  return inScope(app.db, who.scope, async (tx) => {
    const rows = await rowsOf(
      tx,
      sql<{ id: number }>`
        update notices.notices
           set read_at = ${app.now()}
         where recipient = kit.person()
           and read_at is null
           and id <= ${input.upTo}
     returning id`,
    )
    return done({ read: rows.length })
  })
}
