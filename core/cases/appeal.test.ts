// The appeal against lateness: who may, who reviews, and that nothing of the lateness is taken away.
import { expect, test } from 'vitest'
import { appealed, late, lateAndClosed } from '#testing/case-stories.ts'
import { job, people } from '#testing/case-town.ts'
import { missedDue } from './appeal.ts'
import { sentenceOf } from './sentences.ts'
import { contributions } from './tallies.ts'
import { wakeAt } from './windows.ts'
import { local, settingsAt } from '#testing/case-town.ts'

const { liu, wu, he, chen, cao, qian, feng, deng, du, stranger } = people
const names = { liu, wu, he, chen, cao, qian, feng, deng, du, stranger }
const allowed = (may: (who: (typeof names)[keyof typeof names]) => string) =>
  Object.entries(names)
    .filter(([, who]) => may(who) !== 'not_yours')
    .map(([name]) => name)

test('who held the work appeals, the layer above reviews', () => {
  expect(allowed((who) => late().tries(who).overdueAppeal())).toEqual(['qian', 'feng'])
  expect(allowed((who) => appealed().tries(who).decideAppeal())).toEqual(['chen', 'cao'])
})

test('excused only if both say so', () => {
  const both = appealed().by(chen).decideAppeal().by(cao).decideAppeal()
  const one = appealed().by(chen).decideAppeal().by(cao).decideAppeal({ excused: false })
  expect([both.file.appeal?.excused, one.file.appeal?.excused]).toEqual([true, false])
  expect(appealed().by(chen).decideAppeal().file.appeal?.excused).toBeNull()
})

test('the lateness stays, and the excuse is counted beside it', () => {
  const before = appealed()
  const after = before.copy().by(chen).decideAppeal().by(cao).decideAppeal()
  expect(missedDue(after.file, after.file.lastAt)).toBe(missedDue(before.file, before.file.lastAt))
  const counts = (story: typeof before) =>
    contributions(story.file, 'Asia/Shanghai').get('100 2026-03-06')?.counts ?? {}
  expect(counts(after)).toEqual({ ...counts(before), excused: 1 })
})

test('until ten work days after the closing, and the archive waits for it', () => {
  const closed = lateAndClosed()
  expect(closed.at('2026-03-20 17:00').tries(qian).overdueAppeal()).toBe('done')
  const open = closed.copy().at('2026-03-10 09:00').by(qian).overdueAppeal()
  open.at('2026-03-30 09:00').by(job).windowPasses()
  expect(open.tries(job).archive()).toBe('window_open')
  expect(wakeAt(open.file, settingsAt(local('2026-03-30 09:00')))).toBeNull()
  open.by(chen).decideAppeal().by(cao).decideAppeal()
  expect(open.tries(job).archive()).toBe('done')
})

test('the sentences', () => {
  const said = (story: ReturnType<typeof appealed>) => sentenceOf(story.entries.at(-1)!).zh
  expect(said(appealed())).toBe('就超期提出申诉：停电两天。')
  const first = appealed().by(chen).decideAppeal()
  expect(said(first)).toBe('一名复核人认为免责，等另一名：按规定办理。')
  expect(said(first.by(cao).decideAppeal({ excused: false }))).toBe(
    '两名复核人认定超期成立：按规定办理。',
  )
})
