// What the rules of core/cases ask of a place, answered from memory: places (tree, calendar, categories, dated rules)
// and teams (units, who is staffed). Built once per move.

import type { Receiver } from '#core/cases/case.ts'
import type { CaseFile } from '#core/cases/case.ts'
import { defaultLoopRules } from '#core/cases/rules.ts'
import type { LoopRules, Settings } from '#core/cases/rules.ts'
import type { Actor } from '#core/people/actor.ts'
import { type Category, type CategoryLimits, withOwnLimit } from '#core/places/category.ts'
import type { App } from '../app.ts'
import type { Tx } from '../kit/db.ts'
import { readyToAnswer } from '../people/responsible.ts'
import { calendarAt, categoriesAt, rulesAt } from '../places/index-of-places.ts'
import type { Places } from '../places/index-of-places.ts'
import { teamKey } from '../people/teams.ts'
import type { Teams } from '../people/teams.ts'

export type Ground = { places: Places; teams: Teams }
type WithPeople = Pick<App, 'db' | 'places' | 'teams'>

/**
 * The settings for somebody who reads a case or moves it: they also know who answers for each of its parties now, by
 * roster, absence and fallback. What is not in memory yet is read once for all parties; then it is only asked.
 */
export async function settingsFor(
  app: WithPeople,
  tx: Tx,
  file: CaseFile,
  { actor, now }: { actor: Actor; now: string },
): Promise<Settings> {
  const settings = settingsAt(app, file.filedAreaId, now)
  if (actor.kind !== 'person') return settings
  const parties = new Map(partiesOf(file).map((party) => [teamKey(party), party]))
  const asked = new Map(
    [...parties].map(([key, receiver]) => [key, { receiver, gridId: file.gridId, instant: now }]),
  )
  const answer = await readyToAnswer(app, tx, [...asked.values()])
  const responsible = (receiver: Receiver) => {
    const question = asked.get(teamKey(receiver))
    return question === undefined ? null : answer(question).personId
  }
  return { ...settings, responsible }
}

const partiesOf = (file: CaseFile): Receiver[] => [
  { areaId: file.homeAreaId, unitId: null },
  ...file.legs.flatMap((leg) => [leg.giver, leg.receiver]),
  ...file.whistles.flatMap(({ calls }) => calls.map((call) => call.receiver)),
]

/** The settings in force at an instant for the place where a case is filed. */
export function settingsAt(ground: Ground, areaId: number, now: string): Settings {
  const { geography } = ground.places
  const path = geography.get(areaId).path
  const categories = categoriesAt(ground, path, now)
  const spot = (id: number) => ({ areaId: id, areaPath: geography.get(id).path })
  return {
    now,
    calendar: calendarAt(ground, path, now),
    rules: loopRules(ground, path, now),
    category: (code) => categories.get(code) ?? null,
    spot,
    responsible: () => null,
    mayReceive: (receiver, category, filedAreaId) =>
      mayReceive(ground, receiver, category, filedAreaId),
    isStaffed: (receiver) => ground.teams.staffed.has(teamKey(receiver)),
  }
}

/** A dated row 'cases.loop' changes single amounts; whatever it does not name keeps its default. */
function loopRules(ground: Ground, path: string, now: string): LoopRules {
  return loopOf(rulesAt(ground, path, 'cases.loop', now) as Partial<LoopRules> | undefined)
}

/** A row of rules or of working hours that is not in force. */
export type Draft =
  | { loop: Partial<LoopRules> }
  | { limits: CategoryLimits }
  | Pick<Settings['calendar'], 'segments' | 'workDayHours'>

/** The same settings as if the draft stood in place of the row of its kind. */
export function withDraft(settings: Settings, draft: Draft): Settings {
  if ('loop' in draft) return { ...settings, rules: loopOf(draft.loop) }
  if ('limits' in draft) {
    const { limits } = draft
    return {
      ...settings,
      category: (code) => withOwnLimit(settings.category(code), limits),
    }
  }
  return { ...settings, calendar: { ...settings.calendar, ...draft, version: 'draft' } }
}

function loopOf(local: Partial<LoopRules> | undefined): LoopRules {
  if (local === undefined) return defaultLoopRules
  return {
    ...defaultLoopRules,
    ...local,
    clocks: { ...defaultLoopRules.clocks, ...local.clocks },
    handleByTier: { ...defaultLoopRules.handleByTier, ...local.handleByTier },
  }
}

/**
 * A team is responsible inside its own area; a section or post only for matters of its section. Departments,
 * stationed units and companies are called for whatever lies in their area: what is theirs they know best.
 */
function mayReceive(
  ground: Ground,
  receiver: Receiver,
  category: Category,
  filedAreaId: number,
): boolean {
  const { geography } = ground.places
  const area = geography.find(receiver.areaId)
  if (area === null || !geography.get(filedAreaId).path.startsWith(area.path)) return false
  if (receiver.unitId === null) return true
  const unit = ground.teams.units.get(receiver.unitId)
  if (unit === undefined || unit.areaId !== receiver.areaId) return false
  const bySection = unit.kind === 'section' || unit.kind === 'post'
  return !bySection || unit.section === category.section
}
