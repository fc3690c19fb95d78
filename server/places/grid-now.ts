// Which grid has today what lies in a grid that ended, or whose border moved: by its point, where it lay there by its point;
// else who took over. For every room whose rows name a grid.
import { nextDate } from '#core/kit/time.ts'
import type { Area } from '#core/places/area.ts'
import { type Outlined, goesTo } from '#core/places/carrying.ts'
import { type Outline, type Point, isInside } from '#core/places/geometry.ts'
import type { App } from '../app.ts'
import { dayAt } from './places.ts'

type Asking = Pick<App, 'places' | 'now'>

export function gridNow(
  app: Asking,
  grid: Area,
  { point, today }: { point: Point | null; today: string },
): Area {
  const { geography } = app.places
  if (grid.level !== 'grid') return microNow(app, grid, { point, today })
  const hasEnded = grid.validTo !== null && grid.validTo <= today
  const since = hasEnded
    ? (grid.validTo ?? today)
    : (geography.outlineOf(grid.id, today)?.validFrom ?? today)
  const outlined = (day: string): Outlined<number>[] =>
    geography.children(grid.parentId ?? 0, day).flatMap(({ id, kind, level }) => {
      const known = level === 'grid' && kind === 'basic' ? geography.outlineOf(id, day) : null
      return known === null ? [] : [{ id, outline: known.outline }]
    })
  const carrying = { before: outlined(nextDate(since, -1)), after: outlined(today) }
  const found = goesTo(carrying, { grid: grid.id, point })
  return found === 'heir' ? geography.standingFor(grid, today) : geography.get(found)
}

/** A micro-grid that was cut named who has most of its ground; what lay in it by its point goes to the grid that has that. */
function microNow(
  app: Asking,
  micro: Area,
  { point, today }: { point: Point | null; today: string },
): Area {
  const { geography } = app.places
  const heir = geography.standingFor(micro, today)
  const lay = geography.outlineOf(micro.id, nextDate(micro.validTo ?? today, -1))
  const holds = (known: { outline: Outline } | null) =>
    known !== null && point !== null && isInside(known.outline, point.lon, point.lat)
  if (heir.level !== 'grid' || !holds(lay)) return heir
  const beside = geography.children(heir.parentId ?? 0, today)
  return (
    beside.find(
      ({ id, kind, level }) =>
        level === 'grid' && kind === 'basic' && holds(geography.outlineOf(id, today)),
    ) ?? heir
  )
}

/** Grids that a redrawing ended, and micro-grids inside of them: they named an heir. */
export function endedGrids(app: Asking): Area[] {
  const { geography } = app.places
  return geography.successions
    .filter(({ heir }) => heir)
    .map(({ areaId }) => geography.get(areaId))
    .filter((area) => area.validTo !== null && area.validTo <= dayAt(app, area))
}

/** Grids that go on with a border that moved within so many days. */
export function movedGrids(app: Asking, days: number): Area[] {
  const { geography } = app.places
  return [...geography.all()].filter((area) => {
    if (area.level !== 'grid' || geography.outlinesOf(area.id).length < 2) return false
    const today = dayAt(app, area)
    const since = geography.outlineOf(area.id, today)?.validFrom
    return since !== undefined && since > nextDate(today, -days) && since > area.validFrom
  })
}
