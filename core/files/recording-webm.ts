// A recording as Chromium and Firefox write it: WebM (Matroska, RFC 9559) with one track of Opus. Elements that say more
// than the sound become void where they stand, so that nothing has to be moved.
import type { CleanRecording } from './recording.ts'
import { opusMs } from './recording-opus.ts'

const ids = {
  ebml: 0x1a45dfa3,
  docType: 0x4282,
  segment: 0x18538067,
  info: 0x1549a966,
  muxingApp: 0x4d80,
  writingApp: 0x5741,
  timecodeScale: 0x2ad7b1,
  duration: 0x4489,
  tracks: 0x1654ae6b,
  track: 0xae,
  trackType: 0x83,
  codec: 0x86,
  cluster: 0x1f43b675,
  timecode: 0xe7,
  simpleBlock: 0xa3,
  blockGroup: 0xa0,
  block: 0xa1,
  cues: 0x1c53bb6b,
  seekHead: 0x114d9b74,
  void: 0xec,
} as const

/** Of a track: numbers, flags, codec and how it sounds; never its name or language. */
const trackParts = [
  0xd7, 0x73c5, 0x83, 0xb9, 0x88, 0x55aa, 0x9c, 0x86, 0x63a2, 0xe1, 0x56aa, 0x56bb,
]
const kept: Readonly<Record<number, readonly number[]>> = {
  [ids.segment]: [ids.info, ids.tracks, ids.cluster, ids.cues, ids.seekHead],
  [ids.info]: [ids.timecodeScale, ids.duration, ids.muxingApp, ids.writingApp],
  [ids.tracks]: [ids.track],
  [ids.track]: trackParts,
  [ids.cluster]: [ids.timecode, ids.simpleBlock, ids.blockGroup],
  [ids.blockGroup]: [ids.block, 0x9b, 0x75a2, 0xfb],
}
const atTop: readonly number[] = [ids.info, ids.tracks, ids.cluster, ids.cues, ids.seekHead]

type Element = { id: number; at: number; from: number; to: number; open: boolean }
type Reading = {
  bytes: Uint8Array
  scaleNs: number
  clusterAt: number
  lastMs: number
  soundMs: number
  tracks: { type: number; codec: string }[]
  docType: string
}

export function cleanWebm(given: Uint8Array): CleanRecording | null {
  const bytes = given.slice()
  const r: Reading = {
    bytes,
    scaleNs: 1_000_000,
    clusterAt: 0,
    lastMs: 0,
    soundMs: 0,
    tracks: [],
    docType: '',
  }
  for (let at = 0; at < bytes.length;) {
    const element = elementAt(r, at, bytes.length)
    if (element.id === ids.ebml) within(r, element, (one) => readHead(r, one))
    else if (element.id === ids.segment) within(r, element, (one) => read(r, ids.segment, one))
    else blank(r, element)
    at = element.to
  }
  const [track, more] = r.tracks
  const right = r.docType === 'webm' && track?.type === 2 && track.codec === 'A_OPUS'
  if (!right || more !== undefined) return null
  return { bytes, seconds: Math.max(r.soundMs, r.lastMs) / 1_000 }
}

function byteAt(r: Reading, at: number): number {
  const byte = r.bytes[at]
  if (byte === undefined) throw new RangeError('the recording broke off')
  return byte
}

/** A number whose first byte says its own length; null where all its bits are set, which means: not known. */
function sizeAt(r: Reading, at: number): { value: number | null; length: number } {
  const first = byteAt(r, at)
  const length = Math.clz32(first) - 23
  if (length > 8) throw new RangeError('no size')
  let value = first & (0xff >> length)
  let unknown = value === 0xff >> length
  for (let i = 1; i < length; i += 1) {
    const byte = byteAt(r, at + i)
    unknown &&= byte === 0xff
    value = value * 256 + byte
  }
  return { value: unknown ? null : value, length }
}

function elementAt(r: Reading, at: number, end: number): Element {
  const idLength = Math.clz32(byteAt(r, at)) - 23
  if (idLength > 4) throw new RangeError('no id')
  let id = 0
  for (let i = 0; i < idLength; i += 1) id = id * 256 + byteAt(r, at + i)
  const size = sizeAt(r, at + idLength)
  const from = at + idLength + size.length
  const to = size.value === null ? end : from + size.value
  if (to > end) throw new RangeError('an element is longer than what holds it')
  return { id, at, from, to, open: size.value === null }
}

/** What has no size of its own ends where the next part of the segment begins. */
function within(r: Reading, holder: Element, each: (element: Element) => void): void {
  let at = holder.from
  while (at < holder.to) {
    const element = elementAt(r, at, holder.to)
    if (holder.open && holder.id !== ids.segment && atTop.includes(element.id)) break
    each(element)
    at = element.to
  }
  holder.to = at
}

function readHead(r: Reading, element: Element): void {
  if (element.id === ids.docType) r.docType = textOf(r, element)
}

function read(r: Reading, holder: number, element: Element): void {
  const { id } = element
  if (!(kept[holder] ?? []).includes(id)) return blank(r, element)
  if (kept[id] !== undefined) {
    if (id === ids.track) r.tracks.push({ type: 0, codec: '' })
    return within(r, element, (one) => read(r, id, one))
  }
  const track = r.tracks.at(-1)
  if (id === ids.muxingApp || id === ids.writingApp) r.bytes.fill(0, element.from, element.to)
  else if (id === ids.timecodeScale) r.scaleNs = numberOf(r, element)
  else if (id === ids.timecode) r.clusterAt = numberOf(r, element)
  else if (id === ids.trackType && track) track.type = numberOf(r, element)
  else if (id === ids.codec && track) track.codec = textOf(r, element)
  else if (id === ids.simpleBlock || id === ids.block) readBlock(r, element)
}

function readBlock(r: Reading, { from, to }: Element): void {
  const track = sizeAt(r, from)
  const at = from + track.length
  const since = (((byteAt(r, at) << 8) | byteAt(r, at + 1)) << 16) >> 16
  const laced = (byteAt(r, at + 2) & 0x06) !== 0
  if (laced) throw new RangeError('no recorder laces its blocks')
  const sound = opusMs(r.bytes.subarray(at + 3, to))
  r.soundMs += sound
  r.lastMs = Math.max(r.lastMs, ((r.clusterAt + since) * r.scaleNs) / 1e6 + sound)
}

function numberOf(r: Reading, { from, to }: Element): number {
  let value = 0
  for (let at = from; at < to; at += 1) value = value * 256 + byteAt(r, at)
  return value
}

const textOf = (r: Reading, { from, to }: Element): string =>
  String.fromCharCode(...r.bytes.subarray(from, Math.min(to, from + 40))).replace(/\0+$/, '')

/** Void of the same length, filled with zeros. */
function blank(r: Reading, { at, to }: Element): void {
  const length = to - at
  r.bytes.fill(0, at, to)
  r.bytes[at] = ids.void
  if (length - 2 < 127) r.bytes[at + 1] = 0x80 | (length - 2)
  else {
    r.bytes[at + 1] = 0x01
    for (let i = 0, rest = length - 9; i < 7; i += 1, rest = Math.floor(rest / 256))
      r.bytes[at + 8 - i] = rest % 256
  }
}
