// The history of an area: its names, what it followed and what followed it, every version of its outline.
import { type Result, done, refused } from '#core/kit/result.ts'
import { dayWithin, isValidOn } from '#core/places/area.ts'
import type { AreaRecord } from '#core/places/contract.ts'
import { areaOf } from '#core/places/geometry.ts'
import type { App } from '../app.ts'
import { inScope } from '../kit/db.ts'
import { dayAt, nameOf } from './places.ts'
import { listFormerNames } from './store.ts'

const endedMax = 200

export async function describeRecord(
  app: App,
  code: string,
): Promise<Result<AreaRecord, 'no_such_area'>> {
  const { geography } = app.places
  const area = geography.findByCode(code)
  if (area === null) return refused('no_such_area')
  const day = dayAt(app, area)
  const formerNames = await inScope(app.db, { kind: 'public' }, (tx) =>
    listFormerNames(tx, area.id),
  )
  const { successions } = geography
  return done({
    code: area.code,
    validFrom: area.validFrom,
    validTo: area.validTo,
    counts: countsBelow(app, area.path, dayWithin(area, day)),
    formerNames,
    before: successions
      .filter((row) => row.successorId === area.id)
      .map((row) => ({ area: nameOf(geography.get(row.areaId)), since: row.since })),
    after: successions
      .filter((row) => row.areaId === area.id)
      .map((row) => ({ area: nameOf(geography.get(row.successorId)), since: row.since })),
    ended: geography
      .endedChildren(area.id, day)
      .slice(0, endedMax)
      .map((each) => ({ area: nameOf(each), validTo: each.validTo ?? '' })),
    outlines: geography
      .outlinesOf(area.id)
      .toReversed()
      .map(({ validFrom, validTo, schematic, source, sourceCrs, geometry }) => ({
        validFrom,
        validTo,
        schematic,
        source,
        sourceCrs,
        squareKilometres: Math.round(areaOf(geometry) / 10_000) / 100,
      })),
  })
}

/** By level, top first; today's areas only. */
function countsBelow(app: App, path: string, day: string): AreaRecord['counts'] {
  const { geography } = app.places
  const counts = new Map<string, { ordinal: number; counted: AreaRecord['counts'][number] }>()
  for (const each of geography.all()) {
    if (each.path === path || !each.path.startsWith(path) || !isValidOn(each, day)) continue
    const level = geography.levelOf(each)
    const known = counts.get(level.level) ?? {
      ordinal: level.ordinal,
      counted: { level: level.level, levelName: { zh: level.zh, en: level.en }, count: 0 },
    }
    known.counted.count += 1
    counts.set(level.level, known)
  }
  return [...counts.values()].toSorted((a, b) => a.ordinal - b.ordinal).map((each) => each.counted)
}
