// Local rules, working hours and calendar days, set by a rule keeper. Rows are added and ended, never changed; who may
// is decided to the right of this room and handed in.
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { localDate } from '#core/kit/time.ts'
import type { Area } from '#core/places/area.ts'
import type * as contract from '#core/places/contract-rules.ts'
import { areWorkSegments, whyCannotSetRule } from '#core/places/rule-keeping.ts'
import type { App, Who } from '../app.ts'
import { type Command, type TakeNow, type Tx, once } from '../kit/db.ts'
import { allRulesAt, calendarAt, segmentsAt } from './index-of-places.ts'
import { nameOf } from './places.ts'
import * as store from './store-rules.ts'

export type MayKeepRules = (who: Who, area: Area) => boolean
export type Keeper = { app: App; who: Who; may: MayKeepRules }

export function readRules(
  { app, who, may }: Keeper,
  code: string,
): Result<OutputOf<typeof contract.listRules>, 'no_such_area'> {
  const { geography } = app.places
  const area = geography.findByCode(code)
  if (area === null) return refused('no_such_area')
  const calendar = calendarAt(app, area.path, app.now())
  const from = (areaId: number | null) => (areaId === null ? null : nameOf(geography.get(areaId)))
  const segments = segmentsAt(app, area.path, app.now())
  return done({
    rules: allRulesAt(app, area.path, app.now()).map(({ key, value, areaId, validFrom }) => ({
      key,
      value,
      area: from(areaId),
      since: validFrom,
    })),
    segments: calendar.segments.map((segment) => [...segment]),
    segmentsArea: from(segments.areaId),
    segmentsSince: segments.validFrom,
    workDayHours: calendar.workDayHours,
    calendarVersion: calendar.version,
    mayKeep: may(who, area),
  })
}

export function setRule(keeper: Keeper, { commandId, ...input }: InputOf<typeof contract.setRule>) {
  const { key, validFrom } = input
  return kept(keeper, { commandId, content: input }, input.area, async (tx, area, today) => {
    const since = await store.lockRule(tx, area.id, key)
    const why = whyCannotSetRule(input, { today, since })
    if (why !== null) return refused(why)
    await store.endRule(tx, area.id, key, validFrom)
    await store.addRule(tx, { ...input, areaId: area.id, by: keeper.who.actor.id })
    return done({ key, validFrom })
  })
}

export function setWorkSegments(
  keeper: Keeper,
  { commandId, ...input }: InputOf<typeof contract.setWorkSegments>,
) {
  return kept(keeper, { commandId, content: input }, input.area, async (tx, area, today, now) => {
    if (!areWorkSegments(input.segments)) return refused('bad_value')
    if (input.validFrom < today) return refused('day_past')
    const hours = { ...input, areaId: area.id, by: keeper.who.actor.id, at: now() }
    if (!(await store.addSegments(tx, hours))) return refused('changed_that_day')
    return done({ validFrom: input.validFrom })
  })
}

export function setCalendarDay(
  keeper: Keeper,
  { commandId, ...input }: InputOf<typeof contract.setCalendarDay>,
) {
  return kept(keeper, { commandId, content: input }, input.area, async (tx, area, today, now) => {
    if (Number.isNaN(Date.parse(`${input.day}T00:00:00Z`))) return refused('bad_value')
    if (input.day < today) return refused('day_past')
    const version = `${area.code}-${await store.countDays(tx, area.id)}`
    await store.addDay(tx, {
      ...input,
      areaId: area.id,
      version,
      by: keeper.who.actor.id,
      at: now(),
    })
    return done({ day: input.day, version })
  })
}

/** One command of a rule keeper; the copy in memory is read again before the answer goes out. */
export async function kept<T, R extends string>(
  { app, who, may }: Keeper,
  command: Command<T>,
  code: string,
  work: (tx: Tx, area: Area, today: string, now: TakeNow) => Promise<Result<T, R>>,
): Promise<Result<T, R | 'no_such_area' | 'not_yours' | 'command_reused'>> {
  const area = app.places.geography.findByCode(code)
  if (area === null) return refused('no_such_area')
  if (!may(who, area)) return refused('not_yours')
  const answer = await once<T, R>(app, who.actor, who.scope, command, (tx, now) =>
    work(tx, area, localDate(now(), area.timeZone), now),
  )
  if (answer.ok) await app.places.refresh()
  return answer
}
