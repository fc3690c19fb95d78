// Choices that stand in the address. What is changed is changed in the newest address: when two are chosen one right after
// the other, the address is ahead of what is drawn, and the second must not put the first back.
import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

/** Null or nothing takes a choice out of the address. */
export type Changes = Readonly<Record<string, string | null>>

/** `push` lets the browser's way back lead through the choice, as between steps; the others replace. */
type How = { push?: boolean }

export function withChanges(query: string, changes: Changes): URLSearchParams {
  const next = new URLSearchParams(query)
  for (const [key, value] of Object.entries(changes))
    if (value === null || value === '') next.delete(key)
    else next.set(key, value)
  return next
}

/** The same without a browser: where the address is read, and what writes it. */
export const chooser =
  (read: () => string, write: (query: URLSearchParams, how: How) => void) =>
  (changes: Changes, how: How = {}): void =>
    write(withChanges(read(), changes), how)

export function useChoices(): [URLSearchParams, (changes: Changes, how?: How) => void] {
  const [query, setQuery] = useSearchParams()
  const choose = useCallback(
    (changes: Changes, how?: How) =>
      chooser(
        () => window.location.search,
        (next, { push = false }) => setQuery(next, { replace: !push }),
      )(changes, how),
    [setQuery],
  )
  return [query, choose]
}
