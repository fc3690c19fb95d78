// A whole server of one's own for a test file: its own copy of the database, a clock that is set by hand,
// and clients that speak to it through HTTP. Nothing of ours is replaced.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import {
  type Endpoint,
  type InputOf,
  type OutputOf,
  type RefusalOf,
  pathKeys,
} from '#core/kit/contract.ts'
import type { Result } from '#core/kit/result.ts'
import { type App, type AppOptions, createApp, stopApp } from '#server/app.ts'
import { type Config, readConfig } from '#server/config.ts'
import { ownerConfig } from '#server/kit/connect.ts'
import { runDueJobs } from '#server/kit/jobs.ts'
import type { Server } from '#server/kit/http.ts'
import { buildServer } from '#server/main.ts'
import { whenDone } from './closing.ts'
import { asOwner, databaseIn, databaseUrl } from './database.ts'

export type FakeClock = {
  now: () => string
  set: (instant: string) => void
  advance: (seconds: number) => void
}

export type Harness = {
  app: App
  server: Server
  clock: FakeClock
  /** Owner's connection, past all walls: for looking at rows and for breaking them. */
  owner: pg.Client
  /** A browser of its own: keeps its cookies. */
  client: (headers?: Record<string, string>) => TestClient
  /** Runs every job that is due by the real clock. */
  runJobs: () => Promise<void>
  /** One more server process on the same database, with connections and a memory of its own. */
  beside: (config?: Partial<Config>) => Promise<Beside>
  close: () => Promise<void>
}

export type Beside = Pick<Harness, 'app' | 'server' | 'client'> & { close: () => Promise<void> }

export type Answer<E extends Endpoint> = Result<OutputOf<E>, RefusalOf<E>> & { status: number }

export type TestClient = {
  cookies: Map<string, string>
  /** Calls a declared endpoint as a page of ours would. */
  call: <E extends Endpoint>(declared: E, input: InputOf<E>) => Promise<Answer<E>>
  /** Any request, for what is not declared or not well formed. */
  send: (request: Request) => Promise<Response>
}

export type Request = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: string
  body?: unknown
  headers?: Record<string, string>
}
export type Response = {
  status: number
  headers: Record<string, unknown>
  text: string
  bytes: Buffer
  json: () => unknown
}

export type HarnessOptions = { startAt?: string; config?: Partial<Config> }

/**
 * Opens a harness for this test file and closes it when the file is done. Its database is a copy of the template, or of
 * another database that was furnished before.
 */
export async function openHarness(options: HarnessOptions = {}, from?: string): Promise<Harness> {
  const name = await copyDatabase(from)
  const ownerUrl = databaseUrl(inject('templateUrl'), name)
  const dataFolder = mkdtempSync(join(tmpdir(), 'linli-story-'))
  const clock = fakeClock(options.startAt ?? '2026-03-02T01:00:00.000Z')
  const config: Config = {
    ...readConfig({ LINLI_DATA: dataFolder, LINLI_LOG: 'silent' }),
    poolSize: 6,
    limitScale: 10_000,
    ...options.config,
  }
  const app = createApp(config, { ownerUrl, now: clock.now })
  const server = await buildServer(app)
  const owner = new pg.Client(ownerConfig(ownerUrl))
  await owner.connect()
  const others: Beside[] = []
  const close = whenDone(async () => {
    for (const other of others) await other.close()
    await server.close()
    await stopApp(app)
    await owner.end()
    await asOwner(adminUrl(), `drop database if exists ${name} with (force)`)
    rmSync(dataFolder, { recursive: true, force: true })
  })
  return {
    app,
    server,
    clock,
    owner,
    client: (headers) => openClient(server, headers),
    runJobs: () => runDueJobs(app),
    beside: async (more = {}) => {
      const other = await openBeside({ ...config, ...more }, { ownerUrl, now: clock.now })
      others.push(other)
      return other
    },
    close,
  }
}

async function openBeside(config: Config, options: AppOptions): Promise<Beside> {
  const app = createApp(config, options)
  const server = await buildServer(app)
  let closed = false
  const close = async () => {
    if (closed) return
    closed = true
    await server.close()
    await stopApp(app)
  }
  return { app, server, client: (headers) => openClient(server, headers), close }
}

const adminUrl = () => databaseUrl(inject('templateUrl'), 'postgres')

/** Copied as files: half the time of going through the log, and nobody writes to what is copied. */
async function copyDatabase(from = databaseIn(inject('templateUrl'))): Promise<string> {
  const name = `${databaseIn(inject('templateUrl'))}_${randomUUID().replaceAll('-', '').slice(0, 16)}`
  const [copy, source] = [name, from].map((each) => pg.escapeIdentifier(each))
  await asOwner(adminUrl(), `create database ${copy} template ${source} strategy file_copy`)
  return name
}

/** A copy of the template to be furnished and copied in turn; it ends with the run. */
export async function copyTemplate(): Promise<{ database: string; owner: pg.Client }> {
  const database = await copyDatabase()
  const owner = new pg.Client(ownerConfig(databaseUrl(inject('templateUrl'), database)))
  await owner.connect()
  return { database, owner }
}

function fakeClock(startAt: string): FakeClock {
  let ms = Date.parse(startAt)
  return {
    now: () => new Date(ms).toISOString(),
    set: (instant) => {
      ms = Date.parse(instant)
    },
    advance: (seconds) => {
      ms += seconds * 1000
    },
  }
}

export function openClient(server: Server, headers: Record<string, string> = {}): TestClient {
  const cookies = new Map<string, string>()
  const send = async ({
    method = 'GET',
    path,
    body,
    headers: more,
  }: Request): Promise<Response> => {
    const jar = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await server.inject({
      method,
      url: path,
      headers: { 'x-linli': '1', ...(jar !== '' && { cookie: jar }), ...headers, ...more },
      ...(body !== undefined && { payload: body as object }),
    })
    for (const { name, value } of answer.cookies)
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text: answer.payload,
      bytes: answer.rawPayload,
      json: () => answer.json() as unknown,
    }
  }
  const call = async <E extends Endpoint>(declared: E, input: InputOf<E>): Promise<Answer<E>> => {
    const answer = await send(requestOf(declared, input as Record<string, unknown>))
    const said = answer.text === '' ? {} : (answer.json() as object)
    const result = answer.status < 300 ? { ok: true, value: said } : { ok: false, ...said }
    return { ...result, status: answer.status } as Answer<E>
  }
  return { cookies, call, send }
}

/** Puts an input where its contract says: into the path, the query or the body. */
export function requestOf(declared: Endpoint, input: Record<string, unknown>): Request {
  const inPath = new Set(pathKeys(declared.path))
  const path = declared.path.replace(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent(String(input[key])),
  )
  const rest = Object.fromEntries(
    Object.entries(input).filter(([key, value]) => !inPath.has(key) && value !== undefined),
  )
  if (declared.method !== 'GET') return { method: declared.method, path, body: rest }
  const query = new URLSearchParams(
    Object.entries(rest).map(([key, value]): [string, string] => [key, String(value)]),
  )
  return { method: 'GET', path: query.size === 0 ? path : `${path}?${query.toString()}` }
}
