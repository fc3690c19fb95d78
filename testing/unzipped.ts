// What a package of Word or Excel holds, by the names of its parts: read by the system's own inflate, with nothing of ours.
import { inflateRawSync } from 'node:zlib'

/** The parts of a zip as text, from its central directory (APPNOTE 4.3.12). */
export function unzipped(bytes: Buffer): ReadonlyMap<string, string> {
  const parts = new Map<string, string>()
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  for (let n = 0; n < count; n++) {
    const [method, packedBytes] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)]
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) =>
      bytes.readUInt16LE(at + offset),
    )
    const name = bytes.subarray(at + 46, at + 46 + nameLength!).toString()
    const local = bytes.readUInt32LE(at + 42)
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(from, from + packedBytes)
    parts.set(name, (method === 0 ? packed : inflateRawSync(packed)).toString())
    at += 46 + nameLength! + extra! + comment!
  }
  return parts
}

/** The words of a Word document, paragraph by paragraph. */
export function wordText(bytes: Buffer): string[] {
  const xml = unzipped(bytes).get('word/document.xml') ?? ''
  return xml
    .split('</w:p>')
    .map((part) => [...part.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''))
    .filter((text) => text !== '')
}
