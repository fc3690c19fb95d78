// Seals single fields (a reporter's name and telephone number) before they reach the database. The sealed text
// begins with the id of its key, so that keys can be changed while old rows stay readable; the place of the field
// is authenticated with it, so that a value moved to another row or column does not open.
import { Trouble } from '#core/kit/result.ts'
import { suites, whyCannotUse, type SuiteName } from './field-suites.ts'

/** Where a value lies. It opens nowhere else. */
export type FieldPlace = {
  readonly table: string
  readonly column: string
  readonly communityId: number
  readonly caseId: string
  readonly voice: number
}

export type FieldKey = { readonly id: string; readonly suite: SuiteName; readonly secret: Buffer }

export type KeyRing = {
  readonly demo: boolean
  /** Seals and indexes everything new; the others only open. */
  readonly current: string
  readonly keys: readonly FieldKey[]
  /** Keeps its key for as long as rows are looked up by it: changing it means indexing anew. */
  readonly index: FieldKey
}

export type FieldKeys = {
  readonly demo: boolean
  /** The key that seals everything new. */
  current(): string
  has(id: string): boolean
  seal(plain: string, place: FieldPlace): string
  open(sealed: string, place: FieldPlace): string
  /** Whole files, with a key of their own derived from the one of the fields. Null: altered, or of another place. */
  sealBytes(plain: Buffer, context: Buffer): { id: string; sealed: Buffer }
  openBytes(id: string, sealed: Buffer, context: Buffer): Buffer | null
  /** Equal values of one kind give equal digests; without the key nothing can be tried against them. */
  blindIndex(kind: 'phone' | 'secret', normalised: string): string
  /** Short names of the keys at hand, to recognise that one is missing. Say nothing about the secrets. */
  fingerprints(): Record<string, string>
}

/** The key that a sealed value names. */
export function keyIdOf(sealed: string): string {
  return sealed.slice(0, Math.max(sealed.indexOf('.'), 0))
}

function context(place: FieldPlace): Buffer {
  const { table, column, communityId, caseId, voice } = place
  return Buffer.from(JSON.stringify([table, column, communityId, caseId, voice]))
}

export function fieldKeys(ring: KeyRing): FieldKeys {
  const byId = new Map([...ring.keys, ring.index].map((key) => [key.id, key]))
  for (const key of byId.values()) refuseUnusable(key)
  const current = find(ring.current)

  function find(id: string): FieldKey {
    const key = byId.get(id)
    if (key === undefined)
      throw new Trouble('keys', `The key ${id} is not in the key file. Restore it from its backup.`)
    return key
  }

  return {
    demo: ring.demo,
    current: () => current.id,
    has: (id) => byId.has(id),
    seal(plain, place) {
      const sealed = suites[current.suite].seal(current.secret, Buffer.from(plain), context(place))
      return `${current.id}.${sealed.toString('base64url')}`
    },
    open(sealed, place) {
      const id = keyIdOf(sealed)
      const key = find(id)
      const bytes = Buffer.from(sealed.slice(id.length + 1), 'base64url')
      const plain = suites[key.suite].open(key.secret, bytes, context(place))
      if (plain === null)
        throw new Trouble(
          'keys',
          `A sealed ${place.table}.${place.column} was altered or moved, or its key was.`,
        )
      return plain.toString()
    },
    sealBytes(plain, context) {
      const sealed = suites[current.suite].seal(secretOfFiles(current), plain, context)
      return { id: current.id, sealed }
    },
    openBytes(id, sealed, context) {
      const key = find(id)
      return suites[key.suite].open(secretOfFiles(key), sealed, context)
    },
    blindIndex(kind, normalised) {
      const { suite, secret, id } = ring.index
      return `${id}.${suites[suite].digest(secret, `${kind}:${normalised}`).toString('base64url')}`
    },
    fingerprints() {
      return Object.fromEntries([...byId.values()].map((key) => [key.id, fingerprint(key)]))
    },
  }
}

const secretOfFiles = (key: FieldKey): Buffer => suites[key.suite].digest(key.secret, 'files')

function fingerprint(key: FieldKey): string {
  return suites[key.suite].digest(key.secret, 'fingerprint').toString('hex').slice(0, 16)
}

function refuseUnusable(key: FieldKey): void {
  const lacking = whyCannotUse(key.suite)
  if (lacking !== null)
    throw new Trouble(
      'keys',
      `The key ${key.id} needs ${lacking}, which this Node's OpenSSL does not offer.`,
    )
  if (key.secret.length !== 32) throw new Trouble('keys', `The key ${key.id} is not 32 bytes long.`)
}
