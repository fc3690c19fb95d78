import { describe, expect, test } from 'vitest'
import { type BoardText, daysMost, standsOn, whyNotOnBoard } from './board.ts'
import { nextDate } from '#core/kit/time.ts'

const water: BoardText = {
  title: '周二停水',
  body: '3 月 10 日 9:00 至 17:00，1 栋到 6 栋停水，请提前储水。物业电话 023-5555 0141。',
  fromOn: '2026-03-08',
  untilOn: '2026-03-10',
}
const today = '2026-03-08'

describe('what may hang on the board', () => {
  test.each<[string, Partial<BoardText>, string | null]>([
    ['a notice of a few days', {}, null],
    ['one of today alone', { untilOn: '2026-03-08' }, null],
    ['one that ends before it begins', { untilOn: '2026-03-07' }, 'days_reversed'],
    ['one that is over', { fromOn: '2026-03-01', untilOn: '2026-03-07' }, 'day_past'],
    ['one of a year', { untilOn: nextDate('2026-03-08', daysMost - 1) }, null],
    ['one of more', { untilOn: nextDate('2026-03-08', daysMost) }, 'days_too_many'],
    ['an identity card', { body: '领取人 500108197001011234' }, 'id_card_on_board'],
    ['one spaced out', { body: '领取人 500108 19700101 123X' }, 'id_card_on_board'],
    ['one in wide digits', { title: '５００１０８１９７００１０１１２３４' }, 'id_card_on_board'],
    ['a longer number is none', { body: '合同号 5001081970010112345678' }, null],
  ])('%s', (_, change, fault) => {
    expect(whyNotOnBoard({ ...water, ...change }, today)).toBe(fault)
  })
  test('a correction of what is over is no new notice', () => {
    expect(
      whyNotOnBoard({ ...water, fromOn: '2026-03-01', untilOn: '2026-03-02' }, null),
    ).toBeNull()
  })
})

test.each([
  ['2026-03-07', false, 'planned'],
  ['2026-03-08', false, 'shown'],
  ['2026-03-10', false, 'shown'],
  ['2026-03-11', false, 'past'],
  ['2026-03-09', true, 'taken'],
] as const)('on %s (taken back: %s) it is %s', (day, withdrawn, stands) => {
  expect(standsOn({ fromOn: water.fromOn, untilOn: water.untilOn, withdrawn }, day)).toBe(stands)
})
