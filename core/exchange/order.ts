// A work order of the 12345 hotline as one row of a file: under which headings its facts stand, how they are read, and why
// a row cannot be taken. The headings are those that hotlines and cities use; docs/interfaces/orders-12345.md lists them.
import { type Instant, addDays, compareInstants } from '#core/kit/time.ts'
import type { Words } from '#core/kit/words.ts'

/** One fact of an order, the headings under which it may stand (the first is ours) and whether it must. */
export const orderFields = {
  number: { heads: ['工单编号', '工单号', '编号', 'number'], needed: true },
  calledAt: { heads: ['来电时间', '受理时间', '诉求时间', 'calledAt'], needed: true },
  text: { heads: ['诉求内容', '问题描述', '内容', 'text'], needed: true },
  title: { heads: ['诉求标题', '标题', 'title'], needed: false },
  kind: { heads: ['诉求类型', '问题分类', '类别', 'kind'], needed: false },
  name: { heads: ['诉求人', '来电人', '姓名', 'name'], needed: false },
  phone: { heads: ['联系电话', '来电号码', '电话', 'phone'], needed: false },
  address: { heads: ['发生地址', '事发地址', '地址', 'address'], needed: false },
  area: { heads: ['所属社区代码', '社区代码', '区划代码', 'area'], needed: false },
  point: { heads: ['经纬度', '坐标', 'point'], needed: false },
  lon: { heads: ['经度', 'lon'], needed: false },
  lat: { heads: ['纬度', 'lat'], needed: false },
  dueAt: { heads: ['办理时限', '办结期限', '截止时间', 'dueAt'], needed: false },
  confidential: { heads: ['是否保密', '保密', 'confidential'], needed: false },
  urgency: { heads: ['紧急程度', '是否紧急', 'urgency'], needed: false },
} as const
export type OrderField = keyof typeof orderFields
const fields = Object.keys(orderFields) as OrderField[]

/** Which column holds what; `missing` names the needed ones that none does. */
export function columnsOf(headings: readonly string[]): {
  at: ReadonlyMap<OrderField, number>
  missing: string[]
} {
  const plain = headings.map((heading) => heading.normalize('NFKC').trim())
  const at = new Map<OrderField, number>()
  for (const field of fields) {
    const heads: readonly string[] = orderFields[field].heads
    const found = heads.map((head) => plain.indexOf(head)).find((index) => index >= 0)
    if (found !== undefined) at.set(field, found)
  }
  const missing = fields
    .filter((field) => orderFields[field].needed && !at.has(field))
    .map((field) => orderFields[field].heads[0])
  return { at, missing }
}

export type Order = {
  number: string
  calledAt: Instant
  dueAt: Instant | null
  text: string
  kind: string | null
  name: string | null
  phone: string | null
  address: string | null
  areaCode: string | null
  point: { lon: number; lat: number } | null
  confidential: boolean
  urgent: boolean
}

export const orderFaults = [
  'order_number_missing',
  'order_number_odd',
  'order_twice',
  'text_missing',
  'text_too_long',
  'called_at_missing',
  'called_at_unreadable',
  'called_at_impossible',
  'area_unknown',
  'area_outside',
] as const
export type OrderFault = (typeof orderFaults)[number]

/** Why a row is refused, and what to do about it. */
export const orderFaultWords: Readonly<Record<OrderFault, { why: Words; then: Words }>> = {
  order_number_missing: {
    why: { zh: '没有工单编号', en: 'The order number is missing' },
    then: { zh: '补上编号再导', en: 'Add the number and import the row again' },
  },
  order_number_odd: {
    why: {
      zh: '工单编号超过 60 个字符或含空格',
      en: 'The order number is too long or holds blanks',
    },
    then: {
      zh: '看看编号列是不是对错了，或被表格改成了科学计数',
      en: 'See whether the column is the right one, or was turned into a rounded number',
    },
  },
  order_twice: {
    why: { zh: '同一编号在文件里出现两次', en: 'The number stands in the file twice' },
    then: {
      zh: '第一行已收，这一行删掉或改编号',
      en: 'The first was taken: remove or renumber this',
    },
  },
  text_missing: {
    why: { zh: '没有诉求内容', en: 'It does not say what it is about' },
    then: { zh: '补上内容或标题', en: 'Add the contents or a title' },
  },
  text_too_long: {
    why: { zh: '诉求内容超过 4000 字', en: 'The contents are longer than 4,000 characters' },
    then: { zh: '缩短后再导', en: 'Shorten it' },
  },
  called_at_missing: {
    why: { zh: '没有来电时间', en: 'The time of the call is missing' },
    then: { zh: '补上日期和时间', en: 'Add day and time' },
  },
  called_at_unreadable: {
    why: { zh: '来电时间看不懂', en: 'The time of the call cannot be read' },
    then: { zh: '写成 2026-03-05 14:30', en: 'Write it as 2026-03-05 14:30' },
  },
  called_at_impossible: {
    why: {
      zh: '来电时间在将来，或早于 2000 年',
      en: 'The call lies in the future, or before 2000',
    },
    then: { zh: '核对日期', en: 'Check the date' },
  },
  area_unknown: {
    why: { zh: '没有这个区划代码', en: 'There is no area with this code' },
    then: {
      zh: '改成本地的社区或网格代码，或留空',
      en: 'Use the code of a community or grid here, or leave it empty',
    },
  },
  area_outside: {
    why: { zh: '这个地方不归本次导入的范围', en: 'The area lies outside of what is imported' },
    then: { zh: '换到它所属的街道或区县去导', en: 'Import it at its own street or district' },
  },
}

/** What a cell was, read by the caller: sheets hold dates and numbers, files hold text. */
export type OrderCells = {
  said: (field: OrderField) => string
  /** The instant of a cell on the clocks of the place; null where it cannot be read, undefined where it is empty. */
  instant: (field: OrderField) => Instant | null | undefined
}

export type ReadOrder = { order: Order } | { fault: OrderFault; about: string }

const textMax = 4000

export function readOrder(cells: OrderCells, now: Instant): ReadOrder {
  const number = cells.said('number')
  if (number === '') return { fault: 'order_number_missing', about: '' }
  if (!/^\S{1,60}$/.test(number) || /^\d(\.\d+)?E\+\d+$/i.test(number))
    return { fault: 'order_number_odd', about: number.slice(0, 80) }
  const [title, contents] = [cells.said('title'), cells.said('text')]
  const text = contents.includes(title) ? contents : [title, contents].filter(Boolean).join('：')
  if (text === '') return { fault: 'text_missing', about: '' }
  if (text.length > textMax) return { fault: 'text_too_long', about: String(text.length) }
  const calledAt = cells.instant('calledAt')
  if (calledAt === undefined) return { fault: 'called_at_missing', about: '' }
  if (calledAt === null) return { fault: 'called_at_unreadable', about: cells.said('calledAt') }
  if (compareInstants(calledAt, addDays(now, 1)) > 0 || calledAt < '2000')
    return { fault: 'called_at_impossible', about: cells.said('calledAt') }
  return {
    order: {
      number,
      calledAt,
      text,
      dueAt: cells.instant('dueAt') ?? null,
      kind: orNull(cells.said('kind'), 100),
      name: orNull(cells.said('name'), 40),
      phone: orNull(cells.said('phone'), 30),
      address: orNull(cells.said('address'), 300),
      areaCode: orNull(cells.said('area'), 40),
      point: pointOf(cells),
      confidential: isYes(cells.said('confidential')),
      urgent: /紧急|特急|是|urgent|^1$/i.test(
        cells.said('urgency').replace(/不紧急|非紧急|否/g, ''),
      ),
    },
  }
}

const orNull = (text: string, most: number): string | null =>
  text === '' ? null : text.slice(0, most)

/** Only a plain no is a no: whatever else stands there, somebody may have meant to be kept out of it. */
const isYes = (text: string): boolean =>
  text !== '' && !/^(否|不|不保密|无|公开|no|false|0)$/i.test(text)

/** Two columns, or one with both; the greater is the longitude, as everywhere in China. Bad ones lose nothing but the point. */
function pointOf({ said }: OrderCells): Order['point'] {
  const both = said('point').match(/-?\d+(\.\d+)?/g) ?? []
  const [a, b] = both.length === 2 ? both.map(Number) : [said('lon'), said('lat')].map(numberOf)
  if (a === undefined || b === undefined || Number.isNaN(a) || Number.isNaN(b)) return null
  const [lon, lat] = both.length === 2 && Math.abs(a) < Math.abs(b) ? [b, a] : [a, b]
  const inWorld = Math.abs(lon) <= 180 && Math.abs(lat) <= 90
  return inWorld && !(lon === 0 && lat === 0) ? { lon, lat } : null
}
const numberOf = (text: string): number => (text === '' ? Number.NaN : Number(text))

/** What a person of ours has to know of the order beside its words. */
export function orderRemark(
  order: Pick<Order, 'number' | 'kind' | 'confidential'>,
  said: { calledAt: string; dueAt: string | null },
): string {
  return [
    `工单${order.number}，${said.calledAt}来电`,
    order.kind === null ? '' : `诉求类型：${order.kind}`,
    said.dueAt === null ? '' : `要求${said.dueAt}前办结`,
    order.confidential ? '反映人要求保密，不要向承办单位透露' : '',
  ]
    .filter((part) => part !== '')
    .join('；')
}
