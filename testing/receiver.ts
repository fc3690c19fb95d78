// Another system that listens: a real server on this machine, which keeps what it was sent and answers as it is told to.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'

/** `path` with its query. */
export type Received = { path: string; headers: Record<string, string>; body: string }

export type Receiver = {
  url: string
  received: Received[]
  /** What it answers from now on. */
  answers: (status: number, headers?: Record<string, string>) => void
  /** The next so many are answered with 503. */
  failsTimes: (count: number) => void
}

export async function openReceiver(): Promise<Receiver> {
  let status = 204
  let failing = 0
  let more: Record<string, string> = {}
  const received: Received[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      )
      received.push({
        path: request.url ?? '',
        headers,
        body: Buffer.concat(parts).toString('utf8'),
      })
      response.writeHead(failing > 0 ? 503 : status, more).end()
      failing = Math.max(0, failing - 1)
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    answers: (next, headers = {}) => {
      status = next
      more = headers
    },
    failsTimes: (count) => {
      failing = count
    },
  }
}
