// The one case told on the project's drawings: three dead lamps on a stepped path, handed up three layers and
// closed back through each. Told anew at the end of every week, so that its reporter has the last word just now.
import type { Decided } from '#core/cases/change.ts'
import { decideClose } from '#core/cases/closing.ts'
import { decideCheckPass, decideConfirmOnward } from '#core/cases/check.ts'
import { decideAssistDone } from '#core/cases/assists.ts'
import { decideAcceptDuty, decideDispatch } from '#core/cases/dispatch.ts'
import { decideHandle } from '#core/cases/handling.ts'
import {
  decideAccept,
  decideReport,
  decideVerified,
  decideVerifyBeforeFiling,
} from '#core/cases/intake.ts'
import { decideNote } from '#core/cases/correct.ts'
import { decideTriage } from '#core/cases/triage.ts'
import { decideAnswer, decideContact, decideWaitForReporter } from '#core/cases/waiting.ts'
import type { CaseFile } from '#core/cases/case.ts'
import { localDate, nextDate, toMs, weekday } from '#core/kit/time.ts'
import { startOfDay } from '#core/kit/zones.ts'
import { voiceActor, type Actor, type Person } from '#core/people/actor.ts'
import { pointWithin, type Outline } from '#core/places/geometry.ts'
import { locate } from '#server/places/index-of-places.ts'
import type { Arrival } from './arrivals.ts'
import { anyone } from './cast.ts'
import type { Life, World } from './life.ts'
import { idOf } from './staff.ts'
import { instant, teamAt } from './stage.ts'

export const storyNumber = '500108006008-26-03187'
export const storySerial = 3187
const communityCode = '500108006008'
const gridCode = '500108006008004'
const category = 'P01-37-2'

/** The evening of the Friday before the last Tuesday afternoon that is over. */
export function storyAt(now: string): number {
  for (let back = 0; ; back += 1) {
    const date = nextDate(localDate(now, 'Asia/Shanghai'), -back)
    const tuesday = toMs(startOfDay(date, 'Asia/Shanghai')) + clock(14, 30)
    if (weekday(date) === 2 && tuesday < toMs(now))
      return tuesday - clock(14, 30) - 4 * clock(24, 0) + clock(19, 42)
  }
}

const clock = (hours: number, minutes: number): number => (hours * 60 + minutes) * 60_000

export function storyArrival(
  world: World,
  outlines: ReadonlyMap<string, Outline>,
  at: number,
): Arrival {
  const { geography } = world.ground.places
  const community = geography.findByCode(communityCode)
  const outline = outlines.get(gridCode)
  if (community === null || outline === undefined) throw new Error('the story has no ground')
  const point = pointWithin(outline)
  const text =
    '第二个拐弯那三盏灯黑了快一个星期，我妈七十多，晚上下去倒垃圾要扶着墙走。梯坎步道 3 盏路灯不亮，老人下梯看不清。'
  const address = '群慧村 菜市坝上来的梯坎步道，第二个拐弯'
  const route = locate(world.ground, { point, chosen: null, at: instant(at) })
  return { at, community, category, source: 'RESIDENT_WEB', text, address, point, route }
}

type People = {
  duty: Person
  worker: Person
  day: Person
  check: Person
  lamps: Person
  order: Person
}

function peopleOf(world: World): People {
  const person = (of: string) => {
    const found = world.cast.byId(idOf(of))
    if (found === null) throw new Error(`the story misses ${of}`)
    return found
  }
  return {
    duty: person('duty-500108006008'),
    worker: person(`grid-${gridCode}`),
    day: person('desk-day-500108006'),
    check: person('desk-check-500108006'),
    lamps: person('head-500108-lamps'),
    order: person('head-500108006-livelihood-cityscape'),
  }
}

type Beat = readonly [
  at: number,
  by: Actor,
  decide: (f: CaseFile, s: Parameters<typeof decideAccept>[3]) => Decided,
]

export function tellStory(world: World, arrival: Arrival, until: number): Life {
  const settings = world.settings(arrival.route.areaId)
  const placed = {
    id: idOf(storyNumber),
    number: storyNumber,
    communityId: arrival.community.id,
    homeAreaId: arrival.community.id,
    filedAreaId: arrival.route.areaId,
    gridId: arrival.route.gridId,
  }
  const { source, text, address, point } = arrival
  const photos = [world.album.before.get('lamp') ?? ''].filter((hash) => hash !== '')
  const said = {
    source,
    category,
    urgent: false,
    text,
    address,
    point,
    photos,
    voice: { hasContact: true },
  }
  const begun = decideReport(said, placed, anyone, { ...settings, now: instant(arrival.at) })
  if (!begun.ok) throw new Error(`the story was refused: ${begun.refusal}`)
  const life: Life = { file: begun.value.file, entries: [...begun.value.entries], refusals: [] }
  for (const [at, , decide] of beats(world, arrival, placed.id)) {
    if (at >= until) break
    const decided = decide(life.file, { ...settings, now: instant(at) })
    if (!decided.ok) throw new Error(`the story stops at ${life.file.state}: ${decided.refusal}`)
    life.file = decided.value.file
    life.entries.push(...decided.value.entries)
  }
  return life
}

/** Hours and minutes of the drawings; days count from the Friday. */
function beats(world: World, arrival: Arrival, caseId: string): Beat[] {
  const midnight = arrival.at - clock(19, 42)
  const on = (days: number, hours: number, minutes: number) =>
    midnight + days * clock(24, 0) + clock(hours, minutes)
  return [
    ...evening(world, on),
    ...work(world, on, voiceActor(caseId, 1), arrival),
    ...wayBack(world, on),
  ]
}

type On = (days: number, hours: number, minutes: number) => number

function evening(world: World, on: On): Beat[] {
  const { duty, worker, day } = peopleOf(world)
  const street = world.cast.named(teamAt(areaId(world, '500108006')))
  const lead = unitNamed(world, '500108', '500108-lamps')
  const assist = {
    ...unitNamed(world, '500108006', '500108006-livelihood-cityscape'),
    task: '协助围护和疏导',
    meetBy: null,
  }
  const triage = {
    matter: 'major',
    category,
    tier: 'T3',
    urgent: false,
    guidance: null,
    nextStep: null,
  } as const
  const verify = { verifier: worker.id, verifierName: '专职网格员' }
  return [
    [on(0, 19, 58), duty, (f, s) => decideVerifyBeforeFiling(f, duty, verify, s)],
    [
      on(0, 20, 15),
      worker,
      (f, s) =>
        decideVerified(
          f,
          worker,
          { found: true, note: '到场核实属实，灯杆3根，都在步道第二个拐弯。' },
          s,
        ),
    ],
    [on(0, 20, 22), duty, (f, s) => decideAccept(f, duty, { category, conditionMet: true }, s)],
    [on(0, 20, 22), duty, (f, s) => decideTriage(f, duty, triage, s)],
    [
      on(0, 20, 22),
      duty,
      (f, s) =>
        decideDispatch(
          f,
          duty,
          { lead: street, assists: [], tier: null, note: '路灯属区照明所管护，请街道转办。' },
          s,
        ),
    ],
    [on(0, 20, 31), day, (f, s) => decideAcceptDuty(f, day, s)],
    [
      on(0, 20, 36),
      day,
      (f, s) => decideDispatch(f, day, { lead, assists: [assist], tier: 'T4', note: null }, s),
    ],
  ]
}

function work(world: World, on: On, reporter: Actor, arrival: Arrival): Beat[] {
  const { lamps, order } = peopleOf(world)
  const proof = {
    text: '换光源2盏，修灯杆线路1处，三盏都亮，交回前后照片。',
    photosBefore: [world.album.before.get('lamp') ?? ''],
    photosAfter: [world.album.after.get('lamp') ?? ''],
    takenAt: instant(on(3, 18, 52)),
    point:
      arrival.point === null
        ? null
        : { lon: arrival.point.lon + 0.00004, lat: arrival.point.lat + 0.00004 },
  }
  const called = { reached: true, how: 'phone', note: '说明了安排，请补充位置。' } as const
  const answer = { words: '菜市坝上来第二个拐弯那几盏。', onBehalf: null }
  return [
    [on(3, 8, 6), lamps, (f, s) => decideAcceptDuty(f, lamps, s)],
    [on(3, 9, 48), lamps, (f, s) => decideContact(f, lamps, called, s)],
    [
      on(3, 10, 0),
      lamps,
      (f, s) =>
        decideWaitForReporter(f, lamps, { question: '步道有两段，请问是哪一段、第几个拐弯？' }, s),
    ],
    [on(3, 11, 0), reporter, (f, s) => decideAnswer(f, reporter, answer, s)],
    [
      on(4, 9, 20),
      order,
      (f, s) => decideAssistDone(f, order, { leg: 2, words: '围护已撤，步道恢复通行。' }, s),
    ],
    [on(4, 10, 40), lamps, (f, s) => decideHandle(f, lamps, { proof, outcome: 'solved' }, s)],
  ]
}

function wayBack(world: World, on: On): Beat[] {
  const { duty, worker, day, check } = peopleOf(world)
  const words = '三盏路灯已修好：换光源2盏、修线路1处，夜里复看都亮。谢谢您告诉我们，也请您看一眼。'
  return [
    [
      on(4, 11, 35),
      check,
      (f, s) =>
        decideCheckPass(
          f,
          check,
          { how: 'on_site', note: '到场，三盏灯都亮。核查人没有参与处置。' },
          s,
        ),
    ],
    [on(4, 11, 36), day, (f, s) => decideConfirmOnward(f, day, s)],
    [
      on(4, 11, 50),
      duty,
      (f, s) =>
        decideCheckPass(f, duty, { how: 'by_proof', note: '看过前后照片，转网格到场复看。' }, s),
    ],
    [
      on(4, 14, 0),
      worker,
      (f, s) => decideNote(f, worker, { words: '到场复看，三盏都亮。', photos: [] }, s),
    ],
    [
      on(4, 14, 5),
      duty,
      (f, s) => decideClose(f, duty, { outcome: 'solved', words, conditionMet: true }, s),
    ],
  ]
}

function areaId(world: World, code: string): number {
  return world.ground.places.geography.findByCode(code)?.id ?? 0
}

function unitNamed(world: World, area: string, code: string) {
  const unit = [...world.ground.teams.units.values()].find((each) => each.code === code)
  return world.cast.named({ areaId: areaId(world, area), unitId: unit?.id ?? null })
}
