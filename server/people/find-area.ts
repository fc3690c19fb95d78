// Areas by the code of the wire, as the staff rules need them.
import { localDate } from '#core/kit/time.ts'
import type { Area } from '#core/places/area.ts'
import type { Spot } from '#core/people/rights.ts'
import type { App } from '#server/app.ts'

export function findArea(app: App, code: string): Area | null {
  const known = app.places.geography.findByCode(code)
  if (known === null) return null
  return app.places.geography.findByCode(code, localDate(app.now(), known.timeZone))
}

export const spotOf = (area: Area): Spot => ({ areaId: area.id, areaPath: area.path })

export const todayAt = (app: App, area: Area): string => localDate(app.now(), area.timeZone)
