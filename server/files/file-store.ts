// Where the bytes lie. One implementation today, a folder; an object store fills the same four functions.
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { dirname, join } from 'node:path'
import { assert, Trouble } from '#core/kit/result.ts'
import { isPhotoHash } from '#core/files/photo.ts'

/** A photo and its small copy are found by the same hash: the copy is made from the photo and goes with it. */
export type FileKey = { hash: string; variant: 'full' | 'thumb' }

export type FileStore = {
  put: (key: FileKey, bytes: Buffer) => Promise<void>
  get: (key: FileKey) => Promise<Buffer | null>
  has: (key: FileKey) => Promise<boolean>
  remove: (key: FileKey) => Promise<void>
}

/** `ab/cdef…` below the folder. A file is whole or absent, whenever the power fails. */
export function diskStore(folder: string): FileStore {
  const pathOf = ({ hash, variant }: FileKey): string => {
    assert(isPhotoHash(hash), 'files are found by hash')
    return join(folder, hash.slice(0, 2), hash.slice(2) + (variant === 'thumb' ? '.thumb' : ''))
  }
  return {
    put: (key, bytes) => told(() => writeWhole(pathOf(key), bytes)),
    get: (key) => told(() => unlessMissing(readFile(pathOf(key)))),
    has: async (key) => (await told(() => unlessMissing(stat(pathOf(key))))) !== null,
    remove: (key) => told(() => rm(pathOf(key), { force: true })),
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
