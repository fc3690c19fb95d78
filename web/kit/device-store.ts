// What a phone keeps beside its commands: attachments, cached facts, sheets begun. One IndexedDB database with a store
// for each; a browser without storage keeps them in memory, so that only outliving the page is lost.
import { done } from './drafts.ts'

export type Stored = { key: string; owner: string }

export type DeviceStore<T extends Stored> = {
  put: (value: T) => Promise<void>
  get: (key: string) => Promise<T | null>
  all: () => Promise<T[]>
  remove: (key: string) => Promise<void>
}

const names = ['attachments', 'facts', 'sheets'] as const
type StoreName = (typeof names)[number]

let opened: Promise<IDBDatabase | null> | null = null

function open(): Promise<IDBDatabase | null> {
  opened ??= new Promise((resolve) => {
    if (typeof indexedDB === 'undefined') return resolve(null)
    const request = indexedDB.open('linli-field', 1)
    request.onupgradeneeded = () => {
      for (const name of names) request.result.createObjectStore(name, { keyPath: 'key' })
    }
    request.onsuccess = () => {
      // A newer page may need another form of the database: this one lets go instead of standing in its way.
      request.result.onversionchange = () => request.result.close()
      resolve(request.result)
    }
    request.onerror = () => resolve(null)
  })
  return opened
}

export function deviceStore<T extends Stored>(name: StoreName): DeviceStore<T> {
  const memory = new Map<string, T>()
  const within = async (mode: IDBTransactionMode) =>
    (await open())?.transaction(name, mode).objectStore(name) ?? null
  return {
    put: async (value) => {
      const store = await within('readwrite')
      if (store === null) memory.set(value.key, value)
      else await done(store.put(value))
    },
    get: async (key) => {
      const store = await within('readonly')
      if (store === null) return memory.get(key) ?? null
      return ((await done(store.get(key))) as T | undefined) ?? null
    },
    all: async () => {
      const store = await within('readonly')
      return store === null ? [...memory.values()] : ((await done(store.getAll())) as T[])
    },
    remove: async (key) => {
      memory.delete(key)
      const store = await within('readwrite')
      if (store !== null) await done(store.delete(key))
    },
  }
}
