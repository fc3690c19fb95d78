// The plan of a month, A3 across, for the wall of the centre: seven columns, a cell a day.
import type { ProgrammeView, SessionLine } from '#core/activities/contract-programme.ts'
import { printWords } from '#core/activities/words-print.ts'
import { nextDate, weekday } from '#core/kit/time.ts'
import { say } from '#core/kit/words.ts'
import { type Block, type Cell, type Run, type Sheet, inks, mm } from '../kit/pdf-sheet.ts'
import * as part from './print-parts.ts'

const margin = mm(13)
const width = mm(420) - 2 * margin

/** The Mondays-to-Sundays that hold a month. */
export function monthSpan(day: string): { from: string; days: number; month: string } {
  const month = nextDate(day, 0).slice(0, 7)
  const first = `${month}-01`
  const from = nextDate(first, 1 - weekday(first))
  const next = nextDate(`${month}-28`, 4).slice(0, 7)
  const last = nextDate(`${next}-01`, -1)
  const to = nextDate(last, 7 - weekday(last))
  return { from, days: Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1, month }
}

export function monthSheets(view: ProgrammeView, printing: part.Printing, month: string): Sheet[] {
  return [1.5, 1.35, 1.2, 1.05, 0.9, 0.8, 0.7, 0.6].map((scale, i) =>
    monthSheet(view, { printing, month, scale, most: 14 - i }),
  )
}

type Look = { printing: part.Printing; month: string; scale: number; most: number }

function monthSheet(view: ProgrammeView, look: Look): Sheet {
  const { lang } = look.printing
  const [year = '', number = ''] = look.month.split('-')
  const name = view.centre?.name[lang] ?? view.community.name[lang]
  const title = say(printWords.monthTitle, lang, {
    year,
    month: lang === 'zh' ? Number(number) : (part.monthsEn[Number(number) - 1] ?? ''),
  })
  const weeks = Array.from({ length: view.days.length / 7 }, (_, i) =>
    view.days.slice(i * 7, i * 7 + 7),
  )
  const inMonth = view.sessions.some((one) => one.day.startsWith(look.month))
  return {
    title: part.printable(`${name} ${title}`),
    lang: lang === 'zh' ? 'zh-CN' : 'en',
    paper: 'A3',
    across: true,
    margins: [margin, mm(11), margin, footHeight],
    content: [
      part.headOf(width, name, title, 22),
      ...(inMonth
        ? []
        : [
            {
              text: say(printWords.nothingMonth, lang),
              fontSize: 14,
              margin: [0, 8, 0, 0] as [number, number, number, number],
            },
          ]),
      {
        margin: [0, 10, 0, 0],
        layout: 'grid',
        table: {
          headerRows: 1,
          dontBreakRows: true,
          widths: Array.from({ length: 7 }, () => '*' as const),
          heights: [18, ...weekHeights(view, weeks, look.most)],
          body: [
            part.weekdayWords.map((words): Cell => ({
              text: words[lang],
              fontSize: 13,
              bold: true,
            })),
            ...weeks.map((week) => week.map((day) => dayCell(view, day, look))),
          ],
        },
      },
    ],
    foot: monthFoot(view, look.printing),
  }
}

const footHeight = mm(34)
const room = mm(297) - footHeight - 132

/** A week takes its share of the sheet by its busiest day, so that the words of a full week need not be small. */
function weekHeights(view: ProgrammeView, weeks: ProgrammeView['days'][], most: number): number[] {
  const linesOn = (day: string) => view.sessions.filter((one) => one.day === day).length
  const shares = weeks.map(
    (week) => 2 + Math.min(most, Math.max(...week.map(({ day }) => linesOn(day)))),
  )
  const all = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => ((room - 10 * weeks.length) * share) / all)
}

/** Whom to ask, as of when, and a code for the mobile of at least 22 mm. */
function monthFoot(view: ProgrammeView, { lang, publicUrl }: part.Printing): Block {
  const url = `${publicUrl}/c/${view.community.code}/week`
  const whom = [view.centre?.address ?? '', view.centre?.phone ?? ''].filter(Boolean).join('　')
  return {
    columns: [
      {
        width: '*',
        stack: [
          { text: part.printable(whom), fontSize: 14, bold: true },
          {
            text: say(printWords.asOf, lang, { day: part.longDay(view.today, lang) }),
            fontSize: 11,
            color: inks.ink3,
            margin: [0, 4, 0, 0],
          },
          { text: url, fontSize: 11, color: inks.ink3, margin: [0, 4, 0, 0] },
        ],
      },
      { width: 'auto', stack: [{ qr: url, fit: mm(28), foreground: inks.ink, eccLevel: 'M' }] },
    ],
  }
}

function dayCell(view: ProgrammeView, known: ProgrammeView['days'][number], look: Look): Cell {
  const { printing, month, scale, most } = look
  const { lang } = printing
  if (!known.day.startsWith(month))
    return { text: String(Number(known.day.slice(8))), fontSize: 12, color: '#BDB19C' }
  const sessions = view.sessions.filter((one) => one.day === known.day)
  // A month shows what everybody is asked to first; what does not fit is counted, never dropped in silence.
  const ordered = [
    ...sessions.filter((one) => one.kind !== 'selfRun'),
    ...sessions.filter((one) => one.kind === 'selfRun'),
  ].slice(0, most)
  const shown = ordered.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  const closed = known.open.length === 0
  const note = closed
    ? (known.because?.[lang] ?? say(printWords.closed, lang))
    : part.lunarDay(known.day, lang)
  return {
    stack: [
      {
        lineHeight: 0.9,
        text: [
          { text: String(Number(known.day.slice(8))), fontSize: 17, bold: true },
          { text: `  ${part.printable(note)}`, fontSize: 10, color: closed ? inks.zhe : inks.ink3 },
        ],
      },
      ...shown.map((one) => line(one, printing, scale)),
      ...(sessions.length > shown.length
        ? [
            {
              text: say(printWords.more, lang, { count: sessions.length - shown.length }),
              fontSize: 9 * scale,
              color: inks.ink3,
            },
          ]
        : []),
    ],
  }
}

function line(session: SessionLine, { lang, timeZone }: part.Printing, scale: number): Block {
  const title: Run = {
    text: part.shortened(part.printable(session.title[lang]), 26),
    fontSize: 11.5 * scale,
    bold: session.themeId !== null,
    color: session.cancelled ? inks.ink3 : session.themeId === null ? inks.ink : inks.accent,
    ...(session.cancelled ? { decoration: 'lineThrough' as const } : {}),
  }
  return {
    // The font brings air of its own: set solid, a full day needs no smaller print.
    lineHeight: 0.86,
    margin: [0, 1, 0, 0],
    text: [
      {
        text: `${part.clock(session.startsAt, timeZone)} `,
        fontSize: 10 * scale,
        color: inks.ink2,
      },
      title,
      ...part.stateRun(session, lang, 9.5 * scale),
    ],
  }
}
