// Where the bytes of a photo are read by staff who may see its case.
export const photoOf = (hash: string, number: string, size: 'full' | 'thumb' = 'full'): string =>
  `/api/files/${hash}?of=${encodeURIComponent(number)}&size=${size}`

/** Where a paper is saved from, by the same staff. */
export const paperOf = (hash: string, number: string): string =>
  `/api/documents/${hash}?of=${encodeURIComponent(number)}`
