// From whatever a phone sends to what is kept: upright, bounded, without a trace of where and by whom it was taken.
import { createHash } from 'node:crypto'
import sharp, { type Sharp } from 'sharp'
import {
  photoKind,
  photoPixelsMax,
  photoSideMax,
  thumbSideMax,
  type PhotoKind,
  type PhotoRefusal,
} from '#core/files/photo.ts'
import { readExif, type Exif } from '#core/files/exif.ts'
import { done, refused, type Result } from '#core/kit/result.ts'

export type KeptPhoto = {
  hash: string
  full: Buffer
  thumb: Buffer
  width: number
  height: number
  exif: Exif
}

sharp.cache(false) // every photo is seen once

/** Half-sent pictures are refused; small oddities, of which many phones are guilty, are not. */
const reading = { failOn: 'error', sequentialRead: true } as const
const secondsMax = 20

export async function keepablePhoto(
  bytes: Buffer,
): Promise<Result<KeptPhoto, Extract<PhotoRefusal, 'not_a_photo' | 'photo_damaged'>>> {
  const kind = photoKind(bytes)
  if (kind === null) return refused('not_a_photo')
  return inTurn(async () => {
    const kept = await reencoded(bytes, kind)
    return kept === null ? refused('photo_damaged') : done(kept)
  })
}

async function reencoded(bytes: Buffer, kind: PhotoKind): Promise<KeptPhoto | null> {
  try {
    const source = sharp(bytes, { ...reading, limitInputPixels: photoPixelsMax[kind] })
    const { exif } = await source.metadata()
    const { data: full, info } = await jpeg(source, photoSideMax, 82)
    const { data: thumb } = await jpeg(sharp(full, reading), thumbSideMax, 70)
    const hash = createHash('sha256').update(full).digest('hex')
    const { width, height } = info
    return { hash, full, thumb, width, height, exif: readExif(exif ?? new Uint8Array(0)) }
  } catch {
    return null // the library knows one kind of error only: it could not make a picture of these bytes
  }
}

/** Metadata is left out by the library unless asked for; colours are brought to sRGB before their profile goes. */
function jpeg(source: Sharp, side: number, quality: number) {
  return source
    .autoOrient()
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality, progressive: false })
    .timeout({ seconds: secondsMax })
    .toBuffer({ resolveWithObject: true })
}

/** Unpacked photos are large: two at a time, the others wait with their few packed megabytes. */
const atOnceMax = 2
let busy = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  while (busy >= atOnceMax) await new Promise<void>((go) => waiting.push(go))
  busy += 1
  try {
    return await work()
  } finally {
    busy -= 1
    waiting.shift()?.()
  }
}
