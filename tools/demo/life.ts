// One life of a case, made by the real decisions of core/cases: nothing here sets a state, a clock or an entry.
import type { CaseFile } from '#core/cases/case.ts'
import type { Change, Entry } from '#core/cases/change.ts'
import { noticeOverdue, tellAt, thresholds, type Clock } from '#core/cases/clock.ts'
import { decideReport, type Placed, type Report } from '#core/cases/intake.ts'
import type { ParticularAnswers } from '#core/cases/particulars.ts'
import type { Settings } from '#core/cases/rules.ts'
import { toMs } from '#core/kit/time.ts'
import type { Actor } from '#core/people/actor.ts'
import type { Particular } from '#core/places/particulars.ts'
import { homeLayer } from '#server/cases/report.ts'
import { settingsAt, type Ground } from '#server/cases/settings.ts'
import type { Arrival } from './arrivals.ts'
import { anyone, type Cast } from './cast.ts'
import { hashUnit } from './hash.ts'
import { nextStep } from './next-step.ts'
import { subjectOf, type Album } from './photos.ts'
import { idOf } from './staff.ts'
import { desk, instant, teamAt, type Stage } from './stage.ts'

export type World = {
  ground: Ground
  cast: Cast
  album: Album
  /** Settings per place, as they are now: what differs between two moves is the instant alone. */
  settings: (areaId: number) => Settings
}

export function worldOf(ground: Ground, cast: Cast, album: Album, now: string): World {
  const kept = new Map<number, Settings>()
  const settings = (areaId: number): Settings => {
    const known = kept.get(areaId)
    if (known !== undefined) return known
    const fresh = settingsAt(ground, areaId, now)
    kept.set(areaId, fresh)
    return fresh
  }
  return { ground, cast, album, settings }
}

export type Life = { file: CaseFile; entries: Entry[]; refusals: string[] }

const stepsMax = 240

/** From the report until nothing more happens, or until now. */
export function live(world: World, arrival: Arrival, number: string, until: number): Life {
  const settings = world.settings(arrival.route.areaId)
  const begun = begin(world, arrival, number, settings)
  const life: Life = { file: begun.file, entries: [...begun.entries], refusals: [] }
  const done = new Set(['1:report'])
  for (let n = 0; n < stepsMax; n += 1) {
    const stage: Stage = { ...world, file: life.file, settings, until, done }
    const step = nextStep(stage)
    if (step === null || step.at >= until) break
    const at = Math.max(step.at, toMs(life.file.lastAt))
    const decided = step.decide(life.file, { ...settings, now: instant(at) })
    if (!decided.ok) {
      life.refusals.push(`${number} ${life.file.state}: ${decided.refusal}`)
      break
    }
    for (const entry of decided.value.entries) done.add(`${entry.round}:${entry.move}`)
    life.file = decided.value.file
    life.entries.push(...decided.value.entries)
  }
  life.file = {
    ...life.file,
    clocks: life.file.clocks.map((clock) => told(clock, settings, until)),
  }
  return life
}

/** What the jobs of those days have done by now: lateness noticed, thresholds told. */
function told(clock: Clock, settings: Settings, now: number): Clock {
  if (clock.endedAt !== null) return clock
  const reached = thresholds.filter((threshold) => {
    const at = tellAt(clock, threshold, settings.calendar)
    return at !== null && toMs(at) <= now
  })
  return { ...noticeOverdue(clock, instant(now)), told: reached }
}

function begin(world: World, arrival: Arrival, number: string, settings: Settings): Change {
  const { ground } = world
  const { route, community } = arrival
  const urgent = settings.category(arrival.category)?.urgent ?? false
  const filed = ground.places.geography.get(route.areaId)
  const homeAreaId = homeLayer(ground, filed, { urgent, source: arrival.source })
  const placed: Placed = {
    id: idOf(number),
    number,
    communityId: community.id,
    homeAreaId,
    filedAreaId: route.areaId,
    gridId: route.gridId,
  }
  const asked = settings.category(arrival.category)?.particulars ?? []
  const particulars = answersTo(asked, number)
  const said: Report = { ...reportOf(world, arrival, number), urgent, particulars }
  const by = reporterOf(world, arrival, placed)
  const decided = decideReport(said, placed, by, { ...settings, now: instant(arrival.at) })
  if (!decided.ok)
    throw new Error(`report ${number} of ${arrival.category} was refused: ${decided.refusal}`)
  return decided.value
}

const withVoice = ['RESIDENT_WEB', 'RESIDENT_PHONE', 'COUNTER', 'HOTLINE_12345']

function reportOf(
  world: World,
  arrival: Arrival,
  number: string,
): Omit<Report, 'urgent' | 'particulars'> {
  const { category, source, text, address, point } = arrival
  const picture = world.album.before.get(subjectOf(category))
  const share = source === 'GRID_PATROL' ? 0.7 : source === 'RESIDENT_WEB' ? 0.5 : 0
  const shown = !/^C0[13456]/.test(category) && hashUnit(`photo ${number}`) < share
  const leaves = hashUnit(`contact ${number}`) < (source === 'HOTLINE_12345' ? 0.95 : 0.7)
  return {
    source,
    category,
    text,
    address,
    point,
    photos: shown && picture !== undefined ? [picture] : [],
    voice: withVoice.includes(source) ? { hasContact: leaves } : null,
  }
}

/** Two in three answer what is asked; what would be urgent is told by its own stories. */
function answersTo(asked: readonly Particular[], number: string): ParticularAnswers {
  if (hashUnit(`answers ${number}`) > 0.67) return {}
  const given = asked.map(({ code, options }) => {
    const calm = options.filter((option) => option.urgent !== true)
    const at = Math.floor(hashUnit(`${code} ${number}`) * calm.length)
    return [code, calm[at]!.code] as const
  })
  return Object.fromEntries(given)
}

/** A resident alone, or the member of staff who found it or wrote it down. */
function reporterOf(world: World, { source, at, community }: Arrival, placed: Placed): Actor {
  const parent = community.parentId ?? community.id
  switch (source) {
    case 'RESIDENT_WEB':
      return anyone
    case 'DEVICE':
      return world.cast.system('devices')
    case 'OTHER_SYSTEM':
      return world.cast.system('partners')
    case 'GRID_PATROL': {
      const grid = placed.gridId
      const found = grid === null ? null : world.cast.worker(teamAt(grid), placed.number)
      return found ?? desk(world, teamAt(community.id), at)
    }
    case 'RESIDENT_PHONE':
    case 'COUNTER':
      return desk(world, teamAt(community.id), at)
    case 'HOTLINE_12345':
      return desk(world, teamAt(parent), at)
    case 'UPPER_LEVEL': {
      const district = world.ground.places.geography.get(parent).parentId ?? parent
      return desk(world, teamAt(district), at)
    }
  }
}
