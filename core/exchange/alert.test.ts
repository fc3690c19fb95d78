import { describe, expect, test } from 'vitest'
import { type Chosen, type Happened, addressTyped, codeGood, linkGood, wants } from './alert.ts'
import { dueOf } from './alert-due.ts'

const zone = 'Asia/Shanghai'
const chosen: Chosen = { areas: [7, 8], kinds: ['board.outage', 'case.new'], topics: ['E01'] }

describe('who wants to hear of what', () => {
  test.each<[string, Happened, boolean]>([
    ['a notice of the kind, here', { kind: 'board.outage', areas: [1, 7], topics: [] }, true],
    ['of another kind', { kind: 'board.meeting', areas: [7], topics: [] }, false],
    ['of another place', { kind: 'board.outage', areas: [1, 9], topics: [] }, false],
    ['a case of the topic', { kind: 'case.new', areas: [1, 8], topics: ['E', 'E01'] }, true],
    ['of another topic', { kind: 'case.new', areas: [8], topics: ['P', 'P01'] }, false],
    ['closed, which was not chosen', { kind: 'case.closed', areas: [8], topics: ['E01'] }, false],
  ])('%s', (_, happened, wanted) => {
    expect(wants(chosen, happened)).toBe(wanted)
  })
  test('no topic means all of them', () => {
    const happened: Happened = { kind: 'case.new', areas: [8], topics: ['P', 'P01'] }
    expect(wants({ ...chosen, topics: [] }, happened)).toBe(true)
  })
})

// 3 March 2026 is a Tuesday.
test.each([
  [
    'at once by mail, at any hour',
    'now',
    'mail',
    'case.new',
    '2026-03-03T15:30:00Z',
    '2026-03-03T15:30:00Z',
  ],
  ['at once by day', 'now', 'sms', 'case.new', '2026-03-03T02:00:00Z', '2026-03-03T02:00:00Z'],
  [
    'in the morning what comes late',
    'now',
    'sms',
    'case.new',
    '2026-03-03T13:00:00Z',
    '2026-03-03T23:00:00Z',
  ],
  [
    'in the morning what comes early',
    'now',
    'sms',
    'board.meeting',
    '2026-03-02T20:00:00Z',
    '2026-03-02T23:00:00Z',
  ],
  [
    'at night if the water is off',
    'now',
    'sms',
    'board.outage',
    '2026-03-03T15:30:00Z',
    '2026-03-03T15:30:00Z',
  ],
  ['this evening', 'daily', 'mail', 'case.new', '2026-03-03T02:00:00Z', '2026-03-03T10:00:00Z'],
  ['the next evening', 'daily', 'mail', 'case.new', '2026-03-03T10:00:00Z', '2026-03-04T10:00:00Z'],
  ['on Friday', 'weekly', 'mail', 'case.new', '2026-03-03T02:00:00Z', '2026-03-06T10:00:00Z'],
  ['on Friday week', 'weekly', 'mail', 'case.new', '2026-03-06T11:00:00Z', '2026-03-13T10:00:00Z'],
] as const)('is told %s', (_, pace, channel, kind, at, due) => {
  expect(Date.parse(dueOf({ pace, channel, kind }, at, zone))).toBe(Date.parse(due))
})

test.each([
  ['sms', ' 139 1111-0001 ', '13911110001'],
  ['sms', '12', null],
  ['mail', ' A.B@Example.org', 'a.b@example.org'],
  ['mail', 'nobody', null],
] as const)('an address by %s: %s', (channel, typed, address) => {
  expect(addressTyped(channel, typed)).toBe(address)
})

test('a code is good for half an hour and five tries, the link for a day', () => {
  const askedAt = '2026-03-03T01:00:00Z'
  expect(codeGood({ askedAt, tries: 4 }, '2026-03-03T01:29:00Z')).toBe(true)
  expect(codeGood({ askedAt, tries: 5 }, '2026-03-03T01:01:00Z')).toBe(false)
  expect(codeGood({ askedAt, tries: 0 }, '2026-03-03T01:30:00Z')).toBe(false)
  expect(linkGood({ askedAt, tries: 9 }, '2026-03-04T00:59:00Z')).toBe(true)
  expect(linkGood({ askedAt, tries: 0 }, '2026-03-04T01:00:00Z')).toBe(false)
})
