// What the rules' no means for a step taken in the field, in words. Fetched when something was refused: the door keeps them
// on the phone with its other files, and until they are there nothing wrong is said.
import { useEffect, useState } from 'react'
import type { Words } from '#core/kit/words.ts'

export type Sentences = Readonly<Record<string, Words>>

export async function fieldSentences(): Promise<Sentences> {
  try {
    return (await import('./words-outbox.ts')).fieldRefusals
  } catch {
    return {}
  }
}

/** Empty until they are there, and where nothing was refused. */
export function useFieldSentences(wanted: boolean): Sentences {
  const [found, setFound] = useState<Sentences>({})
  useEffect(() => {
    let over = false
    if (wanted)
      void fieldSentences().then((sentences) => {
        if (!over) setFound(sentences)
      })
    return () => {
      over = true
    }
  }, [wanted])
  return found
}
