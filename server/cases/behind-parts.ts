// Lists whose items are neither cases nor rounds: what was filled in, hand-overs, contacts still held. Which cases stand
// in the list (c), and which of their parts are the items.

import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { moveWords } from '#core/cases/words-moves.ts'
import type { Move } from '#core/cases/move-names.ts'
import type { Words } from '#core/kit/words.ts'
import { rowsOf } from '../kit/db.ts'
import type { Tx } from '../kit/db.ts'
import { filledIn, isHeld } from './burden.ts'

type Condition = RawBuilder<unknown>
export type PartSpan = { from: string; to: string; today: string }
type Parts = { from: Condition; word: Condition }

const contactsOf = (and: Condition): Parts => ({
  from: sql`from cases.contacts k
   where k.community_id = c.community_id and k.case_id = c.id
     and k.erased_at is null and ${sql.raw(isHeld)} and ${and}`,
  word: sql`(case when k.sealed_name is not null then 'n' else '' end) || (case when k.sealed_phone is not null then 'p' else '' end)`,
})

const parts: Record<string, (span: PartSpan) => Parts> = {
  '26a': ({ from, to }) => ({
    from: sql`from cases.entries e
   where e.community_id = c.community_id and e.case_id = c.id
     and e.at >= ${from} and e.at < ${to} and ${sql.raw(filledIn)}`,
    word: sql`e.move`,
  }),
  '26b': ({ from, to }) => ({
    from: sql`from cases.legs l
   where l.community_id = c.community_id and l.case_id = c.id
     and l.dispatched_at >= ${from} and l.dispatched_at < ${to}`,
    word: sql`l.serial::text`,
  }),
  '27a': () => contactsOf(sql`true`),
  '27b': ({ today }) => contactsOf(sql`k.erase_after < ${today}::date`),
}

export const isOfParts = (tile: string): boolean => tile in parts

/** Which cases have such parts. */
export function withParts(tile: string, span: PartSpan): Condition {
  const of = parts[tile]?.(span)
  return of === undefined ? sql`false` : sql`exists (select ${of.from})`
}

/** Which parts of these cases are the items, one line each. */
export async function readParts(
  tx: Tx,
  tile: string,
  span: PartSpan,
  numbers: string[],
): Promise<(number: string) => Words[]> {
  const of = parts[tile]?.(span)
  if (of === undefined || numbers.length === 0) return () => []
  const rows = await rowsOf(
    tx,
    sql<{ number: string; words: string[] }>`
      select c.number, array(select ${of.word} ${of.from} order by 1) as words
        from cases.cases c
       where c.number = any (${numbers})
       limit ${numbers.length}`,
  )
  const byNumber = new Map(rows.map((row) => [row.number, row.words]))
  return (number) => (byNumber.get(number) ?? []).map((word) => said(tile, word))
}

const fields: Readonly<Record<string, Words>> = {
  n: { zh: '姓名', en: 'name' },
  p: { zh: '电话', en: 'phone' },
  np: { zh: '姓名、电话', en: 'name and phone' },
}

function said(tile: string, word: string): Words {
  if (tile === '26a') return moveWords[word as Move] ?? { zh: word, en: word }
  if (tile === '26b') return { zh: `第${word}次交办`, en: `hand-over ${word}` }
  return fields[word] ?? { zh: '', en: '' }
}
