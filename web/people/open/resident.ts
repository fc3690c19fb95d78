// Who is signed in as a resident, and the acts of the account. Nothing of it is kept on the device but the cookie.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import * as own from '#core/people/contract-resident.ts'
import type { ResidentView } from '#core/people/contract-resident.ts'
import type { Endpoint, InputOf, OutputOf } from '#core/kit/contract.ts'
import { call, type NoConnectionError, type RefusalError } from '#web/kit/api.ts'
import { useEndpoint } from '#web/kit/queries.ts'

export const useResident = () => useEndpoint(own.readResident, {})

/** An act that answers once; afterwards everything a resident sees is asked anew. */
export function useAct<E extends Endpoint>(declared: E, onDone?: (output: OutputOf<E>) => void) {
  const client = useQueryClient()
  return useMutation<OutputOf<E>, RefusalError | NoConnectionError, InputOf<E>>({
    mutationFn: (input) => call(declared, input),
    onSuccess: async (output) => {
      onDone?.(output)
      await client.invalidateQueries()
    },
  })
}

/** The answer of a sign-in is who is signed in: it is shown without asking again. */
export function useEntering() {
  const client = useQueryClient()
  return useMutation<ResidentView, RefusalError | NoConnectionError, InputOf<typeof own.enterCode>>(
    {
      mutationFn: (input) => call(own.enterCode, input),
      onSuccess: (view) => client.setQueryData([own.readResident.name, {}], view),
    },
  )
}
