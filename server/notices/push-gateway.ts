// To somebody's browser: the words are sealed with the browser's own key, so that the push service of its maker learns that
// something came and when, and not what. It goes out through the same guarded door as webhooks.
import type { Message } from '#core/notices/message.ts'
import { isAccepted } from '#core/notices/message.ts'
import {
  type PushAddress,
  isFinalOfPush,
  isGone,
  keptFor,
  pushedOf,
  urgencies,
  whyNoPushAddress,
} from '#core/notices/push.ts'
import type { App } from '../app.ts'
import type { PushWay } from '../config-gateways.ts'
import { inScope } from '../kit/db.ts'
import { sendOut } from '../kit/outbound.ts'
import type { Carried, Gateway } from './gateways.ts'
import { type PushKeys, pushKeysOf } from './push-keys.ts'

const job = { kind: 'job' } as const

/** One round of sending: the pair of keys is read once in it. */
export function pushGateway(app: App, way: PushWay): Gateway {
  let keys: Promise<PushKeys> | null = null
  return async (message, expiresAt) => {
    const address = JSON.parse(message.to) as PushAddress
    const not = { ok: false, status: null, final: true, retryAfterSeconds: 0 } as const
    // Judged again: what was on the list when it was given may have been taken off it since.
    const why = whyNoPushAddress(address, way.services)
    if (why !== null) return { ...not, why }
    keys ??= inScope(app.db, job, (tx) => pushKeysOf(app, tx))
    const sealing = { message, address, keys: await keys, contact: way.contact }
    const request = await sealedRequest(sealing, keptFor(expiresAt, app.now()))
    const outcome = await sendOut({
      method: 'POST',
      url: address.endpoint,
      privateAllowed: app.config.privateReceivers,
      ...request,
    })
    return outcome.ok ? answered(outcome) : { ...not, final: false, why: outcome.why }
  }
}

function answered(answer: { status: number; retryAfterSeconds: number }): Carried {
  const { status, retryAfterSeconds } = answer
  if (isAccepted(status)) return { ok: true, status }
  return {
    ok: false,
    status,
    why: `HTTP ${status}`,
    final: isFinalOfPush(status),
    retryAfterSeconds,
    gone: isGone(status),
  }
}

type Sealing = { message: Message; address: PushAddress; keys: PushKeys; contact: string }

async function sealedRequest(
  { message, address, keys, contact }: Sealing,
  keptSeconds: number,
): Promise<{ headers: Record<string, string>; body: Buffer }> {
  // Loaded with the first notice: a house that sends none starts as it did.
  const { default: webPush } = await import('web-push')
  const { endpoint, p256dh, auth } = address
  const pushed = pushedOf(message)
  const { headers, body } = webPush.generateRequestDetails(
    { endpoint, keys: { p256dh, auth } },
    JSON.stringify(pushed),
    {
      vapidDetails: { subject: contact, ...keys },
      TTL: keptSeconds,
      urgency: urgencies.find((each) => each === message.headers['urgency']) ?? 'normal',
      // What waits there for a browser that is off makes way for what comes later of the same matter.
      ...(pushed.tag !== '' && { topic: pushed.tag }),
    },
  )
  const texts = Object.entries(headers as Record<string, string | number>)
  return { headers: Object.fromEntries(texts.map(([name, value]) => [name, String(value)])), body }
}
