// The week of the centre on one A4 page across: rooms by floor, seven days, what is free, what was called off.
import type {
  LentLine,
  ProgrammeView,
  RoomLine,
  SessionLine,
} from '#core/activities/contract-programme.ts'
import { printWords } from '#core/activities/words-print.ts'
import { say } from '#core/kit/words.ts'
import { type Block, type Cell, type Run, type Sheet, inks, mm } from '../kit/pdf-sheet.ts'
import * as part from './print-parts.ts'

const margin = mm(11)
const width = mm(297) - 2 * margin
const floorWidth = 26
const roomWidth = 82

/** The same week in ever smaller print: the press takes the first that stays on one page. */
export function weekSheets(view: ProgrammeView, printing: part.Printing): Sheet[] {
  return [1.5, 1.35, 1.2, 1.1, 1, 0.9, 0.8, 0.7, 0.6].map((scale) =>
    weekSheet(view, printing, scale),
  )
}

function weekSheet(view: ProgrammeView, printing: part.Printing, scale: number): Sheet {
  const { lang } = printing
  const title = `${view.centre?.name[lang] ?? view.community.name[lang]} ${say(printWords.weekTitle, lang)}`
  return {
    title: part.printable(`${title} ${view.from}`),
    lang: lang === 'zh' ? 'zh-CN' : 'en',
    paper: 'A4',
    across: true,
    margins: [margin, mm(9), margin, mm(13)],
    content: [
      part.headOf(width, title, part.spanOfDays(view.from, view.to, lang), 15),
      { stack: [grid(view, printing, scale)], margin: [0, 7, 0, 0] },
      ...elsewhere(view, printing, scale),
    ],
    foot: footOf(view, printing),
  }
}

function grid(view: ProgrammeView, printing: part.Printing, scale: number): Block {
  const cellWidth = (width - floorWidth - roomWidth) / 7
  const rows = view.rooms.length === 0 ? [] : roomRows(view, { printing, scale, cellWidth })
  return {
    layout: 'grid',
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [floorWidth - 5, roomWidth - 10, ...view.days.map(() => cellWidth - 10)],
      body: [
        [
          { text: '', colSpan: 2 },
          { text: '' },
          ...view.days.map(({ day }) => dayHead(view, day, printing, scale)),
        ],
        ...rows,
      ],
    },
  }
}

function dayHead(view: ProgrammeView, day: string, { lang }: part.Printing, scale: number): Cell {
  const known = view.days.find((one) => one.day === day)
  const closed = known !== undefined && known.open.length === 0
  const note = closed
    ? (known.because?.[lang] ?? say(printWords.closed, lang))
    : part.lunarDay(day, lang)
  return {
    text: [
      { text: String(Number(day.slice(8))), fontSize: 17 * scale, bold: true },
      { text: `  ${part.weekdayOf(day, lang)}`, fontSize: 10 * scale },
      {
        text: `  ${part.printable(note)}`,
        fontSize: 8.5 * scale,
        color: closed ? inks.zhe : inks.ink3,
      },
    ],
  }
}

type Look = { printing: part.Printing; scale: number; cellWidth: number }

function roomRows(view: ProgrammeView, look: Look): Cell[][] {
  const { lang } = look.printing
  return view.rooms.map((room, i) => {
    const first = view.rooms[i - 1]?.floor !== room.floor
    const floor = first ? room.floorName[lang] : ''
    return [
      {
        text: lang === 'zh' ? [...floor].join('\n') : floor,
        fontSize: 9 * look.scale,
        color: inks.ink3,
      },
      roomHead(room, look),
      ...view.days.map(({ day }) => cellOf(view, { room, day, look })),
    ]
  })
}

function roomHead(room: RoomLine, { printing, scale }: Look): Cell {
  const { lang } = printing
  const seats = room.seats === null ? '' : say(printWords.seats, lang, { count: room.seats })
  const note = [room.note?.[lang] ?? '', seats].filter(Boolean).join(' · ')
  return {
    stack: [
      { text: part.printable(room.name[lang]), fontSize: 10.5 * scale, bold: true },
      { text: part.printable(note), fontSize: 8 * scale, color: inks.ink3 },
    ],
  }
}

function cellOf(
  view: ProgrammeView,
  { room, day, look }: { room: RoomLine; day: string; look: Look },
): Cell {
  const { timeZone } = look.printing
  const entries = [
    ...view.sessions
      .filter((one) => one.roomId === room.id && one.day === day)
      .map((one) => ({ at: one.startsAt, block: sessionEntry(one, look) })),
    ...view.lent
      .filter((one) => one.roomId === room.id && part.dayOf(one.startsAt, timeZone) === day)
      .map((one) => ({ at: one.startsAt, block: lentEntry(one, look) })),
  ].toSorted((a, b) => (a.at < b.at ? -1 : 1))
  const shown = entries.slice(0, 6).map((one) => one.block)
  if (entries.length > shown.length) shown.push(moreEntry(entries.length - shown.length, look))
  if (entries.length > 0) return { stack: shown }
  const idle = view.idle.filter((one) => one.roomId === room.id && one.day === day)
  return { stack: idle.slice(0, 2).map((one) => idleEntry(one, look)) }
}

function sessionEntry(session: SessionLine, { printing, scale }: Look): Block {
  const { lang, timeZone } = printing
  const title: Run = {
    text: part.shortened(part.printable(session.title[lang]), 30),
    fontSize: 10 * scale,
    bold: session.themeId !== null,
    color: session.cancelled ? inks.ink3 : session.themeId === null ? inks.ink : inks.accent,
    ...(session.cancelled ? { decoration: 'lineThrough' as const } : {}),
  }
  const time: Run = {
    text: `${part.clock(session.startsAt, timeZone)} `,
    fontSize: 9 * scale,
    color: inks.ink2,
  }
  return {
    text: [time, title, ...part.stateRun(session, lang, 8.5 * scale)],
    margin: [0, 0, 0, 3 * scale],
    lineHeight: 1.12,
  }
}

function lentEntry(lent: LentLine, { printing, scale }: Look): Block {
  const { lang, timeZone } = printing
  const title = lent.title?.[lang] ?? lent.group?.[lang] ?? say(printWords.lent, lang)
  return {
    text: [
      { text: `${part.clock(lent.startsAt, timeZone)} `, fontSize: 9 * scale, color: inks.ink2 },
      { text: part.shortened(part.printable(title), 24), fontSize: 10 * scale },
    ],
    margin: [0, 0, 0, 3 * scale],
    lineHeight: 1.12,
  }
}

const moreEntry = (count: number, { printing, scale }: Look): Block => ({
  text: say(printWords.more, printing.lang, { count }),
  fontSize: 8 * scale,
  color: inks.ink3,
})

function idleEntry(
  idle: ProgrammeView['idle'][number],
  { printing, scale, cellWidth }: Look,
): Block {
  const { lang, timeZone } = printing
  const [from, to] = [part.clock(idle.from, timeZone), part.clock(idle.to, timeZone)]
  const whole = from.endsWith(':00') && to.endsWith(':00')
  const words = whole
    ? say(printWords.idleHours, lang, { from: from.slice(0, -3), to: to.slice(0, -3) })
    : say(printWords.idle, lang, { from, to })
  const height = 13 * scale
  return {
    stack: [
      { canvas: [part.dashedBox(cellWidth - 12, height)] },
      {
        text: words,
        fontSize: 8 * scale,
        color: inks.ink3,
        margin: [4, -height + 1.5 * scale, 0, 3 * scale],
      },
    ],
  }
}

/** What takes place outside the rooms, below the table. */
function elsewhere(view: ProgrammeView, printing: part.Printing, scale: number): Block[] {
  const { lang, timeZone } = printing
  const known = new Set(view.rooms.map((room) => room.id))
  const outside = view.sessions
    .filter((one) => one.roomId === null || !known.has(one.roomId))
    .slice(0, 12)
  if (outside.length === 0) {
    const empty = view.sessions.length === 0 && view.lent.length === 0
    return empty
      ? [{ text: say(printWords.nothing, lang), fontSize: 12, margin: [0, 10, 0, 0] }]
      : []
  }
  const runs = outside.flatMap((one): Run[] => [
    {
      text: `${part.weekdayOf(one.day, lang)} ${part.clock(one.startsAt, timeZone)} `,
      color: inks.ink3,
    },
    { text: `${part.printable(one.title[lang])} ${part.printable(one.place ?? '')}    ` },
  ])
  return [{ text: runs, fontSize: 9.5 * scale, margin: [0, 6, 0, 0] }]
}

function footOf(view: ProgrammeView, { lang, publicUrl }: part.Printing): Block {
  const centre = view.centre
  const where = [centre?.address ?? '', centre?.phone ?? ''].filter(Boolean).join('　')
  const keys = `${say(printWords.asOf, lang, { day: part.longDay(view.today, lang) })}　${publicUrl}/c/${view.community.code}/week`
  return {
    columns: [
      { width: '*', text: part.printable(where), fontSize: 9, color: inks.ink2 },
      { width: 'auto', text: keys, fontSize: 9, color: inks.ink3, alignment: 'right' },
    ],
  }
}
