// Whether this browser can be told, and its address at its maker's push service. Nothing here asks for permission before the
// person pressed.
import { listPushAlerts } from '#core/exchange/contract-alerts.ts'
import type { PushAddress } from '#core/notices/push.ts'
import { call } from '#web/kit/api.ts'

/** `install`: Safari on a telephone tells pages on the home screen alone. `blocked`: turned off in the browser's settings. */
export type PushAbility = 'yes' | 'install' | 'blocked' | 'no'

export function pushAbility(): PushAbility {
  const able = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window
  if (able) return Notification.permission === 'denied' ? 'blocked' : 'yes'
  const apple =
    /iPhone|iPad|iPod/.test(navigator.userAgent) ||
    (/Mac/.test(navigator.userAgent) && navigator.maxTouchPoints > 1)
  return apple && !matchMedia('(display-mode: standalone)').matches ? 'install' : 'no'
}

/** What the person, or the line to the push service, did not let happen. */
export class PushTrouble extends Error {
  override name = 'PushTrouble'
  readonly why: 'denied' | 'unreachable'
  constructor(why: 'denied' | 'unreachable') {
    super(why)
    this.why = why
  }
}

const scope = '/alerts'
/** Where the service cannot be reached some browsers wait for ever. */
const patienceMs = 25_000

export async function subscribeHere(key: string): Promise<PushAddress> {
  if ((await Notification.requestPermission()) !== 'granted') throw new PushTrouble('denied')
  try {
    return addressOf(await inTime(subscription(key)))
  } catch {
    throw new PushTrouble('unreachable')
  }
}

async function subscription(key: string): Promise<PushSubscription> {
  const registration = await navigator.serviceWorker.register('/alerts-worker.js', { scope })
  await active(registration)
  const { pushManager } = registration
  const wish = { userVisibleOnly: true, applicationServerKey: bytesOf(key) }
  const before = await pushManager.getSubscription()
  if (before === null) return pushManager.subscribe(wish)
  if (base64url(before.options.applicationServerKey) === key) return before
  // Made for a key that the house has laid aside: nobody can tell it anything.
  await before.unsubscribe()
  return pushManager.subscribe(wish)
}

function active({ installing, waiting }: ServiceWorkerRegistration): Promise<void> {
  const coming = installing ?? waiting
  if (coming === null || coming.state === 'activated') return Promise.resolve()
  return new Promise((resolve, reject) => {
    coming.addEventListener('statechange', () => {
      if (coming.state === 'activated') resolve()
      if (coming.state === 'redundant') reject(new Error('the worker did not start'))
    })
  })
}

const inTime = <T>(work: Promise<T>): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_, late) => setTimeout(() => late(new Error('late')), patienceMs)),
  ])

function base64url(bytes: ArrayBuffer | null): string {
  const letters = String.fromCharCode(...new Uint8Array(bytes ?? new ArrayBuffer(0)))
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0))
}

const addressOf = (subscribed: PushSubscription): PushAddress => ({
  endpoint: subscribed.endpoint,
  p256dh: base64url(subscribed.getKey('p256dh')),
  auth: base64url(subscribed.getKey('auth')),
})

async function subscribedHere(): Promise<PushSubscription | null> {
  if (pushAbility() !== 'yes') return null
  const registration = await navigator.serviceWorker.getRegistration(scope)
  return (await registration?.pushManager.getSubscription()) ?? null
}

/** What this browser is told of, with the secrets that change and end it. */
export async function alertsHere() {
  const subscribed = await subscribedHere()
  if (subscribed === null) return []
  const { endpoint, auth } = addressOf(subscribed)
  return (await call(listPushAlerts, { endpoint, auth })).items
}

/** Once nothing is told here any more the address is given back, too. */
export async function giveBackAddress(): Promise<void> {
  try {
    if ((await alertsHere()).length === 0) await (await subscribedHere())?.unsubscribe()
  } catch {
    // The house has forgotten the address already: that the browser keeps it for now harms nobody.
  }
}
