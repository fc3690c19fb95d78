// A list of another system as rows under headings, whether CSV or spreadsheet: told apart by its first bytes.
import { open } from 'node:fs/promises'
import { done, refused, type Result } from '#core/kit/result.ts'
import { readCsv, type CsvTrouble } from '#server/kit/csv.ts'
import { readSheets, type SheetCell } from '#server/kit/sheets.ts'
import type { ImportMapping } from './import-mapping.ts'
import type { TableFault } from './import-words.ts'

export type Row = { line: number; cells: SheetCell[]; trouble: CsvTrouble | null }
export type Table = { headings: string[]; rows: AsyncIterable<Row> | Iterable<Row> }

export async function readTable(
  bytes: () => AsyncIterable<Uint8Array>,
  path: string,
  mapping: Pick<ImportMapping, 'file'>,
): Promise<Result<Table, TableFault>> {
  const start = await firstBytes(path)
  if (start.length === 0) return refused('file_empty')
  const packed = start.toString('latin1') === 'PK\u0003\u0004'
  const old = start.toString('hex') === 'd0cf11e0' // .xls of before 2007: to be saved as .xlsx first
  if (old) return refused('not_a_spreadsheet')
  return packed ? sheetTable(path, mapping) : csvTable(bytes(), mapping)
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function sheetTable(
  path: string,
  { file }: Pick<ImportMapping, 'file'>,
): Promise<Result<Table, TableFault>> {
  const sheets = await readSheets(path)
  if (!sheets.ok) return sheets
  const sheet = sheets.value.find(({ name }) => file?.sheet === undefined || name === file.sheet)
  if (sheet === undefined) return refused('sheet_missing')
  const headingRow = file?.headingRow ?? 1
  const heading = sheet.rows[headingRow - 1]
  if (heading === undefined) return refused('file_empty')
  const rows = sheet.rows
    .map((cells, at): Row => ({ line: at + 1, cells, trouble: null }))
    .slice(headingRow)
    .filter(({ cells }) => cells.some((cell) => cell !== null))
  return done({ headings: heading.map((cell) => String(cell ?? '').trim()), rows })
}

async function csvTable(
  bytes: AsyncIterable<Uint8Array>,
  { file }: Pick<ImportMapping, 'file'>,
): Promise<Result<Table, TableFault>> {
  const options = file?.delimiter === undefined ? {} : { delimiter: file.delimiter }
  const rows = readCsv(bytes, options)
  let heading: string[] | null = null
  for (let at = 1; at <= (file?.headingRow ?? 1); at += 1) {
    const next = await rows.next()
    heading = next.done === true ? null : next.value.cells
  }
  if (heading === null) return refused('file_empty')
  return done({ headings: heading.map((cell) => cell.trim()), rows })
}
