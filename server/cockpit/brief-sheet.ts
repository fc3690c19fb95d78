// The daily brief on A4: sentences first, tables below.

import type { Brief, BriefTable } from '#core/cockpit/brief.ts'
import { briefWords as words } from '#core/cockpit/words-brief.ts'
import { type Lang, say } from '#core/kit/words.ts'
import { headOf, longDay, printable } from '../kit/pdf-parts.ts'
import { type Block, type Cell, type Sheet, inks, mm } from '../kit/pdf-sheet.ts'

const margin = mm(18)
const width = mm(210) - 2 * margin

export function briefSheet(brief: Brief, lang: Lang): Sheet {
  const day = longDay(brief.day, lang)
  return {
    title: `${brief.area} ${brief.title} ${brief.day}`,
    lang: lang === 'zh' ? 'zh-CN' : 'en',
    paper: 'A4',
    across: false,
    margins: [margin, mm(15), margin, mm(20)],
    content: [
      headOf(width, `${brief.area} · ${brief.title}`, day),
      heading(say(words.thatDay, lang)),
      ...brief.thatDay.map((text): Block => ({ text, fontSize: 13, lineHeight: 1.4 })),
      heading(brief.rightNowTitle),
      { text: brief.rightNow, fontSize: 13, lineHeight: 1.4 },
      ...brief.tables.flatMap((table) => tableOf(table, lang)),
    ],
    foot: { text: say(words.foot, lang), fontSize: 8.5, color: inks.ink3 },
  }
}

const heading = (text: string): Block => ({
  text,
  bold: true,
  fontSize: 11.5,
  margin: [0, 14, 0, 4],
})

function tableOf(table: BriefTable, lang: Lang): Block[] {
  if (table.rows.length === 0)
    return [heading(table.title), { text: say(words.none, lang), color: inks.ink2 }]
  const row = (cells: string[], look: { bold?: boolean; color: string }): Cell[] =>
    cells.map((text) => ({ text: printable(text), fontSize: 9.5, ...look }))
  const note: Block[] =
    table.note === null ? [] : [{ text: table.note, fontSize: 9, color: inks.ink3 }]
  return [
    heading(table.title),
    {
      layout: 'grid',
      table: {
        headerRows: 1,
        dontBreakRows: true,
        widths: table.head.map((_, i) => (i === 0 ? 'auto' : '*')),
        body: [
          row(table.head, { bold: true, color: inks.ink }),
          ...table.rows.map((cells) => row(cells, { color: inks.ink })),
        ],
      },
    },
    ...note,
  ]
}
