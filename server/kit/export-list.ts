// Answers a list as a file: pages through the list's own use-case, so that nobody exports what he may not read.
import {
  exportOf,
  exportRowsMax,
  markHeading,
  type Stamp,
  type ExportCell,
  type ExportColumn,
  type ListEndpoint,
} from '#core/kit/export.ts'
import { done, refused, type Result } from '#core/kit/result.ts'
import { localDate, localTime } from '#core/kit/time.ts'
import type { Lang, Words } from '#core/kit/words.ts'
import { csvByteOrderMark, csvLine } from './csv.ts'
import {
  mountFile,
  type Call,
  type Download,
  type HttpApp,
  type Recognised,
  type Server,
} from './http.ts'
import { writeSheet, type WrittenCell } from './write-sheet.ts'

type Page<Item> = Result<{ items: Item[]; next: string | null }>

export type Exported<W, Item> = {
  list: ListEndpoint
  /** Of the file and the sheet. */
  title: Words
  columns: readonly ExportColumn<Item>[]
  /** The use-case behind the list. */
  page: (who: W, input: never, call: Call) => Promise<Page<Item>>
}

/** The largest page asked for at a time: other requests are answered in between. */
const pageRows = 500

export function mountExport<W extends Recognised, Item>(
  server: Server,
  app: HttpApp<W> & { now: () => string },
  exported: Exported<W, Item>,
): void {
  mountFile(server, app, exportOf(exported.list), async (who, input, call) => {
    const { format, ...filters } = input as { format: 'xlsx' | 'csv' }
    const rows: WrittenCell[][] = []
    for (let after: string | undefined; ;) {
      const asked = { ...filters, limit: pageRows, ...(after !== undefined && { after }) }
      const page = await exported.page(who, asked as never, call)
      if (!page.ok) return page
      for (const item of page.value.items) rows.push(cellsOf(exported.columns, item, call.lang))
      if (rows.length > exportRowsMax) return refused('too_many_rows')
      if (page.value.next === null) break
      after = page.value.next
    }
    const { list, title } = exported
    const facts = { filters: saidOf(filters), format, rows: rows.length }
    const stamp = (await app.taken?.(who, { list: list.name, title, ...facts })) ?? null
    const asked = { format, lang: call.lang, now: app.now(), stamp }
    return done(await fileOf(exported, rows, asked))
  })
}

/** Filters as they were given. What was searched for may be somebody's name: only that something was. */
function saidOf(filters: Record<string, unknown>): Record<string, string> {
  const given = Object.entries(filters).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given.map(([key, value]) => [key, key === 'q' ? '…' : String(value)]))
}

function cellsOf<Item>(
  columns: readonly ExportColumn<Item>[],
  item: Item,
  lang: Lang,
): WrittenCell[] {
  return columns.map((column) => written(column.cell(item, lang)))
}

function written(cell: ExportCell): WrittenCell {
  if (cell === null || typeof cell !== 'object') return cell
  const { instant, timeZone } = cell
  return { wall: `${localDate(instant, timeZone)}T${localTime(instant, timeZone)}:00` }
}

type Asked = { format: 'xlsx' | 'csv'; lang: Lang; now: string; stamp: Stamp | null }

async function fileOf<W, Item>(
  { title, columns }: Exported<W, Item>,
  rows: WrittenCell[][],
  { format, lang, now, stamp }: Asked,
): Promise<Download> {
  const headings = columns.map(({ heading, width }) => ({
    heading: heading[lang],
    ...(width !== undefined && { width }),
  }))
  if (stamp !== null) {
    headings.push({ heading: markHeading[lang] })
    for (const row of rows) row.push(stamp.mark)
  }
  const marked = stamp === null ? '' : `-${stamp.mark}`
  const fileName = `${title[lang]}-${now.slice(0, 10)}${marked}.${format}`
  if (format === 'xlsx') {
    const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    const body = await writeSheet(title[lang], headings, rows, stamp?.words[lang])
    return { contentType, fileName, body }
  }
  const lines = [headings.map(({ heading }) => heading), ...rows.map((row) => row.map(plain))]
  const body = csvByteOrderMark + lines.map((cells) => csvLine(cells)).join('')
  return { contentType: 'text/csv; charset=utf-8', fileName, body }
}

const plain = (cell: WrittenCell) =>
  cell !== null && typeof cell === 'object' ? cell.wall.slice(0, 16).replace('T', ' ') : cell
