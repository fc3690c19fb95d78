// The embedded PostgreSQL: a real native server in its own process, reached through a socket in its own closed folder.
// Every way it can fail to start has a sentence that says what to do.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  statfsSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { EmbeddedTrouble, type Places, findPlaces, giveTo } from './embedded-places.ts'

export type Embedded = {
  url: string
  told: string[]
  cluster: string
  stop: () => Promise<void>
  /** Resolves when the database ends by itself, with why. */
  died: Promise<string>
}

export type EmbeddedOptions = {
  dataFolder: string
  /** Tests may lose everything in a power cut; nobody else may. */
  durable?: boolean
  database?: string
}

const freeBytesMin = 300 * 1024 * 1024
const socketPathMax = 100
const startupMsMax = 180_000

export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const places = findPlaces(options.dataFolder)
  const durable = options.durable ?? true
  refuseFullDisk(places)
  if (!existsSync(join(places.cluster, 'PG_VERSION'))) createCluster(places, durable)
  refuseOtherVersion(places)
  await endOrphan(places)
  const server = launch(places, durable)
  const died = ended(server, places)
  await Promise.race([
    answers(places),
    died.then((why) => Promise.reject(new EmbeddedTrouble(why))),
  ])
  const database = options.database ?? 'linli'
  await ensureDatabase(places, database)
  return {
    url: urlOf(places, database),
    told: places.told,
    cluster: places.cluster,
    stop: () => stopServer(server, { died, places }),
    died,
  }
}

function refuseFullDisk({ cluster }: Places): void {
  mkdirSync(dirname(cluster), { recursive: true })
  const { bavail, bsize } = statfsSync(dirname(cluster))
  const free = bavail * bsize
  if (free < freeBytesMin)
    throw new EmbeddedTrouble(
      `The disk of ${dirname(cluster)} is full (${Math.floor(free / 1024 / 1024)} MB left, 300 MB are needed). ` +
        'Make room, or put LINLI_DATA on another disk.',
    )
}

/** Made aside and renamed at the end, so that a half-made cluster is never taken for a whole one. */
function createCluster(places: Places, durable: boolean): void {
  const { cluster, account } = places
  if (existsSync(cluster) && readdirSync(cluster).length > 0)
    throw new EmbeddedTrouble(damaged(cluster))
  const fresh = `${cluster}.new`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { mode: 0o700 })
  giveTo(fresh, account)
  const common = ['-D', fresh, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-instructions']
  const locales = [
    ['--locale=C.UTF-8'],
    ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
  ]
  let said = ''
  for (const locale of locales) {
    const args = [...common, ...locale, ...(durable ? [] : ['--no-sync'])]
    const made = spawnSync(join(places.binaries, 'bin/initdb'), args, spawnAs(places, fresh))
    if (made.status === 0) {
      rmSync(cluster, { recursive: true, force: true })
      renameSync(fresh, cluster)
      return
    }
    said = `${String(made.stdout)}${String(made.stderr)}`
  }
  throw new EmbeddedTrouble(explain(said, cluster))
}

function spawnAs({ account, binaries }: Places, cwd: string) {
  return {
    cwd,
    env: {
      PATH: '/usr/bin:/bin',
      LD_LIBRARY_PATH: join(binaries, 'lib'),
      TZ: 'UTC',
      LC_ALL: 'C.UTF-8',
    },
    ...(account && { uid: account.uid, gid: account.gid }),
  }
}

function refuseOtherVersion({ cluster, version }: Places): void {
  const has = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  const wants = version.split('.')[0]
  if (has !== wants)
    throw new EmbeddedTrouble(
      `The database files in ${cluster} are of PostgreSQL ${has}, this program brings ${wants}. ` +
        'Back up with the program that made them (linli backup), then restore with this one into a new LINLI_DATA.',
    )
}

/** A server killed hard leaves its database running: it is asked to end before the next one starts. */
async function endOrphan({ cluster }: Places): Promise<void> {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return
  const [first, folder] = readFileSync(file, 'utf8').split('\n')
  const pid = Number(first)
  if (!Number.isInteger(pid) || pid <= 1 || folder !== cluster || !isPostgres(pid)) {
    rmSync(file, { force: true })
    return
  }
  process.kill(pid, 'SIGINT')
  for (let waited = 0; isPostgres(pid); waited += 50) {
    if (waited === 20_000) process.kill(pid, 'SIGQUIT')
    if (waited > 30_000)
      throw new EmbeddedTrouble(
        `The database process ${pid} does not end. End it, then start again.`,
      )
    await pause(50)
  }
}

function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return /postgres/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // Without /proc (macOS) a living process is taken for the database that noted its pid.
    return code === 'ENOENT' && !existsSync('/proc/self')
  }
}

/** Settings of a small shared machine; the durable ones are PostgreSQL's own and only said aloud. */
function settings(places: Places, durable: boolean): string[] {
  const values: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: socketFolder(places),
    unix_socket_permissions: '0700',
    fsync: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    max_connections: '120',
    shared_buffers: '256MB',
    max_wal_size: '2GB',
    checkpoint_completion_target: '0.9',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
  }
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** PostgreSQL keeps its cluster at 0700, so a socket inside it opens to its account and to root alone. */
function socketFolder({ cluster, account }: Places): string {
  if (`${cluster}/.s.PGSQL.5432`.length <= socketPathMax) return cluster
  const short = join(
    '/var/tmp',
    `linli-${readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()}-${statSync(cluster).ino}`,
  )
  if (!existsSync(short)) {
    mkdirSync(short, { mode: 0o700 })
    giveTo(short, account)
  }
  return short
}

function launch(places: Places, durable: boolean): ChildProcess {
  const log = openSync(logFile(places), 'w', 0o600)
  // Its own process group: Ctrl-C reaches us first, and we end it in order.
  const server = spawn(
    join(places.binaries, 'bin/postgres'),
    ['-D', places.cluster, ...settings(places, durable)],
    { ...spawnAs(places, places.cluster), stdio: ['ignore', log, log], detached: true },
  )
  closeSync(log)
  return server
}

const logFile = ({ cluster }: Places): string => `${cluster}.log`

function ended(server: ChildProcess, places: Places): Promise<string> {
  return new Promise((resolve) => {
    server.once('error', (error) =>
      resolve(`The database program did not start: ${error.message}.`),
    )
    server.once('exit', (_code, signal) =>
      resolve(
        signal === 'SIGKILL'
          ? 'The database was killed. Start Linli again: it recovers, and what was acknowledged is safe.'
          : explain(readFileSync(logFile(places), 'utf8'), places.cluster),
      ),
    )
  })
}

async function answers(places: Places): Promise<void> {
  for (let waited = 0; waited < startupMsMax; waited += 25) {
    if (await tryOnce(places)) return
    await pause(25)
  }
  throw new EmbeddedTrouble(`The database does not answer. Its log is ${logFile(places)}.`)
}

async function tryOnce(places: Places): Promise<boolean> {
  const client = new pg.Client(urlOf(places, 'postgres'))
  try {
    await client.connect()
    return true
  } catch {
    return false // Not yet: starting up, or recovering after a crash.
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function ensureDatabase(places: Places, name: string): Promise<void> {
  const client = new pg.Client(urlOf(places, 'postgres'))
  await client.connect()
  try {
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rows.length === 0)
      await client.query(`create database ${pg.escapeIdentifier(name)} template template0`)
  } finally {
    await client.end()
  }
}

function urlOf(places: Places, database: string): string {
  return `postgres://postgres@/${database}?host=${encodeURIComponent(socketFolder(places))}`
}

async function stopServer(
  server: ChildProcess,
  { died, places }: { died: Promise<string>; places: Places },
): Promise<void> {
  if (server.exitCode === null && server.signalCode === null) {
    server.kill('SIGINT')
    const late = setTimeout(() => server.kill('SIGQUIT'), 20_000)
    await died
    clearTimeout(late)
  }
  const socket = socketFolder(places)
  if (socket !== places.cluster) rmSync(socket, { recursive: true, force: true })
}

/** PostgreSQL's own words, turned into what to do. */
function explain(said: string, cluster: string): string {
  if (/No space left on device/.test(said))
    return `The disk of ${dirname(cluster)} is full. Make room, or put LINLI_DATA on another disk.`
  if (/lock file .* already exists|is being used by another|pre-existing shared memory/.test(said))
    return `Another database runs on ${cluster}. Stop it first, or give this one its own folder with LINLI_DATA.`
  if (/Permission denied|has wrong ownership|invalid permissions/.test(said))
    return `The files in ${cluster} belong to somebody else. Start Linli as the user who made them.`
  if (
    /valid checkpoint|PANIC|invalid data in file|could not (open|read) (file|directory)|control file/.test(
      said,
    )
  )
    return damaged(cluster)
  const last = said
    .split('\n')
    .filter((line) => /FATAL|PANIC|error/i.test(line))
    .at(-1)
  return `The embedded database ended${last === undefined ? '' : `: ${last.trim()}`}. Its log is ${cluster}.log.`
}

function damaged(cluster: string): string {
  return (
    `The database files in ${cluster} are damaged or not a database. Nothing was changed. ` +
    'Move that folder away and bring back your last backup with linli restore.'
  )
}

const pause = (ms: number): Promise<void> => new Promise((resume) => setTimeout(resume, ms))
