// The two secrets of a voice, given once with the receipt: six characters to copy by hand, and a long one in the link.
// Neither is stored: both follow from the number and the command that reported, by the installation's key, so that a
// repeat gets the same receipt. Letters and digits without 0 O 1 I.

import { createHash } from 'node:crypto'
import type { FieldKeys } from '../kit/seal-fields.ts'

const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const shortLength = 6
/** 80 bits: whoever has the link needs no number, and nobody finds it by trying. */
const linkLength = 16

const made = (keys: FieldKeys, what: string, length: number): string => {
  const bytes = createHash('sha256').update(keys.blindIndex('secret', what)).digest()
  return [...bytes.subarray(0, length)].map((byte) => alphabet[byte % alphabet.length]).join('')
}

export const voiceSecret = (keys: FieldKeys, number: string, commandId: string): string =>
  made(keys, `make ${number} ${commandId}`, shortLength)

export const linkSecret = (keys: FieldKeys, number: string, commandId: string): string =>
  made(keys, `link ${number} ${commandId}`, linkLength)

/** Both secrets of the voice that this command made. */
export const secretsOf = (keys: FieldKeys, number: string, commandId: string) => ({
  secret: voiceSecret(keys, number, commandId),
  link: linkSecret(keys, number, commandId),
})

/** As it is compared: forgives case, blanks and dashes. */
export const spokenSecret = (secret: string): string =>
  secret.toUpperCase().replace(/[^0-9A-Z]/g, '')

export const isShort = (secret: string): boolean => spokenSecret(secret).length <= shortLength

/** What the database keeps of either. Keyed: with the rows alone nobody can try the billion short ones. */
export function secretHash(keys: FieldKeys, number: string, secret: string): Buffer {
  return createHash('sha256')
    .update(keys.blindIndex('secret', `keep ${number} ${spokenSecret(secret)}`))
    .digest()
}
