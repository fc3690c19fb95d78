// What is wrong with an input, as a sentence beside the field. Takes the errors of a JSON Schema validator.
import { type Lang, type Words, say } from './words.ts'

type InputValue = string | number | boolean | null

export type InputError = {
  keyword: string
  instancePath: string
  params: Record<string, InputValue | InputValue[] | undefined>
}

const sentences: Record<string, Words> = {
  required: { zh: '必填', en: 'is required' },
  additionalProperties: { zh: '此处没有这一项', en: 'is not known here' },
  type: { zh: '类型应为 {type}', en: 'must be of type {type}' },
  minLength: { zh: '至少 {limit} 个字', en: 'needs at least {limit} characters' },
  maxLength: { zh: '最多 {limit} 个字', en: 'takes at most {limit} characters' },
  minItems: { zh: '至少 {limit} 项', en: 'needs at least {limit} items' },
  maxItems: { zh: '最多 {limit} 项', en: 'takes at most {limit} items' },
  uniqueItems: { zh: '不能重复', en: 'must not repeat an item' },
  minimum: { zh: '不能小于 {limit}', en: 'must be at least {limit}' },
  maximum: { zh: '不能大于 {limit}', en: 'must be at most {limit}' },
  exclusiveMinimum: { zh: '应大于 {limit}', en: 'must be more than {limit}' },
  exclusiveMaximum: { zh: '应小于 {limit}', en: 'must be less than {limit}' },
  enum: { zh: '只能是：{values}', en: 'must be one of: {values}' },
  const: { zh: '只能是：{values}', en: 'must be: {values}' },
  format: { zh: '格式应为 {format}', en: 'must have the form of a {format}' },
  pattern: { zh: '格式不对', en: 'does not have the right form' },
}
const formats: Record<string, Words> = {
  date: {
    zh: '没有这一天；请写成 2026-03-05 这样',
    en: 'is no day there is; write it like 2026-03-05',
  },
}
const otherwise: Words = { zh: '不合要求', en: 'is not acceptable' }

/** `{ 'place.lon': 'must be at most 180' }`: one sentence a field, the first that applies. */
export function inputSentences(errors: readonly InputError[], lang: Lang): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const error of errors) {
    const { params } = error
    const values = {
      type: [params['type']].flat().join(', '),
      limit: Number(params['limit'] ?? 0),
      format: String(params['format'] ?? ''),
      values: [params['allowedValues'] ?? params['allowedValue'] ?? []].flat().join(', '),
    }
    const words = formats[values.format] ?? sentences[error.keyword] ?? otherwise
    fields[fieldOf(error)] ??= say(words, lang, values)
  }
  return fields
}

function fieldOf({ instancePath, params }: InputError): string {
  const inner = params['missingProperty'] ?? params['additionalProperty']
  const path = instancePath.split('/').slice(1)
  return [...path, ...(typeof inner === 'string' ? [inner] : [])].join('.') || 'input'
}
