// Server push: one open answer as text/event-stream. Ids let a listener resume after a break without a gap.
import type { FastifyReply, FastifyRequest } from 'fastify'

export type FeedEvent = { id?: string; event?: string; data: unknown }

export type Feed = {
  /** The id of the last event the listener saw before it broke off, if it resumes. */
  lastEventId: string | null
  send: (event: FeedEvent) => void
  /** Begins the answer; what was sent before is kept in order. The beat is every fifteen seconds. */
  start: (onClose: () => void, onBeat?: () => void) => void
  end: () => void
}

const heartbeatMs = 15_000
const unreadBytesMax = 1_000_000

export function openFeed(request: FastifyRequest, reply: FastifyReply): Feed {
  const waiting: string[] = []
  let open = false
  const write = (text: string) => {
    if (!open) waiting.push(text)
    else if (reply.raw.writableEnded) return
    else if (reply.raw.writableLength > unreadBytesMax) reply.raw.destroy()
    else reply.raw.write(text)
  }
  const header = request.headers['last-event-id']
  const asked = (request.query as Record<string, string | undefined>)['lastEventId']
  return {
    lastEventId: (Array.isArray(header) ? header[0] : header) ?? asked ?? null,
    send: (event) => write(eventText(event)),
    end: () => void reply.raw.end(() => request.raw.socket.destroySoon()),
    start: (onClose, onBeat) => {
      reply.hijack()
      const headers = Object.fromEntries(
        Object.entries(reply.getHeaders()).filter((pair) => pair[1] !== undefined),
      )
      reply.raw.writeHead(200, {
        ...(headers as Record<string, string>),
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      open = true
      reply.raw.write(`retry: 2000\n\n${waiting.join('')}`)
      const beat = setInterval(() => {
        write(': still here\n\n')
        onBeat?.()
      }, heartbeatMs)
      reply.raw.once('close', () => {
        open = false
        clearInterval(beat)
        onClose()
      })
    },
  }
}

function eventText({ id, event, data }: FeedEvent): string {
  const lines = [
    ...(id === undefined ? [] : [`id: ${id}`]),
    ...(event === undefined ? [] : [`event: ${event}`]),
    ...JSON.stringify(data)
      .split('\n')
      .map((line) => `data: ${line}`),
  ]
  return `${lines.join('\n')}\n\n`
}
