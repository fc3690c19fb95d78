// Voice notes of cases: who may hear one, with the line in the log of looks, and when they are let go. A voice is a person's:
// it is kept no longer than a reporter's contact would be.
import { sql } from 'kysely'
import { fromMs, toMs } from '#core/kit/time.ts'
import type { App, Who } from '../app.ts'
import { type Tx, firstOf, inScope, rowsOf } from '../kit/db.ts'
import { letGoPhotos } from '../files/files.ts'
import { recordLook } from '../people/looks.ts'
import { officeOf } from './contacts.ts'
import { settingsAt, settingsFor } from './settings.ts'
import { readCase } from './store.ts'

/** What the log of looks says where nobody typed a reason: the note was played. */
const played = '听语音 voice note played'

export function mayHear(
  app: App,
  who: Who,
  { hash, of }: { hash: string; of: string },
): Promise<boolean> {
  const { actor } = who
  if (actor.kind !== 'person') return Promise.resolve(false)
  return inScope(app.db, who.scope, async (tx) => {
    const found = (await isAttached(tx, of, hash)) ? await readCase(tx, of) : null
    if (found === null) return false
    const { file } = found
    const settings = await settingsFor(app, tx, file, { actor, now: app.now() })
    await recordLook(tx, {
      communityId: file.communityId,
      personId: actor.id,
      at: settings.now,
      caseId: file.id,
      caseNumber: file.number,
      voice: 1,
      fields: ['recording'],
      reason: played,
      ...officeOf(actor, settings.spot(file.homeAreaId)),
    })
    return true
  })
}

/** The policies leave only the cases this caller may see. */
const isAttached = async (tx: Tx, number: string, hash: string): Promise<boolean> =>
  (await firstOf(
    tx,
    sql<{ hash: string }>`
    select ${hash} as hash
      from cases.cases   c
      join cases.entries e on e.community_id = c.community_id and e.case_id = c.id
     where c.number = ${number}
       and e.facts ? 'recordings'
       and e.facts -> 'recordings' ? ${hash}
     limit 1`,
  )) !== null

const dayMs = 86_400_000
/** Looked through again for so long: whoever stops the server for a summer finds nothing left behind. */
const lookedBackDays = 400
const batch = 500

type Over = { hash: string; filedAreaId: number; lastAt: string }

/** Of cases that are over for as long as a contact is kept there; answers how many went. */
export async function letGoRecordings(app: App): Promise<number> {
  const now = app.now()
  let gone = 0
  for (let after = ''; ;) {
    const page = await inScope(app.db, { kind: 'job' }, (tx) => listOver(tx, now, after))
    const due = page.filter(({ filedAreaId, lastAt }) => {
      const { rules } = settingsAt(app, filedAreaId, now)
      return toMs(lastAt) <= toMs(now) - rules.eraseContactAfterDays * dayMs
    })
    gone += await letGoPhotos(
      app,
      due.map(({ hash }) => hash),
      stillHeard,
    )
    const last = page.at(-1)
    if (last === undefined || page.length < batch) return gone
    after = last.hash
  }
}

/** A merged case is over with the one that speaks for it: it has no archive of its own. */
const mergedInto = sql`left join cases.cases i on c.state = 'MERGED' and i.number = c.merged ->> 'into'`
const isOver = sql`coalesce(i.state, c.state) in ('ARCHIVED', 'VOID')`

const listOver = (tx: Tx, now: string, after: string) =>
  rowsOf(
    tx,
    sql<Over>`
      select h.hash,
             max(c.filed_area_id) as "filedAreaId",
             max(coalesce(i.last_at, c.last_at)) as "lastAt"
        from cases.entries e
        join cases.cases   c on c.community_id = e.community_id and c.id = e.case_id
        ${mergedInto}
       cross join lateral jsonb_array_elements_text(e.facts -> 'recordings') as h (hash)
       where e.facts ? 'recordings'
         and ${isOver}
         and coalesce(i.last_at, c.last_at) > ${fromMs(toMs(now) - lookedBackDays * dayMs)}
         and h.hash > ${after}
       group by h.hash
       order by h.hash
       limit ${batch}`,
  )

/** Those of these recordings that some case holds: for a room that wants to let them go. */
export const recordingsOfCases = async (tx: Tx, hashes: readonly string[]): Promise<string[]> =>
  (
    await rowsOf(
      tx,
      sql<{ hash: string }>`
      select h as hash
        from unnest(${hashes}::text[]) h
       where exists (select from cases.entries e
                      where e.facts ? 'recordings' and e.facts -> 'recordings' ? h)`,
    )
  ).map(({ hash }) => hash)

/** Those that a case shows which is not over yet. */
const stillHeard = async (tx: Tx, hashes: readonly string[]): Promise<string[]> =>
  (
    await rowsOf(
      tx,
      sql<{ hash: string }>`
      select h as hash
        from unnest(${hashes}::text[]) h
       where exists (select from cases.entries e
                       join cases.cases c on c.community_id = e.community_id and c.id = e.case_id
                       ${mergedInto}
                      where e.facts ? 'recordings'
                        and e.facts -> 'recordings' ? h
                        and not ${isOver})`,
    )
  ).map(({ hash }) => hash)
