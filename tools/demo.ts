// linli demo: fills an empty database with the demo world, and lets its day play on.
import { setTimeout } from 'node:timers/promises'
import { type App, createApp, stopApp } from '#server/app.ts'
import type { Config } from '#server/config.ts'
import { appPool } from '#server/kit/connect.ts'
import { withApp } from './database.ts'
import { fillWorld } from './demo/fill.ts'
import { howFull } from './demo/world.ts'
import { demoAccounts, demoPassword } from './demo/staff.ts'
import { progress } from './progress.ts'

export type DemoOptions = { seed?: string; play?: boolean; count?: number }

const usualSeed = 'linli'
const usualCount = 20_000

export function demoCommand(options: DemoOptions = {}): Promise<number> {
  return withApp(async (app) => {
    if ((await howFull(app)) !== 'full') await fillDemo(app, options)
    else if (options.play !== true) {
      say('There are areas in this database already. The demo world fills an empty one only.')
      return 1
    }
    for (const line of demoLines()) say(line)
    if (options.play !== true) return 0
    const { playDay } = await import('./demo/play.ts')
    await playDay(app, options.seed ?? usualSeed, untilStopped())
    return 0
  }, demoKeys)
}

const demoKeys = { forDemo: true }

/** Beside a running server: the day goes on until it stops. What goes wrong is told, and tried again after a while. */
export function playBeside(app: App): () => Promise<void> {
  const stop = new AbortController()
  const playing = (async () => {
    const { playDay } = await import('./demo/play.ts')
    while (!stop.signal.aborted)
      try {
        await playDay(app, usualSeed, stop.signal)
      } catch (error) {
        app.log.warn({ err: error }, 'the demo world paused')
        await setTimeout(pauseMs, null, { signal: stop.signal }).catch(() => undefined)
      }
  })()
  return async () => {
    stop.abort()
    await playing
  }
}

const pauseMs = 15_000

export async function fillDemo(app: App, options: DemoOptions = {}): Promise<void> {
  const count = options.count ?? usualCount
  const shown = progress('demo world', count)
  shown.at(0)
  const filled = await fillWorld(app, {
    seed: options.seed ?? usualSeed,
    count,
    at: shown.at,
  })
  const sentence = `${filled.cases} cases with ${filled.entries} entries, ${filled.open} of them open`
  shown.done(sentence)
}

/** For the server: an embedded database without areas gets the demo world before it listens. */
export async function fillDemoIfEmpty(config: Config, ownerUrl: string): Promise<boolean> {
  if (await isFull(ownerUrl)) return false
  const app = createApp(config, { ownerUrl, ...demoKeys })
  try {
    await fillDemo(app)
    return true
  } finally {
    await stopApp(app)
  }
}

/** Asked before there is an app: making one makes its keys. */
async function isFull(ownerUrl: string): Promise<boolean> {
  const pool = appPool(ownerUrl, 1)
  try {
    return (await howFull({ db: { pool } })) === 'full'
  } finally {
    await pool.end()
  }
}

/** Who one can be in the demo world, for the lines printed at start. */
export function demoLines(): string[] {
  return [
    `  demo accounts, password ${demoPassword}:`,
    ...demoAccounts.map(({ login, zh, en, door }) => `    ${login.padEnd(8)} ${zh} ${en} ${door}`),
  ]
}

const say = (line: string): void => void process.stderr.write(`${line}\n`)

function untilStopped(): AbortSignal {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  return stop.signal
}
