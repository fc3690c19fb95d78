import { describe, expect, test } from 'vitest'
import { grantsOn, type DatedGrant, type Grant, type Person } from './actor.ts'
import {
  advisesAt,
  dutyAt,
  dutyOver,
  gridTeam,
  hasRight,
  headAt,
  isGiver,
  isHolder,
  keepsRoster,
  marksAt,
  parentDuty,
  parentSpot,
  roots,
  selfHandling,
  supervises,
  unitsOf,
  type Party,
} from './rights.ts'
import { allRoles, roles, type Mark, type Role } from './roles.ts'

// A small tree: city 1, district 2, streets 10 and 20, communities 11, 12 (street 10) and 21 (street 20),
// grids 111, 112 (community 11) and 121 (community 12), micro-grid 1111; unit 7 sits at street 10, 8 at 20.
const paths: Record<number, string> = {
  1: '/1/',
  2: '/1/2/',
  10: '/1/2/10/',
  20: '/1/2/20/',
  11: '/1/2/10/11/',
  12: '/1/2/10/12/',
  21: '/1/2/20/21/',
  111: '/1/2/10/11/111/',
  112: '/1/2/10/11/112/',
  121: '/1/2/10/12/121/',
  1111: '/1/2/10/11/111/1111/',
}
const levelOf = ['', 'city', 'district', 'street', 'community', 'grid', 'micro']
const at = (areaId: number, unitId: number | null = null): Party => ({
  areaId,
  areaPath: paths[areaId] ?? '',
  unitId,
})
const grant = (role: Role, areaId: number, unitId: number | null = null): Grant => ({
  role,
  areaId,
  areaPath: paths[areaId] ?? '',
  areaLevel: levelOf[(paths[areaId] ?? '').split('/').length - 2] ?? '',
  unitId,
})
const person = (...grants: Grant[]): Person => ({
  kind: 'person',
  id: 'p1',
  name: '陈调度',
  grants,
})
const who = (role: Role, areaId: number, unitId: number | null = null) =>
  person(grant(role, areaId, unitId))

const table: [role: Role, grantedAt: number, unit: number | null, askedAt: Party, marks: Mark[]][] =
  [
    ['gridWorker', 111, null, at(111), ['GW', 'LH']],
    ['gridWorker', 111, null, at(112), []],
    ['gridWorker', 111, null, at(11), []],
    ['partTimeWorker', 111, null, at(111), ['GW']],
    ['microGridHead', 1111, null, at(111), ['GW']],
    ['microGridHead', 1111, null, at(112), []],
    ['gridLeader', 111, null, at(111), ['GL', 'LH', 'LG', 'HD']],
    ['gridLeader', 111, null, at(121), []],
    ['gridLeader', 111, null, at(11), []],
    ['gridLeader', 111, null, at(1111), ['SV']],
    ['deputyLeader', 111, null, at(111), ['GL', 'LH', 'LG', 'HD']],
    ['gridInstructor', 11, null, at(111), []],
    ['communityDuty', 11, null, at(11), ['DP', 'LH', 'LG']],
    ['communityDuty', 11, null, at(12), []],
    ['communityDuty', 11, null, at(10), []],
    ['communityDuty', 11, null, at(111), ['UP', 'RV']],
    ['communityDuty', 11, null, at(10, 7), []],
    ['communitySecretary', 11, null, at(11), ['DP', 'LH', 'LG', 'HD']],
    ['communitySecretary', 11, null, at(111), ['UP', 'RV', 'SV']],
    ['communitySecretary', 11, null, at(121), []],
    ['streetDispatcher', 10, null, at(10), ['DP', 'LH', 'LG']],
    ['streetDispatcher', 10, null, at(11), ['DP', 'LG', 'UP', 'RV']],
    ['streetDispatcher', 10, null, at(21), []],
    ['streetDispatcher', 10, null, at(20), []],
    ['streetDispatcher', 10, null, at(2), []],
    ['streetDispatcher', 10, null, at(111), ['UP', 'RV']],
    ['streetCommander', 10, null, at(10), ['DP', 'LH', 'LG', 'HD']],
    ['streetCommander', 10, null, at(11), ['DP', 'LG', 'UP', 'RV', 'SV']],
    ['streetCommander', 10, null, at(21), []],
    ['districtDispatcher', 2, null, at(2), ['DP', 'LH', 'LG']],
    ['districtDispatcher', 2, null, at(10), ['UP', 'RV']],
    ['districtDispatcher', 2, null, at(11), []],
    ['districtCommander', 2, null, at(10), ['UP', 'RV', 'SV']],
    ['districtCommander', 2, null, at(111), ['SV']],
    ['cityDispatcher', 1, null, at(2), ['UP', 'RV']],
    ['cityCommander', 1, null, at(1), ['DP', 'LH', 'LG', 'HD', 'UP', 'RV']],
    ['cityCommander', 1, null, at(11), ['SV']],
    ['sectionHead', 10, 7, at(10, 7), ['LH', 'LG', 'HD']],
    ['sectionHead', 10, 7, at(20, 8), []],
    ['sectionHead', 10, 7, at(10), []],
    ['postMember', 10, 7, at(10, 7), ['LH']],
    ['unitHead', 10, 7, at(10, 7), ['LH', 'LG', 'HD']],
    ['unitMember', 10, 7, at(10, 7), ['LH']],
    ['unitMember', 10, 7, at(20, 8), []],
    ['unitMember', 10, 7, at(11), []],
    ['centreStaff', 11, null, at(11), []],
    ['ruleKeeper', 2, null, at(2), []],
    ['supervisionCommittee', 11, null, at(11), []],
    ['systemAdmin', 1, null, at(11), []],
    ['securityAdmin', 1, null, at(1), []],
    ['auditAdmin', 1, null, at(1), []],
  ]

test.each(table)('%s of %s (unit %s) asked at %o', (role, grantedAt, unit, askedAt, marks) => {
  expect([...marksAt(who(role, grantedAt, unit), askedAt)].toSorted()).toEqual(marks.toSorted())
})

test('every role is in the table, so a new one cannot arrive unruled', () => {
  expect(new Set(table.map(([role]) => role))).toEqual(new Set(allRoles))
})

test('voices, jobs, systems and strangers have no marks anywhere', () => {
  for (const id of Object.keys(paths)) {
    const spot = at(Number(id))
    expect(marksAt({ kind: 'job', id: 'clock' }, spot).size).toBe(0)
    expect(marksAt({ kind: 'voice', id: 'v', caseId: 'c', voice: 1 }, spot).size).toBe(0)
    expect(marksAt({ kind: 'anyone', id: 'x' }, spot).size).toBe(0)
    expect(marksAt(person(), spot).size).toBe(0)
  }
})

describe('dates', () => {
  const dated: DatedGrant[] = [
    { ...grant('gridLeader', 111), validFrom: '2026-03-01', validTo: '2026-04-01' },
  ]
  test.each([
    ['2026-02-28', 0],
    ['2026-03-01', 1],
    ['2026-03-31', 1],
    ['2026-04-01', 0],
  ])('on %s %i grants hold', (day, count) => {
    expect(grantsOn(dated, day)).toHaveLength(count)
  })
})

describe('reach', () => {
  test('whoever is responsible now by roster may hold, nobody else by that door', () => {
    expect(isHolder(who('communityDuty', 11), at(111))).toBe(false)
  })
  test('a street centre does the duty of its own communities only', () => {
    expect(dutyAt(who('streetDispatcher', 10), at(12))).toBe(true)
    expect(dutyAt(who('streetDispatcher', 10), at(21))).toBe(false)
    expect(dutyAt(who('streetDispatcher', 10), at(111))).toBe(false)
    expect(isGiver(who('streetCommander', 10), at(11))).toBe(true)
  })
  test('members of a unit do not answer as its giver, its head does', () => {
    expect(isGiver(who('unitMember', 10, 7), at(10, 7))).toBe(false)
    expect(isGiver(who('unitHead', 10, 7), at(10, 7))).toBe(true)
    expect(headAt(who('unitHead', 10, 7), at(10, 8))).toBe(false)
  })
  test('part-time workers and micro-grid heads handle on the spot with limits', () => {
    expect(selfHandling(who('gridWorker', 111), 111)).toBe('full')
    expect(selfHandling(who('partTimeWorker', 111), 111)).toBe('limited')
    expect(selfHandling(who('microGridHead', 1111), 111)).toBe('limited')
    expect(selfHandling(who('gridWorker', 111), 112)).toBe('none')
    expect(gridTeam(who('communityDuty', 11), 111)).toBe(false)
  })
  test('instructors advise below their grant', () => {
    expect(advisesAt(who('gridInstructor', 11), at(111))).toBe(true)
    expect(advisesAt(who('gridInstructor', 11), at(121))).toBe(false)
  })
  test('the top area has no parent, its head reviews', () => {
    expect(parentSpot(at(1))).toBeNull()
    expect(parentDuty(who('cityDispatcher', 1), at(1))).toBe(false)
    expect(parentDuty(who('cityCommander', 1), at(1))).toBe(true)
    expect(supervises(who('cityCommander', 1), at(1))).toBe(false)
  })
  test('a path is no text prefix: area 11 does not cover area 111 of another place', () => {
    expect(
      supervises(person({ ...grant('communitySecretary', 11), areaPath: '/1/' }), at(21)),
    ).toBe(true)
    expect(supervises(who('communitySecretary', 11), { areaId: 5, areaPath: '/1/2/10/115/' })).toBe(
      false,
    )
  })
  test('merging across communities needs somebody over both', () => {
    expect(dutyOver(who('communityDuty', 11), [at(11), at(12)])).toBe(false)
    expect(dutyOver(who('streetDispatcher', 10), [at(11), at(12)])).toBe(true)
    expect(dutyOver(who('streetDispatcher', 10), [at(11), at(21)])).toBe(false)
  })
})

describe('sight and rights', () => {
  test('roots leave out what is contained, units and administrators see no area', () => {
    expect(roots(person(grant('gridWorker', 111), grant('communityDuty', 11)))).toEqual([
      '/1/2/10/11/',
    ])
    expect(roots(who('unitHead', 10, 7))).toEqual([])
    expect(unitsOf(who('unitHead', 10, 7))).toEqual([7])
    for (const role of allRoles.filter((name) => roles[name].administers))
      expect(roots(who(role, 1))).toEqual([])
  })
  test('a token sees its subtree only with the scope for cases', () => {
    const token = {
      kind: 'system',
      id: 't',
      name: '数据平台',
      areaId: 2,
      areaPath: '/1/2/',
    } as const
    expect(roots({ ...token, scopes: ['cases:read'] })).toEqual(['/1/2/'])
    expect(roots({ ...token, scopes: ['open311'] })).toEqual([])
  })
  test.each([
    ['communitySecretary', 11, at(111), true],
    ['communitySecretary', 11, at(12), false],
    ['communityDuty', 11, at(11), false],
    ['streetCommander', 10, at(11), true],
    ['streetCommander', 10, at(10, 7), true],
    ['districtCommander', 2, at(111), true],
  ] as const)('%s of %s keeps the roster of %o: %s', (role, area, party, may) => {
    expect(keepsRoster(who(role, area), party)).toBe(may)
  })
  test('a head keeps the roster of the own unit, not of the street around it', () => {
    expect(keepsRoster(who('unitHead', 10, 7), at(10, 7))).toBe(true)
    expect(keepsRoster(who('unitHead', 10, 7), at(10))).toBe(false)
    expect(keepsRoster(who('unitMember', 10, 7), at(10, 7))).toBe(false)
  })
  test('accounts, grants and the log of looks are in different hands', () => {
    expect(hasRight(who('systemAdmin', 1), 'keepAccounts', at(11))).toBe(true)
    expect(hasRight(who('systemAdmin', 1), 'keepGrants', at(11))).toBe(false)
    expect(hasRight(who('securityAdmin', 1), 'keepGrants', at(11))).toBe(true)
    expect(hasRight(who('securityAdmin', 1), 'readLooks', at(11))).toBe(false)
    expect(hasRight(who('auditAdmin', 2), 'readLooks', at(11))).toBe(true)
    expect(hasRight(who('auditAdmin', 20), 'readLooks', at(11))).toBe(false)
  })
})
