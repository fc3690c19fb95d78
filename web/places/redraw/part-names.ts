// What a part of the draft is called: by its name, or by what it is while it has none.
import type { Part } from '#core/places/drawing.ts'
import { useWords } from '#web/kit/language.ts'
import { useNamed } from '../named.ts'
import { redrawWords as words } from './words-redraw.ts'

export function usePartName(): (part: Part | null | undefined) => string {
  const { t } = useWords()
  const nameOf = useNamed()
  return (part) => {
    if (part == null) return t(words.unnamed)
    if (part.unclaimed) return t(words.rest)
    return part.name.trim() === '' ? t(words.unnamed) : nameOf(part)
  }
}
