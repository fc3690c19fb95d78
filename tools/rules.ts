// linli rules export and import: the rules of a place as a file in the operator's hands. Only here the categories of a
// pack are put in force: they reach into how every case is read, and belong to whoever runs the program.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Area } from '#core/places/area.ts'
import { localDate } from '#core/kit/time.ts'
import { type RulePack, packChanges, readPack } from '#core/places/rule-pack.ts'
import { packFaultWords } from '#core/places/words-rule-pack.ts'
import type { App } from '#server/app.ts'
import { ownerClient } from '#server/kit/connect.ts'
import { canonical, inScope } from '#server/kit/db.ts'
import { type Loaded, loadPack } from '#server/places/packs.ts'
import { presentAt, setAll, takeRulePack } from '#server/places/rule-pack.ts'
import { withApp } from './database.ts'

type ExportOptions = { area: string; to?: string }
export type ImportOptions = { area: string; from?: string; reason?: string; dryRun?: boolean }

const wrong = (sentence: string): 2 => {
  process.stderr.write(`${sentence}\n`)
  return 2
}
const noArea = (code: string) => wrong(`No area has the code ${code}.`)

export async function exportRulesCommand({ area, to }: ExportOptions): Promise<number> {
  return withApp(async (app) => {
    await app.places.refresh()
    const pack = takeRulePack(app, area)
    if (!pack.ok) return noArea(area)
    const file = to ?? `rules-${area}.json`
    writeFileSync(file, `${JSON.stringify(pack.value, null, 2)}\n`)
    const { rules, days, categories } = pack.value
    console.log(
      `${file}: ${Object.keys(rules).length} rules, ${days.length} days, ${categories.length} categories of ${area}.`,
    )
    return 0
  })
}

/** Exit code: 0 done or nothing to change, 1 refused, 2 the file or the question cannot be used. */
export async function importRulesCommand(file: string, options: ImportOptions): Promise<number> {
  const pack = packIn(file)
  if (typeof pack === 'string') return wrong(pack)
  return withApp(async (app, url) => {
    await app.places.refresh()
    const area = app.places.geography.findByCode(options.area)
    if (area === null) return noArea(options.area)
    const today = localDate(app.now(), area.timeZone)
    const from = options.from ?? today
    if (!/^\d{4}-\d\d-\d\d$/.test(from) || from < today)
      return wrong(`--from is a day from today (${today}) on.`)
    tell(app, area, pack, from)
    if (options.dryRun === true) return 0
    const reason = options.reason?.trim() ?? ''
    if (reason.length < 2) return wrong('Say why with --reason: it stays beside each value.')
    return put({ app, url, area }, pack, { from, reason, today })
  })
}

/** The pack in a file, or a sentence that names each part that cannot be used. */
function packIn(file: string): RulePack | string {
  if (!existsSync(file)) return `There is no file ${file}.`
  try {
    const pack = readPack(JSON.parse(readFileSync(file, 'utf8')))
    if (pack.ok) return pack.value
    const faults = Object.entries(pack.fields ?? {}).map(
      ([path, fault]) => `  ${path}: ${packFaultWords[fault as keyof typeof packFaultWords].en}`,
    )
    return [`${file} cannot be used:`, ...faults].join('\n')
  } catch {
    return `${file} is not JSON. linli rules export writes one that is.`
  }
}

function tell(app: App, area: Area, pack: RulePack, from: string): void {
  for (const { key, before, after } of packChanges(pack, presentAt(app, area, from), from))
    console.log(`  ${key}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`)
}

type At = { app: App; url: string; area: Area }
type When = { from: string; reason: string; today: string }

async function put({ app, url, area }: At, pack: RulePack, { from, reason, today }: When) {
  const loaded = isInForce(app, area, pack, from)
    ? null
    : await putCategories(url, area, pack, from)
  const answer = await inScope(app.db, { kind: 'job' }, (tx) =>
    setAll(app, tx, area, { pack, validFrom: from, reason, by: null, today, at: app.now() }),
  )
  if (!answer.ok && answer.refusal !== 'nothing_changes') {
    const keys = Object.keys(answer.fields ?? {}).join(', ')
    process.stderr.write(
      `Not set: ${keys} already changes on ${from} or later. Choose a later day.\n`,
    )
    return 1
  }
  const set = answer.ok ? answer.value.set : 0
  console.log(`${area.name} (${area.code}): ${set} set from ${from}${saidOf(loaded)}.`)
  return 0
}

/** Categories that hold at the place anyhow, its own or those of an area above, are not laid a second time. */
function isInForce(app: App, area: Area, { categories }: RulePack, day: string): boolean {
  const held = app.places.local.categoriesAt({ areaPath: area.path, day })
  const same = categories.every((one) => canonical(held.get(one.code) ?? null) === canonical(one))
  return categories.length === 0 || (categories.length === held.size && same)
}

const saidOf = (loaded: Loaded | null): string =>
  loaded === null
    ? ''
    : `; categories: ${loaded.added} new, ${loaded.changed} changed, ${loaded.ended} ended, ${loaded.unchanged} as they were`

async function putCategories(
  url: string,
  area: Area,
  pack: RulePack,
  from: string,
): Promise<Loaded> {
  const client = ownerClient(url)
  await client.connect()
  try {
    await client.query('begin')
    const version = `${pack.area}-${pack.takenOn}`
    const loaded = await loadPack(
      client,
      { name: 'rules', version, categories: pack.categories },
      { areaId: area.id, validFrom: from },
    )
    await client.query('commit')
    return loaded
  } finally {
    await client.end()
  }
}
