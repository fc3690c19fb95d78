// The endpoints of places.
import {
  listCategories,
  locatePlace,
  readArea,
  readAreaMap,
  readAreaRecord,
  searchPlaces,
} from '#core/places/contract.ts'
import {
  listRuleChanges,
  listRules,
  previewRulePack,
  putRulePack,
  readCalendar,
  setCalendarDay,
  setRule,
  takeRulePack,
  setWorkSegments,
} from '#core/places/contract-rules.ts'
import * as drawn from '#core/places/contract-redrawing.ts'
import type { App } from '../app.ts'
import { type Server, mount } from '../kit/http.ts'
import { categoriesOf, describeArea, describeMap, locatePoint, searchAreas } from './places.ts'
import { describeRecord } from './area-record.ts'
import * as drawing from './redrawing.ts'
import {
  type NamesOf,
  listRuleChanges as listChanges,
  readCalendar as calendarOf,
} from './rule-history.ts'
import * as keeping from './rule-keeping.ts'
import * as packs from './rule-pack.ts'
import type { MayKeepRules } from './rule-keeping.ts'
import { type InForceRight, mountInForce } from './routes-in-force.ts'

/** What rooms to the right know: who keeps rules and boundaries where, and what people are called. */
export type FromTheRight = {
  may: MayKeepRules
  mayDraw: drawing.MayKeepPlaces
  namesOf: NamesOf
  mayConfirm: InForceRight['mayConfirm']
  carried: InForceRight['carried']
}

export function mountPlaces(server: Server, app: App, right: FromTheRight): void {
  const { may, namesOf } = right
  mount(server, app, readArea, async (_who, { code }) => describeArea(app, code))
  mount(server, app, readAreaRecord, (_who, { code }) => describeRecord(app, code))
  mount(server, app, readAreaMap, async (_who, { code, level, on }) =>
    describeMap(app, { code, level: level ?? null, on: on ?? null }),
  )
  mount(server, app, searchPlaces, async (_who, input) => searchAreas(app, input))
  mount(server, app, locatePlace, async (_who, input) => locatePoint(app, input))
  mount(server, app, listCategories, async (_who, { area }) => categoriesOf(app, area ?? null))
  mount(server, app, listRules, async (who, { area }) => keeping.readRules({ app, who, may }, area))
  mount(server, app, listRuleChanges, (_who, input) => listChanges(app, namesOf, input))
  mount(server, app, readCalendar, async (_who, input) => calendarOf(app, input))
  mount(server, app, setRule, (who, input) => keeping.setRule({ app, who, may }, input))
  mount(server, app, setWorkSegments, (who, input) =>
    keeping.setWorkSegments({ app, who, may }, input),
  )
  mount(server, app, setCalendarDay, (who, input) =>
    keeping.setCalendarDay({ app, who, may }, input),
  )
  mountRulePacks(server, app, may)
  mountRedrawing(server, app, right)
  mountInForce(server, app, { ...right, mayPropose: right.mayDraw })
}

function mountRulePacks(server: Server, app: App, may: FromTheRight['may']): void {
  mount(server, app, takeRulePack, async (_who, { area }) => packs.takeRulePack(app, area))
  mount(server, app, previewRulePack, async (who, input) =>
    packs.previewRulePack({ app, who, may }, input),
  )
  mount(server, app, putRulePack, (who, input) => packs.putRulePack({ app, who, may }, input))
}

function mountRedrawing(server: Server, app: App, { mayDraw: may, namesOf }: FromTheRight): void {
  mount(server, app, drawn.readRedrawing, (who, { code }) =>
    drawing.readRedrawing({ app, who, may }, namesOf, code),
  )
  mount(server, app, drawn.openRedrawing, (who, input) =>
    drawing.openRedrawing({ app, who, may }, input),
  )
  mount(server, app, drawn.saveRedrawing, (who, input) =>
    drawing.saveRedrawing({ app, who, may }, input),
  )
  mount(server, app, drawn.dropRedrawing, (who, input) =>
    drawing.dropRedrawing({ app, who, may }, input),
  )
}
