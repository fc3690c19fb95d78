// Where the bytes lie, as they are given. One implementation today, a folder; an object store fills the same functions.
import { mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { dirname, join } from 'node:path'
import { assert, Trouble } from '#core/kit/result.ts'
import { isPhotoHash } from '#core/files/photo.ts'
import { headBytes } from '../kit/sealed-file.ts'

/** A photo and its small copy are found by the same hash: the copy is made from the photo and goes with it. */
export type FileKey = { hash: string; variant: 'full' | 'thumb' }

export type FileStore = {
  put: (key: FileKey, bytes: Buffer) => Promise<void>
  get: (key: FileKey) => Promise<Buffer | null>
  has: (key: FileKey) => Promise<boolean>
  remove: (key: FileKey) => Promise<void>
}

/** A file as it lies: enough to tell by which key it is sealed, without reading all of it. */
export type LyingFile = { key: FileKey; head: Buffer; changedAt: number }

/** The store below the seals: can also tell what lies in it, and take away what was never written to its end. */
export type RawStore = FileStore & {
  lying: () => AsyncIterable<LyingFile>
  dropDrafts: (before: number) => Promise<number>
}

/** `ab/cdef…` below the folder. A file is whole or absent, whenever the power fails. */
export function diskStore(folder: string): RawStore {
  const pathOf = ({ hash, variant }: FileKey): string => {
    assert(isPhotoHash(hash), 'files are found by hash')
    return join(folder, hash.slice(0, 2), hash.slice(2) + (variant === 'thumb' ? '.thumb' : ''))
  }
  return {
    put: (key, bytes) => told(() => writeWhole(pathOf(key), bytes)),
    get: (key) => told(() => unlessMissing(readFile(pathOf(key)))),
    has: async (key) => (await told(() => unlessMissing(stat(pathOf(key))))) !== null,
    remove: (key) => told(() => rm(pathOf(key), { force: true })),
    lying: async function* () {
      for (const start of await told(() => namesIn(folder)))
        for (const name of await told(() => namesIn(join(folder, start)))) {
          const key = keyOf(start, name)
          const found = key && (await told(() => unlessMissing(lookAt(pathOf(key)))))
          if (key && found) yield { key, ...found }
        }
    },
    dropDrafts: async (before) => {
      let dropped = 0
      for (const start of await told(() => namesIn(folder)))
        for (const name of await told(() => namesIn(join(folder, start)))) {
          if (!isDraft(start, name)) continue
          const path = join(folder, start, name)
          const found = await told(() => unlessMissing(stat(path)))
          if (found === null || found.mtimeMs >= before) continue
          await told(() => rm(path, { force: true }))
          dropped += 1
        }
      return dropped
    },
  }
}

/** What a killed process left half written, beside the file it was to become. */
const isDraft = (start: string, name: string): boolean =>
  keyOf(start, name.replace(draftEnd, '')) !== null && draftEnd.test(name)
const draftEnd = /\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Drafts and what somebody else laid there are no files of ours. */
function keyOf(start: string, name: string): FileKey | null {
  const [rest = '', variant = 'full', more] = name.split('.')
  const hash = start + rest
  if (!isPhotoHash(hash) || more !== undefined) return null
  return variant === 'full' || variant === 'thumb' ? { hash, variant } : null
}

/** From the last to the first: a small copy comes before its photo. */
const namesIn = async (folder: string): Promise<string[]> =>
  ((await unlessMissing(readdir(folder))) ?? []).toSorted().toReversed()

async function lookAt(path: string): Promise<Omit<LyingFile, 'key'>> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return { head: buffer.subarray(0, bytesRead), changedAt: (await file.stat()).mtimeMs }
  } finally {
    await file.close()
  }
}

async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  const folder = dirname(path)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const draft = `${path}.${randomUUID()}`
  try {
    await writeSynced(draft, bytes)
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
  await syncFolder(folder) // the new name, too, outlives a power cut
}

async function writeSynced(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function unlessMissing<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code
    if (code === undefined) throw cause
    const full = code === 'ENOSPC' || code === 'EDQUOT'
    throw new Trouble('files', full ? 'the disk is full' : `the file store answered ${code}`, {
      cause,
    })
  }
}
