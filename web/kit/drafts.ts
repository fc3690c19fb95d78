// Where commands wait on the device: one IndexedDB store, keyed by the command's id. A browser without storage
// (private windows) keeps them in memory, so that sending still works and only outliving the page does not.
import type { Request } from './api.ts'

/** An attachment that has reached the server: the hash of what is stored there, and when it arrived. */
export type Arrived = { hash: string; at: string }

export type Kept = {
  commandId: string
  /** Whose it is: a person's id, or `open`. Another person on the same phone neither sees nor sends it. */
  owner: string
  endpoint: string
  /** Commands of one case go in order; a refusal stops that case's queue. */
  about: string | null
  /** May name what only this device knows yet (placeholders.ts): filled in when it is sent. */
  request: Request
  madeAt: string
  /** The author's order on this device: clocks jump, numbers do not. Given when it is first kept. */
  seq: number
  arrived: Record<string, Arrived>
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

/** The phone has no room left, or its storage broke: what was to be kept was not. */
export class NotKeptError extends Error {
  override name = 'NotKeptError'
}

export function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(new NotKeptError('storage failed', { cause: request.error }))
  })
}

const after = (all: readonly Kept[]): number =>
  1 + all.reduce((last, { seq }) => Math.max(last, seq), 0)

export type NewCommand = Omit<Kept, 'seq'>

/** Keeps it behind everything that waits already. Tried again, it has its place and what has arrived of it. */
export async function keepNew(command: NewCommand): Promise<Kept> {
  const db = await open()
  if (db === null) {
    const whole = placed(command, [...memory.values()])
    memory.set(whole.commandId, whole)
    return whole
  }
  const store = db.transaction(storeName, 'readwrite').objectStore(storeName)
  const whole = placed(command, (await done(store.getAll())) as Kept[])
  await done(store.put(whole))
  return whole
}

const placed = (command: NewCommand, all: readonly Kept[]): Kept =>
  all.find(({ commandId }) => commandId === command.commandId) ?? { ...command, seq: after(all) }

/** Writes a change of a command that still waits; one that was sent meanwhile does not come back. */
export async function keep(command: Kept): Promise<void> {
  const db = await open()
  if (db === null) {
    if (memory.has(command.commandId)) memory.set(command.commandId, command)
    return
  }
  const store = db.transaction(storeName, 'readwrite').objectStore(storeName)
  const before = (await done(store.get(command.commandId))) as Kept | undefined
  if (before !== undefined) await done(store.put(command))
}

export async function forget(commandId: string): Promise<void> {
  memory.delete(commandId)
  const db = await open()
  if (db)
    await done(db.transaction(storeName, 'readwrite').objectStore(storeName).delete(commandId))
}

/** Everybody's, for what may not be cleared away while somebody still needs it. */
export async function keptByAll(): Promise<Kept[]> {
  const db = await open()
  const all: Kept[] = db
    ? await done(db.transaction(storeName, 'readonly').objectStore(storeName).getAll())
    : [...memory.values()]
  return all.sort((a, b) => a.seq - b.seq)
}

/** Oldest first, only the owner's. */
export async function kept(owner: string): Promise<Kept[]> {
  return (await keptByAll()).filter((command) => command.owner === owner)
}
