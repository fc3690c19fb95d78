// Where the bytes of a photo are read by staff who may see its case.
export const photoOf = (hash: string, number: string, size: 'full' | 'thumb' = 'full'): string =>
  `/api/files/${hash}?of=${encodeURIComponent(number)}&size=${size}`
