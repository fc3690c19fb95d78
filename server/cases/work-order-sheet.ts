// The work order on A4: what, where, who and until when above; the reporter's words and photos; room for a pen below.

import { paperTime, type Reading, type WorkOrder } from '#core/cases/work-order.ts'
import { workOrderWords as words } from '#core/cases/words-work-order.ts'
import type { Instant } from '#core/kit/time.ts'
import { type Words, say } from '#core/kit/words.ts'
import { headOf, printable } from '../kit/pdf-parts.ts'
import { type Block, type Cell, type Sheet, inks, mm, rule } from '../kit/pdf-sheet.ts'

export type OnSheet = Reading & { now: Instant; url: string; photos: string[] }

const margin = mm(18)
const width = mm(210) - 2 * margin

export function workOrderSheet(order: WorkOrder, on: OnSheet): Sheet {
  const { lang } = on
  const title = say(words.title, lang)
  return {
    title: `${title} ${order.number}`,
    lang: lang === 'zh' ? 'zh-CN' : 'en',
    paper: 'A4',
    across: false,
    margins: [margin, mm(15), margin, mm(20)],
    content: [
      headOf(width, title, order.number),
      headRow(order, on),
      facts(order),
      heading(words.said, on),
      {
        text: printable(order.said ?? say(words.saidNothing, lang)),
        fontSize: 12,
        lineHeight: 1.35,
      },
      ...photoRow(on),
      penRows(on),
    ],
    foot: {
      text: say(words.foot, lang, { time: paperTime(on.now, on) }),
      fontSize: 8.5,
      color: inks.ink3,
    },
  }
}

function headRow(order: WorkOrder, on: OnSheet): Block {
  const [what] = order.lines
  return {
    margin: [0, 14, 0, 12],
    columnGap: 18,
    columns: [
      {
        width: '*',
        stack: [
          { text: printable(what?.text ?? ''), fontSize: 20, bold: true, lineHeight: 1.15 },
          ...(order.urgent
            ? [{ text: say(words.urgent, on.lang), fontSize: 16, bold: true, color: inks.zhu }]
            : []),
        ],
      },
      {
        width: 92,
        stack: [
          { qr: on.url, fit: 84, foreground: inks.ink, eccLevel: 'M', alignment: 'right' },
          { text: say(words.code, on.lang), fontSize: 8, color: inks.ink3, alignment: 'right' },
        ],
      },
    ],
  }
}

const facts = ({ lines }: WorkOrder): Block => ({
  layout: 'rows',
  table: {
    widths: [88, '*'],
    body: lines.slice(1).map(({ label, text }): Cell[] => [
      { text: label, color: inks.ink3 },
      { text: printable(text), fontSize: 11 },
    ]),
  },
})

const heading = (text: Words, { lang }: OnSheet): Block => ({
  text: say(text, lang),
  bold: true,
  margin: [0, 14, 0, 4],
})

function photoRow(on: OnSheet): Block[] {
  if (on.photos.length === 0) return []
  return [
    {
      unbreakable: true,
      stack: [
        heading(words.photos, on),
        {
          columnGap: 8,
          columns: on.photos.map((image) => ({ width: 'auto' as const, image, fit: [116, 96] })),
        },
      ],
    },
  ]
}

/** Lines for a pen: the result, and who signs when. */
function penRows(on: OnSheet): Block {
  const line = (): Block => ({ stack: [rule(width, 0.5, '#665D50')], margin: [0, 22, 0, 0] })
  const half = width / 2 - 9
  const signed = (text: Words): Block => ({
    stack: [
      { text: say(text, on.lang), fontSize: 10, color: inks.ink3 },
      { stack: [rule(half, 0.5, '#665D50')], margin: [0, 16, 0, 0] },
    ],
  })
  const pair = (left: Words, right: Words): Block => ({
    margin: [0, 14, 0, 0],
    columnGap: 18,
    columns: [signed(left), signed(right)].map((one) => ({ ...one, width: '*' as const })),
  })
  return {
    unbreakable: true,
    stack: [
      heading(words.result, on),
      line(),
      line(),
      line(),
      pair(words.handledBy, words.doneAt),
      pair(words.checkedBy, words.checkedAt),
    ],
  }
}
