// Several of a list, the one move for them that is being made, and the keys that select.
import { useRef, useState } from 'react'
import type { BulkMove } from '#core/cases/bulk.ts'
import { usePicks } from './usePicks.ts'

export type Bulk = ReturnType<typeof useBulk>

export function useBulk(listed: string[]) {
  const picks = usePicks(listed)
  const bar = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState<{ move: BulkMove; numbers: string[] } | null>(null)
  return {
    picks,
    bar,
    at,
    begin: (move: BulkMove) => setAt({ move, numbers: picks.numbers }),
    finish: (refused: string[] | null) => {
      setAt(null)
      if (refused !== null) picks.keep(refused)
    },
  }
}

export function pickingKeys(
  numbers: string[],
  chosen: string | null,
  { picks, bar }: Bulk,
  read: (number: string) => void,
) {
  const reach = (by: number) => {
    const next = numbers[numbers.indexOf(chosen ?? '') + by]
    if (chosen === null || next === undefined) return
    picks.reach(chosen, next)
    read(next)
  }
  return {
    x: () => {
      if (chosen !== null) picks.toggle(chosen)
    },
    'Shift+ArrowDown': () => reach(1),
    'Shift+ArrowUp': () => reach(-1),
    b: () => bar.current?.querySelector<HTMLElement>('.k-btn')?.focus(),
  }
}
