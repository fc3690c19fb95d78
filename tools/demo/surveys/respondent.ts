// One invented household and how it answers. Age decides most; a little leans each community to its own theme.
import { type Answers, countedAnswers } from '#core/surveys/question.ts'
import type { Question, Questionnaire } from '#core/surveys/question.ts'
import type { Dice } from '../dice.ts'
import { type Topic, saysOf, skillOf } from './sayings.ts'

type Age = 'a18' | 'a35' | 'a50' | 'a60' | 'a70'
export type Lean = {
  /** Factors on the weight of a need. */
  needs: Readonly<Record<string, number>>
  ages: readonly (readonly [number, Age])[]
  /** Added to every feeling, in points of five. */
  mood: number
}

/** Older people fill in more forms than there are of them: that is what weights are for. */
export const respondents: Lean['ages'] = [
  [13, 'a18'],
  [22, 'a35'],
  [21, 'a50'],
  [27, 'a60'],
  [17, 'a70'],
]
type Row = readonly [young: number, parent: number, middle: number, old: number, oldest: number]
const ageAt: Record<Age, number> = { a18: 0, a35: 1, a50: 2, a60: 3, a70: 4 }

/** How often each age wants a thing. */
const wants: Record<string, Row> = {
  clinic: [5, 9, 16, 22, 26],
  chronic: [1, 2, 9, 17, 24],
  fitness: [7, 6, 10, 12, 6],
  meals: [1, 2, 4, 10, 19],
  eldercare: [1, 4, 6, 7, 15],
  childcare: [8, 22, 3, 2, 0.5],
  family: [5, 13, 3, 2, 1],
  neighbours: [3, 3, 5, 5, 4],
  market: [6, 6, 7, 7, 6],
  culture: [8, 5, 8, 9, 5],
  smart: [13, 8, 3, 1.5, 0.5],
  law: [4, 4, 5, 4, 3],
  jobs: [14, 7, 5, 1, 0.3],
  parking: [15, 18, 9, 4, 1.5],
  lift: [3, 5, 8, 12, 17],
  safety: [8, 7, 7, 6, 5],
}

type Home = {
  age: Age
  at: number
  woman: boolean
  child: string[]
  elder: boolean
  health: string
  high: boolean
  lift: boolean
  mood: number
}

export type Place = { grid: string; grids: readonly string[]; day: string }

export function respondent(by: Dice, form: Questionnaire, lean: Lean, place: Place): Answers {
  const home = homeOf(by, lean)
  const given: Answers = {}
  for (const section of form.sections)
    for (const question of section.questions) {
      // Nobody answers everything: what may be left out often is, the more so towards the end.
      const skips = question.required ? 0 : (skipped[question.code] ?? 0.05)
      if (by.chance(skips)) continue
      const value = answerOf(by, question, home, { lean, place })
      if (value !== null) given[question.code] = value
    }
  return countedAnswers(form, given)
}

const skipped: Record<string, number> = {
  sex: 0.02,
  tenure: 0.03,
  lamps: 0.46,
  lastVisit: 0.68,
  skill: 0.55,
  say: 0.62,
  rooms: 0.14,
  topics: 0.12,
  years: 0.08,
  minutes: 0.1,
}

function homeOf(by: Dice, lean: Lean): Home {
  const age = by.weighed(lean.ages)
  const at = ageAt[age]
  const child = childrenOf(by, at)
  const high = by.chance(0.55)
  return {
    age,
    at,
    woman: by.chance(0.57),
    child,
    elder: at >= 3 || by.chance(at === 1 ? 0.34 : 0.28),
    health: by.weighed([
      [[93, 86, 66, 48, 31][at] ?? 50, 'good'],
      [[6, 12, 30, 43, 46][at] ?? 30, 'chronic'],
      [[1, 2, 4, 9, 23][at] ?? 5, 'limited'],
    ]),
    high,
    lift: by.chance(0.52),
    mood: lean.mood + by.lognormal(1, 0.35) - 1,
  }
}

function childrenOf(by: Dice, at: number): string[] {
  const shares = [
    [0.14, 0.07, 0.03, 0.02],
    [0.15, 0.27, 0.36, 0.22],
    [0.05, 0.05, 0.05, 0.12],
    [0.1, 0.09, 0.08, 0.03],
    [0.03, 0.03, 0.04, 0.03],
  ][at] ?? [0, 0, 0, 0]
  const codes = ['u3', 'u7', 'u13', 'u18'].filter((_, i) => by.chance(shares[i] ?? 0))
  return codes.length === 0 ? ['none'] : codes
}

type Given = { lean: Lean; place: Place }
type Value = Answers[string] | null

function answerOf(by: Dice, question: Question, home: Home, given: Given): Value {
  const own =
    ofHome(by, question.code, home) ??
    ofPicks(by, question, home, given.lean) ??
    ofHabits(by, question.code, home, given.lean)
  if (own !== null) return own
  switch (question.kind) {
    case 'place':
      return by.chance(0.6) ? given.place.grid : by.pick(given.place.grids)
    case 'date':
      return dayBefore(given.place.day, Math.floor(by.lognormal(70, 0.9)))
    case 'rating':
      return ratingOf(by, question, home)
    case 'matrix':
      return matrixOf(by, question, home)
    case 'single':
      return by.pick(question.options).code
    default:
      return null
  }
}

const dayBefore = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - Math.min(days, 900) * 86_400_000)
    .toISOString()
    .slice(0, 10)

/** What the household is. */
function ofHome(by: Dice, code: string, home: Home): Value {
  const { at, age } = home
  switch (code) {
    case 'age':
      return age
    case 'sex':
      return home.woman ? 'f' : 'm'
    case 'tenure':
      return by.weighed([
        [[38, 68, 80, 80, 70][at] ?? 70, 'own'],
        [[55, 27, 13, 6, 4][at] ?? 10, 'rent'],
        [[7, 5, 7, 14, 26][at] ?? 10, 'kin'],
      ])
    case 'years':
      return Math.min(60, Math.round(by.lognormal([3, 7, 11, 14, 16][at] ?? 9, 0.6)))
    case 'size':
      return by.weighed([
        [[28, 5, 9, 16, 30][at] ?? 10, '1'],
        [[34, 12, 33, 46, 45][at] ?? 30, '2'],
        [[24, 43, 32, 14, 9][at] ?? 25, '3'],
        [[9, 26, 15, 11, 7][at] ?? 15, '4'],
        [[5, 14, 11, 13, 9][at] ?? 10, '5'],
      ])
    case 'children':
      return home.child
    case 'elder':
      return home.elder ? 'yes' : 'no'
    case 'health':
      return home.health
    case 'work':
      return by.weighed([
        [[70, 66, 42, 5, 0][at] ?? 30, 'job'],
        [[14, 19, 14, 5, 1][at] ?? 10, 'self'],
        [[6, 9, 14, 8, 9][at] ?? 8, 'home'],
        [[0, 0, 25, 81, 90][at] ?? 20, 'retired'],
        [[10, 6, 5, 1, 0][at] ?? 4, 'seeking'],
      ])
    case 'storey':
      return home.high ? (by.chance(0.6) ? 'high' : 'mid') : 'low'
    case 'hasLift':
      return home.lift ? 'yes' : 'no'
    case 'minutes':
      return Math.max(3, Math.round(by.lognormal([15, 14, 15, 14, 9][at] ?? 14, 0.4)))
    default:
      return null
  }
}

/** What it picks from lists. */
function ofPicks(by: Dice, question: Question, home: Home, lean: Lean): Value {
  const { at } = home
  switch (question.code) {
    case 'needs':
      return drawn(by, needWeights(home, lean, question), by.chance(0.9) ? 3 : by.int(1, 2))
    case 'rooms':
      return drawn(
        by,
        weighted(question, {
          clinic: 4 + 4 * at,
          hall: 6 + at,
          dance: 4 + (home.woman ? 5 : 0),
          read: 7,
          kids: home.child[0] === 'none' ? 2 : 16,
          tea: 4 + at,
        }),
        3,
      )
    case 'care':
      return by.chance(home.health === 'good' ? 0.16 : 0.03)
        ? ['none']
        : drawn(
            by,
            weighted(question, {
              check: 12,
              doctor: 8,
              visit: home.health === 'limited' ? 12 : 3,
              rehab: 5,
              medicine: 3 + at,
              none: 0,
            }),
            by.int(1, 3),
          )
    case 'forElders':
      return by.chance(0.24)
        ? ['none']
        : drawn(
            by,
            weighted(question, { meals: 10, company: 7, bath: 3, walk: 8, alarm: 8, none: 0 }),
            by.int(1, 3),
          )
    case 'times':
      return drawn(
        by,
        weighted(
          question,
          at >= 3 ? { am: 14, pm: 10, eve: 3, weekend: 3 } : { am: 2, pm: 2, eve: 10, weekend: 14 },
        ),
        by.int(1, 2),
      )
    case 'topics':
      return drawn(
        by,
        weighted(question, {
          tcm: 4 + 4 * at,
          heart: 3 + 4 * at,
          mind: 9,
          firstaid: 8,
          fraud: 3 + 3 * at,
          phone: 1 + 3 * at,
        }),
        by.int(1, 3),
      )
    default:
      return null
  }
}

/** What it does, knows and says. */
function ofHabits(by: Dice, code: string, home: Home, lean: Lean): Value {
  const { at } = home
  switch (code) {
    case 'visits':
      return by.weighed([
        [at >= 3 ? 24 : 6, 'week'],
        [at >= 3 ? 30 : 16, 'month'],
        [34, 'rare'],
        [at >= 3 ? 12 : 34, 'never'],
      ])
    case 'know':
      return by.chance([0.44, 0.56, 0.7, 0.82, 0.78][at] ?? 0.6) ? 'yes' : 'no'
    case 'alone':
      return by.weighed([
        [58, 'yes'],
        [27, 'partly'],
        [15, 'no'],
      ])
    case 'dispute':
      return by.chance(0.17) ? 'yes' : 'no'
    case 'channel':
      return by.weighed([
        [at >= 3 ? 30 : 62, 'group'],
        [at >= 3 ? 24 : 12, 'board'],
        [22, 'grid'],
        [at >= 3 ? 24 : 10, 'people'],
      ])
    case 'skill':
      return skillOf(by)
    case 'say':
      return saysOf(by, topicsOf(home, lean))
    default:
      return null
  }
}

function needWeights(home: Home, lean: Lean, { options }: Question): [number, string][] {
  return options.map(({ code }) => {
    let weight = wants[code]?.[home.at] ?? 2
    if (code === 'childcare' && home.child[0] !== 'none') weight *= 2.2
    if (code === 'chronic' && home.health !== 'good') weight *= 2
    if (code === 'lift' && home.high && !home.lift) weight *= 2.6
    if (code === 'lift' && home.lift) weight *= 0.25
    return [weight * (lean.needs[code] ?? 1), code]
  })
}

const weighted = ({ options }: Question, weights: Record<string, number>): [number, string][] =>
  options.map(({ code }) => [weights[code] ?? 3, code])

/** Some of them, each once, the likelier the earlier. */
function drawn(by: Dice, weights: [number, string][], count: number): string[] {
  const left = weights.filter(([weight]) => weight > 0)
  const taken: string[] = []
  while (taken.length < count && left.length > 0) {
    const code = by.weighed(left)
    taken.push(code)
    left.splice(
      left.findIndex(([, each]) => each === code),
      1,
    )
  }
  return taken
}

const middleOf: Record<string, number> = { gain: 3.5, happy: 3.8, secure: 3.9, belong: 3.4 }

function ratingOf(by: Dice, { code, scale }: Question, home: Home): number {
  const { from, to } = scale ?? { from: 1, to: 5 }
  const middle = to > 5 ? 7.1 : (middleOf[code] ?? 3.6)
  const older = home.at >= 3 ? 0.25 : home.at === 0 ? -0.15 : 0
  const step = (to - from) / 4
  const drawn =
    middle + step * (home.mood * 0.8 + older + (by.next() + by.next() + by.next() - 1.5) * 1.35)
  return Math.max(from, Math.min(to, Math.round(drawn)))
}

function matrixOf(by: Dice, { rows, options }: Question, home: Home): Record<string, string> {
  const bad: Record<string, number> = {
    park: 0.42,
    noise: 0.22,
    repair: 0.27,
    clean: 0.12,
    guard: 0.14,
    green: 0.13,
  }
  const codes = options.map(({ code }) => code)
  return Object.fromEntries(
    rows
      .filter(() => by.chance(0.97))
      .map(({ code }) => {
        const poor = Math.max(0.03, (bad[code] ?? 0.2) - home.mood * 0.1)
        const grade = by.chance(poor) ? 2 : by.chance(0.48) ? 1 : 0
        return [code, codes[Math.min(grade, codes.length - 1)] ?? '']
      }),
  )
}

function topicsOf(home: Home, lean: Lean): [number, Topic][] {
  const of = (need: string, weight: number) => weight * (lean.needs[need] ?? 1)
  return [
    [of('clinic', 4 + 4 * home.at), 'health'],
    [of('meals', 2 + 3 * home.at), 'elder'],
    [of('childcare', home.child[0] === 'none' ? 1 : 12), 'child'],
    [of('parking', home.at < 3 ? 9 : 3), 'park'],
    [of('safety', 5), 'light'],
    [of('lift', home.high && !home.lift ? 9 : 2), 'lift'],
    [5, 'clean'],
    [of('culture', 5), 'culture'],
    [home.mood > 0 ? 7 : 2, 'thanks'],
    [of('law', 4), 'law'],
    [of('jobs', home.at < 2 ? 5 : 1), 'work'],
  ]
}
