// The rules of a place as a file, and such a file put in force: every part from the same day and for the same reason,
// all of it or none. Categories are the operator's (linli rules import): they reach into how cases are read.
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { localDate } from '#core/kit/time.ts'
import type { Area } from '#core/places/area.ts'
import type * as contract from '#core/places/contract-rules.ts'
import { whyCannotSetRule } from '#core/places/rule-keeping.ts'
import {
  type LocalDay,
  type PackChange,
  type Present,
  type RulePack,
  type WorkHours,
  packChanges,
  packFormat,
  readPack,
} from '#core/places/rule-pack.ts'
import type { App } from '../app.ts'
import type { Tx } from '../kit/db.ts'
import { type Keeper, kept } from './rule-keeping.ts'
import * as store from './store-rules.ts'

export function takeRulePack(
  app: App,
  code: string,
): Result<OutputOf<typeof contract.takeRulePack>, 'no_such_area'> {
  const area = app.places.geography.findByCode(code)
  if (area === null) return refused('no_such_area')
  const today = localDate(app.now(), area.timeZone)
  const where = { areaPath: area.path, day: today }
  return done({
    format: packFormat,
    area: area.code,
    takenOn: today,
    ...presentAt(app, area, today),
    days: localDays(app, area, today),
    categories: [...app.places.local.categoriesAt(where).values()],
  })
}

export function previewRulePack(
  { app, who, may }: Keeper,
  input: InputOf<typeof contract.previewRulePack>,
): Result<OutputOf<typeof contract.previewRulePack>, 'no_such_area' | 'not_yours' | 'bad_pack'> {
  const area = app.places.geography.findByCode(input.area)
  if (area === null) return refused('no_such_area')
  if (!may(who, area)) return refused('not_yours')
  const pack = readPack(input.pack)
  if (!pack.ok) return pack
  const { area: takenFrom, takenOn, categories } = pack.value
  const changes = packChanges(pack.value, presentAt(app, area, input.validFrom), input.validFrom)
  return done({ changes, categories: categories.length, takenFrom, takenOn })
}

export function putRulePack(
  keeper: Keeper,
  { commandId, ...input }: InputOf<typeof contract.putRulePack>,
) {
  const { app, who } = keeper
  return kept(keeper, { commandId, content: input }, input.area, async (tx, area, today, now) => {
    const pack = readPack(input.pack)
    if (!pack.ok) return pack
    const { validFrom, reason } = input
    const given = { pack: pack.value, validFrom, reason, by: who.actor.id, today, at: now() }
    return setAll(app, tx, area, given)
  })
}

type Given = {
  pack: RulePack
  validFrom: string
  reason: string
  /** Null: the operator, from the command line. */
  by: string | null
  today: string
  at: string
}

export async function setAll(app: App, tx: Tx, area: Area, given: Given) {
  const { pack, validFrom, today } = given
  if (validFrom < today) return refused('day_past')
  const changes = packChanges(pack, presentAt(app, area, validFrom), validFrom)
  if (changes.length === 0) return refused('nothing_changes')
  const taken = new Set<string>()
  for (const change of changes) {
    const why = await setOne(tx, area, change, given)
    if (why !== null) taken.add(change.key)
  }
  if (taken.size > 0)
    return refused('changed_that_day', {
      fields: Object.fromEntries([...taken].map((key) => [`rules.${key}`, 'changed_that_day'])),
    })
  return done({ validFrom, set: changes.length })
}

async function setOne(tx: Tx, area: Area, { part, key, after }: PackChange, given: Given) {
  const { validFrom, reason, by, at, today } = given
  const areaId = area.id
  if (part === 'rule') {
    const since = await store.lockRule(tx, areaId, key)
    const why = whyCannotSetRule({ key, value: after, validFrom }, { today, since })
    if (why !== null) return why
    await store.endRule(tx, areaId, key, validFrom)
    await store.addRule(tx, { areaId, key, value: after, validFrom, reason, by })
  } else if (part === 'hours') {
    const hours = { areaId, ...(after as WorkHours), validFrom, reason, by, at }
    if (!(await store.addSegments(tx, hours))) return 'changed_that_day'
  } else {
    const version = `${area.code}-${await store.countDays(tx, areaId)}`
    await store.addDay(tx, { areaId, ...(after as LocalDay), version, by, at })
  }
  return null
}

/** What holds at the place on a day; its own days from then on. */
export function presentAt(app: App, area: Area, day: string): Present & { hours: WorkHours } {
  const where = { areaPath: area.path, day }
  const { segments, workDayHours } = app.places.local.segmentsAt(where)
  const rules = app.places.local.allRulesAt(where).map(({ key, value }) => [key, value])
  return {
    rules: Object.fromEntries(rules) as Record<string, unknown>,
    hours: { segments: segments.map((one) => [...one]), workDayHours },
    days: localDays(app, area, day),
  }
}

/** Days that the place or an area above it set, of this year and the next two; everybody's are not in it. */
function localDays(app: App, area: Area, from: string): LocalDay[] {
  const year = Number(from.slice(0, 4))
  return [year, year + 1, year + 2]
    .flatMap((each) => app.places.local.daysOf(area.path, each))
    .filter(({ areaId, day }) => areaId !== null && day >= from)
    .map(({ day, kind, name }) => ({ day, kind, name }))
}
