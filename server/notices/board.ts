// The notice board: read by anybody, written by the community's office. A notice is corrected or taken back with a
// reason; what it said before stays.
import { sql } from 'kysely'
import { standsOn, whyNotOnBoard } from '#core/notices/board.ts'
import type * as contract from '#core/notices/contract-board.ts'
import type { BoardPostView } from '#core/notices/contract-board.ts'
import { type InputOf, type OutputOf, skippedBefore } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { type Actor } from '#core/people/actor.ts'
import { hasRight } from '#core/people/rights.ts'
import { roles } from '#core/people/roles.ts'
import type { Area } from '#core/places/area.ts'
import type { App, Who } from '../app.ts'
import { claimPhotos, claimPhotosAndPapers, findDocument, sortFiles } from '../files/files.ts'
import { type TakeNow, type Tx, inScope, once } from '../kit/db.ts'
import type { Download } from '../kit/http.ts'
import { findArea, spotOf, todayAt } from '../people/find-area.ts'
import { namesOf } from '../people/names.ts'
import * as store from './store-board.ts'

/** What anybody may read, by our clock: what is written for a day to come the rows themselves keep back. */
export const readingBoard = <T>(app: App, work: (tx: Tx) => Promise<T>): Promise<T> =>
  inScope(app.db, { kind: 'public' }, async (tx) => {
    await sql`select set_config('app.board_at', ${app.now()}, true)`.execute(tx.k)
    return work(tx)
  })

type Page = { limit?: number; after?: string }

export const wordsOfArea = ({ name, nameEn }: Area) => ({ zh: name, en: nameEn ?? name })

export function viewOf(app: App, row: store.BoardRow): BoardPostView {
  const { communityId, areaId, paper, ...rest } = row
  const grid = areaId === communityId ? null : app.places.geography.find(areaId)
  return {
    ...rest,
    paper: paper !== null,
    grid: grid === null ? null : { code: grid.code, name: wordsOfArea(grid) },
  }
}

/** What was taken back is no longer read: its title and the reason stand in its place. */
export function shownOf(app: App, row: store.BoardRow): BoardPostView {
  const view = viewOf(app, row)
  return row.withdrawnAt === null ? view : { ...view, body: '', photo: null, paper: false }
}

type Span = { skip: number; limit: number }

function paged(
  rows: store.BoardRow[],
  { skip, limit }: Span,
  view: (row: store.BoardRow) => BoardPostView,
) {
  const items = rows.slice(0, limit).map(view)
  return done({ items, next: rows.length > limit ? String(skip + limit) : null })
}
const pageOf = ({ limit, after }: Page, usual: number) => ({
  skip: skippedBefore(after),
  limit: limit ?? usual,
})

export async function listBoard(
  app: App,
  input: InputOf<typeof contract.listBoard>,
): Promise<Result<OutputOf<typeof contract.listBoard>, 'no_such_area'>> {
  const area = findArea(app, input.code)
  if (area === null) return refused('no_such_area')
  const { skip, limit } = pageOf(input, 20)
  const rows = await readingBoard(app, (tx) =>
    store.listShown(tx, {
      communityId: area.id,
      today: todayAt(app, area),
      past: input.past ?? false,
      category: input.category ?? null,
      skip,
      limit: limit + 1,
    }),
  )
  return paged(rows, { skip, limit }, (row) => shownOf(app, row))
}

type NoPost = 'no_such_area' | 'no_such_notice'
export type Found = { area: Area; grid: Area | null; today: string; row: store.BoardRow }

/** A notice whose first day is still to come is nobody's to read yet. */
export async function findShown(
  app: App,
  { code, id }: { code: string; id: string },
): Promise<Result<Found, NoPost>> {
  const area = findArea(app, code)
  if (area === null) return refused('no_such_area')
  const today = todayAt(app, area)
  const row = await readingBoard(app, (tx) => store.findPost(tx, area.id, id))
  if (row === null || row.fromOn > today) return refused('no_such_notice')
  const grid = row.areaId === area.id ? null : app.places.geography.find(row.areaId)
  return done({ area, grid, today, row })
}

export async function readBoardPost(
  app: App,
  input: InputOf<typeof contract.readBoardPost>,
): Promise<Result<OutputOf<typeof contract.readBoardPost>, NoPost>> {
  const found = await findShown(app, input)
  if (!found.ok) return found
  const { area, today, row } = found.value
  const community = { code: area.code, name: wordsOfArea(area) }
  return done({ community, today, post: shownOf(app, row) })
}

/** Gone with the notice: what was taken back by mistake of content must not go on being read. */
export async function readBoardPaper(
  app: App,
  who: Who,
  input: InputOf<typeof contract.readBoardPaper>,
): Promise<Result<Download, NoPost | 'no_such_file'>> {
  const found = await findShown(app, input)
  if (!found.ok) return found
  const { paper, withdrawnAt, title } = found.value.row
  const body = paper === null || withdrawnAt !== null ? null : await findDocument(app, who, paper)
  if (body === null) return refused('no_such_file')
  return done({ contentType: 'application/pdf', body, fileName: `${title}.pdf`, maxAgeSeconds: 60 })
}

export function isOnBoard(app: App, hash: string): Promise<boolean> {
  return readingBoard(app, async (tx) => (await store.showsPhoto(tx, hash)) !== null)
}

/** Those of these photos that a notice shows. */
export const boardPhotosAmong = async (tx: Tx, hashes: readonly string[]): Promise<string[]> =>
  (await store.photosAmong(tx, hashes)).map(({ hash }) => hash)

const mayKeep = (who: Who, area: Area): boolean => hasRight(who.actor, 'keepBoard', spotOf(area))

function keptPaths(actor: Actor): string[] {
  if (actor.kind !== 'person') return []
  const paths = actor.grants
    .filter((grant) => roles[grant.role].rights.includes('keepBoard'))
    .map((grant) => grant.areaPath)
  return [...new Set(paths)].toSorted()
}

/** Tells the database, for this transaction, whose boards the caller keeps. */
async function openBoards(tx: Tx, who: Who): Promise<void> {
  const paths = keptPaths(who.actor).join(',')
  if (paths !== '') await sql`select set_config('app.board', ${paths}, true)`.execute(tx.k)
}

type Keeping = { app: App; who: Who }

export async function listBoardDesk(
  { app, who }: Keeping,
  input: InputOf<typeof contract.listBoardDesk>,
): Promise<Result<OutputOf<typeof contract.listBoardDesk>, 'no_such_area' | 'not_yours'>> {
  const area = findArea(app, input.code)
  if (area === null) return refused('no_such_area')
  if (!mayKeep(who, area)) return refused('not_yours')
  const { skip, limit } = pageOf(input, 50)
  const rows = await inScope(app.db, who.scope, (tx) =>
    store.listAll(tx, { communityId: area.id, skip, limit: limit + 1 }),
  )
  return paged(rows, { skip, limit }, (row) => viewOf(app, row))
}

export async function readBoardTrace(
  { app, who }: Keeping,
  { code, id }: InputOf<typeof contract.readBoardTrace>,
): Promise<Result<OutputOf<typeof contract.readBoardTrace>, NoPost | 'not_yours'>> {
  const area = findArea(app, code)
  if (area === null) return refused('no_such_area')
  if (!mayKeep(who, area)) return refused('not_yours')
  const rows = await inScope(app.db, who.scope, async (tx) => {
    await openBoards(tx, who)
    return store.listEntries(tx, area.id, id)
  })
  if (rows.length === 0) return refused('no_such_notice')
  const authors = rows.map(({ by }) => by)
  const names = await inScope(app.db, { kind: 'job' }, (tx) => namesOf(tx, authors))
  const items = rows.map(({ facts, by, ...row }) => {
    const { title, body, fromOn, untilOn } = facts
    return { ...row, by: names.get(by) ?? '', title, body, fromOn, untilOn }
  })
  return done({ items })
}

type Acting = { app: App; tx: Tx; area: Area; by: string; now: string; today: string }

async function keeping<R extends string>(
  { app, who }: Keeping,
  code: string,
  command: { commandId: string; content: unknown },
  work: (at: Acting) => Promise<Result<BoardPostView, R>>,
): Promise<Result<BoardPostView, R | 'no_such_area' | 'not_yours' | 'command_reused'>> {
  const area = findArea(app, code)
  if (area === null) return refused('no_such_area')
  if (!mayKeep(who, area)) return refused('not_yours')
  return once<BoardPostView, R>(app, who.actor, who.scope, command, async (tx, now: TakeNow) => {
    await openBoards(tx, who)
    return work({ app, tx, area, by: who.actor.id, now: now(), today: todayAt(app, area) })
  })
}

type Fields = Pick<
  InputOf<typeof contract.publishNotice>,
  'category' | 'title' | 'body' | 'gridCode' | 'fromOn' | 'untilOn' | 'photo' | 'paper'
>

/** The grid a notice is about, the community if it names none; null if that is no grid of it. */
function areaNamed({ app, area }: Acting, gridCode: string | null): Area | null {
  if (gridCode === null) return area
  const grid = findArea(app, gridCode)
  return grid !== null && grid.id !== area.id && grid.path.startsWith(area.path) ? grid : null
}

async function checked(at: Acting, fields: Fields, today: string | null) {
  const { gridCode, photo, paper, ...text } = fields
  const fault = whyNotOnBoard(text, today)
  if (fault !== null) return refused(fault)
  const about = areaNamed(at, gridCode)
  if (about === null) return refused('no_such_grid')
  if (!(await claims(at, photo, paper))) return refused('file_unknown')
  return done({ ...text, areaId: about.id, photo, paper })
}

async function claims(at: Acting, photo: string | null, paper: string | null): Promise<boolean> {
  const photos = await claimPhotos(at.tx, photo === null ? [] : [photo], at.now)
  if (photos.missing.length > 0) return false
  if (paper === null) return true
  const { documents } = await sortFiles(at.tx, [paper])
  if (documents.length === 0) return false
  return (await claimPhotosAndPapers(at.tx, documents, at.now)).missing.length === 0
}

async function kept(at: Acting, row: store.BoardRow, act: store.Act): Promise<BoardPostView> {
  await store.savePost(at.tx, { ...row, publishedBy: at.by })
  const { changedWhy: reason } = row
  await store.noteEntry(at.tx, { row, id: at.app.newId(), by: at.by, act, reason })
  return viewOf(at.app, row)
}

export function publishNotice(
  keeper: Keeping,
  { commandId, ...input }: InputOf<typeof contract.publishNotice>,
) {
  return keeping(keeper, input.code, { commandId, content: input }, async (at) => {
    const { code: _code, postId: id, ...fields } = input
    if (!at.app.places.geography.isCommunity(at.area)) return refused('no_board_here')
    await store.lockId(at.tx, id)
    if ((await store.lockPost(at.tx, at.area.id, id)) !== null) return refused('notice_exists')
    const facts = await checked(at, fields, at.today)
    if (!facts.ok) return facts
    const row = {
      ...facts.value,
      communityId: at.area.id,
      id,
      version: 1,
      publishedAt: at.now,
      changedAt: at.now,
      changedWhy: null,
      withdrawnAt: null,
    }
    return done(await kept(at, row, 'publish'))
  })
}

export function correctNotice(
  keeper: Keeping,
  { commandId, ...input }: InputOf<typeof contract.correctNotice>,
) {
  return keeping(keeper, input.code, { commandId, content: input }, async (at) => {
    const { code: _code, id, reason, expectedVersion, ...fields } = input
    const known = await store.lockPost(at.tx, at.area.id, id)
    if (known === null) return refused('no_such_notice')
    if (known.withdrawnAt !== null) return refused('notice_withdrawn')
    if (known.version !== expectedVersion) return refused('changed_meanwhile')
    // What is over may still be put right; what is not may not be made to have been.
    const wasOver = standsOn({ ...known, withdrawn: false }, at.today) === 'past'
    const paper = fields.paper === undefined ? known.paper : fields.paper
    const facts = await checked(at, { ...fields, paper }, wasOver ? null : at.today)
    if (!facts.ok) return facts
    const version = known.version + 1
    const row = { ...known, ...facts.value, version, changedAt: at.now, changedWhy: reason }
    return done(await kept(at, row, 'correct'))
  })
}

export function withdrawNotice(
  keeper: Keeping,
  { commandId, ...input }: InputOf<typeof contract.withdrawNotice>,
) {
  return keeping(keeper, input.code, { commandId, content: input }, async (at) => {
    const known = await store.lockPost(at.tx, at.area.id, input.id)
    if (known === null) return refused('no_such_notice')
    if (known.withdrawnAt !== null) return refused('notice_withdrawn')
    const { reason: changedWhy } = input
    const version = known.version + 1
    const row = { ...known, version, changedAt: at.now, changedWhy, withdrawnAt: at.now }
    return done(await kept(at, row, 'withdraw'))
  })
}
