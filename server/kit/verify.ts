// Reads the journals again beside their seals and names every row that was altered, removed, inserted or reordered,
// every seal that does not bind, and what is not sealed yet.
import { sql } from 'kysely'
import { type Db, type Tx, inScope, rowsOf } from './db.ts'
import {
  type Heads,
  type Journal,
  type JournalRow,
  type Position,
  type Seal,
  firstPrevHash,
  readHeads,
  readPosition,
  rowColumns,
  sealHash,
} from './seal.ts'

export type Finding = {
  kind: 'altered' | 'removed' | 'inserted' | 'reordered' | 'broken seal' | 'missing seal'
  journal: string
  communityId: number
  /** The row's key, or the seal's serial. */
  what: string
}
export type Verdict = { sealed: number; unsealed: string[]; findings: Finding[] }

type Verified = { db: Db; config: { dataFolder: string } }

export async function verifyJournals(
  app: Verified,
  journals: readonly Journal[],
  told: (community: number, of: number) => void = () => undefined,
): Promise<Verdict> {
  const verdict: Verdict = { sealed: 0, unsealed: [], findings: [] }
  const heads = readHeads(app.config.dataFolder) ?? {}
  for (const journal of journals) {
    const communities = await inScope(app.db, { kind: 'job' }, (tx) =>
      communitiesOf(tx, journal, heads),
    )
    for (const [at, communityId] of communities.entries()) {
      told(at + 1, communities.length)
      await inScope(app.db, { kind: 'job' }, (tx) =>
        verifyOne(tx, { journal, communityId, heads, verdict }),
      )
    }
  }
  return verdict
}

async function communitiesOf(tx: Tx, journal: Journal, heads: Heads): Promise<number[]> {
  const rows = await rowsOf(
    tx,
    sql<{ id: number }>`
    select community_id as id from kit.seals where journal = ${journal.name}
     union
    select community_id from ${sql.table(journal.name)}`,
  )
  const witnessed = Object.keys(heads)
    .filter((key) => key.startsWith(`${journal.name}/`))
    .map((key) => Number(key.split('/')[1]))
  return [...new Set([...rows.map((row) => row.id), ...witnessed])].sort((a, b) => a - b)
}

type One = { journal: Journal; communityId: number; heads: Heads; verdict: Verdict }
type Leaf = { digest: string; seq: number }

async function verifyOne(tx: Tx, { journal, communityId, heads, verdict }: One): Promise<void> {
  const find = (kind: Finding['kind'], what: string) =>
    verdict.findings.push({ kind, journal: journal.name, communityId, what })
  const seals = await sealsOf(tx, journal, communityId)
  checkChain(seals, find)
  checkHead(seals, heads[`${journal.name}/${communityId}`], find)
  const leaves = leavesOf(seals)
  verdict.sealed += leaves.size
  const position = await readPosition(tx, journal.name)
  for (const row of await rowsOfCommunity(tx, journal, communityId)) {
    const leaf = leaves.get(row.key)
    leaves.delete(row.key)
    if (leaf === undefined) {
      if (isAfter(row, position)) verdict.unsealed.push(`${journal.name} ${row.key}`)
      else find('inserted', row.key)
    } else if (leaf.digest !== row.digest.toString('hex')) find('altered', row.key)
    else if (leaf.seq !== row.seq) find('reordered', row.key)
  }
  for (const key of leaves.keys()) find('removed', key)
}

async function sealsOf(tx: Tx, journal: Journal, communityId: number): Promise<Seal[]> {
  return rowsOf(
    tx,
    sql<Seal>`
    select community_id as "communityId",
           journal,
           serial,
           keys,
           seqs,
           digests,
           prev_hash    as "prevHash",
           hash,
           sealed_at    as "sealedAt"
      from kit.seals
     where community_id = ${communityId}
       and journal      = ${journal.name}
     order by serial`,
  )
}

type Find = (kind: Finding['kind'], what: string) => void

function checkChain(seals: Seal[], find: Find): void {
  let last: Pick<Seal, 'serial' | 'hash'> = { serial: 0, hash: firstPrevHash }
  for (const seal of seals) {
    const follows = seal.serial === last.serial + 1
    for (let serial = last.serial + 1; serial < seal.serial; serial += 1)
      find('missing seal', `seal ${serial}`)
    const binds = !follows || seal.prevHash.equals(last.hash)
    if (!binds || !seal.hash.equals(sealHash(seal))) find('broken seal', `seal ${seal.serial}`)
    last = seal
  }
}

/** The chain alone cannot miss its own end: the file outside the database remembers how far it reached. */
function checkHead(seals: Seal[], head: Heads[string] | undefined, find: Find): void {
  if (head === undefined) return
  const seal = seals.find((candidate) => candidate.serial === head.serial)
  if (seal === undefined) find('missing seal', `seal ${head.serial}`)
  else if (seal.hash.toString('hex') !== head.hash) find('broken seal', `seal ${head.serial}`)
}

function leavesOf(seals: Seal[]): Map<string, Leaf> {
  const leaves = new Map<string, Leaf>()
  for (const seal of seals)
    for (const [at, key] of seal.keys.entries())
      leaves.set(key, {
        digest: seal.digests.subarray(32 * at, 32 * at + 32).toString('hex'),
        seq: seal.seqs[at] ?? 0,
      })
  return leaves
}

function rowsOfCommunity(tx: Tx, journal: Journal, communityId: number): Promise<JournalRow[]> {
  return rowsOf(
    tx,
    sql<JournalRow>`
    select ${rowColumns(journal)}
      from ${sql.table(journal.name)} j
     where j.community_id = ${communityId}
     order by j.${sql.ref(journal.seq)}`,
  )
}

function isAfter(row: JournalRow, position: Position): boolean {
  const [tx, sealedTx] = [BigInt(row.tx), BigInt(position.tx)]
  return tx > sealedTx || (tx === sealedTx && row.seq > position.seq)
}
