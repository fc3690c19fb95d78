// Another town's server as ours reaches it: over a real socket, through a line that can be cut, lose the answer on its way
// back, or be answered by somebody else.
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'
import type { Harness } from './harness.ts'

export type Line = 'through' | 'down' | 'answer lost' | { status: number; body: string }

export type FarServer = {
  url: string
  /** Method and path of everything that arrived, whatever became of it. */
  asked: string[]
  bodies: string[]
  /** What becomes of questions from now on; of posts alone, if the others shall go through. */
  line: (line: Line, only?: 'POST') => void
}

export async function openFarServer(far: Harness, base = '/open311/v2'): Promise<FarServer> {
  let now: { line: Line; only: 'POST' | undefined } = { line: 'through', only: undefined }
  const asked: string[] = []
  const bodies: string[] = []
  const server = createServer((request, response) => {
    void (async () => {
      const body = await read(request)
      asked.push(`${request.method} ${(request.url ?? '').split('?')[0]}`)
      if (request.method === 'POST') bodies.push(body)
      const concerned = now.only === undefined || now.only === request.method
      const line = concerned ? now.line : 'through'
      if (line === 'down') return request.socket.destroy()
      if (typeof line === 'object')
        return response
          .writeHead(line.status, { 'content-type': 'application/json' })
          .end(line.body)
      const answer = await far.server.inject({
        method: request.method === 'POST' ? 'POST' : 'GET',
        url: request.url ?? '/',
        headers: { 'content-type': request.headers['content-type'] ?? 'text/plain' },
        ...(request.method === 'POST' && { payload: body }),
      })
      if (line === 'answer lost') return request.socket.destroy()
      return response
        .writeHead(answer.statusCode, { 'content-type': String(answer.headers['content-type']) })
        .end(answer.rawPayload)
    })()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    asked,
    bodies,
    line: (line, only) => {
      now = { line, only }
    },
  }
}

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}
