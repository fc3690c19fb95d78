// Papers and photos beside the proof: who adds them, who saves them, and that no clock knows of it.

import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { attachToCase, handleCase, noteCase } from '#core/cases/contract-moves.ts'
import { followCase } from '#core/cases/contract.ts'
import type { TestClient } from '#testing/harness.ts'
import { must, proofOf, rowOf, teams, walksToClosing } from '#testing/town-life.ts'
import { type Town, act, fileAndGive, keepPhoto, openTown, read, report } from '#testing/town.ts'

let t: Town
beforeAll(async () => {
  t = await openTown()
})

const pdf = (text = 'a permit') => Buffer.from(`%PDF-1.4\n${text}\n%%EOF\n`)

async function sends(who: TestClient, path: string, bytes: Buffer) {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)]), 'permit.pdf')
  const sent = new Response(form)
  const headers = { 'content-type': sent.headers.get('content-type') ?? '' }
  const body = Buffer.from(await sent.arrayBuffer())
  const answer = await who.send({ method: 'POST', path, body, headers })
  return { status: answer.status, body: answer.json() as { hash: string; refusal?: string } }
}
const uploads = async (who: TestClient, bytes = pdf()) =>
  (await sends(who, '/api/documents', bytes)).body.hash

const saves = (who: TestClient, hash: string, of: string) =>
  who.send({ path: `/api/documents/${hash}?of=${of}` })

test('the post adds a permit and a photo: colleagues save it as it came, nobody else reads of it, no clock moves', async () => {
  const of = await report(t.client())
  const { number } = of
  const [wu, liu, xu] = [await t.as('wu'), await t.as('liu'), await t.as('xu')]
  must(await fileAndGive(wu, number, teams.grid))
  const [before, photo, paper] = [await read(wu, number), await keepPhoto(t), await uploads(liu)]
  must(await act(liu, attachToCase, number, { files: [photo, paper], words: '占道施工许可' }))
  const page = await read(wu, number)
  expect(page.timeline.at(-1)).toMatchObject({
    move: 'attach',
    to: 'DISPATCHED',
    sentence: { zh: '附上照片 1 张、文件 1 份（占道施工许可）。' },
    photos: [photo],
    documents: [paper],
  })
  const dues = (view: typeof page) => view.clocks.map((one) => [one.kind, one.dueAt, one.overdueAt])
  expect(dues(page)).toEqual(dues(before))
  expect(page.state).toBe(before.state)
  const saved = await saves(wu, paper, number)
  expect([saved.status, saved.bytes.equals(pdf())]).toEqual([200, true])
  expect(saved.headers['content-disposition']).toMatch(/^attachment/)
  expect(saved.headers['x-content-type-options']).toBe('nosniff')
  for (const stranger of [xu, t.client()])
    expect((await saves(stranger, paper, number)).status).not.toBe(200)
  // Neither the reporter's page nor the public story says a word of it.
  const voice = must(await t.client().call(followCase, { number, secret: of.secret ?? '' }))
  expect(JSON.stringify(voice)).not.toContain(paper)
  expect(JSON.stringify(voice)).not.toContain('占道施工许可')
})

test('knowing the hash of another case’s paper opens nothing, and a paper is no photo', async () => {
  const [one, other] = [await report(t.client()), await report(t.client())]
  const [wu, liu] = [await t.as('wu'), await t.as('liu')]
  must(await fileAndGive(wu, one.number, teams.grid))
  const paper = await uploads(wu, pdf('of the first case'))
  must(await act(wu, attachToCase, one.number, { files: [paper], words: '' }))
  expect((await saves(wu, paper, other.number)).status).toBe(404)
  const asPhoto = await wu.send({ path: `/api/files/${paper}?of=${one.number}` })
  expect(asPhoto.status).toBe(404)
  // A signed paper is no proof of a lamp that shines.
  const proof = { ...(await proofOf(t)), photosAfter: [paper] }
  const handled = await act(liu, handleCase, one.number, { proof, outcome: 'solved' })
  expect(handled.ok).toBe(false)
  const noted = await act(wu, noteCase, one.number, { words: '', photos: [paper] })
  expect(noted).toMatchObject({ ok: false, refusal: 'no_such_photo' })
})

test('nothing chosen, and a file that never came, are said; words are optional', async () => {
  const { number } = await report(t.client())
  const [wu, xu] = [await t.as('wu'), await t.as('xu')]
  const attach = (who: TestClient, files: string[]) =>
    act(who, attachToCase, number, { files, words: '' })
  expect(await attach(wu, [])).toMatchObject({ status: 422, refusal: 'file_missing' })
  expect(await attach(wu, ['f'.repeat(64)])).toMatchObject({
    status: 422,
    refusal: 'no_such_file',
  })
  expect((await attach(xu, [await keepPhoto(t)])).status).toBe(404)
  must(await attach(wu, [await keepPhoto(t)]))
})

test('after the closing still, by who may act on it; after archiving by nobody', async () => {
  const of = await report(t.client())
  await walksToClosing(t, of.number)
  const wu = await t.as('wu')
  must(await act(wu, attachToCase, of.number, { files: [await keepPhoto(t)], words: '回执' }))
  await t.owner.query(`update cases.cases set state = 'ARCHIVED' where number = $1`, [of.number])
  const late = await act(wu, attachToCase, of.number, { files: [await keepPhoto(t)], words: '' })
  expect(late).toMatchObject({ status: 409, refusal: 'not_possible_now' })
})

test('only whole PDF files are papers; a photo goes another way', async () => {
  const wu = await t.as('wu')
  const create = { width: 8, height: 8, channels: 3, background: '#725' } as const
  const jpeg = await sharp({ create }).jpeg().toBuffer()
  const page = Buffer.from('<script>alert(1)</script>')
  const torn = pdf().subarray(0, 12)
  const said = async (bytes: Buffer) => {
    const { status, body } = await sends(wu, '/api/documents', bytes)
    return [status, body.refusal]
  }
  expect(await said(jpeg)).toEqual([415, 'not_a_document'])
  expect(await said(page)).toEqual([415, 'not_a_document'])
  expect(await said(torn)).toEqual([422, 'document_damaged'])
  expect(await said(Buffer.alloc(0))).toEqual([422, 'file_missing'])
  expect(await said(Buffer.concat([pdf(), Buffer.alloc(15 * 2 ** 20)]))).toEqual([
    413,
    'document_too_large',
  ])
  expect((await sends(t.client(), '/api/documents', pdf())).status).toBe(401)
})

test('a paper that a case shows stays when unused uploads are removed', async () => {
  const { number } = await report(t.client())
  const wu = await t.as('wu')
  const kept = await uploads(wu, pdf('kept'))
  must(await act(wu, attachToCase, number, { files: [kept], words: '' }))
  const row = await rowOf<{ claimed: boolean; width: number | null }>(
    t,
    'select claimed_at is not null as claimed, width from files.files where hash = $1',
    kept,
  )
  expect(row).toEqual({ claimed: true, width: null })
})
