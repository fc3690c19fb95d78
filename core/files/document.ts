// What counts as a paper here, told by its bytes: PDF only, because it looks the same to everybody and needs no program
// of one maker. It is kept as it came, shown inside no page of ours, and only ever saved by who may see the case.

export const documentBytesMax = 15 * 2 ** 20
export const documentType = 'application/pdf'

export type DocumentRefusal =
  | 'file_missing'
  | 'document_too_large'
  | 'not_a_document'
  | 'document_damaged'

const reads = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(Math.max(0, from), to))

export const isDocument = (bytes: Uint8Array): boolean => reads(bytes, 0, 5) === '%PDF-'

/** A paper that broke off on the way lacks its end, which stands in the last kilobyte (ISO 32000-1, H.3). */
export const isWholeDocument = (bytes: Uint8Array): boolean =>
  reads(bytes, bytes.length - 1024, bytes.length).includes('%%EOF')
