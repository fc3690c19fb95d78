// After a restore the rows bear other transaction numbers: what no seal covers yet is sealed at once, and sealing
// goes on from there.
import { sql } from 'kysely'
import { firstOf, inScope, rowsOf } from './db.ts'
import {
  type Journal,
  type JournalRow,
  type SealApp,
  addSeal,
  rowColumns,
  witness,
  writePosition,
} from './seal.ts'

export async function resumeSealing(app: SealApp, journals: readonly Journal[]): Promise<void> {
  for (const journal of journals)
    await inScope(app.db, { kind: 'job' }, async (tx) => {
      const communities = await rowsOf(
        tx,
        sql<{ id: number }>`select distinct community_id as id from ${sql.table(journal.name)}`,
      )
      for (const { id } of communities) {
        const rows = await rowsOf(tx, unsealed(journal, id))
        if (rows.length > 0)
          witness(app.config.dataFolder, [
            await addSeal(tx, { communityId: id, journal: journal.name, rows, at: app.now() }),
          ])
      }
      await writePosition(tx, journal.name, await lastOf(tx, journal))
    })
}

const unsealed = (journal: Journal, communityId: number) => sql<JournalRow>`
  select ${rowColumns(journal)}
    from ${sql.table(journal.name)} j
   where j.community_id = ${communityId}
     and not exists (select 1
                       from kit.seals s
                      where s.community_id = j.community_id
                        and s.journal      = ${journal.name}
                        and j.${sql.ref(journal.seq)} = any (s.seqs))
   order by j.${sql.ref(journal.seq)}`

async function lastOf(tx: Parameters<typeof rowsOf>[0], journal: Journal) {
  const seq = sql.ref(journal.seq)
  const last = await firstOf(
    tx,
    sql<{ tx: string; seq: number }>`
    select j.${sql.ref(journal.tx)}::text as tx,
           j.${seq}                       as seq
      from ${sql.table(journal.name)} j
     order by j.${sql.ref(journal.tx)} desc, j.${seq} desc
     limit 1`,
  )
  return last ?? { tx: '0', seq: 0 }
}
