// Files as a city's hotline sends them in the morning, and the clerk of the street who loads them.
import * as wire from '#core/exchange/contract-orders.ts'
import type { OrderMapping } from '#core/exchange/order-mapping.ts'
import type { Result } from '#core/kit/result.ts'
import { followForOrders } from '#server/exchange/order-answers.ts'
import { followed } from './reacted.ts'
import { asContent } from './resource-town.ts'
import { type Staff, type Town, codes, commandId, points } from './town.ts'

export const heads =
  '工单编号,诉求类型,紧急程度,是否保密,来电人,来电号码,标题,诉求内容,事发地址,所属社区,诉求分类,经度,纬度,受理时间,签收期限,办理期限'

/** What is answered; being refused is a fault of the story. */
export function valueOf<T>(answer: Result<T>): T {
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer)}`)
  return answer.value
}

export type Line = Partial<Record<(typeof keys)[number], string>>
const keys = [
  'number',
  'kind',
  'urgent',
  'confidential',
  'name',
  'phone',
  'title',
  'text',
  'address',
  'area',
  'category',
  'lon',
  'lat',
  'receivedAt',
  'signBy',
  'answerBy',
] as const

export const at = { lon: String(points.lane.lon), lat: String(points.lane.lat) }
/** A morning's file: placed by its point, by the community it names, by its address, not at all, and somewhere else. */
export const morning: Line[] = [
  { number: 'CQ26-0001', ...at, category: '路灯' },
  {
    number: 'CQ26-0002',
    area: '同景社区',
    urgent: '特急',
    title: '井盖',
    text: '井盖没有了，孩子差点掉下去',
  },
  { number: 'CQ26-0003', address: '长生桥镇邻水村口', title: '垃圾', text: '垃圾三天没有人收' },
  { number: 'CQ26-0004', title: '水压', text: '晚上水压不够', confidential: '是' },
  { number: 'CQ26-0005', lon: '116.4', lat: '39.9', title: '在别处', text: '这里好像不归你们' },
]

const usual: Line = {
  kind: '投诉',
  urgent: '一般',
  confidential: '否',
  name: '王秀兰',
  phone: '13800000141',
  title: '路灯不亮',
  text: '步道第二个拐弯的路灯不亮，请王秀兰 13800000141 回电',
  receivedAt: '2026/3/3 8:12',
  signBy: '2026-03-03 16:12',
  answerBy: '2026年3月10日',
}
const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
export const lineOf = (line: Line): string =>
  keys.map((key) => quoted({ ...usual, ...line }[key] ?? '')).join(',')
export const csvOf = (lines: readonly Line[]): string => [heads, ...lines.map(lineOf)].join('\r\n')

/** GB 18030 is read by the platform but not written: its two-byte letters, turned around. */
export function inGbk(text: string): Buffer {
  const bytes: number[] = []
  for (const letter of text) {
    const found =
      letter.codePointAt(0)! < 0x80 ? [letter.codePointAt(0)!] : gbkLetters().get(letter)
    if (found === undefined) throw new Error(`no two bytes for ${letter}`)
    bytes.push(...found)
  }
  return Buffer.from(bytes)
}
let letters: Map<string, number[]> | null = null
function gbkLetters(): Map<string, number[]> {
  if (letters !== null) return letters
  letters = new Map()
  const decoder = new TextDecoder('gb18030')
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1)
      if (low !== 0x7f) letters.set(decoder.decode(Uint8Array.of(high, low)), [high, low])
  return letters
}

export const fileOf = (content: string | Buffer, fileName = '承办单.csv') => ({
  areaCode: codes.street,
  fileName,
  content: typeof content === 'string' ? asContent(content) : content.toString('base64'),
})

export const looks = async (who: Staff, content: string | Buffer, mapping?: OrderMapping) =>
  valueOf(await who.call(wire.previewOrders, { ...fileOf(content), mapping: mapping ?? null }))

/** She looks, finds the columns right, and takes the file in. */
export async function loads(who: Staff, content: string | Buffer, id = commandId()) {
  const { mapping } = await looks(who, content)
  return valueOf(await who.call(wire.importOrders, { commandId: id, ...fileOf(content), mapping }))
}

export const caseOf = async (who: Staff, number: string): Promise<string> => {
  const asked = { areaCode: codes.street, number }
  const [row] = valueOf(await who.call(wire.listOrders, asked)).items
  if (row === undefined) throw new Error(`there is no order ${number}`)
  return row.caseNumber
}

export const minute = (t: Town) => followed(t.app, () => followForOrders(t.app))
