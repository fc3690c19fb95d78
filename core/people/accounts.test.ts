import { expect, test } from 'vitest'
import {
  isWeakPassword,
  lockMinutes,
  mayKeepAccount,
  mayMeet,
  whyCannotGrant,
  type GrantWish,
  type Holder,
} from './accounts.ts'
import type { DatedGrant, Person } from './actor.ts'
import { allRoles, roles, type Role } from './roles.ts'

const street = { areaId: 10, areaPath: '/1/10/', level: 'street' }
const community = { areaId: 11, areaPath: '/1/10/11/', level: 'community' }
const held = (
  role: Role,
  area: { areaId: number; areaPath: string; level: string },
): DatedGrant => ({
  role,
  areaId: area.areaId,
  areaPath: area.areaPath,
  areaLevel: area.level,
  unitId: null,
  validFrom: '2026-01-01',
  validTo: null,
})
const admin = (...names: Role[]): Person => ({
  kind: 'person',
  id: 'admin',
  name: '郑安全',
  grants: names.map((role) => held(role, street)),
})
const nobodyYet: Holder = { id: 'p', grants: [] }
const wish = (more: Partial<GrantWish>): GrantWish => ({
  role: 'communityDuty',
  area: community,
  unit: null,
  validFrom: '2026-06-01',
  validTo: null,
  ...more,
})

test.each<[string, GrantWish, Holder, Person, string | null]>([
  ['plain', wish({}), nobodyYet, admin('securityAdmin'), null],
  ['system administrator', wish({}), nobodyYet, admin('systemAdmin'), 'not_allowed'],
  [
    'outside his area',
    wish({ area: { areaId: 2, areaPath: '/1/2/', level: 'community' } }),
    nobodyYet,
    admin('securityAdmin'),
    'not_allowed',
  ],
  ['himself', wish({}), { id: 'admin', grants: [] }, admin('securityAdmin'), 'not_to_oneself'],
  [
    'a street role in a community',
    wish({ role: 'streetDispatcher' }),
    nobodyYet,
    admin('securityAdmin'),
    'wrong_level',
  ],
  [
    'a unit role without unit',
    wish({ role: 'unitHead' }),
    nobodyYet,
    admin('securityAdmin'),
    'unit_needed',
  ],
  [
    'a unit for an area role',
    wish({ unit: { id: 7, areaId: 11 } }),
    nobodyYet,
    admin('securityAdmin'),
    'unit_not_fitting',
  ],
  [
    'a unit of elsewhere',
    wish({ role: 'unitHead', unit: { id: 7, areaId: 12 } }),
    nobodyYet,
    admin('securityAdmin'),
    'unit_not_fitting',
  ],
  [
    'ending before it begins',
    wish({ validTo: '2026-06-01' }),
    nobodyYet,
    admin('securityAdmin'),
    'dates_wrong',
  ],
  [
    'twice',
    wish({}),
    { id: 'p', grants: [held('communityDuty', community)] },
    admin('securityAdmin'),
    'already_granted',
  ],
  [
    'again after it ended',
    wish({}),
    { id: 'p', grants: [{ ...held('communityDuty', community), validTo: '2026-06-01' }] },
    admin('securityAdmin'),
    null,
  ],
  [
    'case work for an administrator',
    wish({}),
    { id: 'p', grants: [held('systemAdmin', street)] },
    admin('securityAdmin'),
    'administrators_stay_apart',
  ],
])('granting %s', (_, asked, to, by, refusal) => {
  expect(whyCannotGrant(asked, to, by)).toBe(refusal)
})

test('an administrator never works cases, the auditor administers nothing else', () => {
  for (const role of allRoles.filter((name) => !roles[name].administers))
    expect(mayMeet(role, 'systemAdmin')).toBe(false)
  expect(mayMeet('systemAdmin', 'securityAdmin')).toBe(true)
  expect(mayMeet('systemAdmin', 'auditAdmin')).toBe(false)
  expect(mayMeet('auditAdmin', 'securityAdmin')).toBe(false)
})

test('resetting an administrator takes the right to grant', () => {
  const clerk: Holder = { id: 'p', grants: [held('communityDuty', community)] }
  const security: Holder = { id: 'p', grants: [held('securityAdmin', street)] }
  expect(mayKeepAccount(admin('systemAdmin'), clerk, '2026-06-01')).toBe(true)
  expect(mayKeepAccount(admin('systemAdmin'), security, '2026-06-01')).toBe(false)
  expect(mayKeepAccount(admin('securityAdmin'), security, '2026-06-01')).toBe(true)
  expect(mayKeepAccount(admin('auditAdmin'), clerk, '2026-06-01')).toBe(false)
})

test.each([
  ['short', true],
  ['1234567890', true],
  ['aaaaaaaaaaaa', true],
  ['chenpaidan1', true],
  ['黄葛树下一起走走看看', false],
  ['three warm lamps', false],
])('password %s is weak: %s', (password, weak) => {
  expect(isWeakPassword(password, 'chenpaidan')).toBe(weak)
})

test('the delay grows from the fifth failure, to an hour', () => {
  expect([4, 5, 6, 8, 30].map(lockMinutes)).toEqual([0, 1, 2, 8, 60])
})
