// The front door of the files room: keep a photo, a paper or a voice note, claim it for what refers to it, read it, forget the unused.
import { createHash } from 'node:crypto'
import {
  type DocumentRefusal,
  documentBytesMax,
  documentType,
  isDocument,
  isWholeDocument,
} from '#core/files/document.ts'
import {
  photoBytesMax,
  photoType,
  unclaimedHoursMax,
  type PhotoRefusal,
} from '#core/files/photo.ts'
import type { DocumentView, PhotoOffer, PhotoView, RecordingView } from '#core/files/contract.ts'
import type { Exif } from '#core/files/exif.ts'
import { keepableRecording, type RecordingRefusal, recordingTypes } from '#core/files/recording.ts'
import { done, refused, type Result } from '#core/kit/result.ts'
import { addSeconds, fromMs, toMs, type Instant } from '#core/kit/time.ts'
import { instantAt } from '#core/kit/zones.ts'
import type { App, Who } from '../app.ts'
import { inScope, type Tx } from '../kit/db.ts'
import type { FileStore } from './file-store.ts'
import { keepablePhoto, type KeptPhoto } from './photo.ts'
import {
  claimFiles,
  deleteUnclaimed,
  findFiles,
  insertFile,
  lockFiles,
  unclaimFiles,
} from './store.ts'

type Kept = Pick<App, 'db' | 'now' | 'files'>

/** Cameras that name no zone are taken to run on this installation's: China has one. */
const cameraZone = 'Asia/Shanghai'

export async function keepPhoto(
  app: Kept,
  who: Pick<Who, 'actor' | 'scope'>,
  bytes: Buffer,
): Promise<Result<PhotoView, PhotoRefusal>> {
  if (bytes.length === 0) return refused('file_missing')
  if (bytes.length > photoBytesMax) return refused('file_too_large')
  const photo = await keepablePhoto(bytes)
  if (!photo.ok) return photo
  const now = app.now()
  const view = viewOf(photo.value, now)
  // The row first: it waits for a removal under way, so that bytes written after it are not swept away.
  await inScope(app.db, who.scope, async (tx) => {
    await insertFile(tx, { ...view, uploadedAs: who.actor.kind, createdAt: now })
    // The small copy before its photo: one that lies plain from before is known by a photo that does, too.
    await app.files.put({ hash: view.hash, variant: 'thumb' }, photo.value.thumb)
    await app.files.put({ hash: view.hash, variant: 'full' }, photo.value.full)
  })
  return done(view)
}

function viewOf(photo: KeptPhoto, now: Instant): PhotoView {
  const { hash, full, width, height, exif } = photo
  return {
    hash,
    mediaType: photoType,
    bytes: full.length,
    width,
    height,
    offered: offerOf(exif, now),
  }
}

function offerOf({ point, taken }: Exif, now: Instant): PhotoOffer | null {
  const at = taken === null ? null : instantAt(taken.wall, taken.offset ?? cameraZone)
  // A clock that runs ahead by more than a day was never set: its time is worth nothing.
  const takenAt = at === null || toMs(at) > toMs(addSeconds(now, 86_400)) ? null : at
  if (point === null && takenAt === null) return null
  return { lon: point?.lon ?? null, lat: point?.lat ?? null, takenAt }
}

type Claimed = Promise<{ missing: string[] }>

/** For the transaction of a report or proof: the photos it names are from now on kept. Answers those unknown. */
export const claimPhotos = (tx: Tx, hashes: readonly string[], now: Instant): Claimed =>
  claimed(tx, hashes, [photoType], now)

/** The same where papers will do as well: never for a proof that asks for a photo. */
export const claimPhotosAndPapers = (tx: Tx, hashes: readonly string[], now: Instant): Claimed =>
  claimed(tx, hashes, [photoType, documentType], now)

/** The same where papers and voice notes will do as well: never for a proof that asks for a photo. */
export const claimAnyFiles = (tx: Tx, hashes: readonly string[], now: Instant): Claimed =>
  claimed(tx, hashes, [photoType, documentType, ...recordingTypes], now)

async function claimed(
  tx: Tx,
  hashes: readonly string[],
  types: readonly string[],
  now: Instant,
): Claimed {
  if (hashes.length === 0) return { missing: [] }
  const known = new Set((await claimFiles(tx, hashes, types, now)).map(({ hash }) => hash))
  return { missing: hashes.filter((hash) => !known.has(hash)) }
}

const letGoBatch = 100

/** Photos whose time is over, unless `shown` says that somebody else still shows them. A new claim keeps them. */
export async function letGoPhotos(
  app: Kept,
  hashes: readonly string[],
  shown: (tx: Tx, hashes: readonly string[]) => Promise<string[]>,
): Promise<number> {
  let gone = 0
  for (let at = 0; at < hashes.length; at += letGoBatch)
    gone += await inScope(app.db, { kind: 'job' }, async (tx) => {
      const held = (await lockFiles(tx, hashes.slice(at, at + letGoBatch))).map(({ hash }) => hash)
      const still = new Set(held.length === 0 ? [] : await shown(tx, held))
      const free = held.filter((hash) => !still.has(hash))
      return free.length === 0 ? 0 : (await unclaimFiles(tx, free, app.now())).length
    })
  return gone
}

/** A paper is kept byte by byte: it may be signed. */
export async function keepDocument(
  app: Kept,
  who: Pick<Who, 'actor' | 'scope'>,
  bytes: Buffer,
): Promise<Result<DocumentView, DocumentRefusal>> {
  if (bytes.length === 0) return refused('file_missing')
  if (bytes.length > documentBytesMax) return refused('document_too_large')
  if (!isDocument(bytes)) return refused('not_a_document')
  if (!isWholeDocument(bytes)) return refused('document_damaged')
  const hash = createHash('sha256').update(bytes).digest('hex')
  const view = { hash, mediaType: documentType, bytes: bytes.length }
  const row = { ...view, width: null, height: null, uploadedAs: who.actor.kind }
  await inScope(app.db, who.scope, async (tx) => {
    await insertFile(tx, { ...row, createdAt: app.now() })
    await app.files.put({ hash, variant: 'full' }, bytes)
  })
  return done(view)
}

/** A voice note is kept as it sounds, without a word about who made it, when or where. */
export async function keepRecording(
  app: Kept,
  who: Pick<Who, 'actor' | 'scope'>,
  given: Buffer,
): Promise<Result<RecordingView, RecordingRefusal>> {
  const kept = keepableRecording(given)
  if (!kept.ok) return kept
  const { mediaType, seconds } = kept.value
  const bytes = Buffer.from(kept.value.bytes)
  const hash = createHash('sha256').update(bytes).digest('hex')
  const view = { hash, mediaType, bytes: bytes.length, seconds }
  const row = { ...view, width: null, height: null, uploadedAs: who.actor.kind }
  await inScope(app.db, who.scope, async (tx) => {
    await insertFile(tx, { ...row, createdAt: app.now() })
    await app.files.put({ hash, variant: 'full' }, bytes)
  })
  return done(view)
}

export type Sorted = {
  photos: string[]
  documents: string[]
  recordings: string[]
  /** Of all recordings together. */
  seconds: number
  unknown: string[]
}

/** Which of these files are photos, which are papers, which are voice notes, and which never came. */
export async function sortFiles(tx: Tx, hashes: readonly string[]): Promise<Sorted> {
  const found = await findFiles(tx, hashes)
  const types = new Map(found.map((file) => [file.hash, file.mediaType] as const))
  const once = [...new Set(hashes)]
  return {
    photos: once.filter((hash) => types.get(hash) === photoType),
    documents: once.filter((hash) => types.get(hash) === documentType),
    recordings: once.filter((hash) => types.get(hash)?.startsWith('audio/')),
    seconds: found.reduce((sum, file) => sum + (file.seconds ?? 0), 0),
    unknown: once.filter((hash) => !types.has(hash)),
  }
}

export type PhotoBytes = { mediaType: string; bytes: Buffer }

/** Whoever calls has asked the room that shows the photo whether this caller may see it. */
export async function findPhoto(
  app: Kept,
  who: Pick<Who, 'scope'>,
  key: { hash: string; variant: 'full' | 'thumb' },
): Promise<PhotoBytes | null> {
  const row = await rowOf(app, who, key.hash)
  if (row?.mediaType !== photoType) return null
  const bytes = await app.files.get(key)
  return bytes === null ? null : { mediaType: row.mediaType, bytes }
}

/** A paper's bytes, for whom the asking room lets in. */
export async function findDocument(
  app: Kept,
  who: Pick<Who, 'scope'>,
  hash: string,
): Promise<Buffer | null> {
  const row = await rowOf(app, who, hash)
  if (row?.mediaType !== documentType) return null
  return app.files.get({ hash, variant: 'full' })
}

/** A voice note's sound, for whom the asking room lets in. */
export async function findRecording(
  app: Kept,
  who: Pick<Who, 'scope'>,
  hash: string,
): Promise<PhotoBytes | null> {
  const row = await rowOf(app, who, hash)
  if (row?.seconds == null) return null
  const bytes = await app.files.get({ hash, variant: 'full' })
  return bytes === null ? null : { mediaType: row.mediaType, bytes }
}

const rowOf = async (app: Kept, who: Pick<Who, 'scope'>, hash: string) =>
  (await inScope(app.db, who.scope, (tx) => findFiles(tx, [hash])))[0]

/** Job: uploads that nothing referred to for a day. Bytes go while the row is still locked. Says how many went. */
export async function removeUnclaimedPhotos(app: Kept): Promise<number> {
  const before = fromMs(toMs(app.now()) - unclaimedHoursMax * 3_600_000)
  let removed = 0
  for (;;) {
    const gone = await inScope(app.db, { kind: 'job' }, async (tx) => {
      const rows = await deleteUnclaimed(tx, before)
      for (const { hash } of rows) await removeBytes(app.files, hash)
      return rows.length
    })
    removed += gone
    if (gone === 0) return removed
  }
}

async function removeBytes(files: FileStore, hash: string): Promise<void> {
  await files.remove({ hash, variant: 'thumb' })
  await files.remove({ hash, variant: 'full' })
}
