// Whom a move of a request concerns, and the two reminders of the night job: an entry that ends soon, an answer that is late.
import { localDate, nextDate } from '#core/kit/time.ts'
import type { RequestMove, ResourceRequest } from '#core/resources/request.ts'
import { requestWords } from '#core/resources/words-requests.ts'
import { say } from '#core/kit/words.ts'
import type { App } from '../app.ts'
import { type Tx, inScope } from '../kit/db.ts'
import { addJob } from '../kit/jobs.ts'
import { tell } from '../notices/notices.ts'
import { headOf } from '../people/responsible.ts'
import * as store from './store.ts'
import * as requests from './store-requests.ts'
import { areaRef, warnDaysAt } from './views.ts'

/** Notices are written by jobs alone: whoever moves a request leaves word in his own transaction. */
export const leaveWord = (tx: Tx, request: ResourceRequest): Promise<void> =>
  addJob(tx, {
    task: 'tell_resource_move',
    payload: { id: request.id, version: request.version },
  })

const toAsked: readonly RequestMove[] = ['ask', 'escalate', 'withdraw', 'report']
const toAsker: readonly RequestMove[] = ['answer', 'register']

/** The other side hears of it: the level asked of a question, the asker of an answer. */
export async function tellMove(app: App, payload: unknown): Promise<void> {
  const { id, version } = payload as { id: string; version: number }
  await inScope(app.db, { kind: 'job' }, async (tx) => {
    const request = await requests.findRequest(tx, id)
    const line = await requests.findMove(tx, id, version)
    if (request !== null && line !== null) await tellOther(app, tx, { request, ...line })
  })
}

type Moved = { request: ResourceRequest } & requests.MoveFact

async function tellOther(app: App, tx: Tx, moved: Moved): Promise<void> {
  const { request, move, at, personId: by } = moved
  const asked = toAsked.includes(move)
  if (!asked && !toAsker.includes(move)) return
  const areaId = asked ? request.to.id : request.communityId
  const head = await headOf(app, tx, { areaId, unitId: null }, at)
  if (head === null || head.personId === by) return
  const other = areaRef(app, asked ? request.communityId : request.to.id).name
  const words = requestWords.told[move]
  await tell(tx, {
    recipient: head.personId,
    cause: `resource request ${request.id} ${moved.version}`,
    kind: `resource${move[0]?.toUpperCase()}${move.slice(1)}`,
    communityId: request.communityId,
    caseNumber: null,
    about: { topic: 'resourceRequest', id: request.id },
    words: {
      zh: say(words, 'zh', { area: other.zh, what: request.what, day: request.answerBy }),
      en: say(words, 'en', { area: other.en, what: request.what, day: request.answerBy }),
    },
    urgent: false,
    at,
  })
}

const batch = 200
const warnDaysMax = 365

/** Once a day: each keeper hears of what ends within his days of warning, once for each last day. */
export async function tellEnding(app: App): Promise<number> {
  const top = app.places.geography.top()
  if (top === null) return 0
  const today = localDate(app.now(), top.timeZone)
  return inScope(app.db, { kind: 'job' }, async (tx) => {
    const rows = await store.lockEnding(tx, nextDate(today, warnDaysMax), 20_000)
    const told: string[] = []
    for (const row of rows) {
      const owner = app.places.geography.get(row.ownerId)
      if (row.validUntil > nextDate(today, warnDaysAt(app, owner.path))) continue
      told.push(row.id)
      const head = await headOf(app, tx, { areaId: owner.id, unitId: null }, app.now())
      if (head === null) continue
      const values = { name: row.name, day: row.validUntil }
      await tell(tx, {
        recipient: head.personId,
        cause: `resource ${row.id} ends ${row.validUntil}`,
        kind: 'resourceEnding',
        communityId: owner.id,
        caseNumber: null,
        about: { topic: 'resource', id: row.id },
        words: {
          zh: say(requestWords.ending, 'zh', values),
          en: say(requestWords.ending, 'en', values),
        },
        urgent: false,
        at: app.now(),
      })
    }
    if (told.length > 0) await store.noteWarned(tx, told)
    return told.length
  })
}

/** Once a day: who was asked, and the level above it, hear of an answer that is late. */
export async function tellLate(app: App): Promise<number> {
  const top = app.places.geography.top()
  if (top === null) return 0
  const today = localDate(app.now(), top.timeZone)
  return inScope(app.db, { kind: 'job' }, async (tx) => {
    const rows = await requests.lockLate(tx, today, batch)
    for (const row of rows) {
      const asked = app.places.geography.get(row.toId)
      const levels = asked.parentId === null ? [asked.id] : [asked.id, asked.parentId]
      const heads = []
      for (const areaId of levels)
        heads.push(await headOf(app, tx, { areaId, unitId: null }, app.now()))
      const asker = areaRef(app, row.communityId).name
      for (const recipient of new Set(heads.flatMap((head) => head?.personId ?? [])))
        await tell(tx, {
          recipient,
          cause: `resource request ${row.id} late ${row.answerBy}`,
          kind: 'resourceLate',
          communityId: row.communityId,
          caseNumber: null,
          about: { topic: 'resourceRequest', id: row.id },
          words: {
            zh: say(requestWords.late, 'zh', { area: asker.zh, what: row.what, day: row.answerBy }),
            en: say(requestWords.late, 'en', { area: asker.en, what: row.what, day: row.answerBy }),
          },
          urgent: false,
          at: app.now(),
        })
    }
    if (rows.length > 0)
      await requests.noteLate(
        tx,
        rows.map(({ id }) => id),
      )
    return rows.length
  })
}
