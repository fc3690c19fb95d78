// Builds what changed: the server by tsc, the pages by Vite. A warm start finds both as they were and builds nothing.
// Plain JavaScript, since it runs before anything is built.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const manifestFile = join(root, 'dist/built.json')

/** @param {string} text */
const say = (text) => process.stderr.write(`${text}\n`)

export function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  say(
    `Linli needs Node 20.19 or newer; this is ${process.versions.node}. Install Node 24 and start again.`,
  )
  process.exit(2)
}

const parts = {
  server: {
    sources: [
      'core',
      'server',
      'packs',
      'db',
      'tools',
      'package.json',
      'tsconfig.json',
      'tsconfig.build.json',
    ],
    proof: 'dist/tools/linli.js',
    // Types are judged by npm test; whoever starts the program waits for the plain files only.
    command: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--noCheck'],
  },
  web: {
    sources: ['core', 'web', 'package-lock.json', 'vite.config.ts'],
    proof: 'dist/web/open.html',
    command: ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
  },
}

/** @param {('server' | 'web')[]} wanted */
export async function ensureBuilt(wanted) {
  const before = readManifest()
  const marks = Object.fromEntries(wanted.map((name) => [name, hashOf(parts[name].sources)]))
  const stale = wanted.filter(
    (name) => before[name] !== marks[name] || !existsSync(join(root, parts[name].proof)),
  )
  if (stale.length === 0) return
  if (!existsSync(join(root, 'node_modules/typescript')))
    fail('The packages are not installed. Run npm ci first.')
  say(`building ${stale.join(' and ')} …`)
  const codes = await Promise.all(stale.map((name) => run(parts[name].command)))
  if (codes.some((code) => code !== 0)) fail('The build failed; the lines above say where.')
  const next = `${manifestFile}.${process.pid}`
  writeFileSync(next, JSON.stringify({ ...before, ...pick(marks, stale) }))
  renameSync(next, manifestFile)
}

/** @param {string} sentence @returns {never} */
function fail(sentence) {
  say(sentence)
  process.exit(1)
}

/** @param {Record<string, string>} marks @param {string[]} names */
const pick = (marks, names) => Object.fromEntries(names.map((name) => [name, marks[name]]))

/** @returns {Record<string, string>} */
function readManifest() {
  try {
    return JSON.parse(readFileSync(manifestFile, 'utf8'))
  } catch {
    return {} // Never built, or half written: build.
  }
}

/** @param {string[]} paths */
function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths) addTo(hash, path)
  return hash.digest('hex')
}

/** @param {import('node:crypto').Hash} hash @param {string} path */
function addTo(hash, path) {
  const full = join(root, path)
  if (!existsSync(full)) return
  if (!/\.\w+$/.test(path)) {
    const names = readdirSync(full, { withFileTypes: true })
    for (const entry of names.sort((a, b) => (a.name < b.name ? -1 : 1)))
      if (entry.isDirectory() || /\.\w+$/.test(entry.name)) addTo(hash, `${path}/${entry.name}`)
  } else if (!/\.test\.tsx?$|\.sql$/.test(path)) hash.update(path).update(readFileSync(full))
}

/** @param {string[]} command @returns {Promise<number>} */
function run(command) {
  return new Promise((resolve) => {
    // A test run that builds must build what users get, not React's slow twin for developers.
    const env = { ...process.env, NODE_ENV: 'production' }
    const child = spawn(process.execPath, command, { cwd: root, env, stdio: ['ignore', 2, 2] })
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
