// Reviews of emergency accesses that are late: said once, to the head who owes it and to the audit administrators over the
// place. Which day it was due the rules of the place say; the job only looks.
import { isReviewLate } from '#core/cases/break-glass.ts'
import { localDate } from '#core/kit/time.ts'
import { idsOfPath } from '#core/places/area.ts'
import type { App } from '../app.ts'
import { type Tx, inScope } from '../kit/db.ts'
import { tell } from '../notices/notices.ts'
import { listAreaStaff } from '../people/team.ts'
import { headFor } from './glasses.ts'
import { reviewDueOf } from './glass-due.ts'
import * as store from './store-glasses.ts'

const job = { kind: 'job' } as const
const batch = 1000

/** Each in a transaction of its own: stopped half way, the next run goes on. */
export async function tellLateReviews(app: App): Promise<number> {
  const late = await inScope(app.db, job, (tx) => store.listUnreviewed(tx, app.now(), batch))
  let told = 0
  for (const { id } of late)
    told += (await inScope(app.db, job, (tx) => tellOne(app, tx, id))) ? 1 : 0
  return told
}

async function tellOne(app: App, tx: Tx, id: string): Promise<boolean> {
  const glass = await store.lockGlass(tx, id)
  const now = app.now()
  if (glass === null || glass.overdueToldAt !== null) return false
  const due = reviewDueOf(app, glass)
  if (!isReviewLate(glass, { due, now })) return false
  const head = await headFor(app, tx, { ...glass, at: now })
  const auditors = await auditorsOver(app, tx, glass.homeAreaId, now)
  const area = app.places.geography.get(glass.homeAreaId)
  const day = localDate(due, area.timeZone)
  for (const recipient of new Set([...(head === null ? [] : [head]), ...auditors]))
    await tell(tx, {
      recipient,
      cause: `glass review ${glass.id}`,
      kind: 'breakGlass',
      communityId: glass.communityId,
      caseNumber: glass.number,
      about: { topic: 'glass', id: glass.id },
      words: {
        zh: `${area.name}：${glass.name}应急查看${glass.number}，应在${day}前复查，还没有复查。`,
        en: `${area.nameEn ?? area.name}: ${glass.name} opened ${glass.number} by emergency access; the review was due by ${day} and is not written.`,
      },
      urgent: recipient === head,
      at: now,
    })
  await store.noteOverdueTold(tx, glass, now)
  return true
}

/** Never whoever looked, should he ever be one. */
async function auditorsOver(app: App, tx: Tx, areaId: number, now: string): Promise<string[]> {
  const over = idsOfPath(app.places.geography.get(areaId).path)
  const staff = await listAreaStaff(tx, over, now)
  return staff.filter(({ role }) => role === 'auditAdmin').map(({ id }) => id)
}
