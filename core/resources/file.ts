// A file of resources as entries: which column holds what, and row by row whether it may enter, before anything is written.
import type { LocalDate } from '#core/kit/time.ts'
import { type Words, say } from '#core/kit/words.ts'
import { type Point, metresBetween } from '#core/places/geometry.ts'
import { readOpenings } from './hours.ts'
import type { Kind } from './kind.ts'
import {
  type Entry,
  type EntryFault,
  type Offer,
  changesBetween,
  faultsOfEntry,
} from './resource.ts'
import { faultWords } from './words-faults.ts'

export const fileFields = [
  'key',
  'name',
  'nameEn',
  'kind',
  'area',
  'capacity',
  'capacityUnit',
  'hours',
  'hoursNote',
  'address',
  'lon',
  'lat',
  'counter',
  'phone',
  'offers',
  'conditions',
  'validFrom',
  'validUntil',
  'isPublic',
] as const
export type FileField = (typeof fileFields)[number]
export type Columns = Partial<Record<FileField, string>>

/** What offices call these columns. */
const usual: Readonly<Record<FileField, readonly string[]>> = {
  key: ['编号', '序号', '外部编号', '代码', 'id', 'key', 'code', 'externalid'],
  name: ['名称', '单位名称', '机构名称', '资源名称', 'name', 'organisation', 'organization'],
  nameEn: ['英文名称', '英文名', 'nameen', 'name_en', 'englishname'],
  kind: ['类别', '类型', '分类', 'kind', 'category', 'type'],
  area: ['区域', '区划代码', '所属社区', '所属街道', '登记区域', 'area', 'areacode'],
  capacity: ['容量', '数量', '规模', '床位', 'capacity', 'amount'],
  capacityUnit: ['单位', '计量单位', '容量单位', 'unit', 'capacityunit'],
  hours: ['开放时间', '服务时间', '营业时间', '工作时间', 'hours', 'openinghours', 'opening_hours'],
  hoursNote: ['时间说明', '时间备注', 'hoursnote'],
  address: ['地址', '地点', '详细地址', 'address'],
  lon: ['经度', 'lon', 'lng', 'longitude', 'x'],
  lat: ['纬度', 'lat', 'latitude', 'y'],
  counter: [
    '联系部门',
    '联系窗口',
    '柜台',
    '窗口',
    '联系人',
    '联系方式',
    'counter',
    'contact',
    'department',
  ],
  phone: ['电话', '联系电话', '服务电话', '办公电话', 'phone', 'telephone', 'tel'],
  offers: ['能提供', '提供', '服务内容', '服务项目', '资源内容', 'offers', 'offer', 'services'],
  conditions: ['条件', '使用条件', '要求', '备注', 'conditions', 'terms'],
  validFrom: ['开始日期', '有效期起', '起始日期', 'validfrom', 'from'],
  validUntil: ['结束日期', '有效期止', '有效期至', '截止日期', 'validuntil', 'until'],
  isPublic: ['公开', '是否公开', 'public', 'ispublic'],
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_（）()]/g, '')

export function guessColumns(headings: readonly string[]): Columns {
  const columns: Columns = {}
  for (const field of fileFields) {
    const found = usual[field].flatMap((name) =>
      headings.filter((heading) => plain(heading) === plain(name)),
    )[0]
    if (found !== undefined && !Object.values(columns).includes(found)) columns[field] = found
  }
  return columns
}

export type FileRow = {
  line: number
  cells: ReadonlyMap<string, string>
  /** From a geometry: WGS-84 already, or null where the file has columns. */
  point: Point | null
  trouble: string | null
}

type Owner = { id: number; path: string; code: string }
export type KnownEntry = Entry & {
  id: string
  ownerId: number
  ownerPath: string
  version: number
  endedOn: string | null
}

export type Judging = {
  columns: Columns
  kinds: ReadonlyMap<string, Kind>
  /** The file's own words for kinds. */
  kindWords: Readonly<Record<string, string>>
  /** The area a row belongs to when it names none. */
  owner: Owner
  /** By code or name; null where it is not the importer's to keep. */
  areaOf: (text: string) => Owner | null
  known: ReadonlyMap<string, KnownEntry>
  toWgs84: (point: Point) => Point
  today: LocalDate
  /** Where the area lies; a point far from it is a mistake of coordinates. */
  around: Point | null
  kmMax: number
}

export type Reject = { line: number; key: string; fault: EntryFault; reason: Words }
export type Plan = {
  line: number
  key: string
  act: 'add' | 'change' | 'same'
  entry: Entry
  owner: Owner
  before: KnownEntry | null
}
export type Judged = { plans: Plan[]; rejects: Reject[]; unknownKinds: string[] }

export function reject(
  row: { line: number; key: string },
  fault: EntryFault,
  values: Record<string, string | number> = {},
): Reject {
  const words = faultWords[fault]
  return {
    line: row.line,
    key: row.key,
    fault,
    reason: { zh: say(words, 'zh', values), en: say(words, 'en', values) },
  }
}

export function judgeRows(rows: readonly FileRow[], judging: Judging): Judged {
  const judged: Judged = { plans: [], rejects: [], unknownKinds: [] }
  const seen = new Map<string, number>()
  const unknown = new Set<string>()
  for (const row of rows) {
    const found = judgeRow(row, judging, seen)
    if ('fault' in found) judged.rejects.push(found)
    else judged.plans.push(found)
    if ('fault' in found && found.fault === 'unknown_kind')
      unknown.add(cellOf(row, judging, 'kind'))
  }
  return { ...judged, unknownKinds: [...unknown].filter((word) => word !== '').slice(0, 50) }
}

const cellOf = (row: FileRow, { columns }: Judging, field: FileField): string => {
  const heading = columns[field]
  return heading === undefined ? '' : (row.cells.get(heading) ?? '').trim()
}

function judgeRow(row: FileRow, judging: Judging, seen: Map<string, number>): Plan | Reject {
  const key = cellOf(row, judging, 'key')
  const at = { line: row.line, key }
  if (row.trouble !== null) return reject(at, 'unreadable_row', { why: row.trouble })
  if (key === '') return reject(at, 'no_external_id')
  const twin = seen.get(key)
  if (twin !== undefined) return reject(at, 'repeated_id', { line: twin })
  seen.set(key, row.line)
  const before = judging.known.get(key) ?? null
  const named = cellOf(row, judging, 'area')
  const owner = named === '' ? ownerOf(before, judging) : judging.areaOf(named)
  if (owner === null) return reject(at, 'not_your_area', { area: named })
  if (before !== null && before.ownerId !== owner.id) return reject(at, 'kept_elsewhere')
  if (before !== null && before.endedOn !== null) return reject(at, 'ended_here')
  const entry = entryOf(row, judging, before)
  if ('fault' in entry) return reject(at, entry.fault, entry.values)
  const faults = Object.values(faultsOfEntry(entry, new Set(judging.kinds.keys())))
  if (faults[0] !== undefined) return reject(at, faults[0])
  const act =
    before === null ? 'add' : changesBetween(before, entry).length === 0 ? 'same' : 'change'
  return { ...at, act, entry, owner, before }
}

/** A known entry stays with its keeper; a new one belongs to the area of the import. */
function ownerOf(before: KnownEntry | null, { owner, areaOf }: Judging): Owner | null {
  if (before === null || before.ownerId === owner.id) return owner
  return areaOf(String(before.ownerId)) ?? owner
}

type Fault = { fault: EntryFault; values: Record<string, string | number> }
const wrong = (fault: EntryFault, values: Record<string, string | number> = {}): Fault => ({
  fault,
  values,
})

const lengths: Partial<Record<FileField, number>> = {
  key: 80,
  name: 80,
  nameEn: 120,
  capacityUnit: 20,
  hoursNote: 200,
  address: 120,
  counter: 40,
  phone: 30,
  conditions: 500,
}

/** A column the file does not have leaves what is known; an empty cell means there is none. */
function entryOf(row: FileRow, judging: Judging, before: KnownEntry | null): Entry | Fault {
  const cell = (field: FileField) => cellOf(row, judging, field)
  for (const [field, max] of Object.entries(lengths))
    if (cell(field as FileField).length > max)
      return wrong('too_long', { field: judging.columns[field as FileField] ?? field, max })
  const text = (field: FileField, known: string | null | undefined) =>
    judging.columns[field] === undefined ? (known ?? null) : cell(field) || null
  const kind =
    kindOf(cell('kind'), judging) ?? (judging.columns.kind === undefined ? before?.kind : undefined)
  if (kind === undefined) return wrong('unknown_kind')
  const openings =
    judging.columns.hours === undefined ? (before?.openings ?? []) : readOpenings(cell('hours'))
  if (openings === null) return wrong('bad_hours')
  const point = pointOf(row, judging, before)
  if ('fault' in point) return point
  const capacity = capacityOf(cell('capacity'), judging, before)
  if (Number.isNaN(capacity)) return wrong('bad_capacity')
  const validFrom =
    dayOf(cell('validFrom')) ??
    (cell('validFrom') === '' ? (before?.validFrom ?? judging.today) : null)
  const until = cell('validUntil')
  const validUntil =
    until === ''
      ? judging.columns.validUntil === undefined
        ? (before?.validUntil ?? null)
        : null
      : dayOf(until)
  if (validFrom === null || (until !== '' && validUntil === null)) return wrong('bad_date')
  const offers =
    judging.columns.offers === undefined ? (before?.offers ?? []) : offersOf(cell('offers'))
  return {
    kind,
    name: cell('name') || (judging.columns.name === undefined ? (before?.name ?? '') : ''),
    nameEn: text('nameEn', before?.nameEn),
    capacity,
    capacityUnit:
      capacity === null
        ? null
        : (text('capacityUnit', before?.capacityUnit) ?? judging.kinds.get(kind)?.unit.zh ?? null),
    openings,
    hoursNote: text('hoursNote', before?.hoursNote),
    address: text('address', before?.address),
    ...point,
    counter: text('counter', before?.counter),
    phone: text('phone', before?.phone),
    offers,
    conditions: text('conditions', before?.conditions),
    validFrom,
    validUntil,
    isPublic:
      judging.columns.isPublic === undefined
        ? (before?.isPublic ?? true)
        : !/^(否|不|no|n|false|0|不公开)$/i.test(cell('isPublic')),
  }
}

/** A code, a word of the file's own mapping, or the name of a kind in either language. */
function kindOf(word: string, { kinds, kindWords }: Judging): string | undefined {
  if (word === '') return undefined
  const mapped = kindWords[word]
  if (mapped !== undefined && kinds.has(mapped)) return mapped
  if (kinds.has(word)) return word
  return [...kinds.values()].find(
    ({ words }) => plain(words.zh) === plain(word) || plain(words.en) === plain(word),
  )?.code
}

function capacityOf(cell: string, { columns }: Judging, before: KnownEntry | null): number | null {
  if (columns.capacity === undefined) return before?.capacity ?? null
  if (cell === '') return null
  const digits = cell.normalize('NFKC').replaceAll(/[,，\s]/g, '')
  const found = /^(\d+)(?:\.0+)?\D{0,6}$/.exec(digits)
  return found === null || Number(found[1]) > 1_000_000_000
    ? Number.NaN
    : Number(found[1]) || Number.NaN
}

function pointOf(
  row: FileRow,
  judging: Judging,
  before: KnownEntry | null,
): { lon: number | null; lat: number | null } | Fault {
  const given = row.point ?? namedPoint(row, judging)
  if (given === null) {
    const columns = judging.columns.lon !== undefined || judging.columns.lat !== undefined
    return columns || before === null
      ? { lon: null, lat: null }
      : { lon: before.lon, lat: before.lat }
  }
  if (typeof given === 'string') return wrong(given)
  if (!(Math.abs(given.lon) <= 180 && Math.abs(given.lat) <= 90)) return wrong('bad_point')
  const point = judging.toWgs84(given)
  if (judging.around === null) return point
  const km = Math.round(metresBetween(point, judging.around) / 1000)
  return km > judging.kmMax ? wrong('far_away', { km }) : point
}

function namedPoint(row: FileRow, judging: Judging): Point | 'half_a_point' | 'bad_point' | null {
  const [lon, lat] = [cellOf(row, judging, 'lon'), cellOf(row, judging, 'lat')]
  if (lon === '' && lat === '') return null
  if (lon === '' || lat === '') return 'half_a_point'
  const point = { lon: Number(lon), lat: Number(lat) }
  return Number.isFinite(point.lon) && Number.isFinite(point.lat) ? point : 'bad_point'
}

/** 2026-05-01, 2026/5/1, 2026年5月1日, 20260501. Null when it is no day. */
export function dayOf(text: string): LocalDate | null {
  const found = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:[ T]00:00(?::00)?)?$/.exec(
    text.normalize('NFKC'),
  )
  if (found === null) return null
  const day = `${found[1]}-${found[2]!.padStart(2, '0')}-${found[3]!.padStart(2, '0')}`
  const ms = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === day ? day : null
}

/** `义诊（每月 2 次）；专科讲师`: several by semicolons, how often in brackets. */
function offersOf(text: string): Offer[] {
  return text
    .split(/[;；\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .slice(0, 20)
    .map((part) => {
      const found = /^(.{2,60}?)[（(](.{1,60})[）)]$/u.exec(part)
      return found === null
        ? { what: part.slice(0, 60), conditions: null, often: null }
        : { what: found[1]!.trim(), conditions: null, often: found[2]!.trim() }
    })
}
