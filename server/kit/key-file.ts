// The key file: made once, mode 0600, outside the database's folder, backed up apart from it. Never overwritten:
// a new key beside old rows would make them unreadable, so a missing file is only replaced where nothing was sealed.
import { randomBytes } from 'node:crypto'
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { Trouble } from '#core/kit/result.ts'
import { suiteNames, whyCannotUse, type SuiteName } from './field-suites.ts'
import { fieldKeys, keyIdOf, type FieldKeys, type KeyRing } from './seal-fields.ts'

type StoredKey = { id: string; suite: SuiteName; secret: string }
type StoredRing = {
  format: 1
  demo: boolean
  madeAt: string
  current: string
  keys: StoredKey[]
  index: StoredKey
}

export type KeyWish = { readonly demo: boolean; readonly suite: SuiteName; readonly madeAt: string }

/** Makes a new file, or returns false if one is there: two starting servers make one file, not two. */
export function makeKeyFile(path: string, wish: KeyWish): boolean {
  const lacking = whyCannotUse(wish.suite)
  if (lacking !== null) throw new Trouble('keys', `This Node's OpenSSL does not offer ${lacking}.`)
  const key = (id: string): StoredKey => ({
    id,
    suite: wish.suite,
    secret: randomBytes(32).toString('base64'),
  })
  const kind = wish.demo ? 'demo' : 'key'
  const ring: StoredRing = {
    format: 1,
    demo: wish.demo,
    madeAt: wish.madeAt,
    current: `${kind}1`,
    keys: [key(`${kind}1`)],
    index: key(`${kind}-index1`),
  }
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  writeFileSync(draft, `${JSON.stringify(ring, null, 2)}\n`, {
    mode: 0o600,
    flag: 'wx',
    flush: true,
  })
  try {
    linkSync(draft, path)
    return true
  } catch (cause) {
    if (existsSync(path)) return false
    throw new Trouble('keys', `The key file ${path} could not be made.`, { cause })
  } finally {
    unlinkSync(draft)
  }
}

/**
 * Adds a key and makes it the one that seals; the older ones go on opening. The file is replaced whole or not at all, and
 * answers the name of the new key.
 */
export function addKey(path: string, wish: { suite: SuiteName | null }): string {
  const stored = parse(path)
  const present = stored.keys.find((key) => key.id === stored.current)
  const suite = wish.suite ?? present?.suite ?? 'aes-256-gcm'
  const lacking = whyCannotUse(suite)
  if (lacking !== null) throw new Trouble('keys', `This Node's OpenSSL does not offer ${lacking}.`)
  const numbers = stored.keys.map(({ id }) => Number(/\d+$/.exec(id)?.[0] ?? 0))
  const id = `${stored.demo ? 'demo' : 'key'}${Math.max(...numbers) + 1}`
  const key = { id, suite, secret: randomBytes(32).toString('base64') }
  const ring: StoredRing = { ...stored, current: id, keys: [...stored.keys, key] }
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  writeFileSync(draft, `${JSON.stringify(ring, null, 2)}\n`, {
    mode: 0o600,
    flag: 'wx',
    flush: true,
  })
  renameSync(draft, path)
  return id
}

const lookEveryMs = 2000

/**
 * The keys of a file that may grow while a server runs: a key that is not known yet, or a file that has changed, is read
 * again. A file that went away or is broken changes nothing for whoever holds its keys.
 */
export function followKeyFile(path: string, first: FieldKeys): FieldKeys {
  let keys = first
  let lookedAt = performance.now()
  let seen = stampOf(path)
  const look = (atOnce: boolean): FieldKeys => {
    const now = performance.now()
    if (!atOnce && now - lookedAt < lookEveryMs) return keys
    lookedAt = now
    const stamp = stampOf(path)
    if (stamp === null || stamp === seen) return keys
    seen = stamp
    keys = readKeyFile(path) ?? keys
    return keys
  }
  return {
    demo: first.demo,
    current: () => look(false).current(),
    has: (id) => keys.has(id) || look(true).has(id),
    seal: (plain, place) => look(false).seal(plain, place),
    open: (sealed, place) => (keys.has(keyIdOf(sealed)) ? keys : look(true)).open(sealed, place),
    sealBytes: (plain, context) => look(false).sealBytes(plain, context),
    openBytes: (id, sealed, context) =>
      (keys.has(id) ? keys : look(true)).openBytes(id, sealed, context),
    blindIndex: (kind, value) => keys.blindIndex(kind, value),
    fingerprints: () => look(true).fingerprints(),
  }
}

function stampOf(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false })
  return found === undefined ? null : `${found.ino} ${found.mtimeMs} ${found.size}`
}

/** Null when there is no file. */
export function readKeyFile(path: string): FieldKeys | null {
  if (!existsSync(path)) return null
  if (process.platform !== 'win32' && (statSync(path).mode & 0o007) !== 0)
    throw new Trouble('keys', `Everybody on this machine may read ${path}. Run: chmod 600 ${path}`)
  const stored = parse(path)
  const live = (key: StoredKey) => ({ ...key, secret: Buffer.from(key.secret, 'base64') })
  const ring: KeyRing = {
    demo: stored.demo,
    current: stored.current,
    keys: stored.keys.map(live),
    index: live(stored.index),
  }
  return fieldKeys(ring)
}

function parse(path: string): StoredRing {
  let found: unknown
  try {
    found = JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new Trouble('keys', `${path} cannot be read as a key file. Restore it from its backup.`, {
      cause,
    })
  }
  if (!isRing(found))
    throw new Trouble('keys', `${path} is no key file of this program. Restore it from its backup.`)
  return found
}

function isRing(found: unknown): found is StoredRing {
  const ring = found as Partial<StoredRing> | null
  return (
    typeof ring === 'object' &&
    ring !== null &&
    ring.format === 1 &&
    typeof ring.current === 'string' &&
    typeof ring.demo === 'boolean' &&
    Array.isArray(ring.keys) &&
    ring.keys.every(isKey) &&
    isKey(ring.index)
  )
}

function isKey(found: unknown): found is StoredKey {
  const key = found as Partial<StoredKey> | null
  return (
    typeof key?.id === 'string' &&
    /^[a-z0-9-]+$/.test(key.id) &&
    typeof key.secret === 'string' &&
    (suiteNames as readonly string[]).includes(key.suite ?? '')
  )
}
