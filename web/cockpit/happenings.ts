// What happens in an area as it happens: the last of it once, then the live line. Figures follow within a second.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { besideMoves } from '#core/cases/move-names.ts'
import { type Happened, getCockpit, listHappened } from '#core/cockpit/contract.ts'
import { type Line, useLive } from '#web/kit/live.ts'
import { useEndpoint } from '#web/kit/queries.ts'

const kept = 30
const calmMs = 900

export type Happenings = {
  items: Happened[]
  fresh: number
  line: Line
  /** What was before is still on its way: nothing is known of the area yet. */
  loading: boolean
  error: unknown
}

export function useHappenings(code: string, limit: number): Happenings {
  const before = useEndpoint(listHappened, { area: code, limit })
  const [heard, setHeard] = useState<{ code: string; items: Happened[] }>({ code, items: [] })
  const refresh = useCalmRefresh()
  const line = useLive(
    `/api/live?area=${encodeURIComponent(code)}`,
    ['ready', 'case', 'tally'],
    (event) => {
      if (event.kind === 'tally') refresh()
      if (event.kind === 'ready' && (event.data as { gap?: boolean }).gap === true) refresh(true)
      if (event.kind !== 'case') return
      const one = event.data as Happened
      if (besideMoves.includes(one.move)) return
      setHeard((was) => ({
        code,
        items: [one, ...(was.code === code ? was.items : [])].slice(0, kept),
      }))
    },
  )
  const live = heard.code === code ? heard.items : []
  const known = new Set(live.map(keyOf))
  const items = [...live, ...(before.data?.items ?? []).filter((one) => !known.has(keyOf(one)))]
  return {
    items: items.slice(0, limit),
    fresh: live.length,
    line,
    loading: before.isPending,
    error: before.error,
  }
}

export const keyOf = (one: Happened): string => `${one.number} ${one.at} ${one.move}`

/** Many moves at once ask for the figures once. */
function useCalmRefresh(): (all?: boolean) => void {
  const client = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return (all = false) => {
    if (all) void client.invalidateQueries({ queryKey: [listHappened.name] })
    if (timer.current !== undefined) return
    timer.current = setTimeout(() => {
      timer.current = undefined
      void client.invalidateQueries({ queryKey: [getCockpit.name] })
    }, calmMs)
  }
}
