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
  const { data = 0, refetch } = useQuery({
    queryKey: ['waiting-commands', owner],
    queryFn: async () => (await waiting(owner)).length,
    refetchInterval: 5_000,
    networkMode: 'always',
  })
  useEffect(() => {
    if (online && data > 0) void sendWaiting(owner).then(() => refetch())
  }, [online, data, owner, refetch])
  return data
}
