// A voice note from the lane: attached to a case that was just reported, heard by those on it and by nobody else, written
// down by a person, each hearing in the log, and gone when its time is over.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { attachToCase, handleCase, noteCase, voidCase } from '#core/cases/contract-moves.ts'
import { mergeCase } from '#core/cases/contract-voices.ts'
import { followCase } from '#core/cases/contract.ts'
import type { TestClient } from '#testing/harness.ts'
import { comes, goesToClosing, must, proofOf, teams, walksToHandled } from '#testing/town-life.ts'
import { type Staff, type Town, act, fileAndGive, openTown, read, report } from '#testing/town.ts'
import { removeUnclaimedPhotos } from '../files/files.ts'
import { packageRoot } from '../kit/package-root.ts'
import { letGoRecordings } from './recordings.ts'
import { wakeCases } from './wake.ts'

let t: Town
let liu: Staff
let number: string
let note: string
beforeAll(async () => {
  t = await openTown()
  liu = await t.as('liu')
})

const speech = (name = 'speech.webm') => readFileSync(join(packageRoot, 'testing/vectors', name))

async function sends(who: TestClient, bytes: Buffer) {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)]), 'voice.webm')
  const sent = new Response(form)
  const headers = { 'content-type': sent.headers.get('content-type') ?? '' }
  const body = Buffer.from(await sent.arrayBuffer())
  const answer = await who.send({ method: 'POST', path: '/api/recordings', body, headers })
  const value = answer.json() as { hash: string; seconds: number; refusal?: string }
  return { status: answer.status, ...value }
}
const hears = async (who: TestClient, of = number, hash = note) =>
  (await who.send({ path: `/api/recordings/${hash}?of=${of}` })).status

test('liu reports a find and says a minute about it', async () => {
  number = (await report(liu, { text: '墙脚渗水' })).number
  const sent = await sends(liu, speech())
  expect(sent).toMatchObject({ status: 200, seconds: 2 })
  note = sent.hash
  must(await act(liu, attachToCase, number, { files: [note], words: '' }))
  const page = await read(await t.as('wu'), number)
  expect(page.timeline.at(-1)).toMatchObject({
    move: 'attach',
    sentence: { zh: '附上语音 1 段。', en: 'Attached one voice note.' },
    recordings: [note],
    seconds: 2,
    photos: [],
  })
})

test('those on the case hear it, each time with a line in the log; nobody else does', async () => {
  const [wu, xu, sys] = [await t.as('wu'), await t.as('xu'), await t.as('sys')]
  expect(await hears(wu)).toBe(200)
  for (const stranger of [xu, sys]) expect(await hears(stranger)).toBe(404)
  expect(await hears(t.client())).toBe(401)
  const other = await report(t.client())
  expect(await hears(wu, other.number)).toBe(404)
  const looks = await t.owner.query<{ by: string; number: string; fields: string[] }>(
    `select person_id as by, case_number as number, fields from people.looks`,
  )
  expect(looks.rows).toEqual([{ by: wu.id, number, fields: ['recording'] }])
  // It is no photo and no paper, under no address of theirs.
  for (const path of [`/api/files/${note}?of=${number}`, `/api/documents/${note}?of=${number}`])
    expect((await wu.send({ path })).status).toBe(404)
})

test('a person writes down what is said, beside the note', async () => {
  const wu = await t.as('wu')
  const words = '三号楼背后墙脚渗水，雨后更大'
  must(await act(wu, noteCase, number, { words, photos: [], transcriptOf: note }))
  const last = (await read(wu, number)).timeline.at(-1)
  expect(last).toMatchObject({ move: 'note', reason: words, transcriptOf: note, recordings: [] })
})

test('the reporter of a case reads nothing of a note made about it, nor that it was heard', async () => {
  const of = await report(t.client())
  const wu = await t.as('wu')
  must(
    await act(wu, attachToCase, of.number, {
      files: [(await sends(wu, speech('speech.ogg'))).hash],
      words: '',
    }),
  )
  const followed = must(
    await t.client().call(followCase, { number: of.number, secret: of.secret ?? '' }),
  )
  expect(JSON.stringify(followed)).not.toMatch(/[0-9a-f]{64}|语音/)
})

test('speech is no proof of work, and what is no speech is refused in words', async () => {
  const of = await report(t.client())
  must(await fileAndGive(await t.as('wu'), of.number, teams.grid))
  const proof = { ...(await proofOf(t)), photosAfter: [note] }
  const handled = await act(liu, handleCase, of.number, { proof, outcome: 'solved' })
  expect(handled.ok).toBe(false)
  expect(await sends(liu, Buffer.from('<html>'))).toMatchObject({
    status: 415,
    refusal: 'not_a_recording',
  })
  expect(await sends(liu, speech('film.webm'))).toMatchObject({
    status: 422,
    refusal: 'recording_damaged',
  })
  expect((await sends(t.client(), speech())).status).toBe(401)
})

test('once the case is over for as long as a contact is kept, the note is let go', async () => {
  must(await act(await t.as('he'), voidCase, number, { code: 'test_entry', reason: '练习时录的' }))
  t.clock.advance(89 * 86_400)
  expect(await letGoRecordings(t.app)).toBe(0)
  t.clock.advance(2 * 86_400)
  expect(await letGoRecordings(t.app)).toBe(1)
  expect(await letGoRecordings(t.app)).toBe(0)
  t.clock.advance(25 * 3_600)
  await removeUnclaimedPhotos(t.app)
  expect(await t.app.files.has({ hash: note, variant: 'full' })).toBe(false)
  expect(await hears(await comes(t, 'wu'))).toBe(404)
})

test('a note with a find that was merged goes once the case that speaks for it is over, not while that one runs', async () => {
  const again = await comes(t, 'liu')
  const kept = await sends(again, speech('speech.m4a'))
  const find = await report(again, { text: '墙脚又渗水' })
  must(await act(again, attachToCase, find.number, { files: [kept.hash], words: '' }))
  const main = await report(t.client())
  await walksToHandled(t, main.number)
  const into = { into: main.number, reason: '同一处渗水' }
  must(await act(await comes(t, 'wu'), mergeCase, find.number, into))
  t.clock.advance(100 * 86_400)
  expect(await letGoRecordings(t.app)).toBe(0)
  await goesToClosing(t, main.number)
  t.clock.advance(16 * 86_400)
  await wakeCases(t.app)
  await wakeCases(t.app)
  t.clock.advance(91 * 86_400)
  expect(await letGoRecordings(t.app)).toBe(1)
})
