// Who works where, kept in memory for the areas, units and people that were asked about. Responsibility must have
// the same answer for every asker, so it is read past the wall, in job scope; names leave only in sentences for staff.
import { holdsOn } from '#core/people/actor.ts'
import { addDays, toMs } from '#core/kit/time.ts'
import type { Candidate } from '#core/people/responsible.ts'
import type { Db, Tx } from '#server/kit/db.ts'
import { localDay } from './local-day.ts'
import * as store from './store-roster.ts'

type Team = { grants: store.GrantFact[]; duties: store.DutyFact[] }

type Memory = {
  version: number
  lookedAt: number
  /** Facts that ended before are not here. */
  since: string
  areas: Map<number, Team>
  units: Map<number, Team>
  /** Null for accounts that have left. */
  people: Map<string, store.PersonFact | null>
}

export type CandidateQuestion = {
  readonly areaIds: readonly number[]
  readonly unitIds: readonly number[]
  readonly personIds: readonly string[]
  readonly instant: string
  readonly timeZone: string
}

/** Another process's change is seen after so long, one's own at once. */
const lookEveryMs = 2000
const keptMax = 200_000

const memories = new WeakMap<Db['pool'], Memory>()

function emptyMemory(version: number, instant: string): Memory {
  const since = addDays(instant, -2)
  return {
    version,
    lookedAt: performance.now(),
    since,
    areas: new Map(),
    units: new Map(),
    people: new Map(),
  }
}

/** After a change of one's own: the next question looks at the version first. */
export function forgetRoster(db: Db): void {
  const memory = memories.get(db.pool)
  if (memory !== undefined) memory.lookedAt = Number.NEGATIVE_INFINITY
}

/** Brings everything these questions need into memory, in one visit; afterwards candidatesFor answers without waiting. */
export async function prepareCandidates(
  db: Db,
  tx: Tx,
  questions: readonly CandidateQuestion[],
): Promise<(asked: CandidateQuestion) => Candidate[]> {
  const earliest = questions.map((asked) => asked.instant).toSorted()[0]
  if (earliest === undefined) return () => []
  const memory = await currentMemory(db, tx, earliest)
  const lacking = {
    areaIds: missing(
      memory.areas,
      questions.flatMap((asked) => asked.areaIds),
    ),
    unitIds: missing(
      memory.units,
      questions.flatMap((asked) => asked.unitIds),
    ),
    personIds: missing(
      memory.people,
      questions.flatMap((asked) => asked.personIds),
    ),
  }
  if (lacking.areaIds.length + lacking.unitIds.length + lacking.personIds.length > 0)
    await asJob(tx, () => fill(tx, memory, lacking))
  return (asked) => candidatesFor(memory, asked)
}

async function currentMemory(db: Db, tx: Tx, earliest: string): Promise<Memory> {
  const known = memories.get(db.pool)
  const fits = known !== undefined && toMs(known.since) <= toMs(earliest) && sizeOf(known) < keptMax
  if (fits && performance.now() - known.lookedAt < lookEveryMs) return known
  const version = await store.readRosterVersion(tx)
  if (fits && known.version === version) {
    known.lookedAt = performance.now()
    return known
  }
  const fresh = emptyMemory(version, earliest)
  memories.set(db.pool, fresh)
  return fresh
}

const sizeOf = (memory: Memory) => memory.areas.size + memory.units.size + memory.people.size

function missing<Id>(known: ReadonlyMap<Id, unknown>, wanted: readonly Id[]): Id[] {
  return [...new Set(wanted)].filter((id) => !known.has(id))
}

/** Reads past the wall inside the caller's transaction: a second connection could be one too many. */
async function asJob(tx: Tx, work: () => Promise<void>): Promise<void> {
  const { rows } = await tx.client.query<{ before: string }>(
    "select kit.scope() as before, set_config('app.scope', 'job', true)",
  )
  await work()
  await tx.client.query("select set_config('app.scope', $1, true)", [rows[0]?.before ?? ''])
}

type Lacking = { areaIds: number[]; unitIds: number[]; personIds: string[] }

async function fill(tx: Tx, memory: Memory, lacking: Lacking): Promise<void> {
  const { since } = memory
  const grants = await store.listGrantFacts(tx, lacking, since)
  const duties = await store.listDutyFacts(tx, lacking, since)
  await fillPeople(tx, memory, [
    ...lacking.personIds,
    ...grants.map((fact) => fact.personId),
    ...duties.map((fact) => fact.personId),
  ])
  const areas = new Map(
    lacking.areaIds.map((id): [number, Team] => [id, { grants: [], duties: [] }]),
  )
  const units = new Map(
    lacking.unitIds.map((id): [number, Team] => [id, { grants: [], duties: [] }]),
  )
  const teamOf = (fact: { areaId: number; unitId: number | null }) =>
    fact.unitId === null ? areas.get(fact.areaId) : units.get(fact.unitId)
  for (const fact of grants) teamOf(fact)?.grants.push(fact)
  for (const fact of duties) teamOf(fact)?.duties.push(fact)
  for (const [id, team] of areas) memory.areas.set(id, team)
  for (const [id, team] of units) memory.units.set(id, team)
}

/** The people themselves, then whoever stands in for them. */
async function fillPeople(tx: Tx, memory: Memory, wanted: readonly string[]): Promise<void> {
  const ids = missing(memory.people, wanted)
  if (ids.length === 0) return
  const found = await store.listPersonFacts(tx, ids, memory.since)
  for (const id of ids) memory.people.set(id, null)
  for (const person of found) memory.people.set(person.id, person)
  const deputies = found.flatMap((person) => person.absences.flatMap((away) => away.deputyId ?? []))
  await fillPeople(tx, memory, deputies)
}

/** Who is there, or would be if he were not away: what the seven rules choose from. */
function candidatesFor(memory: Memory, asked: CandidateQuestion): Candidate[] {
  const ms = toMs(asked.instant)
  const day = localDay(asked.instant, asked.timeZone)
  const teams = [
    ...asked.areaIds.flatMap((id) => memory.areas.get(id) ?? []),
    ...asked.unitIds.flatMap((id) => memory.units.get(id) ?? []),
  ]
  const at = { memory, day }
  return [
    ...teams.flatMap(({ duties }) =>
      duties
        .filter((duty) => toMs(duty.from) <= ms && ms < toMs(duty.to))
        .flatMap((duty) => candidate(at, { ...duty, source: 'duty', until: duty.to })),
    ),
    ...teams.flatMap(({ grants }) =>
      grants
        .filter((grant) => holdsOn(grant, day))
        .flatMap((grant) => candidate(at, { ...grant, source: 'grant' })),
    ),
    ...asked.personIds.flatMap((personId) =>
      candidate(at, { areaId: null, unitId: null, personId, source: 'named' }),
    ),
  ]
}

type Brief = Pick<Candidate, 'areaId' | 'unitId' | 'personId' | 'source'> &
  Partial<Pick<Candidate, 'role' | 'ordinal' | 'until'>>

/** Nobody for an account that has left, or holds no valid grant anywhere: a roster alone makes no officer. */
function candidate(at: { memory: Memory; day: string }, brief: Brief): Candidate[] {
  const { memory, day } = at
  const person = memory.people.get(brief.personId)
  if (person == null || !person.grants.some((grant) => holdsOn(grant, day))) return []
  const away = awayOn(person, day)
  const deputy = away?.deputyId == null ? null : (memory.people.get(away.deputyId) ?? null)
  const deputyIsThere =
    deputy !== null &&
    deputy.grants.some((grant) => holdsOn(grant, day)) &&
    awayOn(deputy, day) === undefined
  return [
    {
      areaId: brief.areaId,
      unitId: brief.unitId,
      personId: brief.personId,
      name: person.name,
      source: brief.source,
      role: brief.role ?? null,
      ordinal: brief.ordinal ?? 0,
      until: brief.until ?? null,
      away:
        away === undefined
          ? null
          : {
              kind: away.kind,
              lastOn: away.lastOn,
              deputy: deputyIsThere ? { id: deputy.id, name: deputy.name } : null,
            },
    },
  ]
}

function awayOn(person: store.PersonFact, day: string) {
  return person.absences.find((away) => away.firstOn <= day && day <= away.lastOn)
}
