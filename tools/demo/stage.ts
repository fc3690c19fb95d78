// What the next step of a case is decided from: the file as it stands, its place, the people around it, and its
// fate. A fate is a chance that depends on the case and the question alone, so the same case asks it any number of
// times and hears the same answer: no other memory is needed, neither in filling nor in playing on.
import { topLeg, type CaseFile, type Receiver } from '#core/cases/case.ts'
import { limitSeconds, runsInWorkTime } from '#core/cases/clock.ts'
import { openClock } from '#core/cases/ticking.ts'
import type { Decided } from '#core/cases/change.ts'
import type { Settings } from '#core/cases/rules.ts'
import { fromMs, toMs } from '#core/kit/time.ts'
import type { Actor, Person } from '#core/people/actor.ts'
import type { Role } from '#core/people/roles.ts'
import type { Area } from '#core/places/area.ts'
import { afterWork, workMs } from '#core/places/calendar.ts'
import type { Category } from '#core/places/category.ts'
import type { Ground } from '#server/cases/settings.ts'
import type { Cast } from './cast.ts'
import { dice, type Dice } from './dice.ts'
import { hashUnit } from './hash.ts'
import type { Album } from './photos.ts'

export type Stage = {
  file: CaseFile
  settings: Settings
  ground: Ground
  cast: Cast
  album: Album
  /** The present: no photo was taken after it. */
  until: number
  /** Moves made so far, as "round:move". */
  done: ReadonlySet<string>
}

export type Step = {
  /** Epoch milliseconds. */
  at: number
  by: Actor
  decide: (file: CaseFile, settings: Settings) => Decided
}

const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** Happens to this case in this round, or does not: always the same answer. */
export function fated(stage: Stage, question: string, share: number): boolean {
  return hashUnit(`${stage.file.number} ${stage.file.round} ${question}`) < share
}

/** Dice for the words and times of one moment of the case. */
export function diceOf(stage: Stage, question: string): Dice {
  return dice(`${stage.file.number} ${stage.file.version} ${question}`)
}

export const wasDone = (stage: Stage, move: string): boolean =>
  stage.done.has(`${stage.file.round}:${move}`)

const lastMs = (stage: Stage): number => toMs(stage.file.lastAt)

/**
 * A while later: in work time for ordinary matters, on the wall and much sooner for urgent ones. Whoever works
 * against a short promise is quicker at everything.
 */
export function soon(stage: Stage, question: string, workMinutes: number): number {
  const { calendar } = stage.settings
  const by = diceOf(stage, question)
  const clock = openClock(stage.file, 'HANDLE')
  const hours = clock === null ? 24 : limitSeconds(clock.limitKind, clock.amount, calendar) / 3600
  const haste = Math.min(1, Math.max(0.1, hours / 24))
  const amount = Math.min(by.lognormal(workMinutes, 0.8), workMinutes * 14) * minute * haste
  if (stage.file.urgent) return whole(lastMs(stage) + Math.max(minute, amount / 7))
  if (clock !== null && !runsInWorkTime(clock.limitKind)) return awake(lastMs(stage) + amount)
  return whole(afterWork(calendar, lastMs(stage), amount))
}

/** A while later on the wall clock: residents and jobs keep no office hours, but sleep. */
export function later(
  stage: Stage,
  question: string,
  hours: readonly [from: number, to: number],
): number {
  const by = diceOf(stage, question)
  const [from, to] = hours
  return awake(lastMs(stage) + (from + (to - from) * by.next() ** 2) * hour)
}

function awake(ms: number): number {
  const local = ((ms + 8 * hour) % day) / hour
  return whole(local < 7 ? ms + (7 - local) * hour : ms)
}

export const whole = (ms: number): number => Math.floor(ms / 1000) * 1000
export const instant = (ms: number): string => fromMs(whole(ms))

export function categoryOf(stage: Stage): Category {
  const category = stage.settings.category(stage.file.category)
  if (category === null) throw new Error(`no category ${stage.file.category}`)
  return category
}

/** The area itself or one above it, of a level. */
export function areaUp(stage: Stage, level: string): Area | null {
  const { geography } = stage.ground.places
  const filed = geography.get(stage.file.filedAreaId)
  return [filed, ...geography.ancestors(filed)].find((area) => area.level === level) ?? null
}

export const teamAt = (areaId: number): Receiver => ({ areaId, unitId: null })
export const homeTeam = (stage: Stage): Receiver => teamAt(stage.file.homeAreaId)

export const deskRoles: readonly Role[] = [
  'communityDuty',
  'streetDispatcher',
  'districtDispatcher',
  'cityDispatcher',
  'communitySecretary',
  'streetCommander',
  'districtCommander',
]

/** Whoever sits at the desk of a team at that hour: the second in the list has the night. */
export function desk(
  stage: Pick<Stage, 'cast'>,
  at: Receiver,
  ms: number,
  not: readonly string[] = [],
): Person {
  const local = ((ms + 8 * hour) % day) / hour
  const first = stage.cast.find(at, deskRoles, not)
  const night = local < 8 || local >= 20
  const second = night && first !== null ? stage.cast.find(at, deskRoles, [...not, first.id]) : null
  const found = second ?? first
  if (found === null) throw new Error(`nobody is at the desk of area ${at.areaId}`)
  return found
}

const headRoles: readonly Role[] = [
  'communitySecretary',
  'streetCommander',
  'districtCommander',
  'cityCommander',
  'unitHead',
  'sectionHead',
  'gridLeader',
]

export const head = (stage: Stage, at: Receiver, not: readonly string[] = []): Person | null =>
  stage.cast.find(at, headRoles, not)

/** The area above, for reviews and supervision. */
export function parentTeam(stage: Stage, areaId: number): Receiver | null {
  const { geography } = stage.ground.places
  const parent = geography.get(areaId).parentId
  return parent === null ? null : teamAt(parent)
}

/** Who does the work of the top layer: the same person of its team through the whole round. */
export function worker(stage: Stage, at: Receiver, ms: number): Person {
  const found = stage.cast.worker(at, `${stage.file.number} ${stage.file.round}`)
  return found ?? desk(stage, at, ms)
}

export const topReceiver = (stage: Stage): Receiver =>
  topLeg(stage.file)?.receiver ?? homeTeam(stage)

/** A share of what is left of the promise, counted in the time in which it runs. */
export function partWay(stage: Stage, share: number): number {
  const { calendar } = stage.settings
  const last = toMs(stage.file.lastAt)
  const clock = openClock(stage.file, 'HANDLE')
  const due = clock?.dueAt == null ? null : toMs(clock.dueAt)
  if (clock === null || due === null || due <= last) return soon(stage, 'part', 90)
  const work = clock.limitKind === 'WORK_DAY' || clock.limitKind === 'WORK_HOUR'
  if (!work) return whole(last + (due - last) * share)
  return whole(afterWork(calendar, last, workMs(calendar, last, due) * share))
}
