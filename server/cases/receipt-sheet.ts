// The receipt on A5, to be read at seventy-six without glasses: nothing under fourteen points, the code largest of all. The
// lower part is a slip to answer on, for whoever neither calls nor scans.
import { receiptWords as words } from '#core/cases/words-receipt.ts'
import { type Lang, say } from '#core/kit/words.ts'
import { headOf, printable } from '../kit/pdf-parts.ts'
import { type Block, type Sheet, inks, mm, rule } from '../kit/pdf-sheet.ts'

export type Receipt = {
  lang: Lang
  community: string
  number: string
  code: string
  url: string
  what: string
  day: string
  who: string | null
  by: string | null
  phone: string
  /** Whose number it is and until when; and what to call after that. */
  answers: string
  then: string | null
}

const margin = mm(10)
const width = mm(148) - 2 * margin
const smallest = 14

/** A little smaller each, but nothing under the smallest: the first that stays on one page is taken. */
export const receiptSheets = (receipt: Receipt): Sheet[] =>
  [1, 0.92, 0.84, 0.78].map((scale) => receiptSheet({ ...receipt, scale }))

type Scaled = Receipt & { scale: number }
const sized = ({ scale }: Scaled, points: number): number =>
  Math.max(smallest, Math.round(points * scale))

function receiptSheet(receipt: Scaled): Sheet {
  const { lang, number } = receipt
  return {
    title: `${say(words.title, lang)} ${number}`,
    lang: lang === 'zh' ? 'zh-CN' : 'en',
    paper: 'A5',
    across: false,
    margins: [margin, mm(9), margin, mm(6)],
    content: [
      headOf(width, receipt.community, say(words.title, lang), smallest),
      {
        text: say(words.got, lang),
        fontSize: sized(receipt, 26),
        bold: true,
        margin: [0, 8, 0, 0],
      },
      {
        text: printable(say(words.what, lang, { what: receipt.what, day: receipt.day })),
        fontSize: 15,
        margin: [0, 2, 0, 6],
      },
      codes(receipt),
      ...steps(receipt),
      ...telephone(receipt),
      ...slip(receipt),
    ],
    foot: null,
  }
}

/** In two groups of three, as it is spoken. */
const spoken = (code: string): string =>
  code.length === 6 ? `${code.slice(0, 3)} ${code.slice(3)}` : code

function codes(receipt: Scaled): Block {
  const { lang, number, code, url } = receipt
  const label = (text: string): Block => ({ text, fontSize: smallest, color: inks.ink2 })
  return {
    columnGap: 10,
    columns: [
      {
        width: '*',
        stack: [
          label(say(words.number, lang)),
          { text: number, fontSize: 19, bold: true },
          label(`${say(words.code, lang)}　${say(words.keep, lang)}`),
          { text: spoken(code), fontSize: sized(receipt, 44), bold: true, lineHeight: 1 },
        ],
      },
      {
        width: 104,
        stack: [
          { qr: url, fit: 102, foreground: inks.ink, eccLevel: 'M', alignment: 'right' },
          { text: say(words.scan, lang), fontSize: smallest, alignment: 'right' },
        ],
      },
    ],
  }
}

function steps(receipt: Scaled): Block[] {
  const { lang, who, by } = receipt
  const fontSize = sized(receipt, 18)
  const first = who === null ? '' : `${who}${lang === 'zh' ? '' : ' '}`
  const then = by === null ? say(words.soon, lang) : say(words.by, lang, { when: by })
  return [
    { stack: [rule(width, 0.8)], margin: [0, 8, 0, 6] },
    { text: say(words.next, lang), fontSize, bold: true, color: inks.accent },
    { text: printable(`1  ${first}${then}`), fontSize, lineHeight: 1.2 },
    { text: `2  ${say(words.done, lang)}`, fontSize, lineHeight: 1.2 },
  ]
}

const telephone = (receipt: Scaled): Block[] => {
  const { lang, phone, answers, then } = receipt
  const call = `${say(words.call, lang)}${lang === 'zh' ? '，' : '. '}${say(words.counter, lang)}`
  return [
    { text: call, fontSize: smallest, margin: [0, 6, 0, 0] },
    { text: printable(phone), fontSize: sized(receipt, 34), bold: true, lineHeight: 1.05 },
    ...[answers, ...(then === null ? [] : [then])].map((text): Block => ({
      text: printable(text),
      fontSize: smallest,
    })),
  ]
}

const box = (size: number): Block => ({
  canvas: [{ type: 'rect', x: 0, y: 0, w: size, h: size, lineWidth: 1.2, lineColor: inks.ink }],
})

function slip(receipt: Scaled): Block[] {
  const { lang, number, code } = receipt
  const dashed: Block = {
    canvas: [
      {
        type: 'line',
        x1: 0,
        y1: 0,
        x2: width,
        y2: 0,
        lineWidth: 0.8,
        lineColor: inks.ink2,
        dash: { length: 4, space: 3 },
      },
    ],
    margin: [0, 8, 0, 6],
  }
  const choice = (text: string, line: boolean): Block => ({
    margin: [0, 8, 0, 0],
    columnGap: 8,
    columns: [
      { width: 22, stack: [box(20)], margin: [0, 2, 0, 0] },
      { width: 'auto', text, fontSize: sized(receipt, 20), bold: true },
      {
        width: '*',
        stack: line ? [{ stack: [rule(width - 170, 0.8)], margin: [0, 20, 0, 0] }] : [],
      },
    ],
  })
  return [
    dashed,
    { text: say(words.slip, lang), fontSize: smallest },
    choice(say(words.yes, lang), false),
    choice(say(words.no, lang), true),
    {
      text: `${say(words.number, lang)} ${number}　${say(words.code, lang)} ${spoken(code)}`,
      fontSize: smallest,
      margin: [0, 8, 0, 0],
    },
  ]
}
