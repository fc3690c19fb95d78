// The one plain object that functions ask for the part they use. main.ts and the tests' harness build it.
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Endpoint } from '#core/kit/contract.ts'
import type { Stamp, Taken } from '#core/kit/export.ts'
import type { Actor } from '#core/people/actor.ts'
import type { Config } from './config.ts'
import { type FileStore, type RawStore, diskStore } from './files/file-store.ts'
import { sealedStore } from './files/sealed-store.ts'
import { type Between, createBetween } from './kit/between.ts'
import { appPool } from './kit/connect.ts'
import type { Db, Scope } from './kit/db.ts'
import type { Caller, OpenStream } from './kit/http.ts'
import type { Jobs } from './kit/jobs.ts'
import { type JournalFeed, createJournalFeed } from './cases/feed.ts'
import { type Presence, createPresence } from './cases/presence.ts'
import { followKeyFile, makeKeyFile, readKeyFile } from './kit/key-file.ts'
import { type Log, createLog } from './kit/log.ts'
import type { FieldKeys } from './kit/seal-fields.ts'
import { type Teams, createTeams } from './people/teams.ts'
import { type Places, createPlaces } from './places/index-of-places.ts'
import { Trouble } from '#core/kit/result.ts'

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
  /** The same bytes as they lie on the disk, sealed. */
  rawFiles: RawStore
  /** Opens and seals names and numbers of reporters. */
  keys: FieldKeys
  /** Tree, outlines, calendars and rules, in memory; empty until the first refresh. */
  places: Places
  /** Units and who is staffed, in memory; empty until the first refresh. */
  teams: Teams
  /** What happens to cases, in order, as it is committed. */
  journal: JournalFeed
  /** What the processes of one database tell each other. */
  between: Between
  /** Who has which case open just now; in memory, for seconds. */
  presence: Presence
  /** Owner's address, for tools that migrate, back up or restore; never used to answer a request. */
  ownerUrl: string
  now: () => string
  newId: () => string
  /** Tasks and their hours; every room adds its own when it is mounted. */
  jobs: Jobs
  /** Every mounted contract, for OpenAPI and for the test that walks the walls. */
  endpoints: Endpoint[]
  /** `toAct`: something is to be done with the answer, so what is remembered has to hold still. */
  whoIs: (caller: Caller, toAct?: boolean) => Promise<Who>
  /** Every open stream, with the person who listens. */
  streams: Set<OpenStream>
  /** The people room writes down that a list is taken out as a file. */
  taken?: (who: Who, what: Taken) => Promise<Stamp | null>
  /** What must be stopped, last first. */
  onStop: (() => Promise<void>)[]
}

export type AppOptions = {
  ownerUrl: string
  now?: () => string
  log?: Log
  keys?: FieldKeys
  /** If the key file is yet to be made, it is marked: nothing real may be sealed with it. */
  forDemo?: boolean
}

export function createApp(config: Config, options: AppOptions): App {
  const pool = appPool(options.ownerUrl, config.poolSize)
  const log = options.log ?? createLog(config.logLevel)
  const now = options.now ?? (() => new Date().toISOString())
  const db = { pool }
  const keys = options.keys ?? keysAt(config.keysFile, now(), options.forDemo ?? false)
  const between = createBetween(options.ownerUrl, (error) =>
    log.warn({ err: error }, 'the line to the other processes was lost'),
  )
  const rawFiles = diskStore(join(config.dataFolder, 'files'))
  const presence = createPresence(now, { between, keys, from: randomUUID() })
  return {
    config,
    log,
    db,
    files: sealedStore(rawFiles, keys),
    rawFiles,
    keys,
    places: createPlaces(db),
    teams: createTeams(db, now),
    journal: createJournalFeed({ pool }, (error) =>
      log.warn({ err: error }, 'the journal could not be read'),
    ),
    between,
    presence,
    ownerUrl: options.ownerUrl,
    now,
    newId: () => randomUUID(),
    jobs: { tasks: {}, crons: [] },
    endpoints: [],
    whoIs: async (caller) => anyone(caller),
    streams: new Set(),
    onStop: [() => pool.end(), async () => presence.stop()],
  }
}

/** The key file, made on the first start. It lies apart from the database cluster, and is backed up apart. */
function keysAt(path: string, madeAt: string, demo: boolean): FieldKeys {
  makeKeyFile(path, { demo, suite: 'aes-256-gcm', madeAt })
  const keys = readKeyFile(path)
  if (keys === null)
    throw new Trouble('keys', `The key file ${path} cannot be read. Restore it from its backup.`)
  return followKeyFile(path, keys)
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
