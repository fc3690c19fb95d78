// What hangs on a command: photos and recordings. Kept on the device before the command is, sent before it, named in it
// by their content hash, and cleared away only when no command needs them any more.
import { NoConnectionError, RefusalError, sendFile } from './api.ts'
import { deviceStore } from './device-store.ts'
import { type Arrived, keep, type Kept, keptByAll } from './drafts.ts'
import { now } from './now.ts'
import { attachmentMark, attachmentsIn } from './placeholders.ts'

type Attachment = {
  key: string
  owner: string
  /** Where it is taken in: the answer names its hash. */
  url: string
  name: string
  blob: Blob
  keptAt: string
}

const store = deviceStore<Attachment>('attachments')

export type Attaching = { id: string; owner: string; url: string; name: string; blob: Blob }

/** Keeps it on the device and answers with the mark by which a command refers to it. */
export async function attach({ id, ...rest }: Attaching): Promise<string> {
  const key = attachmentMark(id)
  await store.put({ ...rest, key, keptAt: now() })
  return key
}

/** The server takes unused uploads away after a day: one that lies longer than this is sent once more. */
const stillThereMs = 12 * 3_600_000
const patienceMs = 10 * 60_000

export type Carrying = { n: number; max: number } | null
let carrying: Carrying = null
const watchers = new Set<() => void>()

export const carryingNow = (): Carrying => carrying
export function watchCarrying(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => void watchers.delete(watcher)
}
function tell(next: Carrying): void {
  carrying = next
  for (const watcher of watchers) watcher()
}

/** Sends what has not arrived; the command as it then stands knows every hash. */
export async function carryFirst(command: Kept): Promise<Kept> {
  const marks = attachmentsIn(command.request)
  let carried = command
  try {
    for (const [i, mark] of marks.entries()) {
      if (isThere(carried.arrived[mark])) continue
      tell({ n: i + 1, max: marks.length })
      const arrived = { ...carried.arrived, [mark]: await carryOne(mark, command.owner) }
      carried = { ...carried, arrived }
      await keep(carried)
    }
  } finally {
    tell(null)
  }
  return carried
}

const isThere = (arrived: Arrived | undefined): boolean =>
  arrived !== undefined && Date.parse(now()) - Date.parse(arrived.at) < stillThereMs

/** The browser cleared it away, or another phone's copy was restored: its author is told, in words. */
export const attachmentGone = 'attachment_gone'

async function carryOne(mark: string, owner: string): Promise<Arrived> {
  const found = await store.get(mark)
  if (found === null || found.owner !== owner)
    throw new RefusalError(422, { refusal: attachmentGone })
  const person = owner === 'open' ? {} : { author: owner }
  const signal = AbortSignal.timeout(patienceMs)
  const { body } = await sendFile(found.url, found, { signal, ...person })
  const { hash } = body as { hash?: unknown }
  if (typeof hash !== 'string') throw new NoConnectionError('an answer without a hash')
  return { hash, at: now() }
}

const unneededMs = 86_400_000

/** Takes away what no command refers to: at once what belonged to `command`, the rest after a day. */
export async function clearAttachments(command?: Kept): Promise<void> {
  const needed = new Set((await keptByAll()).flatMap(({ request }) => attachmentsIn(request)))
  const own = new Set(command === undefined ? [] : attachmentsIn(command.request))
  for (const { key, keptAt } of await store.all()) {
    if (needed.has(key)) continue
    const old = Date.parse(now()) - Date.parse(keptAt) > unneededMs
    if (own.has(key) || old) await store.remove(key)
  }
}
