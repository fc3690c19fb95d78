// Sealing: a job binds committed rows of an append-only journal into a hash chain per community. Intake never waits
// for it. The head of every chain is also kept in a file outside the database, so that cutting off its end shows.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type RawBuilder, sql } from 'kysely'
import { type Db, type Tx, firstOf, inScope, rowsOf } from './db.ts'

export type Journal = {
  /** schema.table */
  name: string
  /** The column with the transaction that wrote the row, and the one that counts rows. */
  tx: string
  seq: string
  key: string[]
}

export type Seal = {
  communityId: number
  journal: string
  serial: number
  keys: string[]
  seqs: number[]
  digests: Buffer
  prevHash: Buffer
  hash: Buffer
  sealedAt: string
}

export type Position = { tx: string; seq: number }

export const firstPrevHash = Buffer.alloc(32)
const batchRows = 5000
const batchesMax = 200

export type SealApp = { db: Db; now: () => string; config: { dataFolder: string } }

/** Seals what has been committed since the last time, and says how many rows that were. */
export async function sealJournals(app: SealApp, journals: readonly Journal[]): Promise<number> {
  let sealed = 0
  for (const journal of journals)
    for (let batch = 0; batch < batchesMax; batch += 1) {
      const made = await inScope(app.db, { kind: 'job' }, (tx) => sealBatch(tx, journal, app.now()))
      if (made.length === 0) break
      witness(app.config.dataFolder, made)
      sealed += made.reduce((sum, seal) => sum + seal.keys.length, 0)
    }
  return sealed
}

async function sealBatch(tx: Tx, journal: Journal, at: string): Promise<Seal[]> {
  // One sealer at a time: two would fork the chains.
  await sql`select pg_advisory_xact_lock(hashtext(${`seal ${journal.name}`}))`.execute(tx.k)
  const rows = await rowsOf(tx, committedAfter(journal, await readPosition(tx, journal.name)))
  const last = rows.at(-1)
  if (last === undefined) return []
  const made: Seal[] = []
  for (const [communityId, own] of groupByCommunity(rows))
    made.push(await addSeal(tx, { communityId, journal: journal.name, rows: own, at }))
  await writePosition(tx, journal.name, { tx: last.tx, seq: last.seq })
  return made
}

export type JournalRow = {
  communityId: number
  tx: string
  seq: number
  key: string
  digest: Buffer
}

/** What a row says, without its place: jsonb orders keys, and an absent fact equals a null one. */
export function rowColumns(journal: Journal): RawBuilder<unknown> {
  const key = journal.key.map((column) => sql`j.${sql.ref(column)}::text`)
  return sql`
         j.community_id            as "communityId",
         j.${sql.ref(journal.tx)}::text as tx,
         j.${sql.ref(journal.seq)} as seq,
         concat_ws('/', ${sql.join(key)}) as key,
         sha256(convert_to(jsonb_strip_nulls(to_jsonb(j) - ${journal.tx}::text - ${journal.seq}::text)::text, 'UTF8')) as digest`
}

/** Below the oldest transaction still running nothing can appear any more, so no row is ever skipped. */
function committedAfter(journal: Journal, after: Position): RawBuilder<JournalRow> {
  const [tx, seq] = [sql.ref(`j.${journal.tx}`), sql.ref(`j.${journal.seq}`)]
  return sql<JournalRow>`
    select ${rowColumns(journal)}
      from ${sql.table(journal.name)} j
     where (${tx}, ${seq}) > (${after.tx}::xid8, ${after.seq}::bigint)
       and ${tx} < pg_snapshot_xmin(pg_current_snapshot())
     order by ${tx}, ${seq}
     limit ${batchRows}`
}

function groupByCommunity(rows: JournalRow[]): Map<number, JournalRow[]> {
  const groups = new Map<number, JournalRow[]>()
  for (const row of rows) {
    const group = groups.get(row.communityId)
    if (group === undefined) groups.set(row.communityId, [row])
    else group.push(row)
  }
  return groups
}

type NewSeal = { communityId: number; journal: string; rows: JournalRow[]; at: string }

export async function addSeal(tx: Tx, { communityId, journal, rows, at }: NewSeal): Promise<Seal> {
  const last = await firstOf(
    tx,
    sql<{ serial: number; hash: Buffer }>`
    select serial, hash
      from kit.seals
     where community_id = ${communityId}
       and journal      = ${journal}
     order by serial desc
     limit 1`,
  )
  const unbound = {
    communityId,
    journal,
    serial: (last?.serial ?? 0) + 1,
    keys: rows.map((row) => row.key),
    seqs: rows.map((row) => row.seq),
    digests: Buffer.concat(rows.map((row) => row.digest)),
    prevHash: last?.hash ?? firstPrevHash,
    sealedAt: at,
  }
  const seal: Seal = { ...unbound, hash: sealHash(unbound) }
  await sql`
    insert into kit.seals (community_id, journal, serial, keys, seqs, digests, prev_hash, hash, sealed_at)
    values (${communityId}, ${journal}, ${seal.serial}, ${seal.keys}, ${seal.seqs},
            ${seal.digests}, ${seal.prevHash}, ${seal.hash}, ${at})`.execute(tx.k)
  return seal
}

/** Everything a seal says, and the seal before it. */
export function sealHash(seal: Omit<Seal, 'hash'>): Buffer {
  const { communityId, journal, serial, keys, seqs, sealedAt } = seal
  return createHash('sha256')
    .update(seal.prevHash)
    .update(JSON.stringify([communityId, journal, serial, keys, seqs, sealedAt]))
    .update(seal.digests)
    .digest()
}

export async function readPosition(tx: Pick<Tx, 'k'>, journal: string): Promise<Position> {
  const row = await firstOf(
    tx,
    sql<{
      value: Position
    }>`select value from kit.settings where name = ${`follow.seal.${journal}`}`,
  )
  return row?.value ?? { tx: '0', seq: 0 }
}

export async function writePosition(
  tx: Pick<Tx, 'k'>,
  journal: string,
  position: Position,
): Promise<void> {
  await sql`
    insert into kit.settings (name, value)
    values (${`follow.seal.${journal}`}, ${JSON.stringify(position)}::jsonb)
        on conflict (name) do update set value = excluded.value`.execute(tx.k)
}

/** Heads by `journal/community`, outside the database. */
export type Heads = Record<string, { serial: number; hash: string }>

const headsFile = (dataFolder: string) => join(dataFolder, 'seal-heads.json')

export function readHeads(dataFolder: string): Heads | null {
  const file = headsFile(dataFolder)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Heads) : null
}

export function writeHeads(dataFolder: string, heads: Heads): void {
  const file = headsFile(dataFolder)
  writeFileSync(`${file}.new`, JSON.stringify(heads), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

export function witness(dataFolder: string, seals: Seal[]): void {
  const heads = readHeads(dataFolder) ?? {}
  for (const { journal, communityId, serial, hash } of seals)
    heads[`${journal}/${communityId}`] = { serial, hash: hash.toString('hex') }
  writeHeads(dataFolder, heads)
}
