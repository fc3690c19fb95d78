// The draw of samples: once an hour, of every day that is over, per community, of closings and of self-handled ones
// apart. Luck follows from the installation's key, so nobody can foresee it, and a day drawn again gives the same.

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type * as contract from '#core/cases/contract-checks.ts'
import { decideSampleCheck, drawn, withSample } from '#core/cases/sample.ts'
import type { Luck } from '#core/cases/sample.ts'
import { wakeAt } from '#core/cases/windows.ts'
import type { InputOf } from '#core/kit/contract.ts'
import { localDate, nextDate } from '#core/kit/time.ts'
import { startOfDay } from '#core/kit/zones.ts'
import type { App } from '../app.ts'
import { inScope, rowsOf } from '../kit/db.ts'
import type { Tx } from '../kit/db.ts'
import { move } from './moving.ts'
import type { Mover } from './moving.ts'
import { sampleRow } from './rows.ts'
import { settingsAt } from './settings.ts'
import { lockCase } from './store.ts'

export const checkSample = (app: App, by: Mover, input: InputOf<typeof contract.checkSample>) =>
  move(app, by, input, (file, settings) => decideSampleCheck(file, by.actor, input, settings))

const job = { kind: 'job' } as const
/** Days looked at again, so that a night without a server draws late and not never. */
const daysBack = 3

type Closing = {
  communityId: number
  number: string
  caseId: string
  round: number
  selfHandled: boolean
}

/** Draws of the days that are over; answers how many cases were drawn anew. */
export async function drawSamples(app: App): Promise<number> {
  let count = 0
  const zones = new Set([...app.places.geography.all()].map((area) => area.timeZone))
  for (const zone of zones) {
    const today = localDate(app.now(), zone)
    for (let back = daysBack; back >= 1; back -= 1)
      count += await drawDay(app, nextDate(today, -back), zone)
  }
  return count
}

async function drawDay(app: App, day: string, timeZone: string): Promise<number> {
  const span = { from: startOfDay(day, timeZone), to: startOfDay(nextDate(day, 1), timeZone) }
  const closings = await inScope(app.db, job, (tx) => listClosings(tx, span))
  const here = closings.filter(
    (c) => app.places.geography.find(c.communityId)?.timeZone === timeZone,
  )
  const strata = new Map<string, Closing[]>()
  for (const c of here) {
    const key = `${c.communityId} ${c.selfHandled}`
    strata.set(key, [...(strata.get(key) ?? []), c])
  }
  let count = 0
  for (const [key, stratum] of strata) {
    const communityId = stratum[0]?.communityId ?? 0
    const { rules } = settingsAt(app, communityId, app.now())
    const lucky = stratum.map((c) => ({ ...c, luck: luckOf(app, `${c.caseId} ${c.round}`) }))
    for (const { number, round } of drawn(lucky, rules.samplePercent, luckOf(app, `${key} ${day}`)))
      count += (await keepDrawn(app, number, round)) ? 1 : 0
  }
  return count
}

function luckOf(app: App, what: string): Luck {
  const keyed = app.keys.blindIndex('secret', `sample ${what}`)
  return createHash('sha256').update(keyed).digest().readUInt32BE(0) / 2 ** 32
}

/** Every closing of the day, also one undone since: the list of a day that is over stays the same. */
const listClosings = (tx: Tx, { from, to }: { from: string; to: string }) =>
  rowsOf(
    tx,
    sql<Closing>`
      select r.community_id  as "communityId",
             c.number,
             r.case_id       as "caseId",
             r.round,
             r.self_handled  as "selfHandled"
        from cases.rounds r
        join cases.cases  c on c.community_id = r.community_id
                           and c.id = r.case_id
       where r.closed_at >= ${from}
         and r.closed_at < ${to}
         and r.outcome <> 'guided'
       order by c.number, r.round
       limit 100000`,
  )

/** No move and no entry: nobody is told before somebody has looked. Only archiving learns that it has to wait. */
function keepDrawn(app: App, number: string, round: number): Promise<boolean> {
  return inScope(app.db, job, async (tx) => {
    const locked = await lockCase(tx, number)
    if (locked === null) return false
    const settings = settingsAt(app, locked.file.filedAreaId, app.now())
    const next = withSample(locked.file, round, settings)
    const sample = next?.samples.at(-1)
    if (next === null || sample === undefined) return false
    await sql`
      insert into cases.samples (community_id, case_id, serial, round, drawn_at)
      select r.community_id, r.case_id, r.serial, r.round, r.drawn_at
        from jsonb_populate_record(null::cases.samples, ${JSON.stringify(sampleRow(next, sample))}) r`.execute(
      tx.k,
    )
    await sql`
      update cases.cases
         set wake_at = ${wakeAt(next, settings)}
       where community_id = ${next.communityId}
         and id = ${next.id}`.execute(tx.k)
    return true
  })
}
