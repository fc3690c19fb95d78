// Where and when a photo was taken, read from its EXIF block (CIPA DC-008, a TIFF file of its own). Both are only
// offered to whoever uploads: what is stored of the photo holds neither. Cameras write much nonsense here, so
// anything out of bounds is nothing, and never an error.

export type TakenPoint = { lon: number; lat: number }
/** `offset` where the camera says its zone, else null: then `wall` is some local time. */
export type TakenTime = { wall: string; offset: string | null }
export type Exif = { point: TakenPoint | null; taken: TakenTime | null }

const nothing: Exif = { point: null, taken: null }

const tags = {
  exifBlock: 0x8769,
  gpsBlock: 0x8825,
  changedAt: 0x0132,
  takenAt: 0x9003,
  takenOffset: 0x9011,
  latitudeRef: 1,
  latitude: 2,
  longitudeRef: 3,
  longitude: 4,
} as const

/** The value of one tag: text, or numbers (rationals already divided). */
type Value = string | number[]
type Block = Map<number, Value>

export function readExif(bytes: Uint8Array): Exif {
  const at = tiffStart(bytes)
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, bytes.byteLength - at)
  if (view.byteLength < 8) return nothing
  const order = view.getUint16(0)
  if (order !== 0x4949 && order !== 0x4d4d) return nothing
  const little = order === 0x4949
  const main = readBlock(view, view.getUint32(4, little), little)
  const block = (tag: number) => readBlock(view, numberOf(main.get(tag)) ?? view.byteLength, little)
  return { point: readPoint(block(tags.gpsBlock)), taken: readTaken(main, block(tags.exifBlock)) }
}

/** Libraries hand the block over with or without its "Exif\0\0" mark. */
function tiffStart(bytes: Uint8Array): number {
  return bytes[0] === 0x45 && bytes[1] === 0x78 && bytes[4] === 0 && bytes[5] === 0 ? 6 : 0
}

const entryBytes = 12
const entriesMax = 500

function readBlock(view: DataView, offset: number, little: boolean): Block {
  const block: Block = new Map()
  if (offset + 2 > view.byteLength) return block
  const count = Math.min(view.getUint16(offset, little), entriesMax)
  for (let entry = 0; entry < count; entry += 1) {
    const at = offset + 2 + entry * entryBytes
    if (at + entryBytes > view.byteLength) break
    const value = readValue(view, at, little)
    if (value !== null) block.set(view.getUint16(at, little), value)
  }
  return block
}

/** Types 2 text, 3 short, 4 long, 5 rational; the others say nothing we ask for. */
const bytesOfType: Record<number, number> = { 2: 1, 3: 2, 4: 4, 5: 8 }

function readValue(view: DataView, entry: number, little: boolean): Value | null {
  const type = view.getUint16(entry + 2, little)
  const count = view.getUint32(entry + 4, little)
  const size = bytesOfType[type]
  if (size === undefined || count === 0 || count > 64) return null
  const at = size * count <= 4 ? entry + 8 : view.getUint32(entry + 8, little)
  if (at + size * count > view.byteLength) return null
  const places = Array.from({ length: count }, (_, n) => at + n * size)
  if (type === 2) return textOf(places.map((place) => view.getUint8(place)))
  if (type === 3) return places.map((place) => view.getUint16(place, little))
  if (type === 4) return places.map((place) => view.getUint32(place, little))
  return places.map((place) => view.getUint32(place, little) / view.getUint32(place + 4, little))
}

const textOf = (codes: number[]): string =>
  String.fromCharCode(...codes)
    .split('\0', 1)[0]
    ?.trim() ?? ''

const numberOf = (value: Value | undefined): number | null =>
  typeof value === 'object' ? (value[0] ?? null) : null

function readPoint(gps: Block): TakenPoint | null {
  const lat = degrees(gps.get(tags.latitude), gps.get(tags.latitudeRef) === 'S')
  const lon = degrees(gps.get(tags.longitude), gps.get(tags.longitudeRef) === 'W')
  if (lat === null || lon === null || Math.abs(lat) > 90 || Math.abs(lon) > 180) return null
  // A receiver without a fix writes zeros: the Gulf of Guinea has no grid workers.
  if (lat === 0 && lon === 0) return null
  return { lon: rounded(lon), lat: rounded(lat) }
}

function degrees(value: Value | undefined, negative: boolean): number | null {
  if (typeof value !== 'object') return null
  const [whole, minutes = 0, seconds = 0] = value
  if (whole === undefined) return null
  const sum = whole + minutes / 60 + seconds / 3600
  return Number.isFinite(sum) ? (negative ? -sum : sum) : null
}

/** Six decimals are 11 cm. */
const rounded = (degree: number): number => Math.round(degree * 1e6) / 1e6

function readTaken(main: Block, exif: Block): TakenTime | null {
  const text = exif.get(tags.takenAt) ?? main.get(tags.changedAt)
  if (typeof text !== 'string') return null
  const found = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}:\d{2}:\d{2})/.exec(text)
  if (!found) return null
  const wall = `${found[1]}-${found[2]}-${found[3]}T${found[4]}`
  if (Number.isNaN(Date.parse(`${wall}Z`)) || Number(found[1]) < 1995) return null
  const offset = exif.get(tags.takenOffset)
  const named = typeof offset === 'string' && /^[+-]\d{2}:\d{2}$/.test(offset)
  return { wall, offset: named ? offset : null }
}
