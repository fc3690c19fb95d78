// The one plain object that functions ask for the part they use. main.ts and the tests' harness build it.
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Endpoint } from '#core/kit/contract.ts'
import type { Actor } from '#core/people/actor.ts'
import type { Config } from './config.ts'
import { type FileStore, diskStore } from './files/file-store.ts'
import { appPool } from './kit/connect.ts'
import type { Db, Scope } from './kit/db.ts'
import type { Caller } from './kit/http.ts'
import { type Log, createLog } from './kit/log.ts'

/** Who is asking: the people room finds it out once per request. */
export type Who = {
  actor: Actor
  scope: Scope
  signedIn: boolean
  via: 'cookie' | 'token' | 'none'
  /** The session of this sign-in, for the session list and signing out. */
  sessionId: string | null
  caller: Caller
}

export type App = {
  config: Config
  log: Log
  db: Db
  /** The bytes of photos, by the hash under which files.files knows them. */
  files: FileStore
  /** Owner's address, for tools that migrate, back up or restore; never used to answer a request. */
  ownerUrl: string
  now: () => string
  newId: () => string
  /** Every mounted contract, for OpenAPI and for the test that walks the walls. */
  endpoints: Endpoint[]
  whoIs: (caller: Caller) => Promise<Who>
  /** What must be stopped, last first. */
  onStop: (() => Promise<void>)[]
}

export type AppOptions = { ownerUrl: string; now?: () => string; log?: Log }

export function createApp(config: Config, options: AppOptions): App {
  const pool = appPool(options.ownerUrl, config.poolSize)
  return {
    config,
    log: options.log ?? createLog(config.logLevel),
    db: { pool },
    files: diskStore(join(config.dataFolder, 'files')),
    ownerUrl: options.ownerUrl,
    now: options.now ?? (() => new Date().toISOString()),
    newId: () => randomUUID(),
    endpoints: [],
    whoIs: async (caller) => anyone(caller),
    onStop: [() => pool.end()],
  }
}

/** Somebody without a sign-in: may read what is public and report. */
export function anyone(caller: Caller): Who {
  return {
    actor: { kind: 'anyone', id: 'open' },
    scope: { kind: 'public' },
    signedIn: false,
    via: 'none',
    sessionId: null,
    caller,
  }
}

export async function stopApp(app: App): Promise<void> {
  for (const stop of app.onStop.splice(0).reverse()) await stop()
}
