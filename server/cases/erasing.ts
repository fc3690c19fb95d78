// The job that erases what reporters left once its day is past: rows and journal in one transaction, case by case, so
// that stopping half way loses nothing and the next run goes on.

import { sql } from 'kysely'
import { decideErase } from '#core/cases/erasing.ts'
import { wakeJob } from '#core/cases/wake.ts'
import { localDate } from '#core/kit/time.ts'
import type { App } from '../app.ts'
import { type Tx, inScope, rowsOf } from '../kit/db.ts'
import { settingsAt } from './settings.ts'
import { lockCase, save } from './store.ts'
import { idFrom } from './wake.ts'

const batch = 200
const job = { kind: 'job' } as const

type Due = { number: string; keptUntil: string }

/** Erases every contact whose last day is past; answers of how many cases. */
export async function eraseCaseContacts(app: App): Promise<number> {
  let erased = 0
  for (let after = ''; ;) {
    const due = await inScope(app.db, job, (tx) => listDue(tx, app.now(), after))
    for (const one of due) erased += (await eraseOne(app, one)) ? 1 : 0
    const last = due.at(-1)
    if (last === undefined || due.length < batch) break
    after = last.number
  }
  if (erased > 0) app.journal.wake()
  return erased
}

/** Everywhere on earth it is at most a day later than in Greenwich: whether the day is past, the rule says. */
const listDue = (tx: Tx, now: string, after: string) =>
  rowsOf(
    tx,
    sql<Due>`
      select c.number,
             min(k.erase_after) as "keptUntil"
        from cases.contacts k
        join cases.cases    c on c.community_id = k.community_id and c.id = k.case_id
       where k.erased_at is null
         and k.erase_after <= ${localDate(now, 'UTC')}::date
         and c.number > ${after}
       group by c.number
       order by c.number
       limit ${batch}`,
  )

function eraseOne(app: App, { number, keptUntil }: Due): Promise<boolean> {
  return inScope(app.db, job, async (tx) => {
    const locked = await lockCase(tx, number)
    if (locked === null) return false
    const { file, beside } = locked
    const settings = settingsAt(app, file.filedAreaId, app.now())
    const decided = decideErase(file, wakeJob, { keptUntil }, settings)
    if (!decided.ok) return false
    const commandId = idFrom('erase', file.id, file.version)
    await save(tx, { before: file, change: decided.value, beside, commandId, settings })
    await sql`
      update cases.contacts
         set sealed_name  = null,
             sealed_phone = null,
             phone_index  = null,
             told_on      = null,
             erased_at    = ${settings.now}
       where community_id = ${file.communityId}
         and case_id = ${file.id}
         and erased_at is null`.execute(tx.k)
    return true
  })
}
