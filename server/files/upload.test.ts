import http from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import sharp from 'sharp'
import type { PhotoView } from '#core/files/contract.ts'
import { openHarness, type Harness } from '#testing/harness.ts'
import { createServer, type Server } from '../kit/http.ts'
import { inScope } from '../kit/db.ts'
import { claimPhotos, removeUnclaimedPhotos } from './files.ts'
import { mountFiles } from './routes.ts'

let town: Harness
let server: Server
let port = 0
const shown = new Set<string>()

beforeAll(async () => {
  town = await openHarness({ startAt: '2026-03-05T08:00:00.000Z' })
  const { log, newId } = town.app
  server = await createServer({
    log,
    newId,
    trustProxy: false,
    publicUrl: 'http://127.0.0.1',
    tileUrl: null,
  })
  mountFiles(server, town.app, {
    mayReadFile: (_who, { hash }) => Promise.resolve(shown.has(hash)),
    mayHear: () => Promise.resolve(false),
  })
  await server.listen({ host: '127.0.0.1', port: 0 })
  port = (server.server.address() as { port: number }).port
})
afterAll(() => server.close())

const at = (path: string) => `http://127.0.0.1:${port}${path}`

function photo(width = 60, height = 40) {
  return sharp({ create: { width, height, channels: 3, background: '#2a7' } }).jpeg()
}

async function uploads(bytes: Uint8Array, name = 'photo.jpg') {
  const form = new FormData()
  form.append('file', new Blob([bytes as Uint8Array<ArrayBuffer>]), name)
  const answer = await fetch(at('/api/files'), { method: 'POST', body: form })
  return { status: answer.status, body: (await answer.json()) as PhotoView & { refusal?: string } }
}

const filesKnown = async () =>
  (await town.owner.query<{ n: number }>('select count(*)::int as n from files.files')).rows[0]?.n

test('a resident sends a photo and is offered its place and time; what is stored has neither', async () => {
  const taken = { DateTimeOriginal: '2026:03:05 15:30:00' }
  const gps = {
    GPSLatitudeRef: 'N',
    GPSLatitude: '29/1 30/1 0/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '106/1 30/1 0/1',
  }
  const bytes = await photo().withExif({ IFD2: taken, IFD3: gps }).toBuffer()
  const { status, body } = await uploads(bytes)
  expect(status).toBe(200)
  expect(body.offered).toEqual({ lon: 106.5, lat: 29.5, takenAt: '2026-03-05T07:30:00Z' })
  shown.add(body.hash)
  const answer = await fetch(at(`/api/files/${body.hash}`))
  expect(answer.headers.get('content-type')).toBe('image/jpeg')
  expect(answer.headers.get('cache-control')).toContain('immutable')
  const stored = Buffer.from(await answer.arrayBuffer())
  expect(stored.length).toBe(body.bytes)
  expect((await sharp(stored).metadata()).exif).toBeUndefined()
  expect((await fetch(at(`/api/files/${body.hash}?size=thumb`))).status).toBe(200)
})

test('knowing a hash is not enough to see a photo', async () => {
  const { body } = await uploads(await photo(61, 41).toBuffer())
  const answer = await fetch(at(`/api/files/${body.hash}`))
  expect([answer.status, ((await answer.json()) as { refusal: string }).refusal]).toEqual([
    404,
    'no_such_file',
  ])
  expect((await fetch(at('/api/files/..%2f..%2fetc'))).status).toBe(422)
})

test.each([
  ['a page called photo.jpg', Buffer.from('<html>not a photo</html>'), 415, 'not_a_photo'],
  ['nothing', Buffer.alloc(0), 422, 'file_missing'],
  ['a torn photo', Buffer.from('ffd8ffe000104a46', 'hex'), 422, 'photo_damaged'],
])('%s is refused in words', async (_, bytes, status, refusal) => {
  expect(await uploads(bytes)).toMatchObject({ status, body: { refusal } })
})

test('fifty megabytes are refused at once, and never held in memory', async () => {
  const before = process.memoryUsage().rss
  expect(await uploads(Buffer.alloc(50 * 2 ** 20, 1))).toMatchObject({
    status: 413,
    body: { refusal: 'file_too_large' },
  })
  // The client's own copies count too, being the same process.
  expect(process.memoryUsage().rss - before).toBeLessThan(400 * 2 ** 20)
})

test('an upload that hides its length is cut off when it has sent too much', async () => {
  const sent = await streamWithoutLength(50 * 2 ** 20)
  expect(sent.status).toBe(413)
  expect(JSON.parse(sent.body)).toMatchObject({ refusal: 'file_too_large' })
})

test('what nothing refers to for a day is removed, row and bytes; what a report claimed stays', async () => {
  const [kept, forgotten] = [
    await uploads(await photo(70, 40).toBuffer()),
    await uploads(await photo(80, 40).toBuffer()),
  ]
  await inScope(town.app.db, { kind: 'intake' }, async (tx) => {
    const { missing } = await claimPhotos(tx, [kept.body.hash, 'f'.repeat(64)], town.app.now())
    expect(missing).toEqual(['f'.repeat(64)])
  })
  town.clock.advance(25 * 3600)
  const known = await filesKnown()
  expect(await removeUnclaimedPhotos(town.app)).toBe((known ?? 0) - 1)
  const has = (hash: string) => town.app.files.has({ hash, variant: 'full' })
  expect([await has(kept.body.hash), await has(forgotten.body.hash)]).toEqual([true, false])
})

test('the same photo sent again after a day is not removed under the report that will claim it', async () => {
  const bytes = await photo(90, 40).toBuffer()
  const first = await uploads(bytes)
  town.clock.advance(25 * 3600)
  const again = await uploads(bytes)
  expect(again.body.hash).toBe(first.body.hash)
  await removeUnclaimedPhotos(town.app)
  expect(await town.app.files.has({ hash: again.body.hash, variant: 'full' })).toBe(true)
})

test('only the job removes, only what nothing claimed, and nobody sees a row without a scope', async () => {
  const remove = (kind: 'public' | 'job') =>
    inScope(town.app.db, { kind }, (tx) =>
      tx.client.query('delete from files.files where claimed_at is not null'),
    )
  expect((await remove('public')).rowCount).toBe(0)
  expect((await remove('job')).rowCount).toBe(0)
  expect((await town.app.db.pool.query('select from files.files')).rowCount).toBe(0)
})

/** Sends chunk by chunk without saying how much will come, as long as anybody listens. */
function streamWithoutLength(bytes: number): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'multipart/form-data; boundary=b' }
    const request = http.request(at('/api/files'), { method: 'POST', headers }, (answer) => {
      let body = ''
      answer.setEncoding('utf8').on('data', (text: string) => (body += text))
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, body })
        request.destroy()
      })
    })
    request.on('error', reject)
    request.write('--b\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n')
    let left = bytes
    const more = () => {
      while (left > 0) {
        left -= 65_536
        if (!request.write(Buffer.alloc(65_536, 1))) return void request.once('drain', more)
      }
      request.end('\r\n--b--\r\n')
    }
    more()
  })
}
