// The two ways into this room's tables. Whoever keeps centres works under the staff scope with the subtrees his grants
// name set for the transaction, so that the policies know the right. Residents' acts run as a job: the number and
// secret are checked in the same transaction, and nothing of anybody else leaves it.
import { sql } from 'kysely'
import { keepsCentre, keptPaths } from '#core/activities/keeping.ts'
import { type Result, refused } from '#core/kit/result.ts'
import { localDate } from '#core/kit/time.ts'
import type { Instant, LocalDate } from '#core/kit/time.ts'
import type { Area } from '#core/places/area.ts'
import type { App, Who } from '../app.ts'
import { type Command, type TakeNow, type Tx, inScope, once } from '../kit/db.ts'
import { findArea, spotOf } from '../people/find-area.ts'
import { calendarAt } from '../places/index-of-places.ts'

export type Keeper = { app: App; who: Who }
/** Inside a command: where, by whom, when. */
export type Acting = { app: App; tx: Tx; area: Area; by: By; now: Instant; today: LocalDate }
export type By = { kind: 'person' | 'group' | 'resident' | 'job'; id: string }

export const mayKeep = (who: Who, area: Area): boolean => keepsCentre(who.actor, spotOf(area))

/** Tells the database, for this transaction, which centres the caller keeps. */
export async function openCentres(tx: Tx, who: Who): Promise<void> {
  const paths = keptPaths(who.actor)
  if (paths.length > 0)
    await sql`select set_config('app.centres', ${paths.join(',')}, true)`.execute(tx.k)
}

/** Reads what the caller may: a keeper everything of his centres, anybody what is public. */
export function reading<T>({ app, who }: Keeper, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inScope(app.db, who.scope, async (tx) => {
    await openCentres(tx, who)
    return work(tx)
  })
}

/** One command of somebody who keeps the centres of an area. */
export async function keeping<T, R extends string>(
  { app, who }: Keeper,
  code: string,
  command: Command<T>,
  work: (acting: Acting) => Promise<Result<T, R>>,
): Promise<Result<T, R | 'no_such_area' | 'not_yours' | 'command_reused'>> {
  const area = findArea(app, code)
  if (area === null) return refused('no_such_area')
  return keepingAt({ app, who }, area, command, work)
}

export async function keepingAt<T, R extends string>(
  { app, who }: Keeper,
  area: Area,
  command: Command<T>,
  work: (acting: Acting) => Promise<Result<T, R>>,
): Promise<Result<T, R | 'not_yours' | 'command_reused'>> {
  if (!mayKeep(who, area)) return refused('not_yours')
  return once<T, R>(app, who.actor, who.scope, command, async (tx, now) => {
    await openCentres(tx, who)
    return work(actingAt(app, tx, area, { by: { kind: 'person', id: who.actor.id }, now }))
  })
}

/** One command of a resident, or of a group by its leader. */
export function acting<T, R extends string>(
  { app, who }: Keeper,
  area: Area,
  { command, by }: { command: Command<T>; by: By },
  work: (acting: Acting) => Promise<Result<T, R>>,
): Promise<Result<T, R | 'command_reused'>> {
  return once<T, R>(app, who.actor, { kind: 'job' }, command, (tx, now) =>
    work(actingAt(app, tx, area, { by, now })),
  )
}

export function actingAt(
  app: App,
  tx: Tx,
  area: Area,
  { by, now }: { by: By; now: TakeNow },
): Acting {
  const at = now()
  return { app, tx, area, by, now: at, today: localDate(at, area.timeZone) }
}

/** A work day that is off: what centres that shut on holidays follow. Weekends are no holidays here. */
export function holidaysAt(app: App, area: Area, at: Instant): (day: LocalDate) => boolean {
  const { daysOff } = calendarAt(app, area.path, at)
  return (day) => daysOff.has(day)
}

export type Entry = {
  act: string
  subject: [kind: string, id: string]
  reason?: string | null
  facts?: Record<string, unknown>
}

/** Who changed what and why; grows only. */
export async function note({ app, tx, area, by, now }: Acting, entry: Entry): Promise<void> {
  const [kind, id] = entry.subject
  await sql`
    insert into activities.entries (community_id, id, at, actor_kind, actor_id, act, subject_kind, subject_id, reason, facts)
    values (${area.id}, ${app.newId()}, ${now}, ${by.kind}, ${by.id}, ${entry.act}, ${kind}, ${id},
            ${entry.reason ?? null}, ${JSON.stringify(entry.facts ?? {})})`.execute(tx.k)
}

export const areaView = ({ code, name, nameEn, timeZone }: Area) => ({
  code,
  name,
  nameEn,
  timeZone,
})
