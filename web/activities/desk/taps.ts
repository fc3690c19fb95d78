// Heads at the door. Every tap is a command of its own: two quick ones are two people, with a line or without. What the
// server has not named yet waits on this device, is shown beside the figure, and goes by itself.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { countPeople } from '#core/activities/contract-registrations.ts'
import { readSession } from '#core/activities/contract-series.ts'
import { useWaitingCount } from '#web/doors/waiting-count.ts'
import { NoConnectionError, RefusalError } from '#web/kit/api.ts'
import { newCommandId, putAside, sendCommand, waiting } from '#web/kit/outbox.ts'
import { useOwner } from '#web/kit/owner.ts'

type Counted = { change?: number }
const changeIn = (body: string | null) => (JSON.parse(body ?? '{}') as Counted).change ?? 0

/** What the taps that wait add up to; null: none waits. */
async function headsWaiting(owner: string, sessionId: string): Promise<number | null> {
  const taps = (await waiting(owner)).filter(
    ({ endpoint, about, refusal }) =>
      endpoint === countPeople.name && about === sessionId && refusal === null,
  )
  return taps.length === 0
    ? null
    : taps.reduce((sum, { request }) => sum + changeIn(request.body), 0)
}

export function useTaps(sessionId: string) {
  const owner = useOwner()
  const client = useQueryClient()
  const [error, setError] = useState<RefusalError | null>(null)
  // Sends what waits. When it has gone, the figure is asked for again with the next look.
  const inOutbox = useWaitingCount()
  const { data: heads = null, refetch } = useQuery({
    queryKey: ['waiting-taps', owner, sessionId, inOutbox],
    queryFn: async () => {
      await client.invalidateQueries({ queryKey: [readSession.name] })
      return headsWaiting(owner, sessionId)
    },
    placeholderData: (before) => before,
    networkMode: 'always',
  })
  const send = async (change: number) => {
    const commandId = newCommandId()
    const way = Math.abs(change) > 1 ? ('count' as const) : ('tap' as const)
    const tap = { commandId, id: sessionId, change, way }
    try {
      await sendCommand(countPeople, tap, { owner, about: sessionId })
      setError(null)
    } catch (caught) {
      if (caught instanceof RefusalError) {
        await putAside(commandId) // its author reads the refusal right here
        setError(caught)
      } else if (!(caught instanceof NoConnectionError)) throw caught
    }
    await refetch()
  }
  return { send: (change: number) => void send(change), error, heads }
}
