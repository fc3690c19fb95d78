// What counts as a voice note, told by its bytes: speech as browsers record it, at most a minute, with no picture, no
// title, no date and no place left in it. What is stored is what came, with everything else blanked where it stood.
import { done, refused, type Result } from '#core/kit/result.ts'
import { recordingSecondsMax } from './limits.ts'
import { cleanMp4 } from './recording-mp4.ts'
import { cleanOgg } from './recording-ogg.ts'
import { cleanWebm } from './recording-webm.ts'

/** A minute of speech is under 1 MB as phones record it; Safari's richest is not twice that. */
export const recordingBytesMax = 2 * 2 ** 20
/** A recorder stops a little after it was told to. */
const graceSeconds = 2

export const recordingTypes = ['audio/webm', 'audio/ogg', 'audio/mp4'] as const
export type RecordingType = (typeof recordingTypes)[number]
export type RecordingRefusal =
  | 'file_missing'
  | 'recording_too_large'
  | 'not_a_recording'
  | 'recording_damaged'
  | 'recording_too_long'

export type CleanRecording = { bytes: Uint8Array; seconds: number }
/** Null where the container is not whole, or holds anything but one track of speech. */
export type Cleaner = (bytes: Uint8Array) => CleanRecording | null

const cleaners: Record<RecordingType, Cleaner> = {
  'audio/webm': cleanWebm,
  'audio/ogg': cleanOgg,
  'audio/mp4': cleanMp4,
}

export function recordingType(bytes: Uint8Array): RecordingType | null {
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
  if (text(0, 4) === '\x1a\x45\xdf\xa3') return 'audio/webm'
  if (text(0, 4) === 'OggS') return 'audio/ogg'
  if (text(4, 8) === 'ftyp') return 'audio/mp4'
  return null
}

type Kept = { bytes: Uint8Array; mediaType: RecordingType; seconds: number }

export function keepableRecording(bytes: Uint8Array): Result<Kept, RecordingRefusal> {
  if (bytes.length === 0) return refused('file_missing')
  if (bytes.length > recordingBytesMax) return refused('recording_too_large')
  const mediaType = recordingType(bytes)
  if (mediaType === null) return refused('not_a_recording')
  const clean = cleaned(cleaners[mediaType], bytes)
  if (clean === null) return refused('recording_damaged')
  if (clean.seconds > recordingSecondsMax + graceSeconds) return refused('recording_too_long')
  return done({ bytes: clean.bytes, mediaType, seconds: Math.max(1, Math.round(clean.seconds)) })
}

/** Lengths that point outside of the bytes end here: a reader finds nothing there and throws. */
function cleaned(cleaner: Cleaner, bytes: Uint8Array): CleanRecording | null {
  try {
    const clean = cleaner(bytes)
    return clean !== null && clean.seconds > 0 ? clean : null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
