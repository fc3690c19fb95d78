// What the pages need of TypeBox: nothing but its shapes. Contracts are declared with it in core; the server checks them
// with the real library, the browser only reads paths and a few lengths. Vite puts this in its place (vite.config.ts),
// which spares every phone some 13 kB. The types still come from the library itself.
type Schema = Record<string, unknown>

const plain =
  (type: string) =>
  (options: Schema = {}) => ({ type, ...options })

const shapes: Record<string, (...parts: never[]) => Schema> = {
  String: plain('string'),
  Number: plain('number'),
  Integer: plain('integer'),
  Boolean: plain('boolean'),
  Null: plain('null'),
  Object: (properties: Schema, options: Schema = {}) => ({
    type: 'object',
    properties,
    ...options,
  }),
  Array: (items: Schema, options: Schema = {}) => ({ type: 'array', items, ...options }),
  Union: (anyOf: Schema[], options: Schema = {}) => ({ anyOf, ...options }),
  Literal: (value: unknown, options: Schema = {}) => ({ const: value, ...options }),
  Optional: (schema: Schema) => schema,
  Unsafe: (schema: Schema) => schema,
}

/** A shape not listed here is an empty one: no page depends on it. */
export const Type = new Proxy(shapes, { get: (known, name: string) => known[name] ?? (() => ({})) })
