import { parseAst } from 'vite'
import { expect, test } from 'vitest'
import { withoutShapes } from './contracts-on-pages.ts'

const built = (code: string) => withoutShapes(code, parseAst(code) as never)
const bare = (code: string) => code.replaceAll(/\s+/g, ' ')

test('an endpoint keeps where and how to ask, and loses what only the server reads', () => {
  const code = built(`const Row = Type.Object({ id: Type.String() })
export const listRows = endpoint({
  name: 'listRows', method: 'GET', path: '/api/rows/:id', access: 'open',
  summary: 'Rows, {all} of them', tags: ['rows'], form: 'json',
  input: Type.Object({ id: Type.String() }), output: listOf(Row),
  refusals: { no_such_row: 404 }, limit: { max: 3, per: 'minute' },
})`)
  expect(bare(code)).toBe(
    bare(`const Row = /* @__PURE__ */ (() => (Type.Object({ id: Type.String() })))()
export const listRows = /* @__PURE__ */ (() => (endpoint({
  name: 'listRows', method: 'GET', path: '/api/rows/:id', access: 'open',
  form: 'json',
  })))()`),
  )
  expect(() => parseAst(code)).not.toThrow()
})

test('a move keeps its name and its path', () => {
  const code = built(
    "export const sign = staffMove('sign', 'signature', 'Sign, {so}', { by: Text }, { no: 409 })",
  )
  expect(bare(code)).toBe(
    "export const sign = /* @__PURE__ */ (() => (staffMove('sign', 'signature', '', {}, {})))()",
  )
})

test('what is a function or has no value yet stays as it is', () => {
  const code = `export const twice = (n) => n * 2
let later
export function kept() { return [twice(1), later] }`
  expect(built(code)).toBe(code)
})
