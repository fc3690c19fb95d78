#!/usr/bin/env node
// npm test: everything a newcomer and CI run. `check` leaves out the stories, `e2e` runs the browser's alone.
// Ends with one plain line that counts.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { ensureBuilt, refuseOldNode, root } from './build.js'

refuseOldNode()
const asked = process.argv[2] ?? 'all'
const reports = mkdtempSync(join(tmpdir(), 'linli-reports-'))
let passed = 0
let failed = 0
/** What failed, named once more at the end: a log is often cut at its head. @type {string[]} */
const named = []

/** @param {string} text */
const say = (text) => process.stdout.write(`${text}\n`)

/** @param {string[]} command @param {NodeJS.ProcessEnv} [env] */
function run(command, env = {}) {
  const options = { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }
  return spawnSync(process.execPath, command, options).status === 0
}

/** One check counts as one; what it says is told in one piece when it ends. @param {[string, string[]]} each */
function check([name, command]) {
  const began = Date.now()
  const running = spawn(process.execPath, command, { cwd: root, env: process.env })
  let said = ''
  for (const stream of [running.stdout, running.stderr])
    stream.setEncoding('utf8').on('data', (text) => (said += text))
  return new Promise((done) => {
    running.on('close', (code) => {
      say(
        `${said}${code === 0 ? '✓' : '✗'} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`,
      )
      if (code === 0) passed += 1
      else {
        failed += 1
        named.push(`${name}\n${said.trimEnd().split('\n').slice(-20).join('\n')}`)
      }
      done(undefined)
    })
  })
}

/** Two at a time: each is a process that keeps one core busy. @param {[string, string[]][]} all */
async function checks(all) {
  const left = [...all]
  const lane = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await check(next)
  }
  await Promise.all([lane(), lane()])
}

/** A project of vitest counts its tests. @param {string} project @param {string} [name] @param {NodeJS.ProcessEnv} [env] */
function tests(project, name = project, env = {}) {
  const file = join(reports, `${name}.json`)
  const report = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const command = ['node_modules/vitest/vitest.mjs', 'run', '--project', project, ...report]
  const holds = run(command, env)
  const counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  passed += counts.numPassedTests ?? 0
  // A file that does not even load has no failed test, but it is a failure.
  failed += holds ? 0 : Math.max(1, counts.numFailedTests ?? 0)
  if (!holds) named.push(...failures(name, counts))
  say(`${holds ? '✓' : '✗'} ${name}: ${counts.numPassedTests ?? 0} of ${counts.numTotalTests ?? 0}`)
}

/** Each with its file and the first lines of why. @param {string} name @param {any} counts */
function failures(name, counts) {
  const why = (/** @type {string | undefined} */ text) =>
    (text ?? '').split('\n').slice(0, 12).join('\n')
  const found = (counts.testResults ?? []).flatMap((/** @type {any} */ file) => {
    const path = relative(root, file.name)
    const tests = file.assertionResults.filter(
      (/** @type {any} */ test) => test.status === 'failed',
    )
    if (tests.length === 0 && file.status === 'failed')
      return [`${name} · ${path}\n${why(file.message)}`]
    return tests.map(
      (/** @type {any} */ test) =>
        `${name} · ${path} · ${test.fullName}\n${why(test.failureMessages?.[0])}`,
    )
  })
  // Vitest can fail without a failed test: an error nobody waited for. It stands in the output above.
  return found.length > 0 ? found : [`${name} · no test failed, the run did: see its output above`]
}

/**
 * Once: on the oldest PostgreSQL that is promised where CI brought one, else on the embedded one, which is the newest. The
 * browser's stories always run on the embedded one, so each run of CI has seen both.
 */
function stories() {
  const url = process.env.LINLI_OLDEST_DATABASE_URL
  if (url) return tests('stories', 'stories on PostgreSQL 15', { TEST_DATABASE_URL: url })
  if (process.env.CI)
    say('\n!! NO POSTGRESQL 15 FOUND: the stories ran on the embedded PostgreSQL alone.\n')
  tests('stories')
}

function browser() {
  const found = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--conditions=source', 'testing/chromium.ts'],
    { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  )
  if (found.stdout.trim() !== '') return true
  say(
    '\n!! NO CHROMIUM FOUND: the browser stories were NOT run. Install chromium, or name one in LINLI_CHROMIUM.\n',
  )
  if (process.env.CI) failed += 1
  return false
}

if (asked === 'all' || asked === 'check') {
  const tsc = 'node_modules/typescript/bin/tsc'
  await checks([
    ['types of the server', [tsc, '-p', 'tsconfig.json']],
    ['types of the pages', [tsc, '-p', 'web/tsconfig.json', '--noEmit']],
    ['lint', ['node_modules/oxlint/bin/oxlint', '--type-aware']],
    ['format', ['node_modules/oxfmt/bin/oxfmt', '--check', '.']],
  ])
  tests('rules')
}
if (asked === 'all') stories()
if (asked === 'all' || asked === 'e2e') {
  await ensureBuilt(['server', 'web'])
  if (browser()) tests('browser')
}
rmSync(reports, { recursive: true, force: true })
for (const each of named) say(`\n✗ ${each}`)
say(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
