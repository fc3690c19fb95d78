// Who is responsible now, for one receiver or for a page of them: the front door to loop.md 6.2. It has the same
// answer for every asker: `sentence` carries a name and is shown to staff, `publicSentence` to everybody else.
import { isValidOn, type Area } from '#core/places/area.ts'
import { assert } from '#core/kit/result.ts'
import type { Instant } from '#core/kit/time.ts'
import {
  responsible,
  type Candidate,
  type Responsible,
  type Rule,
} from '#core/people/responsible.ts'
import { roles } from '#core/people/roles.ts'
import type { Unit } from '#core/people/units.ts'
import type { App } from '#server/app.ts'
import { heirFirst } from '#server/places/geography.ts'
import type { Tx } from '#server/kit/db.ts'
import { localDay } from './local-day.ts'
import { prepareCandidates, type CandidateQuestion } from './roster-memory.ts'
import * as staff from './store-staff.ts'

type WithPeople = Pick<App, 'db' | 'places' | 'teams'>

export type Receiver = { readonly areaId: number; readonly unitId: number | null }

export type ResponsibleAsked = {
  /** Null asks for the place itself: who covers this grid now. */
  readonly receiver: (Receiver & { readonly personId?: string | null }) | null
  /** The grid in which the case was filed. */
  readonly gridId: number | null
  readonly instant: Instant
}

export type { Responsible, Rule }

export async function responsibleNow(
  app: WithPeople,
  tx: Tx,
  asked: ResponsibleAsked,
): Promise<Responsible> {
  const [answer] = await responsibleNowEach(app, tx, [asked])
  assert(answer !== undefined, 'one question has one answer')
  return answer
}

/** For a whole page of cases, in the order of the questions. Without waiting where it was asked before. */
export async function responsibleNowEach(
  app: WithPeople,
  tx: Tx,
  questions: readonly ResponsibleAsked[],
): Promise<Responsible[]> {
  const answer = await readyToAnswer(app, tx, questions)
  return questions.map((asked) => answer(asked))
}

/**
 * Brings all that these questions need into memory; each is answered when it is asked, once. A move asks for the
 * parties of one case this way: mostly a grant says enough, and nothing is worked out.
 */
export async function readyToAnswer(
  app: WithPeople,
  tx: Tx,
  questions: readonly ResponsibleAsked[],
): Promise<(asked: ResponsibleAsked) => Responsible> {
  const placed = new Map(
    questions.map((asked): [ResponsibleAsked, Placed] => {
      const chain = chainOf(app, asked)
      return [asked, { asked, chain, candidates: candidateQuestion(asked, chain) }]
    }),
  )
  const find = await prepareCandidates(
    app.db,
    tx,
    [...placed.values()].map((each) => each.candidates),
  )
  const units = await unitsOf(app, tx, questions)
  const answers = new Map<string, Responsible>()
  return (asked) => {
    const each = placed.get(asked)
    assert(each !== undefined, 'only what was prepared is answered')
    const key = JSON.stringify(each.candidates)
    const known = answers.get(key) ?? answerOf(app, each, { units, found: find(each.candidates) })
    answers.set(key, known)
    return known
  }
}

/** From memory; a unit that was founded a moment ago, or has ended, from its row. */
async function unitsOf(
  app: WithPeople,
  tx: Tx,
  questions: readonly ResponsibleAsked[],
): Promise<ReadonlyMap<number, Unit>> {
  const known = app.teams.units
  const ids = questions.flatMap(({ receiver }) => receiver?.unitId ?? [])
  const lacking = ids.filter((id) => !known.has(id))
  if (lacking.length === 0) return known
  return new Map([...known, ...(await staff.unitsById(tx, lacking))])
}

type Placed = { asked: ResponsibleAsked; chain: Area[]; candidates: CandidateQuestion }
type Known = { units: ReadonlyMap<number, Unit>; found: readonly Candidate[] }

function answerOf(app: WithPeople, placed: Placed, { units, found }: Known): Responsible {
  const { asked, chain, candidates } = placed
  const unitId = asked.receiver?.unitId ?? null
  const unit = unitId === null ? null : (units.get(unitId) ?? null)
  const { geography } = app.places
  return responsible(
    {
      chain: chain.map((area) => ({
        areaId: area.id,
        level: area.level,
        name: geography.label(area),
      })),
      unit: unit === null ? null : { id: unit.id, name: unit.name },
      personId: asked.receiver?.personId ?? null,
      timeZone: candidates.timeZone,
    },
    found,
  )
}

function candidateQuestion(asked: ResponsibleAsked, chain: readonly Area[]): CandidateQuestion {
  const { receiver, instant } = asked
  return {
    areaIds: chain.map((area) => area.id),
    unitIds: receiver?.unitId == null ? [] : [receiver.unitId],
    personIds: receiver?.personId == null ? [] : [receiver.personId],
    instant,
    timeZone: chain[0]?.timeZone ?? 'Asia/Shanghai',
  }
}

/** The receiving area first, then upward. An area that has ended is answered by its successor, else by its parent. */
function chainOf(app: WithPeople, asked: ResponsibleAsked): Area[] {
  const { geography } = app.places
  const id = asked.receiver?.areaId ?? asked.gridId
  const start = id === null ? geography.top() : geography.find(id)
  if (start === null) return []
  const day = localDay(asked.instant, start.timeZone)
  const current = successorOn(app, start, day)
  return geography
    .ancestors(current)
    .toReversed()
    .filter((area) => isValidOn(area, day))
}

/** Without a point the heir, else the successor with the lowest code, step by step if it ended too. */
export function successorOn(app: WithPeople, area: Area, day: string, steps = 8): Area {
  if (isValidOn(area, day) || day < area.validFrom || steps === 0) return area
  const { geography } = app.places
  const next = geography.successions
    .filter((row) => row.areaId === area.id && row.since <= day)
    .map(({ heir, successorId }) => ({ heir, area: geography.get(successorId) }))
    .toSorted(heirFirst)[0]?.area
  return next === undefined ? area : successorOn(app, next, day, steps - 1)
}

export type Head = {
  readonly personId: string
  readonly name: string | null
  readonly areaId: number
}

/**
 * The heads over a receiver, nearest first: of its unit, of its section, of its area, of the areas above. Who is
 * away is left out; on duty comes before rank.
 */
export async function headsOver(
  app: WithPeople,
  tx: Tx,
  receiver: Receiver,
  instant: Instant,
): Promise<Head[]> {
  const chain = chainOf(app, { receiver, gridId: null, instant })
  const unit =
    receiver.unitId === null
      ? null
      : (await staff.unitsById(tx, [receiver.unitId])).get(receiver.unitId)
  const unitIds = [unit?.id, unit?.underUnitId].flatMap((id) => id ?? [])
  const areaIds = chain.map((area) => area.id)
  const timeZone = chain[0]?.timeZone ?? 'Asia/Shanghai'
  const asked = { areaIds, unitIds, personIds: [], instant, timeZone }
  const candidates = (await prepareCandidates(app.db, tx, [asked]))(asked)
  const here = [
    ...unitIds.map((id) => candidates.filter((one) => one.unitId === id)),
    ...areaIds.map((id) => candidates.filter((one) => one.unitId === null && one.areaId === id)),
  ]
  const heads = here.flatMap(headsAmong)
  return heads.filter(
    (head, at) => heads.findIndex((other) => other.personId === head.personId) === at,
  )
}

function headsAmong(here: readonly Candidate[]): Head[] {
  const onDuty = new Set(here.flatMap((one) => (one.source === 'duty' ? [one.personId] : [])))
  const rank = (one: Candidate) => (onDuty.has(one.personId) ? 0 : 1)
  const heads = here
    .filter((one) => one.role !== null && roles[one.role].marks.includes('HD') && one.away === null)
    .toSorted((a, b) => rank(a) - rank(b))
  return heads.map((one) => ({ personId: one.personId, name: one.name, areaId: one.areaId ?? 0 }))
}

/** The head who is there; above a receiver without one, the nearest head above. */
export async function headOf(
  app: WithPeople,
  tx: Tx,
  receiver: Receiver,
  instant: Instant,
): Promise<Head | null> {
  return (await headsOver(app, tx, receiver, instant))[0] ?? null
}

/** Who leads this layer today: told at once of an urgent report. */
export function dutyLeaderOf(
  app: WithPeople,
  tx: Tx,
  areaId: number,
  instant: Instant,
): Promise<Head | null> {
  return headOf(app, tx, { areaId, unitId: null }, instant)
}
