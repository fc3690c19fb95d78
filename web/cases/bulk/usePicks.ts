// Which rows of a list are taken together. What left the list (a colleague was quicker) is no longer among them.
import { useRef, useState } from 'react'
import { bulkMax } from '#core/cases/bulk.ts'

export type Picks = {
  numbers: string[]
  has: (number: string) => boolean
  toggle: (number: string) => void
  /** All from the one ticked last up to here. */
  upTo: (number: string) => void
  /** Both, and from the second on. */
  reach: (from: string, to: string) => void
  /** All that are listed, as far as the limit allows. */
  all: () => void
  keep: (numbers: readonly string[]) => void
  clear: () => void
  /** Somebody wanted more than the limit. */
  full: boolean
}

export function usePicks(listed: readonly string[]): Picks {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [full, setFull] = useState(false)
  const last = useRef<string | null>(null)
  const set = (wanted: Iterable<string>) => {
    const inOrder = [...new Set(wanted)]
    setFull(inOrder.length > bulkMax)
    setPicked(new Set(inOrder.slice(0, bulkMax)))
  }
  const numbers = listed.filter((number) => picked.has(number))
  return {
    numbers,
    full,
    has: (number) => picked.has(number),
    toggle: (number) => {
      last.current = number
      set(picked.has(number) ? numbers.filter((one) => one !== number) : [...numbers, number])
    },
    upTo: (number) => {
      set([...numbers, ...between(listed, last.current ?? number, number)])
      last.current = number
    },
    reach: (from, to) => {
      last.current = to
      set([...numbers, from, to])
    },
    all: () => set(listed),
    keep: (kept) => set(kept),
    clear: () => {
      last.current = null
      set([])
    },
  }
}

/** Both ends included, in whichever order they were named; only the end where the beginning has left the list. */
export function between(listed: readonly string[], from: string, to: string): string[] {
  const [a, b] = [listed.indexOf(from), listed.indexOf(to)]
  if (b < 0) return []
  return a < 0 ? [to] : listed.slice(Math.min(a, b), Math.max(a, b) + 1)
}
