// From what happened to what waits to be told: new notices and public cases become items of the subscriptions they
// concern, in the transaction that moves the position on. Whoever is concerned by nothing gets no row and no job.
import { type AlertKind, type Happened, wants } from '#core/exchange/alert.ts'
import { dueOf } from '#core/exchange/alert-due.ts'
import { kindOf } from '#core/exchange/webhook.ts'
import { idsOfPath } from '#core/places/area.ts'
import type { App } from '../app.ts'
import type { Happening } from '../cases/feed.ts'
import { type Tx, inScope } from '../kit/db.ts'
import { type BoardNews, listBoardNews, readableSince } from '../notices/board-news.ts'
import { categoriesAt } from '../places/index-of-places.ts'
import { chainOf, gridsOf } from './alert-choices.ts'
import { followJournal, lockPosition } from './journal-following.ts'
import * as store from './store-alerts.ts'

const job = { kind: 'job' } as const
const batch = 200
/** What hung longer before anybody looked is no news. */
const boardDaysBack = 3

export async function followForAlerts(app: App): Promise<void> {
  await followJournal(app, {
    follower: 'alerts',
    listening: async (tx) => {
      const communities = new Set(await store.listCommunities(tx))
      return communities.size === 0 ? null : communities
    },
    tell: async (tx, happened, communities) => {
      for (const h of happened) if (communities.has(h.communityId)) await noteCase(app, tx, h)
    },
  })
  while ((await inScope(app.db, job, (tx) => followBoards(app, tx))) === batch);
}

const kindsOfCase: Partial<Record<string, AlertKind>> = {
  'case.filed': 'case.new',
  'case.closed': 'case.closed',
}

async function noteCase(app: App, tx: Tx, h: Happening): Promise<void> {
  const kind = kindsOfCase[kindOf(h.move) ?? '']
  if (kind === undefined || !h.isPublic || h.audience !== 'public') return
  const area = app.places.geography.get(h.filedAreaId)
  const topics = chainOf(categoriesAt(app, area.path, h.at), h.category)
  const what = kind === 'case.new' ? 'new' : 'closed'
  await note(app, tx, {
    communityId: h.communityId,
    happened: { kind, areas: idsOfPath(h.filedPath), topics },
    item: `case:${h.number}:${what}:${h.version}`,
    at: h.at,
  })
}

async function followBoards(app: App, tx: Tx): Promise<number> {
  if ((await lockPosition(tx, 'alerts')) === null) return 0
  const communities = await store.listCommunities(tx)
  if (communities.length === 0) return 0
  const now = app.now()
  const news = await listBoardNews(app, tx, {
    communities,
    now,
    daysBack: boardDaysBack,
    limit: 5000,
  })
  const told = await store.toldVersions(
    tx,
    news.map(({ id }) => id),
  )
  const fresh = news.filter(({ id, version }) => version > (told.get(id) ?? 0)).slice(0, batch)
  for (const post of fresh) {
    await noteNotice(app, tx, post, told.get(post.id) ?? 0)
    const { communityId, id, version } = post
    await store.keepTold(tx, { communityId, id, version })
  }
  return fresh.length
}

async function noteNotice(app: App, tx: Tx, post: BoardNews, told: number): Promise<void> {
  // Taken back before anybody was told of it: there is nothing to tell.
  if (told === 0 && post.withdrawnAt !== null) return
  const { communityId, id, areaId, category, version } = post
  const path = app.places.geography.get(areaId).path
  // A notice of the whole community concerns each of its grids.
  const areas =
    areaId === communityId
      ? [communityId, ...gridsOf(app, app.places.geography.get(communityId)).map((grid) => grid.id)]
      : idsOfPath(path)
  await note(app, tx, {
    communityId,
    happened: { kind: `board.${category}`, areas, topics: [] },
    item: `board:${id}:${told === 0 ? 'new' : version}`,
    at: readableSince(app, post),
  })
}

type Noting = { communityId: number; happened: Happened; item: string; at: string }

async function note(app: App, tx: Tx, { communityId, happened, item, at }: Noting): Promise<void> {
  const { kind } = happened
  const { geography } = app.places
  // Whoever chose a grid that has ended since hears of all who took over its ground.
  const areas = [...happened.areas, ...happened.areas.flatMap((id) => geography.foregoersOf(id))]
  const { timeZone } = app.places.geography.get(communityId)
  const concerned = await store.listConcerned(tx, { communityId, kind, areas, at })
  const items = concerned
    .filter((chosen) => wants({ ...chosen, areas: chosen.areaIds }, { ...happened, areas }))
    .map(({ id, pace, channel }) => ({
      alertId: id,
      item,
      at,
      dueAt: dueOf({ pace, channel, kind }, app.now(), timeZone),
    }))
  if (items.length > 0) await store.addItems(tx, communityId, items)
}
