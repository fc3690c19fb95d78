// The server's time on this device. Every answer carries the server's clock; a phone set ten minutes wrong must not
// show another countdown than the desk does.
import { useEffect, useState } from 'react'

let aheadMs = 0

/** Called by api.ts with the `Date` header of each answer. */
export function learnServerTime(header: string | null): void {
  const server = header === null ? Number.NaN : Date.parse(header)
  if (Number.isNaN(server)) return
  const ahead = server - Date.now()
  // The header knows whole seconds and the line is slow: only a real difference counts.
  aheadMs = Math.abs(ahead) > 5_000 ? ahead : 0
}

export function now(): string {
  return new Date(Date.now() + aheadMs).toISOString()
}

/** Re-renders on the beat: each minute, or each 10 s where the last minutes run. */
export function useNow(everyMs = 60_000): string {
  const [at, setAt] = useState(now)
  useEffect(() => {
    const beat = setInterval(() => setAt(now()), everyMs)
    return () => clearInterval(beat)
  }, [everyMs])
  return at
}
