// At 50, 80 and 100 % of a limit somebody is told, and three work days later his superior (loop.md 5.4). Once a
// minute, under the case's row lock; the inbox's unique key and the clock's own list both keep it from happening twice.

import { sql } from 'kysely'
import { noticeOverdue, tellAt, thresholds } from '#core/cases/clock.ts'
import type { Clock, Threshold } from '#core/cases/clock.ts'
import { topLeg } from '#core/cases/case.ts'
import { decideEscalate } from '#core/cases/escalating.ts'
import { openClock } from '#core/cases/ticking.ts'
import type { CaseFile, Receiver } from '#core/cases/case.ts'
import { holderNow } from '#core/cases/shown.ts'
import { clockKindWords } from '#core/cases/words.ts'
import type { Settings } from '#core/cases/rules.ts'
import { toMs } from '#core/kit/time.ts'
import type { Words } from '#core/kit/words.ts'
import type { App } from '../app.ts'
import { inScope, rowsOf } from '../kit/db.ts'
import type { Tx } from '../kit/db.ts'
import { tell } from '../notices/notices.ts'
import { dutyLeaderOf, headOf, responsibleNow } from '../people/responsible.ts'
import { settingsAt } from './settings.ts'
import { type Locked, lockCase, nextTell, save } from './store.ts'
import { idFrom } from './wake.ts'

const batch = 200

export async function tellClocks(app: App): Promise<number> {
  let told = 0
  for (;;) {
    const due = await inScope(app.db, { kind: 'job' }, (tx) => listDue(tx, app.now()))
    for (const number of due) told += await tellOne(app, number)
    if (due.length < batch) return told
  }
}

const listDue = async (tx: Tx, now: string): Promise<string[]> =>
  (
    await rowsOf(
      tx,
      sql<{ number: string }>`
        select distinct c.number
          from cases.clocks k
          join cases.cases  c on c.community_id = k.community_id
                             and c.id = k.case_id
         where k.next_tell_at <= ${now}
           and k.ended_at is null
         limit ${batch}`,
    )
  ).map(({ number }) => number)

function tellOne(app: App, number: string): Promise<number> {
  return inScope(app.db, { kind: 'job' }, async (tx) => {
    const locked = await lockCase(tx, number)
    if (locked === null) return 0
    const { file } = locked
    const settings = settingsAt(app, file.filedAreaId, app.now())
    let count = 0
    for (const clock of file.clocks.filter((k) => k.endedAt === null)) {
      const passed = passedThresholds(clock, settings)
      if (passed.length === 0 && nextTell(clock, settings) === null) continue
      for (const threshold of passed)
        count += await tellThreshold(app, tx, { file, clock, threshold, settings })
      await keepTold(
        tx,
        file,
        { ...noticeOverdue(clock, settings.now), told: [...clock.told, ...passed] },
        settings,
      )
    }
    return count + (await escalateOne(app, tx, locked, settings))
  })
}

/** Where the rule says so, a missed promise raises the tier: once a clock, whatever it was told since. */
async function escalateOne(
  app: App,
  tx: Tx,
  { file, beside }: Locked,
  settings: Settings,
): Promise<number> {
  const clock = openClock(file, 'HANDLE')
  if (clock === null || clock.told.includes(100)) return 0
  const decided = decideEscalate(file, settings)
  if (!decided.ok) return 0
  const commandId = idFrom('escalate', file.id, clock.serial)
  await save(tx, { before: file, change: decided.value, beside, commandId, settings })
  app.journal.wake()
  return 1
}

function passedThresholds(clock: Clock, s: Settings): Threshold[] {
  if (nextTell(clock, s) === null) return []
  return thresholds.filter((threshold) => {
    const at = clock.told.includes(threshold) ? null : tellAt(clock, threshold, s.calendar)
    return at !== null && toMs(at) <= toMs(s.now)
  })
}

const keepTold = (tx: Tx, file: CaseFile, clock: Clock, settings: Settings) =>
  sql`
    update cases.clocks
       set told = ${clock.told}::smallint[],
           overdue_at = ${clock.overdueAt},
           next_tell_at = ${nextTell(clock, settings)}
     where community_id = ${file.communityId}
       and case_id = ${file.id}
       and serial = ${clock.serial}`.execute(tx.k)

type Telling = { file: CaseFile; clock: Clock; threshold: Threshold; settings: Settings }

async function tellThreshold(app: App, tx: Tx, telling: Telling): Promise<number> {
  const { file, clock, threshold, settings } = telling
  const recipients = await recipientsOf(app, tx, telling)
  for (const recipient of recipients)
    await tell(tx, {
      recipient,
      cause: `clock ${file.number} ${clock.serial} ${threshold}`,
      kind: `clock${threshold}`,
      communityId: file.communityId,
      caseNumber: file.number,
      words: wordsOf(clock, threshold, file.text),
      urgent: file.urgent,
      at: settings.now,
    })
  return recipients.length
}

/** 50: who works; 80: and the head of his unit; 100: and the giver's duty leader; after that the parent's. */
async function recipientsOf(
  app: App,
  tx: Tx,
  { file, threshold, settings }: Telling,
): Promise<string[]> {
  const holder: Receiver = holderNow(file) ?? { areaId: file.homeAreaId, unitId: null }
  const at = settings.now
  const found: (string | null | undefined)[] = []
  const answer = await responsibleNow(app, tx, {
    receiver: { ...holder, personId: null },
    gridId: file.gridId,
    instant: at,
  })
  found.push(answer.personId)
  if (threshold >= 80) found.push((await headOf(app, tx, holder, at))?.personId)
  const giver = topLeg(file)?.giver ?? { areaId: file.homeAreaId, unitId: null }
  if (threshold >= 100) found.push((await dutyLeaderOf(app, tx, giver.areaId, at))?.personId)
  const parent = app.places.geography.get(giver.areaId).parentId
  if (threshold > 100 && parent !== null)
    found.push((await dutyLeaderOf(app, tx, parent, at))?.personId)
  return [...new Set(found.filter((id): id is string => typeof id === 'string'))]
}

function wordsOf(clock: Clock, threshold: Threshold, text: string): Words {
  const kind = clockKindWords[clock.kind]
  const matter = text.length > 24 ? `${text.slice(0, 24)}…` : text
  if (threshold >= 100)
    return { zh: `${kind.zh}已超期：${matter}`, en: `${kind.en} is overdue: ${matter}` }
  return {
    zh: `${kind.zh}时限已过${threshold}%：${matter}`,
    en: `${threshold}% of the time for ${kind.en.toLowerCase()} has passed: ${matter}`,
  }
}
