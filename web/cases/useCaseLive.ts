// Lists and pages follow what happens: an event says that a case moved, the cache asks again. Events of one blink are
// taken together; while the line is down, everything asks by itself more often.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { countQueues, getCase, listCases } from '#core/cases/contract.ts'
import type { PresentView } from '#core/cases/contract-presence.ts'
import { useLive } from '#web/kit/live.ts'
import { presenceKey } from './presence.tsx'

const gatherMs = 400
const whileLiveMs = 60_000
const whileCutMs = 15_000

/** How often to ask besides. */
export function useCaseLive(): number {
  const client = useQueryClient()
  const moved = useRef(new Set<string>())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const line = useLive('/api/live', ['case', 'present'], ({ kind, data }) => {
    const { number } = data as { number?: string }
    if (kind === 'present') {
      const { others } = data as { others: PresentView[] }
      if (number !== undefined) client.setQueryData(presenceKey(number), others)
      return
    }
    if (number !== undefined) moved.current.add(number)
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      void client.invalidateQueries({ queryKey: [listCases.name] })
      void client.invalidateQueries({ queryKey: [countQueues.name] })
      for (const one of moved.current)
        void client.invalidateQueries({ queryKey: [getCase.name, { number: one }] })
      moved.current.clear()
    }, gatherMs)
  })
  return line.state === 'live' ? whileLiveMs : whileCutMs
}
