// A recording as older Firefox writes it: Ogg (RFC 3533) with one stream of Opus (RFC 7845). The comments are emptied where
// they stand, and the checksums of their pages made right again.
import type { CleanRecording } from './recording.ts'
import { opusMs } from './recording-opus.ts'

type Page = { at: number; bodyAt: number; end: number; serial: number; segments: Uint8Array }
/** Where the bytes of one packet lie: it may run over several pages. */
type Packet = { parts: { from: number; to: number }[] }

export function cleanOgg(given: Uint8Array): CleanRecording | null {
  const bytes = given.slice()
  const pages = pagesOf(bytes)
  const first = pages[0]
  if (first === undefined || pages.some(({ serial }) => serial !== first.serial)) return null
  if (pages.some((page) => checksum(bytes, page) !== storedSum(bytes, page))) return null
  const [head, tags, ...sound] = packetsOf(pages)
  if (head === undefined || tags === undefined) return null
  if (!begins(bytes, head, 'OpusHead') || !begins(bytes, tags, 'OpusTags')) return null
  emptyTags(bytes, tags)
  for (const page of pages) writeSum(bytes, page)
  const ms = sound.reduce((sum, packet) => sum + opusMs(dataOf(bytes, packet)), 0)
  return { bytes, seconds: ms / 1_000 }
}

function pagesOf(bytes: Uint8Array): Page[] {
  const pages: Page[] = []
  for (let at = 0; at < bytes.length;) {
    const count = bytes[at + 26]
    if (String.fromCharCode(...bytes.subarray(at, at + 4)) !== 'OggS' || count === undefined)
      throw new RangeError('no page')
    const segments = bytes.subarray(at + 27, at + 27 + count)
    const bodyAt = at + 27 + count
    const end = bodyAt + segments.reduce((sum, length) => sum + length, 0)
    if (end > bytes.length) throw new RangeError('the recording broke off')
    const view = new DataView(bytes.buffer, bytes.byteOffset + at)
    pages.push({ at, bodyAt, end, serial: view.getUint32(14, true), segments })
    at = end
  }
  return pages
}

function packetsOf(pages: readonly Page[]): Packet[] {
  const packets: Packet[] = []
  let open: Packet = { parts: [] }
  for (const { bodyAt, segments } of pages) {
    let at = bodyAt
    for (const length of segments) {
      open.parts.push({ from: at, to: at + length })
      at += length
      if (length === 255) continue
      packets.push(open)
      open = { parts: [] }
    }
  }
  return packets
}

function dataOf(bytes: Uint8Array, { parts }: Packet): Uint8Array {
  const [first] = parts
  return first === undefined ? new Uint8Array(0) : bytes.subarray(first.from, first.to)
}

const begins = (bytes: Uint8Array, packet: Packet, mark: string): boolean =>
  String.fromCharCode(...dataOf(bytes, packet).subarray(0, 8)) === mark

/** No maker, no comment: two lengths of nothing, and zeros, which may follow (RFC 7845, 5.2). */
function emptyTags(bytes: Uint8Array, { parts }: Packet): void {
  let skip = 8
  for (const { from, to } of parts) {
    bytes.fill(0, Math.min(to, from + skip), to)
    skip = Math.max(0, skip - (to - from))
  }
}

const sumAt = 22
const storedSum = (bytes: Uint8Array, { at }: Page): number =>
  new DataView(bytes.buffer, bytes.byteOffset + at).getUint32(sumAt, true)

function writeSum(bytes: Uint8Array, page: Page): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset + page.at)
  view.setUint32(sumAt, checksum(bytes, page), true)
}

/** CRC-32 with the polynomial 04c11db7, unreflected, over the page with its own field taken as zero. */
function checksum(bytes: Uint8Array, { at, end }: Page): number {
  let sum = 0
  for (let i = at; i < end; i += 1) {
    const inSum = i >= at + sumAt && i < at + sumAt + 4
    const byte = inSum ? 0 : (bytes[i] ?? 0)
    sum = ((sum << 8) ^ (table[((sum >>> 24) ^ byte) & 0xff] ?? 0)) >>> 0
  }
  return sum
}

const table = Array.from({ length: 256 }, (_, n) => {
  let sum = n << 24
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1
  return sum >>> 0
})
