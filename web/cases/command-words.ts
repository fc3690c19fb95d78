// What a kept command is called: by the name of its move.
import { moveWords } from '#core/cases/words-moves.ts'
import type { Words } from '#core/kit/words.ts'
import { moveNameOf } from './command-moves.ts'

/** Acts beside cases that may wait for a line, too. */
const beside: Readonly<Record<string, Words>> = {
  keepNote: { zh: '存一条记录', en: 'Keep a note' },
  fileNote: { zh: '把记录变成一件', en: 'Make a note a case' },
  recordFound: { zh: '记一处巡检', en: 'Record a stop of a round' },
  dropNote: { zh: '扔掉一条记录', en: 'Throw a note away' },
}
const known: Readonly<Record<string, Words | undefined>> = { ...moveWords, ...beside }

export const moveOfCommand = (endpoint: string): Words =>
  known[moveNameOf(endpoint)] ?? { zh: endpoint, en: endpoint }
