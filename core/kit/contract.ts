// The wire is declared once: server, browser and OpenAPI all read these declarations, none infers them.
import { type Static, type TObject, type TSchema, Type } from 'typebox'

/**
 * Who may knock: anybody; the holder of a case's secret, or a resident with an account (both checked by the use-case);
 * signed-in staff.
 */
export type Access = 'open' | 'voice' | 'resident' | 'staff'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export type RateLimit = { max: number; per: 'minute' | 'hour' }

export type Endpoint<
  In extends TObject = TObject,
  Out extends TSchema = TSchema,
  R extends string = string,
> = {
  /** camelCase verb and noun: the operationId of OpenAPI. */
  name: string
  method: Method
  /** `/api/cases/:number`: keys named here come from the path, the others from the query (GET) or the body. */
  path: string
  access: Access
  summary: string
  tags: string[]
  input: In
  output: Out
  /** Every refusal it can give, with its HTTP status. Those of `commonRefusals` need no mention. */
  refusals: Record<R, number>
  /** `json` unless it answers with bytes, takes a form with files, or stays open as a stream of events. */
  form: 'json' | 'file' | 'upload' | 'stream'
  /** Largest body in bytes, where 256 KB is not right. */
  bodyBytesMax: number | null
  /** Per address. Reports, sign-in and secrets carry one. */
  limit: RateLimit | null
}

type Declared<In extends TObject, Out extends TSchema, R extends string> = Pick<
  Endpoint<In, Out, R>,
  'name' | 'method' | 'path' | 'access' | 'summary' | 'tags' | 'input' | 'output' | 'refusals'
> &
  Partial<Pick<Endpoint, 'form' | 'bodyBytesMax' | 'limit'>>

/** Declares an endpoint. Unknown keys of the input are refused, whatever the declaration says. */
export function endpoint<In extends TObject, Out extends TSchema, const R extends string>(
  declared: Declared<In, Out, R>,
): Endpoint<In, Out, R> {
  const input = { ...declared.input, additionalProperties: false } as In
  return { form: 'json', bodyBytesMax: null, limit: null, ...declared, input }
}

export type InputOf<E extends Endpoint> = Static<E['input']>
export type OutputOf<E extends Endpoint> = Static<E['output']>
export type RefusalOf<E extends Endpoint> = Extract<keyof E['refusals'], string> | CommonRefusal

/** What any endpoint may answer without naming it. */
export const commonRefusals = {
  bad_input: 422,
  not_signed_in: 401,
  not_allowed: 403,
  foreign_origin: 403,
  too_many_tries: 429,
  too_large: 413,
  unknown_path: 404,
  command_reused: 409,
  changed_meanwhile: 409,
  trouble: 503,
  fault: 500,
} as const
export type CommonRefusal = keyof typeof commonRefusals

/** The body of every refusal. Nobody decides anything by an error's prose. */
export const RefusalView = Type.Object({
  refusal: Type.String(),
  fields: Type.Optional(Type.Record(Type.String(), Type.String())),
  current: Type.Optional(Type.Unknown()),
  requestId: Type.String(),
})
export type RefusalView = Static<typeof RefusalView>

/** The names a path takes its values from: `/api/cases/:number` → `['number']`. */
export function pathKeys(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map((found) => found[1] ?? '')
}

/** `T or null`. Where the schema names a type the list form is used, which serialises fastest. */
export function nullable<T extends TSchema>(schema: T) {
  const { type } = schema as { type?: unknown }
  const plain = typeof type === 'string' && !('const' in schema) && !('enum' in schema)
  return Type.Unsafe<Static<T> | null>(
    plain ? { ...schema, type: [type, 'null'] } : Type.Union([schema, Type.Null()]),
  )
}

/** One of these words. */
export function oneOf<const T extends string>(values: readonly T[]) {
  return Type.Unsafe<T>({ type: 'string', enum: [...values] })
}

/** Rows before a page whose cursor counts them. */
export const skippedBefore = (after: string | undefined): number =>
  after !== undefined && /^\d{1,9}$/.test(after) ? Number(after) : 0

/** A local day that there is: 2026-02-29 is none. */
export const Day = Type.String({
  format: 'date',
  pattern: '^[12]\\d{3}-',
  description: 'A local day, YYYY-MM-DD.',
})

/** A name in one line, of two letters at least that can be seen. */
export const nameOfTwo = '^[^\\p{Cc}]*\\S[^\\p{Cc}]*\\S[^\\p{Cc}]*$'

/** What a list answers: its rows, and the cursor of the next page if there is one. */
export function listOf<T extends TSchema>(item: T) {
  return Type.Object({ items: Type.Array(item), next: nullable(Type.String()) })
}
