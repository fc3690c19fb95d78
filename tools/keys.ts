// linli keys: which keys seal how much, and the rotation: a new key, and everything sealed anew with it, files too.
import { type App, createApp, stopApp } from '#server/app.ts'
import { readConfig } from '#server/config.ts'
import { renewPushKeys } from '#server/exchange/alert-browsers.ts'
import { fileUses, sealFiles } from '#server/files/sealing.ts'
import { suiteNames } from '#server/kit/field-suites.ts'
import { agreeOnKeys } from '#server/kit/key-check.ts'
import { addKey } from '#server/kit/key-file.ts'
import { keyUses, resealColumn } from '#server/kit/reseal.ts'
import { sealedColumns } from '#server/sealed-columns.ts'
import { Trouble } from '#core/kit/result.ts'
import { borrowDatabase } from './database.ts'
import { progress } from './progress.ts'

export async function listKeysCommand(): Promise<number> {
  return withApp(async (app) => {
    const uses = new Map((await keyUses(app.db, sealedColumns)).map((use) => [use.id, use.values]))
    const files = await fileUses(app.rawFiles)
    const current = app.keys.current()
    const sealing = [...files.keys()].filter((id) => id !== '')
    for (const id of new Set([
      ...Object.keys(app.keys.fingerprints()),
      ...uses.keys(),
      ...sealing,
    ])) {
      const note = id === current ? '  seals everything new' : app.keys.has(id) ? '' : '  MISSING'
      const n = (of: Map<string, number>) => String(of.get(id) ?? 0).padStart(8)
      console.log(`${id.padEnd(16)} ${n(uses)} values ${n(files)} files${note}`)
    }
    const plain = files.get('') ?? 0
    if (plain > 0)
      console.log(`${plain} files lie plain: linli keys seal-files, or wait for tonight`)
    return 0
  })
}

type Wish = { suite?: string; continue?: boolean }

/** A stopped run is taken up with --continue, which makes no further key. */
export async function rotateKeysCommand(wish: Wish): Promise<number> {
  const config = readConfig()
  const suite = suiteNames.find((name) => name === wish.suite) ?? null
  if (wish.suite !== undefined && suite === null)
    throw new Trouble(
      'keys',
      `There is no suite ${wish.suite}: give one of ${suiteNames.join(', ')}.`,
    )
  if (wish.continue !== true) {
    // Nothing is added to a file that does not belong to this database.
    await withApp((app) => agreeOnKeys(app.db, app.keys, config.keysFile))
    console.log(
      `made ${addKey(config.keysFile, { suite })} in ${config.keysFile}: copy the file to where its copies lie`,
    )
  }
  return withApp(async (app) => {
    await agreeOnKeys(app.db, app.keys, config.keysFile)
    // A server that runs meanwhile may have sealed with the older key until it noticed: so once more, until nothing is left.
    for (let left = Infinity; left > 0;) {
      left = 0
      for (const column of sealedColumns) left += await resealColumn(app, column)
      console.log(`${left} values sealed anew with ${app.keys.current()}`)
    }
    return sealAllFiles(app)
  })
}

/** Files from before they were sealed, or from an older key, at once instead of by night. */
export async function sealFilesCommand(): Promise<number> {
  return withApp(async (app) => {
    await agreeOnKeys(app.db, app.keys, app.config.keysFile)
    return sealAllFiles(app)
  })
}

async function sealAllFiles(app: App): Promise<number> {
  const altered = new Set<string>()
  for (let left = Infinity; left > 0;) {
    const bar = progress('files', null)
    const found = await sealFiles(app, (looked) => bar.at(looked))
    left = found.sealed
    for (const file of found.altered) altered.add(file)
    bar.done(`${left} sealed anew with ${app.keys.current()}`)
  }
  for (const file of altered) console.log(`altered file, left as it is: ${file}`)
  return altered.size === 0 ? 0 : 1
}

/** No push service takes the new pair for the old one, so that every subscription of a browser ends. */
export async function renewPushCommand(): Promise<number> {
  return withApp(async (app) => {
    await agreeOnKeys(app.db, app.keys, app.config.keysFile)
    console.log(`${await renewPushKeys(app)} subscriptions of browsers ended: each can ask anew`)
    return 0
  })
}

async function withApp<T>(work: (app: ReturnType<typeof createApp>) => Promise<T>): Promise<T> {
  const config = readConfig()
  const database = await borrowDatabase(config)
  const app = createApp(config, { ownerUrl: database.url })
  try {
    return await work(app)
  } finally {
    await stopApp(app)
    await database.close()
  }
}
