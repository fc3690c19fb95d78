// A notice on paper, A4 or A3, for the glass case at the gate: the title as large as it fits, every word of it, the
// telephone and a code for the mobile.
import { answeringGroup, hotline } from '#core/people/answering.ts'
import type { printBoardPost as contract } from '#core/notices/contract-board.ts'
import { boardCategoryWords, boardWords as words } from '#core/notices/words-board.ts'
import type { InputOf } from '#core/kit/contract.ts'
import { localDate } from '#core/kit/time.ts'
import { type Result, done } from '#core/kit/result.ts'
import { type Lang, say } from '#core/kit/words.ts'
import type { App, Who } from '../app.ts'
import type { Download } from '../kit/http.ts'
import * as part from '../kit/pdf-parts.ts'
import { type Block, type Sheet, inks, mm, rule } from '../kit/pdf-sheet.ts'
import { pressOf } from '../kit/pdf.ts'
import { readTeam } from '../people/team.ts'
import { type Found, findShown, wordsOfArea } from './board.ts'

type Look = { lang: Lang; paper: 'A4' | 'A3'; phone: string; publicUrl: string }

export async function printBoardPost(
  app: App,
  who: Who,
  input: InputOf<typeof contract>,
): Promise<Result<Download, 'no_such_area' | 'no_such_notice'>> {
  const found = await findShown(app, input)
  if (!found.ok) return found
  const { area, row } = found.value
  const team = await readTeam(app, who, area.code)
  const group = team.ok ? answeringGroup(team.value.groups, area.code) : null
  const look: Look = {
    lang: input.lang ?? 'zh',
    paper: input.paper ?? 'A4',
    phone: group?.phone ?? hotline,
    publicUrl: app.config.publicUrl,
  }
  const sheets = [1.3, 1.15, 1, 0.86, 0.74, 0.62, 0.52].map((scale) =>
    sheetOf(found.value, look, scale),
  )
  const { bytes } = await pressOf(app).print(sheets, 1)
  return done({
    contentType: 'application/pdf',
    body: Buffer.from(bytes),
    fileName: `${row.title} ${row.fromOn}.pdf`,
    maxAgeSeconds: 60,
  })
}

/** A3 is A4 magnified: what is large on a sheet is large on the wall. */
const magnified = { A4: 1, A3: Math.SQRT2 } as const

function sheetOf(found: Found, look: Look, scale: number): Sheet {
  const { lang, paper } = look
  const { row, area } = found
  const by = magnified[paper]
  const margin = mm(15 * by)
  const width = mm(210 * by) - 2 * margin
  const size = (points: number) => points * by * scale
  const taken = row.withdrawnAt !== null
  const title = part.printable(row.title)
  const box = { width, height: 200 * by * scale, lineHeight: 1.05 }
  const sizes = [72, 62, 54, 46, 40, 34, 28].map((points) => points * by)
  return {
    title: part.printable(`${row.title} ${row.fromOn}`),
    lang: lang === 'zh' ? 'zh-CN' : 'en',
    paper,
    across: false,
    margins: [margin, mm(13 * by), margin, mm(50 * by)],
    content: [
      part.headOf(width, wordsOfArea(area)[lang], say(words.title, lang), 15 * by),
      {
        text: `${say(boardCategoryWords[row.category], lang)}　${daysOf(row, lang)}${placeOf(found, lang)}`,
        fontSize: size(18),
        color: inks.accent,
        bold: true,
        margin: [0, size(16), 0, size(6)],
      },
      {
        text: title,
        fontSize: part.sizeThatFits(title, box, sizes) * scale,
        bold: true,
        lineHeight: 1.06,
        margin: [0, 0, 0, size(14)],
      },
      ...(taken ? [] : paragraphs(row.body, size(23))),
      ...changed(found, look, size(16)),
    ],
    foot: footOf(found, look, { width, by }),
  }
}

const paragraphs = (body: string, fontSize: number): Block[] =>
  body
    .split(/\n+/)
    .map(part.printable)
    .filter(Boolean)
    .map((text): Block => ({ text, fontSize, lineHeight: 1.3, margin: [0, 0, 0, fontSize * 0.4] }))

function daysOf({ fromOn, untilOn }: Found['row'], lang: Lang): string {
  const day = (of: string) => part.longDay(of, lang)
  if (fromOn === untilOn) return day(fromOn)
  return say(words.span, lang, { from: day(fromOn), to: day(untilOn) })
}

function placeOf({ row, grid }: Found, lang: Lang): string {
  return grid === null || row.areaId === row.communityId ? '' : `　${wordsOfArea(grid)[lang]}`
}

function changed({ row, area }: Found, { lang }: Look, fontSize: number): Block[] {
  if (row.changedWhy === null) return []
  const day = part.longDay(localDate(row.changedAt, area.timeZone), lang)
  const said = row.withdrawnAt === null ? words.corrected : words.takenBecause
  const text = part.printable(say(said, lang, { day, why: row.changedWhy }))
  return [{ text, fontSize, color: inks.zhe, bold: true, margin: [0, fontSize * 0.6, 0, 0] }]
}

function footOf(
  { row, area }: Found,
  look: Look,
  { width, by }: { width: number; by: number },
): Block {
  const { lang, phone, publicUrl } = look
  const name = wordsOfArea(area)[lang]
  const day = part.longDay(localDate(row.publishedAt, area.timeZone), lang)
  return {
    stack: [
      rule(width, 1.6 * by),
      {
        margin: [0, 8 * by, 0, 0],
        columnGap: 18 * by,
        columns: [
          {
            width: '*',
            stack: [
              { text: say(words.ask, lang), fontSize: 15 * by },
              { text: part.printable(phone), fontSize: 30 * by, bold: true },
              {
                text: part.printable(say(words.posted, lang, { name, day })),
                fontSize: 13 * by,
                color: inks.ink2,
                margin: [0, 6 * by, 0, 0],
              },
            ],
          },
          {
            width: 112 * by,
            stack: [
              {
                qr: `${publicUrl}/c/${area.code}/board/${row.id}`,
                fit: 100 * by,
                foreground: inks.ink,
                eccLevel: 'M',
                alignment: 'right',
              },
              { text: say(words.scan, lang), fontSize: 12 * by, alignment: 'right' },
            ],
          },
        ],
      },
    ],
  }
}
