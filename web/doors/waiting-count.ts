// How many commands wait on this phone, and whether there is a line. They go by themselves once it is back.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { sendWaiting, waiting } from '#web/kit/outbox.ts'
import { useOwner } from '#web/kit/owner.ts'
import { waitingKey } from '#web/kit/queries.ts'

function onLine(change: () => void): () => void {
  addEventListener('online', change)
  addEventListener('offline', change)
  return () => {
    removeEventListener('online', change)
    removeEventListener('offline', change)
  }
}

export function useOnline(): boolean {
  return useSyncExternalStore(onLine, () => navigator.onLine)
}

export function useWaitingCount(): number {
  const owner = useOwner()
  const online = useOnline()
  const client = useQueryClient()
  const { data = 0, dataUpdatedAt } = useQuery({
    queryKey: [...waitingKey, owner],
    queryFn: async () => (await waiting(owner)).length,
    refetchInterval: 5_000,
    networkMode: 'always',
  })
  useEffect(() => {
    // Tried at every look: a line may be there and the server not. What went may have changed anything that is shown.
    const sendAll = async () => {
      await sendWaiting(owner)
      if ((await waiting(owner)).length !== data) await client.invalidateQueries()
    }
    if (online && data > 0) void sendAll()
  }, [online, data, dataUpdatedAt, owner, client])
  return data
}
