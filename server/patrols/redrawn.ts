// Grids were redrawn: objects go to the grid that holds their point, and plans with the team they belong to. Results stay
// with their object. Asked every few minutes of what names a grid that ended or whose border has just moved.
import type { Area } from '#core/places/area.ts'
import type { App } from '../app.ts'
import { inScope } from '../kit/db.ts'
import { endedGrids, gridNow, movedGrids } from '../places/grid-now.ts'
import { dayAt } from '../places/places.ts'
import * as store from './store-inspections.ts'

/** A border that moved is looked at again for so long: a server may have stood still. */
const daysBack = 14

/** Answers how many objects and plans went along. */
export async function carryObjects(app: App): Promise<number> {
  const ended = endedGrids(app)
  const grids = new Map([...ended, ...movedGrids(app, daysBack)].map((area) => [area.id, area]))
  if (grids.size === 0) return 0
  return inScope(app.db, { kind: 'job' }, async (tx) => {
    let carried = 0
    for (const { id, areaId, point } of await store.objectsIn(tx, [...grids.keys()])) {
      const now = nowOf(app, grids.get(areaId), point)
      if (now === null || now.id === areaId) continue
      await store.moveObject(tx, id, { areaId: now.id, onDay: dayAt(app, now) })
      carried += 1
    }
    for (const { id, areaId } of await store.plansIn(
      tx,
      ended.map((area) => area.id),
    )) {
      const now = nowOf(app, grids.get(areaId), null)
      if (now === null || now.id === areaId) continue
      await store.movePlan(tx, id, {
        areaId: now.id,
        areaPath: now.path,
        onDay: dayAt(app, now),
      })
      carried += 1
    }
    return carried
  })
}

function nowOf(app: App, grid: Area | undefined, point: { lon: number; lat: number } | null) {
  return grid === undefined ? null : gridNow(app, grid, { point, today: dayAt(app, grid) })
}
