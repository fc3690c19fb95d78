// A file of orders judged row by row, before anything is written: read, known by its number, changed, or sent back with a reason.
import { createHash } from 'node:crypto'
import type { OrderReject } from '#core/exchange/contract-orders.ts'
import type { OrderDraft } from '#core/exchange/order.ts'
import {
  type OrderField,
  type OrderMapping,
  lackingFields,
  mappingFor,
  missingHeadings,
} from '#core/exchange/order-mapping.ts'
import { type OrderFault, orderFaultWords } from '#core/exchange/words-orders.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import type { Area } from '#core/places/area.ts'
import type { App } from '../app.ts'
import { breather } from '../kit/breathing.ts'
import { canonical } from '../kit/db.ts'
import { type Row, type TableSource, readTable } from '../kit/table-file.ts'
import { readOrder, readingOf } from './order-rows.ts'

export type Drafted = { line: number; draft: OrderDraft; contentHash: Buffer }
export type JudgedFile = {
  headings: string[]
  mapping: OrderMapping
  missing: string[]
  lacking: OrderField[]
  rows: number
  ready: Drafted[]
  /** Rows of this file that say once more what one above said. */
  repeated: number
  rejects: OrderReject[]
}
export type FileFault = 'unreadable_file' | 'too_many_rows'

export const rowsMax = 20_000

/** Keyed by the installation: the words and number of a caller are not found out by trying. */
export const hashOfDraft = (app: App, draft: OrderDraft): Buffer =>
  createHash('sha256')
    .update(String(app.keys.blindIndex('secret', `order ${canonical(draft)}`)))
    .digest()

export async function judgeFile(
  app: App,
  desk: Area,
  of: { source: TableSource; mapping: OrderMapping | null; remembered: OrderMapping | null },
): Promise<Result<JudgedFile, FileFault>> {
  const table = await readTable(of.source, (of.mapping ?? of.remembered)?.file)
  if (!table.ok) return refused('unreadable_file')
  const { headings } = table.value
  const rows: Row[] = []
  const breathe = breather()
  for await (const row of table.value.rows) {
    rows.push(row)
    if (rows.length > rowsMax) return refused('too_many_rows')
    await breathe()
  }
  const mapping = of.mapping ?? mappingFor(headings, of.remembered)
  return done({
    headings: [...new Set(headings.filter((heading) => heading !== ''))],
    mapping,
    missing: missingHeadings(mapping, headings),
    lacking: lackingFields(mapping),
    rows: rows.length,
    ...(await judgeRows(app, desk, { headings, rows, mapping })),
  })
}

type Judging = { headings: readonly string[]; rows: readonly Row[]; mapping: OrderMapping }

export async function judgeRows(app: App, desk: Area, { headings, rows, mapping }: Judging) {
  const reading = readingOf(headings, { mapping, timeZone: desk.timeZone, now: app.now() })
  const seen = new Map<string, Buffer>()
  const ready: Drafted[] = []
  const rejects: OrderReject[] = []
  let repeated = 0
  const reject = (line: number, number: string, fault: OrderFault, about = '') =>
    void rejects.push({ line, number, fault, words: orderFaultWords[fault], about })
  const breathe = breather()
  for (const { line, cells, trouble } of rows) {
    await breathe()
    const read = readOrder(cells, reading)
    if (trouble !== null) {
      reject(line, 'draft' in read ? read.draft.number : read.number, trouble)
      continue
    }
    if ('fault' in read) {
      reject(line, read.number, read.fault, read.about)
      continue
    }
    const { draft } = read
    const contentHash = hashOfDraft(app, draft)
    const before = seen.get(draft.number)
    if (before === undefined) {
      seen.set(draft.number, contentHash)
      ready.push({ line, draft, contentHash })
    } else if (before.equals(contentHash)) repeated += 1
    else reject(line, draft.number, 'repeated_number')
  }
  return { ready, rejects, repeated }
}
