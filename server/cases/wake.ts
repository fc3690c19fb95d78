// The job that acts where nobody has to: once a minute it asks every case whose hour has come. Each is one
// transaction and one command whose id follows from case and version, so that a repeat has no second effect.

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { decideWake, wakeJob } from '#core/cases/wake.ts'
import { lastDayOfContact } from '#core/cases/erasing.ts'
import type { App } from '../app.ts'
import { inScope, rowsOf } from '../kit/db.ts'
import type { Tx } from '../kit/db.ts'
import { settingsAt } from './settings.ts'
import { lockCase, save } from './store.ts'

const batch = 200
const job = { kind: 'job' } as const

/** A uuid that is always the same for the same words. */
export function idFrom(...words: (string | number)[]): string {
  const hex = createHash('sha256').update(words.join(' ')).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Wakes every case that is due; answers how many moved. */
export async function wakeCases(app: App): Promise<number> {
  let moved = 0
  for (let after = ''; ;) {
    const numbers = await inScope(app.db, job, (tx) => listDue(tx, app.now(), after))
    for (const number of numbers) moved += (await wakeOne(app, number)) ? 1 : 0
    const last = numbers.at(-1)
    if (last === undefined || numbers.length < batch) break
    after = last
  }
  if (moved > 0) app.journal.wake()
  return moved
}

async function listDue(tx: Tx, now: string, after: string): Promise<string[]> {
  const rows = await rowsOf(
    tx,
    sql<{ number: string }>`
      select c.number
        from cases.cases c
       where c.wake_at <= ${now}
         and c.number > ${after}
       order by c.number
       limit ${batch}`,
  )
  return rows.map(({ number }) => number)
}

function wakeOne(app: App, number: string): Promise<boolean> {
  return inScope(app.db, job, async (tx) => {
    const locked = await lockCase(tx, number)
    if (locked === null) return false
    const { file, beside } = locked
    const settings = settingsAt(app, file.filedAreaId, app.now())
    const decided = decideWake(file, settings)
    if (!decided.ok) return false
    const commandId = idFrom(wakeJob.id, file.id, file.version)
    await save(tx, { before: file, change: decided.value, beside, commandId, settings })
    if (decided.value.file.state === 'ARCHIVED') {
      const eraseAfter = lastDayOfContact(
        decided.value.file,
        settings.rules.eraseContactAfterDays,
        settings.calendar.timeZone,
      )
      await sql`
        update cases.contacts
           set erase_after = ${eraseAfter}
         where (community_id = ${file.communityId} and case_id = ${file.id})
            or (community_id, case_id) in (
              select c.community_id, c.id
                from cases.cases c
               where c.merged ->> 'into' = ${file.number})`.execute(tx.k)
    }
    return true
  })
}
