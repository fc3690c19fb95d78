import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'
import { csvLine, readCsv, withoutFormula, type CsvRow } from './csv.ts'

async function* pieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function rowsOf(bytes: Uint8Array | string, size = 7): Promise<CsvRow[]> {
  const rows: CsvRow[] = []
  for await (const row of readCsv(pieces(Buffer.from(bytes as string), size))) rows.push(row)
  return rows
}

const cellsOf = async (bytes: Uint8Array | string, size?: number) =>
  (await rowsOf(bytes, size)).map((row) => row.cells)

test.each([1, 2, 3, 5, 64, 4096])(
  'quotes, CRLF and empty cells survive pieces of %i bytes',
  async (size) => {
    const text = '编号,"说 ""急""",地点\r\n1,"第一行\r\n第二行",\r\n\r\n2,,"a,b"'
    expect(await cellsOf(text, size)).toEqual([
      ['编号', '说 "急"', '地点'],
      ['1', '第一行\r\n第二行', ''],
      ['2', '', 'a,b'],
    ])
  },
)

test('a row names the line where it begins', async () => {
  const rows = await rowsOf('a,b\n1,"x\ny\nz"\n\n2,w\n')
  expect(rows.map((row) => row.line)).toEqual([1, 2, 6])
})

test('a mark at the beginning is no part of the first heading', async () => {
  expect(await cellsOf('\uFEFF编号,内容\n1,井盖\n')).toEqual([
    ['编号', '内容'],
    ['1', '井盖'],
  ])
})

// 编号,内容 / 1,井盖破损 in GBK, as an office of 2009 saves it
const gbk = Buffer.from('b1e0bac52cc4dac8dd0d0a312ceaaeb8c7c6c6cbf00d0a', 'hex')

test('GBK is recognised, also behind a hundred thousand bytes of plain English', async () => {
  expect((await cellsOf(gbk))[0]).toEqual(['编号', '内容'])
  const english = Buffer.from('id,text\n' + '1,plain words\n'.repeat(8000))
  const cells = await cellsOf(Buffer.concat([english, gbk]), 4096)
  expect(cells.at(-2)).toEqual(['编号', '内容'])
})

test('UTF-16 from old Excel with tabs', async () => {
  const bytes = Buffer.concat([
    Buffer.from([0xff, 0xfe]),
    Buffer.from('编号\t内容\r\n1\t路灯\r\n', 'utf16le'),
  ])
  expect(await cellsOf(bytes, 5)).toEqual([
    ['编号', '内容'],
    ['1', '路灯'],
  ])
})

test.each([
  ['a,b,c\n1,2\n', 'too_few_cells'],
  ['a,b\n1,2,3\n', 'too_many_cells'],
  ['a,b\n1,"never closed\n', 'open_quote'],
] as const)('%j is reported, not dropped', async (text, trouble) => {
  const rows = await rowsOf(text)
  expect(rows[1]?.trouble).toBe(trouble)
})

test('a comma too many at the end of a line is no trouble', async () => {
  expect((await rowsOf('a,b\n1,2,,\n'))[1]?.trouble).toBeNull()
})

test('reading goes on below a quote that nobody closed', async () => {
  const rows = await rowsOf('a,b\n1,"open\n2,fine\n3,also fine\n')
  expect(rows.map((row) => row.trouble)).toEqual([null, 'open_quote', null, null])
})

test('bytes that are no character are reported', async () => {
  const long = Buffer.from('a,b\n' + '一,二\n'.repeat(10_000))
  const rows = await rowsOf(Buffer.concat([long, Buffer.from([0xff, 0x2c, 0x31, 0x0a])]), 4096)
  expect(rows.at(-1)?.trouble).toBe('unreadable_character')
})

test.each(['=1+1', '+8613800000000', '-2', '@cmd', '\tx', '＝1'])(
  '%j is not left to run as a formula',
  (text) => {
    expect(withoutFormula(text)).toBe(`'${text}`)
  },
)

test('a written line reads back', async () => {
  const line = csvLine(['井盖, "破损"', null, -3, true, '第一行\n第二行'])
  expect(line).toBe('"井盖, ""破损""",,-3,true,"第一行\n第二行"\r\n')
  expect(await cellsOf(line)).toEqual([['井盖, "破损"', '', '-3', 'true', '第一行\n第二行']])
})
