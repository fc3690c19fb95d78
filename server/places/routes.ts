// The endpoints of places, and the watch that keeps the copy in memory fresh.
import {
  listCategories,
  locatePlace,
  readArea,
  readAreaMap,
  searchPlaces,
} from '#core/places/contract.ts'
import type { App } from '../app.ts'
import { type Server, mount } from '../kit/http.ts'
import { watchPlaces } from './index-of-places.ts'
import { categoriesOf, describeArea, describeMap, locatePoint, searchAreas } from './places.ts'

export function mountPlaces(server: Server, app: App): void {
  app.onStop.push(watchPlaces(app.places))
  mount(server, app, readArea, async (_who, { code }) => describeArea(app, code))
  mount(server, app, readAreaMap, async (_who, { code, level }) =>
    describeMap(app, { code, level: level ?? null }),
  )
  mount(server, app, searchPlaces, async (_who, input) => searchAreas(app, input))
  mount(server, app, locatePlace, async (_who, input) => locatePoint(app, input))
  mount(server, app, listCategories, async (_who, { area }) => categoriesOf(app, area ?? null))
}
