// What waits on this phone, whoever asks.
import { useQuery } from '@tanstack/react-query'
import { waiting } from '#web/kit/outbox.ts'
import { useOwner } from '#web/kit/owner.ts'
import { waitingKey } from '#web/kit/queries.ts'

/** Undefined until the phone's memory has answered. */
export function useKept() {
  const owner = useOwner()
  return useQuery({
    queryKey: [...waitingKey, owner, 'list'],
    queryFn: () => waiting(owner),
    refetchInterval: 5_000,
    networkMode: 'always',
  })
}
