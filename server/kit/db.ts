// Transactions: every one carries the scope of its caller (the policies in the database read it), and a command
// is answered once. A move costs two round trips: begin with scope, lookup and load; save with answer and commit.
import { createHash } from 'node:crypto'
import { Kysely, PostgresDialect, type RawBuilder } from 'kysely'
import pg from 'pg'
import { type Result, Trouble, assert, refused } from '#core/kit/result.ts'
import { isUuid } from '#core/kit/ids.ts'
import { type Statement, executeText, quoted } from './sent-along.ts'

export type Scope =
  | { kind: 'staff'; personId: string; roots: string[]; units: number[] }
  | { kind: 'voice'; caseId: string; voice: number }
  | { kind: 'public' }
  | { kind: 'job' }
  | { kind: 'intake' }

export type Db = { pool: pg.Pool }

/** One open transaction under one scope. */
export type Tx = {
  /** For Kysely: `sql<Row>\`…\`.execute(tx.k)`. */
  k: Kysely<unknown>
  client: pg.PoolClient
  /** A named prepared statement, for measured hot paths. One name, one text. */
  prepared: <Row extends pg.QueryResultRow>(
    name: string,
    text: string,
    values: unknown[],
  ) => Promise<Row[]>
  /** Sent with the answer and the commit: nothing of the work comes after it. */
  last: (statement: Statement) => Promise<void>
}

/** The instant of this transaction, taken at the first call (after the row lock) and never before `notBefore`. */
export type TakeNow = (notBefore?: string | null) => string

export type Command<T = unknown> = {
  commandId: string
  /** What was asked, without `commandId`: the same id with other content is refused. */
  content: unknown
  /** Where an answer holds a secret: what to store of it, and how to answer from that again. */
  veil?: { store: (value: T) => unknown; recall: (stored: unknown) => T }
  /** What the work will read first: asked together with the question whether this was answered. */
  ahead?: Statement
}

type Clocked = { db: Db; now: () => string }

export async function rowsOf<Row>(tx: Pick<Tx, 'k'>, query: RawBuilder<Row>): Promise<Row[]> {
  return (await query.execute(tx.k)).rows
}

export async function firstOf<Row>(tx: Pick<Tx, 'k'>, query: RawBuilder<Row>): Promise<Row | null> {
  return (await query.execute(tx.k)).rows[0] ?? null
}

/**
 * Runs the work in one transaction in which the database knows who asks; `ahead` is what the work will read first.
 * Broken by a rival, it is tried again.
 */
export function inScope<T>(
  db: Db,
  scope: Scope,
  work: (tx: Tx) => Promise<T>,
  ahead?: Statement,
): Promise<T> {
  return again(() =>
    withClient(db, async (client) => {
      const { open } = await begin(client, beginText(scope, scopeActor(scope)), ahead)
      const value = await work(open.tx)
      await client.query(`${open.last}commit`)
      return value
    }),
  )
}

/** Sends what begins a transaction, and what is read ahead behind it. */
async function begin(client: pg.PoolClient, text: string, ahead: Statement | undefined) {
  const behind = ahead === undefined ? '' : await executeText(client, ahead)
  const results = (await client.query(text + behind)) as unknown as pg.QueryResult[]
  const open = openOn(client)
  open.last = ''
  open.ahead =
    ahead === undefined ? null : { statement: ahead, rows: (results.at(-1)?.rows ?? []) as never[] }
  return { open, results }
}

/**
 * One command, one effect, one answer: a repeat gets the stored answer, refusals included, and the same id with
 * other content `command_reused`. Work that refuses leaves nothing behind but its answer.
 */
export function once<T, R extends string>(
  app: Clocked,
  actor: { id: string },
  scope: Scope,
  command: Command<T>,
  work: (tx: Tx, now: TakeNow) => Promise<Result<T, R>>,
): Promise<Result<T, R | 'command_reused'>> {
  assert(isUuid(command.commandId), 'a command id is a UUID')
  const key: CommandKey = {
    actor: actor.id,
    commandId: command.commandId,
    hash: hashOf(command.content),
    recall: command.veil?.recall as CommandKey['recall'],
  }
  const first = beginText(scope, actor.id) + lookupText(key)
  return again(() =>
    withClient(app.db, async (client) => {
      const { open, results } = await begin(client, first, command.ahead)
      const known = storedAnswer<T, R>(results, key)
      if (known !== null) {
        await client.query('commit')
        return known
      }
      const now = takeNow(app.now)
      const worked = await unlessAnswered(client, () => work(open.tx, now))
      if (worked === null) return readAnswer<T, R>(client, first, key)
      const answer = worked
      const kept =
        answer.ok && command.veil ? { ok: true, value: command.veil.store(answer.value) } : answer
      const done = answer.ok ? open.last : `rollback;${beginText(scope, actor.id)}`
      const keep = `${done}${insertText(key, kept, now())}commit`
      return (await keptFirst(client, keep)) ? answer : readAnswer<T, R>(client, first, key)
    }),
  )
}

/** One question in one message, which is a transaction of its own. The text holds its values. */
export function askInScope<Row>(db: Db, scope: Scope, text: string): Promise<Row[]> {
  return withClient(db, async (client) => {
    const sent = `${beginText(scope, scopeActor(scope))}${text};commit`
    const results = (await client.query(sent)) as unknown as pg.QueryResult[]
    return (results.at(-2)?.rows ?? []) as Row[]
  })
}

/** A transaction that begins with a message of one's own and ends with one: for batches.ts. */
export function withBegun<Row, T>(
  db: Db,
  first: string,
  work: (tx: Tx, found: Row[]) => Promise<{ value: T; last: string }>,
): Promise<T> {
  return withClient(db, async (client) => {
    const { open, results } = await begin(client, first, undefined)
    const { value, last } = await work(open.tx, (results.at(-1)?.rows ?? []) as Row[])
    await client.query(`${open.last}${last}commit`)
    return value
  })
}

type CommandKey = {
  actor: string
  commandId: string
  hash: string
  recall: ((stored: unknown) => unknown) | undefined
}

function takeNow(clock: () => string): TakeNow {
  let taken: string | null = null
  return (notBefore) => {
    taken ??= clock()
    if (notBefore && Date.parse(notBefore) > Date.parse(taken)) taken = notBefore
    return taken
  }
}

/** The same command is being answered by another transaction: its rows, or its answer, stand where ours would. */
const isRepeat = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && /command_id|^commands_pkey$/.test(error.constraint ?? '')

/** Null when the same command is being answered by another transaction. */
async function unlessAnswered<T>(client: pg.PoolClient, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (!isRepeat(error)) throw error
    await client.query('rollback')
    return null
  }
}

/** False when the same command was answered meanwhile by another transaction. */
async function keptFirst(client: pg.PoolClient, text: string): Promise<boolean> {
  try {
    await client.query(text)
    return true
  } catch (error) {
    if (!isRepeat(error)) throw error
    await client.query('rollback')
    return false
  }
}

async function readAnswer<T, R extends string>(
  client: pg.PoolClient,
  first: string,
  key: CommandKey,
) {
  const known = storedAnswer<T, R>((await begin(client, first, undefined)).results, key)
  await client.query('commit')
  assert(known !== null, 'a command that was answered meanwhile has an answer')
  return known
}

function storedAnswer<T, R extends string>(
  results: readonly pg.QueryResult[],
  key: CommandKey,
): Result<T, R | 'command_reused'> | null {
  // After the begin and the scope; what is read ahead comes behind.
  const row = results[2]?.rows[0] as { same: boolean; answer: Result<unknown, R> } | undefined
  if (row === undefined) return null
  if (!row.same) return refused('command_reused')
  const { answer } = row
  if (!answer.ok) return answer
  return { ok: true, value: (key.recall ? key.recall(answer.value) : answer.value) as T }
}

/**
 * Begin and scope in one message: literals are escaped, since the simple protocol takes no parameters. What is not
 * set here is empty: settings of the transaction before ended with it.
 */
export function beginText(scope: Scope, actor: string): string {
  const values = Object.entries({ scope: scope.kind, actor, ...scopeSettings(scope) }).map(
    ([name, value]) => `set_config('app.${name}',${quoted(value)},true)`,
  )
  return `begin;select ${values.join(',')};`
}

function scopeSettings(scope: Scope): Record<string, string> {
  if (scope.kind === 'voice') return { voice: `${scope.caseId}:${scope.voice}` }
  if (scope.kind !== 'staff') return {}
  return {
    person: scope.personId,
    roots: scope.roots.join(','),
    units: scope.units.join(','),
  }
}

function scopeActor(scope: Scope): string {
  if (scope.kind === 'staff') return scope.personId
  return scope.kind === 'voice' ? `voice:${scope.caseId}:${scope.voice}` : scope.kind
}

const lookupText = (key: CommandKey): string =>
  `select content_hash='\\x${key.hash}'::bytea as same,answer from kit.commands ` +
  `where actor=${quoted(key.actor)} and command_id='${key.commandId}';`

export const insertText = (
  key: Pick<CommandKey, 'actor' | 'commandId' | 'hash'>,
  answer: unknown,
  at: string,
): string =>
  'insert into kit.commands (actor,command_id,content_hash,answer,answered_at) values ' +
  `(${quoted(key.actor)},'${key.commandId}','\\x${key.hash}',${quoted(JSON.stringify(answer))},${quoted(at)});`

export function hashOf(content: unknown): string {
  return createHash('sha256').update(canonical(content)).digest('hex')
}

/** Equal by value means equal text: keys in order, absent and undefined alike. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const pairs = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${pairs.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`
}

/** A rolled-back client goes back to the pool; one that cannot even roll back is thrown away. */
async function withClient<T>(db: Db, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await db.pool.connect().catch((error: unknown) => {
    throw asTrouble(error)
  })
  let broken = false
  try {
    return await work(client)
  } catch (error) {
    await client.query('rollback').catch(() => {
      broken = true
    })
    throw asTrouble(error)
  } finally {
    client.release(broken)
  }
}

const rivalCodes = new Set(['40001', '40P01'])

async function again<T>(attempt: () => Promise<T>, left = 4): Promise<T> {
  try {
    return await attempt()
  } catch (error) {
    const rival = error instanceof pg.DatabaseError && rivalCodes.has(error.code ?? '')
    if (!rival || left === 0) throw error
    await new Promise((resume) => setTimeout(resume, Math.random() * 20 * (5 - left)))
    return again(attempt, left - 1)
  }
}

const brokenCodes = /^(08|53|57P|58|25P03)|^ECONN|^EPIPE$|^ENOENT$|^ETIMEDOUT$/

/** What the world did (a lost connection, a full disk, too many connections) becomes trouble; the rest is a fault. */
function asTrouble(error: unknown): unknown {
  const { code, message } = error as { code?: string; message?: string }
  const lost = /Connection terminated|timeout exceeded when trying to connect|not queryable/.test(
    message ?? '',
  )
  if (!lost && !brokenCodes.test(code ?? '')) return error
  return new Trouble('db', 'the database does not answer', { cause: error })
}

/** What a connection's transaction is at: rows read ahead of the work, and the statement that ends it. */
type Open = {
  tx: Tx
  ahead: { statement: Statement; rows: never[] } | null
  last: string
}

const openOf = new WeakMap<pg.PoolClient, Open>()

function openOn(client: pg.PoolClient): Open {
  const known = openOf.get(client)
  if (known !== undefined) return known
  const open: Open = { tx: txOn(client, () => open), ahead: null, last: '' }
  openOf.set(client, open)
  return open
}

function txOn(client: pg.PoolClient, at: () => Open): Tx {
  const beforeLast = () => assert(at().last === '', 'nothing is sent after the last statement')
  const held = {
    query: (text: string, values: unknown[]) => {
      beforeLast()
      return client.query(text, values)
    },
    release: () => undefined,
  }
  const pool = { connect: async () => held, end: async () => undefined }
  return {
    k: new Kysely<unknown>({ dialect: new PostgresDialect({ pool: pool as never }) }),
    client,
    prepared: async <Row extends pg.QueryResultRow>(
      name: string,
      text: string,
      values: unknown[],
    ) => {
      const open = at()
      const { ahead } = open
      open.ahead = null
      if (ahead?.statement.name === name && isSame(ahead.statement.values, values))
        return ahead.rows as Row[]
      beforeLast()
      return (await client.query<Row>({ name, text, values })).rows
    },
    last: async (statement) => {
      beforeLast()
      at().last = `${generic}${await executeText(client, statement)}`
    },
  }
}

/** Large and always alike: planned once a connection and not once for each of the first five. */
const generic = 'set local plan_cache_mode = force_generic_plan;'

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((value, i) => value === b[i])
