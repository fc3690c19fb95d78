// A drafted rule tried on the handling clocks of the last three months. Only sums leave this file, and the numbers of a
// few cases, which open for whoever may read them anyway. Nothing is written.

import { sql } from 'kysely'
import type { rehearseRule } from '#core/cases/contract-rehearsal.ts'
import { type PastClock, openRehearsal } from '#core/cases/rehearsal.ts'
import type { LoopRules } from '#core/cases/rules.ts'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { addDays, localDate } from '#core/kit/time.ts'
import { hasRight } from '#core/people/rights.ts'
import type { CategoryLimits } from '#core/places/category.ts'
import { areWorkSegments, whyCannotSetRule } from '#core/places/rule-keeping.ts'
import type { App, Who } from '../app.ts'
import { type Tx, inScope, rowsOf } from '../kit/db.ts'
import { type Draft, settingsAt, withDraft } from './settings.ts'
import { isUnder } from './subtree.ts'

const quarterDays = 92
/** More than a district of a million files in a quarter; beyond it the answer says that it is not complete. */
const clocksMax = 50_000

type Refusals = 'no_such_area' | 'not_yours' | 'bad_value' | 'not_rehearsable'

export async function rehearseARule(
  app: App,
  who: Who,
  { area: code, key, value }: InputOf<typeof rehearseRule>,
): Promise<Result<OutputOf<typeof rehearseRule>, Refusals>> {
  const area = app.places.geography.findByCode(code)
  if (area === null) return refused('no_such_area')
  if (!hasRight(who.actor, 'keepRules', { areaId: area.id, areaPath: area.path }))
    return refused('not_yours')
  const draft = draftOf(key, value)
  if (draft === null) return refused('not_rehearsable')
  if (draft === 'bad') return refused('bad_value')
  const asOf = app.now()
  const from = addDays(asOf, -quarterDays)
  const today = settingsAt(app, area.id, asOf)
  const drafted = withDraft(today, draft)
  const zone = today.calendar.timeZone
  return inScope(app.db, { kind: 'job' }, async (tx) => {
    const { take, result } = openRehearsal(today, drafted, asOf)
    const clocks = await pastClocks(tx, area.path, from, asOf)
    clocks.slice(0, clocksMax).forEach(take)
    return done({
      ...result(),
      from: localDate(from, zone),
      to: localDate(asOf, zone),
      complete: clocks.length <= clocksMax,
    })
  })
}

/** Null for a rule whose past cannot be counted from clocks. */
function draftOf(key: string, value: unknown): Draft | 'bad' | null {
  if (key === 'workSegments') return hoursOf(value) ?? 'bad'
  if (key !== 'cases.loop' && key !== 'cases.categoryLimits') return null
  const always = { today: '0001-01-01', since: null }
  const why = whyCannotSetRule({ key, value, validFrom: '9999-01-01' }, always)
  if (why !== null) return 'bad'
  return key === 'cases.loop'
    ? { loop: value as Partial<LoopRules> }
    : { limits: value as CategoryLimits }
}

function hoursOf(value: unknown): Draft | null {
  const { segments, workDayHours } = (value ?? {}) as { segments?: unknown; workDayHours?: unknown }
  if (!Array.isArray(segments) || !segments.every((one) => Array.isArray(one))) return null
  if (typeof workDayHours !== 'number' || !(workDayHours > 0 && workDayHours <= 24)) return null
  return areWorkSegments(segments as string[][])
    ? { segments: segments as [string, string][], workDayHours }
    : null
}

/** The handling clocks of an area that began in a stretch, the latest first; voided and merged cases are no measure. */
const pastClocks = (tx: Tx, path: string, from: string, to: string): Promise<PastClock[]> =>
  rowsOf<PastClock>(
    tx,
    sql`
    select c.number, c.category, c.tier, c.urgent, k.limit_kind as "limitKind", k.started_at as "startedAt",
           k.pauses, k.extensions, k.ended_at as "endedAt"
      from cases.cases c
      join cases.clocks k on k.community_id = c.community_id and k.case_id = c.id
     where ${isUnder('c.filed_path', path)}
       and c.state not in ('VOID', 'MERGED')
       and c.last_at >= ${from}
       and k.kind = 'HANDLE' and k.started_at >= ${from} and k.started_at < ${to}
     order by k.started_at desc, c.number
     limit ${clocksMax + 1}`,
  )
