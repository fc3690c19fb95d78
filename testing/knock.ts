// Knocks at any declared endpoint with an input that fits its schema, so that what answers is the wall and not the form.

import { randomUUID } from 'node:crypto'
import type { Endpoint } from '#core/kit/contract.ts'
import { type TestClient, requestOf } from './harness.ts'

type Schema = {
  type?: string | string[]
  enum?: unknown[]
  properties?: Record<string, Schema>
  required?: string[]
  minItems?: number
  items?: Schema
  pattern?: string
  minimum?: number
}

const words: Record<string, unknown> = {
  category: 'E04-96',
  area: '500108106',
  areaCode: '500108106',
  code: '500108106',
  validFrom: '2026-01-01',
  validTo: null,
  firstOn: '2026-05-02',
  lastOn: '2026-05-01',
  from: '2026-05-01T00:00:00Z',
  to: '2026-05-02T00:00:00Z',
  into: '500108106003-26-99999',
  day: '2020-01-01',
  answerBy: '2036-05-02T00:00:00Z',
  meetBy: '2036-05-02T00:00:00Z',
  key: 'no.such.rule',
  login: 'nobody-there',
  password: 'aaaaaaaaaa',
  segments: [['x', 'y']],
  year: 2026,
  url: 'https://example.org/hook',
  endpoint: 'https://push.example.org/somebody',
  p256dh: 'a'.repeat(87),
  auth: 'a'.repeat(22),
  hash: 'a'.repeat(64),
  field: 'tier',
  opensOn: '2026-05-01',
  closesOn: '2026-05-02',
  batch: '00000000-0000-4000-8000-000000000000',
  dimension: 'age',
  grids: ['500108106003001'],
  resourceId: '00000000-0000-4000-8000-000000000000',
}

/** What fits the patterns of the wire: an id, a day, a time on a wall, a token. */
function fitting(pattern: string): string | null {
  const tries = [
    randomUUID(),
    '2020-01-01',
    '2020-01-01T10:00',
    '10:00',
    'a'.repeat(64),
    'a'.repeat(22),
    '500108106003-26-99999',
  ]
  return tries.find((each) => new RegExp(pattern).test(each)) ?? null
}

/** The least that the contract takes; names that need a sense have one in the list above. */
export function sample(declared: Endpoint, more: Record<string, unknown> = {}) {
  const given = sampleOf(declared.input as Schema, '') as Record<string, unknown>
  if (declared.name === 'correctCase') given['tier'] = 'T5'
  return { ...given, ...more }
}

function sampleOf(schema: Schema, name: string): unknown {
  if (name === 'commandId' || name === 'id')
    return schema.type === 'integer' ? 999_999 : randomUUID()
  if (Array.isArray(schema.type)) return null
  if (schema.pattern?.startsWith('^[0-9a-f]{8}-')) return randomUUID()
  if (schema.enum !== undefined) return name === 'field' ? 'tier' : schema.enum[0]
  if (schema.type === 'object' || schema.properties !== undefined)
    return Object.fromEntries(
      (schema.required ?? []).map((key) => [key, sampleOf(schema.properties?.[key] ?? {}, key)]),
    )
  const { pattern } = schema
  const known = words[name]
  const unfit = pattern !== undefined && !new RegExp(pattern).test(String(known))
  const fits = unfit ? fitting(pattern) : null
  if (fits !== null && (typeof known === 'string' || known === undefined)) return fits
  if (name in words) return known
  if (schema.pattern === '^\\d{4}-\\d\\d-\\d\\d$') return '2026-05-02'
  if (schema.type === 'array')
    return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items ?? {}, name))
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(1, schema.minimum ?? 1)
  if (schema.type === 'boolean') return true
  return schema.type === 'string' ? '按规定办理' : null
}

export type Met = { status: number; refusal: string | null }

export async function knock(
  who: TestClient,
  declared: Endpoint,
  input: Record<string, unknown>,
  headers: Record<string, string> = {},
): Promise<Met> {
  const answer = await who.send({ ...requestOf(declared, input), headers })
  const refusal =
    answer.status < 300 ? null : String((answer.json() as { refusal?: unknown }).refusal)
  return { status: answer.status, refusal }
}
