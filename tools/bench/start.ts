// How long a start takes: warm, on data that is there, from the command to the first healthy answer; beside a bare
// Node process that only loads the server's modules.

import { execFileSync, spawn } from 'node:child_process'
import { join } from 'node:path'
import { packageRoot } from '#server/kit/package-root.ts'
import { freePort, openGround, untilReady } from './ground.ts'
import { type BenchResult, percentile, rounded } from './result.ts'

const runs = 5

export async function benchStart(): Promise<BenchResult> {
  const ground = await openGround(20_000)
  await ground.stopDatabase()
  const program = join(packageRoot, 'bin/linli.js')
  const times: number[] = []
  for (let i = 0; i <= runs; i += 1) {
    const port = await freePort()
    const began = performance.now()
    const child = spawn(process.execPath, [program, 'serve'], {
      stdio: 'ignore',
      env: {
        ...process.env,
        LINLI_DATA: ground.folder,
        LINLI_PORT: String(port),
        DATABASE_URL: '',
      },
    })
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    await untilReady(port, ended)
    if (i > 0) times.push(performance.now() - began)
    child.kill('SIGTERM')
    await ended
  }
  const load: number[] = []
  for (let i = 0; i < runs; i += 1) {
    const began = performance.now()
    execFileSync(
      process.execPath,
      [
        '-e',
        `await import(${JSON.stringify(join(packageRoot, 'dist/server/main.js'))})`,
        '--input-type=module',
      ],
      { stdio: 'ignore' },
    )
    load.push(performance.now() - began)
  }
  ground.forget()
  const warm = percentile(
    times.toSorted((a, b) => a - b),
    0.5,
  )
  const modules = percentile(
    load.toSorted((a, b) => a - b),
    0.5,
  )
  return {
    name: 'start',
    figures: { warm: rounded(warm / 1000, 2), slowest: rounded(Math.max(...times) / 1000, 2) },
    units: { warm: 's to a healthy answer', slowest: 's', modules: 's to load the modules alone' },
    baseline: { modules: rounded(modules / 1000, 2) },
    ratio: rounded(warm / modules, 2),
    note: `${runs} starts on the demo world's data after one not counted.`,
  }
}
