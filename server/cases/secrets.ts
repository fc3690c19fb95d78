// The secret of a voice: six characters without 0 O 1 I, given once with the receipt. It is never stored: it follows
// from the number and the command that reported, by the installation's key, so that a repeat gets the same receipt.

import { createHash } from 'node:crypto'
import type { FieldKeys } from '../kit/seal-fields.ts'

const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const length = 6

export function voiceSecret(keys: FieldKeys, number: string, commandId: string): string {
  const bytes = createHash('sha256')
    .update(keys.blindIndex('secret', `make ${number} ${commandId}`))
    .digest()
  return [...bytes.subarray(0, length)].map((byte) => alphabet[byte % alphabet.length]).join('')
}

/** What the database keeps. Keyed: with the rows alone nobody can try the billion secrets. Forgives case and spaces. */
export function secretHash(keys: FieldKeys, number: string, secret: string): Buffer {
  const spoken = secret.toUpperCase().replace(/[^0-9A-Z]/g, '')
  return createHash('sha256')
    .update(keys.blindIndex('secret', `keep ${number} ${spoken}`))
    .digest()
}
