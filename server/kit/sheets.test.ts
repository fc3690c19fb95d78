import { Buffer } from 'node:buffer'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { assert } from '#core/kit/result.ts'
import { readSheets, type SheetCell } from './sheets.ts'
import { writeSheet } from './write-sheet.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheets-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function saved(bytes: Buffer): Promise<string> {
  const path = join(folder, `${Math.random()}.xlsx`)
  await writeFile(path, bytes)
  return path
}

async function rowsOf(bytes: Buffer): Promise<SheetCell[][]> {
  const sheets = await readSheets(await saved(bytes))
  assert(sheets.ok && sheets.value[0], 'the file has a sheet')
  return sheets.value[0].rows
}

test('what is written reads back: text, numbers, dates, emptiness, Chinese', async () => {
  const bytes = await writeSheet(
    '事件 / 清单',
    [{ heading: '编号' }, { heading: '时间' }, { heading: '件数' }],
    [
      ['500108106003-26-00001', { wall: '2026-03-05T14:30:00' }, 3],
      ['=1+1', null, -2],
      ['下\u0000水 <道>&', null, 0],
    ],
  )
  expect(await rowsOf(bytes)).toEqual([
    ['编号', '时间', '件数'],
    ['500108106003-26-00001', '2026-03-05T14:30:00', 3],
    ['=1+1', null, -2],
    ['下水 <道>&', null, 0],
  ])
})

test('sixty thousand formatted but empty rows cost neither memory nor rows', async () => {
  const before = process.memoryUsage().rss
  const empty = (row: number) =>
    `<row r="${row}">${[...'ABCDEFGHIJKLMNOPQRST'].map((c) => `<c r="${c}${row}" s="0"/>`).join('')}</row>`
  const rows = Array.from({ length: 60_000 }, (_, at) => empty(at + 4)).join('')
  const filled = `<row r="1"><c r="A1" t="inlineStr"><is><t>编号</t></is></c></row><row r="3"><c r="A3"><v>7</v></c><c r="B3" s="0"/></row>`
  const path = await saved(
    bookOf(`${filled}${rows}<row r="1048576"><c r="A1048576" s="0"></c></row>`),
  )
  const sheets = await readSheets(path)
  expect(sheets).toEqual({ ok: true, value: [{ name: 'S', rows: [['编号'], [null], [7]] }] })
  expect(process.memoryUsage().rss - before).toBeLessThan(300 * 2 ** 20)
})

test('a package that unpacks without end is refused before it fills the memory', async () => {
  const row = '<row r="1"><c r="A1" t="inlineStr"><is><t>aaaaaaaaaaaaaaaa</t></is></c></row>'
  const path = await saved(bookOf(row.repeat(100_000)))
  const small = { keptBytesMax: 2 ** 20, unpackedBytesMax: 2 ** 30 }
  expect(await readSheets(path, small)).toMatchObject({ refusal: 'sheet_too_large' })
  const short = { keptBytesMax: 2 ** 30, unpackedBytesMax: 2 ** 20 }
  expect(await readSheets(path, short)).toMatchObject({ refusal: 'sheet_too_large' })
})

test.each([
  ['text', Buffer.from('编号,内容\n')],
  ['nothing', Buffer.alloc(0)],
  ['a torn package', bookOf('<row r="1"/>').subarray(0, 300)],
  ['old .xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
])('%s is not a spreadsheet', async (_, bytes) => {
  expect(await readSheets(await saved(Buffer.from(bytes)))).toMatchObject({
    refusal: 'not_a_spreadsheet',
  })
})

/** The smallest workbook with these rows, packed by hand. */
function bookOf(rows: string): Buffer {
  const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const relation = (kind: string, target: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${types}/${kind}" Target="${target}"/></Relationships>`
  return zipOf({
    '_rels/.rels': relation('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${types}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relation('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
  })
}

function zipOf(files: Record<string, string>): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    const packed = deflateRawSync(Buffer.from(text))
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt16LE(name.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(8, 10)
    central.writeUInt32LE(packed.length, 20)
    central.writeUInt16LE(name.length, 28)
    central.writeUInt32LE(offset, 42)
    parts.push(local, Buffer.from(name), packed)
    directory.push(central, Buffer.from(name))
    offset += 30 + name.length + packed.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length / 3, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, central, end])
}
