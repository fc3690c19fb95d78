// Passwords: argon2id with 19 MiB and two passes (OWASP's first choice), about a tenth of a second each.
import { hash, verify } from '@node-rs/argon2'

const argon2id = 2
const cost = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost)
}

let nobodysHash: Promise<string> | null = null

/** Takes the same time whether or not there is an account: without one a hash of nobody's is tried. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  nobodysHash ??= hashPassword('no account has this one')
  const matches = await verify(stored ?? (await nobodysHash), password.normalize('NFKC'))
  return matches && stored !== null
}
