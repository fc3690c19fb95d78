// The two doors to PostgreSQL: as the owner (migration, setup, backup) and as the application, which owns nothing.
import pg from 'pg'
import { Trouble } from '#core/kit/result.ts'
import { appRole, rolePassword } from '#db/roles.ts'

const { builtins } = pg.types

/** Instants leave the database as ISO 8601 in UTC with milliseconds, dates as they are written, ids as numbers. */
const parsers = new Map<number, (text: string) => unknown>([
  [builtins.TIMESTAMPTZ, readInstant],
  [builtins.DATE, (text) => text],
  [builtins.INT8, readWhole],
  [1016, (text) => readList(text, readWhole)],
  [1182, (text) => readList(text, (item) => item)],
  [1185, (text) => readList(text, readInstant)],
])

export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) || pg.types.getTypeParser(oid, format)) as never,
}

function readInstant(text: string): string {
  const found = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00(?::00)?$/.exec(text)
  if (found === null) return text
  return `${found[1]}T${found[2]}.${(found[3] ?? '').slice(0, 3).padEnd(3, '0')}Z`
}

function readWhole(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value))
    throw new RangeError(`${text} is larger than a whole number can be`)
  return value
}

/** A flat array without quoted items: `{1,2,NULL}`; timestamps come quoted. */
function readList(text: string, read: (item: string) => unknown): unknown[] {
  const inner = text.slice(1, -1)
  if (inner === '') return []
  return inner.split(',').map((item) => (item === 'NULL' ? null : read(item.replaceAll('"', ''))))
}

// Compiling a plan costs more than the short statements of a page: cheap to say here, for a database that is not ours to set.
const settings = '-c timezone=UTC -c client_min_messages=warning -c jit=off'

export function ownerConfig(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    types: typeParsers,
    options: settings,
    application_name: 'linli owner',
    connectionTimeoutMillis: 10_000,
  }
}

/** A connection of the owner's. One that breaks refuses the statement under way, which tells why; it ends no process. */
export function ownerClient(url: string): pg.Client {
  const client = new pg.Client(ownerConfig(url))
  client.on('error', () => undefined)
  return client
}

/** The same database, under a role that the runner made. */
export function roleConfig(url: string, role: string): pg.ClientConfig {
  const owner = new pg.Client({ connectionString: url })
  const password = typeof owner.password === 'string' ? owner.password : ''
  return {
    host: owner.host,
    port: owner.port,
    database: owner.database ?? 'postgres',
    ssl: owner.ssl,
    user: role,
    password: rolePassword(password, role),
    types: typeParsers,
    options: settings,
    application_name: role,
    connectionTimeoutMillis: 10_000,
  }
}

export function appPool(url: string, size: number): pg.Pool {
  const pool = new pg.Pool({
    ...roleConfig(url, appRole),
    max: size,
    // A connection knows its statements and their plans: after a quiet moment it is not made anew.
    idleTimeoutMillis: 600_000,
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 60_000,
  })
  // An idle connection that breaks is replaced by the pool; the next query tells whoever asks.
  pool.on('error', () => undefined)
  // One that breaks while it is lent out tells its borrower by the query; unheard, the event would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** Asks once, and says in a sentence what is wrong with the address if nobody answers. */
export async function tryOwner(url: string): Promise<void> {
  const client = ownerClient(url)
  try {
    await client.connect()
    await client.query('select 1')
  } catch (cause) {
    throw new Trouble('db', `The database in DATABASE_URL does not answer: ${whyNot(cause)}`, {
      cause,
    })
  } finally {
    await client.end().catch(() => undefined)
  }
}

function whyNot(cause: unknown): string {
  const { code, message } = cause as { code?: string; message?: string }
  if (code === 'ECONNREFUSED')
    return 'nothing listens at that host and port. Is PostgreSQL running?'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return 'the host name is unknown. Check its spelling.'
  if (code === '28P01' || code === '28000') return 'it refuses this user or password. Check both.'
  if (code === '3D000') return 'that database does not exist. Create it first: create database …'
  return message || String(cause)
}
