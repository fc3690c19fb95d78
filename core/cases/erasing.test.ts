import { describe, expect, test } from 'vitest'
import { closed, job, people, settingsAt } from '#testing/case-town.ts'
import { decideErase, lastDayOfContact } from './erasing.ts'

const zone = 'Asia/Shanghai'
const ended = (closedAt: string | null, archivedAt: string, refusedAt: string | null = null) => ({
  rounds: [{ closedAt }] as never,
  refused: refusedAt === null ? null : ({ at: refusedAt } as never),
  archivedAt,
  lastAt: archivedAt,
})

describe('the last day on which a contact is kept', () => {
  test.each([
    // closed on the evening of 1 March in Greenwich is 2 March in Chongqing
    ['closed', ended('2026-03-01T16:30:00Z', '2026-03-17T00:00:00Z'), 90, '2026-05-31'],
    [
      'a place that keeps it shorter',
      ended('2026-03-01T02:00:00Z', '2026-03-17T00:00:00Z'),
      30,
      '2026-03-31',
    ],
    // Until the archive the reporter may reopen and must be reached.
    [
      'never before the archive',
      ended('2026-03-01T02:00:00Z', '2026-03-17T00:00:00Z'),
      1,
      '2026-03-17',
    ],
    ['never filed', ended(null, '2026-03-17T00:00:00Z', '2026-03-01T02:00:00Z'), 90, '2026-05-30'],
    ['void', ended(null, '2026-03-17T00:00:00Z'), 90, '2026-06-15'],
  ])('%s', (_, c, days, expected) => {
    expect(lastDayOfContact(c, days, zone)).toBe(expected)
  })
})

describe('erasing', () => {
  const archived = () => {
    const file = closed().file
    return { ...file, state: 'ARCHIVED' as const, archivedAt: '2026-04-01T00:00:00.000Z' }
  }
  const on = settingsAt
  const keptUntil = '2026-06-01'

  test('on its last day it is kept, on the next it is erased; the entry says that, and not what', () => {
    const file = archived()
    expect(decideErase(file, job, { keptUntil }, on('2026-06-01T15:59:59.000Z'))).toMatchObject({
      refusal: 'not_due',
    })
    const decided = decideErase(file, job, { keptUntil }, on('2026-06-01T16:00:00.000Z'))
    expect(decided).toMatchObject({
      ok: true,
      value: {
        entries: [{ move: 'eraseContact', to: 'ARCHIVED', facts: { keptUntil }, reason: null }],
        file: { version: file.version + 1, lastAt: file.lastAt },
      },
    })
  })

  test.each([
    ['a person', people.wu, archived()],
    ['a case that is open or may be reopened', job, closed().file],
  ])('not for %s', (_, by, file) => {
    expect(decideErase(file, by, { keptUntil }, on('2027-01-01T00:00:00.000Z')).ok).toBe(false)
  })
})
