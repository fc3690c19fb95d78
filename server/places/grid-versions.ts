// The grids of a community on two days side by side: what was split, merged, moved or renamed between them.
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { localDate, nextDate } from '#core/kit/time.ts'
import type { Area } from '#core/places/area.ts'
import type * as contract from '#core/places/contract-in-force.ts'
import { loopsOf, unitsAt } from '#core/places/corners.ts'
import { changesOf } from '#core/places/grid-changes.ts'
import type { App } from '../app.ts'
import type { Geography } from './geography.ts'
import { nameOf } from './places.ts'

type Compared = OutputOf<typeof contract.compareGrids>

const daysMax = 60

export function compareGrids(
  app: App,
  input: InputOf<typeof contract.compareGrids>,
): Result<Compared, 'no_such_area'> {
  const { geography } = app.places
  const area = geography.findByCode(input.code)
  if (area === null) return refused('no_such_area')
  const today = localDate(app.now(), area.timeZone)
  const days = changeDays(geography, area)
  const last = days[0] ?? today
  const to = input.to ?? (last > today ? last : today)
  const from = input.from ?? nextDate(last, -1)
  const [before, after] = [gridsOn(geography, area, from), gridsOn(geography, area, to)]
  const unit = unitsAt([...before, ...after].flatMap(({ loops }) => loops))
  const named = new Map([...before, ...after].map((grid) => [grid.id, grid]))
  return done({
    area: nameOf(area),
    today,
    days,
    from,
    to,
    grids: [...named.values()].map(({ id, name, nameEn }) => ({ code: id, name, nameEn })),
    changes:
      named.size === 0
        ? []
        : changesOf(before, after, unit).changes.map(({ gained, lost, ...change }) => ({
            ...change,
            before: [...change.before],
            after: [...change.after],
            gained: Math.round(gained),
            lost: Math.round(lost),
          })),
  })
}

const gridsOn = (geography: Geography, area: Area, day: string) =>
  geography.children(area.id, day).flatMap(({ id, code, level, kind, name, nameEn }) => {
    const known = level === 'grid' && kind === 'basic' ? geography.outlineOf(id, day) : null
    return known === null ? [] : [{ id: code, name, nameEn, loops: loopsOf(known.outline) }]
  })

/** Days on which a grid or an outline began or ended; the first of all is no change. */
function changeDays(geography: Geography, area: Area): string[] {
  const rows = geography
    .childrenEver(area.id)
    .filter(({ level }) => level === 'grid')
    .flatMap((grid) => [grid, ...geography.outlinesOf(grid.id)])
  const days = rows.flatMap(({ validFrom, validTo }) => [validFrom, validTo ?? validFrom])
  const known = [...new Set(days)].toSorted()
  return known.slice(1).toReversed().slice(0, daysMax)
}
