// Surveys, sessions, rooms and feelings of an area: sums of what their rooms publish, without a person in them, so they
// are read as a job once the caller's right to figures is known.
import { sql } from 'kysely'
import { type ProgrammeFigures, type Feeling, feelings } from '#core/cockpit/contract-programme.ts'
import { type Span, lastMonths, shiftDays, yearBefore } from '#core/cockpit/period.ts'
import { fraction } from '#core/cockpit/tiles.ts'
import { done } from '#core/kit/result.ts'
import type { Result } from '#core/kit/result.ts'
import { localDate } from '#core/kit/time.ts'
import type { Area } from '#core/places/area.ts'
import { centresIn, roomUse } from '../activities/figures.ts'
import type { App, Who } from '../app.ts'
import { areaLabel } from '../cases/case-view.ts'
import { type Tx, inScope, rowsOf } from '../kit/db.ts'
import { rulesAt } from '../places/index-of-places.ts'
import { publishedMeans } from '../surveys/feelings.ts'
import { type Asked, ask } from './cockpit.ts'

export async function readProgrammeFigures(
  app: App,
  who: Who,
  input: { area: string; period?: string },
): Promise<Result<ProgrammeFigures>> {
  const asked = ask(app, who, input)
  if (!asked.ok) return asked
  return done(await inScope(app.db, { kind: 'job' }, (tx) => compute(app, tx, asked.value)))
}

async function compute(app: App, tx: Tx, { area, span, now }: Asked): Promise<ProgrammeFigures> {
  const today = localDate(now, area.timeZone)
  const least = Number(rulesAt(app, area.path, 'figures.smallCell', now) ?? 10)
  const before = yearBefore(span)
  const [asked, askedBefore] = [await sheets(tx, area, span), await sheets(tx, area, before)]
  const held = await heldByMonth(tx, area, today)
  const [inPeriod, inPast] = [
    await heldIn(tx, area, span, today),
    await heldIn(tx, area, before, today),
  ]
  const points = (key: 'sessions' | 'personTimes') =>
    lastMonths(today, 12).map((month) => held.get(month)?.[key] ?? 0)
  return {
    area: areaLabel(area),
    period: { key: span.key, from: span.from, to: shiftDays(span.to, -1) },
    returned: {
      surveys: asked.surveys,
      fraction: fraction(asked.answered, asked.distributed, least),
      past: fraction(askedBefore.answered, askedBefore.distributed, least),
    },
    sessions: { value: inPeriod.sessions, past: inPast.sessions, points: points('sessions') },
    personTimes: {
      value: inPeriod.personTimes,
      past: inPast.personTimes,
      points: points('personTimes'),
      counted: inPeriod.counted,
    },
    rooms: await rooms(app, tx, { area, span, today }),
    feelings: await feelingsOf(tx, area),
    themes: await themesIn(app, tx, area),
  }
}

type Sheets = { surveys: number; distributed: number; answered: number }

/** 16: surveys with codes that were open on one of these days. Those open to anybody have no such share. */
async function sheets(tx: Tx, area: Area, { from, to }: Span): Promise<Sheets> {
  const rows = await rowsOf<Sheets>(
    tx,
    sql`
    select count(*)::int                        as surveys,
           coalesce(sum(s.distributed), 0)::int as distributed,
           coalesce(sum(s.answered), 0)::int    as answered
      from surveys.for_cockpit s
      join places.areas        a on a.id = s.community_id
     where a.path ^@ ${area.path}
       and s.answers_by <> 'anyone'
       and s.opens_on < ${to}
       and s.closes_on >= ${from}`,
  )
  return rows[0] ?? { surveys: 0, distributed: 0, answered: 0 }
}

type Held = { sessions: number; counted: number; personTimes: number }

/** 17: up to yesterday, so that nothing planned is counted as if it had been. */
async function heldIn(tx: Tx, area: Area, { from, to }: Span, today: string): Promise<Held> {
  const rows = await rowsOf<Held>(
    tx,
    sql`
    select coalesce(sum(h.sessions), 0)::int     as sessions,
           coalesce(sum(h.counted), 0)::int      as counted,
           coalesce(sum(h.person_times), 0)::int as "personTimes"
      from activities.for_cockpit h
      join places.areas           a on a.id = h.community_id
     where a.path ^@ ${area.path}
       and h.day >= ${from}
       and h.day < least(${to}::date, ${today}::date)`,
  )
  return rows[0] ?? { sessions: 0, counted: 0, personTimes: 0 }
}

async function heldByMonth(
  tx: Tx,
  area: Area,
  today: string,
): Promise<Map<string, Pick<Held, 'sessions' | 'personTimes'>>> {
  const rows = await rowsOf<{ month: string; sessions: number; personTimes: number }>(
    tx,
    sql`
    select date_trunc('month', h.day)::date::text as month,
           sum(h.sessions)::int                   as sessions,
           sum(h.person_times)::int               as "personTimes"
      from activities.for_cockpit h
      join places.areas           a on a.id = h.community_id
     where a.path ^@ ${area.path}
       and h.day >= ${lastMonths(today, 12)[0] ?? today}
       and h.day < ${today}
     group by 1
     limit 12`,
  )
  return new Map(rows.map(({ month, ...held }) => [month, held]))
}

/** 18: of the centres in this area, over the days of the period that are past. */
async function rooms(
  app: App,
  tx: Tx,
  { area, span, today }: { area: Area; span: Span; today: string },
): Promise<ProgrammeFigures['rooms']> {
  const last = shiftDays(span.to < today ? span.to : today, -1)
  const none = { centres: 0, bookedMinutes: 0, openMinutes: 0 }
  if (last < span.from) return none
  const homes = await centresIn(tx, area.path)
  const all = { ...none }
  for (const { areaId, centres } of homes) {
    const used = await roomUse(app, tx, app.places.geography.get(areaId), {
      from: span.from,
      to: last,
    })
    all.centres += centres
    all.bookedMinutes += used.bookedMinutes
    all.openMinutes += used.openMinutes
  }
  return all
}

async function feelingsOf(tx: Tx, area: Area): Promise<ProgrammeFigures['feelings']> {
  const found = await publishedMeans(tx, area.id, feelings)
  if (found === null) return null
  return {
    surveyId: found.surveyId,
    publishedOn: localDate(found.publishedAt, area.timeZone),
    means: found.means.map(({ question, n, interval, from, to }) => ({
      feeling: question as Feeling,
      n,
      mean: interval?.[0] ?? null,
      low: interval?.[1] ?? null,
      high: interval?.[2] ?? null,
      from,
      to,
    })),
  }
}

async function themesIn(app: App, tx: Tx, area: Area): Promise<ProgrammeFigures['themes']> {
  const rows = await rowsOf<{
    id: string
    areaId: number
    zh: string
    en: string | null
    state: ProgrammeFigures['themes'][number]['state']
  }>(
    tx,
    sql`
    select t.theme_id     as id,
           t.community_id as "areaId",
           t.name_zh      as zh,
           t.name_en      as en,
           t.state
      from themes.for_cockpit t
      join places.areas       a on a.id = t.community_id
     where a.path ^@ ${area.path}
     order by a.code
     limit 200`,
  )
  return rows.map(({ id, areaId, zh, en, state }) => ({
    id,
    area: areaLabel(app.places.geography.get(areaId)),
    name: { zh, en },
    state,
  }))
}
