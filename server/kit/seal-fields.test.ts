import { mkdtempSync, chmodSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createHash, createCipheriv } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { suiteNames, suites, whyCannotUse } from './field-suites.ts'
import { makeKeyFile, readKeyFile } from './key-file.ts'
import { fieldKeys, type FieldKey, type FieldPlace } from './seal-fields.ts'

const place: FieldPlace = {
  table: 'cases.voices',
  column: 'phone',
  communityId: 8,
  caseId: 'c1',
  voice: 1,
}
const key = (id: string, suite: FieldKey['suite'], fill: number): FieldKey => ({
  id,
  suite,
  secret: Buffer.alloc(32, fill),
})
const ringOf = (...keys: FieldKey[]) =>
  fieldKeys({
    demo: false,
    current: keys[0]?.id ?? '',
    keys,
    index: key('index1', keys[0]?.suite ?? 'aes-256-gcm', 9),
  })

describe.each(suiteNames)('%s', (suite) => {
  const keys = ringOf(key('key1', suite, 1))

  test('opens what it sealed, and seals the same twice differently', () => {
    const sealed = keys.seal('13800138000 王', place)
    expect(keys.open(sealed, place)).toBe('13800138000 王')
    expect(sealed.startsWith('key1.')).toBe(true)
    expect(sealed).not.toContain('13800138000')
    expect(keys.seal('13800138000 王', place)).not.toBe(sealed)
    expect(keys.open(keys.seal('', place), place)).toBe('')
  })

  test('every single altered byte is noticed', () => {
    const bytes = Buffer.from(keys.seal('13800138000', place).slice('key1.'.length), 'base64url')
    for (let at = 0; at < bytes.length; at++) {
      const altered = Buffer.from(bytes)
      altered[at] = (altered[at] ?? 0) ^ 1
      expect(() => keys.open(`key1.${altered.toString('base64url')}`, place)).toThrow(
        'altered or moved',
      )
    }
    expect(() => keys.open('key1.AAAA', place)).toThrow('altered or moved')
  })

  test.each([
    { table: 'cases.other' },
    { column: 'name' },
    { communityId: 9 },
    { caseId: 'c2' },
    { voice: 2 },
  ] satisfies Partial<FieldPlace>[])('does not open at another place: %o', (moved) => {
    const sealed = keys.seal('13800138000', place)
    expect(() => keys.open(sealed, { ...place, ...moved })).toThrow('altered or moved')
  })

  test('does not open with another key of the same name', () => {
    const sealed = keys.seal('13800138000', place)
    expect(() => ringOf(key('key1', suite, 2)).open(sealed, place)).toThrow('altered or moved')
  })

  test('a blind index is equal for equal numbers under one key only', () => {
    expect(keys.blindIndex('phone', '13800138000')).toBe(keys.blindIndex('phone', '13800138000'))
    expect(keys.blindIndex('phone', '13800138000')).not.toBe(
      keys.blindIndex('phone', '13800138001'),
    )
    expect(keys.blindIndex('phone', '13800138000')).not.toContain('13800138000')
  })
})

test('after a change of key, old rows open and new ones carry the new id', () => {
  const old = ringOf(key('key1', 'aes-256-gcm', 1))
  const sealed = old.seal('13800138000', place)
  const both = ringOf(key('key2', 'sm4-ctr-hmac-sm3', 2), key('key1', 'aes-256-gcm', 1))
  expect(both.open(sealed, place)).toBe('13800138000')
  expect(both.seal('13800138000', place).startsWith('key2.')).toBe(true)
  expect(() => old.open(both.seal('x', place), place)).toThrow('key2 is not in the key file')
})

test('SM3 and SM4 are those of the standards (GB/T 32905 example 1, GB/T 32907 example 1)', () => {
  expect(whyCannotUse('sm4-ctr-hmac-sm3')).toBeNull()
  expect(createHash('sm3').update('abc').digest('hex')).toBe(
    '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
  )
  const block = Buffer.from('0123456789abcdeffedcba9876543210', 'hex')
  const cipher = createCipheriv('sm4-ecb', block, null).setAutoPadding(false)
  expect(cipher.update(block).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246')
})

test('the two suites do not open each other', () => {
  const secret = Buffer.alloc(32, 1)
  const sealed = suites['aes-256-gcm'].seal(secret, Buffer.from('x'.repeat(60)), Buffer.from('at'))
  expect(suites['sm4-ctr-hmac-sm3'].open(secret, sealed, Buffer.from('at'))).toBeNull()
})

describe('the key file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'linli-keys-'))
  const path = join(folder, 'keys', 'keys.json')
  const wish = { demo: false, suite: 'sm4-ctr-hmac-sm3', madeAt: '2026-01-01T00:00:00Z' } as const
  afterEach(() => rmSync(join(folder, 'keys'), { recursive: true, force: true }))

  test('is made once, for its owner only, and reads back', () => {
    expect(readKeyFile(path)).toBeNull()
    expect(makeKeyFile(path, wish)).toBe(true)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    const sealed = readKeyFile(path)?.seal('13800138000', place) ?? ''
    expect(makeKeyFile(path, { ...wish, suite: 'aes-256-gcm' })).toBe(false)
    expect(readKeyFile(path)?.open(sealed, place)).toBe('13800138000')
  })
  test('demo keys say so in the file and in every sealed value', () => {
    makeKeyFile(path, { ...wish, demo: true })
    const keys = readKeyFile(path)
    expect(keys?.demo).toBe(true)
    expect(keys?.seal('x', place).startsWith('demo1.')).toBe(true)
  })
  test('is refused when others may read it, or when it is damaged', () => {
    makeKeyFile(path, wish)
    chmodSync(path, 0o644)
    expect(() => readKeyFile(path)).toThrow('chmod 600')
    chmodSync(path, 0o600)
    writeFileSync(path, readFileSync(path, 'utf8').slice(0, 40))
    expect(() => readKeyFile(path)).toThrow('Restore it from its backup')
    writeFileSync(path, '{"format":1}')
    expect(() => readKeyFile(path)).toThrow('no key file')
  })
})
