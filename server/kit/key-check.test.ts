import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { openHarness, type Harness } from '#testing/harness.ts'
import { readConfig } from '../config.ts'
import { agreeOnKeys, missingKeys, refuseDemoKeys } from './key-check.ts'
import { makeKeyFile, readKeyFile } from './key-file.ts'

let h: Harness
beforeAll(async () => {
  h = await openHarness()
})

function ringAt(name: string, demo = false) {
  const path = join(h.app.config.dataFolder, name)
  makeKeyFile(path, { demo, suite: 'aes-256-gcm', madeAt: '2026-01-01T00:00:00Z' })
  const keys = readKeyFile(path)
  if (keys === null) throw new Error('the key file was just made')
  return { keys, path }
}

test('a database remembers its keys and refuses another file of the same form', async () => {
  const first = ringAt('first.json')
  await agreeOnKeys(h.app.db, first.keys, first.path)
  await agreeOnKeys(h.app.db, first.keys, first.path)
  const lost = ringAt('made-anew.json')
  expect((await missingKeys(h.app.db, lost.keys)).toSorted()).toEqual(['key-index1', 'key1'])
  await expect(agreeOnKeys(h.app.db, lost.keys, lost.path)).rejects.toThrow('Restore the key file')
  await agreeOnKeys(h.app.db, first.keys, first.path)
})

test('keys of the demo world are refused where others can knock, as its accounts are', () => {
  const [demo, real] = [ringAt('demo.json', true), ringAt('real.json')]
  const at = (host: string, { path }: typeof demo) => ({ host, keysFile: path })
  for (const host of ['127.0.0.1', 'localhost', '::1'])
    expect(() => refuseDemoKeys(demo.keys, at(host, demo))).not.toThrow()
  for (const host of ['0.0.0.0', '::', '192.168.1.9'])
    expect(() => refuseDemoKeys(demo.keys, at(host, demo))).toThrow('keys of the demo world')
  expect(() => refuseDemoKeys(real.keys, at('0.0.0.0', real))).not.toThrow()
})

test('LINLI_DEMO is 0, 1 or play; anything else is answered with what to give', () => {
  const demo = (LINLI_DEMO?: string) => readConfig({ LINLI_DEMO }).demo
  expect([demo(), demo('0'), demo('1'), demo('play')]).toEqual(['no', 'no', 'fill', 'play'])
  expect(() => demo('yes')).toThrow('LINLI_DEMO is “yes”')
})
