// Asking another server now. It sends no case and changes nothing there, so it is no command: pressing twice asks twice.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { listRemotes, tryRemote } from '#core/exchange/contract-remotes.ts'
import type { OutputOf } from '#core/kit/contract.ts'
import { type NoConnectionError, type RefusalError, call } from '#web/kit/api.ts'

export function useTrial() {
  const client = useQueryClient()
  return useMutation<OutputOf<typeof tryRemote>, RefusalError | NoConnectionError, string>({
    mutationFn: (id) => call(tryRemote, { id }),
    onSettled: () => client.invalidateQueries({ queryKey: [listRemotes.name] }),
  })
}
