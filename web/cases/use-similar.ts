// "Is it this one?": open matters near by while somebody types. Asked only when the words and the place are there.
import { useEffect, useState } from 'react'
import { findSimilar } from '#core/cases/contract-voices.ts'
import type { OutputOf } from '#core/kit/contract.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { type Typed, worthAsking } from './worth-asking.ts'

export type SimilarItem = OutputOf<typeof findSimilar>['items'][number]

/** What was typed, once the hand rests. */
function useRested<T>(value: T, ms = 600): T {
  const [rested, setRested] = useState(value)
  const key = JSON.stringify(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(JSON.parse(key) as T), ms)
    return () => clearTimeout(timer)
  }, [key, ms])
  return rested
}

export function useSimilar(typed: Typed): SimilarItem[] {
  const { text, category, spot } = useRested(typed)
  const enough = worthAsking({ text, category, spot })
  const input = {
    text: text.trim(),
    point: spot ?? { lon: 0, lat: 0 },
    ...(category === null ? {} : { category }),
  }
  const found = useEndpoint(findSimilar, input, { enabled: enough, keepPrevious: true })
  return enough ? (found.data?.items ?? []) : []
}
