// A CSV of areas as proposals: the national table of divisions (one row a community, with its street and district),
// or one row an area with columns named like the fields, or as a mapping says.
import { createReadStream } from 'node:fs'
import { type ProposedArea, type Reject, reject } from '#core/places/area-import.ts'
import { readCsv } from '#server/kit/csv.ts'

/** Which column or property holds what. */
export type AreaMapping = {
  code: string
  name: string
  nameEn?: string
  level?: string
  parent?: string
  kind?: string
  replaces?: string
}

export const plainMapping: Required<AreaMapping> = {
  code: 'code',
  name: 'name',
  nameEn: 'nameEn',
  level: 'level',
  parent: 'parent',
  kind: 'kind',
  replaces: 'replaces',
}

export type Proposals = { areas: ProposedArea[]; rejects: Reject[]; rows: number }

/** A file that is not what it should be as a whole; said in a sentence. */
export class UnreadableAreas extends Error {
  override name = 'UnreadableAreas'
}

const divisionColumns = ['code', 'name', 'streetCode', 'streetName', 'areaCode', 'areaName']

/** The four municipalities are cities of their own; their code ends the sentence "which city is 500108 in". */
const municipalities: Readonly<Record<string, string>> = {
  '110000': '北京市',
  '120000': '天津市',
  '310000': '上海市',
  '500000': '重庆市',
}

export async function readAreasCsv(file: string, mapping: AreaMapping | null): Promise<Proposals> {
  const rejects: Reject[] = []
  const rows: { line: number; cells: string[] }[] = []
  let headings: string[] | null = null
  for await (const row of readCsv(createReadStream(file))) {
    if (headings === null) headings = row.cells.map((cell) => cell.trim())
    else if (row.trouble !== null)
      rejects.push(
        reject({ line: row.line, code: row.cells[0] ?? '' }, 'unreadable_row', {
          why: row.trouble,
        }),
      )
    else rows.push(row)
  }
  if (headings === null)
    throw new UnreadableAreas(`${file} is empty: the first line should name its columns.`)
  const isDivisions =
    mapping === null && divisionColumns.every((column) => headings.includes(column))
  const areas = isDivisions
    ? fromDivisions(headings, rows)
    : fromRows(headings, rows, mapping ?? plainMapping)
  return { areas, rejects, rows: rows.length + rejects.length }
}

const blank = { nameEn: null, level: null, parent: null, kind: 'basic', replaces: [] } as const

type Row = { line: number; cells: string[] }

/** Each row names a community, its street and its district: three proposals, the upper two once. */
function fromDivisions(headings: string[], rows: Row[]): ProposedArea[] {
  const at = Object.fromEntries(divisionColumns.map((column) => [column, headings.indexOf(column)]))
  const areas: ProposedArea[] = []
  const upper = new Set<string>()
  const add = (
    line: number,
    code: string,
    name: string,
    rest: { level: string; parent: string | null },
  ) => {
    const key = `${code} ${name}`
    if (upper.has(key)) return
    upper.add(key)
    areas.push({ ...blank, replaces: [], line, code, name, ...rest })
  }
  for (const { line, cells } of rows) {
    const cell = (column: string) => cells[at[column]!]?.trim() ?? ''
    const [code, street, district] = [cell('code'), cell('streetCode'), cell('areaCode')]
    const city = `${district.slice(0, 2)}0000`
    const cityName = municipalities[city]
    if (cityName !== undefined) add(line, city, cityName, { level: 'city', parent: null })
    add(line, district, cell('areaName'), { level: 'district', parent: city })
    add(line, street, cell('streetName'), { level: 'street', parent: district })
    areas.push({
      ...blank,
      replaces: [],
      line,
      code,
      name: cell('name'),
      level: 'community',
      parent: street,
    })
  }
  return areas
}

function fromRows(headings: string[], rows: Row[], mapping: AreaMapping): ProposedArea[] {
  for (const needed of [mapping.code, mapping.name])
    if (!headings.includes(needed))
      throw new UnreadableAreas(
        `There is no column “${needed}”. Name the columns in a mapping file, or rename it.`,
      )
  return rows.map(({ line, cells }) =>
    proposalFrom(line, mapping, (column) => cells[headings.indexOf(column)]?.trim() ?? ''),
  )
}

/** One area from named values; empty means not given. */
export function proposalFrom(
  line: number,
  mapping: AreaMapping,
  valueOf: (column: string) => string,
): ProposedArea {
  const optional = (column: string | undefined) =>
    (column === undefined ? '' : valueOf(column)) || null
  return {
    line,
    code: valueOf(mapping.code),
    name: valueOf(mapping.name),
    nameEn: optional(mapping.nameEn),
    level: optional(mapping.level),
    parent: optional(mapping.parent),
    kind: optional(mapping.kind) === 'dedicated' ? 'dedicated' : 'basic',
    replaces: (optional(mapping.replaces) ?? '').split(/[\s,;、]+/).filter((code) => code !== ''),
  }
}
