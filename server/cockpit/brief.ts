// The daily brief: the cockpit of one day and its lists, in the caller's own scope; on the wire, on A4 and for Word, all
// from the same facts.

import { type Brief, briefOf, briefRowsMax } from '#core/cockpit/brief.ts'
import type { BriefFacts } from '#core/cockpit/contract-brief.ts'
import { isDay, shiftDays } from '#core/cockpit/period.ts'
import { done, refused } from '#core/kit/result.ts'
import type { Result } from '#core/kit/result.ts'
import { localDate } from '#core/kit/time.ts'
import type { Lang } from '#core/kit/words.ts'
import { startOfDay } from '#core/kit/zones.ts'
import type { App, Who } from '../app.ts'
import { countByCategory, listAppealsOf } from '../cases/figures-brief.ts'
import { inScope } from '../kit/db.ts'
import type { Download } from '../kit/http.ts'
import type { Press } from '../kit/pdf.ts'
import { categoriesAt } from '../places/index-of-places.ts'
import { listBehind } from './behind.ts'
import { briefSheet } from './brief-sheet.ts'
import { briefDocument } from './brief-word.ts'
import { type Asked, ask, readCockpit } from './cockpit.ts'

type Input = { area: string; day?: string; lang?: Lang }

/** The day asked for, else yesterday. What is no day, or has not come, is said and not guessed at. */
function dayOf({ area, now }: Asked, day: string | undefined): Result<string, 'bad_day'> {
  const today = localDate(now, area.timeZone)
  if (day === undefined) return done(shiftDays(today, -1))
  return isDay(day) && day <= today ? done(day) : refused('bad_day')
}

export async function readBrief(
  app: App,
  who: Who,
  input: Pick<Input, 'area' | 'day'>,
): Promise<Result<BriefFacts>> {
  const asked = ask(app, who, { area: input.area })
  if (!asked.ok) return asked
  const day = dayOf(asked.value, input.day)
  if (!day.ok) return day
  const of = { area: input.area, period: day.value, limit: briefRowsMax + 1 }
  const view = await readCockpit(app, who, of)
  if (!view.ok) return view
  const [overdue, open, suspended] = [
    await listBehind(app, who, { ...of, tile: '6' }),
    await listBehind(app, who, { ...of, tile: 'open' }),
    await listBehind(app, who, { ...of, tile: 'suspended' }),
  ]
  if (!overdue.ok) return overdue
  if (!open.ok) return open
  if (!suspended.ok) return suspended
  return done({
    view: view.value,
    overdue: overdue.value.items,
    open: open.value.items,
    suspended: suspended.value.items,
    ...(await besides(app, who, asked.value, day.value)),
  })
}

/** Counts are sums, known to whoever may read the figures; a reason is read in one's own scope. */
async function besides(
  app: App,
  who: Who,
  { area, now }: Asked,
  day: string,
): Promise<Pick<BriefFacts, 'categories' | 'appeals'>> {
  const of = {
    path: area.path,
    from: startOfDay(day, area.timeZone),
    to: startOfDay(shiftDays(day, 1), area.timeZone),
    now,
  }
  const counts = await inScope(app.db, { kind: 'job' }, (tx) => countByCategory(tx, of))
  const appeals = await inScope(app.db, who.scope, (tx) =>
    listAppealsOf(app, tx, of, briefRowsMax + 1),
  )
  const known = categoriesAt(app, area.path, now)
  const categories = counts.map((row) => {
    const { zh, en } = known.get(row.code) ?? { zh: row.code, en: row.code }
    return { ...row, name: { zh, en } }
  })
  return { categories, appeals }
}

type Written = { brief: Brief; lang: Lang; fileName: string }

async function written(app: App, who: Who, input: Input): Promise<Result<Written>> {
  const facts = await readBrief(app, who, input)
  if (!facts.ok) return facts
  const lang = input.lang ?? 'zh'
  const { timeZone } = app.places.geography.findByCode(input.area) ?? { timeZone: 'UTC' }
  const brief = briefOf(facts.value, { lang, timeZone })
  return done({ brief, lang, fileName: `${brief.area} ${brief.title} ${brief.day}` })
}

export async function printBrief(
  { app, press }: { app: App; press: Press },
  who: Who,
  input: Input,
): Promise<Result<Download>> {
  const made = await written(app, who, input)
  if (!made.ok) return made
  const { brief, lang, fileName } = made.value
  const { bytes } = await press.print([briefSheet(brief, lang)])
  return done({
    contentType: 'application/pdf',
    body: Buffer.from(bytes),
    fileName: `${fileName}.pdf`,
  })
}

export async function writeBrief(app: App, who: Who, input: Input): Promise<Result<Download>> {
  const made = await written(app, who, input)
  if (!made.ok) return made
  const { brief, lang, fileName } = made.value
  return done({
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    body: await briefDocument(brief, lang),
    fileName: `${fileName}.docx`,
  })
}
