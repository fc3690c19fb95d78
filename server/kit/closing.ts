// Asked to end, a server takes in nobody new and finishes what it is answering: behind it another process goes on, and nobody
// shall have to wonder whether his command was done.
import type { Server } from './http.ts'

/** Whoever does not take his answer in that time is hung up on. */
const patienceMs = 20_000

export function closeGently(server: Server): void {
  let closing = false
  const hangUpOnIdle = () => server.server.closeIdleConnections()
  server.addHook('preClose', async () => {
    closing = true
    hangUpOnIdle()
    setTimeout(() => server.server.closeAllConnections(), patienceMs).unref()
  })
  // Kept open for the next question, the connection would hold up the end.
  server.addHook('onResponse', async () => {
    if (closing) setImmediate(hangUpOnIdle)
  })
}
