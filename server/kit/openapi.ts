// The interface in words and in OpenAPI 3.1, printed from the contracts that are mounted: nothing is described twice.

import type { TSchema } from 'typebox'
import { type Endpoint, RefusalView, commonRefusals, pathKeys } from '#core/kit/contract.ts'
import { packageVersion } from './package-root.ts'
import { mountPlain } from './http.ts'
import type { Server } from './http.ts'

type Json = Record<string, unknown>
type Described = { config: { limitScale: number; publicUrl: string }; endpoints: Endpoint[] }

const propertiesOf = (input: TSchema): [string, TSchema][] =>
  Object.entries((input as { properties?: Record<string, TSchema> }).properties ?? {})
const requiredOf = (input: TSchema): string[] => (input as { required?: string[] }).required ?? []
const describes = (schema: TSchema): Json => {
  const { description } = schema as { description?: string }
  return description === undefined ? {} : { description }
}

function parametersOf(endpoint: Endpoint): Json[] {
  const inPath = pathKeys(endpoint.path)
  const takesQuery = endpoint.method === 'GET' || endpoint.form === 'upload'
  return propertiesOf(endpoint.input)
    .filter(([name]) => inPath.includes(name) || takesQuery)
    .map(([name, schema]) => ({
      name,
      in: inPath.includes(name) ? 'path' : 'query',
      required: inPath.includes(name) || requiredOf(endpoint.input).includes(name),
      schema,
      ...describes(schema),
    }))
}

function bodyOf(endpoint: Endpoint): Json {
  if (endpoint.form === 'upload')
    return {
      requestBody: {
        required: true,
        content: {
          'multipart/form-data': {
            schema: {
              type: 'object',
              properties: {
                file: { type: 'string', contentMediaType: 'application/octet-stream' },
              },
            },
          },
        },
      },
    }
  if (endpoint.method === 'GET') return {}
  const inPath = pathKeys(endpoint.path)
  const fields = propertiesOf(endpoint.input).filter(([name]) => !inPath.includes(name))
  if (fields.length === 0) return {}
  const required = requiredOf(endpoint.input).filter((name) => !inPath.includes(name))
  const schema = {
    type: 'object',
    properties: Object.fromEntries(fields),
    additionalProperties: false,
    ...(required.length > 0 ? { required } : {}),
  }
  return {
    requestBody: { required: required.length > 0, content: { 'application/json': { schema } } },
  }
}

const answerTypes: Record<Endpoint['form'], string> = {
  json: 'application/json',
  upload: 'application/json',
  file: 'application/octet-stream',
  stream: 'text/event-stream',
}

const refusal = (description: string): Json => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
})

/** Refusals by status, each with the codes that answer with it. */
function refusalsOf(endpoint: Endpoint): Json {
  const byStatus = new Map<number, string[]>()
  const possible: Record<string, number> = {
    ...endpoint.refusals,
    bad_input: commonRefusals.bad_input,
  }
  if (endpoint.access === 'staff')
    Object.assign(possible, {
      not_signed_in: commonRefusals.not_signed_in,
      not_allowed: commonRefusals.not_allowed,
    })
  if (endpoint.limit !== null) possible['too_many_tries'] = commonRefusals.too_many_tries
  if (propertiesOf(endpoint.input).some(([name]) => name === 'commandId'))
    possible['command_reused'] = commonRefusals.command_reused
  for (const [code, status] of Object.entries(possible))
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  return Object.fromEntries(
    [...byStatus]
      .toSorted(([a], [b]) => a - b)
      .map(([status, codes]) => [String(status), refusal(codes.join(', '))]),
  )
}

function securityOf(access: Endpoint['access']): Json[] {
  if (access === 'staff') return [{ session: [] }, { token: [] }]
  return access === 'resident' ? [{}, { resident: [] }] : []
}

function operationOf(endpoint: Endpoint): Json {
  const content = {
    [answerTypes[endpoint.form]]: {
      schema:
        endpoint.form === 'json' || endpoint.form === 'upload'
          ? endpoint.output
          : { type: 'string' },
    },
  }
  return {
    operationId: endpoint.name,
    summary: endpoint.summary,
    tags: endpoint.tags,
    security: securityOf(endpoint.access),
    parameters: parametersOf(endpoint),
    ...bodyOf(endpoint),
    responses: {
      '200': { description: 'Done.', content },
      ...refusalsOf(endpoint),
      default: refusal('A fault or trouble of the server, with a request id.'),
    },
  }
}

/** OpenAPI 3.1 speaks JSON Schema 2020: the places of a tuple are `prefixItems` there. */
function modern(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(modern)
  if (value === null || typeof value !== 'object') return value
  const { additionalItems: _additional, items, ...rest } = value as Json
  const places = Array.isArray(items)
  const read = Object.fromEntries(Object.entries(rest).map(([key, held]) => [key, modern(held)]))
  if (items === undefined) return read
  return {
    ...read,
    ...(places ? { prefixItems: modern(items), items: false } : { items: modern(items) }),
  }
}

export function openApi(app: Described): Json {
  const paths: Record<string, Json> = {}
  for (const endpoint of app.endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: modern(operationOf(endpoint)) }
  }
  const tags = [...new Set(app.endpoints.flatMap((endpoint) => endpoint.tags))].toSorted()
  return {
    openapi: '3.1.0',
    info: {
      title: 'Linli',
      version: packageVersion(),
      description:
        'Reports and what became of them. Commands carry a commandId made by their author; a repeat gets the first answer. Refusals are short statements of fact.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: app.config.publicUrl || '/' }],
    tags: tags.map((name) => ({ name, description: `Endpoints about ${name}.` })),
    paths,
    components: {
      schemas: { Refusal: RefusalView },
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'linli',
          description: 'A signed-in browser. Changes also need the header x-linli: 1.',
        },
        resident: {
          type: 'apiKey',
          in: 'cookie',
          name: 'linli_resident',
          description:
            'The browser of a resident with an account. Changes also need the header x-linli: 1.',
        },
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'An API token of another system, with scopes.',
        },
      },
    },
  }
}

const escaped = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  )

/** A page for people: plain HTML without script, so that it reads everywhere and prints. */
export function apiPage(app: Described): string {
  const groups = new Map<string, Endpoint[]>()
  for (const endpoint of app.endpoints) {
    const tag = endpoint.tags[0] ?? 'other'
    groups.set(tag, [...(groups.get(tag) ?? []), endpoint])
  }
  const sections = [...groups].map(
    ([tag, endpoints]) =>
      `<h2 id="${escaped(tag)}">${escaped(tag)}</h2>${endpoints.map(endpointHtml).join('')}`,
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Linli API</title><link rel="stylesheet" href="/api/docs.css"></head><body><h1>邻里 Linli · API</h1><p>Printed from the contracts that are mounted. Machine-readable: <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1). Civic clients: <a href="/open311/v2/discovery.json">Open311 GeoReport v2</a>. Map programs: <a href="/ogc">OGC API – Features</a>.</p><nav>${[...groups.keys()].map((tag) => `<a href="#${escaped(tag)}">${escaped(tag)}</a>`).join(' · ')}</nav>${sections.join('')}</body></html>`
}

function endpointHtml(endpoint: Endpoint): string {
  const required = requiredOf(endpoint.input)
  const rows = propertiesOf(endpoint.input).map(
    ([name, schema]) =>
      `<tr><td><code>${escaped(name)}</code></td><td>${required.includes(name) ? 'required' : 'optional'}</td><td>${escaped(typeWords(schema))}</td></tr>`,
  )
  const refusals = Object.entries(endpoint.refusals).map(
    ([code, status]) => `<code>${escaped(code)}</code> ${status}`,
  )
  return `<section><h3><code>${endpoint.method} ${escaped(endpoint.path)}</code></h3><p>${escaped(endpoint.summary)} <small>${endpoint.access}</small></p>${rows.length > 0 ? `<table>${rows.join('')}</table>` : ''}${refusals.length > 0 ? `<p><small>Refuses with ${refusals.join(', ')}.</small></p>` : ''}</section>`
}

function typeWords(schema: TSchema): string {
  const {
    type,
    enum: values,
    description,
  } = schema as { type?: string | string[]; enum?: unknown[]; description?: string }
  const kind = values !== undefined ? values.join(' | ') : [type ?? 'object'].flat().join(' or ')
  return description === undefined ? kind : `${kind}. ${description}`
}

const styles = `body{max-width:60rem;margin:2rem auto;padding:0 1rem;font:16px/1.6 serif;background:#f7f2e8;color:#221e19}
h1,h2,h3{font-weight:600}h2{border-top:3px solid;padding-top:.5rem;margin-top:3rem}section{border-top:1px solid #dcd2bf;padding:.5rem 0}
table{border-collapse:collapse;width:100%;font-size:14px}td{border-top:1px solid #dcd2bf;padding:.2rem .8rem .2rem 0;vertical-align:top}a{color:#17595a}code{font-size:14px}`

/** Last of all: it describes everything that was mounted before. */
export function mountOpenApi(server: Server, app: Described): void {
  const utf8 = (type: string) => `${type}; charset=utf-8`
  mountPlain(server, app, { method: 'GET', path: '/api/openapi.json' }, async () => ({
    status: 200,
    contentType: utf8('application/json'),
    body: JSON.stringify(openApi(app)),
  }))
  mountPlain(server, app, { method: 'GET', path: '/api/docs' }, async () => ({
    status: 200,
    contentType: utf8('text/html'),
    body: apiPage(app),
  }))
  mountPlain(server, app, { method: 'GET', path: '/api/docs.css' }, async () => ({
    status: 200,
    contentType: utf8('text/css'),
    body: styles,
  }))
}
