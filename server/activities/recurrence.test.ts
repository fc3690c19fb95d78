import { describe, expect, test } from 'vitest'
import { assert } from '#core/kit/result.ts'
import { localTime } from '#core/kit/time.ts'
import type { SeriesRule } from '#core/activities/series.ts'
import { occurrencesOf } from './occurrences.ts'
import {
  type DaysOfPlace,
  type RecurringSeries,
  type SeriesException,
  planSessions,
} from './recurrence.ts'

const shanghai: DaysOfPlace = {
  timeZone: 'Asia/Shanghai',
  daysOff: new Set([
    '2026-10-01',
    '2026-10-02',
    '2026-10-03',
    '2026-10-04',
    '2026-10-05',
    '2026-10-06',
    '2026-10-07',
  ]),
  makeUpDays: new Set(['2026-09-27', '2026-10-10']),
}
const newYork: DaysOfPlace = {
  timeZone: 'America/New_York',
  daysOff: new Set(),
  makeUpDays: new Set(),
}

const lecture: RecurringSeries = {
  rule: 'FREQ=WEEKLY;BYDAY=TU',
  startsOn: '2026-01-06',
  startsAt: '14:00',
  minutes: 90,
  endsOn: null,
  onDaysOff: 'skip',
  onMakeUpDays: 'asRuled',
}

type Asked = {
  series?: Partial<RecurringSeries>
  days?: DaysOfPlace
  from: string
  to: string
  exceptions?: SeriesException[]
  most?: number
}

function plan({ series, days = shanghai, from, to, exceptions, most }: Asked) {
  return planSessions({ ...lecture, ...series }, days, { from, to }, exceptions, most)
}

function planned(asked: Asked) {
  const answer = plan(asked)
  assert(answer.ok, JSON.stringify(answer))
  return answer.value
}

const starts = (asked: Asked) => planned(asked).sessions.map((one) => one.startsAt)
const slots = (asked: Asked) => planned(asked).sessions.map((one) => one.slot)

describe('the rule on the wall of the place', () => {
  test('every Tuesday at 14:00 in Chongqing is 06:00 UTC', () => {
    expect(starts({ from: '2026-11-16', to: '2026-12-01' })).toEqual([
      '2026-11-17T06:00:00Z',
      '2026-11-24T06:00:00Z',
      '2026-12-01T06:00:00Z',
    ])
  })

  test('14:00 stays 14:00 when summer time ends, and the instants move by an hour', () => {
    const asked = { days: newYork, from: '2026-10-26', to: '2026-11-04' }
    expect(starts(asked)).toEqual(['2026-10-27T18:00:00Z', '2026-11-03T19:00:00Z'])
    expect(
      planned(asked).sessions.map((one) => localTime(one.startsAt, 'America/New_York')),
    ).toEqual(['14:00', '14:00'])
  })

  test('an hour that summer time skips is held at the one after; one that comes twice, at its first', () => {
    const nightly = { rule: 'FREQ=DAILY', startsAt: '02:30' }
    expect(
      starts({ series: nightly, days: newYork, from: '2026-03-07', to: '2026-03-09' }),
    ).toEqual(['2026-03-07T07:30:00Z', '2026-03-08T07:30:00Z', '2026-03-09T06:30:00Z'])
    const twice = { rule: 'FREQ=DAILY', startsAt: '01:30' }
    expect(starts({ series: twice, days: newYork, from: '2026-11-01', to: '2026-11-01' })).toEqual([
      '2026-11-01T05:30:00Z',
    ])
  })

  test.each<[string, Partial<RecurringSeries>, [string, string], string[]]>([
    [
      'the last Friday of the month',
      { rule: 'FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1' },
      ['2026-01-01', '2026-03-31'],
      ['2026-01-30T14:00', '2026-02-27T14:00', '2026-03-27T14:00'],
    ],
    [
      'the same, written shorter',
      { rule: 'RRULE:freq=monthly;byday=-1fr' },
      ['2026-01-01', '2026-02-28'],
      ['2026-01-30T14:00', '2026-02-27T14:00'],
    ],
    [
      'the last working day of the month',
      { rule: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1' },
      ['2026-05-01', '2026-06-30'],
      ['2026-05-29T14:00', '2026-06-30T14:00'],
    ],
    [
      '29 February comes in leap years only',
      { rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', startsOn: '2024-02-29' },
      ['2026-01-01', '2028-12-31'],
      ['2028-02-29T14:00'],
    ],
    [
      'the 31st is not moved in short months',
      { rule: 'FREQ=MONTHLY;BYMONTHDAY=31' },
      ['2026-01-01', '2026-04-30'],
      ['2026-01-31T14:00', '2026-03-31T14:00'],
    ],
    [
      'every other week counts from the first day, not from the window',
      { rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU' },
      ['2026-11-01', '2026-11-30'],
      ['2026-11-10T14:00', '2026-11-24T14:00'],
    ],
    [
      'five times and no more, also if the window begins late',
      { rule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=5' },
      ['2026-01-20', '2026-12-31'],
      ['2026-01-20T14:00', '2026-01-27T14:00', '2026-02-03T14:00'],
    ],
    [
      'until a day includes that day',
      { rule: 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20260120' },
      ['2026-01-12', '2026-12-31'],
      ['2026-01-13T14:00', '2026-01-20T14:00'],
    ],
    [
      'until an instant is read in the zone of the place',
      { rule: 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20260120T060000Z' },
      ['2026-01-12', '2026-12-31'],
      ['2026-01-13T14:00', '2026-01-20T14:00'],
    ],
    [
      'and ends a minute earlier if it says so',
      { rule: 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20260120T055900Z' },
      ['2026-01-12', '2026-12-31'],
      ['2026-01-13T14:00'],
    ],
    [
      'the last day of the series ends every rule',
      { endsOn: '2026-01-13' },
      ['2026-01-01', '2026-12-31'],
      ['2026-01-06T14:00', '2026-01-13T14:00'],
    ],
    [
      'mornings and afternoons',
      { rule: 'FREQ=WEEKLY;BYDAY=TU;BYHOUR=9,14' },
      ['2026-01-13', '2026-01-13'],
      ['2026-01-13T09:00', '2026-01-13T14:00'],
    ],
    [
      'the ninth of the ninth lunar month',
      { rule: 'RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=9' },
      ['2026-01-01', '2027-12-31'],
      ['2026-10-18T14:00', '2027-10-08T14:00'],
    ],
    [
      '30 February never comes',
      { rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' },
      ['2026-01-01', '2028-12-31'],
      [],
    ],
    ['nothing before the first day', {}, ['2025-01-01', '2026-01-05'], []],
  ])('%s', (_name, series, [from, to], expected) => {
    expect(slots({ series, from, to })).toEqual(expected)
  })
})

describe('days off and days made up for', () => {
  const tuesday = '2026-10-06'

  test('a session on a day off is left out, and the plan says why', () => {
    const found = planned({ from: '2026-09-28', to: '2026-10-13' })
    expect(found.sessions.map((one) => one.slot)).toEqual(['2026-09-29T14:00', '2026-10-13T14:00'])
    expect(found.left).toEqual([{ slot: `${tuesday}T14:00`, because: 'dayOff' }])
  })

  test('or held all the same', () => {
    expect(slots({ series: { onDaysOff: 'hold' }, from: tuesday, to: tuesday })).toHaveLength(1)
  })

  test('or put on the first day after the holiday, keeping its slot', () => {
    const found = planned({ series: { onDaysOff: 'shift' }, from: '2026-10-05', to: '2026-10-12' })
    expect(found.sessions).toEqual([
      {
        slot: `${tuesday}T14:00`,
        startsAt: '2026-10-08T06:00:00Z',
        endsAt: '2026-10-08T07:30:00Z',
        origin: 'shifted',
        cancelled: false,
      },
    ])
    expect(slots({ series: { onDaysOff: 'shift' }, from: '2026-10-08', to: '2026-10-08' })).toEqual(
      [`${tuesday}T14:00`],
    )
  })

  test('a week of daily sessions does not pile up on the day after the holiday', () => {
    const daily = { rule: 'FREQ=DAILY', onDaysOff: 'shift' } as const
    expect(starts({ series: daily, from: '2026-09-30', to: '2026-10-09' })).toEqual([
      '2026-09-30T06:00:00Z',
      '2026-10-08T06:00:00Z',
      '2026-10-09T06:00:00Z',
    ])
    const weekdaysOnly = { rule: 'FREQ=WEEKLY;BYDAY=TU,WE', onDaysOff: 'shift' } as const
    expect(starts({ series: weekdaysOnly, from: '2026-10-01', to: '2026-10-09' })).toEqual([
      '2026-10-08T06:00:00Z',
    ])
  })

  test('a weekend that is worked: added to a series of working days, or left out of a weekend one', () => {
    const workdays = { rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', onMakeUpDays: 'add' } as const
    expect(slots({ series: workdays, from: '2026-10-08', to: '2026-10-12' })).toEqual([
      '2026-10-08T14:00',
      '2026-10-09T14:00',
      '2026-10-10T14:00',
      '2026-10-12T14:00',
    ])
    const weekend = { rule: 'FREQ=WEEKLY;BYDAY=SA', onMakeUpDays: 'skip' } as const
    const found = planned({ series: weekend, from: '2026-10-08', to: '2026-10-17' })
    expect(found.sessions.map((one) => one.slot)).toEqual(['2026-10-17T14:00'])
    expect(found.left).toEqual([{ slot: '2026-10-10T14:00', because: 'makeUpDay' }])
  })
})

describe('changes by hand', () => {
  const window = { from: '2026-11-16', to: '2026-11-30' }

  test('skipped, cancelled, moved and added', () => {
    const found = planned({
      ...window,
      exceptions: [
        { kind: 'cancel', slot: '2026-11-17T14:00' },
        { kind: 'move', slot: '2026-11-24T14:00', to: '2026-11-25T09:30', minutes: 60 },
        { kind: 'add', slot: '2026-11-28T10:00', minutes: null },
        { kind: 'skip', slot: '2026-12-01T14:00' },
      ],
    })
    expect(found.sessions).toMatchObject([
      { slot: '2026-11-17T14:00', cancelled: true, origin: 'rule' },
      {
        slot: '2026-11-24T14:00',
        startsAt: '2026-11-25T01:30:00Z',
        endsAt: '2026-11-25T02:30:00Z',
        origin: 'moved',
      },
      { slot: '2026-11-28T10:00', origin: 'added', endsAt: '2026-11-28T03:30:00Z' },
    ])
  })

  test('one moved in from far outside the window is found; one whose rule is gone is not', () => {
    const move = {
      kind: 'move',
      slot: '2026-09-15T14:00',
      to: '2026-11-20T14:00',
      minutes: null,
    } as const
    expect(slots({ ...window, exceptions: [move] })).toContain(move.slot)
    const stale = { ...move, slot: '2026-11-18T14:00' }
    expect(slots({ ...window, exceptions: [stale] })).not.toContain(stale.slot)
  })

  test('one moved out of the window is not in it', () => {
    const away = {
      kind: 'move',
      slot: '2026-11-17T14:00',
      to: '2027-01-05T14:00',
      minutes: null,
    } as const
    expect(slots({ ...window, exceptions: [away] })).toEqual(['2026-11-24T14:00'])
  })

  test('an exception of a holiday that was left out does nothing', () => {
    const cancel = { kind: 'cancel', slot: '2026-10-06T14:00' } as const
    expect(slots({ from: '2026-10-05', to: '2026-10-07', exceptions: [cancel] })).toEqual([])
  })
})

describe('bounds and faults', () => {
  test('a thousand sessions at most, and the plan says that there are more', () => {
    const busy = { rule: 'FREQ=DAILY;BYHOUR=9,10,11', startsOn: '2026-01-01' }
    const found = planned({ series: busy, from: '2026-01-01', to: '2026-12-31' })
    expect(found.sessions).toHaveLength(1_000)
    expect(found.cut).toBe(true)
    expect(planned({ from: '2026-01-01', to: '2026-12-31' }).cut).toBe(false)
  })

  test.each([
    ['FREQ=HOURLY', 'rule_too_often'],
    ['FREQ=DAILY;BYSECOND=1', 'rule_too_often'],
    ['FREQ=WEEKLY;BYDAY=XX', 'rule_unreadable'],
    ['FREQ=WEEKLY;INTERVAL=0', 'rule_unreadable'],
    ['FREQ=DAILY;BYHOUR=24', 'rule_unreadable'],
    ['FREQ=DAILY;FREQ=DAILY', 'rule_unreadable'],
    ['FREQ=DAILY;COUNT=3;UNTIL=20260101', 'rule_until_and_count'],
    ['FREQ=DAILY;X-EVIL=1', 'rule_part_unknown'],
    ['FREQ=DAILY;constructor=1', 'rule_part_unknown'],
    ['FREQ=DAILY\nEXDATE:20260101', 'rule_unreadable'],
    ['every tuesday', 'rule_part_unknown'],
    ['', 'rule_unreadable'],
    [`FREQ=DAILY;BYYEARDAY=${'1,'.repeat(200)}1`, 'rule_unreadable'],
  ])('%s is refused: %s', (rule, refusal) => {
    expect(plan({ series: { rule }, from: '2026-01-01', to: '2026-01-31' })).toMatchObject({
      ok: false,
      refusal,
    })
  })

  test('a time that is none, a window without end', () => {
    const asked = { from: '2026-01-01', to: '2026-01-31' }
    expect(plan({ ...asked, series: { startsAt: '25:00' } })).toMatchObject({
      refusal: 'series_time_unreadable',
    })
    expect(plan({ ...asked, series: { startsOn: '2026-02-30' } })).toMatchObject({
      refusal: 'series_time_unreadable',
    })
    expect(plan({ from: '2026-01-01', to: '2036-01-01' })).toMatchObject({
      refusal: 'window_too_wide',
    })
  })
})

describe('a series as it is stored', () => {
  const stored: SeriesRule = {
    rule: 'FREQ=WEEKLY;BYDAY=TU',
    startsOn: '2026-01-06',
    startTime: '14:00',
    minutes: 90,
    skipsHolidays: true,
    daysAdded: [],
    daysSkipped: [],
    endedOn: null,
    timeZone: 'Asia/Shanghai',
  }
  const october = {
    from: '2026-09-29',
    to: '2026-10-20',
    isHoliday: (day: string) => shanghai.daysOff.has(day),
  }
  const laidOut = (more: Partial<SeriesRule>, asked = october) => {
    const answer = occurrencesOf({ ...stored, ...more }, asked)
    assert(answer.ok, JSON.stringify(answer))
    return answer.value.map(({ day, skipped }) => [day, skipped])
  }

  test('lists what is left out, and why', () => {
    expect(laidOut({ daysSkipped: ['2026-10-13'], daysAdded: ['2026-10-15'] })).toEqual([
      ['2026-09-29', null],
      ['2026-10-06', 'holiday'],
      ['2026-10-13', 'exception'],
      ['2026-10-15', null],
      ['2026-10-20', null],
    ])
  })

  test('without a rule it takes place once, on its day, be it a holiday', () => {
    expect(laidOut({ rule: null, startsOn: '2026-10-01' })).toEqual([['2026-10-01', null]])
  })

  test('nothing after it has ended, not even what was added', () => {
    expect(laidOut({ endedOn: '2026-09-30', daysAdded: ['2026-10-15'] })).toEqual([
      ['2026-09-29', null],
    ])
  })
})
