// Which heading of a hotline's file holds what. Guessed from the headings that such files have, changed at the desk, and
// remembered for the next morning.
import { bare } from '#core/kit/bare.ts'

export const orderFields = [
  'number',
  'receivedAt',
  'signBy',
  'answerBy',
  'kind',
  'urgent',
  'confidential',
  'again',
  'name',
  'phone',
  'text',
  'address',
  'area',
  'category',
  'lon',
  'lat',
] as const
export type OrderField = (typeof orderFields)[number]

/** Without these two nothing can be taken in. */
export const neededFields: readonly OrderField[] = ['number', 'text']

export type OrderMapping = {
  file?: { sheet?: string; headingRow?: number; delimiter?: string }
  /** Several headings are joined with a line break: title and text. */
  columns: Partial<Record<OrderField, string | string[]>>
  /** What the hotline calls an area or a category → our code. */
  areas?: Record<string, string>
  categories?: Record<string, string>
  coordinates?: 'wgs84' | 'cgcs2000' | 'gcj02' | 'bd09'
  dateOrder?: 'mdy' | 'dmy'
  /** Of dates that name none: 3月5日. */
  year?: number
}

const usual: Record<OrderField, readonly string[]> = {
  number: [
    '工单编号',
    '工单号',
    '承办单号',
    '承办单编号',
    '受理编号',
    '受理单号',
    '流水号',
    '事项编号',
    '编号',
    'number',
    'orderNumber',
    'id',
  ],
  receivedAt: [
    '受理时间',
    '来电时间',
    '登记时间',
    '诉求时间',
    '派单时间',
    '交办时间',
    '创建时间',
    'receivedAt',
    'received',
  ],
  signBy: ['签收期限', '签收截止时间', '签收时限', '应签收时间', 'signBy'],
  answerBy: [
    '答复期限',
    '办结期限',
    '办理期限',
    '办理时限',
    '截止时间',
    '反馈期限',
    '应办结时间',
    '处理时限',
    'answerBy',
    'due',
  ],
  kind: ['诉求类型', '事项类型', '工单类型', '受理类型', '诉求性质', '业务类型', 'kind', 'type'],
  urgent: ['紧急程度', '紧急', '加急', '是否紧急', '缓急程度', 'urgent', 'urgency'],
  confidential: ['是否保密', '保密', '要求保密', '信息保密', 'confidential'],
  again: ['是否重办', '重办', '重办标识', '退回重办', '是否退回重办', 'again', 'reopened'],
  name: [
    '来电人',
    '诉求人',
    '诉求人姓名',
    '来电人姓名',
    '联系人',
    '姓名',
    '市民姓名',
    'name',
    'caller',
  ],
  phone: [
    '联系电话',
    '来电号码',
    '电话',
    '手机号',
    '手机号码',
    '联系方式',
    '诉求人电话',
    'phone',
    'tel',
  ],
  text: [
    '诉求内容',
    '工单内容',
    '事项内容',
    '反映内容',
    '主要内容',
    '受理内容',
    '内容',
    '问题描述',
    'text',
    'content',
  ],
  address: ['事发地址', '诉求地址', '发生地址', '事发地点', '地址', '地点', '详细地址', 'address'],
  area: [
    '所属社区',
    '社区',
    '社区（村）',
    '村居',
    '村社区',
    '属地',
    '承办社区',
    'area',
    'community',
  ],
  category: [
    '诉求分类',
    '事项分类',
    '问题分类',
    '内容分类',
    '三级分类',
    '四级分类',
    '类别',
    '分类',
    'category',
  ],
  lon: ['经度', 'lon', 'lng', 'longitude', 'x'],
  lat: ['纬度', 'lat', 'latitude', 'y'],
}
const titles = ['标题', '工单标题', '诉求标题', '事项标题', 'title', 'subject']

/** The usual heading of each field that the file has; a title goes before the text. */
export function guessOrderColumns(headings: readonly string[]): OrderMapping['columns'] {
  const written = new Map(headings.map((heading) => [bare(heading), heading]))
  const find = (names: readonly string[]) =>
    names.map((name) => written.get(bare(name))).find((found) => found !== undefined)
  const columns: OrderMapping['columns'] = {}
  for (const field of orderFields) {
    const found = find(usual[field])
    if (found !== undefined) columns[field] = found
  }
  const title = find(titles)
  if (title !== undefined)
    columns.text = columns.text === undefined ? title : [title, columns.text].flat()
  return columns
}

const headingsOf = ({ columns }: OrderMapping): string[] => [
  ...new Set(Object.values(columns).flat()),
]

/** Headings that the mapping names and the file lacks: a mistyped one would silently lose a column. */
export function missingHeadings(mapping: OrderMapping, headings: readonly string[]): string[] {
  const there = new Set(headings.map(bare))
  return headingsOf(mapping).filter((heading) => !there.has(bare(heading)))
}

/** Fields without which nothing can be taken in and that no heading holds. */
export const lackingFields = ({ columns }: OrderMapping): OrderField[] =>
  neededFields.filter((field) => [columns[field] ?? []].flat().length === 0)

/** What the last file was read by, where this one has the same headings; else what its own headings say. */
export function mappingFor(
  headings: readonly string[],
  remembered: OrderMapping | null,
): OrderMapping {
  if (remembered !== null && missingHeadings(remembered, headings).length === 0) return remembered
  const { columns: _other, ...words } = remembered ?? { columns: {} }
  return { ...words, columns: guessOrderColumns(headings) }
}
