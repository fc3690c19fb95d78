// The bridge is closed on two days: which running dues a rule keeper may move by it, and which stay.
import { describe, expect, test } from 'vitest'
import { defaultSegments } from '#core/places/calendar.ts'
import { closed, handling, local, people, reported } from '#testing/case-town.ts'
import { suspended } from '#testing/case-stories.ts'
import { revised } from './calendar-revision.ts'
import { startClock } from './clock.ts'
import type { Clock } from './clock.ts'
import { publicSentenceOf } from './sentences.ts'

const { shi, qian, he } = people

const before = {
  version: 'before',
  timeZone: 'Asia/Shanghai',
  segments: defaultSegments,
  workDayHours: 8,
  daysOff: new Set<string>(),
  makeUpDays: new Set<string>(),
  knownYears: new Set([2026]),
}
const closedOn = (...days: string[]) => ({ ...before, version: 'after', daysOff: new Set(days) })
const workedOn = (...days: string[]) => ({ ...before, version: 'after', makeUpDays: new Set(days) })
const countedWith = (version: string) => (version === 'before' ? before : null)

/** Three work days from Wednesday at nine: due on Monday at nine. */
const start = {
  serial: 1,
  kind: 'HANDLE',
  round: 1,
  leg: 1,
  limitKind: 'WORK_DAY',
  amount: 3,
  startedAt: local('2026-03-04 09:00'),
} as const
const clock = startClock(start, before)
const hours: Clock = startClock({ ...start, limitKind: 'WALL_HOUR', amount: 72 }, before)

describe('a revised calendar on one clock', () => {
  test.each<[string, Clock, ReturnType<typeof closedOn>, string, string | null]>([
    ['a day off ahead moves it', clock, closedOn('2026-03-06'), 'later', '2026-03-10 09:00'],
    ['a day off that has passed does not', clock, closedOn('2026-03-04'), 'same', null],
    ['a day off after the due does not', clock, closedOn('2026-03-11'), 'same', null],
    ['a Saturday worked would move it forward', clock, workedOn('2026-03-07'), 'earlier', null],
    ['hours of the wall know no day off', hours, closedOn('2026-03-06'), 'same', null],
    [
      'one that has ended stays',
      { ...clock, endedAt: start.startedAt },
      closedOn('2026-03-06'),
      'same',
      null,
    ],
    [
      'one that stands still stays',
      { ...clock, dueAt: null },
      closedOn('2026-03-06'),
      'same',
      null,
    ],
    [
      'counted with nobody knows what',
      { ...clock, calendarVersion: 'lost' },
      closedOn('2026-03-06'),
      'unknown',
      null,
    ],
  ])('%s', (_, one, calendar, how, due) => {
    const now = local('2026-03-05 09:00')
    const answer = revised(one, { now, calendar }, countedWith)
    expect([answer.how, answer.clock.dueAt]).toEqual([how, due === null ? one.dueAt : local(due)])
  })

  test('lateness stays lateness: a due that has passed is moved by no calendar', () => {
    const now = local('2026-03-09 09:00')
    const late = revised(clock, { now, calendar: closedOn('2026-03-10') }, countedWith)
    expect(late).toEqual({ how: 'same', clock })
  })

  test('applied once, the same calendar finds nothing more to do', () => {
    const law = { now: local('2026-03-05 09:00'), calendar: closedOn('2026-03-06') }
    const once = revised(clock, law, countedWith)
    expect(revised(once.clock, law, countedWith).how).toBe('same')
  })
})

describe('move 44 on a case', () => {
  const moved = () => handling().by(shi).applyCalendar()
  const dues = (clocks: readonly Clock[]) =>
    clocks.filter((k) => k.endedAt === null).map((k) => [k.kind, k.dueAt, k.told])

  test('one entry that all may read, with the reason and the new due', () => {
    const story = moved()
    expect(story.entries.filter((each) => each.move === 'applyCalendar')).toHaveLength(1)
    const entry = story.entries.at(-1)!
    expect(entry).toMatchObject({
      audience: 'public',
      actorId: 'shi',
      facts: { calendar: '2026-2' },
    })
    expect(publicSentenceOf(entry).zh).toBe('因按规定办理调整工作日历，到期改为 3月10日 09:00。')
  })

  test('nothing of the case changes but dues, and those only later', () => {
    const [was, is] = [handling().file, moved().file]
    expect([is.state, is.round, is.legs]).toEqual([was.state, was.round, was.legs])
    for (const clock of is.clocks) {
      const old = was.clocks.find((k) => k.serial === clock.serial)
      expect((clock.dueAt ?? '') >= (old?.dueAt ?? '')).toBe(true)
    }
    expect(dues(is.clocks)).not.toEqual(dues(was.clocks))
  })

  test.each([
    ['whoever works on it', () => handling().tries(qian).applyCalendar(), 'not_yours'],
    ['the head of the community', () => handling().tries(he).applyCalendar(), 'not_yours'],
    [
      'a case that is suspended stands still',
      () => suspended().tries(shi).applyCalendar(),
      'nothing_later',
    ],
    ['a closed case has no due', () => closed().tries(shi).applyCalendar(), 'not_possible_now'],
  ])('%s', (_, tried, refusal) => {
    expect(tried()).toBe(refusal)
  })

  test('a report that waits to be taken in has a clock, too', () => {
    expect(
      reported()
        .by(shi)
        .applyCalendar({ off: ['2026-03-03'] })
        .entries.at(-1)?.move,
    ).toBe('applyCalendar')
  })
})
