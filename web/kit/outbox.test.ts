// What the outbox owes its author: nothing is forgotten without a receipt, nothing is sent as another command.
import { Type } from 'typebox'
import { afterEach, expect, test, vi } from 'vitest'
import { endpoint } from '#core/kit/contract.ts'
import { CommandId } from '#core/kit/ids.ts'
import { NoConnectionError, RefusalError, requestFor } from './api.ts'
import { carryWith, newCommandId, putAside, sendCommand, sendWaiting, waiting } from './outbox.ts'

carryWith(() => import('./courier.ts'))

const note = endpoint({
  name: 'noteCase',
  method: 'POST',
  path: '/api/cases/:number/notes',
  access: 'staff',
  summary: 'Adds a note.',
  tags: ['cases'],
  input: Type.Object({ commandId: CommandId, number: Type.String(), text: Type.String() }),
  output: Type.Object({ version: Type.Integer() }),
  refusals: { already_closed: 409 },
})

type Server = (url: string, init: RequestInit) => Response | Promise<Response>
const line = (server: Server) => vi.stubGlobal('fetch', vi.fn(server))
const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  })

function commandIdOf(init: RequestInit): string {
  return (JSON.parse(init.body as string) as { commandId: string }).commandId
}
const receipting: Server = (_, init) =>
  json({ version: 4 }, 200, { 'x-linli-receipt': commandIdOf(init) })

afterEach(() => vi.unstubAllGlobals())

const sending = { owner: 'liu', about: '500108006008-26-03187' }
const act = () => ({ commandId: newCommandId(), number: sending.about, text: '到场看过' })

test('a lost line keeps the command, and it goes once the line is back', async () => {
  const command = act()
  line(() => Promise.reject(new TypeError('network')))
  await expect(sendCommand(note, command, sending)).rejects.toThrow(NoConnectionError)
  expect((await waiting('liu')).map((kept) => kept.commandId)).toEqual([command.commandId])
  line(receipting)
  await sendWaiting('liu')
  expect(await waiting('liu')).toEqual([])
})

test("a proxy's page and an answer to something else are no receipts", async () => {
  const command = act()
  line(
    () =>
      new Response('<html>sign in to the hotel</html>', {
        headers: { 'content-type': 'text/html' },
      }),
  )
  await expect(sendCommand(note, command, sending)).rejects.toThrow(NoConnectionError)
  line(() => json({ version: 4 }, 200, { 'x-linli-receipt': newCommandId() }))
  await sendWaiting('liu')
  expect(await waiting('liu')).toHaveLength(1)
  line(receipting)
  await sendWaiting('liu')
})

test('a refusal stays until its author has seen it, and stops the queue of its case', async () => {
  const first = act()
  line(() => json({ refusal: 'already_closed', requestId: 'r1' }, 409))
  await expect(sendCommand(note, first, sending)).rejects.toThrow(RefusalError)
  line(() => Promise.reject(new TypeError('network')))
  const second = act()
  await expect(sendCommand(note, second, sending)).rejects.toThrow(NoConnectionError)
  line(receipting)
  await sendWaiting('liu')
  expect((await waiting('liu')).map((kept) => kept.refusal)).toEqual(['already_closed', null])
  await putAside(first.commandId)
  await sendWaiting('liu')
  expect(await waiting('liu')).toEqual([])
})

test('another person on the same phone neither sees nor sends it', async () => {
  const command = act()
  line(() => Promise.reject(new TypeError('network')))
  await expect(sendCommand(note, command, sending)).rejects.toThrow(NoConnectionError)
  expect(await waiting('zhou')).toEqual([])
  line(receipting)
  await sendWaiting('zhou')
  expect(await waiting('liu')).toHaveLength(1)
  await sendWaiting('liu')
})

test('keys named in the path go there, the rest into body or query', () => {
  expect(requestFor(note, { number: 'a/b', text: 'x', commandId: 'c' })).toEqual({
    method: 'POST',
    url: '/api/cases/a%2Fb/notes',
    body: '{"text":"x","commandId":"c"}',
  })
  const list = { ...note, method: 'GET' as const, path: '/api/cases' }
  expect(requestFor(list, { q: '路灯', state: ['A', 'B'], after: undefined }).url).toBe(
    '/api/cases?q=%E8%B7%AF%E7%81%AF&state=A&state=B',
  )
})
