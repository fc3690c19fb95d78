// npm run bench -- NAME [--json]: measures, both sides in one run, and asserts nothing.

import { type BenchResult, table } from './bench/result.ts'

const benches: Record<string, () => Promise<BenchResult>> = {
  lifecycle: async () => (await import('./bench/lifecycle.ts')).benchLifecycle(),
  intake: async () => (await import('./bench/intake.ts')).benchIntake(),
  cockpit: async () => (await import('./bench/cockpit.ts')).benchCockpit(),
  routing: async () => (await import('./bench/routing.ts')).benchRouting(),
  drill: async () => (await import('./bench/drill.ts')).benchDrill(),
  tabulate: async () => (await import('./bench/tabulate.ts')).benchTabulate(),
  start: async () => (await import('./bench/start.ts')).benchStart(),
}

export const benchNames = Object.keys(benches)

export async function benchCommand(
  name: string,
  options: { json?: boolean } = {},
): Promise<number> {
  const bench = benches[name]
  if (bench === undefined) {
    process.stderr.write(`There is no benchmark "${name}". There are: ${benchNames.join(', ')}.\n`)
    return 2
  }
  const result = await bench()
  process.stdout.write(`${options.json === true ? JSON.stringify(result) : table(result)}\n`)
  return 0
}
