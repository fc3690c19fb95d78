// The only file that knows the web framework: it mounts declared contracts on Fastify. Input is checked against the
// contract, output leaves through it (a column it does not name cannot leak), refusals become statuses.
import type { Readable } from 'node:stream'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import {
  type Endpoint,
  type InputOf,
  type OutputOf,
  type RateLimit,
  type RefusalOf,
  commonRefusals,
  pathKeys,
} from '#core/kit/contract.ts'
import { type InputError, inputSentences } from '#core/kit/input.ts'
import { type Refusal, type Result, Trouble, refused } from '#core/kit/result.ts'
import type { Lang } from '#core/kit/words.ts'
import { contentPolicy } from './headers.ts'
import type { Log } from './log.ts'
import { type Feed, openFeed } from './stream.ts'

export type Server = FastifyInstance

/** What the request says about its sender, before anybody is recognised. */
export type Caller = {
  requestId: string
  address: string
  lang: Lang
  /** Scheme and host by which it reached us. */
  origin: string
  header: (name: string) => string | null
  cookie: (name: string) => string | null
}

/** Who is asking, as far as this file cares; the app's own `Who` says more. */
export type Recognised = { signedIn: boolean; via: 'cookie' | 'token' | 'none' }

export type Upload = { field: string; name: string; mimeType: string; bytes: Buffer }

/** The edges of one call: what goes beside the answer. */
export type Call = Caller & {
  setCookie: (name: string, value: string, maxAgeSeconds: number) => void
  clearCookie: (name: string) => void
  /** The files of an `upload`, one by one; each at most `bytesMax`. */
  files: (bytesMax: number) => AsyncGenerator<Upload>
  setHeader: (name: string, value: string) => void
}

/** What a `file` endpoint answers with. */
export type Download = {
  contentType: string
  body: Buffer | string | Readable
  /** Given, the browser saves it under this name. */
  fileName?: string
  /** Seconds a browser may keep it; content-addressed bytes for ever. */
  maxAgeSeconds?: number | 'for ever'
}

export type HttpApp<W extends Recognised> = {
  log: Log
  config: { limitScale: number; publicUrl: string }
  endpoints: Endpoint[]
  whoIs: (caller: Caller) => Promise<W>
}

export type ServerOptions = {
  log: Log
  newId: () => string
  trustProxy: boolean | string
  publicUrl: string
  tileUrl: string | null
}

const bodyBytesDefault = 256 * 1024
const filesMax = 9

export async function createServer(options: ServerOptions): Promise<Server> {
  const server = fastify({
    loggerInstance: options.log as FastifyBaseLogger,
    logController: { disableRequestLogging: true },
    genReqId: () => options.newId(),
    trustProxy: options.trustProxy,
    bodyLimit: bodyBytesDefault,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 300 },
  })
  await server.register(helmet, contentPolicy(options))
  await server.register(cookie)
  await server.register(rateLimit, { global: false })
  await server.register(multipart, { limits: { files: filesMax, parts: 40 } })
  server.setErrorHandler(answerError)
  // JSON without a body is an empty object: many commands say everything in their path.
  server.removeContentTypeParser('application/json')
  server.addContentTypeParser('application/json', { parseAs: 'string' }, parseJson)
  return server
}

function parseJson(_: FastifyRequest, body: string | Buffer): Promise<unknown> {
  return Promise.resolve(body.length === 0 ? {} : (JSON.parse(String(body)) as unknown)).catch(
    (cause: unknown) => Promise.reject(cause),
  )
}

/** Puts one declared endpoint on the server. */
export function mount<E extends Endpoint, W extends Recognised>(
  server: Server,
  app: HttpApp<W>,
  declared: E,
  handler: (who: W, input: InputOf<E>, call: Call) => Promise<Result<OutputOf<E>, RefusalOf<E>>>,
): void {
  mountAny(server, app, declared, { handler, send: (reply, value) => reply.send(value) })
}

/** An endpoint that answers with bytes. */
export function mountFile<E extends Endpoint, W extends Recognised>(
  server: Server,
  app: HttpApp<W>,
  declared: E,
  handler: (who: W, input: InputOf<E>, call: Call) => Promise<Result<Download, RefusalOf<E>>>,
): void {
  mountAny(server, app, declared, { handler, send: sendFile })
}

type Mounted<E extends Endpoint, W, T> = {
  handler: (who: W, input: InputOf<E>, call: Call) => Promise<Result<T, RefusalOf<E>>>
  send: (reply: FastifyReply, value: T) => FastifyReply
}

function mountAny<E extends Endpoint, W extends Recognised, T>(
  server: Server,
  app: HttpApp<W>,
  declared: E,
  { handler, send }: Mounted<E, W, T>,
): void {
  const read = inputReader(declared)
  app.endpoints.push(declared)
  server.route({
    ...routeOf(declared, app.config.limitScale),
    handler: async (request, reply) => {
      const caller = callerOf(request)
      const ready = await admit(app, declared, { caller, request, read })
      if (!ready.ok) return sendRefusal(reply, request, ready, statusOf(declared, ready.refusal))
      const { who, input } = ready.value
      const answer = await handler(
        who,
        input as InputOf<E>,
        callOf(caller, { request, reply, app }),
      )
      if (!answer.ok) return sendRefusal(reply, request, answer, statusOf(declared, answer.refusal))
      return send(reply, answer.value)
    },
  })
}

/** An endpoint that stays open and pushes events; the handler returns what to do when the listener leaves. */
export function mountStream<E extends Endpoint, W extends Recognised>(
  server: Server,
  app: HttpApp<W>,
  declared: E,
  handler: (who: W, input: InputOf<E>, feed: Feed) => Promise<Result<() => void, RefusalOf<E>>>,
): void {
  const read = inputReader(declared)
  app.endpoints.push(declared)
  server.route({
    ...routeOf(declared, app.config.limitScale),
    handler: async (request, reply) => {
      const ready = await admit(app, declared, { caller: callerOf(request), request, read })
      if (!ready.ok) return sendRefusal(reply, request, ready, statusOf(declared, ready.refusal))
      const feed = openFeed(request, reply)
      const opened = await handler(ready.value.who, ready.value.input as InputOf<E>, feed)
      if (!opened.ok) return sendRefusal(reply, request, opened, statusOf(declared, opened.refusal))
      feed.start(opened.value)
      return reply
    },
  })
}

export type PlainRequest = Caller & {
  params: Record<string, string>
  query: Record<string, string | string[]>
  body: Buffer
}
export type PlainAnswer = { status: number; contentType: string; body: string | Buffer }

/** A path of somebody else's specification (Open311), with its own forms and errors. */
export function mountPlain(
  server: Server,
  app: { config: { limitScale: number } },
  route: { method: 'GET' | 'POST'; path: string; bodyBytesMax?: number; limit?: RateLimit },
  handler: (request: PlainRequest) => Promise<PlainAnswer>,
): void {
  void server.register(async (plain) => {
    plain.removeAllContentTypeParsers()
    plain.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, next) =>
      next(null, body),
    )
    plain.route({
      method: route.method,
      url: route.path,
      bodyLimit: route.bodyBytesMax ?? bodyBytesDefault,
      config: { rateLimit: limitOf(route.limit ?? null, app.config.limitScale) },
      handler: async (request, reply) => {
        const answer = await handler({
          ...callerOf(request),
          params: request.params as Record<string, string>,
          query: request.query as Record<string, string>,
          body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
        })
        return reply
          .code(answer.status)
          .header('content-type', answer.contentType)
          .send(answer.body)
      },
    })
  })
}

function routeOf(declared: Endpoint, limitScale: number) {
  const json = declared.form === 'json' || declared.form === 'upload'
  return {
    method: declared.method,
    url: declared.path,
    bodyLimit: declared.bodyBytesMax ?? bodyBytesDefault,
    config: { rateLimit: limitOf(declared.limit, limitScale) },
    ...(json ? { schema: { response: { 200: declared.output } } } : {}),
  }
}

function limitOf(limit: RateLimit | null, scale: number) {
  if (limit === null) return false as const
  return { max: limit.max * scale, timeWindow: limit.per === 'minute' ? 60_000 : 3_600_000 }
}

type Asked = {
  caller: Caller
  request: FastifyRequest
  read: (request: FastifyRequest) => ReadInput
}

/** Who asks, whether they may knock here at all, and what they say: in this order. */
async function admit<W extends Recognised>(
  app: HttpApp<W>,
  declared: Endpoint,
  { caller, request, read }: Asked,
): Promise<Result<{ who: W; input: unknown }>> {
  const who = await app.whoIs(caller)
  if (declared.access === 'staff' && !who.signedIn) return refused('not_signed_in')
  const changes = declared.method !== 'GET'
  if (changes && who.via === 'cookie' && !fromOurPages(caller, app.config.publicUrl))
    return refused('foreign_origin')
  const input = read(request)
  if (input.errors !== null)
    return refused('bad_input', { fields: inputSentences(input.errors, caller.lang) })
  return { ok: true, value: { who, input: input.value } }
}

/** A cookie comes along from any page, so a change needs our header and, where the browser names it, our origin. */
function fromOurPages(caller: Caller, publicUrl: string): boolean {
  if (caller.header('x-linli') !== '1') return false
  const origin = caller.header('origin')
  return origin === null || origin === caller.origin || origin === new URL(publicUrl).origin
}

type ReadInput = { value: unknown; errors: InputError[] | null }

const ajv = new Ajv2020({ allErrors: true, strict: false, useDefaults: true })
addFormats.default(ajv)

/** Merges path, query and body into the one input the contract names, and checks it. */
function inputReader(declared: Endpoint): (request: FastifyRequest) => ReadInput {
  const check: ValidateFunction = ajv.compile(declared.input)
  const fromPath = pathKeys(declared.path)
  const properties = declared.input.properties as Record<string, TextSchema>
  const bodied = declared.form !== 'upload' && declared.method !== 'GET'
  return (request) => {
    const params = request.params as Record<string, string>
    const body = bodied ? (request.body ?? {}) : readTexts(request.query as object, properties)
    if (typeof body !== 'object' || Array.isArray(body))
      return {
        value: null,
        errors: [{ keyword: 'type', instancePath: '', params: { type: 'object' } }],
      }
    const value: Record<string, unknown> = { ...body }
    for (const key of fromPath) value[key] = readText(params[key] ?? '', properties[key])
    return check(value)
      ? { value, errors: null }
      : { value: null, errors: (check.errors ?? []) as InputError[] }
  }
}

type TextSchema = { type?: string | string[]; items?: TextSchema }

function readTexts(query: object, properties: Record<string, TextSchema>): Record<string, unknown> {
  const pairs = Object.entries(query).map(([key, text]: [string, unknown]) => [
    key,
    readText(text, properties[key]),
  ])
  return Object.fromEntries(pairs) as Record<string, unknown>
}

/** Paths and queries are text: numbers, flags and lists (`a,b` or repeated) are read by what the contract wants. */
function readText(text: unknown, schema: TextSchema | undefined): unknown {
  const type = [schema?.type].flat()
  if (type.includes('array')) {
    const items = Array.isArray(text) ? text : String(text).split(',').filter(Boolean)
    return items.map((item: unknown) => readText(item, schema?.items))
  }
  if (typeof text !== 'string') return text
  const numeric = type.includes('integer') || type.includes('number')
  if (numeric && /^-?\d+(\.\d+)?$/.test(text)) return Number(text)
  if (type.includes('boolean') && /^(true|false|1|0)$/.test(text))
    return text === 'true' || text === '1'
  return text
}

export function callerOf(request: FastifyRequest): Caller {
  return {
    requestId: request.id,
    address: request.ip,
    lang: /^en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh',
    origin: `${request.protocol}://${request.host}`,
    header: (name) => {
      const value = request.headers[name]
      return (Array.isArray(value) ? value[0] : value) ?? null
    },
    cookie: (name) => request.cookies[name] ?? null,
  }
}

type Edges = {
  request: FastifyRequest
  reply: FastifyReply
  app: { config: { publicUrl: string } }
}

function callOf(caller: Caller, { request, reply, app }: Edges): Call {
  const settings = {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: app.config.publicUrl.startsWith('https:'),
  } as const
  return {
    ...caller,
    setCookie: (name, value, maxAge) => void reply.setCookie(name, value, { ...settings, maxAge }),
    clearCookie: (name) => void reply.clearCookie(name, settings),
    setHeader: (name, value) => void reply.header(name, value),
    files: (bytesMax) => readFiles(request, bytesMax),
  }
}

async function* readFiles(request: FastifyRequest, bytesMax: number): AsyncGenerator<Upload> {
  if (!request.isMultipart()) return
  for await (const part of request.files({ limits: { fileSize: bytesMax, files: filesMax } }))
    yield {
      field: part.fieldname,
      name: part.filename,
      mimeType: part.mimetype,
      bytes: await part.toBuffer(),
    }
}

function sendFile(reply: FastifyReply, file: Download): FastifyReply {
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

function statusOf(declared: Endpoint, refusal: string): number {
  return declared.refusals[refusal] ?? (commonRefusals as Record<string, number>)[refusal] ?? 409
}

function sendRefusal(
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
function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
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
