// The digests under which frozen things are known: of the canonical text, so that the order of keys does not matter.
import { createHash, getHashes } from 'node:crypto'
import { canonical } from '../kit/db.ts'

export type Digests = { sha256: string; sm3: string | null }

const knowsSm3 = getHashes().includes('sm3')

export function digestsOf(content: unknown): Digests {
  const text = canonical(content)
  return {
    sha256: createHash('sha256').update(text).digest('hex'),
    sm3: knowsSm3 ? createHash('sm3').update(text).digest('hex') : null,
  }
}

/** Counted again: SM3 counts only where this installation's OpenSSL has it. */
export function isWhole(content: unknown, kept: Digests): boolean {
  const now = digestsOf(content)
  return (
    now.sha256 === kept.sha256 && (kept.sm3 === null || now.sm3 === null || now.sm3 === kept.sm3)
  )
}
