// The further figures as an answer: walks over the cases of the period, so they are read apart from the cockpit, bounded,
// and kept for a minute for everybody who looks.

import type { Tile, TileKey } from '#core/cockpit/contract.ts'
import { type FurtherView, walkedMax } from '#core/cockpit/contract-further.ts'
import { minutesOfTyping, perWorkerWeek } from '#core/cases/burden.ts'
import { type Span, lastMonths, shiftMonths, yearBefore } from '#core/cockpit/period.ts'
import { filedOf, fraction } from '#core/cockpit/tiles.ts'
import { done } from '#core/kit/result.ts'
import type { Result } from '#core/kit/result.ts'
import { fromMs, localDate, toMs } from '#core/kit/time.ts'
import { startOfDay } from '#core/kit/zones.ts'
import { contactsHeld as heldAtCentre } from '../activities/held.ts'
import type { App, Who } from '../app.ts'
import * as burden from '../cases/burden.ts'
import * as figures from '../cases/figures.ts'
import { monthlyMedians } from '../cases/figures-months.ts'
import { returnedIn } from '../cases/returns.ts'
import { settingsAt } from '../cases/settings.ts'
import { type Tx, inScope } from '../kit/db.ts'
import { exportsUnder } from '../people/exports-under.ts'
import { workersUnder } from '../people/headcount.ts'
import { rulesAt } from '../places/index-of-places.ts'
import { type Asked, ask } from './cockpit.ts'
import { keeper } from './kept.ts'

const kept = keeper<FurtherView>(60_000, 200)

export async function readFurther(
  app: App,
  who: Who,
  input: { area: string; period?: string },
): Promise<Result<FurtherView>> {
  const asked = ask(app, who, input)
  if (!asked.ok) return asked
  const { area, span, now } = asked.value
  const read = () => inScope(app.db, { kind: 'job' }, (tx) => compute(app, tx, asked.value))
  return done(await kept(app, { key: `${area.id} ${span.key}`, now, read }))
}

type Bounds = { from: string; to: string }
type Reading = { app: App; tx: Tx; asked: Asked; bounds: Bounds; smallCell: number }

async function compute(app: App, tx: Tx, asked: Asked): Promise<FurtherView> {
  const { area, span, now } = asked
  await figures.planForArea(tx)
  const bounds = boundsOf(asked, span)
  const smallCell = Number(rulesAt(app, area.path, 'figures.smallCell', now) ?? 10)
  const reading = { app, tx, asked, bounds, smallCell }
  const filed = await filedIn(tx, area.path, span)
  const tooMany = filed > walkedMax
  const walked = tooMany
    ? []
    : [await returned(reading), ...(await filledIn(reading)), await written(reading)]
  return { tiles: [...walked, ...(await held(reading))], tooMany, points: await months(reading) }
}

const boundsOf = ({ area }: Asked, { from, to }: Pick<Span, 'from' | 'to'>): Bounds => ({
  from: startOfDay(from, area.timeZone),
  to: startOfDay(to, area.timeZone),
})

async function filedIn(tx: Tx, path: string, span: figures.Span): Promise<number> {
  const rows = await figures.tallyByBucket(tx, path, span)
  return rows.reduce((sum, row) => sum + filedOf(row), 0)
}

const bare = (key: TileKey): Tile => ({
  key,
  fraction: null,
  value: null,
  p90: null,
  n: 0,
  hidden: false,
  parts: [],
  past: null,
  points: [],
})

/** 10: beside its own last year, and by month where twelve months are not too many either. */
async function returned({ app, tx, asked, bounds, smallCell }: Reading): Promise<Tile> {
  const { area, span, now } = asked
  const { path } = area
  const days = settingsAt(app, area.id, now).rules.hotSpotDays
  const rateOf = (row: { num: number; den: number } | undefined) =>
    fraction(row?.num ?? 0, row?.den ?? 0, smallCell)
  const [is] = await returnedIn(tx, path, { ...bounds, days, timeZone: null })
  const before = boundsOf(asked, yearBefore(span))
  const [was] = await returnedIn(tx, path, { ...before, days, timeZone: null })
  const rate = rateOf(is)
  return {
    ...bare('10'),
    fraction: rate,
    n: rate.den,
    hidden: rate.hidden,
    past: { value: rateOf(was).rate, num: was?.num ?? 0, den: was?.den ?? 0 },
    points: await monthsReturned({ tx, asked, days, rateOf }),
  }
}

type Months = {
  tx: Tx
  asked: Asked
  days: number
  rateOf: (row: { num: number; den: number } | undefined) => { rate: number | null }
}

async function monthsReturned({ tx, asked, days, rateOf }: Months): Promise<(number | null)[]> {
  const { path, timeZone } = asked.area
  const months = lastTwelve(asked)
  const year = { from: months[0] ?? '', to: shiftMonths(months[0] ?? '', 12) }
  if ((await filedIn(tx, path, { ...year, grain: 'month' })) > walkedMax) return []
  const rows = await returnedIn(tx, path, { ...boundsOf(asked, year), days, timeZone })
  const byMonth = new Map(rows.map((row) => [row.month, row]))
  return months.map((month) => rateOf(byMonth.get(month)).rate)
}

const lastTwelve = ({ area, now }: Asked): string[] => lastMonths(localDate(now, area.timeZone))

type Filled = { value: number | null; typed: number; workers: number; workerWeeks: number }

/** 26a of a span: its days as far as they are gone, and who was in post when it ended. */
async function filledOf(tx: Tx, { area, now }: Asked, bounds: Bounds): Promise<Filled> {
  const typed = await burden.timesFilledIn(tx, area.path, bounds)
  const until = Math.min(toMs(bounds.to) - 1, toMs(now))
  const workers = await workersUnder(tx, area.path, localDate(fromMs(until), area.timeZone))
  const days = Math.max(0, (until - toMs(bounds.from)) / 86_400_000)
  return { typed, workers, ...perWorkerWeek({ typed, workers, days }) }
}

/** 26a and 26b: how often something was filled in for each week of a worker, and what went along untyped. */
async function filledIn({ tx, asked, bounds, smallCell }: Reading): Promise<Tile[]> {
  const before = boundsOf(asked, yearBefore(asked.span))
  const is = await filledOf(tx, asked, bounds)
  const was = await filledOf(tx, asked, before)
  const few = ({ workers }: Filled) => workers < smallCell
  const carried = await burden.carriedAlong(tx, asked.area.path, bounds)
  const carriedBefore = await burden.carriedAlong(tx, asked.area.path, before)
  const each = ({ num, den }: typeof carried) =>
    den < smallCell ? null : Math.round((num / den) * 10) / 10
  return [
    {
      ...bare('26a'),
      value: few(is) ? null : is.value,
      n: is.typed,
      hidden: few(is),
      parts: few(is) ? [] : [{ key: 'workerWeeks', count: Math.round(is.workerWeeks) }],
      past: { value: few(was) ? null : was.value, num: 0, den: was.typed },
    },
    {
      ...bare('26b'),
      value: each(carried),
      n: carried.den,
      hidden: carried.den < smallCell,
      parts: [{ key: 'fields', count: carried.num }],
      past: { value: each(carriedBefore), num: 0, den: carriedBefore.den },
    },
  ]
}

/** 26c: how much staff type for a report, and what that is in minutes. */
async function written({ tx, asked, bounds, smallCell }: Reading): Promise<Tile> {
  const { path } = asked.area
  const { n, median, p90 } = await burden.charactersOfReports(tx, path, bounds)
  const was = await burden.charactersOfReports(tx, path, boundsOf(asked, yearBefore(asked.span)))
  const minutes = (of: number | null, known: number) =>
    known < smallCell || of === null ? null : minutesOfTyping(of)
  return {
    ...bare('26c'),
    value: minutes(median, n),
    p90: minutes(p90, n),
    n,
    hidden: n < smallCell,
    parts: n < smallCell || median === null ? [] : [{ key: 'characters', count: median }],
    past: { value: minutes(was.median, was.n), num: 0, den: was.n },
  }
}

/** 27: as it stands now, whatever the period; files taken out are of the period. */
async function held({ tx, asked, bounds, smallCell }: Reading): Promise<Tile[]> {
  const { area, now } = asked
  const today = localDate(now, area.timeZone)
  const ofCases = await burden.contactsHeld(tx, area.path, today)
  const ofCentre = await heldAtCentre(tx, area.path, today)
  const taken = await exportsUnder(tx, area.path, bounds)
  const late = fraction(ofCases.past, ofCases.contacts, smallCell)
  return [
    {
      ...bare('27a'),
      value: ofCases.fields,
      n: ofCases.contacts,
      parts: [{ key: 'centre', count: ofCentre.fields }],
    },
    {
      ...bare('27b'),
      fraction: { ...late, rate: null, hidden: false },
      value: ofCases.past,
      n: ofCases.past,
      parts: [{ key: 'centre', count: ofCentre.past }],
    },
    { ...bare('27c'), value: taken, n: taken },
  ]
}

async function months({ tx, asked, smallCell }: Reading): Promise<FurtherView['points']> {
  const all = lastTwelve(asked)
  const year = boundsOf(asked, { from: all[0] ?? '', to: shiftMonths(all[0] ?? '', 12) })
  const rows = await monthlyMedians(tx, asked.area.path, { ...year, timeZone: asked.area.timeZone })
  const byMonth = new Map(rows.map((row) => [row.month, row]))
  const points = (of: (row: (typeof rows)[number]) => number | null) =>
    all.map((month) => {
      const row = byMonth.get(month)
      return row === undefined ? null : of(row)
    })
  return [
    { key: '5', points: points(({ n, median }) => (n < smallCell ? null : median)) },
    {
      key: '8',
      points: points(({ closed, hands }) =>
        closed < smallCell ? null : Math.round((hands / closed) * 100) / 100,
      ),
    },
  ]
}
