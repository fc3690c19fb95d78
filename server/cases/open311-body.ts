// The body of an Open311 POST in each form that clients send: urlencoded as specified, JSON and multipart as practised.
import type { Query } from '#core/cases/open311.ts'
import type { PlainRequest } from '../kit/http.ts'

export type PostBody = { fields: Query; media: Buffer[] }

/** Null when the bytes are not of the form they claim to be. */
export async function readBody(request: PlainRequest): Promise<PostBody | null> {
  const type = request.header('content-type') ?? ''
  const { body } = request
  if (body.length === 0) return { fields: {}, media: [] }
  if (/^multipart\/form-data/i.test(type)) return readMultipart(body, type)
  const text = body.toString('utf8')
  const json = /^application\/json/i.test(type) || /^\s*\{/.test(text)
  return json ? readJson(text) : { fields: readForm(text), media: [] }
}

function readForm(text: string): Query {
  return gathered(new URLSearchParams(text))
}

function gathered(pairs: Iterable<[string, string]>): Query {
  const fields: Record<string, string[]> = {}
  for (const [name, value] of pairs) (fields[name] ??= []).push(value)
  return fields
}

function readJson(text: string): PostBody | null {
  let said: unknown
  try {
    said = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return null
  const { attribute = {}, ...rest } = said as Record<string, unknown>
  const attributes = Object.entries(attribute as object).map(([code, value]): [string, unknown] => [
    `attribute[${code}]`,
    value,
  ])
  const fields = [...Object.entries(rest), ...attributes].map(([name, value]) => [
    name,
    texts(value),
  ])
  return { fields: Object.fromEntries(fields) as Query, media: [] }
}

function texts(value: unknown): string[] {
  return [value ?? []]
    .flat()
    .filter((each) => typeof each !== 'object')
    .map(String)
}

const mediaMax = 9

async function readMultipart(body: Buffer, type: string): Promise<PostBody | null> {
  let form: FormData
  try {
    const bytes = new Uint8Array(body) // a copy without the pool's other bytes
    form = await new Response(bytes, { headers: { 'content-type': type } }).formData()
  } catch {
    return null
  }
  const pairs = [...form.entries()]
  const files = pairs.flatMap(([, value]) => (typeof value === 'string' ? [] : [value]))
  const media = await Promise.all(
    files.slice(0, mediaMax).map(async (file) => Buffer.from(await file.arrayBuffer())),
  )
  const fields = pairs.filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  return { fields: gathered(fields), media: media.filter((bytes) => bytes.length > 0) }
}
