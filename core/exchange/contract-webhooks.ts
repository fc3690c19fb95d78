// The wire of webhooks: who is told of what at which address. Secrets leave once, when they are made.
import { Type, type Static } from 'typebox'
import { endpoint, listOf, nullable, oneOf } from '#core/kit/contract.ts'
import { paged } from '#core/kit/cursor.ts'
import { CommandId } from '#core/kit/ids.ts'
import { eventKinds } from './webhook.ts'

const tags = ['exchange']
const Id = Type.String({ maxLength: 40 })
const none = Type.Object({})

export const webhookStates = ['active', 'failing', 'disabled', 'ended'] as const
export type WebhookState = (typeof webhookStates)[number]

export const WebhookView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  url: Type.String(),
  areaCode: Type.String(),
  areaName: Type.String(),
  kinds: Type.Array(oneOf(eventKinds)),
  tokenId: nullable(Type.String()),
  tokenName: nullable(Type.String()),
  readsCases: Type.Boolean({
    description: 'Its token reads cases now, so it hears of all of them.',
  }),
  state: oneOf(webhookStates),
  failingSince: nullable(Type.String()),
  disabledAt: nullable(Type.String()),
  endedAt: nullable(Type.String()),
  waiting: Type.Integer(),
  deliveredAt: nullable(Type.String()),
  olderSecretUntil: nullable(Type.String()),
})
export type WebhookView = Static<typeof WebhookView>

export const listWebhooks = endpoint({
  name: 'listWebhooks',
  method: 'GET',
  path: '/api/webhooks',
  access: 'staff',
  summary: 'Webhooks of the areas one keeps, without their secrets.',
  tags,
  input: Type.Object({ ...paged('uuid') }),
  output: listOf(WebhookView),
  refusals: {},
})

const Made = Type.Object({ id: Type.String(), secret: nullable(Type.String()) })

export const addWebhook = endpoint({
  name: 'addWebhook',
  method: 'POST',
  path: '/api/webhooks',
  access: 'staff',
  summary: 'Subscribes an address. The secret is shown once: a repeat of the command answers null.',
  tags,
  input: Type.Object({
    commandId: CommandId,
    name: Type.String({ minLength: 1, maxLength: 80 }),
    url: Type.String({ minLength: 8, maxLength: 500 }),
    areaCode: Type.String({ maxLength: 40 }),
    kinds: Type.Array(oneOf(eventKinds), { minItems: 1, uniqueItems: true }),
    tokenId: nullable(Id),
  }),
  output: Made,
  refusals: { no_such_area: 404, no_such_token: 404, address_refused: 422 },
})

const ofOne = { commandId: CommandId, id: Id }
const command = (name: string, path: string, summary: string) =>
  endpoint({
    name,
    method: 'POST',
    path: `/api/webhooks/:id/${path}`,
    access: 'staff',
    summary,
    tags,
    input: Type.Object(ofOne),
    output: none,
    refusals: { no_such_webhook: 404 },
  })

export const endWebhook = command('endWebhook', 'end', 'Ends a webhook at once.')
export const resumeWebhook = command(
  'resumeWebhook',
  'resume',
  'Takes up a webhook that was given up on; what it missed waits to be replayed.',
)
export const tryWebhook = command('tryWebhook', 'ping', 'Sends a ping, to see whether it is heard.')

export const rotateWebhook = endpoint({
  name: 'rotateWebhook',
  method: 'POST',
  path: '/api/webhooks/:id/rotation',
  access: 'staff',
  summary: 'A new secret, shown once. The older one signs beside it for 24 hours.',
  tags,
  input: Type.Object(ofOne),
  output: Made,
  refusals: { no_such_webhook: 404 },
})

export const deliveryStates = ['waiting', 'delivered', 'failed', 'missed'] as const

export const DeliveryView = Type.Object({
  id: Type.String(),
  kind: Type.String(),
  caseNumber: nullable(Type.String()),
  happenedAt: Type.String(),
  state: oneOf(deliveryStates),
  tries: Type.Integer(),
  nextTryAt: nullable(Type.String()),
  lastStatus: nullable(Type.Integer()),
  lastError: nullable(Type.String()),
  deliveredAt: nullable(Type.String()),
})
export type DeliveryView = Static<typeof DeliveryView>

export const listDeliveries = endpoint({
  name: 'listDeliveries',
  method: 'GET',
  path: '/api/webhooks/:id/deliveries',
  access: 'staff',
  summary: 'What was sent to a webhook, newest first; kept for thirty days.',
  tags,
  input: Type.Object({ id: Id, ...paged('digitsAndUuid') }),
  output: listOf(DeliveryView),
  refusals: { no_such_webhook: 404 },
})

export const replayWebhook = endpoint({
  name: 'replayWebhook',
  method: 'POST',
  path: '/api/webhooks/:id/replay',
  access: 'staff',
  summary: 'Sends again: one delivery, or everything since an instant. Each keeps its webhook-id.',
  tags,
  input: Type.Object({
    ...ofOne,
    delivery: Type.Optional(Id),
    since: Type.Optional(Type.String({ maxLength: 40 })),
  }),
  output: Type.Object({ count: Type.Integer() }),
  refusals: { no_such_webhook: 404, no_such_delivery: 404, one_or_since: 422, webhook_ended: 409 },
})
