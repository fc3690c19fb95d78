// Something to tell somebody's telephone, mailbox or browser: written down sealed in the transaction that has it to tell, and
// carried by a job, once for each cause.
import type { Channel } from '#core/notices/message.ts'
import type { App } from '../app.ts'
import type { Tx } from '../kit/db.ts'
import { addJob } from '../kit/jobs.ts'
import type { FieldPlace } from '../kit/seal-fields.ts'
import { addMessage } from './store-messages.ts'

export { dropWaiting, messagesUnderway } from './store-messages.ts'

export type Telling = {
  /** The area in whose name it is told. */
  communityId: number
  channel: Channel
  kind: string
  /** Names what happened, and nobody: the same cause never reaches the same address twice. */
  cause: string
  to: string
  subject: string | null
  text: string
  headers?: Readonly<Record<string, string>>
  /** After this it is of no use, and not sent. */
  expiresAt: string
  /** Who wants to know if the address is found to be gone for good. */
  whenGone?: WhenGone
}
export type WhenGone = { task: string; payload: Record<string, string> }

export type Sealed = Pick<Telling, 'to' | 'subject' | 'text'> & {
  headers: Record<string, string>
  whenGone?: WhenGone
}

export const messagePlace = (communityId: number, id: string): FieldPlace => ({
  table: 'notices.messages',
  column: 'message',
  communityId,
  caseId: id,
  voice: 0,
})

/** Equal for equal addresses, and equal to nothing else that is kept of them. */
export const addressIndex = (app: Pick<App, 'keys'>, channel: Channel, to: string): string =>
  app.keys.blindIndex('secret', `message ${channel} ${to}`)

/** In job scope. False if this address was told of this cause before. */
export async function sendMessage(app: App, tx: Tx, telling: Telling): Promise<boolean> {
  const { communityId, channel, kind, cause, to, subject, text, headers, expiresAt } = telling
  const { whenGone } = telling
  const id = app.newId()
  const sealed: Sealed = {
    to,
    subject,
    text,
    headers: { ...headers },
    ...(whenGone && { whenGone }),
  }
  const added = await addMessage(tx, {
    communityId,
    id,
    channel,
    kind,
    cause,
    toIndex: addressIndex(app, channel, to),
    sealed: app.keys.seal(JSON.stringify(sealed), messagePlace(communityId, id)),
    at: app.now(),
    expiresAt,
  })
  if (added) await addJob(tx, { task: 'send_messages', payload: {}, key: `message ${id}` })
  return added
}
