// Somebody carries the disk away. What lies on it are no photos; and whoever lays one file in another's place shows nobody
// the wrong one.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { Trouble } from '#core/kit/result.ts'
import { type Town, openTown, report } from '#testing/town.ts'
import { addKey } from '../kit/key-file.ts'
import { fileKeyIdOf } from '../kit/sealed-file.ts'
import type { LyingFile } from './file-store.ts'
import { keepPhoto } from './files.ts'
import { alteredFiles, fileUses, sealFiles } from './sealing.ts'

let t: Town
beforeAll(async () => {
  t = await openTown()
})

const jobs = { actor: { kind: 'job', id: 'story' }, scope: { kind: 'job' } } as const
const picture = (background: string) =>
  sharp({ create: { width: 640, height: 480, channels: 3, background } })
    .jpeg()
    .toBuffer()

type Sent = { hash: string; number: string; secret: string; jpeg: Buffer }

/** A photo comes with a report, as from a telephone. */
async function sends(background: string): Promise<Sent> {
  const boundary = 'a-line-of-the-form'
  const body = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="p.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`,
    ),
    await picture(background),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  const answer = await t.server.inject({
    method: 'POST',
    url: '/api/files',
    payload: body,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  })
  const { hash } = answer.json<{ hash: string }>()
  const { number, secret } = await report(t.client(), { photos: [hash] })
  const jpeg = (await t.app.files.get({ hash, variant: 'full' }))!
  return { hash, number, secret: secret!, jpeg }
}

const pathOf = (hash: string, variant = '') =>
  join(t.app.config.dataFolder, 'files', hash.slice(0, 2), hash.slice(2) + variant)
const lying = (hash: string, variant = '') => readFileSync(pathOf(hash, variant))
const looksAt = async ({ hash, number }: Sent, size = 'full') =>
  (await t.as('wu')).send({ path: `/api/files/${hash}?of=${number}&size=${size}` })
/** As files lay before they were sealed. */
const layPlain = (hash: string, bytes: Buffer, variant = '') => {
  mkdirSync(dirname(pathOf(hash, variant)), { recursive: true })
  writeFileSync(pathOf(hash, variant), bytes)
}

test('a photo lies sealed, large and small, and is shown as it was', async () => {
  const sent = await sends('#2a7')
  expect(sent.jpeg.subarray(0, 3).toString('hex')).toBe('ffd8ff')
  for (const variant of ['', '.thumb']) {
    const bytes = lying(sent.hash, variant)
    expect(bytes.subarray(0, 3).toString('hex')).not.toBe('ffd8ff')
    expect(bytes.includes(sent.jpeg.subarray(0, 16))).toBe(false)
    expect(fileKeyIdOf(bytes)).toBe('key1')
  }
  const shown = await looksAt(sent)
  expect([shown.status, shown.bytes.equals(sent.jpeg)]).toEqual([200, true])
  expect((await looksAt(sent, 'thumb')).bytes.subarray(0, 2).toString('hex')).toBe('ffd8')
})

test('one laid in another’s place, or touched by one bit, is shown to nobody; the others go on', async () => {
  const [mine, yours] = [await sends('#a20'), await sends('#02a')]
  copyFileSync(pathOf(yours.hash), pathOf(mine.hash))
  expect((await looksAt(mine)).status).toBe(503)
  // The small copy in the place of the large one of the same photo, too.
  copyFileSync(pathOf(mine.hash, '.thumb'), pathOf(mine.hash))
  expect((await looksAt(mine)).status).toBe(503)
  for (const at of [0, 8, 9, 12, 40, -1]) {
    const bytes = lying(yours.hash)
    const touched = Buffer.from(bytes)
    const place = at < 0 ? touched.length + at : at
    touched[place] = touched[place]! ^ 1
    layPlain(yours.hash, touched)
    expect([at, (await looksAt(yours)).status]).toEqual([at, 503])
    layPlain(yours.hash, bytes)
  }
  layPlain(yours.hash, lying(yours.hash).subarray(0, 30))
  expect((await looksAt(yours)).status).toBe(503)
  layPlain(yours.hash, Buffer.alloc(0))
  expect((await looksAt(yours)).status).toBe(503)
  expect((await looksAt(await sends('#777'))).status).toBe(200)
  const { altered } = await alteredFiles(t.app, () => undefined)
  expect(altered.toSorted()).toEqual([mine.hash, yours.hash].toSorted())
  // Altered ones are named by night, and left for whoever looks into it.
  expect((await sealFiles(t.app)).altered).toContain(yours.hash)
})

test('what lay plain from before is read, sealed by night, and another picture in its place is not taken for it', async () => {
  const old = await sends('#563')
  layPlain(old.hash, old.jpeg)
  expect((await looksAt(old)).bytes.equals(old.jpeg)).toBe(true)
  layPlain(old.hash, await picture('#111'))
  expect((await looksAt(old)).status).toBe(503)
  layPlain(old.hash, old.jpeg)
  const small = (await t.app.files.get({ hash: old.hash, variant: 'thumb' }))!
  layPlain(old.hash, small, '.thumb')
  expect((await looksAt(old, 'thumb')).bytes.equals(small)).toBe(true)
  expect((await fileUses(t.app.rawFiles)).get('')).toBeGreaterThanOrEqual(1)
  expect((await sealFiles(t.app)).sealed).toBe(2)
  // Once its photo is sealed nobody slips a plain small copy under it.
  const sealed = lying(old.hash, '.thumb')
  layPlain(old.hash, small, '.thumb')
  expect((await looksAt(old, 'thumb')).status).toBe(503)
  layPlain(old.hash, sealed, '.thumb')
  expect(fileKeyIdOf(lying(old.hash))).toBe('key1')
  expect((await looksAt(old)).bytes.equals(old.jpeg)).toBe(true)
  expect((await sealFiles(t.app)).sealed).toBe(0)
})

test('a new key, of the other suite even: everything is sealed anew while it is being shown', async () => {
  const sent = await sends('#9cf')
  expect(addKey(t.app.config.keysFile, { suite: 'sm4-ctr-hmac-sm3' })).toBe('key2')
  // Somebody asks for the present key two seconds later.
  await expect.poll(() => t.app.keys.current()).toBe('key2')
  expect((await looksAt(sent)).bytes.equals(sent.jpeg)).toBe(true)
  const { sealed } = await sealFiles(t.app)
  expect(sealed).toBeGreaterThanOrEqual(8)
  expect(fileKeyIdOf(lying(sent.hash))).toBe('key2')
  expect((await looksAt(sent)).bytes.equals(sent.jpeg)).toBe(true)
  expect((await looksAt(sent, 'thumb')).status).toBe(200)
})

test('bytes that no row knows go after a day; what is being written is left alone', async () => {
  const lost = 'e'.repeat(64)
  layPlain(lost, Buffer.from('a picture whose row is gone'))
  await sealFiles(t.app)
  expect(lying(lost).length).toBeGreaterThan(0)
  const old = new Date('2026-01-01T00:00:00Z')
  utimesSync(pathOf(lost), old, old)
  expect((await sealFiles(t.app)).removed).toBe(1)
  expect(await t.app.files.has({ hash: lost, variant: 'full' })).toBe(false)
})

test('what a killed process left half written goes after a day, plain or sealed; what is being written stays', async () => {
  const sent = await sends('#e3e')
  const draft = (n: number) => `.0b8f1c2e-77aa-4c1d-9d0a-00000000000${n}`
  const left = [draft(1), `.thumb${draft(2)}`, draft(3)]
  for (const name of left) layPlain(sent.hash, sent.jpeg.subarray(0, 900), name)
  layPlain(sent.hash, Buffer.from('of somebody else'), '.note.txt')
  const old = new Date('2026-01-01T00:00:00Z')
  for (const name of [draft(1), `.thumb${draft(2)}`, '.note.txt'])
    utimesSync(pathOf(sent.hash, name), old, old)
  expect((await sealFiles(t.app)).removed).toBe(2)
  const there = (name: string) => existsSync(pathOf(sent.hash, name))
  expect([...left, '.note.txt', '', '.thumb'].map(there)).toEqual([
    false,
    false,
    true,
    true,
    true,
    true,
  ])
})

test('the same photo comes again and the power fails between its two files: what lay there plain is still shown', async () => {
  const old = await sends('#1b8')
  const small = (await t.app.files.get({ hash: old.hash, variant: 'thumb' }))!
  layPlain(old.hash, old.jpeg)
  layPlain(old.hash, small, '.thumb')
  const { files } = t.app
  let written = 0
  t.app.files = {
    ...files,
    put: async (key, bytes) => {
      written += 1
      if (written === 2) throw new Trouble('files', 'the power failed')
      await files.put(key, bytes)
    },
  }
  await expect(keepPhoto(t.app, jobs, await picture('#1b8'))).rejects.toThrow('power')
  t.app.files = files
  expect((await looksAt(old, 'thumb')).bytes.equals(small)).toBe(true)
  expect((await looksAt(old)).bytes.equals(old.jpeg)).toBe(true)
  expect((await sealFiles(t.app)).altered).not.toContain(`${old.hash}.thumb`)
})

test('bytes without a row are about to go when the same photo comes: it is not taken away under whoever sends it', async () => {
  const old = await sends('#d3a')
  await t.owner.query('delete from files.files where hash = $1', [old.hash])
  const long = new Date('2026-01-01T00:00:00Z')
  for (const variant of ['', '.thumb']) utimesSync(pathOf(old.hash, variant), long, long)
  const { files } = t.app
  let sealing: Promise<unknown> = Promise.resolve()
  const seen: LyingFile[] = []
  for await (const file of t.app.rawFiles.lying()) seen.push(file)
  const rawFiles = {
    ...t.app.rawFiles,
    lying: async function* () {
      yield* seen
    },
  }
  t.app.files = {
    ...files,
    put: async (key, bytes) => {
      await files.put(key, bytes)
      if (key.variant !== 'full') return
      // Its bytes lie there, its row is seen by nobody yet.
      sealing = sealFiles({ ...t.app, rawFiles })
      await new Promise((later) => setTimeout(later, 500))
    },
  }
  const kept = await keepPhoto(t.app, jobs, await picture('#d3a'))
  t.app.files = files
  await sealing
  expect(kept).toMatchObject({ ok: true, value: { hash: old.hash } })
  expect((await t.app.files.get({ hash: old.hash, variant: 'full' }))?.equals(old.jpeg)).toBe(true)
  expect(await t.app.files.has({ hash: old.hash, variant: 'thumb' })).toBe(true)
})
