// The order of a shift without a line: photos before what names them, a new case before what is done about it, each step
// behind the one before, and nothing under another person's name.
import { Type } from 'typebox'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { endpoint } from '#core/kit/contract.ts'
import { CommandId } from '#core/kit/ids.ts'
import { NoConnectionError } from './api.ts'
import { attach, attachmentGone } from './attachments.ts'
import { putReportAside, reportRefused } from './courier.ts'
import { carryWith, newCommandId, putAside, sendCommand, sendWaiting, waiting } from './outbox.ts'
import { caseMark } from './placeholders.ts'

carryWith(() => import('./courier.ts'))

const shape = {
  method: 'POST' as const,
  access: 'staff' as const,
  summary: '',
  tags: [],
  refusals: {},
}
const output = Type.Object({ number: Type.String(), version: Type.Integer() })
const base = { commandId: CommandId, photos: Type.Array(Type.String()) }
const report = endpoint({
  ...shape,
  name: 'reportCase',
  path: '/api/cases',
  input: Type.Object({ ...base, text: Type.String() }),
  output,
})
const settle = endpoint({
  ...shape,
  name: 'selfHandle',
  path: '/api/cases/:number/self-handling',
  input: Type.Object({
    ...base,
    number: Type.String(),
    expectedVersion: Type.Optional(Type.Integer()),
  }),
  output,
})

type Sent = { url: string; body: Record<string, unknown> | 'a file'; author: string | null }
let sent: Sent[] = []
let line: (sent: Sent) => { status: number; body: unknown } | null

const hash = 'ab'.repeat(32)
const number = '500108006008-26-00007'
/** A server that takes everything: photos get a hash, reports a number, steps the next version. */
const takesAll = ({ url, body }: Sent) => {
  if (body === 'a file') return { status: 200, body: { hash } }
  const expected = (body['expectedVersion'] as number | undefined) ?? 1
  return { status: 200, body: { number, version: url === '/api/cases' ? 1 : expected + 1 } }
}
const dead = () => null

async function answer(url: string, init: RequestInit): Promise<Response> {
  const isFile = init.body instanceof FormData
  const body = isFile ? 'a file' : (JSON.parse(init.body as string) as Record<string, unknown>)
  const author = new Headers(init.headers).get('x-linli-person')
  const said = line({ url, body, author })
  if (said === null) throw new TypeError('network')
  sent.push({ url, body, author })
  const receipt = body === 'a file' ? {} : { 'x-linli-receipt': String(body['commandId']) }
  return new Response(JSON.stringify(said.body), {
    status: said.status,
    headers: { 'content-type': 'application/json', ...receipt },
  })
}

beforeEach(() => {
  sent = []
  line = dead
  vi.stubGlobal('fetch', vi.fn(answer))
})
afterEach(async () => {
  for (const owner of ['liu', 'zhou'])
    for (const { commandId } of await waiting(owner)) await putAside(commandId)
  vi.unstubAllGlobals()
})

const photo = (owner = 'liu') =>
  attach({
    id: newCommandId(),
    owner,
    url: '/api/files',
    name: 'stairs.jpg',
    blob: new Blob(['light']),
  })
const lost = (work: Promise<unknown>) => expect(work).rejects.toThrow(NoConnectionError)

async function reports(owner = 'liu') {
  const commandId = newCommandId()
  const input = { commandId, text: '扶手松了', photos: [await photo(owner)] }
  await lost(sendCommand(report, input, { owner, about: caseMark(commandId) }))
  return caseMark(commandId)
}
async function settles(mark: string, more: { expectedVersion?: number } = {}) {
  const input = { commandId: newCommandId(), number: mark, photos: [await photo()], ...more }
  await lost(sendCommand(settle, input, { owner: 'liu', about: mark }))
}

test('a report and what was done about it on the spot go in order: photo, report, photo, step by its number', async () => {
  await settles(await reports())
  expect(sent).toEqual([])
  line = takesAll
  await sendWaiting('liu')
  expect(sent.map(({ url }) => url)).toEqual([
    '/api/files',
    '/api/cases',
    '/api/files',
    `/api/cases/${number}/self-handling`,
  ])
  expect(sent.filter(({ body }) => body !== 'a file').map(({ body }) => body)).toEqual([
    expect.objectContaining({ photos: [hash] }),
    expect.objectContaining({ photos: [hash] }),
  ])
  expect(await waiting('liu')).toEqual([])
})

test('a step pressed when the line is back does not overtake the one that waits', async () => {
  const mark = await reports()
  line = takesAll
  const input = { commandId: newCommandId(), number: mark, photos: [] }
  await sendCommand(settle, input, { owner: 'liu', about: mark })
  expect(sent.map(({ url }) => url)).toEqual([
    '/api/files',
    '/api/cases',
    `/api/cases/${number}/self-handling`,
  ])
})

test('a line that breaks between photo and report carries the photo once', async () => {
  await reports()
  let broken = true
  line = (each) => (each.body === 'a file' || !broken ? takesAll(each) : null)
  await sendWaiting('liu')
  broken = false
  await sendWaiting('liu')
  expect(sent.map(({ url }) => url)).toEqual(['/api/files', '/api/cases'])
})

test("the author's own earlier step is no colleague's change", async () => {
  await settles(number, { expectedVersion: 4 })
  await settles(number, { expectedVersion: 4 })
  line = takesAll
  await sendWaiting('liu')
  const steps = sent.flatMap(({ body }) => (body === 'a file' ? [] : [body['expectedVersion']]))
  expect(steps).toEqual([4, 5])
})

test('every send names its author, photos too', async () => {
  await reports()
  line = takesAll
  await sendWaiting('zhou')
  expect(sent).toEqual([])
  await sendWaiting('liu')
  expect(sent.map(({ author }) => author)).toEqual(['liu', 'liu'])
})

test('somebody else signed in on the server side: it goes on waiting, and nothing behind it is tried', async () => {
  await reports()
  await reports()
  line = (each) => ({ ...takesAll(each), status: 401, body: { refusal: 'not_signed_in' } })
  await sendWaiting('liu')
  expect(sent).toHaveLength(1)
  expect((await waiting('liu')).map(({ refusal }) => refusal)).toEqual([null, null])
})

test('a photo that is refused is a refusal of its report; the other case goes on', async () => {
  await reports()
  await settles(number)
  let first = true
  line = (each) => {
    if (each.body !== 'a file' || !first) return takesAll(each)
    first = false
    return { status: 415, body: { refusal: 'not_a_photo' } }
  }
  await sendWaiting('liu')
  expect((await waiting('liu')).map(({ endpoint: name, refusal }) => [name, refusal])).toEqual([
    ['reportCase', 'not_a_photo'],
  ])
})

test('when a refused report is put aside, what was to follow it says so', async () => {
  const mark = await reports()
  await settles(mark)
  line = (each) =>
    each.url === '/api/cases' ? { status: 422, body: { refusal: 'place_missing' } } : takesAll(each)
  await sendWaiting('liu')
  const [refused] = await waiting('liu')
  await putReportAside(refused!)
  expect((await waiting('liu')).map(({ refusal }) => refusal)).toEqual([reportRefused])
})

test('a photo that the phone has cleared away is told in words, not sent without', async () => {
  const commandId = newCommandId()
  const gone = `attachment~${newCommandId()}`
  line = takesAll
  const sending = sendCommand(
    report,
    { commandId, text: '', photos: [gone] },
    { owner: 'liu', about: caseMark(commandId) },
  )
  await expect(sending).rejects.toMatchObject({ refusal: attachmentGone })
})

test("one person's photo is never carried in another's name", async () => {
  const commandId = newCommandId()
  const input = { commandId, text: '', photos: [await photo('zhou')] }
  line = takesAll
  const sending = sendCommand(report, input, { owner: 'liu', about: caseMark(commandId) })
  await expect(sending).rejects.toMatchObject({ refusal: attachmentGone })
  expect(sent).toEqual([])
})

test('a fault of ours on one case does not hold up the others', async () => {
  await reports()
  await settles(number)
  line = (each) =>
    each.url === '/api/cases' ? { status: 500, body: { refusal: 'fault' } } : takesAll(each)
  await sendWaiting('liu')
  expect((await waiting('liu')).map(({ endpoint: name }) => name)).toEqual(['reportCase'])
})
