// Long work inside a request: everybody else is answered in between.
import { setImmediate } from 'node:timers/promises'

const atOnceMs = 12

/** To be awaited after each piece; mostly it does nothing, and every few milliseconds it lets the others have their turn. */
export function breather(ms = atOnceMs): () => Promise<void> | undefined {
  let since = performance.now()
  return () => {
    if (performance.now() - since < ms) return undefined
    return setImmediate().then(() => {
      since = performance.now()
    })
  }
}
