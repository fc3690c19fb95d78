// A list as a file for people: the same filters as the list it comes from, columns with headings in both languages.
import { type TObject, type TSchema, Type } from 'typebox'
import { type Endpoint, endpoint, oneOf } from './contract.ts'
import type { Lang, Words } from './words.ts'

export type ExportCell =
  | string
  | number
  | boolean
  | null
  /** Written as the time on the wall of the place. */
  | { instant: string; timeZone: string }

export type ExportColumn<Item> = {
  heading: Words
  /** In characters. */
  width?: number
  cell: (item: Item, lang: Lang) => ExportCell
}

/** What is written down about a file that a member of staff takes out, and what it carries from then on. */
export type Taken = {
  list: string
  title: Words
  filters: Record<string, string>
  format: 'xlsx' | 'csv'
  rows: number
}
/** `words` stand at the foot of every printed page, `mark` in every row. */
export type Stamp = { mark: string; words: Words }
export const markHeading: Words = { zh: '导出编号', en: 'Export' }

/** More than this is a backup, not a list to read. */
export const exportRowsMax = 20_000

export type ListEndpoint = Endpoint<TObject, TSchema, string>

/** `/api/cases` → `/api/cases/export?format=xlsx`, with the filters of the list and without its paging. */
export function exportOf(list: ListEndpoint) {
  const { limit: _limit, after: _after, ...filters } = list.input.properties
  return endpoint({
    name: list.name.replace(/^list/, 'export'),
    method: 'GET',
    path: `${list.path}/export`,
    access: list.access,
    form: 'file',
    summary: `${list.summary} As a spreadsheet or CSV of at most ${exportRowsMax} rows.`,
    tags: [...list.tags],
    input: Type.Object({ ...filters, format: oneOf(['xlsx', 'csv']) }) as TObject,
    output: Type.String({ format: 'binary' }),
    refusals: { ...list.refusals, too_many_rows: 422 } as Record<string, number>,
    limit: { max: 20, per: 'minute' },
  })
}
