// A note of a walk: what was seen or heard, at a place, for a month. About things and matters, never about persons. Pure.
import { holdsIdCard } from '#core/notices/board.ts'

/** Seen on the way, or told by somebody on the way. */
export const noteKinds = ['patrol', 'listening'] as const
export type NoteKind = (typeof noteKinds)[number]

export const noteTextMax = 500
export const notePhotosMax = 6
export const noteRecordingsMax = 3
/** What became no case in a month will become none. */
export const noteDays = 30

export type NoteFault = 'note_empty' | 'note_of_person'

type Noted = { text: string; photos: readonly string[]; recordings: readonly string[] }

/** Why it is not kept; null where it is. Numbers that lead to a person have no place in a drawer. */
export function whyNotNoted({ text, photos, recordings }: Noted): NoteFault | null {
  const said = text.trim().length >= 2
  if (!said && photos.length + recordings.length === 0) return 'note_empty'
  if (holdsIdCard(text) || holdsMobile(text)) return 'note_of_person'
  return null
}

/** However it is spaced and in whichever digits. */
function holdsMobile(text: string): boolean {
  const plain = text.normalize('NFKC').replaceAll(/(?<=\d)[\s\-－–—]+(?=\d)/g, '')
  return /(?<!\d)(?:86)?1[3-9]\d{9}(?!\d)/.test(plain)
}

/** What a case says whose note holds neither a word nor a picture. */
export const heardOnly = '（见语音）'
