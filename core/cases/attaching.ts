// Move 42, the part with files: photos, papers and voice notes added to a case at any state but archived and void, by any who may act
// on it. Only staff read it, and no clock knows of it (INV 13). A name of a file may name a person, so none is kept.

import { done, refused } from '#core/kit/result.ts'
import type { Actor } from '#core/people/actor.ts'
import type { CaseFile } from './case.ts'
import { enter, guard } from './change.ts'
import type { Decided } from './change.ts'
import type { Settings } from './rules.ts'

export const filesPerAttachMax = 12

export type Attached = {
  photos: string[]
  documents: string[]
  recordings?: string[]
  /** How long the recordings are together. */
  seconds?: number
  words: string
}

export function decideAttach(c: CaseFile, by: Actor, input: Attached, s: Settings): Decided {
  const may = guard('attach', c, by, s)
  if (!may.ok) return may
  const { photos, documents, recordings = [], seconds = 0 } = input
  const words = input.words.trim()
  if (photos.length + documents.length + recordings.length === 0) return refused('file_missing')
  return done(
    enter(c, 'attach', by, s, {
      reason: words === '' ? null : words,
      facts: {
        photos,
        documents,
        ...(recordings.length === 0 ? {} : { recordings, seconds }),
      },
    }),
  )
}
