// The endpoints of places.
import {
  listCategories,
  locatePlace,
  readArea,
  readAreaMap,
  searchPlaces,
} from '#core/places/contract.ts'
import { listRules, setCalendarDay, setRule, setWorkSegments } from '#core/places/contract-rules.ts'
import type { App } from '../app.ts'
import { type Server, mount } from '../kit/http.ts'
import { categoriesOf, describeArea, describeMap, locatePoint, searchAreas } from './places.ts'
import * as keeping from './rule-keeping.ts'
import type { MayKeepRules } from './rule-keeping.ts'

export function mountPlaces(server: Server, app: App, may: MayKeepRules): void {
  mount(server, app, readArea, async (_who, { code }) => describeArea(app, code))
  mount(server, app, readAreaMap, async (_who, { code, level }) =>
    describeMap(app, { code, level: level ?? null }),
  )
  mount(server, app, searchPlaces, async (_who, input) => searchAreas(app, input))
  mount(server, app, locatePlace, async (_who, input) => locatePoint(app, input))
  mount(server, app, listCategories, async (_who, { area }) => categoriesOf(app, area ?? null))
  mount(server, app, listRules, async (_who, { area }) => keeping.readRules(app, area))
  mount(server, app, setRule, (who, input) => keeping.setRule({ app, who, may }, input))
  mount(server, app, setWorkSegments, (who, input) =>
    keeping.setWorkSegments({ app, who, may }, input),
  )
  mount(server, app, setCalendarDay, (who, input) =>
    keeping.setCalendarDay({ app, who, may }, input),
  )
}
