// Anybody tries anything, in any order, at any time: whatever the rules let happen, the invariants of loop.md 1 hold.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { faultAfter } from '#testing/case-invariants.ts'
import { found, job, people, reported, to } from '#testing/case-town.ts'
import type { Story } from '#testing/case-town.ts'
import { verbs } from '#testing/case-verbs.ts'
import type { Verbs } from '#testing/case-verbs.ts'
import { moves } from './moves.ts'
import type { Move } from './moves.ts'

const everybody = [...Object.values(people), job, 'voice'] as const
// A missed meeting, a revised calendar, a rule that is off, grids that end and what is
// taken back at any time have tests of their own: here every due is held against the one calendar and
// the usual rules of the town.
const apart: readonly (keyof Verbs)[] = [
  'meetByPasses',
  'applyCalendar',
  'escalate',
  'redraw',
  'withdrawContact',
]
const names = (Object.keys(verbs) as (keyof Verbs)[]).filter((verb) => !apart.includes(verb))

const receiver = fc.constantFrom(...Object.values(to))
const tier = fc.constantFrom('T1', 'T2', 'T3', 'T4', 'T5')
const sometimes = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined, freq: 3 })
const said = fc.record(
  {
    to: receiver,
    tier,
    assists: fc.array(receiver, { maxLength: 1 }),
    matter: fc.constantFrom('major', 'minor', 'minor', 'private'),
    guidance: fc.constant('找调解员'),
    nextStep: fc.constant('周三下午'),
    category: fc.constantFrom('LAMP', 'NOISE', 'BRIDGE'),
    sameHead: fc.boolean(),
    upheld: fc.boolean(),
    onBehalf: fc.constantFrom('电话', null),
    outcome: fc.constantFrom('solved', 'referred', 'unfounded'),
    code: fc.constantFrom('wrong_unit', 'other', 'test_entry'),
    amount: fc.constantFrom(1, 2),
    proof: fc.constantFrom({}, { photosAfter: [] }),
    judgement: fc.constantFrom('done', 'not_done'),
    valid: fc.boolean(),
  },
  { requiredKeys: ['guidance', 'nextStep', 'onBehalf'] },
)
const correction = fc.oneof(
  fc.record({ field: fc.constant('tier' as const), tier, reason: fc.constant('层级不对') }),
  fc.record({
    field: fc.constant('urgency' as const),
    urgent: fc.boolean(),
    reason: fc.constant('有危险'),
  }),
  fc.record({
    field: fc.constant('category' as const),
    category: fc.constantFrom('LAMP', 'NOISE'),
    reason: fc.constant('类别不对'),
  }),
)
const attempt = fc.record({
  pick: fc.nat(),
  luck: fc.nat(9),
  more: said,
  correction,
  minutes: sometimes(fc.constantFrom(5, 60, 300, 1440, 4320, 12_000, 45_000)),
})
type Attempt = typeof attempt extends fc.Arbitrary<infer T> ? T : never

const actorOf = (story: Story, who: number) => {
  const actor = everybody[who % everybody.length]!
  return actor === 'voice' ? story.voice : actor
}
const moreOf = (verb: keyof Verbs, a: Attempt) =>
  verb === 'correct'
    ? a.correction
    : verb === 'void'
      ? { code: 'test_entry' }
      : withoutVoid(verb, a)
function withoutVoid(verb: keyof Verbs, a: Attempt): unknown {
  const { code, ...more } = a.more
  const coded =
    verb === 'transfer' && code !== 'test_entry' && code !== undefined ? { ...more, code } : more
  return verb === 'accept' || verb === 'triage' ? coded : { ...coded, category: undefined }
}

type Choice = { verb: keyof Verbs; by: ReturnType<typeof actorOf> }
const rare: readonly (keyof Verbs)[] = [
  'void',
  'archive',
  'note',
  'attach',
  'contact',
  'correct',
  'notAccept',
  'affectedToo',
  'stillBroken',
  'merge',
]
const jobs: readonly (keyof Verbs)[] = ['windowPasses', 'answer', 'resume', 'close', 'archive']
const all = names.flatMap((verb) => everybody.map((_, who) => ({ verb, who })))

/** Something somebody could do now, from a random place in the list of everything by everybody. */
function possible(story: Story, a: Attempt): Choice | null {
  // What happens by itself is often there first.
  const itself = jobs.find((verb) => story.decide(verb, job, moreOf(verb, a)).ok)
  if (itself !== undefined && a.luck % 2 === 0) return { verb: itself, by: job }
  for (let i = 0; i < all.length; i += 1) {
    // A step prime to the length visits everything once, and no verb before another.
    const { verb, who } = all[(a.pick + i * 311) % all.length]!
    const by = actorOf(story, who)
    if (a.luck > 0 && rare.includes(verb)) continue
    if (story.decide(verb, by, moreOf(verb, a)).ok) return { verb, by }
  }
  return null
}

function walk(start: Story, attempts: readonly Attempt[], met: Set<Move>): string | null {
  for (const a of attempts) {
    if (a.minutes !== undefined) start.minutes(a.minutes)
    const choice = possible(start, a)
    if (choice === null) continue
    const decided = start.decide(choice.verb, choice.by, moreOf(choice.verb, a))
    if (!decided.ok) continue
    const fault = faultAfter(start.file, decided.value, start.entries)
    if (fault !== null) return `${choice.by.id} ${choice.verb}: ${fault}`
    start.take(decided.value)
    for (const entry of decided.value.entries) met.add(entry.move)
  }
  return null
}

const starts = [
  () => reported(),
  () => reported({ voice: { hasContact: false } }),
  () => found({ category: 'LITTER' }),
  () => reported({ urgent: true, home: 3, filed: 3, grid: null }),
]

test('whatever is done, the invariants hold, and every move is met', () => {
  const met = new Set<Move>(['report'])
  fc.assert(
    fc.property(
      fc.nat(3),
      fc.array(attempt, { minLength: 30, maxLength: 60 }),
      (from, attempts) => {
        expect(walk(starts[from]!(), attempts, met)).toBeNull()
      },
    ),
    { numRuns: 220, seed: 20_261_129, endOnFailure: true },
  )
  expect(moves.filter((move) => !met.has(move))).toEqual(apart)
})
