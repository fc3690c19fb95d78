import { describe, expect, test } from 'vitest'
import type { Actor, Grant } from '#core/people/actor.ts'
import type { Role } from '#core/people/roles.ts'
import { local, settingsAt } from '#testing/case-town.ts'
import {
  type Glass,
  glassEnds,
  isGlassOpen,
  isReviewLate,
  reviewDue,
  whyCannotBreak,
  whyCannotReview,
} from './break-glass.ts'

const grant = (role: Role, areaPath: string): Grant => ({
  role,
  areaPath,
  areaId: Number(areaPath.split('/').at(-2)),
  areaLevel: 'community',
  unitId: null,
})
const person = (id: string, ...grants: Grant[]): Actor => ({ kind: 'person', id, name: id, grants })
const home = { areaId: 23, areaPath: '/1/15/23/' }
const elsewhere = '/1/16/40/'

describe('opening', () => {
  const asked = { reason: '燃气泄漏，要马上联系楼上', sees: false, open: 0 }
  const duty = person('duty', grant('communityDuty', elsewhere))
  test.each<[string, Actor, Partial<typeof asked>, string | null]>([
    ['a duty person of another community', duty, {}, null],
    ['a head of another community', person('x', grant('communitySecretary', elsewhere)), {}, null],
    ['a grid worker', person('x', grant('gridWorker', elsewhere)), {}, 'not_allowed'],
    ['the system administrator', person('x', grant('systemAdmin', '/1/')), {}, 'not_allowed'],
    ['the security administrator', person('x', grant('securityAdmin', '/1/')), {}, 'not_allowed'],
    ['the auditor', person('x', grant('auditAdmin', '/1/')), {}, 'not_allowed'],
    ['nobody with a post', person('x'), {}, 'not_allowed'],
    ['a job', { kind: 'job', id: 'wake' }, {}, 'not_allowed'],
    ['whoever sees it anyway', duty, { sees: true }, 'already_yours'],
    ['two words', duty, { reason: '看看' }, 'reason_missing'],
    ['spaces', duty, { reason: '            ' }, 'reason_missing'],
    ['a fourth at once', duty, { open: 3 }, 'too_many_open'],
  ])('%s', (_, by, more, expected) => {
    expect(whyCannotBreak(by, { ...asked, ...more })).toBe(expected)
  })
})

const opened = '2026-03-03T01:00:00.000Z'
const glass: Glass = {
  personId: 'duty',
  openedAt: opened,
  endsAt: glassEnds(opened),
  endedAt: null,
  reviewedAt: null,
}

test.each([
  ['2026-03-03T01:59:59.999Z', null, true],
  ['2026-03-03T02:00:00.000Z', null, false],
  ['2026-03-03T01:30:00.000Z', '2026-03-03T01:20:00.000Z', false],
])('at %s, given back %s: open %s', (now, endedAt, open) => {
  expect(isGlassOpen({ ...glass, endedAt }, now)).toBe(open)
})

describe('reviewing', () => {
  const late = '2026-03-03T03:00:00.000Z'
  const head = person('head', grant('communitySecretary', home.areaPath))
  test.each<[string, Actor, Glass, string, string | null]>([
    ['the head of the place', head, glass, late, null],
    ['the head above', person('x', grant('streetCommander', '/1/15/')), glass, late, null],
    [
      'its duty person',
      person('x', grant('communityDuty', home.areaPath)),
      glass,
      late,
      'not_allowed',
    ],
    [
      'a head elsewhere',
      person('x', grant('communitySecretary', elsewhere)),
      glass,
      late,
      'not_allowed',
    ],
    ['whoever looked', head, { ...glass, personId: 'head' }, late, 'not_to_oneself'],
    ['while it is open', head, glass, '2026-03-03T01:10:00.000Z', 'still_open'],
    ['a second time', head, { ...glass, reviewedAt: late }, late, 'already_reviewed'],
  ])('%s', (_, by, of, now, expected) => {
    expect(whyCannotReview(by, of, { home, now })).toBe(expected)
  })
})

describe('until when a review is owed', () => {
  const { calendar } = settingsAt(local('2026-03-06 15:00'))
  const endsAt = local('2026-03-06 16:00')
  test.each([
    ['five working days over a weekend', null, 5, '2026-03-13 16:00'],
    ['one, from when it was given back', '2026-03-06 15:10', 1, '2026-03-09 15:10'],
    ['given back on a Saturday', '2026-03-07 11:00', 1, '2026-03-09 18:00'],
  ])('%s', (_, ended, days, due) => {
    const endedAt = ended === null ? null : local(ended)
    const owed = reviewDue({ endsAt, endedAt }, { calendar, days })
    expect(owed).toBe(local(due))
    const late = (now: string, reviewedAt: string | null = null) =>
      isReviewLate({ reviewedAt }, { due: owed, now })
    expect([late(owed), late('2027-01-01T00:00:00Z')]).toEqual([false, true])
    expect(late('2027-01-01T00:00:00Z', owed)).toBe(false)
  })
})
