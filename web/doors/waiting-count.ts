// How many commands wait on this phone, and whether there is a line. They go by themselves once it is back.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { sendWaiting, waiting } from '#web/kit/outbox.ts'
import { useOwner } from '#web/kit/owner.ts'

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
  const {
    data = 0,
    dataUpdatedAt,
    refetch,
  } = useQuery({
    queryKey: ['waiting-commands', owner],
    queryFn: async () => (await waiting(owner)).length,
    refetchInterval: 5_000,
    networkMode: 'always',
  })
  useEffect(() => {
    // Tried at every look: a line may be there and the server not. Looked at again only if something went.
    const sendAll = async () => {
      await sendWaiting(owner)
      if ((await waiting(owner)).length !== data) await refetch()
    }
    if (online && data > 0) void sendAll()
  }, [online, data, dataUpdatedAt, owner, refetch])
  return data
}
