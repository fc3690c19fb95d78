// Where the bytes of a photo are read by staff who may see its case.
export const photoOf = (hash: string, number: string, size: 'full' | 'thumb' = 'full'): string =>
  `/api/files/${hash}?of=${encodeURIComponent(number)}&size=${size}`

/** Where a voice note is heard from, by the same staff; each time, the log of looks says so. */
export const recordingOf = (hash: string, number: string): string =>
  `/api/recordings/${hash}?of=${encodeURIComponent(number)}`

/** Where a paper is saved from, by the same staff. */
export const paperOf = (hash: string, number: string): string =>
  `/api/documents/${hash}?of=${encodeURIComponent(number)}`
