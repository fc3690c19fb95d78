import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { openHarness, type Harness } from '#testing/harness.ts'
import { agreeOnKeys, missingKeys } from './key-check.ts'
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
