import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { reportCase } from '#core/cases/contract-report.ts'
import { openPhotos } from '#core/cases/contract-photos.ts'
import { signIn } from '#core/people/contract.ts'
import { openHarness, type Harness, type TestClient } from '#testing/harness.ts'
import { buildPeopleTown, townPassword } from '#testing/people-town.ts'
import { layFoundation } from '#tools/foundation.ts'

let town: Harness
let hash = ''
let number = ''
let secret = ''

beforeAll(async () => {
  town = await openHarness({ startAt: '2026-03-05T08:10:00.000Z' })
  const { area } = await buildPeopleTown(town.owner)
  await layFoundation(town.owner, area['500000'] ?? 0)
  await town.app.places.refresh()
  await town.app.teams.refresh()
  const resident = town.client()
  hash = await uploads(resident)
  const receipt = await resident.call(reportCase, {
    commandId: town.app.newId(),
    text: '井盖没了',
    area: '500108106003',
    photos: [hash],
  })
  if (!receipt.ok) throw new Error(receipt.refusal)
  number = receipt.value.number
  secret = receipt.value.secret ?? ''
})

async function uploads(client: TestClient): Promise<string> {
  const create = { width: 40, height: 30, channels: 3, background: '#725' } as const
  const form = new FormData()
  const bytes = await sharp({ create }).jpeg().toBuffer()
  form.append('file', new Blob([new Uint8Array(bytes)]), 'a.jpg')
  const sent = new Response(form)
  const answer = await client.send({
    method: 'POST',
    path: '/api/files',
    body: Buffer.from(await sent.arrayBuffer()),
    headers: { 'content-type': sent.headers.get('content-type') ?? '' },
  })
  return (answer.json() as { hash: string }).hash
}

async function signedIn(login: string): Promise<TestClient> {
  const client = town.client()
  await client.call(signIn, { login, password: townPassword })
  return client
}

/** The status of asking for the photo. */
async function sees(
  client: TestClient,
  more: Record<string, string> = { of: number },
): Promise<number> {
  const query = new URLSearchParams(more).toString()
  return (await client.send({ path: `/api/files/${hash}?${query}` })).status
}

test('staff see the photo of a case they may see, and nobody else does', async () => {
  expect(await sees(await signedIn('wu'))).toBe(200)
  expect(await sees(await signedIn('chen'))).toBe(200)
  expect(await sees(await signedIn('xu'))).toBe(404) // secretary of the community next door
  expect(await sees(await signedIn('sys'))).toBe(404) // administrators see no contents
  expect(await sees(town.client())).toBe(404)
})

test('the number alone, another case or no case opens nothing', async () => {
  expect(await sees(await signedIn('wu'), {})).toBe(404)
  expect(await sees(await signedIn('wu'), { of: '500108106003-26-99999' })).toBe(404)
})

test('the reporter opens his photos with number and secret; the pass ends by itself', async () => {
  const resident = town.client()
  const opened = await resident.call(openPhotos, { number, secret })
  expect(opened).toMatchObject({ ok: true, value: { passes: [{ hash }] } })
  const pass = opened.ok ? (opened.value.passes[0]?.pass ?? '') : ''
  expect(await sees(resident, { pass })).toBe(200)
  expect(await sees(resident, { pass: pass.replace(/.$/, 'x') })).toBe(404)
  expect(await sees(resident, { pass: `9${pass}` })).toBe(404)
  town.clock.advance(2 * 3600)
  expect(await sees(resident, { pass })).toBe(404)
})

test('a wrong secret opens no photo, and says no more than a wrong number', async () => {
  const wrong = await town.client().call(openPhotos, { number, secret: 'AAAAAA' })
  const unknown = await town
    .client()
    .call(openPhotos, { number: '500108106003-26-99999', secret: 'AAAAAA' })
  expect([wrong.status, unknown.status]).toEqual([404, 404])
})

test('a photo that was never sent is refused with the report', async () => {
  const answer = await town.client().call(reportCase, {
    commandId: town.app.newId(),
    text: '没有照片',
    area: '500108106003',
    photos: ['0'.repeat(64)],
  })
  expect(answer).toMatchObject({ ok: false, refusal: 'no_such_photo' })
})
