// What the pages need of the contracts: where to ask and how, never the shapes, which only the server checks. When the
// pages are built, declarations of endpoints lose what no page reads, and every shape that is then wanted by nobody is
// left out (vite.config.ts): some 15 kB less on every phone.
import type { Plugin } from 'vite'

type Node = { type: string; start: number; end: number } & Record<string, unknown>
type Program = { body: Node[] }
type Cut = { from: number; to: number; put: string }

const onServerOnly = new Set([
  'input',
  'output',
  'summary',
  'tags',
  'limit',
  'bodyBytesMax',
  'refusals',
])

/** Of `endpoint({ … })`: the properties that a page never reads. */
function cutsOf(call: Node): Cut[] {
  const [declared] = call['arguments'] as Node[]
  if (declared?.type !== 'ObjectExpression') return []
  const properties = declared['properties'] as Node[]
  return properties.flatMap((one, i): Cut[] => {
    const name = String((one['key'] as { name?: string } | undefined)?.name)
    const to = properties[i + 1]?.start ?? declared.end - 1
    return onServerOnly.has(name) ? [{ from: one.start, to, put: '' }] : []
  })
}

/** Of `staffMove('handleCase', 'handling', …)`: name and path say where to ask; the server alone reads the rest. */
function cutsOfMove(call: Node): Cut[] {
  const [, path, ...rest] = call['arguments'] as Node[]
  const last = rest.at(-1)
  if (path === undefined || last === undefined) return []
  return [{ from: path.end, to: last.end, put: ", '', {}, {}" }]
}

/** A value made where it stands, and never made where nobody wants it. */
const wrapped = ({ start, end }: Node): Cut[] => [
  { from: start, to: start, put: '/* @__PURE__ */ (() => (' },
  { from: end, to: end, put: '))()' },
]

function declaredIn(statement: Node): Node[] {
  const whole = (statement['declaration'] as Node | null) ?? statement
  return whole.type === 'VariableDeclaration' ? (whole['declarations'] as Node[]) : []
}

export function withoutShapes(code: string, program: Program): string {
  const cuts = program.body.flatMap(declaredIn).flatMap((one): Cut[] => {
    const value = one['init'] as Node | null
    if (value === null || value.type === 'ArrowFunctionExpression') return []
    const callee = value.type === 'CallExpression' ? (value['callee'] as Node) : null
    const [open, close] = wrapped(value)
    const name = callee?.['name']
    const inner =
      name === 'endpoint' ? cutsOf(value) : name === 'staffMove' ? cutsOfMove(value) : []
    return open && close ? [open, ...inner, close] : []
  })
  let text = ''
  let at = 0
  for (const { from, to, put } of cuts) {
    text += code.slice(at, from) + put
    at = to
  }
  return text + code.slice(at)
}

const contract = /\/core\/\w+\/contract[\w-]*\.ts$/

export const contractsOnPages: Plugin = {
  name: 'linli-contracts-on-pages',
  enforce: 'post',
  apply: 'build',
  transform: {
    filter: { id: /\/core\/\w+\/[\w-]+\.ts$/ },
    handler(code, id) {
      // Core is pure (testing/house.test.ts): a file of it of which nothing is wanted need not come.
      const pure = { map: null, moduleSideEffects: false }
      if (!contract.test(id)) return { code, ...pure }
      return { code: withoutShapes(code, this.parse(code) as unknown as Program), ...pure }
    },
  },
}
