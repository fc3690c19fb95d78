/**
 * CSV as offices really send it: UTF-8 with or without a mark, UTF-16 from old Excel, GBK from older
 * ones; quotes with line breaks inside; rows that are too short. Read as a stream, row by row, with the
 * line where each row begins, so that a complaint about a row can name it. Written so that no cell can
 * be taken for a formula.
 */

export type CsvTrouble = 'too_few_cells' | 'too_many_cells' | 'open_quote' | 'unreadable_character'
export type CsvRow = { line: number; cells: string[]; trouble: CsvTrouble | null }
export type CsvCell = string | number | boolean | null

/** An unclosed quote would swallow the rest of the file: past this length a row is cut and reported. */
const rowCharactersMax = 1_000_000
const sampleBytes = 65_536

export async function* readCsv(
  source: AsyncIterable<Uint8Array>,
  options: { delimiter?: string } = {},
): AsyncGenerator<CsvRow> {
  const splitter = newSplitter(options.delimiter ?? null)
  let width: number | null = null
  const judged = (row: CsvRow): CsvRow => {
    width ??= row.cells.length
    return { ...row, trouble: row.trouble ?? whatAilsRow(row.cells, width) }
  }
  for await (const text of decoded(source)) {
    for (const row of splitter.feed(text)) yield judged(row)
  }
  for (const row of splitter.finish()) yield judged(row)
}

function whatAilsRow(cells: string[], width: number): CsvTrouble | null {
  if (cells.length < width) return 'too_few_cells'
  // Some programs end every line with a comma too many: empty cells past the heading lose nothing.
  if (cells.slice(width).some((cell) => cell !== '')) return 'too_many_cells'
  return cells.some((cell) => cell.includes('\uFFFD')) ? 'unreadable_character' : null
}

/**
 * Text of the bytes. The encoding is decided at the first byte that is not plain ASCII, because a GBK
 * file may begin with a thousand English lines.
 */
async function* decoded(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: Decoder | null = null
  let held: Uint8Array = new Uint8Array(0)
  for await (const chunk of source) {
    if (decoder !== null) {
      yield decoder.decode(chunk, { stream: true })
      continue
    }
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk])
    const strange = held.findIndex((byte) => byte > 0x7f)
    if (strange === -1 && held.length >= sampleBytes) {
      yield Buffer.from(held).toString('latin1')
      held = new Uint8Array(0)
    } else if (strange !== -1 && held.length - strange >= sampleBytes) {
      decoder = new TextDecoder(encodingOf(held))
      yield decoder.decode(held, { stream: true })
    }
  }
  if (decoder === null) {
    decoder = new TextDecoder(encodingOf(held))
    yield decoder.decode(held, { stream: true })
  }
  yield decoder.decode()
}

/** Which of the encodings that offices use this sample is in. It may end in the middle of a character. */
export function encodingOf(sample: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' {
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le'
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true })
    return 'utf-8'
  } catch {
    return 'gb18030' // GB/T 18030 contains GBK and GB 2312 whole
  }
}

type Decoder = InstanceType<typeof TextDecoder>
type Splitter = { feed(text: string): CsvRow[]; finish(): CsvRow[] }

/** Cuts text into rows. Keeps its place between pieces, also inside quotes and between CR and LF. */
function newSplitter(wanted: string | null): Splitter {
  let delimiter = wanted
  let rest = ''
  let line = 1
  const cut = (text: string, last: boolean): CsvRow[] => {
    delimiter ??= likelyDelimiter(text)
    const rows: CsvRow[] = []
    let from = 0
    while (from < text.length) {
      const row = oneRow(text, { from, delimiter, last })
      if (row === null) break
      if (row.cells.length > 1 || row.cells[0] !== '')
        rows.push({ line, cells: row.cells, trouble: row.trouble })
      line += row.lines
      from = row.to
    }
    rest = text.slice(from)
    return rows
  }
  return {
    feed: (text) => cut(rest + text, false),
    finish: () => cut(rest, true),
  }
}

/** Excel of some countries writes semicolons, databases write tabs: the heading line tells. */
function likelyDelimiter(text: string): string {
  const heading = text.slice(0, text.search(/[\r\n]|$/))
  const count = (mark: string) => heading.split(mark).length
  const best = [',', '\t', ';'].sort((a, b) => count(b) - count(a))[0]
  return best ?? ','
}

type OneRow = { cells: string[]; to: number; lines: number; trouble: CsvTrouble | null }
type Place = { from: number; delimiter: string; last: boolean }

/** The row that begins at `from`, or null if its end is not in the text yet. */
function oneRow(text: string, { from, delimiter, last }: Place): OneRow | null {
  const cells: string[] = []
  let at = from
  let lines = 1
  for (;;) {
    const cell = text[at] === '"' ? quotedCell(text, at, delimiter) : plainCell(text, at, delimiter)
    if (cell === null || (cell.to >= text.length && !last)) {
      if (!last && text.length - from <= rowCharactersMax) return null
      if (cell === null) return openQuote(text, from, cells, at)
    }
    if (cell === null) return null
    cells.push(cell.value)
    lines += cell.breaks
    at = cell.to
    if (text[at] === delimiter) {
      at += 1
      if (at < text.length || last) continue
      return null
    }
    const end = endOfLine(text, at, last)
    return end === null ? null : { cells, to: end, lines, trouble: null }
  }
}

function endOfLine(text: string, at: number, last: boolean): number | null {
  if (text[at] === '\r') {
    if (at + 1 >= text.length && !last) return null
    return text[at + 1] === '\n' ? at + 2 : at + 1
  }
  return Math.min(at + 1, text.length)
}

type OneCell = { value: string; to: number; breaks: number }

function plainCell(text: string, from: number, delimiter: string): OneCell {
  let to = from
  while (to < text.length) {
    const mark = text[to]
    if (mark === delimiter || mark === '\n' || mark === '\r') break
    to += 1
  }
  return { value: text.slice(from, to), to, breaks: 0 }
}

function quotedCell(text: string, from: number, delimiter: string): OneCell | null {
  let at = from + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote === -1) return null
    if (text[quote + 1] === '"') {
      at = quote + 2
      continue
    }
    const inside = text.slice(from + 1, quote).replaceAll('""', '"')
    // What stands between the closing quote and the delimiter belongs to the cell all the same.
    const tail = plainCell(text, quote + 1, delimiter)
    return {
      value: inside + tail.value,
      to: tail.to,
      breaks: inside.split(/\r\n|\r|\n/).length - 1,
    }
  }
}

/** A quote that nobody closes: its own line becomes a row in trouble, and reading goes on below it. */
function openQuote(text: string, from: number, cells: string[], at: number): OneRow {
  const end = text.slice(at).search(/\r\n|\r|\n/)
  const to = end === -1 ? text.length : at + end
  return {
    cells: [...cells, text.slice(at, to)],
    to: endOfLine(text, to, true) ?? text.length,
    lines: text.slice(from, to).split(/\r\n|\r|\n/).length,
    trouble: 'open_quote',
  }
}

/** The mark that makes Excel read UTF-8; the first thing in a file for people. */
export const csvByteOrderMark = '\uFEFF'

export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const harmless = withoutFormula(cell)
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/**
 * A text that begins with one of these would be run as a formula by the program that opens the file
 * (OWASP "CSV injection"). Numbers are written as numbers and need no guard.
 */
export function withoutFormula(text: string): string {
  return /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text
}
