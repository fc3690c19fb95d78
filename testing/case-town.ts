// A town for the rules of the loop, in memory: one street with two communities, their grids, units that work, and one
// person per post. A case is a Story: people do things in it, and what they may not do is answered with its code.

import type { CaseFile, Receiver } from '#core/cases/case.ts'
import type { Change, Decided, Entry } from '#core/cases/change.ts'
import { defaultLoopRules } from '#core/cases/rules.ts'
import type { Settings } from '#core/cases/rules.ts'
import { decideReport } from '#core/cases/intake.ts'
import type { Report } from '#core/cases/intake.ts'
import { fromMs, toMs } from '#core/kit/time.ts'
import type { Instant } from '#core/kit/time.ts'
import type { Actor, Person } from '#core/people/actor.ts'
import { voiceActor } from '#core/people/actor.ts'
import type { Role } from '#core/people/roles.ts'
import { defaultSegments } from '#core/places/calendar.ts'
import type { Category } from '#core/places/category.ts'
import { verbs } from './case-verbs.ts'
import type { Verbs } from './case-verbs.ts'

export const area = {
  city: 1,
  district: 2,
  street: 3,
  community: 10,
  neighbours: 11,
  grid: 100,
  grid2: 101,
  farGrid: 110,
}
const paths: Record<number, string> = {
  1: '/1/',
  2: '/1/2/',
  3: '/1/2/3/',
  10: '/1/2/3/10/',
  11: '/1/2/3/11/',
  100: '/1/2/3/10/100/',
  101: '/1/2/3/10/101/',
  110: '/1/2/3/11/110/',
}
const levels: Record<number, string> = {
  1: 'city',
  2: 'district',
  3: 'street',
  10: 'community',
  11: 'community',
}

const team = (areaId: number): Receiver => ({ areaId, unitId: null })
/** Who may be given work. The police answer for no lamp, and nobody serves in the empty post. */
export const to = {
  grid: team(area.grid),
  grid2: team(area.grid2),
  community: team(area.community),
  street: team(area.street),
  post: { areaId: area.street, unitId: 20 },
  bureau: { areaId: area.district, unitId: 21 },
  property: { areaId: area.community, unitId: 22 },
  police: { areaId: area.street, unitId: 23 },
  emptyPost: { areaId: area.street, unitId: 24 },
} satisfies Record<string, Receiver>

function person(id: string, role: Role, areaId: number, unitId: number | null = null): Person {
  const areaLevel = levels[areaId] ?? 'grid'
  return {
    kind: 'person',
    id,
    name: id,
    grants: [{ role, areaId, areaPath: paths[areaId]!, areaLevel, unitId }],
  }
}

export const people = {
  liu: person('liu', 'gridLeader', area.grid),
  luo: person('luo', 'deputyLeader', area.grid),
  zhou: person('zhou', 'gridWorker', area.grid),
  mei: person('mei', 'partTimeWorker', area.grid),
  sun: person('sun', 'gridLeader', area.grid2),
  wu: person('wu', 'communityDuty', area.community),
  ma: person('ma', 'communityDuty', area.community),
  he: person('he', 'communitySecretary', area.community),
  chen: person('chen', 'streetDispatcher', area.street),
  cao: person('cao', 'streetCommander', area.street),
  qian: person('qian', 'unitMember', area.street, 20),
  feng: person('feng', 'unitHead', area.street, 20),
  guo: person('guo', 'unitMember', area.district, 21),
  jiang: person('jiang', 'unitHead', area.district, 21),
  pan: person('pan', 'unitMember', area.community, 22),
  deng: person('deng', 'districtDispatcher', area.district),
  du: person('du', 'districtCommander', area.district),
  shi: person('shi', 'ruleKeeper', area.district),
  stranger: person('stranger', 'gridWorker', area.farGrid),
}
export const job: Actor = { kind: 'job', id: 'wake' }
export const anyone: Actor = { kind: 'anyone', id: 'web' }

const plain: Category = {
  code: 'LAMP',
  parent: null,
  class: 'P',
  zh: '路灯不亮',
  en: 'Street lamp out',
  keywords: [],
  filing: { zh: '夜间不亮', en: 'Dark at night' },
  closing: { zh: '恢复照明', en: 'Lit again' },
  limit: null,
  tier: 'T2',
  section: 'livelihood',
  evidence: {
    text: true,
    photoAfter: true,
    photoBefore: false,
    placeWithinM: 50,
    takenAfterDispatch: true,
    onSite: false,
  },
  selfHandle: { fullTime: false, partTime: false },
  urgent: false,
  matter: 'major',
  openToPublic: true,
  placePrecision: 'point',
}
const wordsOnly = {
  ...plain.evidence,
  photoAfter: false,
  placeWithinM: null,
  takenAfterDispatch: false,
}
export const categories: readonly Category[] = [
  plain,
  { ...plain, code: 'LITTER', selfHandle: { fullTime: true, partTime: false } },
  {
    ...plain,
    code: 'NOISE',
    class: 'C',
    evidence: wordsOnly,
    limit: { kind: 'WORK_DAY', amount: 2 },
  },
  { ...plain, code: 'BRIDGE', evidence: { ...wordsOnly, onSite: true }, tier: 'T4' },
  { ...plain, code: 'GAS', evidence: wordsOnly, urgent: true },
]

export const place = { lon: 106.605, lat: 29.505 }

/** What the rules ask of this town at an instant. 2026 is known and has no day off here but the weekends. */
export function settingsAt(now: Instant): Settings {
  return {
    now,
    calendar,
    rules: defaultLoopRules,
    category: (code) => categories.find((each) => each.code === code) ?? null,
    spot: (areaId) => ({ areaId, areaPath: paths[areaId]! }),
    responsible: () => null,
    mayReceive: (receiver, _category, filed) =>
      receiver.unitId !== 23 && paths[filed]!.startsWith(paths[receiver.areaId]!),
    isStaffed: (receiver) => receiver.unitId !== 24,
  }
}
const calendar = {
  version: '2026-1',
  timeZone: 'Asia/Shanghai',
  segments: defaultSegments,
  workDayHours: 8,
  daysOff: new Set<string>(),
  makeUpDays: new Set<string>(),
  knownYears: new Set([2026, 2027]),
}

/** '2026-03-03 09:00' as the town's clocks show it. */
export const local = (wall: string): Instant =>
  fromMs(Date.parse(`${wall.replace(' ', 'T')}${wall.length === 16 ? ':00' : ''}+08:00`))

type Result = { [V in keyof Verbs]: (more?: Parameters<Verbs[V]>[3]) => string }
type Acts = { [V in keyof Verbs]: (more?: Parameters<Verbs[V]>[3]) => Story }

export class Story {
  file: CaseFile
  entries: Entry[]
  now: Instant

  constructor(change: Change, now: Instant) {
    this.file = change.file
    this.entries = change.entries
    this.now = now
  }

  get voice(): Actor {
    return voiceActor(this.file.id, 1)
  }

  /** Sets the clock of the town, never back. */
  at(wall: string): this {
    return this.until(local(wall))
  }
  until(instant: Instant): this {
    if (toMs(instant) > toMs(this.now)) this.now = instant
    return this
  }
  minutes(count: number): this {
    return this.until(fromMs(toMs(this.now) + count * 60_000))
  }

  /** The code with which it is refused, or 'done'; nothing is changed. */
  tries(by: Actor): Result {
    return this.each((verb, more) => {
      const decided = this.decide(verb, by, more)
      return decided.ok ? 'done' : decided.refusal
    }) as Result
  }

  /** It happens; being refused is a fault of the test. */
  by(by: Actor): Acts {
    return this.each((verb, more) => {
      const decided = this.decide(verb, by, more)
      if (!decided.ok) throw new Error(`${by.id} ${verb}: ${decided.refusal} in ${this.file.state}`)
      return this.take(decided.value)
    }) as Acts
  }

  decide(verb: keyof Verbs, by: Actor, more?: unknown): Decided {
    const decide = verbs[verb] as (c: CaseFile, by: Actor, s: Settings, more: unknown) => Decided
    return decide(this.file, by, settingsAt(this.now), more)
  }

  take(change: Change): this {
    this.file = change.file
    this.entries = [...this.entries, ...change.entries]
    return this
  }

  private each(act: (verb: keyof Verbs, more: unknown) => unknown): unknown {
    const names = Object.keys(verbs) as (keyof Verbs)[]
    return Object.fromEntries(names.map((verb) => [verb, (more?: unknown) => act(verb, more)]))
  }

  /** The same case to go on with differently. */
  copy(): Story {
    return new Story({ file: this.file, entries: this.entries }, this.now)
  }
}

/** A Tuesday morning. */
export const morning = '2026-03-03 09:00'

export type Given = Partial<Report> & {
  by?: Actor
  home?: number
  filed?: number
  grid?: number | null
  at?: string
}

/** A resident reports a lamp in the first grid, with a number to be reached at. */
export function reported(given: Given = {}): Story {
  const { by = anyone, home = area.community, grid = area.grid, at = morning, ...report } = given
  const now = local(at)
  const whole: Report = {
    source: 'RESIDENT_WEB',
    category: 'LAMP',
    urgent: false,
    text: '巷口的灯不亮',
    address: null,
    point: place,
    photos: [],
    voice: { hasContact: true },
    ...report,
  }
  const placed = {
    id: '00000000-0000-4000-8000-000000000001',
    number: '500108106003-26-00001',
    communityId: area.community,
    homeAreaId: home,
    filedAreaId: given.filed ?? grid ?? home,
    gridId: grid,
  }
  const decided = decideReport(whole, placed, by, settingsAt(now))
  if (!decided.ok) throw new Error(decided.refusal)
  return new Story(decided.value, now)
}

/** A find of the grid's own people: nobody's words but theirs. */
export const found = (given: Given = {}): Story =>
  reported({ source: 'GRID_PATROL', voice: null, by: people.zhou, ...given })

export const filed = (given: Given = {}): Story => reported(given).by(people.wu).accept()
export const sorted = (given: Given = {}): Story => filed(given).by(people.wu).triage()
/** Given to the lamp post of the street. */
export const dispatched = (given: Given = {}): Story => sorted(given).by(people.wu).dispatch()
export const handling = (given: Given = {}): Story => dispatched(given).by(people.qian).acceptDuty()
export const handled = (given: Given = {}): Story =>
  handling(given).minutes(30).by(people.qian).handle()
export const checked = (given: Given = {}): Story => handled(given).by(people.wu).checkPass()
export const closed = (given: Given = {}): Story => checked(given).by(people.he).close()
