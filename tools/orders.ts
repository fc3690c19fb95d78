// linli orders import FILE --area CODE, linli orders export --area CODE: the hotline's file in, what became of it out. The same
// way as the desk and the interface go, in the name of this machine.
import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Value } from 'typebox/value'
import {
  type OrderAnswerView,
  OrderMappingView,
  type OrderReject,
} from '#core/exchange/contract-orders.ts'
import { type OrderMapping, lackingFields, missingHeadings } from '#core/exchange/order-mapping.ts'
import { answerColumns, orderRefusals } from '#core/exchange/words-orders.ts'
import type { ExportCell } from '#core/kit/export.ts'
import { localDate, localTime } from '#core/kit/time.ts'
import type { Area } from '#core/places/area.ts'
import type { App, Who } from '#server/app.ts'
import { followForOrders, listOrderAnswers } from '#server/exchange/order-answers.ts'
import { deskOf } from '#server/exchange/order-desk.ts'
import { judgeFile } from '#server/exchange/order-judging.ts'
import { rememberedAt } from '#server/exchange/order-preview.ts'
import { takeFile } from '#server/exchange/order-taking.ts'
import { csvByteOrderMark, csvLine } from '#server/kit/csv.ts'
import { sourceOfFile } from '#server/kit/table-file.ts'
import { withApp } from './database.ts'
import { progress } from './progress.ts'

export type ImportOptions = { area: string; mapping?: string; rejects?: string; dryRun?: boolean }
export type ExportOptions = { area: string; after?: string; format?: string; to?: string }

/** Exit code: 0 all rows taken or known, 1 some rejected, 2 the file, mapping or area cannot be used. */
export async function importOrdersCommand(file: string, options: ImportOptions): Promise<number> {
  const absent = [file, options.mapping].find((path) => path !== undefined && !existsSync(path))
  if (absent !== undefined) return unusable(`There is no file ${absent}.`)
  const mapping = options.mapping === undefined ? null : await readMapping(options.mapping)
  if (typeof mapping === 'string') return unusable(mapping)
  return withApp(async (app) => {
    await Promise.all([app.places.refresh(), app.teams.refresh()])
    const counts = await importOrders(app, { ...options, file, mapping })
    if (typeof counts === 'string') return unusable(counts)
    return counts.rejected > 0 ? 1 : 0
  })
}

function unusable(sentence: string): number {
  process.stderr.write(`${sentence}\n`)
  return 2
}

async function readMapping(path: string): Promise<OrderMapping | string> {
  let read: unknown
  try {
    read = JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    return `${path}: ${(error as Error).message}`
  }
  if (Value.Check(OrderMappingView, read)) return read
  const faults = [...Value.Errors(OrderMappingView, read)].map(
    (fault) => `${path}: ${fault.instancePath || '/'} ${fault.message}`,
  )
  return [...new Set(faults)].join('\n')
}

/** This machine, in whose name a file is taken in: what an API token with the scope `orders` would be. */
const machineOf = (desk: Area): Who => ({
  actor: {
    kind: 'system',
    id: 'orders:cli',
    name: 'linli orders',
    scopes: ['orders'],
    areaId: desk.id,
    areaPath: desk.path,
  },
  scope: { kind: 'job' },
  signedIn: true,
  via: 'token',
  sessionId: null,
  caller: {
    requestId: '',
    address: '',
    lang: 'zh',
    origin: '',
    header: () => null,
    cookie: () => null,
  },
})

type Importing = Omit<ImportOptions, 'mapping'> & { file: string; mapping: OrderMapping | null }
export type Counts = {
  rows: number
  taken: number
  known: number
  changed: number
  rejected: number
}

/** The counts, or a sentence where nothing of the file can be used. */
export async function importOrders(app: App, asked: Importing): Promise<Counts | string> {
  const desk = deskOf(app, asked.area)
  if (!desk.ok) return orderRefusals[desk.refusal].en
  const source = await sourceOfFile(asked.file)
  const remembered = await rememberedAt(app, desk.value)
  const judged = await judgeFile(app, desk.value, { source, mapping: asked.mapping, remembered })
  if (!judged.ok) return `${asked.file}: ${orderRefusals[judged.refusal].en}`
  const { mapping, headings, rows, rejects, ready, repeated } = judged.value
  const missing = missingHeadings(mapping, headings)
  if (missing.length > 0) return `${asked.file} has no column ${missing.join(', ')}.`
  const lacking = lackingFields(mapping)
  if (lacking.length > 0)
    return `${asked.file}: no column holds ${lacking.join(', ')}. Name it with --mapping.`
  await writeRejects(asked.rejects ?? 'rejects.csv', rejects)
  const rejected = rejects.length
  if (asked.dryRun === true) {
    console.log(
      `${rows} rows: ${ready.length} can be read, ${rejected} rejected. Nothing was kept.`,
    )
    return { rows, taken: 0, known: repeated, changed: 0, rejected }
  }
  const shown = progress('orders', ready.length)
  const file = {
    id: app.newId(),
    fileName: basename(asked.file).slice(0, 200),
    fileHash: await hashOf(asked.file),
    source,
    mapping,
  }
  const onSeen = (seen: number) => shown.at(seen)
  const taken = await takeFile(app, machineOf(desk.value), desk.value, { file, onSeen })
  if (!taken.ok) return `${asked.file} cannot be taken in: ${taken.refusal}.`
  const { row } = taken.value
  shown.done(
    `${row.rows} rows: ${row.taken} taken in, ${row.known} known already, ${row.changed} changed, ${row.rejected} rejected`,
  )
  return row
}

async function hashOf(path: string): Promise<Buffer> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer)
  return hash.digest()
}

async function writeRejects(path: string, rejects: readonly OrderReject[]): Promise<void> {
  if (rejects.length === 0) return
  const head = csvLine(['line', 'number', 'reason', 'reason_zh', 'reason_en', 'about'])
  const lines = rejects.map(({ line, number, fault, words, about }) =>
    csvLine([line, number, fault, words.zh, words.en, about]),
  )
  await writeFile(path, csvByteOrderMark + head + lines.join(''))
  console.log(
    `${rejects.length} rows cannot be taken in; they stand with their reasons in ${path}.`,
  )
}

/** Everything after a serial; the last one is said, to go on from next time. */
export async function exportOrdersCommand(options: ExportOptions): Promise<number> {
  const { format = 'csv', after = '0' } = options
  if (format !== 'csv' && format !== 'json') return unusable('--format is csv or json.')
  if (!/^\d{1,15}$/.test(after)) return unusable('--after is a serial: 0, or the last one told.')
  return withApp(async (app) => {
    await Promise.all([app.places.refresh(), app.teams.refresh()])
    const told = await exportOrders(app, { area: options.area, after, format })
    if ('fault' in told) return unusable(told.fault)
    if (options.to === undefined) process.stdout.write(told.text)
    else await writeFile(options.to, told.text)
    process.stderr.write(`${told.count} answers; go on with --after ${told.last}.\n`)
    return 0
  })
}

export async function exportOrders(
  app: App,
  asked: { area: string; after: string; format: 'csv' | 'json' },
): Promise<{ text: string; count: number; last: string } | { fault: string }> {
  const desk = deskOf(app, asked.area)
  if (!desk.ok) return { fault: orderRefusals[desk.refusal].en }
  await followForOrders(app)
  const who = machineOf(desk.value)
  const items: OrderAnswerView[] = []
  for (let after = asked.after; ;) {
    const page = await listOrderAnswers(app, who, { areaCode: desk.value.code, after, limit: 200 })
    if (!page.ok) return { fault: orderRefusals[page.refusal].en }
    items.push(...page.value.items)
    after = page.value.last
    if (page.value.next === null) {
      const text = asked.format === 'json' ? asJson(items) : asCsv(items, desk.value.timeZone)
      return { text, count: items.length, last: after }
    }
  }
}

const asJson = (items: readonly OrderAnswerView[]): string =>
  `${JSON.stringify({ items }, null, 2)}\n`

function asCsv(items: readonly OrderAnswerView[], timeZone: string): string {
  const columns = answerColumns(timeZone)
  const lines = items.map((item) => csvLine(columns.map(({ cell }) => plain(cell(item, 'zh')))))
  return csvByteOrderMark + csvLine(columns.map(({ heading }) => heading.zh)) + lines.join('')
}

const plain = (cell: ExportCell) =>
  cell !== null && typeof cell === 'object'
    ? `${localDate(cell.instant, cell.timeZone)} ${localTime(cell.instant, cell.timeZone)}`
    : cell
