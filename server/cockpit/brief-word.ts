// The daily brief for Word, to go on writing in: the same sentences and tables as on paper. The library is large and seldom
// needed, so it is fetched when the first brief is asked for (decision 0019).

import { Buffer } from 'node:buffer'
import type * as docx from 'docx'
import type { Brief, BriefTable } from '#core/cockpit/brief.ts'
import { briefWords as words } from '#core/cockpit/words-brief.ts'
import { type Lang, say } from '#core/kit/words.ts'
import { longDay, printable } from '../kit/pdf-parts.ts'

type Word = typeof docx

/** Word counts type in half points and lengths in twentieths of a point. */
const points = (n: number) => n * 2
const twentieths = (mm: number) => Math.round((mm * 1440) / 25.4)
/** Found on every machine that has Word; what has a sign in neither is taken from the system. */
const font = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: 'SimSun' }
const margin = twentieths(18)

export async function briefDocument(brief: Brief, lang: Lang): Promise<Buffer> {
  const word = await import('docx')
  const { paragraph, heading } = partsOf(word)
  const document = new word.Document({
    title: `${brief.area} ${brief.title} ${brief.day}`,
    creator: '邻里 Linli',
    styles: { default: { document: { run: { font, size: points(11) } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: twentieths(210), height: twentieths(297) },
            margin: { top: margin, right: margin, bottom: margin, left: margin },
          },
        },
        children: [
          heading(`${brief.area} · ${brief.title}`, word.HeadingLevel.TITLE, 20),
          paragraph(longDay(brief.day, lang)),
          heading(say(words.thatDay, lang)),
          ...brief.thatDay.map((text) => paragraph(text)),
          heading(brief.rightNowTitle),
          paragraph(brief.rightNow),
          ...brief.tables.flatMap((table) => tableOf(word, table, lang)),
          paragraph(say(words.foot, lang), 9),
        ],
      },
    ],
  })
  return Buffer.from(await word.Packer.toBuffer(document))
}

function partsOf(word: Word) {
  const run = (text: string, look: { bold?: boolean; size?: number } = {}) =>
    new word.TextRun({
      text: printable(text),
      font,
      bold: look.bold ?? false,
      size: points(look.size ?? 11),
    })
  const paragraph = (text: string, size = 11) =>
    new word.Paragraph({ children: [run(text, { size })], spacing: { after: 80 } })
  const heading = (
    text: string,
    level: (typeof word.HeadingLevel)[keyof typeof word.HeadingLevel] = word.HeadingLevel.HEADING_2,
    size = 13,
  ) =>
    new word.Paragraph({
      heading: level,
      keepNext: true,
      spacing: { before: 200, after: 80 },
      children: [run(text, { bold: true, size })],
    })
  return { run, paragraph, heading }
}

function tableOf(word: Word, table: BriefTable, lang: Lang): (docx.Paragraph | docx.Table)[] {
  const { run, paragraph, heading } = partsOf(word)
  if (table.rows.length === 0) return [heading(table.title), paragraph(say(words.none, lang))]
  const row = (cells: readonly string[], head: boolean) =>
    new word.TableRow({
      tableHeader: head,
      cantSplit: true,
      children: cells.map(
        (text) =>
          new word.TableCell({
            margins: { top: 40, bottom: 40, left: 80, right: 80 },
            children: [new word.Paragraph({ children: [run(text, { bold: head, size: 9.5 })] })],
          }),
      ),
    })
  return [
    heading(table.title),
    new word.Table({
      width: { size: 100, type: word.WidthType.PERCENTAGE },
      rows: [row(table.head, true), ...table.rows.map((cells) => row(cells, false))],
    }),
    ...(table.note === null ? [] : [paragraph(table.note, 9)]),
  ]
}
