import { describe, expect, test } from 'vitest'
import { instantAt } from '#core/kit/zones.ts'
import { deskName, dutyDesk, shiftsAround } from './duty-desk.ts'
import type { Candidate } from './responsible.ts'
import type { Role } from './roles.ts'

const chain = [
  { areaId: 111, level: 'grid' },
  { areaId: 11, level: 'community' },
  { areaId: 10, level: 'street' },
  { areaId: 2, level: 'district' },
]
const someone = (areaId: number, more: Partial<Candidate>): Candidate => ({
  areaId,
  unitId: null,
  personId: 'p',
  name: '某人',
  source: 'grant',
  role: null,
  ordinal: 1,
  until: null,
  away: null,
  ...more,
})
const shift = (areaId: number, until: string, more: Partial<Candidate> = {}) =>
  someone(areaId, { source: 'duty', until, ...more })
const post = (areaId: number, role: Role, more: Partial<Candidate> = {}) =>
  someone(areaId, { role, ...more })
const away = { away: { kind: 'leave', lastOn: '2026-05-12', deputy: null } } as const
const [six, eight] = ['2026-05-08T10:00:00Z', '2026-05-08T12:00:00Z']

test.each<[string, Candidate[], unknown]>([
  [
    'a shift of the community: its desk, until the last of those on duty goes',
    [shift(11, six), shift(11, eight), post(10, 'streetDispatcher')],
    { here: { areaId: 11, by: 'roster', until: eight }, standIn: null },
  ],
  [
    'no shift: the secretary by post, and the centre stands in with its own shift',
    [post(11, 'communitySecretary'), shift(10, six)],
    {
      here: { areaId: 11, by: 'post', until: null },
      standIn: { areaId: 10, by: 'roster', until: six },
    },
  ],
  [
    'nobody here: the centre by post',
    [post(11, 'communitySecretary', away), post(10, 'streetCommander')],
    { here: null, standIn: { areaId: 10, by: 'post', until: null } },
  ],
  [
    'a shift of somebody on leave is no shift; a shift of a unit is not the desk’s',
    [shift(11, six, away), shift(11, six, { unitId: 7 }), shift(2, eight)],
    { here: null, standIn: { areaId: 2, by: 'roster', until: eight } },
  ],
  ['a grid has no desk of its own', [shift(111, six)], { here: null, standIn: null }],
])('%s', (_, candidates, expected) => {
  expect(dutyDesk(chain, candidates)).toMatchObject(expected as object)
})

test('a centre answers by its post, without a roster of its own', () => {
  const found = dutyDesk(chain.slice(2), [post(10, 'streetDispatcher'), shift(2, eight)])
  expect(found).toMatchObject({ here: { areaId: 10, by: 'post' }, standIn: null })
})

test('the office has a name, and nobody’s', () => {
  const area = { zh: '同景社区', en: 'Tongjing' }
  expect(deskName('community', area)).toEqual({ zh: '同景社区值班台', en: 'duty desk of Tongjing' })
  expect(deskName('street', area).zh).toBe('同景社区指挥中心')
})

describe('which shift ends and which follows', () => {
  const at = (wall: string, zone = 'Asia/Shanghai') => instantAt(`${wall}:00`, zone) ?? ''
  const night = { from: at('2026-05-08T18:00'), to: at('2026-05-09T08:00') }
  const day = { from: at('2026-05-09T08:00'), to: at('2026-05-09T18:00') }
  test('over midnight', () => {
    expect(shiftsAround([night, day], at('2026-05-09T07:50'))).toEqual({
      endsAt: night.to,
      next: day,
    })
  })
  test('a gap after the shift: the next one is the one that comes', () => {
    const later = { from: at('2026-05-10T08:00'), to: at('2026-05-10T18:00') }
    expect(shiftsAround([night, later], at('2026-05-08T20:00')).next).toEqual(later)
  })
  test('no shift now', () => {
    expect(shiftsAround([day], at('2026-05-08T20:00'))).toEqual({ endsAt: null, next: day })
    expect(shiftsAround([], at('2026-05-08T20:00'))).toEqual({ endsAt: null, next: null })
  })
  test('the night the clocks go back has an hour more, the one they go forward an hour less', () => {
    const hours = (from: string, to: string) =>
      (Date.parse(at(to, 'America/New_York')) - Date.parse(at(from, 'America/New_York'))) /
      3_600_000
    expect(hours('2026-10-31T22:00', '2026-11-01T06:00')).toBe(9)
    expect(hours('2026-03-07T22:00', '2026-03-08T06:00')).toBe(7)
    const back = {
      from: at('2026-10-31T22:00', 'America/New_York'),
      to: at('2026-11-01T06:00', 'America/New_York'),
    }
    // Half past one comes twice; in both of them the same shift is on.
    for (const instant of ['2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z'])
      expect(shiftsAround([back], instant).endsAt).toBe(back.to)
  })
})
