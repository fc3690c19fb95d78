// Where the package lies: sources and the compiled copy under dist/ both find db/ and web/ from here.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

function findRoot(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from
  const above = dirname(from)
  if (above === from) throw new Error('package.json was not found above the program')
  return findRoot(above)
}

export const packageRoot = findRoot(dirname(fileURLToPath(import.meta.url)))

/** The version of the program, from its manifest. */
export function packageVersion(): string {
  const manifest = readFileSync(join(packageRoot, 'package.json'), 'utf8')
  return (JSON.parse(manifest) as { version: string }).version
}
