// Commands outlive the line: kept before they are sent, deleted only on a receipt that names their id. A refusal is
// an answer too, but the command stays until its author has seen it. What goes in order or carries attachments is the
// courier's work, which is fetched when it is needed.
import type { Endpoint, InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Answer, NoConnectionError, RefusalError, requestFor, send } from './api.ts'
import { forget, keep, type Kept, keepNew, kept, type NewCommand } from './drafts.ts'
import { now } from './now.ts'

/** Made once per decision of a person, not per attempt: keep it with the form and send it again unchanged. */
export function newCommandId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16)) // plain http in a local network has no randomUUID
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Our server names the command it has received; a proxy's 200 page does not. */
export function isReceipt({ headers }: Answer, commandId: string): boolean {
  return headers.get('x-linli-receipt') === commandId
}

/** An earlier step of the same case has not gone through: this one waits behind it. */
export class WaitsBehindError extends NoConnectionError {
  override name = 'WaitsBehindError'
}

type CommandOf<E extends Endpoint> = InputOf<E> & { commandId: string }
type Sending = { owner: string; about?: string | null }

/** Keeps, sends, and forgets on receipt. Throws RefusalError or NoConnectionError; in the latter case it stays kept. */
export async function sendCommand<E extends Endpoint>(
  endpoint: E,
  input: CommandOf<E>,
  sending: Sending,
): Promise<OutputOf<E>> {
  const command = await keepNew(prepared(endpoint, input, sending))
  if (command.about === null) return (await deliver(command)) as OutputOf<E>
  return (await (await courier()).sendBehindOthers(command)) as OutputOf<E>
}

/** A command ready to be kept, not sent yet: several of them are kept first and go one by one. */
export function prepared<E extends Endpoint>(
  endpoint: E,
  input: CommandOf<E>,
  { owner, about = null }: Sending,
): NewCommand {
  return {
    commandId: input.commandId,
    owner,
    endpoint: endpoint.name,
    about,
    request: requestFor(endpoint, input as Record<string, unknown>),
    madeAt: now(),
    arrived: {},
    refusal: null,
  }
}

type Courier = {
  sendBehindOthers: (command: Kept) => Promise<unknown>
  sendWaiting: (owner: string) => Promise<void>
}
let fetchCourier: () => Promise<Courier> = () => Promise.reject(new Error('no courier was named'))

/** Named by the door, for the courier knows this file. */
export function carryWith(fetch: () => Promise<Courier>): void {
  fetchCourier = fetch
}

const courier = () =>
  fetchCourier().catch((cause: unknown) => {
    throw new NoConnectionError('the page has not all its parts', { cause })
  })

const patienceMs = 60_000

/** `learn` hears the answer before the command is forgotten. */
export async function deliver(
  command: Kept,
  learn: (answer: unknown) => Promise<void> = async () => undefined,
): Promise<unknown> {
  try {
    const author = command.owner === 'open' ? undefined : command.owner
    const answer = await send(command.request, AbortSignal.timeout(patienceMs), author)
    if (!isReceipt(answer, command.commandId))
      throw new NoConnectionError('an answer without a receipt')
    await learn(answer.body)
    await forget(command.commandId)
    return answer.body
  } catch (error) {
    if (error instanceof RefusalError && !isTrouble(error))
      await keep({ ...command, refusal: error.refusal })
    throw error
  }
}

/** The world failed or must be waited for: not a ruling on the command, so it waits and is sent again. */
export function isTrouble({ refusal }: RefusalError): boolean {
  return (
    refusal === 'trouble' ||
    refusal === 'fault' ||
    refusal === 'too_many_tries' ||
    refusal === 'not_signed_in'
  )
}

/** What still waits, and what was refused and not yet seen. */
export async function waiting(owner: string): Promise<Kept[]> {
  return kept(owner)
}

/** The author has read the refusal. */
export async function putAside(commandId: string): Promise<void> {
  await forget(commandId)
}

/** Sends what waits, in order. A refusal stops the queue of its case, a lost line stops everything. */
export async function sendWaiting(owner: string): Promise<void> {
  const found = await courier().catch(() => null)
  await found?.sendWaiting(owner)
}
