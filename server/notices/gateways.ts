// Ways out of the house, behind one face: the operator's gateway, asked over HTTP and signed, his mail server, the push
// service of somebody's browser, or the inbox in which the demo world shows what it would have sent. Nothing here writes a
// number or an address to a log.
import { createHmac } from 'node:crypto'
import {
  type Channel,
  type Line,
  type LineChannel,
  type Message,
  isAccepted,
  isFinal,
  isSmtp,
  requestOf,
  signedOf,
} from '#core/notices/message.ts'
import { type Instant, toMs } from '#core/kit/time.ts'
import type { App } from '../app.ts'
import { sendOut } from '../kit/outbound.ts'
import { isDemoWorld, putIntoDemoInbox } from './demo-inbox.ts'
import { pushGateway } from './push-gateway.ts'
import { smtpGateway } from './smtp-gateway.ts'

export type Carried =
  | { ok: true; status: number | null }
  | {
      ok: false
      status: number | null
      why: string
      final: boolean
      retryAfterSeconds: number
      /** Nothing can ever arrive there again. */
      gone?: boolean
    }

export type Gateway = (message: Message, expiresAt: Instant) => Promise<Carried>

export function gatewayOf(app: App, channel: Channel): Gateway | null {
  if (channel === 'push') return app.config.push === null ? null : pushGateway(app, app.config.push)
  return lineGateway(app, channel)
}

function lineGateway(app: App, channel: LineChannel): Gateway | null {
  const line = app.config.gateways[channel]
  if (line !== null) return isSmtp(line.url) ? smtpGateway(app, line) : httpGateway(app, line)
  return isDemoWorld(app) ? (message) => putIntoDemoInbox(app, channel, message) : null
}

/** Whether anybody can be reached this way here. */
export const isReachable = (app: App, channel: Channel): boolean =>
  channel === 'push'
    ? app.config.push !== null
    : app.config.gateways[channel] !== null || isDemoWorld(app)

function httpGateway(app: App, line: Line): Gateway {
  return async (message) => {
    const request = requestOf(line, message)
    const seconds = Math.floor(toMs(app.now()) / 1000)
    const outcome = await sendOut({
      method: request.method,
      url: request.url,
      privateAllowed: app.config.privateReceivers,
      headers: {
        ...(request.body !== null && { 'content-type': 'application/json' }),
        'idempotency-key': message.id,
        'webhook-id': message.id,
        'webhook-timestamp': String(seconds),
        'webhook-signature': signature(line.secret, signedOf(request, message.id, seconds)),
      },
      ...(request.body !== null && { body: request.body }),
    })
    const not = { ok: false, final: false, retryAfterSeconds: 0 } as const
    if (!outcome.ok) return { ...not, status: null, why: outcome.why }
    const { status, retryAfterSeconds } = outcome
    if (isAccepted(status)) return { ok: true, status }
    // What the gateway wrote may repeat the number: only its status is kept.
    return { ...not, status, why: `HTTP ${status}`, final: isFinal(status), retryAfterSeconds }
  }
}

/** As Standard Webhooks signs, so that receivers can check it with any of its libraries. */
function signature(secret: string, content: string): string {
  const prefix = 'whsec_'
  const key = secret.startsWith(prefix)
    ? Buffer.from(secret.slice(prefix.length), 'base64')
    : Buffer.from(secret)
  return `v1,${createHmac('sha256', key).update(content).digest('base64')}`
}
