// With its neighbours of this folder the only place that knows the web framework: it mounts declared contracts on Fastify. Input is checked against the
// contract, output leaves through it (a column it does not name cannot leak), refusals become statuses.
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import fastify, {
  LogController,
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
} from '#core/kit/contract.ts'
import type { Stamp, Taken } from '#core/kit/export.ts'
import { inputSentences } from '#core/kit/input.ts'
import { type Result, refused } from '#core/kit/result.ts'
import type { Lang } from '#core/kit/words.ts'
import { closeGently } from './closing.ts'
import { contentPolicy } from './headers.ts'
import type { Log } from './log.ts'
import { type ReadInput, inputReader } from './read-input.ts'
import { type Download, answerError, sendFile, sendRefusal, statusOf } from './replies.ts'
import { type Feed, openFeed } from './stream.ts'

export type Server = FastifyInstance
export type { Download }

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
export type Recognised = {
  signedIn: boolean
  via: 'cookie' | 'token' | 'none'
  actor: { id: string }
  /** What he may see; compared, never read. */
  scope: unknown
}

export type Upload = { field: string; name: string; mimeType: string; bytes: Buffer }

/** The edges of one call: what goes beside the answer. */
export type Call = Caller & {
  setCookie: (name: string, value: string, maxAgeSeconds: number) => void
  clearCookie: (name: string) => void
  /** The files of an `upload`, one by one; each at most `bytesMax`. */
  files: (bytesMax: number) => AsyncGenerator<Upload>
  setHeader: (name: string, value: string) => void
}

export type HttpApp<W extends Recognised> = {
  log: Log
  config: { limitScale: number; publicUrl: string }
  endpoints: Endpoint[]
  whoIs: (caller: Caller, toAct?: boolean) => Promise<W>
  /** Writes down that somebody takes a list out; null where nothing has to be, as with what is public. */
  taken?: (who: W, what: Taken) => Promise<Stamp | null>
  /** Every open stream, with the person who listens. */
  streams: Set<OpenStream>
}

export type OpenStream = {
  personId: string
  /** Hangs up on whoever may no longer listen as he did when he called. */
  lookAgain: () => Promise<void>
  hangUp: () => void
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
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => options.newId(),
    trustProxy: options.trustProxy,
    bodyLimit: bodyBytesDefault,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 300 },
  })
  await server.register(helmet, contentPolicy(options))
  await server.register(cookie)
  await server.register(rateLimit, { global: false })
  await server.register(multipart, { limits: { files: filesMax, parts: 40 } })
  server.setErrorHandler(answerError)
  closeGently(server)
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
      nameCommand(reply, input)
      if (!answer.ok) return sendRefusal(reply, request, answer, statusOf(declared, answer.refusal))
      return send(reply, answer.value)
    },
  })
}

/** The receipt: an outbox forgets a command only when an answer names it, which a proxy's page never does. */
function nameCommand(reply: FastifyReply, input: unknown): void {
  const { commandId } = (input ?? {}) as { commandId?: unknown }
  if (typeof commandId === 'string') reply.header('x-linli-receipt', commandId)
}

/**
 * An endpoint that stays open and pushes events; the handler returns what to do when the listener leaves. It ends when the
 * sign-in does or its rights change: whoever still may calls again and resumes.
 */
export function mountStream<E extends Endpoint, W extends Recognised>(
  server: Server,
  app: HttpApp<W>,
  declared: E,
  handler: (who: W, input: InputOf<E>, feed: Feed) => Promise<Result<() => void, RefusalOf<E>>>,
): void {
  const read = inputReader(declared)
  app.endpoints.push(declared)
  server.addHook('preClose', async () => {
    for (const stream of app.streams) stream.hangUp()
  })
  server.route({
    ...routeOf(declared, app.config.limitScale),
    handler: async (request, reply) => {
      const caller = callerOf(request)
      const ready = await admit(app, declared, { caller, request, read })
      if (!ready.ok) return sendRefusal(reply, request, ready, statusOf(declared, ready.refusal))
      const { who } = ready.value
      const feed = openFeed(request, reply)
      const opened = await handler(who, ready.value.input as InputOf<E>, feed)
      if (!opened.ok) return sendRefusal(reply, request, opened, statusOf(declared, opened.refusal))
      const stream = {
        personId: who.actor.id,
        lookAgain: () => lookAgain(app, caller, who, feed),
        hangUp: feed.end,
      }
      app.streams.add(stream)
      const onClose = () => {
        app.streams.delete(stream)
        opened.value()
      }
      feed.start(onClose, () => void stream.lookAgain())
      return reply
    },
  })
}

/** A database that does not answer is no reason to hang up: the next look will tell. */
async function lookAgain<W extends Recognised>(
  app: HttpApp<W>,
  caller: Caller,
  who: W,
  feed: Feed,
): Promise<void> {
  const now = await app.whoIs(caller).catch(() => null)
  if (now === null) return
  const same =
    now.actor.id === who.actor.id && JSON.stringify(now.scope) === JSON.stringify(who.scope)
  if (!same) feed.end()
}

export type PlainRequest = Caller & {
  params: Record<string, string>
  query: Record<string, string | string[]>
  body: Buffer
}
export type PlainAnswer = {
  status: number
  contentType: string
  body: string | Buffer
  headers?: Record<string, string>
}

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
          .headers(answer.headers ?? {})
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
  const changes = declared.method !== 'GET'
  const who = await app.whoIs(caller, changes)
  if (declared.access === 'staff' && !who.signedIn) return refused('not_signed_in')
  if (!isAuthor(who, caller)) return refused('not_signed_in')
  const byCookie = who.via === 'cookie' || declared.access === 'resident'
  if (changes && byCookie && !fromOurPages(caller, app.config.publicUrl))
    return refused('foreign_origin')
  const input = read(request)
  if (input.errors !== null)
    return refused('bad_input', { fields: inputSentences(input.errors, caller.lang) })
  return { ok: true, value: { who, input: input.value } }
}

/**
 * What waited on a phone names its author. The session may have ended meanwhile, or somebody else have signed in: it is
 * then neither anybody's report nor another person's deed, and goes on waiting.
 */
function isAuthor(who: Recognised, caller: Caller): boolean {
  const author = caller.header('x-linli-person')
  return author === null || who.actor.id === author
}

/** A cookie comes along from any page, so a change needs our header and, where the browser names it, our origin. */
function fromOurPages(caller: Caller, publicUrl: string): boolean {
  if (caller.header('x-linli') !== '1') return false
  const origin = caller.header('origin')
  return origin === null || origin === caller.origin || origin === new URL(publicUrl).origin
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
    sameSite: 'strict',
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
