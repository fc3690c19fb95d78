// A recording as Safari writes it: MP4 (ISO 14496-12), whole or in fragments, with one track of sound. Boxes that say more
// than the sound become free space where they stand; the times at which it was made are set to none.
import type { CleanRecording } from './recording.ts'

type Box = { type: string; at: number; from: number; to: number }
type Reading = {
  bytes: Uint8Array
  view: DataView
  tracks: { handler: string; codec: string; scale: number; claimed: number; ticks: number }[]
  /** Of a sample whose fragment names no length of its own. */
  defaultTicks: number
}

const kept: Readonly<Record<string, readonly string[]>> = {
  '': ['ftyp', 'styp', 'moov', 'moof', 'mdat', 'sidx', 'mfra'],
  moov: ['mvhd', 'trak', 'mvex'],
  mvex: ['mehd', 'trex'],
  trak: ['tkhd', 'edts', 'mdia'],
  edts: ['elst'],
  mdia: ['mdhd', 'hdlr', 'minf'],
  minf: ['smhd', 'dinf', 'stbl'],
  stbl: ['stsd', 'stts', 'stsc', 'stsz', 'stco', 'co64', 'stss', 'sgpd', 'sbgp'],
  moof: ['mfhd', 'traf'],
  traf: ['tfhd', 'tfdt', 'trun', 'sgpd', 'sbgp', 'subs'],
}
const codecs = ['mp4a', 'Opus']

export function cleanMp4(given: Uint8Array): CleanRecording | null {
  const bytes = given.slice()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const r: Reading = { bytes, view, tracks: [], defaultTicks: 0 }
  within(r, '', 0, bytes.length)
  const [track, more] = r.tracks
  if (track === undefined || more !== undefined) return null
  if (track.handler !== 'soun' || !codecs.includes(track.codec) || track.scale === 0) return null
  return { bytes, seconds: Math.max(track.ticks, track.claimed) / track.scale }
}

const textAt = ({ bytes }: Reading, at: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + 4))

function boxAt(r: Reading, at: number, end: number): Box {
  const short = r.view.getUint32(at)
  const long = short === 1
  const size = long
    ? r.view.getUint32(at + 8) * 2 ** 32 + r.view.getUint32(at + 12)
    : short === 0
      ? end - at
      : short
  const from = at + (long ? 16 : 8)
  const to = at + size
  if (to > end || to < from) throw new RangeError('a box is longer than what holds it')
  return { type: textAt(r, at + 4), at, from, to }
}

function within(r: Reading, holder: string, from: number, end: number): void {
  for (let at = from; at < end;) {
    const box = boxAt(r, at, end)
    if (!(kept[holder] ?? []).includes(box.type)) blank(r, box)
    else readBox(r, box)
    at = box.to
  }
}

function readBox(r: Reading, box: Box): void {
  if (box.type === 'trak') r.tracks.push({ handler: '', codec: '', scale: 0, claimed: 0, ticks: 0 })
  const reader = readers[box.type]
  if (reader !== undefined) reader(r, box, r.tracks.at(-1))
  else if (kept[box.type] !== undefined) within(r, box.type, box.from, box.to)
}

type Track = Reading['tracks'][number] | undefined
const readers: Readonly<Record<string, (r: Reading, box: Box, track: Track) => void>> = {
  mvhd: forgetTimes,
  tkhd: forgetTimes,
  mdhd: (r, box, track) => {
    forgetTimes(r, box)
    const long = r.bytes[box.from] === 1
    if (track === undefined) return
    track.scale = r.view.getUint32(box.from + (long ? 20 : 12))
    // All bits set: the length is not known.
    const last = r.view.getUint32(box.from + (long ? 28 : 16))
    track.claimed = last === 0xffffffff ? 0 : last
  },
  hdlr: (r, box, track) => {
    if (track !== undefined) track.handler = textAt(r, box.from + 8)
    r.bytes.fill(0, box.from + 24, box.to)
  },
  stsd: (r, box, track) => {
    const one = r.view.getUint32(box.from + 4) === 1
    if (track !== undefined) track.codec = one ? textAt(r, box.from + 12) : ''
  },
  stts: (r, box, track) => {
    const count = r.view.getUint32(box.from + 4)
    for (let i = 0; i < count; i += 1)
      add(track, r.view.getUint32(box.from + 8 + i * 8), r.view.getUint32(box.from + 12 + i * 8))
  },
  trex: (r, box) => {
    r.defaultTicks = r.view.getUint32(box.from + 12)
  },
  tfhd: (r, box) => {
    const flags = r.view.getUint32(box.from) & 0xffffff
    const at = box.from + 8 + (flags & 1 ? 8 : 0) + (flags & 2 ? 4 : 0)
    if (flags & 8) r.defaultTicks = r.view.getUint32(at)
  },
  trun: readRun,
}

/** Created and changed: zero is "not known". */
function forgetTimes(r: Reading, { from }: Box): void {
  r.bytes.fill(0, from + 4, from + (r.bytes[from] === 1 ? 20 : 12))
}

function readRun(r: Reading, box: Box, track: Track): void {
  const flags = r.view.getUint32(box.from) & 0xffffff
  const count = r.view.getUint32(box.from + 4)
  if (!(flags & 0x100)) return add(track, count, r.defaultTicks)
  const start = box.from + 8 + (flags & 1 ? 4 : 0) + (flags & 4 ? 4 : 0)
  const step = [0x100, 0x200, 0x400, 0x800].filter((flag) => flags & flag).length * 4
  for (let i = 0; i < count; i += 1) add(track, 1, r.view.getUint32(start + i * step))
}

function add(track: Track, samples: number, ticks: number): void {
  if (track !== undefined) track.ticks += samples * ticks
}

/** Free space of the same length, filled with zeros. */
function blank(r: Reading, { at, from, to }: Box): void {
  r.bytes.fill(0, from, to)
  r.bytes.set([0x66, 0x72, 0x65, 0x65], at + 4)
}
