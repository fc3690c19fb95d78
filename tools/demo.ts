// linli demo: fills an empty database with the demo world, and lets its day play on.
import { type App, createApp, stopApp } from '#server/app.ts'
import type { Config } from '#server/config.ts'
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
  })
}

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
  const app = createApp(config, { ownerUrl })
  try {
    if ((await howFull(app)) === 'full') return false
    await fillDemo(app)
    return true
  } finally {
    await stopApp(app)
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
