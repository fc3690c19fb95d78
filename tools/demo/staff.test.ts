import { expect, test } from 'vitest'
import { roles } from '#core/people/roles.ts'
import { leafCategories } from '../../packs/cn-community/categories.ts'
import { schematicWorld } from './boundaries.ts'
import { demoAccounts, fiveCommunities, staffPlan } from './staff.ts'

const { areas } = schematicWorld()
const levelOf = new Map(areas.map((area) => [area.code, area.level]))
const plan = staffPlan(areas, '2026-11-23T08:00:00Z')

test('every role is held, at a level where it may be granted', () => {
  const held = plan.people.flatMap((person) => person.grants)
  expect(new Set(held.map((grant) => grant.role))).toEqual(new Set(Object.keys(roles)))
  const wrong = held.filter(({ role, areaCode, unitCode }) => {
    const { levels, needsUnit } = roles[role]
    const fits = levels === null || levels.includes(levelOf.get(areaCode) ?? '')
    return !fits || needsUnit !== (unitCode !== null)
  })
  expect(wrong).toEqual([])
})

test('every grid has a leader and a worker, every community a desk, every street a centre', () => {
  const by = new Set(plan.people.flatMap((p) => p.grants.map((g) => `${g.role} ${g.areaCode}`)))
  const expected = { grid: 'gridLeader', community: 'communityDuty', street: 'streetDispatcher' }
  const lacking = Object.entries(expected).flatMap(([level, role]) =>
    areas.filter((area) => area.level === level && !by.has(`${role} ${area.code}`)),
  )
  expect(lacking).toEqual([])
  for (const code of fiveCommunities)
    expect(by.has(`deputyLeader ${code}001`) && by.has(`supervisionCommittee ${code}`)).toBe(true)
})

test('ids, logins and units are unique, and logins are lawful', () => {
  const logins = plan.people.map((person) => person.login)
  expect(new Set(logins).size).toBe(logins.length)
  expect(new Set(plan.people.map((person) => person.id)).size).toBe(logins.length)
  expect(new Set(plan.units.map((unit) => unit.code)).size).toBe(plan.units.length)
  for (const login of logins) expect(login).toMatch(/^[a-z0-9._-]{3,40}$/)
  for (const unit of plan.units) expect(unit.code.length).toBeLessThanOrEqual(40)
  for (const account of demoAccounts) expect(logins).toContain(account.login)
})

test('every matter has somebody to go to in a street or above', () => {
  const takers = plan.units.filter(
    (unit) => unit.areaCode === '500108006' || unit.areaCode === '500108',
  )
  const lost = leafCategories().filter(
    ({ code, section }) =>
      !/^C(05|06|99)/.test(code) &&
      !takers.some(
        (unit) =>
          unit.takes.some((start) => code.startsWith(start)) &&
          (unit.section === null || unit.section === section),
      ),
  )
  expect(lost.map((each) => each.code)).toEqual([])
})

test('duties overlap nobody and cover the night at every street centre', () => {
  const night = plan.duties.filter(
    (duty) => duty.areaCode === '500108006' && duty.from.includes('T12:'),
  )
  expect(night.length).toBe(16)
  expect(plan.absences.length).toBeGreaterThan(0)
  for (const { firstOn, lastOn } of plan.absences) expect(firstOn <= lastOn).toBe(true)
})
