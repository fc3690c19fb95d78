// Keys of the lists: next and previous, open, search, and G with a letter to a queue.
import type { RefObject } from 'react'
import { useNavigate } from 'react-router'
import { queues } from '#core/cases/contract.ts'
import { useKeys, type KeyMap } from '#web/kit/keys.ts'
import { paths } from '#web/kit/paths.ts'
import { queueKeys } from './words-queue.ts'

type Walk = {
  numbers: string[]
  at: string | null
  read: (number: string) => void
  search: RefObject<HTMLInputElement | null>
  more: KeyMap
}

export function useQueueKeys({ numbers, at, read, search, more }: Walk): void {
  const navigate = useNavigate()
  const step = (by: number) => {
    const here = at === null ? -1 : numbers.indexOf(at)
    const next = numbers[Math.min(Math.max(here + by, 0), numbers.length - 1)]
    if (next !== undefined) read(next)
  }
  const jumps = Object.fromEntries(
    queues.map((queue) => [`g ${queueKeys[queue]}`, () => void navigate(paths.desk.queue(queue))]),
  )
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    Enter: () => {
      if (at !== null) void navigate(paths.desk.case(at))
    },
    '/': () => search.current?.focus(),
    ...jumps,
    ...more,
  })
}
