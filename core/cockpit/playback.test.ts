import { expect, test } from 'vitest'
import type { PlaybackView, PlayedCase, PlayedEvent } from './contract-playback.ts'
import { beatsOf, pulseOf, standAt, standByArea } from './playback.ts'

const at = (time: string): string => `2026-03-05T${time}:00Z`
const one = (more: Partial<PlayedCase> = {}): PlayedCase => ({
  number: '500108106003-26-00001',
  urgent: false,
  state: null,
  area: null,
  category: 'P01-37',
  filed: false,
  late: [],
  ...more,
})
const event = (time: string, move: string, state: string, more: Partial<PlayedEvent> = {}) => ({
  at: at(time),
  of: 0,
  move,
  state,
  area: 'g1',
  category: null,
  sentence: { zh: '', en: '' },
  ...more,
})
const day = (cases: PlayedCase[], events: PlayedEvent[] = []) =>
  ({
    cases,
    events,
    from: at('00:00'),
    until: at('23:59'),
    areas: [
      { code: 'g1', name: { zh: '一格', en: 'G1' }, within: ['c1', 'g1'] },
      { code: 'g2', name: { zh: '二格', en: 'G2' }, within: ['c1', 'g2'] },
      { code: 'c1', name: { zh: '社区', en: 'C1' }, within: ['c1'] },
    ],
  }) satisfies Partial<PlaybackView>

const morning = day(
  [one()],
  [
    event('08:00', 'report', 'REPORTED', { category: 'E01' }),
    event('08:30', 'accept', 'ACCEPTED', { category: 'E02' }),
    event('09:00', 'correct', 'ACCEPTED', { area: 'g2' }),
    event('10:00', 'close', 'CLOSED', { area: 'g2' }),
    event('11:00', 'object', 'REOPENED', { area: 'g2' }),
  ],
)

test.each([
  ['07:59', 0, null, [0, 0, 0]],
  ['08:00', 1, 'REPORTED E01 g1', [1, 0, 0]],
  ['08:30', 1, 'ACCEPTED E02 g1', [1, 1, 0]],
  ['09:00', 1, 'ACCEPTED E02 g2', [1, 1, 0]],
  ['10:00', 0, null, [1, 1, 1]],
  ['11:00', 1, 'REOPENED E02 g2', [1, 1, 1]],
] as const)('at %s %i stands open: %s', (time, open, shown, counted) => {
  const stand = standAt(morning, at(time))
  const [first] = stand.open
  expect(stand.open).toHaveLength(open)
  expect(first ? `${first.state} ${first.category} ${first.area}` : null).toBe(shown)
  expect([stand.reported, stand.filed, stand.closed]).toEqual(counted)
})

test.each([
  ['before the due', '08:00', [], false],
  ['at the due it is in time', '09:00', [], false],
  ['after it', '09:01', [], true],
  ['handed in: handling is late no more', '10:30', [event('10:00', 'handle', 'HANDLED')], false],
  [
    'refused: it is late again',
    '11:30',
    [event('10:00', 'handle', 'HANDLED'), event('11:00', 'checkFail', 'REWORK')],
    true,
  ],
  ['done at last', '12:30', [], false],
] as const)('late %s', (_why, time, events, overdue) => {
  const late = [{ from: at('09:00'), to: at('12:00'), handling: true }]
  const view = day([one({ state: 'HANDLING', area: 'g1', filed: true, late })], [...events])
  expect(standAt(view, at(time)).open[0]?.overdue).toBe(overdue)
})

test('the whole limit goes on while a result waits for its check', () => {
  const late = [{ from: at('09:00'), to: null, handling: false }]
  const view = day([one({ state: 'HANDLED', area: 'g1', filed: true, late })])
  expect(standAt(view, at('09:30')).overdue).toBe(1)
})

test('a case filed elsewhere is not counted here until it is moved here', () => {
  const view = day(
    [one({ state: 'ACCEPTED', area: null, filed: true })],
    [event('10:00', 'correct', 'ACCEPTED')],
  )
  expect(standAt(view, at('09:00')).open).toEqual([])
  expect(standAt(view, at('10:00')).open).toHaveLength(1)
})

test.each([
  ['a contest that was right files', { state: 'CONTESTED', filed: false }, 'ACCEPTED', 1],
  [
    'one about a closed case files nothing anew',
    { state: 'CONTESTED', filed: true },
    'ACCEPTED',
    0,
  ],
  ['one that was refused files nothing', { state: 'CONTESTED', filed: false }, 'NOT_ACCEPTED', 0],
] as const)('%s', (_why, begins, state, filed) => {
  const view = day([one({ area: 'g1', ...begins })], [event('10:00', 'decideContest', state)])
  expect(standAt(view, at('12:00')).filed).toBe(filed)
})

test('an area counts what lies in the areas below it', () => {
  const open = [
    { area: 'g1', overdue: true },
    { area: 'g2', overdue: false },
    { area: 'c1', overdue: false },
  ]
  expect(Object.fromEntries(standByArea(day([]), open))).toEqual({
    c1: { open: 3, overdue: 1 },
    g1: { open: 1, overdue: 1 },
    g2: { open: 1, overdue: 0 },
  })
})

test('one steps from entry to entry and over dues that pass, inside the day', () => {
  const late = [
    { from: at('09:15'), to: null, handling: false },
    { from: '2026-03-04T09:00:00Z', to: null, handling: false },
  ]
  const beats = beatsOf(day([one({ late })], [event('08:00', 'report', 'REPORTED')]))
  expect(beats).toEqual(['2026-03-05T08:00:00.000Z', '2026-03-05T09:15:00.001Z'])
})

test('the pulse counts every event once', () => {
  const pulse = pulseOf(morning, { slices: 24, dayMs: 86_400_000 })
  expect([pulse[8], pulse[9], pulse[10], pulse[11]]).toEqual([2, 1, 1, 1])
  expect(pulse.reduce((a, b) => a + b)).toBe(5)
})
