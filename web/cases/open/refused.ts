// What the rules' no means for a reporter, in words. They are many and nearly nobody needs one: they come when something
// was refused, and until they are there nothing wrong is said.
import { useEffect, useState } from 'react'
import type { Words } from '#core/kit/words.ts'
import { RefusalError } from '#web/kit/api.ts'

/** Null where the reporter's sentences know nothing of it, or cannot be fetched: the page's common words serve then. */
export async function fetchRefusal(error: unknown): Promise<Words | null> {
  if (!(error instanceof RefusalError)) return null
  try {
    const { refusalSentence } = await import('#core/cases/words-refusals.ts')
    return refusalSentence(error.refusal, 'reporter')
  } catch {
    return null
  }
}

/** `undefined` while the sentence is on its way. */
export function useRefusal(error: unknown): Words | null | undefined {
  const [found, setFound] = useState<{ of: unknown; words: Words | null } | null>(null)
  useEffect(() => {
    let over = false
    if (error !== null)
      void fetchRefusal(error).then((words) => {
        if (!over) setFound({ of: error, words })
      })
    return () => {
      over = true
    }
  }, [error])
  if (!(error instanceof RefusalError)) return null
  return found?.of === error ? found.words : undefined
}
