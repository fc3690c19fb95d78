// The name of a chosen area as the reader's language has it; until it is known, the name it was chosen by.
import { readArea } from '#core/places/contract.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { useNamed } from './named.ts'

export function useAreaName(code: string | null, chosenBy: string | null): string | null {
  const named = useNamed()
  const { data } = useEndpoint(readArea, { code: code ?? '' }, { enabled: code !== null })
  return code !== null && data ? named(data) : chosenBy
}
