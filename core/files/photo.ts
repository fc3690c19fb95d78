// What counts as a photo here, told by its first bytes: a name or a declared type is only a claim.

/** Largest upload. Phones send 3–12 MB; more is nearly always not a photo of a place. */
export const photoBytesMax = 15 * 2 ** 20
/** Photos of one report (loop.md 3, move 1). */
export const photosPerReportMax = 9
/** Longest side of what is kept, and of its small copy for lists. */
export const photoSideMax = 2048
export const thumbSideMax = 480
/** Unpacked size beyond which a small file is a bomb. JPEG is shrunk while it is read, so it may be larger. */
export const photoPixelsMax: Record<PhotoKind, number> = {
  jpeg: 200_000_000,
  png: 50_000_000,
  webp: 50_000_000,
}
/** An upload that no report refers to is removed after this time. */
export const unclaimedHoursMax = 24

/** What is kept, whatever came. */
export const photoType = 'image/jpeg'

export type PhotoKind = 'jpeg' | 'png' | 'webp'
export type PhotoRefusal = 'file_missing' | 'file_too_large' | 'not_a_photo' | 'photo_damaged'

const hashForm = /^[0-9a-f]{64}$/
export const isPhotoHash = (text: string): boolean => hashForm.test(text)

export function photoKind(bytes: Uint8Array): PhotoKind | null {
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'webp'
  return null
}
