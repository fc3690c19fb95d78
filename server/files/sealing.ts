// Goes through all files by night, and when keys change: what lies plain or under an older key is sealed with the present
// one, and bytes that no row knows any more are taken away. A run that was stopped is simply begun again.
import { toMs } from '#core/kit/time.ts'
import type { App } from '../app.ts'
import { type Tx, inScope } from '../kit/db.ts'
import { fileKeyIdOf } from '../kit/sealed-file.ts'
import type { FileKey, LyingFile, RawStore } from './file-store.ts'
import { AlteredFile, type SealingKeys, sealedStore } from './sealed-store.ts'
import { dropHeld, holdRowless, lockFiles } from './store.ts'

type Sealing = Pick<App, 'db' | 'now'> & { keys: SealingKeys; rawFiles: RawStore }
export type Sealed = {
  sealed: number
  /** Neither read nor touched: what was altered stays for whoever looks into it. */
  altered: string[]
  /** Bytes without a row and drafts of a killed process, older than a day. */
  removed: number
}

const batch = 50
/** Bytes are written before their row is seen by others. */
const youngMs = 86_400_000

export async function sealFiles(
  app: Sealing,
  told: (looked: number) => void = () => undefined,
): Promise<Sealed> {
  const total: Sealed = { sealed: 0, altered: [], removed: 0 }
  let looked = 0
  let waiting: LyingFile[] = []
  for await (const file of app.rawFiles.lying()) {
    waiting.push(file)
    looked += 1
    if (waiting.length < batch) continue
    await sealBatch(app, waiting, total)
    waiting = []
    told(looked)
  }
  await sealBatch(app, waiting, total)
  // Half of a picture is one, too, and no row names it: nobody else would ever take it away.
  total.removed += await app.rawFiles.dropDrafts(toMs(app.now()) - youngMs)
  return total
}

/** Under the lock of their rows: nothing is sealed anew that is removed at the same time. */
async function sealBatch(app: Sealing, files: readonly LyingFile[], total: Sealed): Promise<void> {
  const current = app.keys.current()
  const before = toMs(app.now()) - youngMs
  const due = files.filter((file) => file.changedAt < before || keyIn(file) !== current)
  if (due.length === 0) return
  await inScope(app.db, { kind: 'job' }, async (tx) => {
    const hashes = [...new Set(due.map(({ key }) => key.hash))]
    const known = new Set((await lockFiles(tx, hashes)).map(({ hash }) => hash))
    for (const file of due) if (known.has(file.key.hash)) await sealOne(app, file, total)
    const rowless = due.filter((file) => !known.has(file.key.hash) && file.changedAt < before)
    total.removed += await removeRowless(app, tx, rowless)
  })
}

/** The row of a photo that is just being put down is seen by nobody yet: only who can lay one himself knows there is none. */
async function removeRowless(app: Sealing, tx: Tx, files: readonly LyingFile[]): Promise<number> {
  if (files.length === 0) return 0
  const hashes = [...new Set(files.map(({ key }) => key.hash))]
  const held = (await holdRowless(tx, hashes, app.now())).map(({ hash }) => hash)
  const free = files.filter(({ key }) => held.includes(key.hash))
  for (const { key } of free) await app.rawFiles.remove(key)
  await dropHeld(tx, held)
  return free.length
}

async function sealOne(app: Sealing, file: LyingFile, total: Sealed): Promise<void> {
  if (keyIn(file) === app.keys.current()) return
  const store = sealedStore(app.rawFiles, app.keys)
  try {
    const plain = await store.get(file.key)
    if (plain === null) return
    await store.put(file.key, plain)
    total.sealed += 1
  } catch (error) {
    if (!(error instanceof AlteredFile)) throw error
    total.altered.push(nameOf(file.key))
  }
}

const keyIn = ({ head }: LyingFile): string | null => fileKeyIdOf(head)

const nameOf = ({ hash, variant }: FileKey) => (variant === 'thumb' ? `${hash}.thumb` : hash)

/** How many files each key seals; '' are the plain ones. */
export async function fileUses(store: RawStore): Promise<Map<string, number>> {
  const uses = new Map<string, number>()
  for await (const file of store.lying()) {
    const id = keyIn(file) ?? ''
    uses.set(id, (uses.get(id) ?? 0) + 1)
  }
  return uses
}

/** Reads every file, and names those that are not what they were. */
export async function alteredFiles(
  app: Pick<Sealing, 'keys' | 'rawFiles'>,
  told: (looked: number) => void,
): Promise<{ looked: number; altered: string[] }> {
  const found = { looked: 0, altered: [] as string[] }
  for await (const { key } of app.rawFiles.lying()) {
    found.looked += 1
    told(found.looked)
    try {
      await sealedStore(app.rawFiles, app.keys).get(key)
    } catch (error) {
      if (!(error instanceof AlteredFile)) throw error
      found.altered.push(nameOf(key))
    }
  }
  return found
}
