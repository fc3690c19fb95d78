// Carries what waits to the server: attachments before their command, steps of one case in their author's order, what a
// receipt tells on to the steps behind it. Fetched by the outbox when there is something to carry.
import { RefusalError } from './api.ts'
import { carryFirst, clearAttachments } from './attachments.ts'
import { forget, keep, type Kept, kept } from './drafts.ts'
import { deliver, isTrouble, WaitsBehindError } from './outbox.ts'
import { caseMark, casesIn, taught, withHashes } from './placeholders.ts'

/** What the author did before on the same case goes first; the line carries them in his order. */
export function sendBehindOthers(command: Kept): Promise<unknown> {
  return inTurn(command, async () => {
    const before = (await kept(command.owner)).filter(
      (one) => one.about === command.about && one.seq < command.seq,
    )
    for (const earlier of before) await bringFirst(earlier)
    const own = await find(command)
    // Sent meanwhile by the other sender of this page: its receipt is the answer, nothing needs to go twice.
    if (own === undefined && answered.has(command.commandId)) return answered.get(command.commandId)
    return bring(own ?? command)
  })
}

async function bringFirst(earlier: Kept): Promise<void> {
  if (earlier.refusal !== null) throw new WaitsBehindError('an earlier step was refused')
  try {
    await bring(earlier)
  } catch (cause) {
    // Without a line nothing is behind anything: only a ruling on the earlier step holds the later one up.
    if (!(cause instanceof RefusalError)) throw cause
    throw new WaitsBehindError('an earlier step waits', { cause })
  }
}

const find = async ({ owner, commandId }: Kept): Promise<Kept | undefined> =>
  (await kept(owner)).find((one) => one.commandId === commandId)

async function bring(command: Kept): Promise<unknown> {
  const carried = await withAttachments(command)
  if (casesIn(carried.request).length > 0) throw new WaitsBehindError('its case has no number yet')
  // What is kept goes on naming its attachments: they are sent again if they must.
  const answer = await deliver({ ...carried, request: withHashes(carried) }, (told) =>
    passOn(carried, told),
  )
  noteAnswer(command.commandId, answer)
  await clearAttachments(carried)
  return answer
}

/** A photo that is refused is a refusal of its command. */
async function withAttachments(command: Kept): Promise<Kept> {
  try {
    return await carryFirst(command)
  } catch (error) {
    if (error instanceof RefusalError && !isTrouble(error))
      await keep({ ...command, refusal: error.refusal })
    throw error
  }
}

/** Later commands learn what this one's receipt tells, before it is forgotten: the number of a new case, the version. */
async function passOn(command: Kept, answer: unknown): Promise<void> {
  for (const later of await kept(command.owner)) {
    if (later.seq <= command.seq) continue
    const next = taught(later, command, answer)
    if (next.about !== later.about || next.request !== later.request) await keep(next)
  }
}

const answered = new Map<string, unknown>()
const answeredMax = 50

function noteAnswer(commandId: string, answer: unknown): void {
  if (answered.size >= answeredMax) answered.clear()
  answered.set(commandId, answer)
}

/** Of a report that was not taken: what followed it has no case to go to, and its author is told so. */
export const reportRefused = 'report_refused'

/** The author has read why a report was refused: what was to follow it is told to have no case. */
export async function putReportAside({ commandId, owner }: Kept): Promise<void> {
  for (const one of await kept(owner))
    if (one.about === caseMark(commandId) && one.commandId !== commandId)
      await keep({ ...one, refusal: reportRefused })
  await forget(commandId)
}

/** Sends what waits, in order. A refusal stops the queue of its case, a lost line stops everything. */
export async function sendWaiting(owner: string): Promise<void> {
  const stopped = new Set<string>()
  for (const { commandId } of await kept(owner)) {
    // Read again: an earlier receipt may have taught it, another page may have sent it.
    const command = (await kept(owner)).find((one) => one.commandId === commandId)
    if (command === undefined) continue
    const queue = queueOf(command)
    if (command.refusal !== null || stopped.has(queue)) {
      stopped.add(queue)
      continue
    }
    try {
      await inTurn(command, async () => {
        const still = await find(command)
        if (still?.refusal === null) await bring(still)
      })
    } catch (error) {
      if (stopsEverything(error)) return
      stopped.add(queue)
    }
  }
}

const queueOf = ({ about, commandId }: Kept): string => about ?? commandId

/** No line, or nobody signed in: the next one would fare no better. A fault is about this command only. */
function stopsEverything(error: unknown): boolean {
  if (error instanceof WaitsBehindError) return false
  return !(error instanceof RefusalError) || (isTrouble(error) && error.refusal !== 'fault')
}

const turns = new Map<string, Promise<unknown>>()

/** One sender at a time for each queue, over all pages of this browser where it can tell them apart. */
function inTurn<T>(command: Kept, work: () => Promise<T>): Promise<T> {
  const queue = `linli ${command.owner} ${queueOf(command)}`
  const locks = globalThis.navigator?.locks
  if (locks !== undefined) return locks.request(queue, work) as Promise<T>
  const turn = (turns.get(queue) ?? Promise.resolve()).then(work, work)
  turns.set(queue, turn)
  const leave = () => void (turns.get(queue) === turn && turns.delete(queue))
  turn.then(leave, leave)
  return turn
}
