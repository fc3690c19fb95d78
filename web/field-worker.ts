// Keeps the field door on the phone: its page and its files, so that it opens on a stairwell without a signal. Nothing
// else is touched: no answer of the server, no photo, no other door.

type Extendable = Event & { waitUntil: (work: Promise<unknown>) => void }
type Fetching = Extendable & {
  request: globalThis.Request
  respondWith: (answer: Promise<Response>) => void
}
type WorkerScope = {
  location: Location
  caches: CacheStorage
  clients: { claim: () => Promise<void> }
  skipWaiting: () => Promise<void>
  addEventListener: (name: string, listener: (event: never) => void) => void
}
const worker = globalThis as unknown as WorkerScope

/** Written by the build: every file the door can need, fonts apart, and a mark that changes with any of them. */
declare const __FIELD_FILES__: { mark: string; files: string[] }
const { mark, files } = __FIELD_FILES__

const shell = '/field'
const family = 'linli-field '
const current = family + mark
/** The door that is open now may still fetch a page of the version before. */
const versionsKept = 2
/** A line that answers later than this is none: the page stands without it. */
const patienceMs = 4_000

async function install(): Promise<void> {
  const cache = await worker.caches.open(current)
  await cache.addAll([shell, ...files])
  await worker.skipWaiting()
}

async function activate(): Promise<void> {
  const known = (await worker.caches.keys()).filter((name) => name.startsWith(family))
  const older = known.filter((name) => name !== current)
  const gone = older.slice(0, Math.max(0, older.length - (versionsKept - 1)))
  await Promise.all(gone.map((name) => worker.caches.delete(name)))
  await worker.clients.claim()
}

/** The page as it is now, or as it was kept where no answer of ours comes in time. */
async function page(request: globalThis.Request): Promise<Response> {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(patienceMs) })
    const ours = answer.headers.get('content-security-policy') !== null
    if (answer.ok && ours) return answer
  } catch {
    // No line: the kept page stands in.
  }
  const cache = await worker.caches.open(current)
  return (await cache.match(shell)) ?? fetch(request)
}

/** A file's name says its content: what is kept is right for ever. */
async function asset(request: globalThis.Request): Promise<Response> {
  const kept = await worker.caches.match(request)
  if (kept !== undefined) return kept
  const answer = await fetch(request)
  if (answer.ok) await (await worker.caches.open(current)).put(request, answer.clone())
  return answer
}

function answerOf(request: globalThis.Request): Promise<Response> | null {
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin) return null
  if (request.mode === 'navigate' && /^\/field(\/|$)/.test(pathname)) return page(request)
  return pathname.startsWith('/assets/') || pathname === '/mark.svg' ? asset(request) : null
}

worker.addEventListener('install', (event: Extendable) => event.waitUntil(install()))
worker.addEventListener('activate', (event: Extendable) => event.waitUntil(activate()))
worker.addEventListener('fetch', (event: Fetching) => {
  const answer = answerOf(event.request)
  if (answer !== null) event.respondWith(answer)
})
