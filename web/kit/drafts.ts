// Where commands wait on the device: one IndexedDB store, keyed by the command's id. A browser without storage
// (private windows) keeps them in memory, so that sending still works and only outliving the page does not.
import type { Request } from './api.ts'

export type Kept = {
  commandId: string
  /** Whose it is: a person's id, or `open`. Another person on the same phone neither sees nor sends it. */
  owner: string
  endpoint: string
  /** Commands of one case go in order; a refusal stops that case's queue. */
  about: string | null
  request: Request
  madeAt: string
  refusal: string | null
}

const storeName = 'commands'
const memory = new Map<string, Kept>()
let opened: Promise<IDBDatabase | null> | null = null

function open(): Promise<IDBDatabase | null> {
  opened ??= new Promise((resolve) => {
    if (typeof indexedDB === 'undefined') return resolve(null)
    const request = indexedDB.open('linli', 1)
    request.onupgradeneeded = () =>
      request.result.createObjectStore(storeName, { keyPath: 'commandId' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => resolve(null)
    request.onblocked = () => resolve(null)
  })
  return opened
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('storage failed'))
  })
}

export async function keep(command: Kept): Promise<void> {
  memory.set(command.commandId, command)
  const db = await open()
  if (db) await done(db.transaction(storeName, 'readwrite').objectStore(storeName).put(command))
}

export async function forget(commandId: string): Promise<void> {
  memory.delete(commandId)
  const db = await open()
  if (db)
    await done(db.transaction(storeName, 'readwrite').objectStore(storeName).delete(commandId))
}

/** Oldest first, only the owner's. */
export async function kept(owner: string): Promise<Kept[]> {
  const db = await open()
  const all: Kept[] = db
    ? await done(db.transaction(storeName, 'readonly').objectStore(storeName).getAll())
    : [...memory.values()]
  return all
    .filter((command) => command.owner === owner)
    .sort((a, b) => (a.madeAt < b.madeAt ? -1 : 1))
}
