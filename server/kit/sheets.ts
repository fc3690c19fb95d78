import { readFile, stat } from 'node:fs/promises'
import readXlsx, { InvalidInputError, InvalidSpreadsheetError } from 'read-excel-file/node'
import { refused, done, type Result } from '#core/kit/result.ts'
import { SlimError, withoutEmptyCells, type SlimLimits } from './zip-slim.ts'

/** Spreadsheets read. Dates arrive as wall-clock texts (`2026-03-05T14:30:00`), whatever cell they sat in. */

export type SheetCell = string | number | boolean | null
export type Sheet = { name: string; rows: SheetCell[][] }
export type SheetRefusal = 'not_a_spreadsheet' | 'sheet_too_large'

/** A hundred thousand rows of forty columns fit; a package that unpacks without end does not. */
const usualLimits: SlimLimits = { keptBytesMax: 160 * 2 ** 20, unpackedBytesMax: 2 ** 30 }
const fileBytesMax = 64 * 2 ** 20

/** All sheets, each without the empty rows and columns behind its content. */
export async function readSheets(
  path: string,
  limits = usualLimits,
): Promise<Result<Sheet[], SheetRefusal>> {
  if ((await stat(path)).size > fileBytesMax) return refused('sheet_too_large')
  return sheetsIn(await readFile(path), limits)
}

/** The same of a file that lies in memory. */
export async function sheetsIn(
  bytes: Buffer,
  limits = usualLimits,
): Promise<Result<Sheet[], SheetRefusal>> {
  try {
    const sheets = await readXlsx(await withoutEmptyCells(bytes, limits), { trim: false })
    return done(sheets.map(({ sheet, data }) => ({ name: sheet, rows: plainRows(data) })))
  } catch (error) {
    if (error instanceof SlimError) return refused(error.trouble)
    if (error instanceof InvalidInputError || error instanceof InvalidSpreadsheetError) {
      return refused('not_a_spreadsheet')
    }
    throw error
  }
}

function plainRows(data: unknown[][]): SheetCell[][] {
  const rows = data.map((row) => row.map(plainCell))
  while (rows.at(-1)?.every((cell) => cell === null)) rows.pop()
  return rows
}

function plainCell(value: unknown): SheetCell {
  if (typeof value === 'string') return value.trim() === '' ? null : value
  if (typeof value === 'number' || typeof value === 'boolean') return value
  if (!(value instanceof Date)) return null
  return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 19)
}
