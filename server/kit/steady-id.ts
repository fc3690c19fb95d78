// An id that follows from what it names: whoever asks for the same thing twice, also after a crash, sends one command.
import { createHash } from 'node:crypto'

export function steadyId(...names: readonly string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(names)).digest('hex')
  // A UUID of version 8: its bits are ours.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
