// Photos, papers and voice notes lie sealed: whoever finds the disk, or a backup without its keys, finds no picture. Files
// that were put down plain before are read on, if they are what their name says, and sealed by night (sealing.ts).
import { createHash } from 'node:crypto'
import { Trouble } from '#core/kit/result.ts'
import type { FieldKeys } from '../kit/seal-fields.ts'
import { fileKeyIdOf, openFile, sealFile } from '../kit/sealed-file.ts'
import type { FileKey, FileStore } from './file-store.ts'

export type SealingKeys = Pick<FieldKeys, 'sealBytes' | 'openBytes' | 'has' | 'current'>

/** Bytes that are not what their name says. Shown to nobody. */
export class AlteredFile extends Trouble {
  constructor(key: FileKey) {
    super('files', `The file ${nameOf(key)} was altered or moved, or its key was.`)
  }
}

const nameOf = ({ hash, variant }: FileKey): string => `${hash} ${variant}`

export function sealedStore(raw: FileStore, keys: SealingKeys): FileStore {
  const opened = async (key: FileKey, bytes: Buffer): Promise<Buffer | null> => {
    const isOurs = fileKeyIdOf(bytes) !== null || (await isKnownPlain(raw, key, bytes))
    return isOurs ? openFile(keys, bytes, nameOf(key)) : null
  }
  return {
    put: (key, bytes) => raw.put(key, sealFile(keys, bytes, nameOf(key))),
    get: async (key) => {
      const bytes = await raw.get(key)
      if (bytes === null) return null
      const plain = await opened(key, bytes)
      if (plain !== null) return plain
      // It and its photo may have been sealed between two looks.
      const now = await raw.get(key)
      if (now === null) return null
      const again = now.equals(bytes) ? null : await opened(key, now)
      if (again === null) throw new AlteredFile(key)
      return again
    },
    has: raw.has,
    remove: raw.remove,
  }
}

/** A plain file is known by its hash. A small copy goes by its photo: it is sealed before that one, never after. */
async function isKnownPlain(raw: FileStore, key: FileKey, bytes: Buffer): Promise<boolean> {
  const full = key.variant === 'full' ? bytes : await raw.get({ ...key, variant: 'full' })
  return full !== null && createHash('sha256').update(full).digest('hex') === key.hash
}
