// What the keys of a queue do: walking and searching, the acts of the case in sight, selecting several.
import type { RefObject } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '#web/kit/paths.ts'
import { type Bulk, pickingKeys } from './bulk/useBulk.ts'
import type { useFilters } from './filters.ts'
import { useQueueKeys } from './useQueueKeys.ts'

type KeyProps = {
  numbers: string[]
  chosen: string | null
  filters: ReturnType<typeof useFilters>
  search: RefObject<HTMLInputElement | null>
  acts: Record<string, () => void>
  bulk: Bulk
  onHelp: () => void
}

export function useKeysOfQueue(props: KeyProps): void {
  const { numbers, chosen, filters, search, acts, bulk, onHelp } = props
  const navigate = useNavigate()
  useQueueKeys({
    numbers,
    at: chosen,
    read: filters.read,
    search,
    more: {
      ...acts,
      ...pickingKeys(numbers, chosen, bulk, filters.read),
      p: () => {
        if (chosen !== null) void navigate(paths.desk.workOrder(chosen))
      },
      '?': onHelp,
      Escape: () => (bulk.picks.numbers.length > 0 ? bulk.picks.clear() : filters.read(null)),
    },
  })
}
