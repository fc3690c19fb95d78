// The thread that lays sheets out: fonts are read once, then each sheet costs some tens of milliseconds that no request
// waits for. It reads two font files and nothing else, from no network.
import { parentPort, workerData } from 'node:worker_threads'
import pdfmake from 'pdfmake'
import { type Sheet, type TableLook, inks } from './pdf-sheet.ts'

export type FontFiles = { regular: string; bold: string }
export type Asked = { id: number; sheets: Sheet[]; pagesMax: number | null }
export type Told =
  | { id: number; ok: true; bytes: Uint8Array; pages: number }
  | { id: number; ok: false; message: string }

const fonts = workerData as FontFiles

pdfmake.setFonts({
  Sans: {
    normal: fonts.regular,
    bold: fonts.bold,
    italics: fonts.regular,
    bolditalics: fonts.bold,
  },
})
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path: string) => path === fonts.regular || path === fonts.bold)

const hairline = '#BDB19C'
const inner = (i: number, count: number) => i > 0 && i < count
type Laid = { table: { body: unknown[][]; widths: unknown[] } }
const rowsOf = (node: Laid) => node.table.body.length
const columnsOf = (node: Laid) => node.table.widths.length

const looks: Record<TableLook, object> = {
  bare: { hLineWidth: () => 0, vLineWidth: () => 0, ...padding(0, 0) },
  columns: {
    hLineWidth: (i: number, node: Laid) => (i === 0 || i === rowsOf(node) ? 1.2 : 0),
    vLineWidth: (i: number, node: Laid) => (inner(i, columnsOf(node)) ? 0.6 : 0),
    hLineColor: () => inks.ink,
    vLineColor: () => hairline,
    ...padding(10, 8),
  },
  grid: {
    hLineWidth: (i: number, node: Laid) => (i <= 1 || i === rowsOf(node) ? 1 : 0.5),
    vLineWidth: (i: number, node: Laid) => (inner(i, columnsOf(node)) ? 0.5 : 0),
    hLineColor: (i: number, node: Laid) => (i <= 1 || i === rowsOf(node) ? inks.ink : hairline),
    vLineColor: () => hairline,
    ...padding(5, 4),
  },
  rows: {
    hLineWidth: (i: number, node: Laid) => (i === 0 || i === rowsOf(node) ? 1 : 0.5),
    vLineWidth: () => 0,
    hLineColor: (i: number, node: Laid) => (i === 0 || i === rowsOf(node) ? inks.ink : hairline),
    ...padding(0, 6),
  },
}

function padding(side: number, ends: number): object {
  return {
    paddingLeft: (i: number) => (i === 0 ? 0 : side),
    paddingRight: () => side,
    paddingTop: () => ends,
    paddingBottom: () => ends,
  }
}

pdfmake.setTableLayouts(looks)

/** The first of the sheets that needs no more pages than allowed; the last one if none does. */
async function print({ sheets, pagesMax }: Asked): Promise<{ bytes: Uint8Array; pages: number }> {
  for (const [i, sheet] of sheets.entries()) {
    const laid = await layOut(sheet)
    if (pagesMax === null || laid.pages <= pagesMax || i === sheets.length - 1) return laid
  }
  throw new Error('no sheet to print')
}

async function layOut(sheet: Sheet): Promise<{ bytes: Uint8Array; pages: number }> {
  let pages = 0
  const document = {
    info: { title: sheet.title, producer: 'Linli', creator: 'Linli' },
    language: sheet.lang,
    displayTitle: true,
    tagged: false,
    pageSize: sheet.paper,
    pageOrientation: sheet.across ? 'landscape' : 'portrait',
    pageMargins: sheet.margins,
    defaultStyle: { font: 'Sans', fontSize: 10.5, lineHeight: 1.25, color: inks.ink },
    content: sheet.content,
    footer: (page: number, count: number) => {
      pages = count
      return footOf(sheet, page, count)
    },
  }
  const bytes = await pdfmake.createPdf(document).getBuffer()
  return { bytes, pages }
}

function footOf(sheet: Sheet, page: number, count: number): unknown {
  const number =
    count > 1
      ? [{ text: `${page} ∕ ${count}`, fontSize: 9, color: inks.ink3, alignment: 'right' }]
      : []
  const margin = [sheet.margins[0], 4, sheet.margins[2], 0]
  return { margin, stack: [...(sheet.foot === null ? [] : [sheet.foot]), ...number] }
}

parentPort?.on('message', (asked: Asked) => {
  print(asked).then(
    ({ bytes, pages }) =>
      parentPort?.postMessage({ id: asked.id, ok: true, bytes, pages } satisfies Told),
    (error: unknown) =>
      parentPort?.postMessage({ id: asked.id, ok: false, message: String(error) } satisfies Told),
  )
})
