// One way to the server. Endpoints are declared in core; here they become requests, and answers become values,
// refusals (the rules say no) or a lost connection (nobody said anything).
import {
  type Endpoint,
  type InputOf,
  type OutputOf,
  pathKeys,
  type RefusalOf,
} from '#core/kit/contract.ts'
import { learnServerTime } from './now.ts'

/** The rules said no. `refusal` is one of the codes in the endpoint's contract. */
export class RefusalError<R extends string = string> extends Error {
  override name = 'RefusalError'
  readonly refusal: R
  readonly status: number
  readonly fields: Record<string, string>
  readonly current: unknown
  readonly requestId: string

  constructor(status: number, body: RefusalBody) {
    super(body.refusal)
    this.refusal = body.refusal as R
    this.status = status
    this.fields = body.fields ?? {}
    this.current = body.current
    this.requestId = body.requestId ?? ''
  }
}

type RefusalBody = {
  refusal: string
  fields?: Record<string, string>
  current?: unknown
  requestId?: string
}

/** No answer, or an answer that is not ours (a proxy's page). Whatever was sent must be kept. */
export class NoConnectionError extends Error {
  override name = 'NoConnectionError'
}

export type Request = { method: string; url: string; body: string | null }

/** Keys named in the path go there; GET takes the rest as query, the others as JSON. */
export function requestFor(endpoint: Endpoint, input: Record<string, unknown>): Request {
  const inPath = new Set(pathKeys(endpoint.path))
  const url = endpoint.path.replace(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent(String(input[key])),
  )
  const rest = Object.entries(input).filter(
    ([key, value]) => !inPath.has(key) && value !== undefined,
  )
  if (endpoint.method === 'GET') {
    const query = new URLSearchParams()
    for (const [key, value] of rest) {
      for (const one of Array.isArray(value) ? value : [value]) query.append(key, String(one))
    }
    const text = query.toString()
    return { method: 'GET', url: text === '' ? url : `${url}?${text}`, body: null }
  }
  return { method: endpoint.method, url, body: JSON.stringify(Object.fromEntries(rest)) }
}

/**
 * `x-linli` cannot be sent by a foreign page; the language decides in which words fields are corrected. What waited on
 * the device also names its author: signed in as somebody else, or as nobody, it is not taken.
 */
function ourHeaders(author?: string): Record<string, string> {
  const lang = globalThis.document?.documentElement.lang || 'zh-CN'
  const own = author === undefined ? {} : { 'x-linli-person': author }
  return { accept: 'application/json', 'accept-language': lang, 'x-linli': '1', ...own }
}

async function answerOf(request: Request, init: RequestInit): Promise<Response> {
  try {
    const response = await fetch(request.url, { credentials: 'same-origin', ...init })
    learnServerTime(response.headers.get('date'))
    return response
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new NoConnectionError('no answer', { cause })
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  if (response.status === 204) return null
  const ours = response.headers.get('content-type')?.includes('json') ?? false
  if (!ours) throw new NoConnectionError(`not an answer of ours: ${response.status}`)
  try {
    return await response.json()
  } catch (cause) {
    throw new NoConnectionError('the answer broke off', { cause })
  }
}

function isRefusal(body: unknown): body is RefusalBody {
  return (
    typeof body === 'object' && body !== null && typeof (body as RefusalBody).refusal === 'string'
  )
}

export type Answer = { body: unknown; headers: Headers }

/** Sends a prepared request; throws RefusalError or NoConnectionError. The outbox uses it too. */
export async function send(
  request: Request,
  signal?: AbortSignal,
  author?: string,
): Promise<Answer> {
  const headers = ourHeaders(author)
  if (request.body !== null) headers['content-type'] = 'application/json'
  const { method, body } = request
  return answered(request, { method, headers, body, ...(signal ? { signal } : {}) })
}

/** One file for an address that takes files, by itself: what the outbox does with what hangs on a command. */
export function sendFile(
  url: string,
  { blob, name }: { blob: Blob; name: string },
  { signal, author }: { signal?: AbortSignal; author?: string } = {},
): Promise<Answer> {
  const body = new FormData()
  body.append('file', blob, name)
  const request = { method: 'POST', url, body: null }
  const init = { method: 'POST', headers: ourHeaders(author), body }
  return answered(request, { ...init, ...(signal ? { signal } : {}) })
}

async function answered(request: Request, init: RequestInit): Promise<Answer> {
  const response = await answerOf(request, init)
  const body = await bodyOf(response)
  if (response.ok) return { body, headers: response.headers }
  if (isRefusal(body)) throw new RefusalError(response.status, body)
  throw new NoConnectionError(`not an answer of ours: ${response.status}`)
}

/** `const page = await call(listQueue, { queue: 'dispatch' })`: typed by the contract. */
export async function call<E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
  signal?: AbortSignal,
): Promise<OutputOf<E>> {
  const { body } = await send(requestFor(endpoint, input as Record<string, unknown>), signal)
  return body as OutputOf<E>
}

/** For endpoints of form `file` that are asked by POST, since what opens them must not stand in an address. */
export async function fetchFile<E extends Endpoint>(endpoint: E, input: InputOf<E>): Promise<Blob> {
  const request = requestFor(endpoint, input as Record<string, unknown>)
  const { method, body } = request
  const headers = { ...ourHeaders(), accept: '*/*', 'content-type': 'application/json' }
  const response = await answerOf(request, { method, headers, body })
  if (response.ok) return response.blob()
  const refusal = await bodyOf(response)
  if (isRefusal(refusal)) throw new RefusalError(response.status, refusal)
  throw new NoConnectionError(`not an answer of ours: ${response.status}`)
}

/** For endpoints of form `upload`: the rest of the input travels as fields of the form, the file last. */
export async function upload<E extends Endpoint>(
  endpoint: E,
  input: Record<string, string>,
  file: Blob,
  fileName: string,
): Promise<OutputOf<E>> {
  const form = new FormData()
  const { url } = requestFor(
    { ...endpoint, method: 'GET', path: endpoint.path },
    pickPath(endpoint, input),
  )
  for (const [key, value] of Object.entries(input))
    if (!pathKeys(endpoint.path).includes(key)) form.append(key, value)
  form.append('file', file, fileName)
  const request = { method: endpoint.method, url, body: null }
  const init = { method: endpoint.method, headers: ourHeaders(), body: form }
  return (await answered(request, init)).body as OutputOf<E>
}

function pickPath(endpoint: Endpoint, input: Record<string, string>): Record<string, string> {
  return Object.fromEntries(pathKeys(endpoint.path).map((key) => [key, input[key] ?? '']))
}

export function isRefusalOf<E extends Endpoint>(
  _: E,
  error: unknown,
): error is RefusalError<RefusalOf<E>> {
  return error instanceof RefusalError
}
