import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { diskStore } from './file-store.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'))
})
afterAll(() => rm(folder, { recursive: true }))

const hash = 'ab'.repeat(32)
const full = { hash, variant: 'full' } as const
const thumb = { hash, variant: 'thumb' } as const

test('what is put is got, beside its small copy, and removed', async () => {
  const store = diskStore(folder)
  expect(await store.get(full)).toBeNull()
  await Promise.all([1, 2, 3].map(() => store.put(full, Buffer.from('photo'))))
  await store.put(thumb, Buffer.from('small'))
  expect(await readdir(join(folder, 'ab'))).toEqual([hash.slice(2), `${hash.slice(2)}.thumb`])
  expect(String(await store.get(full))).toBe('photo')
  await store.remove(full)
  await store.remove(full)
  expect([await store.has(full), await store.has(thumb)]).toEqual([false, true])
})

test('a key that is no hash never becomes a path', async () => {
  await expect(
    diskStore(folder).get({ hash: '../../etc/passwd', variant: 'full' }),
  ).rejects.toThrow(/by hash/)
})

test('a disk that cannot be written is trouble with a name', async () => {
  await expect(diskStore('/dev/null/files').put(full, Buffer.from('x'))).rejects.toMatchObject({
    name: 'Trouble',
    dependency: 'files',
  })
})
