// A listener of the live line as a browser is one: a real connection, events as they come, and the way to break it.

import type { AddressInfo } from 'node:net'
import type { Server } from '#server/kit/http.ts'
import type { TestClient } from './harness.ts'

export type Heard = { id: string; event: string; data: Record<string, unknown> }
export type LiveLine = {
  status: number
  heard: Heard[]
  /** Whether the server hung up. */
  readonly ended: boolean
  /** Waits until something like this was heard; throws after the given time. */
  until: (is: (heard: Heard) => boolean, ms?: number) => Promise<Heard>
  hangUp: () => void
}

export async function listenLive(
  server: Server,
  who: TestClient,
  query = '',
  headers: Record<string, string> = {},
): Promise<LiveLine> {
  if (!server.server.listening) await server.listen({ host: '127.0.0.1', port: 0 })
  const { port } = server.server.address() as AddressInfo
  const cut = new AbortController()
  const cookie = [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await fetch(`http://127.0.0.1:${port}/api/live${query}`, {
    headers: { cookie, ...headers },
    signal: cut.signal,
  })
  const heard: Heard[] = []
  let changed = () => {}
  const reading = read(answer, (one) => {
    heard.push(one)
    changed()
  })
  let ended = false
  // Hung up, by us or by the server.
  void reading.catch(() => {}).finally(() => (ended = true))
  const until = async (is: (one: Heard) => boolean, ms = 60_000): Promise<Heard> => {
    const end = Date.now() + ms
    for (;;) {
      const found = heard.find(is)
      if (found !== undefined) return found
      const left = end - Date.now()
      if (left <= 0) throw new Error(`not heard within ${ms} ms`)
      await new Promise<void>((resolve) => {
        changed = resolve
        setTimeout(resolve, left)
      })
    }
  }
  return {
    status: answer.status,
    heard,
    get ended() {
      return ended
    },
    until,
    hangUp: () => cut.abort(),
  }
}

async function read(answer: globalThis.Response, hear: (one: Heard) => void): Promise<void> {
  if (answer.body === null || answer.status !== 200) return
  let text = ''
  const decoder = new TextDecoder()
  for await (const piece of answer.body) {
    text += decoder.decode(piece as Uint8Array, { stream: true })
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      const one = eventOf(block)
      if (one !== null) hear(one)
    }
  }
}

function eventOf(block: string): Heard | null {
  const fields = new Map(
    block.split('\n').map((line) => {
      const at = line.indexOf(': ')
      return [line.slice(0, at), line.slice(at + 2)] as const
    }),
  )
  const data = fields.get('data')
  if (data === undefined) return null
  return {
    id: fields.get('id') ?? '',
    event: fields.get('event') ?? '',
    data: JSON.parse(data) as Record<string, unknown>,
  }
}
