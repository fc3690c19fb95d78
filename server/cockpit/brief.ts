// The daily brief as an answer: the cockpit of one day and two of its lists, in the caller's own scope, on A4.

import { type Brief, type BriefTable, briefOf, briefRowsMax } from '#core/cockpit/brief.ts'
import { isDay, shiftDays } from '#core/cockpit/period.ts'
import { briefWords as words } from '#core/cockpit/words-brief.ts'
import { done } from '#core/kit/result.ts'
import type { Result } from '#core/kit/result.ts'
import { localDate } from '#core/kit/time.ts'
import { type Lang, say } from '#core/kit/words.ts'
import type { App, Who } from '../app.ts'
import type { Download } from '../kit/http.ts'
import type { Press } from '../kit/pdf.ts'
import { headOf, longDay, printable } from '../kit/pdf-parts.ts'
import { type Block, type Cell, type Sheet, inks, mm } from '../kit/pdf-sheet.ts'
import { listBehind } from './behind.ts'
import { ask, readCockpit } from './cockpit.ts'

type Printer = { app: App; press: Press }

export async function printBrief(
  { app, press }: Printer,
  who: Who,
  input: { area: string; day?: string; lang?: Lang },
): Promise<Result<Download>> {
  const asked = ask(app, who, { area: input.area })
  if (!asked.ok) return asked
  const { area, now } = asked.value
  const lang = input.lang ?? 'zh'
  const yesterday = shiftDays(localDate(now, area.timeZone), -1)
  const day = input.day !== undefined && isDay(input.day) ? input.day : yesterday
  const of = { area: input.area, period: day, limit: briefRowsMax + 1 }
  const view = await readCockpit(app, who, of)
  if (!view.ok) return view
  const overdue = await listBehind(app, who, { ...of, tile: '6' })
  if (!overdue.ok) return overdue
  const open = await listBehind(app, who, { ...of, tile: 'open' })
  if (!open.ok) return open
  const lists = { overdue: overdue.value.items, open: open.value.items }
  const brief = briefOf(view.value, lists, { lang, timeZone: area.timeZone })
  const { bytes } = await press.print([briefSheet(brief, lang)])
  return done({
    contentType: 'application/pdf',
    body: Buffer.from(bytes),
    fileName: `${brief.area} ${brief.title} ${day}.pdf`,
  })
}

const margin = mm(18)
const width = mm(210) - 2 * margin

function briefSheet(brief: Brief, lang: Lang): Sheet {
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
