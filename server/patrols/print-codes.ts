// Labels to stick on things, on A4: three across, eight down, as sheets of labels are sold. Large enough to be read where
// they hang: what it is, its tag, and what to do.
import { codeWords as words } from '#core/patrols/words-codes.ts'
import { type Lang, say } from '#core/kit/words.ts'
import { printable } from '../kit/pdf-parts.ts'
import { type Cell, type Sheet, inks, mm } from '../kit/pdf-sheet.ts'

export type Label = { name: string; tag: string; url: string }
type Look = { lang: Lang; community: string }

const across = 3
const [width, height] = [mm(64), mm(33.9)]
const margins: Sheet['margins'] = [mm(8), mm(12), mm(8), mm(8)]
// Its dots are whole points: with this much room they are two wide, up to an address of a hundred signs.
const square = mm(29)

/** All on one run of sheets; rows are as high as the labels, so that they stand where the sheet is cut. */
export function labelSheets(labels: readonly Label[], look: Look): Sheet[] {
  const rows: Cell[][] = []
  for (let at = 0; at < labels.length; at += across) {
    const row = labels.slice(at, at + across).map((label) => labelCell(label, look))
    while (row.length < across) row.push({ text: '' })
    rows.push(row)
  }
  return [
    {
      title: `${look.community} ${say(words.labels, look.lang)}`,
      lang: look.lang === 'zh' ? 'zh-CN' : 'en',
      paper: 'A4',
      across: false,
      margins,
      content: [
        {
          layout: 'bare',
          table: {
            dontBreakRows: true,
            widths: Array.from({ length: across }, () => width),
            heights: Array.from({ length: rows.length }, () => height),
            body: rows,
          },
        },
      ],
      foot: null,
    },
  ]
}

function labelCell({ name, tag, url }: Label, { lang, community }: Look): Cell {
  return {
    columnGap: 6,
    columns: [
      { width: square, qr: url, fit: square, foreground: inks.ink, eccLevel: 'M' },
      {
        width: '*',
        margin: [0, 2, 8, 0],
        stack: [
          { text: printable(name).slice(0, 24), fontSize: 11, bold: true, lineHeight: 1.05 },
          { text: printable(tag), fontSize: 10, color: inks.ink2 },
          { text: say(words.scan, lang), fontSize: 9, color: inks.accent, margin: [0, 4, 0, 0] },
          { text: printable(community), fontSize: 8, color: inks.ink2 },
        ],
      },
    ],
  }
}
