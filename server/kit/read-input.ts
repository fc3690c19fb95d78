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
