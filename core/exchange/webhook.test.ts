import { describe, expect, test } from 'vitest'
import { moves } from '#core/cases/moves.ts'
import {
  type EventKind,
  type News,
  type Reach,
  eventKinds,
  isGivenUp,
  kindOf,
  nextTryAt,
  triesMax,
  whatToTell,
} from './webhook.ts'

const at = '2026-03-02T00:00:00.000Z'
const all: Reach = { path: '/1/2/', kinds: eventKinds, readsCases: false }
const closed: News = { move: 'close', filedPath: '/1/2/7/', isPublic: true, audience: 'public' }

describe('who hears of what', () => {
  test.each<[string, Partial<Reach>, Partial<News>, boolean, EventKind | null]>([
    ['a public closing in the area', {}, {}, false, 'case.closed'],
    ['one outside it', {}, { filedPath: '/1/3/' }, false, null],
    ['a kind nobody asked for', { kinds: ['case.filed'] }, {}, false, null],
    ['a note', {}, { move: 'note', audience: 'staff' }, false, null],
    ['a move only the reporter reads', {}, { audience: 'voices' }, false, null],
    ['a matter that is not public', {}, { isPublic: false }, false, null],
    ['one that is no longer public', {}, { isPublic: false }, true, 'case.withdrawn'],
    ['… whatever kinds were asked for', { kinds: [] }, { isPublic: false }, true, 'case.withdrawn'],
    ['one that moved away', {}, { move: 'correct', filedPath: '/1/3/' }, true, 'case.withdrawn'],
    ['one elsewhere that goes on', {}, { filedPath: '/1/3/' }, true, null],
    [
      'not public, to a token that reads cases',
      { readsCases: true },
      { isPublic: false },
      false,
      'case.closed',
    ],
    [
      'void, to a token that reads cases',
      { readsCases: true },
      { move: 'void', isPublic: false },
      false,
      'case.withdrawn',
    ],
    [
      'elsewhere, to a token that reads cases',
      { readsCases: true },
      { filedPath: '/1/3/' },
      false,
      null,
    ],
  ])('%s', (_, reach, news, toldBefore, expected) => {
    expect(whatToTell({ ...all, ...reach }, { ...closed, ...news }, toldBefore)).toBe(expected)
  })

  test('every kind comes from a move, and a report not yet filed is none', () => {
    const made = new Set(moves.map(kindOf))
    for (const kind of eventKinds) expect(made).toContain(kind)
    expect(kindOf('report')).toBeNull()
  })
})

describe('trying again', () => {
  test('is ever more patient, and ends', () => {
    const pauses = Array.from(
      { length: triesMax - 1 },
      (_, i) => Date.parse(nextTryAt(i + 1, at) ?? '') - Date.parse(at),
    )
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b))
    expect(pauses[0]).toBe(5000)
    expect(nextTryAt(triesMax, at)).toBeNull()
  })
  test('heeds a receiver that asks for patience, within a day', () => {
    expect(nextTryAt(1, at, 600)).toBe('2026-03-02T00:10:00Z')
    expect(nextTryAt(2, at, 10)).toBe('2026-03-02T00:05:00Z')
    expect(nextTryAt(1, at, 1e9)).toBe('2026-03-03T00:00:00Z')
  })
  test.each([
    [500, '2026-02-26T00:00:00.000Z', false],
    [500, '2026-02-25T00:00:00.000Z', true],
    [null, '2026-02-24T00:00:00.000Z', true],
    [410, at, true],
  ])('%s since %s: given up %s', (status, failingSince, expected) => {
    expect(isGivenUp({ status, failingSince }, at)).toBe(expected)
  })
})
