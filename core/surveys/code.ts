// The one-time code of a sheet: sixty random bits and a check letter, in an alphabet without I, L, O and U, so that it
// can be read out, typed and printed. K7QF-2M9X-TB4D-H.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const signs = 12
const alike: Record<string, string> = { O: '0', I: '1', L: '1' }

/** From at least twelve random bytes: five bits of each. */
export function codeFrom(bytes: Uint8Array): string {
  const body = Array.from(bytes.slice(0, signs), (byte) => alphabet[byte % 32] ?? '0').join('')
  return body + checkSign(body)
}

/** Every sign has an odd weight, so one wrong sign never passes. */
function checkSign(body: string): string {
  const sum = [...body].reduce((all, sign, at) => all + (2 * at + 1) * alphabet.indexOf(sign), 0)
  return alphabet[sum % 32] ?? '0'
}

/** What somebody typed or scanned, as the code it means; null when it cannot be one. */
export function readCode(text: string): string | null {
  const plain = text
    .toUpperCase()
    .replace(/[\s–—-]/g, '')
    .replace(/[OIL]/g, (sign) => alike[sign] ?? sign)
  if (plain.length !== signs + 1 || ![...plain].every((sign) => alphabet.includes(sign)))
    return null
  return checkSign(plain.slice(0, signs)) === plain.at(-1) ? plain : null
}

/** In groups of four, as it is printed. */
export const printedCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-')
