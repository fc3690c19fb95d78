import { Buffer } from 'node:buffer'
import { setImmediate as otherWork } from 'node:timers/promises'
import { crc32, createDeflateRaw } from 'node:zlib'
import { xmlCharacters, xmlText } from './xml.ts'
import { zipped, type ZipEntry } from './zip.ts'

/**
 * One sheet with a fixed heading as .xlsx. Written by ourselves, some rows at a time: a library that builds twenty
 * thousand rows in one go keeps every other request of the server waiting for seconds.
 */

/** `{ wall }` becomes a real date cell that sorts and filters as one. */
export type WrittenCell = string | number | boolean | null | { wall: string }
export type WrittenColumn = { heading: string; width?: number }

const rowsAtOnce = 200
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'

export async function writeSheet(
  name: string,
  columns: readonly WrittenColumn[],
  rows: readonly (readonly WrittenCell[])[],
  foot?: string,
): Promise<Buffer> {
  const sheet = await packed('xl/worksheets/sheet1.xml', sheetXml(columns, rows, foot))
  const others = await Promise.all(
    frame(name).map(([path, text]) => packed(path, [`${xml}${text}`])),
  )
  return zipped([...others, sheet])
}

async function packed(name: string, pieces: Iterable<string>): Promise<ZipEntry> {
  const deflate = createDeflateRaw({ level: 6 })
  const collected = collect(deflate)
  let [crc, bytes] = [0, 0]
  for (const piece of pieces) {
    const content = Buffer.from(piece)
    crc = crc32(content, crc)
    bytes += content.length
    deflate.write(content)
    await otherWork()
  }
  deflate.end()
  return { name, method: 8, packed: await collected, bytes, crc }
}

async function collect(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** Cell formats, by their place in styles.xml. */
const bold = 1
const moment = 2

function* sheetXml(
  columns: readonly WrittenColumn[],
  rows: readonly (readonly WrittenCell[])[],
  foot?: string,
): Generator<string> {
  const widths = columns.map(
    ({ width }, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${width ?? 16}" customWidth="1"/>`,
  )
  yield (
    `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">` +
      `<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
      `<cols>${widths.join('')}</cols><sheetData>` +
      rowXml(
        columns.map(({ heading }) => heading),
        1,
        bold,
      )
  )
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    yield rows
      .slice(from, from + rowsAtOnce)
      .map((row, at) => rowXml(row, from + at + 2))
      .join('')
  yield `</sheetData>${footXml(foot)}</worksheet>`
}

/** On every printed page; an ampersand would begin one of Excel's codes. */
function footXml(foot: string | undefined): string {
  if (foot === undefined) return ''
  const said = xmlText(xmlCharacters(foot).replaceAll('&', '＆'))
  return `<headerFooter><oddFooter>&amp;L${said}&amp;R&amp;P / &amp;N</oddFooter></headerFooter>`
}

function rowXml(cells: readonly WrittenCell[], row: number, style = 0): string {
  const written = cells.map((cell, at) => cellXml(cell, `${letters(at)}${row}`, style))
  return `<row r="${row}">${written.join('')}</row>`
}

/** Excel holds 32,767 characters in a cell, and calls a file with one more damaged. */
const cellCharactersMax = 32_767

function cellXml(cell: WrittenCell, at: string, style: number): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`
  if (typeof cell === 'object') return `<c r="${at}" s="${moment}"><v>${serial(cell.wall)}</v></c>`
  // Typed as text, a cell that begins with = is shown, never run: no guard is needed as in CSV.
  const text = xmlText(xmlCharacters(cell).slice(0, cellCharactersMax))
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
}

/** Days since 30 December 1899. */
const serial = (wall: string): number =>
  Math.round(((Date.parse(`${wall}Z`) - Date.UTC(1899, 11, 30)) / 86_400_000) * 1e8) / 1e8

/** 0 is A, 25 Z, 26 AA. */
function letters(at: number): string {
  const last = String.fromCharCode(65 + (at % 26))
  return at < 26 ? last : letters(Math.floor(at / 26) - 1) + last
}

/** Everything around the sheet: the same for all but the name. */
function frame(name: string): [string, string][] {
  const shown = xmlText(
    xmlCharacters(name)
      .replace(/[\\/?*[\]:]/g, ' ')
      .slice(0, 31),
  )
  const type = (part: string, kind: string) =>
    `<Override PartName="/xl/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`
  const relation = (id: number, kind: string, target: string) =>
    `<Relationship Id="r${id}" Type="${relations}/${kind}" Target="${target}"/>`
  const related = (inner: string) =>
    `<Relationships xmlns="${packages}/relationships">${inner}</Relationships>`
  return [
    [
      '[Content_Types].xml',
      `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        type('workbook.xml', 'sheet.main') +
        type('worksheets/sheet1.xml', 'worksheet') +
        `${type('styles.xml', 'styles')}</Types>`,
    ],
    ['_rels/.rels', related(relation(1, 'officeDocument', 'xl/workbook.xml'))],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${shown}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      related(
        relation(1, 'worksheet', 'worksheets/sheet1.xml') + relation(2, 'styles', 'styles.xml'),
      ),
    ],
    ['xl/styles.xml', styles],
  ]
}

const font = (inner: string) => `<font>${inner}<sz val="11"/><name val="Calibri"/></font>`
const styles =
  `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>` +
  `<fonts count="2">${font('')}${font('<b/>')}</fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
