#!/usr/bin/env node
// npm test: everything a newcomer and CI run. `check` leaves out the stories, `e2e` runs the browser's alone.
// Ends with one plain line that counts.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt, refuseOldNode, root } from './build.js'

refuseOldNode()
const asked = process.argv[2] ?? 'all'
const reports = mkdtempSync(join(tmpdir(), 'linli-reports-'))
let passed = 0
let failed = 0

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
      else failed += 1
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
  say(`${holds ? '✓' : '✗'} ${name}: ${counts.numPassedTests ?? 0} of ${counts.numTotalTests ?? 0}`)
}

/** The same stories on the oldest PostgreSQL that is promised, where CI brought one. */
function storiesOnOldest() {
  const url = process.env.LINLI_OLDEST_DATABASE_URL
  if (url) tests('stories', 'stories on PostgreSQL 15', { TEST_DATABASE_URL: url })
  else if (process.env.CI)
    say('\n!! NO POSTGRESQL 15 FOUND: the stories ran on the embedded PostgreSQL alone.\n')
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
if (asked === 'all') {
  tests('stories')
  storiesOnOldest()
}
if (asked === 'all' || asked === 'e2e') {
  await ensureBuilt(['server', 'web'])
  if (browser()) tests('browser')
}
rmSync(reports, { recursive: true, force: true })
say(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
