// Telling what is due: one message to each subscription that has something waiting, written in the transaction that takes
// what waited away. What is no longer so by then is left out, and what leaves nothing to say is no message.
import { linkHours, mostPerDay, remindDaysBefore } from '#core/exchange/alert.ts'
import { nextMorning, presses } from '#core/exchange/alert-due.ts'
import { alertMessage as words } from '#core/exchange/words-alerts.ts'
import { addDays, addSeconds, localDate } from '#core/kit/time.ts'
import type { Words } from '#core/kit/words.ts'
import type { App } from '../app.ts'
import { findPublicMatters } from '../cases/public-matters.ts'
import { type Tx, inScope } from '../kit/db.ts'
import { findBoardNews } from '../notices/board-news.ts'
import { type Line, sendEnding, sendNews } from './alert-messages.ts'
import { contactOf } from './alerts.ts'
import * as store from './store-alerts.ts'

const job = { kind: 'job' } as const
/** In one run; the next minute goes on. */
const messagesMost = 2000

export async function tellAlerts(app: App): Promise<number> {
  for (let told = 0; told < messagesMost; told += 1)
    if (!(await inScope(app.db, job, (tx) => tellNext(app, tx)))) return told
  return messagesMost
}

/** False if nothing is due to anybody. */
async function tellNext(app: App, tx: Tx): Promise<boolean> {
  const now = app.now()
  const row = await store.lockNextDue(tx, now)
  if (row === null) return false
  const area = app.places.geography.get(row.communityId)
  const today = localDate(now, area.timeZone)
  const rang = row.sentOn === today ? row.sentCount : 0
  if (row.pace === 'now' && rang >= mostPerDay[row.channel]) {
    await store.putOff(tx, row, { now, dueAt: nextMorning(now, area.timeZone) })
    return true
  }
  const due = await store.takeDue(tx, row, now)
  const lines = await linesOf(app, tx, row, due)
  if (lines.length === 0) return true
  const items = due.map(({ item }) => item)
  await sendNews(app, tx, { row, contact: contactOf(app, row), area, lines, items })
  await store.countSent(tx, row.id, today)
  return true
}

/** In the order in which it happened; of one matter only how it stands last. */
async function linesOf(
  app: App,
  tx: Tx,
  row: store.AlertRow,
  due: readonly store.ItemRow[],
): Promise<Line[]> {
  const ordered = due.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
  const split = ordered.map(({ item }) => item.split(':') as [string, string, string])
  const of = (what: string) => split.filter(([kind]) => kind === what)
  const notices = await noticeLines(app, tx, row.communityId, of('board'))
  const matters = await caseLines(app, tx, row.communityId, of('case'))
  return [...notices, ...matters]
}

type Parts = [kind: string, id: string, what: string]
const same = (text: string): Words => ({ zh: text, en: text })

async function noticeLines(
  app: App,
  tx: Tx,
  communityId: number,
  items: readonly Parts[],
): Promise<Line[]> {
  if (items.length === 0) return []
  const isNew = new Set(items.filter(([, , what]) => what === 'new').map(([, id]) => id))
  const ids = [...new Set(items.map(([, id]) => id))]
  const { code } = app.places.geography.get(communityId)
  const posts = new Map(
    (await findBoardNews(tx, communityId, ids)).map((post) => [post.id, post] as const),
  )
  return ids.flatMap((id) => {
    const post = posts.get(id)
    if (post === undefined || (isNew.has(id) && post.withdrawnAt !== null)) return []
    const [text, brief] = isNew.has(id)
      ? [words.boardNew, words.boardNew]
      : post.withdrawnAt === null
        ? [words.boardCorrected, words.pushCorrected]
        : [words.boardTaken, words.pushTaken]
    return {
      text,
      brief,
      matter: id,
      presses: presses(`board.${post.category}`),
      values: { title: same(post.title), why: same(post.changedWhy ?? '') },
      link: `${app.config.publicUrl}/c/${code}/board/${id}`,
    }
  })
}

async function caseLines(
  app: App,
  tx: Tx,
  communityId: number,
  items: readonly Parts[],
): Promise<Line[]> {
  if (items.length === 0) return []
  const last = new Map(items.map(([, number, what]) => [number, what] as const))
  const matters = await findPublicMatters(app, tx, communityId, [...last.keys()])
  return [...last].flatMap(([number, what]) => {
    const matter = matters.find((each) => each.number === number)
    // No longer public, or taken up again before it was told that it ended.
    if (matter === undefined || (what === 'closed' && matter.open)) return []
    const { category, place } = matter
    const over = what === 'closed' || !matter.open
    return {
      text: over ? words.caseClosed : words.caseNew,
      brief: over ? words.pushClosed : words.pushNew,
      matter: number,
      presses: false,
      values: { category, place, number: same(number) },
      link: `${app.config.publicUrl}/cases/${number}`,
    }
  })
}

/** Says once that a subscription will end, and deletes what is over or was never confirmed. */
export async function forgetAlerts(app: App): Promise<void> {
  const now = app.now()
  await inScope(app.db, job, (tx) =>
    store.forgetOld(tx, { now, askedBefore: addSeconds(now, -linkHours * 3600) }),
  )
  const before = addDays(now, remindDaysBefore)
  for (;;) {
    const count = await inScope(app.db, job, async (tx) => {
      const rows = await store.takeEndingSoon(tx, { now, before, limit: 100 })
      for (const row of rows)
        await sendEnding(app, tx, {
          row,
          contact: contactOf(app, row),
          area: app.places.geography.get(row.communityId),
        })
      return rows.length
    })
    if (count < 100) return
  }
}
