import { crc32, deflateSync } from 'node:zlib'
import { Buffer } from 'node:buffer'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { readExif } from '#core/files/exif.ts'
import { assert } from '#core/kit/result.ts'
import { keepablePhoto } from './photo.ts'

const gps = {
  GPSLatitudeRef: 'N',
  GPSLatitude: '29/1 32/1 2400/100',
  GPSLongitudeRef: 'E',
  GPSLongitude: '106/1 33/1 36/1',
}

function picture(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 30 } } })
}

async function kept(bytes: Buffer) {
  const photo = await keepablePhoto(bytes)
  assert(photo.ok, 'the photo is kept')
  return photo.value
}

test('place and time are read first, and nothing of them is left in what is stored', async () => {
  const taken = { DateTimeOriginal: '2026:03:05 14:30:00', OffsetTimeOriginal: '+08:00' }
  const bytes = await picture(40, 20)
    .withExif({ IFD0: { Make: 'Telephone' }, IFD2: taken, IFD3: gps })
    .jpeg()
    .toBuffer()
  const photo = await kept(bytes)
  expect(photo.exif).toEqual({
    point: { lon: 106.56, lat: 29.54 },
    taken: { wall: '2026-03-05T14:30:00', offset: '+08:00' },
  })
  const left = await sharp(photo.full).metadata()
  expect([left.exif, left.icc, left.xmp, left.iptc]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  expect(photo.full.includes('Telephone')).toBe(false)
})

test('a photo lying on its side is turned upright', async () => {
  const photo = await kept(await picture(40, 20).withMetadata({ orientation: 6 }).jpeg().toBuffer())
  expect([photo.width, photo.height]).toEqual([20, 40])
  expect((await sharp(photo.full).metadata()).orientation ?? 1).toBe(1)
})

test('a large photo is made smaller, a small one is not made larger', async () => {
  const large = await kept(await picture(3000, 4500).jpeg().toBuffer())
  expect([large.width, large.height]).toEqual([1365, 2048])
  expect((await sharp(large.thumb).metadata()).height).toBe(480)
  const small = await kept(await picture(30, 20).png().toBuffer())
  expect([small.width, small.height]).toEqual([30, 20])
})

test('the same photo twice is one photo', async () => {
  const bytes = await picture(64, 48).webp().toBuffer()
  expect((await kept(bytes)).hash).toBe((await kept(bytes)).hash)
})

test.each([
  ['HEIC', Buffer.from('00000018667479706865696300000000', 'hex')],
  ['GIF', Buffer.from('GIF89a.........')],
  ['a page with a photo’s name', Buffer.from('<html></html>')],
  ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['nothing', Buffer.alloc(0)],
])('%s is not a photo', async (_, bytes) => {
  expect(await keepablePhoto(bytes)).toMatchObject({ refusal: 'not_a_photo' })
})

test('half a photo, or rubbish behind the right first bytes, is damaged', async () => {
  const whole = await picture(600, 400).jpeg().toBuffer()
  expect(await keepablePhoto(whole.subarray(0, whole.length / 2))).toMatchObject({
    refusal: 'photo_damaged',
  })
  const rubbish = Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(500, 7)])
  expect(await keepablePhoto(rubbish)).toMatchObject({ refusal: 'photo_damaged' })
})

test('a small file that unpacks to a wall of pixels is refused without unpacking it', async () => {
  const bomb = pngOf(30_000, 30_000)
  expect(bomb.length).toBeLessThan(2000)
  expect(await keepablePhoto(bomb)).toMatchObject({ refusal: 'photo_damaged' })
})

test.each([
  ['cut short', (exif: Buffer) => exif.subarray(0, 30)],
  ['pointing outside itself', (exif: Buffer) => Buffer.from(exif).fill(0xff, 14)],
  ['empty', () => Buffer.alloc(0)],
])('an EXIF block that is %s is nothing, not an error', async (_, spoil) => {
  const bytes = await picture(8, 8).withExif({ IFD3: gps }).jpeg().toBuffer()
  const { exif } = await sharp(bytes).metadata()
  assert(exif, 'the camera wrote a block')
  expect(readExif(spoil(exif)).taken).toBeNull()
})

test('a receiver without a fix offers no place', async () => {
  const zero = { ...gps, GPSLatitude: '0/1 0/1 0/1', GPSLongitude: '0/1 0/1 0/1' }
  const bytes = await picture(8, 8).withExif({ IFD3: zero }).jpeg().toBuffer()
  expect((await kept(bytes)).exif.point).toBeNull()
})

/** A PNG that claims this size and holds hardly a byte of it. */
function pngOf(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const chunk = (kind: string, body: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(body.length)
    const named = Buffer.concat([Buffer.from(kind), body])
    const check = Buffer.alloc(4)
    check.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, check])
  }
  const mark = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([
    mark,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
