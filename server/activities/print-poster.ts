// Posters, A4, in large print: one session, or the programme of a week. Telephone and counter stand beside the code for
// the mobile, at the same size.
import type {
  ProgrammeView,
  SessionLine,
  SessionPage,
} from '#core/activities/contract-programme.ts'
import { printWords } from '#core/activities/words-print.ts'
import { say } from '#core/kit/words.ts'
import { type Block, type Cell, type Sheet, inks, mm, rule } from '../kit/pdf-sheet.ts'
import * as part from './print-parts.ts'

const margin = mm(15)
const width = mm(210) - 2 * margin
const margins: Sheet['margins'] = [margin, mm(13), margin, mm(20)]

/** One session in ever smaller print: the first that stays on one page is taken. */
export function posterSheets(page: SessionPage, printing: part.Printing): Sheet[] {
  return [1, 0.86, 0.74, 0.62, 0.5].map((scale) => posterSheet(page, printing, scale))
}

function posterSheet(page: SessionPage, printing: part.Printing, scale: number): Sheet {
  const { lang } = printing
  const { session, centre } = page
  const date = `${part.longDay(session.day, lang)}　${part.weekdayOf(session.day, lang)}`
  return {
    title: part.printable(`${session.title[lang]} ${session.day}`),
    lang: lang === 'zh' ? 'zh-CN' : 'en',
    paper: 'A4',
    across: false,
    margins,
    content: [
      part.headOf(width, centre.name[lang], date, 14),
      titleRow(session, printing, scale),
      ...calledOff(session, printing),
      threeFacts(page, printing),
      ...points(page, printing, scale),
      { stack: [rule(width, 0.6, '#BDB19C')], margin: [0, 14 * scale, 0, 12 * scale] },
      waysRow({
        phone: centre.phone,
        counter: `${centre.address}${counterHours(page)}`,
        mustRegister: session.registration === 'open',
        url: `${printing.publicUrl}/c/${page.community.code}/session/${session.id}`,
        printing,
      }),
    ],
    foot: posterFoot(page.rule?.[lang] ?? '', printing),
  }
}

const counterHours = (page: SessionPage) =>
  page.counter.length === 0
    ? ''
    : `　${page.counter.map(([from, to]) => `${from}–${to}`).join(' ')}`

function titleRow(session: SessionLine, printing: part.Printing, scale: number): Block {
  const { lang } = printing
  const series = part.printable(session.seriesTitle[lang])
  const title = part.printable(session.title[lang])
  const spine = lang === 'zh' && series !== title && [...series].length <= 9 ? [...series] : null
  const box = { width: width - (spine === null ? 0 : 96), height: 265 * scale, lineHeight: 1 }
  const size = part.sizeThatFits(title, box, [96, 84, 74, 64, 56, 48, 40, 34, 28])
  const text: Block = { text: title, fontSize: size, bold: true, lineHeight: 1.02 }
  if (spine === null)
    return {
      margin: [0, 20 * scale, 0, 18 * scale],
      stack: [
        ...(series === title
          ? []
          : [{ text: series, fontSize: 24 * scale, color: inks.accent, bold: true }]),
        text,
      ],
    }
  const spineSize = Math.min(34, (250 * scale) / spine.length / 1.25)
  const bar: Cell = {
    text: spine.join('\n'),
    fontSize: spineSize,
    bold: true,
    color: inks.white,
    alignment: 'center',
    fillColor: inks.accent,
    margin: [0, 14, 0, 14],
    lineHeight: 1.05,
  }
  return {
    margin: [0, 20 * scale, 0, 18 * scale],
    layout: 'bare',
    table: { widths: [66, '*'], body: [[bar, { stack: [text], margin: [26, 0, 0, 0] }]] },
  }
}

function calledOff(session: SessionLine, { lang, timeZone }: part.Printing): Block[] {
  if (!session.cancelled && session.movedFrom === null) return []
  const from = session.movedFrom
  const was =
    from === null
      ? ''
      : `（${part.longDay(part.dayOf(from, timeZone), lang)} ${part.clock(from, timeZone)}）`
  const head = session.cancelled
    ? say(printWords.cancelled, lang)
    : `${say(printWords.moved, lang)}${was}`
  const why = session.why?.[lang] ?? ''
  return [
    {
      text: part.printable([head, why].filter(Boolean).join(' · ')),
      fontSize: 20,
      bold: true,
      color: inks.zhe,
      margin: [0, 0, 0, 12],
    },
  ]
}

function threeFacts(page: SessionPage, printing: part.Printing): Block {
  const { lang } = printing
  const { session, room, centre } = page
  const upstairs = room !== null && room.floor > 1
  const reach = room?.stepFree
    ? printWords.stepFree
    : centre.lift
      ? printWords.lift
      : upstairs
        ? printWords.noLift
        : printWords.stepFree
  const kept = session.registration === 'open'
  const facts: [string, string, string][] = [
    [part.weekdayOf(session.day, lang), part.spokenClock(session.startsAt, printing), inks.accent],
    [
      room === null
        ? part.printable(session.place ?? '')
        : part.printable(`${room.floorName[lang]}${lang === 'zh' ? '' : ' · '}${room.name[lang]}`),
      say(reach, lang),
      inks.ink,
    ],
    [
      say(printWords.free, lang),
      say(kept ? printWords.keepAPlace : printWords.justCome, lang),
      inks.ink,
    ],
  ]
  return {
    layout: 'columns',
    table: {
      widths: ['*', '*', '*'],
      body: [
        facts.map(([small, large, color]) => ({
          stack: [
            { text: small, fontSize: 17 },
            { text: large, fontSize: part.emsOf(large) > 6 ? 20 : 26, bold: true, color },
          ],
        })),
      ],
    },
  }
}

function points(page: SessionPage, { lang }: part.Printing, scale: number): Block[] {
  const lines = (page.about ?? '').split(/\n+/).map(part.printable).filter(Boolean).slice(0, 5)
  const size = 22 * scale
  const blocks = lines.map((line): Block => ({
    margin: [0, 9 * scale, 0, 0],
    columns: [
      { width: 24, stack: [part.notch(14 * scale)], margin: [0, 9 * scale, 0, 0] },
      { width: '*', text: part.shortened(line, 64), fontSize: size },
    ],
  }))
  const who = part.lecturerText(page.session.lecturer)
  const small = [
    who === '' ? '' : say(printWords.speaker, lang, { who }),
    page.materials === null || page.materials === ''
      ? ''
      : say(printWords.bring, lang, { what: page.materials }),
    say(printWords.promise, lang),
  ].filter(Boolean)
  return [
    { stack: [], margin: [0, 10 * scale, 0, 0] },
    ...blocks,
    {
      text: part.printable(small.join(lang === 'zh' ? '' : ' ')),
      fontSize: 16 * Math.max(scale, 0.8),
      color: inks.ink2,
      margin: [0, 14 * scale, 0, 0],
    },
  ]
}

type WaysAsked = {
  phone: string | null
  counter: string
  mustRegister: boolean
  url: string
  printing: part.Printing
}

function waysRow({ phone, counter, mustRegister, url, printing: { lang } }: WaysAsked): Block {
  const call = say(mustRegister ? printWords.byPhone : printWords.byPhoneAsk, lang)
  return {
    unbreakable: true,
    columnGap: 18,
    columns: [
      {
        width: '*',
        stack: [
          ...(phone === null
            ? []
            : [
                { text: call, fontSize: 15 },
                { text: part.printable(phone), fontSize: 28, bold: true },
              ]),
          { text: say(printWords.atCounter, lang), fontSize: 15, margin: [0, 6, 0, 0] },
          { text: part.printable(counter), fontSize: 17, bold: true },
        ],
      },
      {
        width: 112,
        stack: [
          { qr: url, fit: 108, foreground: inks.ink, eccLevel: 'M', alignment: 'right' },
          {
            text: say(printWords.byMobile, lang),
            fontSize: 14,
            alignment: 'right',
            margin: [0, 4, 0, 0],
          },
        ],
      },
    ],
  }
}

function posterFoot(left: string, { lang }: part.Printing): Block {
  return {
    stack: [
      rule(width, 1.6),
      {
        margin: [0, 6, 0, 0],
        columns: [
          { width: '*', text: part.printable(left), fontSize: 12, color: inks.ink2 },
          {
            width: 'auto',
            text: say(printWords.recycle, lang),
            fontSize: 12,
            color: inks.ink2,
            alignment: 'right',
          },
        ],
      },
    ],
  }
}

/** Ever smaller, but never below what can be read on a wall: then fewer lines, and the rest is counted. */
const tries: readonly [scale: number, lines: number][] = [
  [1.15, 40],
  [1, 40],
  [0.86, 40],
  [0.74, 40],
  [0.66, 40],
  ...[22, 18, 14, 11, 8, 5].map((lines): [number, number] => [0.66, lines]),
]

/** The week as a list in large print: what is open to everybody, day by day. */
export function weekPosterSheets(view: ProgrammeView, printing: part.Printing): Sheet[] {
  return tries.map(([scale, lines]) => weekPosterSheet(view, { printing, scale, lines }))
}

type Look = { printing: part.Printing; scale: number; lines: number }

function weekPosterSheet(view: ProgrammeView, look: Look): Sheet {
  const { lang } = look.printing
  const { scale } = look
  const name = view.centre?.name[lang] ?? view.community.name[lang]
  const { often, single } = byFrequency(view.sessions)
  const shown = forEverybodyFirst(single).slice(0, look.lines)
  const rest = single.length - shown.length
  const more: Block = {
    text: say(printWords.more, lang, { count: rest }),
    fontSize: 15,
    margin: [0, 8, 0, 0],
  }
  return {
    title: part.printable(`${name} ${say(printWords.weekTitle, lang)} ${view.from}`),
    lang: lang === 'zh' ? 'zh-CN' : 'en',
    paper: 'A4',
    across: false,
    margins,
    content: [
      part.headOf(width, name, part.spanOfDays(view.from, view.to, lang), 15),
      {
        text: say(printWords.weekTitle, lang),
        fontSize: 58 * scale,
        bold: true,
        lineHeight: 1.05,
        margin: [0, 14 * scale, 0, 10 * scale],
      },
      view.sessions.length === 0
        ? { text: say(printWords.nothing, lang), fontSize: 24 }
        : dayTable(view, { shown, often, look }),
      ...(rest > 0 ? [more] : []),
      { stack: [], margin: [0, 14 * scale, 0, 0] },
      waysRow({
        phone: view.centre?.phone ?? null,
        counter: view.centre?.address ?? '',
        mustRegister: false,
        url: `${look.printing.publicUrl}/c/${view.community.code}/week`,
        printing: look.printing,
      }),
    ],
    foot: posterFoot(
      say(printWords.asOf, lang, { day: part.longDay(view.today, lang) }),
      look.printing,
    ),
  }
}

const oftenMin = 4

/** What takes place on most days at the same hour is said once. */
function byFrequency(sessions: readonly SessionLine[]): {
  often: SessionLine[]
  single: SessionLine[]
} {
  const bySeries = new Map<string, SessionLine[]>()
  for (const one of sessions.filter((each) => !each.cancelled)) {
    const key = `${one.seriesId} ${one.title.zh} ${one.startsAt.slice(11)}`
    bySeries.set(key, [...(bySeries.get(key) ?? []), one])
  }
  const often = [...bySeries.values()].filter((all) => all.length >= oftenMin)
  const said = new Set(often.flat().map((one) => one.id))
  return {
    often: often.flatMap((all) => all.slice(0, 1)),
    single: sessions.filter((one) => !said.has(one.id)),
  }
}

/** What residents run among themselves comes after what everybody is asked to, where not all has room. */
function forEverybodyFirst(sessions: readonly SessionLine[]): SessionLine[] {
  const rank = (one: SessionLine) => (one.themeId !== null ? 0 : one.kind === 'selfRun' ? 2 : 1)
  return sessions.toSorted((a, b) => rank(a) - rank(b))
}

type Listed = { shown: readonly SessionLine[]; often: readonly SessionLine[]; look: Look }

function dayTable(view: ProgrammeView, { shown, often, look }: Listed): Block {
  const { lang } = look.printing
  const rowOf = (head: string, small: string, sessions: readonly SessionLine[]): Cell[] => [
    {
      stack: [
        { text: head, fontSize: 24 * look.scale, bold: true },
        { text: small, fontSize: 15 * look.scale, color: inks.ink3 },
      ],
    },
    { stack: sessions.map((session) => posterLine(view, session, look)) },
  ]
  const days = view.days.filter(({ day }) => shown.some((one) => one.day === day))
  return {
    layout: 'rows',
    table: {
      dontBreakRows: true,
      widths: [104 * Math.max(look.scale, 0.7), '*'],
      body: [
        ...days.map(({ day }) =>
          rowOf(
            part.weekdayOf(day, lang),
            part.longDay(day, lang).replace(/^\d+ 年 |(?<=[a-z]) \d+$/g, ''),
            shown
              .filter((one) => one.day === day)
              .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1)),
          ),
        ),
        ...(often.length > 0 ? [rowOf(say(printWords.mostDays, lang), '', often)] : []),
      ],
    },
  }
}

function posterLine(view: ProgrammeView, session: SessionLine, { printing, scale }: Look): Block {
  const { lang } = printing
  const color = session.cancelled ? inks.ink3 : session.themeId === null ? inks.ink : inks.accent
  return {
    margin: [0, 0, 0, 4 * scale],
    lineHeight: 1.12,
    text: [
      { text: `${part.spokenClock(session.startsAt, printing)}  `, fontSize: 20 * scale },
      {
        text: part.printable(session.title[lang]),
        fontSize: 24 * scale,
        bold: true,
        color,
        ...(session.cancelled ? { decoration: 'lineThrough' as const } : {}),
      },
      ...part.stateRun(session, lang, 18 * scale),
      {
        text: `  ${part.printable(part.whereOf(session, view, lang))}`,
        fontSize: 16 * scale,
        color: inks.ink2,
      },
    ],
  }
}
