// The printed sheets as answers: the programme is read, laid out in a thread, sent. What is printed is what anybody may
// read, so no sheet asks who wants it.
import type * as contract from '#core/activities/contract-programme.ts'
import { type Result, done } from '#core/kit/result.ts'
import type { Lang } from '#core/kit/words.ts'
import type { App } from '../app.ts'
import type { Download } from '../kit/http.ts'
import type { Press } from '../kit/pdf.ts'
import type { Sheet } from '../kit/pdf-sheet.ts'
import { monthSheets, monthSpan } from './print-month.ts'
import type { Printing } from './print-parts.ts'
import { posterSheets, weekPosterSheets } from './print-poster.ts'
import { weekSheets } from './print-week.ts'
import {
  type ProgrammeAsked,
  mondayOf,
  readProgramme,
  readSessionPage,
  standingAt,
} from './programme.ts'

export type Printer = { app: App; press: Press }
type Asked = { code: string; centre?: string; from?: string; lang?: Lang }
type NoProgramme = 'no_such_area' | 'no_such_centre'

const printingOf = (app: App, timeZone: string, lang: Lang | undefined): Printing => ({
  lang: lang ?? 'zh',
  timeZone,
  publicUrl: app.config.publicUrl,
})

async function printed(
  { press }: Printer,
  sheets: Sheet[],
  fileName: string,
): Promise<Result<Download, never>> {
  const { bytes } = await press.print(sheets, 1)
  return done({
    contentType: 'application/pdf',
    body: Buffer.from(bytes),
    fileName,
    maxAgeSeconds: 60,
  })
}

export async function printWeek(
  printer: Printer,
  asked: Asked,
): Promise<Result<Download, NoProgramme>> {
  const view = await weekView(printer, asked)
  if (!view.ok) return view
  const printing = printingOf(printer.app, view.value.timeZone, asked.lang)
  return printed(printer, weekSheets(view.value, printing), nameOf(view.value, '周表'))
}

export async function printWeekPoster(
  printer: Printer,
  asked: Asked,
): Promise<Result<Download, NoProgramme>> {
  const view = await weekView(printer, asked)
  if (!view.ok) return view
  const printing = printingOf(printer.app, view.value.timeZone, asked.lang)
  return printed(printer, weekPosterSheets(view.value, printing), nameOf(view.value, '大字报'))
}

export async function printMonth(
  printer: Printer,
  asked: Asked,
): Promise<Result<Download, NoProgramme>> {
  const today = standingAt(printer.app, asked.code)?.today ?? '2000-01-01'
  const { from, days, month } = monthSpan(asked.from ?? today)
  const view = await readProgramme(printer.app, programmeAsked(asked, from, days))
  if (!view.ok) return view
  const printing = printingOf(printer.app, view.value.timeZone, asked.lang)
  return printed(
    printer,
    monthSheets(view.value, printing, month),
    `${view.value.community.name.zh} ${month}.pdf`,
  )
}

export async function printPoster(
  printer: Printer,
  asked: { code: string; id: string; lang?: Lang },
): Promise<Result<Download, 'no_such_area' | 'no_such_session'>> {
  const page = await readSessionPage(printer.app, asked)
  if (!page.ok) return page
  const { session, timeZone } = page.value
  const printing = printingOf(printer.app, timeZone, asked.lang)
  return printed(
    printer,
    posterSheets(page.value, printing),
    `${session.title.zh} ${session.day}.pdf`,
  )
}

/** A week begins on Monday, whichever of its days is named. */
function weekView(
  { app }: Printer,
  asked: Asked,
): Promise<Result<contract.ProgrammeView, NoProgramme>> {
  const today = standingAt(app, asked.code)?.today ?? '2000-01-01'
  return readProgramme(app, programmeAsked(asked, mondayOf(asked.from ?? today), 7))
}

const programmeAsked = ({ code, centre }: Asked, from: string, days: number): ProgrammeAsked => ({
  code,
  from,
  days,
  ...(centre === undefined ? {} : { centre }),
})

const nameOf = (view: contract.ProgrammeView, what: string) =>
  `${view.community.name.zh} ${what} ${view.from}.pdf`
