import { describe, expect, test } from 'vitest'
import { type MadeDate, type Occurrence, layOut } from './series.ts'

const now = '2026-03-01T00:00:00Z'
const wanted = (day: string, hour = '06', change: Partial<Occurrence> = {}): Occurrence => ({
  day,
  startsAt: `${day}T${hour}:00:00Z`,
  endsAt: `${day}T${hour}:30:00Z`,
  skipped: null,
  ...change,
})
const made = (day: string, change: Partial<MadeDate> = {}): MadeDate => ({
  id: day,
  originalAt: `${day}T06:00:00Z`,
  day,
  startsAt: `${day}T06:00:00Z`,
  byHand: false,
  moved: false,
  state: 'planned',
  registered: 0,
  ...change,
})
const [third, tenth] = ['2026-03-03', '2026-03-10']

type Told = { add?: string[]; put?: string[]; drop?: string[]; cancel?: string[] }
const rows: [string, Occurrence[], MadeDate[], Told][] = [
  ['a new rule', [wanted(third), wanted(tenth)], [], { add: [third, tenth] }],
  ['the same rule again', [wanted(third)], [made(third)], {}],
  ['a day left out', [wanted(third, '06', { skipped: 'holiday' })], [], {}],
  ['a date that fell away', [], [made(third)], { drop: [third] }],
  ['with people registered', [], [made(third, { registered: 2 })], { cancel: [third] }],
  [
    'another hour of the day',
    [wanted(third, '08')],
    [made(third, { registered: 2 })],
    { put: [third] },
  ],
  [
    'one that was moved and fell away',
    [wanted(third, '08')],
    [made(third, { moved: true })],
    { add: [third], drop: [third] },
  ],
  ['one added by hand', [], [made(third, { byHand: true })], {}],
  ['one that was called off', [wanted(third)], [made(third, { state: 'cancelled' })], {}],
  [
    'one that was dropped comes back',
    [wanted(third)],
    [made(third, { state: 'dropped' })],
    { put: [third] },
  ],
  ['one that is past', [], [made('2026-02-24')], {}],
  ['a date of the past is not made', [wanted('2026-02-24')], [], {}],
]

describe('laying a rule out anew', () => {
  test.each(rows)('%s', (_when, dates, before, told) => {
    const laid = layOut(dates, before, now)
    expect({
      add: laid.add.map(({ day }) => day),
      put: laid.put.map(({ id }) => id),
      drop: laid.drop,
      cancel: laid.cancel,
    }).toEqual({ add: [], put: [], drop: [], cancel: [], ...told })
  })
})
