// A list of another system as rows under headings, whether CSV, spreadsheet or JSON: told apart by its first bytes.
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { done, refused, type Result } from '#core/kit/result.ts'
import { readCsv, type CsvTrouble } from './csv.ts'
import { readSheets, sheetsIn, type Sheet, type SheetCell, type SheetRefusal } from './sheets.ts'

export type Row = { line: number; cells: SheetCell[]; trouble: CsvTrouble | null }
export type Table = { headings: string[]; rows: AsyncIterable<Row> | Iterable<Row> }
export type TableFault = SheetRefusal | 'sheet_missing' | 'file_empty'
export type TableSettings = { sheet?: string; headingRow?: number; delimiter?: string }

/** Where the bytes lie: on the disk, read as a stream, or in memory. */
export type TableSource = {
  start: Buffer
  stream: () => AsyncIterable<Uint8Array>
  sheets: () => Promise<Result<Sheet[], SheetRefusal>>
}

export async function sourceOfFile(path: string): Promise<TableSource> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    const start = buffer.subarray(0, bytesRead)
    return { start, stream: () => createReadStream(path), sheets: () => readSheets(path) }
  } finally {
    await file.close()
  }
}

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

export const sourceOfBytes = (bytes: Buffer): TableSource => ({
  start: bytes.subarray(0, 4),
  stream: () => whole(bytes),
  sheets: () => sheetsIn(bytes),
})

export async function readTable(
  source: TableSource,
  settings: TableSettings = {},
): Promise<Result<Table, TableFault>> {
  const { start } = source
  if (start.length === 0) return refused('file_empty')
  const packed = start.toString('latin1') === 'PK\u0003\u0004'
  const old = start.toString('hex') === 'd0cf11e0' // .xls of before 2007: to be saved as .xlsx first
  if (old) return refused('not_a_spreadsheet')
  if (packed) return sheetTable(source, settings)
  return (beginsAsJson(start) ? await jsonTable(source) : null) ?? csvTable(source, settings)
}

/** Four bytes are read of it: a mark of UTF-8 and blanks may stand before the bracket. */
const beginsAsJson = (start: Buffer): boolean =>
  /^(?:\uFEFF)?\s*(?:[[{]|$)/.test(start.toString('utf8').replace('\uFFFD', ''))

/** A list of flat objects, alone or as the first list of an object; null if it is something else after all. */
async function jsonTable(source: TableSource): Promise<Result<Table, TableFault> | null> {
  const pieces: Uint8Array[] = []
  for await (const piece of source.stream()) pieces.push(piece)
  let read: unknown
  try {
    read = JSON.parse(
      Buffer.concat(pieces)
        .toString('utf8')
        .replace(/^\uFEFF/, ''),
    )
  } catch {
    return null
  }
  const list = Array.isArray(read) ? read : Object.values(read as object).find(Array.isArray)
  const records = (list ?? []).filter(isRecord)
  if (records.length === 0) return refused('file_empty')
  const headings = [...new Set(records.flatMap((record) => Object.keys(record)))]
  const rows = records.map((record, at): Row => {
    const cells = headings.map((heading) => jsonCell(record[heading]))
    return { line: at + 1, cells, trouble: null }
  })
  return done({ headings, rows })
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function jsonCell(value: unknown): SheetCell {
  if (value === undefined || value === null) return null
  if (['string', 'number', 'boolean'].includes(typeof value)) return value as SheetCell
  return JSON.stringify(value)
}

async function sheetTable(
  source: TableSource,
  settings: TableSettings,
): Promise<Result<Table, TableFault>> {
  const sheets = await source.sheets()
  if (!sheets.ok) return sheets
  const { sheet: wanted, headingRow = 1 } = settings
  const sheet = sheets.value.find(({ name }) => wanted === undefined || name === wanted)
  if (sheet === undefined) return refused('sheet_missing')
  const heading = sheet.rows[headingRow - 1]
  if (heading === undefined) return refused('file_empty')
  const rows = sheet.rows
    .map((cells, at): Row => ({ line: at + 1, cells, trouble: null }))
    .slice(headingRow)
    .filter(({ cells }) => cells.some((cell) => cell !== null))
  return done({ headings: heading.map((cell) => String(cell ?? '').trim()), rows })
}

async function csvTable(
  source: TableSource,
  { delimiter, headingRow = 1 }: TableSettings,
): Promise<Result<Table, TableFault>> {
  const rows = readCsv(source.stream(), delimiter === undefined ? {} : { delimiter })
  let heading: string[] | null = null
  for (let at = 1; at <= headingRow; at += 1) {
    const next = await rows.next()
    heading = next.done === true ? null : next.value.cells
  }
  if (heading === null) return refused('file_empty')
  return done({ headings: heading.map((cell) => cell.trim()), rows })
}
