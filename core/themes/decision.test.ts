import { expect, test } from 'vitest'
import { differenceOf, groupsOnlyHere, resourcesOnlyHere, sameTheme } from './difference.ts'
import { changeOf, judgeGoal } from './evaluation.ts'
import { applyRule, mustAgree, mustAttend, noticeGiven } from './meeting.ts'
import {
  type Standing,
  addMonths,
  measuredOf,
  whatLacks,
  whyCannotMove,
  windowsOf,
} from './programme.ts'

test.each([
  ['representatives', 81, 54, 68, 35],
  ['representatives', 82, 55, 55, 28],
  ['representatives', 3, 2, 2, 2],
  ['assembly', 100, 51, 51, 26],
  ['assembly', 101, 51, 60, 31],
  ['consultation', 30, null, 20, 11],
] as const)(
  '%s of %i: %s must come; of %i present %i must agree',
  (kind, expected, attend, attended, agree) => {
    expect(mustAttend({ kind, expected })).toBe(attend)
    expect(mustAgree(attended)).toBe(agree)
  },
)

const turnout = { kind: 'representatives', expected: 81, attended: 68 } as const
test.each([
  [turnout, { yes: 61, no: 4, abstain: 3 }, null],
  [turnout, { yes: 35, no: 33, abstain: 0 }, null],
  [turnout, { yes: 34, no: 34, abstain: 0 }, 'not_carried'],
  [turnout, { yes: 60, no: 5, abstain: 5 }, 'more_votes_than_people'],
  [{ ...turnout, attended: 53 }, { yes: 53, no: 0, abstain: 0 }, 'not_enough_came'],
  [{ ...turnout, kind: 'consultation' }, { yes: 68, no: 0, abstain: 0 }, 'only_consulted'],
] as const)('%j with %j: %s', (given, tally, refusal) => {
  const said = applyRule(given, tally, true)
  expect(said.ok ? null : said.refusal).toBe(refusal)
})

test('that nothing was chosen needs enough people, not a majority for it', () => {
  const said = applyRule(turnout, { yes: 10, no: 50, abstain: 8 }, false)
  expect(said).toMatchObject({ ok: true, value: { carried: false, mustAgree: 35 } })
})

test('ten days before an assembly', () => {
  const meeting = { kind: 'assembly', noticeOn: '2026-04-08', heldOn: '2026-04-18' } as const
  expect(noticeGiven(meeting)).toBe(true)
  expect(noticeGiven({ ...meeting, noticeOn: '2026-04-09' })).toBe(false)
  expect(noticeGiven({ ...meeting, kind: 'representatives', noticeOn: '2026-04-17' })).toBe(true)
})

const ready: Standing = {
  state: 'prepared',
  promise: '有病早看',
  circle: '步行一刻钟',
  hasNeeds: true,
  hasResources: true,
  measures: 1,
  criteria: 1,
}
test.each([
  [{}, 'pilot', null],
  [{ promise: null }, 'pilot', 'no_promise'],
  [{ circle: null }, 'pilot', 'no_circle'],
  [{ hasNeeds: false }, 'pilot', 'no_needs_evidence'],
  [{ hasResources: false }, 'pilot', 'no_resource_evidence'],
  [{ measures: 0 }, 'pilot', 'no_measures'],
  [{ criteria: 0 }, 'pilot', 'no_criteria'],
  [{}, 'running', 'wrong_state'],
  [{ state: 'pilot' }, 'evaluated', 'not_evaluated'],
  [{ state: 'evaluated' }, 'continued', null],
  [{ state: 'ended' }, 'pilot', 'wrong_state'],
] as const)('%j to %s: %s', (more, to, refusal) => {
  expect(whyCannotMove({ ...ready, ...more }, to)).toBe(refusal)
})

test('everything that lacks is named at once', () => {
  const bare = { ...ready, promise: null, measures: 0, criteria: 0 }
  expect(whatLacks(bare)).toEqual(['no_promise', 'no_measures', 'no_criteria'])
})

test('overlapping intervals show no change, whatever the estimates are', () => {
  const of = (num: number, den: number) => measuredOf({ value: (100 * num) / den, num, den })
  expect(changeOf(true, of(341, 1000), of(360, 1000))).toBe('noneSeen')
  expect(changeOf(true, of(341, 1000), of(480, 1000))).toBe('better')
  expect(changeOf(false, of(341, 1000), of(480, 1000))).toBe('worse')
  expect(changeOf(true, of(341, 1000), null)).toBe('unknown')
  // Sessions are counted, not sampled.
  expect(changeOf(true, measuredOf({ value: 11 }), measuredOf({ value: 38 }))).toBe('better')
  expect(measuredOf({ value: 50, num: 4, den: 8 })).toBeNull()
})

test('better and yet missed are both said', () => {
  const goal = { id: 'g', text: '场次', unit: '场', up: true, target: 42, criterion: true }
  const result = judgeGoal(goal, {
    before: measuredOf({ value: 11 }),
    after: measuredOf({ value: 38 }),
  })
  expect(result).toMatchObject({ change: 'better', reached: false })
})

test('a goal counts over its window: up to today while it runs, and as long before the start', () => {
  const goal = { months: 12, dueOn: '2027-04-18' }
  expect(windowsOf(goal, '2026-05-01', '2026-11-24')).toEqual({
    now: { from: '2026-04-18', to: '2026-11-24' },
    before: { from: '2025-05-01', to: '2026-05-01' },
  })
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2026-03-31', -13)).toBe('2025-02-28')
})

test('what an adopter kept, changed, dropped and added', () => {
  const source = [
    { id: 'a', text: '每周二讲堂' },
    { id: 'b', text: '义诊' },
    { id: 'c', text: '体检车' },
  ]
  const own = [
    { id: '1', from: 'a', text: '每周二讲堂' },
    { id: '2', from: 'b', text: '家庭义诊' },
    { id: '3', from: null, text: '楼栋茶话' },
  ]
  expect(differenceOf(source, own)).toEqual([
    { was: 'kept', text: '每周二讲堂' },
    { was: 'changed', from: '义诊', text: '家庭义诊' },
    { was: 'dropped', from: '体检车' },
    { was: 'added', text: '楼栋茶话' },
  ])
})

test('what is only here, and whose theme is the same', () => {
  const here = {
    reached: new Map([
      ['hospital', 3],
      ['school', 1],
    ]),
  }
  const other = {
    reached: new Map([
      ['hospital', 1],
      ['school', 2],
    ]),
  }
  expect(resourcesOnlyHere(here, [other])).toEqual([
    { of: 'resource', category: 'hospital', here: 3, most: 1 },
  ])
  const old = { key: 'age a60 a70', name: { zh: '60 岁及以上', en: '60 and over' } }
  expect(groupsOnlyHere([{ ...old, share: 31.2 }], [{ ...old, share: 22.6 }])).toHaveLength(1)
  expect(groupsOnlyHere([{ ...old, share: 24 }], [{ ...old, share: 22.6 }])).toHaveLength(0)
  const neighbour = (communityId: number, sameStreet: boolean, kindCode: string) => ({
    communityId,
    name: String(communityId),
    sameStreet,
    kindCode,
    themeName: { zh: '', en: '' },
  })
  const all = [
    neighbour(1, false, 'health'),
    neighbour(2, true, 'health'),
    neighbour(3, true, 'law'),
  ]
  expect(sameTheme('health', all).map(({ communityId }) => communityId)).toEqual([2, 1])
})
