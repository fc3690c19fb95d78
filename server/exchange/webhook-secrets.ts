// Secrets of webhooks: made here, shown once, kept sealed, used to sign as Standard Webhooks has it.
import { createHmac, randomBytes } from 'node:crypto'
import { secretPrefix, signedContent } from '#core/exchange/webhook.ts'
import type { FieldKeys, FieldPlace } from '../kit/seal-fields.ts'

const secretBytes = 24

export const newWebhookSecret = (): string =>
  `${secretPrefix}${randomBytes(secretBytes).toString('base64')}`

export const placeOfSecret = (of: {
  areaId: number
  webhookId: string
  serial: number
}): FieldPlace => ({
  table: 'exchange.webhook_secrets',
  column: 'sealed',
  communityId: of.areaId,
  caseId: of.webhookId,
  voice: of.serial,
})

export type SealedSecret = { areaId: number; webhookId: string; serial: number; sealed: string }

export type Message = { id: string; seconds: number; body: string }

/** One signature for each secret that still holds, the newest first, as the header carries them. */
export function signaturesOf(
  keys: FieldKeys,
  secrets: readonly SealedSecret[],
  { id, seconds, body }: Message,
): string {
  return secrets
    .map((secret) => {
      const plain = keys.open(secret.sealed, placeOfSecret(secret)).slice(secretPrefix.length)
      const key = Buffer.from(plain, 'base64')
      const digest = createHmac('sha256', key).update(signedContent(id, seconds, body))
      return `v1,${digest.digest('base64')}`
    })
    .join(' ')
}
