// The key file: made once, mode 0600, outside the database's folder, backed up apart from it. Never overwritten:
// a new key beside old rows would make them unreadable, so a missing file is only replaced where nothing was sealed.
import { randomBytes } from 'node:crypto'
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { Trouble } from '#core/kit/result.ts'
import { suiteNames, whyCannotUse, type SuiteName } from './field-suites.ts'
import { fieldKeys, type FieldKeys, type KeyRing } from './seal-fields.ts'

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
