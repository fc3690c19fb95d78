// How answers leave: bytes with their headers, refusals with the status of their contract, faults without their prose.
import type { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Endpoint, commonRefusals } from '#core/kit/contract.ts'
import { type Refusal, Trouble, refused } from '#core/kit/result.ts'

/** What a `file` endpoint answers with. */
export type Download = {
  contentType: string
  body: Buffer | string | Readable
  /** Given, the browser saves it under this name. */
  fileName?: string
  /** Seconds a browser may keep it; content-addressed bytes for ever. */
  maxAgeSeconds?: number | 'for ever'
}

export function sendFile(reply: FastifyReply, file: Download): FastifyReply {
  if (file.fileName !== undefined)
    reply.header(
      'content-disposition',
      `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
    )
  const age = file.maxAgeSeconds
  const kept =
    age === 'for ever' ? 'private, max-age=31536000, immutable' : `private, max-age=${age}`
  reply.header('cache-control', age === undefined ? 'no-store' : kept)
  return reply.header('content-type', file.contentType).send(file.body)
}

export function statusOf(declared: Endpoint, refusal: string): number {
  return declared.refusals[refusal] ?? (commonRefusals as Record<string, number>)[refusal] ?? 409
}

export function sendRefusal(
  reply: FastifyReply,
  request: FastifyRequest,
  answer: Refusal,
  status: number,
): FastifyReply {
  const { refusal, fields, current } = answer
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .send({
      refusal,
      ...(fields && { fields }),
      ...(current !== undefined && { current }),
      requestId: request.id,
    })
}

/** Faults and trouble end here: told to the log in full, to the caller by a request id. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const status = (error as { statusCode?: number }).statusCode ?? 500
  if (error instanceof Trouble) {
    request.log.error(
      { err: error, dependency: error.dependency, requestId: request.id },
      'trouble',
    )
    sendRefusal(reply.header('retry-after', '5'), request, refused('trouble'), 503)
  } else if (error instanceof SyntaxError) {
    sendRefusal(reply, request, refused('bad_input', { fields: { input: 'JSON' } }), 422)
  } else if (status < 500) {
    const refusal = status === 413 ? 'too_large' : status === 429 ? 'too_many_tries' : 'bad_input'
    sendRefusal(reply, request, refused(refusal), refusal === 'bad_input' ? 422 : status)
  } else {
    request.log.error({ err: error, requestId: request.id, url: request.url }, 'fault')
    sendRefusal(reply, request, refused('fault'), 500)
  }
}
