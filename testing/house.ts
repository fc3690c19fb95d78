// The structural sentences of ARCHITECTURE.md as a function of one file: what breaks them, in words.
import { parseSync } from 'oxc-parser'

export type SourceFile = { path: string; text: string }

/** The whole dependency diagram: a room knows only rooms to its left. */
export const rooms = [
  'kit',
  'places',
  'people',
  'files',
  'notices',
  'cases',
  'patrols',
  'surveys',
  'resources',
  'themes',
  'activities',
  'cockpit',
  'exchange',
]
const trees = ['core', 'server', 'web']
const mayImport: Record<string, string[]> = {
  core: ['core'],
  packs: ['core', 'packs'],
  db: ['core', 'server', 'db'],
  web: ['core', 'web'],
  server: ['core', 'server', 'db'],
  tools: ['core', 'server', 'db', 'packs', 'tools'],
}
const emptyNames = /\/(index|types|utils?|helpers?|constants?|service|common|misc)\.tsx?$/i
const lengthMax = 400
const inCore = /^typebox(\/|$)/
const impure =
  /\b(Date\.now|new Date\(\)|Math\.random|performance\.now|process\.|console\.|fetch\(|setTimeout)\b/

export function faultsOf(file: SourceFile): string[] {
  const imports = importsOf(file)
  return [
    ...shapeFaults(file),
    ...imports.flatMap((to) => importFaults(file, to)),
    ...tableFaults(file),
  ].map((fault) => `${file.path}: ${fault}`)
}

const isTest = (path: string) => /\.test\.tsx?$/.test(path) || /^(testing|e2e)\//.test(path)
const treeOf = (path: string) => path.split('/')[0] ?? ''
const roomOf = (path: string) => {
  const [tree = '', room = '', ...rest] = path.split('/')
  return trees.includes(tree) && rest.length > 0 && rooms.includes(room) ? room : null
}

function importsOf({ path, text }: SourceFile): string[] {
  const { module } = parseSync(path, text)
  const names = [
    ...module.staticImports.map((found) => found.moduleRequest.value),
    ...module.staticExports.flatMap((found) =>
      found.entries.map((entry) => entry.moduleRequest?.value),
    ),
    ...module.dynamicImports.map(
      (found) =>
        /^['"](.*)['"]$/.exec(text.slice(found.moduleRequest.start, found.moduleRequest.end))?.[1],
    ),
  ]
  return names.filter((name) => name !== undefined)
}

function shapeFaults({ path, text }: SourceFile): string[] {
  const faults: string[] = []
  const lines = text.split('\n').length - 1
  if (lines > lengthMax) faults.push(`${lines} lines, ${lengthMax} are the wall`)
  if (emptyNames.test(`/${path}`))
    faults.push('a name that fits any room says nothing about this one')
  if (/^export \* from/m.test(text)) faults.push('a barrel: import from the file itself')
  // The planted faults stand in house.test.ts.
  const planted = path === 'testing/house.test.ts'
  if (!planted && /@ts-(ignore|expect-error|nocheck)|(oxlint|eslint)-disable|\bas any\b/.test(text))
    faults.push('silences a check')
  if (treeOf(path) === 'core' && !isTest(path)) {
    const found = impure.exec(text.replaceAll(/\/\/.*|\/\*[^]*?\*\//g, ''))
    if (found !== null) faults.push(`core is pure: ${found[0]}`)
  }
  const reads = /\bprocess\.env\b/.test(text) && ['core', 'server', 'web'].includes(treeOf(path))
  if (reads && path !== 'server/config.ts' && !isTest(path))
    faults.push('only server/config.ts reads the environment')
  return faults
}

function importFaults({ path }: SourceFile, to: string): string[] {
  const target = resolve(path, to)
  const [from, tree] = [treeOf(path), target === null ? null : treeOf(target)]
  if (target === null) return foreignFaults(path, to)
  if (isTest(path)) return []
  const faults: string[] = []
  if (tree !== null && !(mayImport[from] ?? [tree]).includes(tree))
    faults.push(`${from} may not import ${target}`)
  const [here, there] = [roomOf(path), roomOf(target)]
  if (here === null || there === null) return faults
  if (rooms.indexOf(there) > rooms.indexOf(here))
    faults.push(`${here} may not know ${there} (${target})`)
  if (from === 'server' && here !== there && there !== 'kit' && /\/store[^/]*\.ts$/.test(target))
    faults.push(`goes past the front door of ${there} (${target})`)
  return faults
}

/** A path from the top of the repository, or null for a package. */
function resolve(path: string, to: string): string | null {
  if (to.startsWith('#')) return to.slice(1)
  if (!to.startsWith('.')) return null
  return new URL(to, `file:///${path}`).pathname.slice(1)
}

function foreignFaults(path: string, to: string): string[] {
  if (treeOf(path) === 'core' && !isTest(path) && !inCore.test(to)) {
    if (to === 'temporal-polyfill' && path === 'core/kit/zones.ts') return []
    return [`core imports ${to}`]
  }
  if (to.startsWith('fastify') || to.startsWith('@fastify/'))
    return path.startsWith('server/kit/') ? [] : [`only server/kit knows ${to}`]
  return []
}

/** A room's SQL names its own tables; of others only what they publish as a view. */
function tableFaults({ path, text }: SourceFile): string[] {
  const room = roomOf(path)
  if (room === null || treeOf(path) !== 'server' || isTest(path)) return []
  const named = text.matchAll(/\b(from|join|into|update|delete from)\s+(\w+)\.(\w+)/g)
  return [...named].flatMap(([, verb = '', schema = '', table = '']) => {
    if (!rooms.includes(schema) || schema === room || schema === 'kit') return []
    const reading = verb === 'from' || verb === 'join'
    if (
      reading &&
      rooms.indexOf(schema) < rooms.indexOf(room) &&
      published.has(`${schema}.${table}`)
    )
      return []
    return [`${verb} ${schema}.${table}: tables of another room`]
  })
}

/** What rooms offer to the SQL of others: the tree, which every list joins, and views made for it. */
export const published = new Set([
  'places.areas',
  'people.people',
  'people.units',
  'cases.public_cases',
  'cases.public_entries',
  'surveys.for_cockpit',
  'activities.for_cockpit',
  'themes.for_cockpit',
])
