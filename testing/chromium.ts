// Finds a browser for the browser stories: by variable, by the usual names, or the one that comes through npm.
// Run by itself it prints the path, or nothing.
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium } from 'playwright-core'
import { readConfig } from '#server/config.ts'

const usualNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
]
const usualPlaces = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

export async function findChromium(): Promise<string | null> {
  const { chromium: named, searchPath } = readConfig()
  if (named !== null) return existsSync(named) ? named : null
  const onPath = searchPath
    .split(delimiter)
    .flatMap((folder) => usualNames.map((name) => join(folder, name)))
  return [...onPath, ...usualPlaces].find(mayRun) ?? (await fromNpm())
}

function mayRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false // Not there, or not a program.
  }
}

/** A Chromium packed for Linux on x64; it unpacks itself into the temporary folder. */
async function fromNpm(): Promise<string | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  const { default: packed } = await import('@sparticuz/chromium')
  return packed.executablePath()
}

const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

export async function launchBrowser(): Promise<Browser> {
  const executablePath = await findChromium()
  if (executablePath === null)
    throw new Error('no Chromium: install one, or name it in LINLI_CHROMIUM')
  return chromium.launch({ executablePath, args: quiet })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.stdout.write((await findChromium()) ?? '')
