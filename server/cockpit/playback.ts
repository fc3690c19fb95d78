// A past day of an area, read from the journal: what it began with and what happened. Sums need no names, so it is read as
// a job once the right to the figures is known; numbers stay out where the caller may not open the case.

import { after } from '#core/cockpit/playback.ts'
import { type PlaybackView, type PlayedCase, playbackMax } from '#core/cockpit/contract-playback.ts'
import { isDay, shiftDays } from '#core/cockpit/period.ts'
import { publicSentenceOf } from '#core/cases/sentences.ts'
import type { State } from '#core/cases/case.ts'
import { done, refused } from '#core/kit/result.ts'
import type { Result } from '#core/kit/result.ts'
import { toMs } from '#core/kit/time.ts'
import { startOfDay } from '#core/kit/zones.ts'
import type { Area } from '#core/places/area.ts'
import type { App, Who } from '../app.ts'
import { areaLabel } from '../cases/case-view.ts'
import * as cases from '../cases/day.ts'
import { planForArea } from '../cases/figures.ts'
import { inScope } from '../kit/db.ts'
import { categoriesAt } from '../places/index-of-places.ts'
import { ask } from './cockpit.ts'
import { seesCase } from './sight.ts'

type Input = { area: string; day: string }
type Refusals = 'no_such_area' | 'not_yours' | 'no_such_day' | 'too_wide_to_play'
type Asked = { area: Area; day: string; from: string; to: string; until: string }

/** A city's day is too much for one page, whatever happens in it. */
const tooWide: readonly string[] = ['province', 'city']

export async function readPlayback(
  app: App,
  who: Who,
  input: Input,
): Promise<Result<PlaybackView, Refusals>> {
  const asked = ask(app, who, { area: input.area }) as Result<
    { area: Area; now: string },
    'no_such_area' | 'not_yours'
  >
  if (!asked.ok) return asked
  const { area, now } = asked.value
  if (!isDay(input.day)) return refused('no_such_day')
  const from = startOfDay(input.day, area.timeZone)
  if (toMs(from) > toMs(now)) return refused('no_such_day')
  if (tooWide.includes(area.level)) return refused('too_wide_to_play')
  const to = startOfDay(shiftDays(input.day, 1), area.timeZone)
  const until = toMs(to) > toMs(now) ? now : to
  const found = await rowsOf(app, { area, day: input.day, from, to, until })
  return found === null
    ? refused('too_wide_to_play')
    : done(viewOf(app, who, { area, day: input.day, from, to, until }, found))
}

type Found = { alive: cases.AliveRow[]; entries: cases.DayEntry[]; late: cases.LateRow[] }

/** Null where more happened than one page can play. */
function rowsOf(app: App, { area, from, to }: Asked): Promise<Found | null> {
  const { geography } = app.places
  return inScope(app.db, { kind: 'job' }, async (tx) => {
    await planForArea(tx)
    const areaIds = [...geography.all()]
      .filter((each) => each.path.startsWith(area.path))
      .map((each) => each.id)
    const limit = playbackMax.cases + 1
    const alive = await cases.aliveInDay(tx, { path: area.path, areaIds, from, to, limit })
    if (alive.length > playbackMax.cases) return null
    const keys = cases.keysOf(alive)
    const entries = await cases.entriesUntil(tx, keys, { from, to })
    if (entries.filter((entry) => entry.inDay).length > playbackMax.events) return null
    return { alive, entries, late: await cases.lateInDay(tx, keys, { from, to }) }
  })
}

function viewOf(app: App, who: Who, asked: Asked, found: Found): PlaybackView {
  const { geography } = app.places
  const { area, day, from, until } = asked
  const codeOf = (areaId: number): string | null => {
    const filed = geography.find(areaId)
    return filed !== null && filed.path.startsWith(area.path) ? filed.code : null
  }
  const played: PlayedCase[] = found.alive.map((row) => ({
    number: seesCase(who.scope, row) ? row.number : null,
    urgent: row.urgent,
    state: null,
    area: null,
    category: row.category,
    filed: false,
    late: [],
  }))
  const events: PlaybackView['events'] = []
  for (const entry of found.entries) {
    const of = entry.place - 1
    const { at, move, state, category } = entry
    const moved = { move, state, category, area: codeOf(entry.areaId) }
    const one = played[of]
    if (one === undefined) continue
    if (!entry.inDay) played[of] = { ...one, ...after(one, moved) }
    else events.push({ at, of, ...moved, sentence: sentenceOf(app, area, entry) })
  }
  for (const { place, from: since, to, handling } of found.late)
    played[place - 1]?.late.push({ from: since, to, handling })
  return {
    area: areaLabel(area),
    path: geography.ancestors(area).slice(0, -1).map(areaLabel),
    children: geography.children(area.id, day).map(areaLabel),
    day,
    from,
    until,
    cases: played,
    events,
    ...namesOf(app, asked, { played, events }),
  }
}

function sentenceOf(app: App, { timeZone }: Area, { move, state, facts }: cases.DayEntry) {
  const { geography } = app.places
  const areaName = (id: number) => {
    const named = geography.find(id)
    return named === null ? null : geography.label(named)
  }
  const told = { move, to: state as State, facts: facts ?? {}, reason: null }
  return publicSentenceOf(told, { timeZone, area: areaName })
}

/** Every place and every kind of matter that is named, once. */
function namesOf(
  app: App,
  { area, from }: Asked,
  { played, events }: { played: PlayedCase[]; events: PlaybackView['events'] },
): Pick<PlaybackView, 'areas' | 'categories'> {
  const { geography } = app.places
  const both = [...played, ...events]
  const areas = distinct(both.map((one) => one.area)).flatMap((code) => {
    const filed = geography.findByCode(code)
    if (filed === null) return []
    const above = [...geography.ancestors(filed), filed]
    const within = above.filter((each) => each.path.length > area.path.length)
    const codes = distinct(within.map((each) => each.code)).slice(0, 2)
    return [{ code, name: geography.label(filed), within: codes }]
  })
  const known = categoriesAt(app, area.path, from)
  const categories = distinct(both.map((one) => one.category)).map((code) => {
    const { zh, en } = known.get(code) ?? { zh: code, en: code }
    return { code, zh, en }
  })
  return { areas, categories }
}

const distinct = (all: readonly (string | null)[]): string[] => [
  ...new Set(all.filter((each) => each !== null)),
]
