// Printing: sheets go to a thread of their own and come back as PDF. One thread, started at the first sheet and ended
// when nobody has printed for a while, since two Chinese fonts in full are some memory; what was printed lately is kept.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Trouble } from '#core/kit/result.ts'
import type { Sheet } from './pdf-sheet.ts'
import type { Asked, FontFiles, Told } from './pdf-thread.ts'
import { packageRoot } from './package-root.ts'

export type Printed = { bytes: Uint8Array; pages: number }

const waitMsMax = 20_000
const idleMsMax = 60_000
const waitingMax = 24
const keptMax = 40

export type Press = {
  /** The first of these that needs no more pages than allowed: the same page in ever smaller print. */
  print: (sheets: Sheet[], pagesMax?: number) => Promise<Printed>
  close: () => Promise<void>
}

type Waiting = {
  resolve: (printed: Printed) => void
  reject: (why: Error) => void
  timer: NodeJS.Timeout
}

export function createPress(): Press {
  const kept = new Map<string, Printed>()
  const waiting = new Map<number, Waiting>()
  let thread: Worker | null = null
  let idle: NodeJS.Timeout | null = null
  let last = 0

  const end = async (why: string) => {
    const ended = thread
    thread = null
    for (const one of waiting.values()) one.reject(new Trouble('printing', why))
    waiting.clear()
    await ended?.terminate()
  }
  const settle = (told: Told) => {
    const one = waiting.get(told.id)
    waiting.delete(told.id)
    if (waiting.size === 0) idle = setTimeout(() => void end('idle'), idleMsMax).unref()
    if (one === undefined) return
    clearTimeout(one.timer)
    if (told.ok) one.resolve({ bytes: told.bytes, pages: told.pages })
    else one.reject(new Error(`a sheet could not be laid out: ${told.message}`))
  }
  const started = (): Worker => {
    if (thread !== null) return thread
    const worker = startThread(fontFiles())
    worker.on('message', settle)
    worker.once('error', (error) => void end(String(error)))
    worker.once('exit', () => thread === worker && void end('the thread ended'))
    worker.unref()
    thread = worker
    return worker
  }
  const ask = (sheets: Sheet[], pagesMax: number | null): Promise<Printed> => {
    if (waiting.size >= waitingMax)
      return Promise.reject(new Trouble('printing', 'too many sheets wait'))
    if (idle !== null) clearTimeout(idle)
    const id = (last += 1)
    const worker = started()
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => void end('it took too long'), waitMsMax)
      waiting.set(id, { resolve, reject, timer })
      worker.postMessage({ id, sheets, pagesMax } satisfies Asked)
    })
  }
  return {
    print: async (sheets, pagesMax) => {
      const key = createHash('sha256')
        .update(JSON.stringify([sheets, pagesMax]))
        .digest('hex')
      const known = kept.get(key)
      if (known !== undefined) return known
      const printed = await ask(sheets, pagesMax ?? null)
      if (kept.size >= keptMax) kept.delete(kept.keys().next().value ?? '')
      kept.set(key, printed)
      return printed
    },
    close: () => end('closing'),
  }
}

const presses = new WeakMap<object, Press>()

/** The one press of a running app, whichever room prints; it ends with the app. */
export function pressOf(app: { onStop: (() => Promise<void>)[] }): Press {
  const known = presses.get(app)
  if (known !== undefined) return known
  const press = createPress()
  presses.set(app, press)
  app.onStop.push(() => press.close())
  return press
}

/** Two weights of Noto Sans Hans, every character of the common table; they come with the package that brings them. */
export function fontFiles(): FontFiles {
  const place = join(packageRoot, 'node_modules/@embedpdf/fonts-sc/fonts')
  const files = {
    regular: join(place, 'NotoSansHans-Regular.otf'),
    bold: join(place, 'NotoSansHans-Bold.otf'),
  }
  if (existsSync(files.regular) && existsSync(files.bold)) return files
  throw new Trouble('printing', 'the fonts of the printed sheets were not found: run npm ci again')
}

/** Sources run by tsx need its loader in the thread as well; compiled files run as they are. */
function startThread(workerData: FontFiles): Worker {
  const file = new URL(import.meta.url.replace(/pdf(\.\w+)$/, 'pdf-thread$1'))
  if (!file.pathname.endsWith('.ts')) return new Worker(file, { workerData })
  const loader = `import('tsx/esm/api').then((tsx) => { tsx.register(); return import(${JSON.stringify(file.href)}) })`
  return new Worker(loader, { workerData, eval: true })
}
