import { Buffer } from 'node:buffer'
import { createInflateRaw, crc32, inflateRawSync } from 'node:zlib'
import { zipped } from './zip.ts'

/**
 * A spreadsheet formatted down to row 60,000 holds three hundred rows of content and millions of empty
 * cells. This takes the emptiness out of the package before a reader builds objects of it, and refuses
 * packages that unpack to more than anybody's list: sizes written in the package are never believed.
 */

export type SlimTrouble = 'not_a_spreadsheet' | 'sheet_too_large'
export class SlimError extends Error {
  readonly trouble: SlimTrouble
  constructor(trouble: SlimTrouble, cause?: unknown) {
    super(trouble, { cause })
    this.trouble = trouble
  }
}

export type SlimLimits = { keptBytesMax: number; unpackedBytesMax: number }
type Entry = { name: string; method: number; packed: Buffer }

const wanted = /\.(xml|rels)$/i
const sheet = /^xl\/worksheets\/[^/]+\.xml$/i

export async function withoutEmptyCells(file: Buffer, limits: SlimLimits): Promise<Buffer> {
  const entries: [string, Buffer][] = []
  let kept = 0
  for (const entry of entriesOf(file)) {
    if (!wanted.test(entry.name)) continue
    const content = sheet.test(entry.name)
      ? await slimSheet(entry, limits)
      : unpacked(entry, limits.keptBytesMax)
    kept += content.length
    if (kept > limits.keptBytesMax) throw new SlimError('sheet_too_large')
    entries.push([entry.name, content])
  }
  return stored(entries)
}

/** The entries of the central directory (APPNOTE 4.3.12). Zip64 is not needed below four gigabytes. */
function entriesOf(file: Buffer): Entry[] {
  const end = file.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  if (end === -1 || end + 20 > file.length) throw new SlimError('not_a_spreadsheet')
  const entries: Entry[] = []
  let at = file.readUInt32LE(end + 16)
  for (let rest = file.readUInt16LE(end + 10); rest > 0; rest -= 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50)
      throw new SlimError('not_a_spreadsheet')
    const nameLength = file.readUInt16LE(at + 28)
    entries.push({
      name: file.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
      method: file.readUInt16LE(at + 10),
      packed: packedBytes(file, {
        header: file.readUInt32LE(at + 42),
        length: file.readUInt32LE(at + 20),
      }),
    })
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return entries
}

function packedBytes(file: Buffer, { header, length }: { header: number; length: number }): Buffer {
  if (header + 30 > file.length || file.readUInt32LE(header) !== 0x04034b50)
    throw new SlimError('not_a_spreadsheet')
  const from = header + 30 + file.readUInt16LE(header + 26) + file.readUInt16LE(header + 28)
  return file.subarray(from, from + length)
}

function unpacked(entry: Entry, bytesMax: number): Buffer {
  if (entry.method === 0) return entry.packed
  try {
    return inflateRawSync(entry.packed, { maxOutputLength: bytesMax })
  } catch (cause) {
    const tooLarge = (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    throw new SlimError(tooLarge ? 'sheet_too_large' : 'not_a_spreadsheet', cause)
  }
}

/** Unpacks a sheet piece by piece and keeps of each piece only the cells that hold something. */
async function slimSheet(entry: Entry, limits: SlimLimits): Promise<Buffer> {
  const kept: string[] = []
  const decoder = new TextDecoder()
  let rest = ''
  let seen = 0
  let keptCharacters = 0
  for await (const chunk of pieces(entry)) {
    seen += chunk.length
    if (seen > limits.unpackedBytesMax || keptCharacters > limits.keptBytesMax)
      throw new SlimError('sheet_too_large')
    rest += decoder.decode(chunk, { stream: true })
    const cut = rest.lastIndexOf('<row') // what stands before the last row begun is whole
    if (cut <= 0) continue
    const part = slim(rest.slice(0, cut))
    keptCharacters += part.length
    kept.push(part)
    rest = rest.slice(cut)
  }
  kept.push(slim(rest + decoder.decode()))
  return Buffer.from(kept.join(''))
}

async function* pieces(entry: Entry): AsyncGenerator<Buffer> {
  if (entry.method === 0) {
    yield entry.packed
    return
  }
  const inflate = createInflateRaw({ chunkSize: 262_144 })
  inflate.end(entry.packed)
  try {
    for await (const chunk of inflate) yield chunk as Buffer
  } catch (cause) {
    throw new SlimError('not_a_spreadsheet', cause)
  }
}

/** Empty cells go; empty rows go only where they carry their number, or the rows below would move up. */
function slim(xml: string): string {
  return xml
    .replace(/<c\b[^>]*?(?:\/>|>\s*(?:<v\s*\/>|<v><\/v>)?\s*<\/c>)/g, (cell) =>
      /\sr="/.test(cell) ? '' : cell,
    )
    .replace(/<row\b[^>]*?(?:\/>|>\s*<\/row>)/g, (row) => (/\sr="/.test(row) ? '' : row))
}

/** A package of the same entries, stored without packing: its reader is in this same process. */
function stored(entries: [string, Buffer][]): Buffer {
  return zipped(
    entries.map(([name, content]) => ({
      name,
      packed: content,
      method: 0,
      bytes: content.length,
      crc: crc32(content),
    })),
  )
}
