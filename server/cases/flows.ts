// The board of flows, read from the categories, rules and units in force at a place today.
import type * as contract from '#core/cases/contract-flows.ts'
import type { FlowView } from '#core/cases/contract-flows.ts'
import { basisOf, bodyLevel, branchOf, leavesOf, promiseOf } from '#core/cases/flows.ts'
import type { LoopRules } from '#core/cases/rules.ts'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import type { Words } from '#core/kit/words.ts'
import type { Area } from '#core/places/area.ts'
import { type Category, unsortedCode } from '#core/places/category.ts'
import type { App } from '../app.ts'
import { findArea, todayAt } from '../people/find-area.ts'
import { allRulesAt, categoriesAt } from '../places/index-of-places.ts'
import { receiverName } from './receivers.ts'
import { settingsAt } from './settings.ts'

type Flows = OutputOf<typeof contract.readFlows>
type RuleRow = ReturnType<typeof allRulesAt>[number]

export async function readFlows(
  app: App,
  { code }: InputOf<typeof contract.readFlows>,
): Promise<Result<Flows>> {
  const area = findArea(app, code)
  if (area === null) return refused('no_such_area')
  const now = app.now()
  const rows = allRulesAt(app, area.path, now)
  const row = (key: string) => rows.find((each) => each.key === key)
  const [limits, loop] = [row('cases.categoryLimits'), row('cases.loop')]
  const { rules } = settingsAt(app, area.id, now)
  const all = categoriesAt(app, area.path, now)
  const board = { app, area, all, rules, limits, loop }
  return done({
    areaCode: area.code,
    areaName: app.places.geography.label(area),
    day: todayAt(app, area),
    categoryTimes: setBy(app, limits),
    tierTimes: setBy(app, loop),
    items: leavesOf(all, unsortedCode).map((category) => flowOf(board, category)),
  })
}

function setBy(app: App, row: RuleRow | undefined): Flows['tierTimes'] {
  if (row === undefined || row.areaId === null) return null
  const { geography } = app.places
  return { area: geography.label(geography.get(row.areaId)), since: row.validFrom }
}

type Board = {
  app: App
  area: Area
  all: ReadonlyMap<string, Category>
  rules: LoopRules
  limits: RuleRow | undefined
  loop: RuleRow | undefined
}

function flowOf(board: Board, category: Category): FlowView {
  const { app, area, all, rules, limits, loop } = board
  const promise = promiseOf(category, rules, {
    categoryLimits: limits?.value,
    loop: loop?.value,
  })
  const branch = branchOf(category, all) ?? category
  return {
    code: category.code,
    name: { zh: category.zh, en: category.en },
    branch: { zh: branch.zh, en: branch.en },
    keywords: category.keywords,
    matter: category.matter,
    tier: category.tier,
    basis: basisOf(category, all),
    body: bodyOf(app, area, category),
    urgent: category.urgent,
    limit: promise.limit,
    limitFrom: promise.from,
    filing: category.filing,
    closing: category.closing,
  }
}

const gridTeam: Words = { zh: '所在网格', en: 'grid of the place' }

/** The office as it is called here; of a street the section in whose charge the kind is. */
function bodyOf(app: App, area: Area, category: Category): Words {
  const level = bodyLevel(category.matter, category.tier)
  if (level === 'grid') return gridTeam
  const { geography } = app.places
  const chain = geography.ancestors(area)
  const body = chain.find((each) => each.level === level) ?? area
  const section = [...app.teams.units.values()].find(
    (unit) =>
      unit.areaId === body.id && unit.kind === 'section' && unit.section === category.section,
  )
  if (section === undefined) return receiverName(app, { areaId: body.id, unitId: null })
  const place = geography.label(body)
  return { zh: `${place.zh} ${section.name.zh}`, en: `${place.en}, ${section.name.en}` }
}
