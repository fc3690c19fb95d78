// Subscriptions of a browser: it asked its owner already, so nothing is confirmed by a code; it is known again by its address
// together with the secret that came with it, so that the address alone neither opens, ends nor replaces anything, and
// forgotten when its push service says that nobody is there.
import { assert, type Result, done, refused } from '#core/kit/result.ts'
import { houseOf } from '#core/kit/asks.ts'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import * as rules from '#core/exchange/alert.ts'
import type * as contract from '#core/exchange/contract-alerts.ts'
import { type PushAddress, whyNoPushAddress } from '#core/notices/push.ts'
import { consentTo } from '#core/people/consent.ts'
import type { App } from '../app.ts'
import { askOnce } from '../kit/asks.ts'
import { inScope } from '../kit/db.ts'
import type { Call } from '../kit/http.ts'
import { whyNotReachable } from '../kit/outbound.ts'
import { isPushKey, layNewPushKeys } from '../notices/push-keys.ts'
import { addressIndex, chosenIn, communityOf, confirmedOf, newAlert } from './alerts.ts'
import * as store from './store-alerts.ts'

const job = { kind: 'job' } as const
const knownBy = ({ endpoint, auth }: Omit<PushAddress, 'p256dh'>) => `${endpoint} ${auth}`

type AskRefusal =
  | 'no_such_area'
  | 'no_messages_here'
  | 'address_wrong'
  | 'push_service_unknown'
  | 'consent_needed'
  | 'too_many_codes'
  | 'too_many_alerts'
  | 'no_such_grid'
  | 'no_such_topic'

export async function askPushAlert(
  app: App,
  input: InputOf<typeof contract.askPushAlert>,
  call: Call,
): Promise<Result<OutputOf<typeof contract.askPushAlert>, AskRefusal>> {
  const { code, agreed, endpoint, p256dh, auth, ...choice } = input
  const area = communityOf(app, code)
  if (area === null) return refused('no_such_area')
  if (app.config.push === null) return refused('no_messages_here')
  const address: PushAddress = { endpoint, p256dh, auth }
  const why = whyNotTold(app, address, app.config.push.services)
  if (why !== null) return refused(why)
  const { version } = consentTo('push')
  if (agreed !== version) return refused('consent_needed')
  const chosen = chosenIn(app, area, choice)
  if (!chosen.ok) return chosen
  const to = JSON.stringify(address)
  const wish = {
    area,
    channel: 'push',
    to,
    address: knownBy(address),
    version,
    chosen: chosen.value,
  } as const
  return inScope(app.db, job, async (tx) => {
    const house = { kind: 'alert from', of: houseOf(call.address), limits: rules.asksPerHouse }
    const waits = await askOnce(app, tx, house)
    if (waits > 0) return refused('too_many_codes', { current: { waitSeconds: waits } })
    const { row } = newAlert(app, wish)
    // Also the queue of those who press twice: behind it, what the first one began is replaced by the second.
    if ((await store.countOthers(tx, row)) >= rules.alertsPerAddress)
      return refused('too_many_alerts')
    await store.dropOthers(tx, row)
    const at = row.askedAt
    await store.addAlert(tx, {
      ...row,
      codeDigest: null,
      confirmedAt: at,
      endsAt: rules.endsAfter(at),
    })
    const begun = await store.lockAlert(tx, row.id)
    assert(begun, 'what was just begun is there')
    return done(confirmedOf(app, begun))
  })
}

function whyNotTold(app: App, address: PushAddress, services: readonly string[]) {
  const why = whyNoPushAddress(address, services)
  if (why !== null) return why
  const open = whyNotReachable(address.endpoint, app.config.privateReceivers) === null
  return open && isPushKey(address) ? null : 'address_wrong'
}

/** Whoever holds the address without its secret is told nothing. */
export async function listPushAlerts(
  app: App,
  asked: InputOf<typeof contract.listPushAlerts>,
): Promise<Result<OutputOf<typeof contract.listPushAlerts>, never>> {
  const index = addressIndex(app, 'push', knownBy(asked))
  const rows = await inScope(app.db, job, (tx) => store.listOfBrowser(tx, index))
  return done({ items: rows.map((row) => confirmedOf(app, row)) })
}

/** Its push service says that it is gone: whatever it was told of ends. */
export const browserIsGone = (app: App, addressIndexOf: string) =>
  inScope(app.db, job, (tx) => store.endOfBrowser(tx, addressIndexOf))

/** New keys towards push services. Answers how many subscriptions ended by it. */
export const renewPushKeys = (app: App): Promise<number> =>
  inScope(app.db, job, async (tx) => {
    await layNewPushKeys(tx)
    return store.endAllBrowsers(tx)
  })
