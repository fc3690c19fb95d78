import { describe, expect, test } from 'vitest'
import { area, people } from '#testing/case-town.ts'
import {
  atDesk,
  countsOf,
  handoverSpan,
  mayReadHandovers,
  whyCannotTake,
  whysOf,
} from './handover.ts'

const spot = { areaId: area.community, areaPath: '/1/2/3/10/' }
const away = { areaId: area.neighbours, areaPath: '/1/2/3/11/' }

test.each([
  ['the duty person', people.wu, true, true],
  ['the secretary', people.he, true, true],
  ['the street centre, which stands in', people.chen, true, true],
  ['the district, which only reads', people.deng, true, false],
  ['a grid leader', people.liu, false, false],
  ['a member of a unit', people.qian, false, false],
])('%s', (_, who, reads, writes) => {
  expect([mayReadHandovers(who, spot), atDesk(who, spot)]).toEqual([reads, writes])
})

test('whoever has a shift here reads and writes here, and only here', () => {
  const stands = [{ ...spot, unitId: null }]
  const guest = { ...people.liu, stands }
  expect([mayReadHandovers(guest, spot), atDesk(guest, spot)]).toEqual([true, true])
  expect(mayReadHandovers(guest, away)).toBe(false)
  const ofUnit = { ...people.liu, stands: [{ ...spot, unitId: 20 }] }
  expect(atDesk(ofUnit, spot)).toBe(false)
})

test.each([
  ['somebody else of the desk takes it over', { writtenBy: 'wu', takenBy: null }, people.ma, null],
  ['not the writer', { writtenBy: 'wu', takenBy: null }, people.wu, 'own_handover'],
  ['once', { writtenBy: 'wu', takenBy: 'he' }, people.ma, 'handover_taken'],
  ['there is none', null, people.ma, 'no_such_handover'],
  ['from elsewhere', { writtenBy: 'wu', takenBy: null }, people.deng, 'not_at_this_desk'],
])('taking over: %s', (_, note, who, why) => {
  expect(whyCannotTake(note, who, spot)).toBe(why)
})

describe('of which time a note speaks', () => {
  const night = { from: '2026-03-03T10:00:00Z', to: '2026-03-04T00:00:00Z' }
  const day = { from: '2026-03-04T00:00:00Z', to: '2026-03-04T10:00:00Z' }
  test.each([
    ['to the end of the next shift', [night, day], '2026-03-03T23:50:00Z', night.to, day.to],
    [
      'no next shift: twelve hours more',
      [night],
      '2026-03-03T23:50:00Z',
      night.to,
      '2026-03-04T12:00:00Z',
    ],
    ['no roster: twelve hours from now', [], '2026-03-03T23:50:00Z', null, '2026-03-04T11:50:00Z'],
  ])('%s', (_, shifts, now, endsAt, until) => {
    expect(handoverSpan(shifts, now)).toEqual({ endsAt, until })
  })
})

test('each case is named once with all its reasons, and counted under each', () => {
  const both = whysOf({ urgent: true, due: true, waiting: false, promised: false })
  expect(both).toEqual(['urgent', 'due'])
  expect(
    countsOf([
      { number: 'a', why: both },
      { number: 'b', why: ['waiting'] },
    ]),
  ).toEqual({
    urgent: 1,
    due: 1,
    waiting: 1,
    promised: 0,
  })
})
