// Merges path, query and body into the one input a contract names, and checks it against the contract.
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { FastifyRequest } from 'fastify'
import { type Endpoint, pathKeys } from '#core/kit/contract.ts'
import type { InputError } from '#core/kit/input.ts'

export type ReadInput = { value: unknown; errors: InputError[] | null }

const ajv = new Ajv2020({ allErrors: true, strict: false, useDefaults: true })
addFormats.default(ajv)

/** Made once per endpoint: its check is compiled. */
export function inputReader(declared: Endpoint): (request: FastifyRequest) => ReadInput {
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
    const strange = unkeepable(value)
    if (strange !== null) return { value: null, errors: [strange] }
    return check(value)
      ? { value, errors: null }
      : { value: null, errors: (check.errors ?? []) as InputError[] }
  }
}

/** Nesting that no page of ours sends and no form needs: what reads it deeper would run out of stack. */
const nestedMost = 64

/** Which field holds what the database can keep in no text (a NUL, half a character), or is nested beyond reading. */
function unkeepable(value: Record<string, unknown>): InputError | null {
  for (const [key, item] of Object.entries(value)) {
    let level: unknown[] = [key, item]
    for (let depth = 0; level.length > 0; depth += 1) {
      const said = level.every((one) => typeof one !== 'string' || isKeepable(one))
      if (!said || depth > nestedMost)
        return { keyword: 'pattern', instancePath: `/${key}`, params: {} }
      level = level.flatMap(within)
    }
  }
  return null
}

const isKeepable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed()

const within = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null
    ? Array.isArray(value)
      ? value
      : [...Object.keys(value), ...Object.values(value)]
    : []

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
