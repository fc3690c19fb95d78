// Shows what the house tells this browser, and opens what it tells of. It keeps nothing and stands between no page and its
// server: pages load as they do without it.
import type { Pushed } from '#core/notices/push.ts'

type Extendable = Event & { waitUntil: (work: Promise<unknown>) => void }
type Pushing = Extendable & { data: { json: () => unknown } | null }
type Pressed = Extendable & {
  action: string
  notification: Notification & { data: { link?: string; manage?: string } | null }
}
type Page = { url: string; focus: () => Promise<unknown> }
type WorkerScope = {
  location: Location
  registration: ServiceWorkerRegistration
  clients: {
    matchAll: (which: { type: 'window'; includeUncontrolled: true }) => Promise<Page[]>
    openWindow: (url: string) => Promise<unknown>
  }
  skipWaiting: () => Promise<void>
  addEventListener: (name: string, listener: (event: never) => void) => void
}
const worker = globalThis as unknown as WorkerScope

// A browser takes the right away from whoever was sent something and shows nothing: what cannot be read is said, too.
const unread: Pushed = {
  title: '邻里',
  body: '有新消息 · There is news',
  link: '/',
  manage: '/',
  tag: 'unread',
  lang: 'zh',
}
const manageWords: Record<string, string> = { zh: '改、不再收', en: 'Change or end' }

function readPushed({ data }: Pushing): Pushed {
  try {
    const found = (data?.json() ?? {}) as Partial<Pushed>
    return typeof found.body === 'string' && typeof found.title === 'string'
      ? { ...unread, ...found }
      : unread
  } catch {
    return unread
  }
}

function show(event: Pushing): Promise<void> {
  const { title, body, link, manage, tag, lang } = readPushed(event)
  const actions = [{ action: 'manage', title: manageWords[lang] ?? '改、不再收' }]
  const how = { body, tag, lang, icon: '/mark-192.png', data: { link, manage }, actions }
  return worker.registration.showNotification(title, how)
}

/** Only pages of ours are opened, whatever was written. */
function pageOf(link: string | undefined): string {
  const url = new URL(link ?? '/', worker.location.origin)
  return url.origin === worker.location.origin ? url.href : worker.location.origin
}

async function open({ action, notification }: Pressed): Promise<void> {
  const { link, manage } = notification.data ?? {}
  const url = pageOf(action === 'manage' ? manage : link)
  const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })
  await (pages.find((page) => page.url === url)?.focus() ?? worker.clients.openWindow(url))
}

worker.addEventListener('install', (event: Extendable) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('push', (event: Pushing) => event.waitUntil(show(event)))
worker.addEventListener('notificationclick', (event: Pressed) => {
  event.notification.close()
  event.waitUntil(open(event))
})
