// What stands in for the line that a browser without a screen has not: the address its maker would have given it, and the
// dialog that nobody can press. Run inside the page.
import type { PushAddress } from '#core/notices/push.ts'

export const lendsAddress = (address: PushAddress): string => `{
  const address = ${JSON.stringify(address)}
  const bytes = (text) => {
    const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    return Uint8Array.from(letters, (letter) => letter.charCodeAt(0)).buffer
  }
  const place = 'lent address'
  const lent = (key) => ({
    endpoint: address.endpoint,
    options: { applicationServerKey: key },
    getKey: (name) => bytes(address[name]),
    unsubscribe: async () => {
      localStorage.removeItem(place)
      return true
    },
  })
  PushManager.prototype.subscribe = async ({ applicationServerKey }) => {
    localStorage.setItem(place, String.fromCharCode(...applicationServerKey))
    return lent(applicationServerKey.buffer)
  }
  PushManager.prototype.getSubscription = async () => {
    const key = localStorage.getItem(place)
    return key === null ? null : lent(Uint8Array.from(key, (letter) => letter.charCodeAt(0)).buffer)
  }
}`

/** Whoever closes the dialog; how often it was opened. */
export const saysNo = `
globalThis.asked = 0
Object.defineProperty(Notification, 'permission', { get: () => 'default' })
Notification.requestPermission = async () => {
  asked += 1
  return 'default'
}`

export type Shown = { title: string; body: string; link: string }
export const noticesOf = `(async () => {
  const worker = await navigator.serviceWorker.getRegistration('/alerts')
  const all = await worker.getNotifications()
  return all.map(({ title, body, data }) => ({ title, body, link: data.link }))
})()`
