import { describe, expect, test } from 'vitest'
import * as keeping from './keeping.ts'

const four = { everyWeeks: 4, months: [], fromOn: '2026-03-02' }
const two = { everyWeeks: 2, months: [], fromOn: '2026-03-16' }

describe('whoever changes what is kept', () => {
  test.each<[string, keeping.Kept | null, number, keeping.KeepRefusal | null]>([
    ['lays something new', null, 0, null],
    ['says the version they read', { version: 3, endedOn: null }, 3, null],
    ['read an older one', { version: 4, endedOn: null }, 3, 'changed_meanwhile'],
    ['thinks it new, and it is there', { version: 1, endedOn: null }, 0, 'changed_meanwhile'],
    ['read what is not there', null, 2, 'changed_meanwhile'],
    ['comes when it has ended', { version: 3, endedOn: '2026-03-01' }, 3, 'has_ended'],
  ])('%s', (_, before, expected, refusal) =>
    expect(keeping.whyCannotKeep(before, expected)).toBe(refusal),
  )
})

describe('a new rhythm', () => {
  test('begins today at the earliest; the same rhythm is none, and a new plan may look back', () => {
    expect(keeping.whyNoRhythm(four, two, '2026-03-16')).toBeNull()
    expect(keeping.whyNoRhythm(four, two, '2026-03-17')).toBe('from_past')
    expect(keeping.whyNoRhythm(four, { ...four }, '2026-09-01')).toBeNull()
    expect(keeping.whyNoRhythm(null, four, '2026-09-01')).toBeNull()
  })

  const changed = (today: string) => ({
    ...two,
    endedOn: null,
    before: keeping.beforeOf({ ...four, endedOn: null, before: null }, two, today),
  })

  test.each([
    [
      'the round that runs is the old one, up to the day before',
      '2026-03-10',
      '2026-03-02',
      '2026-03-15',
    ],
    ['on its day the new one', '2026-03-16', '2026-03-16', '2026-03-29'],
    ['and after', '2026-03-31', '2026-03-30', '2026-04-12'],
  ])('%s', (_, today, dueOn, untilOn) =>
    expect(keeping.roundNow(changed('2026-03-05'), today)).toEqual({ dueOn, untilOn }),
  )

  test('from today leaves nothing of the old; changed again before it began, the one that holds stays', () => {
    expect(changed('2026-03-16').before).toBeNull()
    const later = { ...two, fromOn: '2026-04-06' }
    expect(keeping.beforeOf(changed('2026-03-05'), later, '2026-03-06')).toEqual(four)
    // Taken back: as if nothing had been said.
    expect(keeping.beforeOf(changed('2026-03-05'), four, '2026-03-06')).toBeNull()
  })

  test('over the end of February', () => {
    const leap = { everyWeeks: 1, months: [], fromOn: '2028-02-29' }
    const was = { everyWeeks: 4, months: [], fromOn: '2028-02-01' }
    const plan = { ...leap, endedOn: null, before: was }
    expect(keeping.roundNow(plan, '2028-02-28')).toEqual({
      dueOn: '2028-02-01',
      untilOn: '2028-02-28',
    })
    expect(keeping.roundNow(plan, '2028-02-29')?.dueOn).toBe('2028-02-29')
  })

  test('of a plan that ended there is no round', () => {
    expect(
      keeping.roundNow({ ...changed('2026-03-05'), endedOn: '2026-03-08' }, '2026-03-10'),
    ).toBeNull()
  })
})
