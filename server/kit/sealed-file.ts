// What a sealed file looks like: eight bytes that no picture, paper or sound begins with, a version, the id of its key,
// and then what the key's suite made. Which file it is is authenticated with it: bytes moved to another name do not open.
import type { FieldKeys } from './seal-fields.ts'

const magic = Buffer.from('\x89LNLI\r\n\x1a', 'latin1')
const version = 1
/** Of the version and of the length of the key's id. */
const lengthAt = magic.length + 1

/** So many first bytes tell by which key a file is sealed. */
export const headBytes = lengthAt + 1 + 255

/** The key that a sealed file names, which is none of ours where it was sealed in a way unknown here; null for a plain one. */
export function fileKeyIdOf(head: Buffer): string | null {
  if (!head.subarray(0, magic.length).equals(magic)) return null
  if (head[magic.length] !== version) return `of version ${head[magic.length]}`
  return head.subarray(lengthAt + 1, lengthAt + 1 + (head[lengthAt] ?? 0)).toString()
}

type Keys = Pick<FieldKeys, 'sealBytes' | 'openBytes' | 'has'>

export function sealFile(keys: Keys, plain: Buffer, name: string): Buffer {
  const { id, sealed } = keys.sealBytes(plain, contextOf(name))
  const head = Buffer.concat([magic, Buffer.from([version, id.length]), Buffer.from(id)])
  return Buffer.concat([head, sealed])
}

/** Null when it was altered, bears another file's name, or its key is another one. */
export function openFile(keys: Keys, bytes: Buffer, name: string): Buffer | null {
  const id = fileKeyIdOf(bytes)
  if (id === null) return bytes
  if (!keys.has(id)) return null
  return keys.openBytes(id, bytes.subarray(lengthAt + 1 + id.length), contextOf(name))
}

const contextOf = (name: string): Buffer => Buffer.from(JSON.stringify(['file', version, name]))
